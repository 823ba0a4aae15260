/** A term and its meaning with its own anchor. Used inside <dl className="definitions">. */
import type { ReactNode } from "react";

export const Definition = ({ id, term, children }: { readonly id: string; readonly term: string; readonly children: ReactNode }) => (
  <>
    <dt id={id}>
      <dfn className="not-italic">
        <a href={`#${id}`}>{term}</a>
      </dfn>
    </dt>
    <dd>{children}</dd>
  </>
);
