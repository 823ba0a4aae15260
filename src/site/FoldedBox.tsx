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

export const FoldedBox = ({ label, href, what, embed = false }: FoldedBoxProps) => (
  <details className="cite" data-embed={embed ? "" : undefined}>
    <summary>{label}</summary>
    <a href={href} data-fill="">
      {what}
    </a>
  </details>
);
