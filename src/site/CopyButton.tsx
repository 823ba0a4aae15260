/**
 * A button that copies a text and says that it did (see live/copyText.ts). Its place is kept while no script runs, where the text beside
 * it can be marked and copied by hand.
 */
export interface CopyButtonProps {
  /** What it copies; the text of the element before it, where it is left out. */
  readonly text?: string;
  /** What is copied, for screen readers: "the citation". */
  readonly what: string;
}

export function CopyButton({ text, what }: CopyButtonProps) {
  return (
    <button type="button" className="copy js-only" data-copy={text ?? ""}>
      <span role="status">Copy</span>
      <span className="sr-only"> {what}</span>
    </button>
  );
}
