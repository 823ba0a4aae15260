/** A box that is empty until opened: a script fetches its content from a page (live/fillBox.ts); without one a link leads there. */
export interface FoldedBoxProps {
  readonly label: string;
  /** Address of its page, with the anchor of the box there. */
  readonly href: string;
  /** What is there, as the link says it. */
  readonly what: string;
  /** It offers a chart to embed (see live/embedChoice.ts). */
  readonly embed?: boolean;
}

export const FoldedBox = ({ label, href, what, embed = false }: FoldedBoxProps) => (
  <details className="cite" data-embed={embed ? "" : undefined}>
    <summary>{label}</summary>
    <a href={href} data-fill="">
      {what}
    </a>
  </details>
);
