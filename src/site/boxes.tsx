/** What a reader takes away: a button that copies, and boxes to cite a figure or to embed its chart. */

/** A button that copies (live/copy.ts): the text beside it, another text, "#anchor" as an address, or a table. */
interface CopyButtonProps {
  /** The text to copy; by default the paragraph or the lines just before the button. */
  readonly text?: string;
  /** Address of a table to copy instead. */
  readonly table?: string;
  /** Name of the copied content for screen readers: "the citation". */
  readonly what: string;
  /** The button's label. */
  readonly label?: string;
}

/** A button that copies (live/copy.ts): the text beside it, another text, "#anchor" as an address, or a table. */
export const CopyButton = ({ text = "", table, what, label = "Copy" }: CopyButtonProps) => (
  <button type="button" className="copy js-only" data-copy={text} data-copy-table={table} aria-label={`${label} ${what}`}>
    <span role="status">{label}</span>
  </button>
);

/** Lines to copy as they are. */
export const Snippet = ({ code, what }: { readonly code: string; readonly what: string }) => (
  <div className="cite-text">
    <pre>{code}</pre>
    <CopyButton what={what} />
  </div>
);

interface CiteBoxProps {
  readonly plain: string;
  readonly bibtex: string;
  /** Its anchor on a separate page, where it is open. */
  readonly id?: string;
}

/** Citations of a figure: a line of text and BibTeX, each with a copy button. */
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

/** A box with lazy content: a script fetches it from a page when opened (live/behave.ts); without a script a link leads there. */
interface FoldedBoxProps {
  readonly label: string;
  /** Address of its page, with the box's anchor there. */
  readonly href: string;
  /** Its content, as the link's text. */
  readonly what: string;
  /** Whether it has embed code for a chart (see live/embedChoice.ts). */
  readonly embed?: boolean;
}

/** A box with lazy content: a script fetches it from a page when opened (live/behave.ts); without a script a link leads there. */
export const FoldedBox = ({ label, href, what, embed = false }: FoldedBoxProps) => (
  <details className="cite" data-embed={embed ? "" : undefined}>
    <summary>{label}</summary>
    <a href={href} data-fill="">
      {what}
    </a>
  </details>
);

/** Its anchor. */
export const EMBED = "embed";

interface EmbedBoxProps {
  /** Name of the chart: distinguishes the theme fields on a page with several charts. */
  readonly id: string;
  readonly current: string;
  readonly frozen: string;
  /** For pages that may run a script: it sets each frame to its exact height. */
  readonly script: string;
}

const LIGHTS = [
  ["auto", "As the reader’s"],
  ["light", "Light"],
  ["dark", "Dark"],
] as const;

/** Code for embedding a chart in another site: a frame that follows the record or a frozen one, to copy (live/embedChoice.ts). */
export function EmbedBox({ id, current, frozen, script }: EmbedBoxProps) {
  return (
    <details className="cite" id={EMBED} open data-embed="">
      <summary>Embed</summary>
      <fieldset className="js-only embed-light">
        <legend>Light or dark</legend>
        {LIGHTS.map(([value, label]) => (
          <label key={value}>
            <input type="radio" name={`light-${id}`} value={value} defaultChecked={value === "auto"} /> {label}
          </label>
        ))}
      </fieldset>
      <p className="small">Follows the record, with every later figure and correction:</p>
      <Snippet code={current} what="the snippet that follows the record" />
      <p className="small">Stays as it is today:</p>
      <Snippet code={frozen} what="the snippet that stays as it is" />
      <p className="small">
        Either fits a column of any width. It is light or dark as the reader’s system is; with <code>theme=light</code> or{" "}
        <code>theme=dark</code> in its address it is always so. If your page may run a script, this gives each frame exactly the height that
        it needs:
      </p>
      <Snippet code={script} what="the line for the height" />
    </details>
  );
}
