/** A button that copies and says so (live/copy.ts): the text beside it, another, "#place" as an address, or a table. */
export interface CopyButtonProps {
  /** What is copied, where that is not the paragraph or the lines just before the button. */
  readonly text?: string;
  /** Address of a table to copy instead. */
  readonly table?: string;
  /** What is copied, for screen readers: "the citation". */
  readonly what: string;
  /** What the button says. */
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
