/** A notice, and the sentence of an empty view, which names its filter and offers alternatives. */
import type { ReactNode } from "react";
import type { Place } from "./links";

export const Notice = ({ children }: { readonly children: ReactNode }) => (
  <div className="notice" role="note">
    {children}
  </div>
);

interface EmptyStateProps {
  /** Names the filter: "No company listed on NYSE has figures for March 2025." */
  readonly sentence: string;
  readonly clearHref: string;
  readonly clearLabel?: string | undefined;
  /** Nearest choices that are not empty. */
  readonly choices?: readonly Place[] | undefined;
}

export const EmptyState = ({ sentence, clearHref, clearLabel = "Clear the selection", choices = [] }: EmptyStateProps) => (
  <div className="empty">
    <p>{sentence}</p>
    <p>
      <a href={clearHref}>{clearLabel}</a>
      {choices.map((choice) => (
        <span key={choice.href}>
          {" · "}
          <a href={choice.href}>{choice.label}</a>
        </span>
      ))}
    </p>
  </div>
);
