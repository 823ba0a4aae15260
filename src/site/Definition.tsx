/** A term and its meaning with its own anchor. Used inside <dl className="definitions">. */
import type { ReactNode } from "react";

export interface DefinitionProps {
  /** Anchor: "sell-through". */
  readonly id: string;
  readonly term: string;
  readonly children: ReactNode;
}

export const Definition = ({ id, term, children }: DefinitionProps) => (
  <>
    <dt id={id}>
      <dfn className="not-italic">
        <a href={`#${id}`}>{term}</a>
      </dfn>
    </dt>
    <dd>{children}</dd>
  </>
);
