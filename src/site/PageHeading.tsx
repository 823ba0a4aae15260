/** A page's only h1, with a few words above (kicker) and an introduction. */
import type { ReactNode } from "react";

export interface PageHeadingProps {
  readonly title: string;
  /** A few words above the headline: "March 2025". */
  readonly kicker?: string | undefined;
  /** The introduction; usually a <Sentence>. */
  readonly standfirst?: ReactNode;
  readonly children?: ReactNode;
}

export const PageHeading = ({ title, kicker, standfirst, children }: PageHeadingProps) => (
  <div className="heading">
    {kicker !== undefined && <p className="kicker">{kicker}</p>}
    <h1>{title}</h1>
    {standfirst !== undefined && <div className="standfirst">{standfirst}</div>}
    {children}
  </div>
);
