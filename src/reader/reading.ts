/**
 * A reading: one figure as one place of a document states it, before the places are weighed against each other.
 * Made from tables and from sentences; turned into candidates by weigh.
 * Rule guarded: whatever speaks against a figure is written down where it is noticed, in words that an operator understands.
 */
import type { MetricId } from "@/domain/metric";
import type { Period } from "@/domain/period";

export interface Reading {
  readonly metric: MetricId;
  readonly period: Period;
  /** In the smallest part of the metric's unit. */
  readonly amount: number;
  /** The figure as printed: "19,2113", "$38.8 million". */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly origin: "table" | "list" | "sentence" | "heading";
  /** Why a person must look: these stand whatever else the document says. */
  readonly doubts: readonly string[];
  /** Why a person must look unless another place or a sum in the document confirms the figure. */
  readonly questions: readonly string[];
  /** How it was read; good to know, no reason for doubt. */
  readonly notes: readonly string[];
  /** Other amounts that the same characters could mean (a footnote digit that may belong to the figure). */
  readonly alternatives: readonly number[];
  /** The words say that it is the company's own part ("self-mined"). */
  readonly own?: boolean;
}

/** Production per day, kept only to check the month's total against. */
export interface DailyRate {
  readonly period: Period;
  /** BTC per day as printed. */
  readonly perDay: number;
  /** Half a unit of its last decimal. */
  readonly precision: number;
  /** From a table's row; a sentence may speak of one site, so it confirms only. */
  readonly firm: boolean;
}

export interface Readings {
  readonly readings: readonly Reading[];
  readonly daily: readonly DailyRate[];
  readonly warnings: readonly string[];
}

/** What the document is about, as far as it was found out; every reader of a part of it needs this. */
export interface Subject {
  /** The month of a monthly release. */
  readonly month: Period | undefined;
  /** The quarter of a quarterly report. */
  readonly quarter: Period | undefined;
  /** Doubts about the month that touch every figure. */
  readonly doubts: readonly string[];
  readonly publishedOn: string | undefined;
  /** Words for the company itself and for other companies, to tell whose figure a sentence gives. */
  readonly otherNames: readonly string[];
  /** Words of the company's own names and tickers, in small letters. */
  readonly ownWords: ReadonlySet<string>;
  /** The document speaks of customers' or cloud mining, so that "production" may include theirs. */
  readonly minesForOthers: boolean;
  /** "$" means US dollars. */
  readonly usDollars: boolean;
  /** Footnotes are marked with digits. */
  readonly numberedNotes: boolean;
}
