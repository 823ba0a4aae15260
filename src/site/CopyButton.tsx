/** A button that copies (live/copy.ts): the text beside it, another text, "#anchor" as an address, or a table. */
interface CopyButtonProps {
  /** The text to copy; by default the paragraph or the lines just before the button. */
  readonly text?: string;
  readonly table?: string;
  /** Name of the copied content for screen readers: "the citation". */
  readonly what: string;
  readonly label?: string;
}

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
