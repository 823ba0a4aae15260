/** The question put to a card: the figures, the selection of the address, and the card's company or period. */
import type { Company } from "@/domain/facts/company";
import type { Figures } from "@/domain/figures/figures";
import type { Period } from "@/domain/values/period";
import type { Selection } from "./selection/selection";

/** The part common to all cards: the figures as known on a day, and the selection of the address. */
export interface Asked {
  readonly figures: Figures;
  readonly selection: Selection;
  /** Figures of today's record, for comparison with an earlier state; absent where `figures` are today's. */
  readonly latest?: Figures;
}

export type AskedCompany = Asked & { readonly company: Company };

/** The type of subject that the parameter in an id pattern stands for. */
export type SubjectOf<Id extends string> = Id extends `${string}:company`
  ? { readonly company: Company }
  : Id extends `${string}:period`
    ? { readonly period: Period }
    : unknown;
