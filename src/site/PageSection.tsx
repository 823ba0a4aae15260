/** A section of a page: a title with an anchor, a sentence, and its content. */
import type { ReactNode } from "react";
import { CopyButton } from "./CopyButton";

interface PageSectionProps {
  /** Anchor: "coverage". */
  readonly id: string;
  readonly title: string;
  readonly sentence?: ReactNode;
  /** To the right of the title: a switch. */
  readonly aside?: ReactNode;
  /** Offer the section's link beside the title, because it has no footer to copy it from. */
  readonly copyable?: boolean;
  readonly children: ReactNode;
}

export const PageSection = ({ id, title, sentence, aside, copyable = false, children }: PageSectionProps) => (
  <section className="fig" id={id} aria-labelledby={`${id}-title`}>
    <div className="fig-head">
      <div>
        <h2 className="fig-title" id={`${id}-title`}>
          <a href={`#${id}`}>{title}</a>
        </h2>
        {sentence !== undefined && sentence !== null && <div className="fig-sentence">{sentence}</div>}
      </div>
      {aside}
      {copyable && <CopyButton text={`#${id}`} label="Copy link" what={`to “${title}”`} />}
    </div>
    {children}
  </section>
);
