/** How other tools read a file of this site: lines to copy, one block a tool. */
import { CopyButton } from "./CopyButton";

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
          <dd className="cite-text">
            <pre>{code}</pre>
            <CopyButton what={`the lines for ${tool}`} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
