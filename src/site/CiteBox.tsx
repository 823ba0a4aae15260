/** Citations of a figure: a line of text and BibTeX, each with a copy button. */
import { CopyButton, Snippet } from "./CopyButton";

interface CiteBoxProps {
  readonly plain: string;
  readonly bibtex: string;
  /** Its anchor on a separate page, where it is open. */
  readonly id?: string;
}

export const CiteBox = ({ plain, bibtex, id }: CiteBoxProps) => (
  <details className="cite" id={id} open={id !== undefined}>
    <summary>Cite</summary>
    <div className="cite-text">
      <p>{plain}</p>
      <CopyButton what="the citation" />
    </div>
    <Snippet code={bibtex} what="the BibTeX entry" />
  </details>
);
