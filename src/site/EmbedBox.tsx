/**
 * How to put a chart into another site: a frame that follows the record and one that never changes, each as a snippet to copy. The
 * snippets are made elsewhere and carry title and alternative text.
 */
import { CopyButton } from "./CopyButton";

export interface EmbedBoxProps {
  readonly current: string;
  readonly frozen: string;
  /** For pages that may run a script: gives each frame exactly the height that it needs. */
  readonly script: string;
}

export function EmbedBox({ current, frozen, script }: EmbedBoxProps) {
  return (
    <details className="cite">
      <summary>Embed</summary>
      <p className="small">Follows the record, with every later figure and correction:</p>
      <Snippet code={current} what="the snippet that follows the record" />
      <p className="small">Stays as it is today:</p>
      <Snippet code={frozen} what="the snippet that stays as it is" />
      <p className="small">
        Either fits a column of any width. It is light or dark as the reader’s system is; add <code>theme=light</code> or{" "}
        <code>theme=dark</code> to its address to choose one. If your page may run a script, this gives each frame exactly the height that
        it needs:
      </p>
      <Snippet code={script} what="the line for the height" />
    </details>
  );
}

function Snippet({ code, what }: { readonly code: string; readonly what: string }) {
  return (
    <div className="cite-text">
      <pre>{code}</pre>
      <CopyButton what={what} />
    </div>
  );
}
