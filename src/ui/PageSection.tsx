/**
 * A part of a page below the headline: a rule, a title with an address of its own, and what belongs under it. Figures bring their own
 * (FigureCard); this is for tables, lists and text.
 */
import type { ReactNode } from "react";

export interface PageSectionProps {
  /** Anchor: "coverage". */
  readonly id: string;
  readonly title: string;
  /** A sentence under the title. */
  readonly sentence?: ReactNode;
  readonly children: ReactNode;
}

export function PageSection({ id, title, sentence, children }: PageSectionProps) {
  return (
    <section className="fig" id={id} aria-labelledby={`${id}-title`}>
      <div className="fig-head">
        <div>
          <h2 className="fig-title" id={`${id}-title`}>
            <a href={`#${id}`}>{title}</a>
          </h2>
          {sentence !== undefined && <div className="fig-sentence">{sentence}</div>}
        </div>
      </div>
      {children}
    </section>
  );
}
