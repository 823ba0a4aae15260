/** How other tools read a file of this site: lines to copy, one block a tool. */
import { Snippet } from "./CopyButton";

export interface LoadBoxProps {
  readonly lines: readonly { readonly tool: string; readonly where: string; readonly lines: string }[];
}

export function LoadBox({ lines }: LoadBoxProps) {
  return (
    <dl className="load-lines">
      {lines.map(({ tool, where, lines: code }) => (
        <div key={tool}>
          <dt>
            {tool}, <span className="small">{where}</span>
          </dt>
          <dd>
            <Snippet code={code} what={`the lines for ${tool}`} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
