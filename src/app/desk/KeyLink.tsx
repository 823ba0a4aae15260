/** A link, with the key that follows it beside it. */
import type { ReactNode } from "react";

interface KeyLinkProps {
  readonly to: string;
  /** Its key (site/live/deskKeys.ts). */
  readonly at: string;
  readonly children: ReactNode;
}

export const KeyLink = ({ to, at, children }: KeyLinkProps) => (
  <>
    <span className="mr-3 inline-block">
      <a data-key={at} href={to}>
        {children}
      </a>{" "}
      <kbd>{at}</kbd>
    </span>{" "}
  </>
);
