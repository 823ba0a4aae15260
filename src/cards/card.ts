/**
 * A card: one question about the record, and everything that follows from its answer. Its table, chart, page and anchor stand in one
 * value, from which the page's section, the files, the picture, the embed, the API and the site map are made (see registry.ts).
 * An id or a page may hold one parameter, ":company" or ":period": "history-:company" on "/companies/:company".
 */
import type { ChartModel } from "@/charts/model";
import type { Company } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { parsePeriod, type Period } from "@/domain/period";
import type { DrawingOptions } from "./charts/cellFigure";
import type { Selection } from "./selection/selection";
import type { Table } from "./table";

/** What every card is asked: the figures as known on a day, and the selection of the address. */
export interface Asked {
  readonly figures: Figures;
  readonly selection: Selection;
}

/** What the parameter of an id pattern stands for. */
export type SubjectOf<Id extends string> = Id extends `${string}:company`
  ? { readonly company: Company }
  : Id extends `${string}:period`
    ? { readonly period: Period }
    : unknown;

export interface Card<Id extends string = string> {
  /** Id of the table, or its pattern: anchor on the page, name of the files. */
  readonly id: Id;
  /** Path of the page on which it stands, or its pattern; the same parameter as in the id. */
  readonly page: string;
  /** The page's own parameters with which it stands there: { show: "production" }. */
  readonly query?: Readonly<Record<string, string>>;
  /** Paths (or patterns) that are shared and embedded with this card's chart; with `query`, only when the address has it. */
  readonly leads?: readonly string[];
  /** The answer. A method, so that cards of every subject stand in one list. */
  table(asked: Asked & SubjectOf<Id>): Table;
  /** How the answer is drawn; absent: a table alone. */
  readonly chart?: (table: Table, options: DrawingOptions) => ChartModel;
}

/** Keeps the id as a literal type, so that `table` knows its subject. */
export const card = <const Id extends string>(definition: Card<Id>): Card<Id> => definition;

/** What an id's parameter is, as text: { company: "hive" }; no entry where the pattern has none. */
export type PathParameters = Readonly<{ company?: string; period?: string }>;

const PATTERN = /^(.*):(company|period)(.*)$/;

/** The parameters with which `text` is made from a pattern of an id or a path; undefined when it is not. */
export function matchPattern(pattern: string, text: string): PathParameters | undefined {
  const [, before = "", name, after = ""] = PATTERN.exec(pattern) ?? [];
  if (name === undefined) return pattern === text ? {} : undefined;
  if (!text.startsWith(before) || !text.endsWith(after) || text.length <= before.length + after.length) return undefined;
  const value = text.slice(before.length, text.length - after.length);
  const fits = name === "period" ? parsePeriod(value) !== undefined : /^[^/]+$/.test(value);
  return fits ? { [name]: value } : undefined;
}

/** A pattern with its parameter filled in. */
export function fillPattern(pattern: string, { company = "", period = "" }: PathParameters): string {
  return pattern.replace(":company", company).replace(":period", period);
}
