/**
 * The headline of a page: what it is about in a few words above (kicker), the headline itself, and a sentence or two that stand
 * first. There is one per page and it is the page's only h1.
 */
import type { ReactNode } from "react";

export interface PageHeadingProps {
  readonly title: string;
  /** A few words above the headline: "March 2025". */
  readonly kicker?: string | undefined;
  /** The sentences that stand first; usually a <Sentence>. */
  readonly standfirst?: ReactNode;
  readonly children?: ReactNode;
}

export function PageHeading({ title, kicker, standfirst, children }: PageHeadingProps) {
  return (
    <div className="heading">
      {kicker !== undefined && <p className="kicker">{kicker}</p>}
      <h1>{title}</h1>
      {standfirst !== undefined && <div className="standfirst">{standfirst}</div>}
      {children}
    </div>
  );
}
