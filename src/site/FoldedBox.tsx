/**
 * A box at the foot of a card that is empty until it is opened: what it holds stands on a page of its own, from which a script fetches it
 * (see live/fillBox.ts); without one a link leads there. So the words that few ask for are not in every page.
 */
export interface FoldedBoxProps {
  readonly label: string;
  /** Address of its page, with the anchor of the box there. */
  readonly href: string;
  /** What is there, as the link says it. */
  readonly what: string;
  /** It offers a chart to embed (see live/embedChoice.ts). */
  readonly embed?: boolean;
}

export function FoldedBox({ label, href, what, embed = false }: FoldedBoxProps) {
  return (
    <details className="cite" data-embed={embed ? "" : undefined}>
      <summary>{label}</summary>
      <a href={href} data-fill="">
        {what}
      </a>
    </details>
  );
}
