/**
 * A button that copies a text and says that it did (see live/copyText.ts): the text that stands beside it, or another one that it names;
 * "#place" is the address of that place on the page as it is shown.
 * Its place is kept while no script runs, where the text can be marked and copied by hand.
 */
export interface CopyButtonProps {
  /** What is copied, where that is not the paragraph or the lines just before the button. */
  readonly text?: string;
  /** What is copied, for screen readers: "the citation". */
  readonly what: string;
  /** What the button says. */
  readonly label?: string;
}

export function CopyButton({ text = "", what, label = "Copy" }: CopyButtonProps) {
  return (
    <button type="button" className="copy js-only" data-copy={text} aria-label={`${label} ${what}`}>
      <span role="status">{label}</span>
    </button>
  );
}
