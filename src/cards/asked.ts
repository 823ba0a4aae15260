/** What a card is asked: the figures, the selection of the address, and the company or period that the card is about. */
import type { Company } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import type { Period } from "@/domain/period";
import type { Selection } from "./selection/selection";

/** What every card is asked: the figures as known on a day, and the selection of the address. */
export interface Asked {
  readonly figures: Figures;
  readonly selection: Selection;
  /** The figures of today's record, for what compares an earlier state with it; absent where that is what is asked. */
  readonly latest?: Figures;
}

export type AskedCompany = Asked & { readonly company: Company };

/** What the parameter of an id pattern stands for. */
export type SubjectOf<Id extends string> = Id extends `${string}:company`
  ? { readonly company: Company }
  : Id extends `${string}:period`
    ? { readonly period: Period }
    : unknown;
