/** How a page's address has its charts drawn: beside what, and which part of them. */
import type { Event } from "@/domain/facts/record";
import { ownValue } from "./ownChoice";
import type { SearchParams } from "./selection";

/** Scales of bitcoin's price below a chart, as written in an address (`price`). */
export const PRICE_SCALES = ["linear", "log"] as const;

export interface DrawingOptions {
  /** Dated events to mark on time axes. */
  readonly events?: readonly Event[];
  /** Absent: the price is not drawn. */
  readonly price?: (typeof PRICE_SCALES)[number] | undefined;
  /** For a chart with small multiples: draw only the one of this index, from 0. */
  readonly only?: number;
}

/** The price scale requested by a page's address. */
export const priceOf = (params: SearchParams): DrawingOptions["price"] => priceIn(ownValue(params, "price"));

/** The same from one value: undefined for "none". */
export const priceIn = (value: string): DrawingOptions["price"] => PRICE_SCALES.find((scale) => scale === value);
