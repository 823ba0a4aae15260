/**
 * A card: one question about the record, with its table, chart, page and anchor; all drawings and files derive from it (registry.ts).
 * Id and page may hold one parameter: "history-:company" on "/companies/:company".
 */
import type { ChartModel } from "@/charts/model";
import type { Company } from "@/domain/facts/company";
import type { Numbered } from "@/domain/figures/naming";
import { keepSources } from "@/domain/figures/rowSources";
import { parsePeriod, type Period } from "@/domain/values/period";
import type { Asked, SubjectOf } from "./asked";
import type { DrawingOptions } from "./selection/drawing";
import { type CellMaker, lazyCells } from "./tables/lazyCells";
import type { Moment } from "./selection/selection";
import { memoizeTable } from "./selection/memoize";
import { momentWords } from "./choices/selectionWords";
import type { Column, Row, Table, TableCell, TableSource } from "./tables/table";
import { plain, type Sentence } from "./tables/sentence";
import { sourcesOfSums } from "./words/sourcedCell";

export type CardColumn<Entry, A = Asked> = Column & CellMaker<Entry, A>;

interface CardPlace<Id extends string> {
  /** Id of the table, or its pattern: anchor on the page, name of the files. */
  readonly id: Id;
  /** Path of the card's page, or its pattern; with the same parameter as the id. */
  readonly page: string;
  /** Query parameters of the page under which the card appears: { show: "production" }. */
  readonly query?: Readonly<Record<string, string>>;
  /** Paths (or patterns) whose shared preview and embed use this card's chart; with `query`, only when the address has it. */
  readonly leads?: readonly string[];
  /** Draws the answer; absent: a table alone. */
  readonly chart?: (table: Table, options: DrawingOptions) => ChartModel;
}

export interface Card<Id extends string = string, Entry = never> extends CardPlace<Id> {
  /** The answer. A method (bivariant), so that cards of every subject fit in one list. */
  table(asked: Asked & SubjectOf<Id>): Table;
  /** The same for a subset or another order of the entries: a filtered list, one year. */
  tableOf(asked: Asked & SubjectOf<Id>, entries: readonly Entry[]): Table;
}

/** The definition of a card in its file: what a row stands for, and how each column makes its cell. */
interface CardDefinition<Id extends string, Entry, A = Asked & SubjectOf<Id>> extends CardPlace<Id> {
  readonly title: string | ((asked: A) => string);
  /** What the rows stand for, in their order. */
  readonly entries: (asked: A) => readonly Entry[];
  /** One true sentence that the table supports; undefined where there is none. */
  readonly sentence?: (asked: A, entries: readonly Entry[]) => Sentence | string | undefined;
  /** What a reader must know to interpret the table correctly; always shown with it. */
  readonly caveat?: string | ((asked: A, entries: readonly Entry[]) => string | undefined);
  /** True for a title that names the state of the record itself; other titles get it appended. */
  readonly namesMoment?: true;
  /** The row's key, unique in the table, and the page that it leads to. */
  readonly row: (entry: Entry, asked: A) => { readonly key: string; readonly href?: string };
  readonly columns: readonly CardColumn<Entry, A>[] | ((asked: A) => readonly CardColumn<Entry, A>[]);
  /** For rows whose figures are sums of many: all figures behind them, in the order in which the first one names them. */
  readonly standsOn?: (entry: Entry) => readonly Numbered[];
}

/** The parts of a table besides the question. */
export interface TableParts<Entry, A> {
  readonly id: string;
  readonly title: string;
  readonly sentence?: Sentence | string | undefined;
  readonly caveat?: string | undefined;
  /** "as known on 1 May 2025": the state of the record, where it is not today's. */
  readonly moment?: string | undefined;
  readonly entries: readonly Entry[];
  readonly row: (entry: Entry, asked: A) => { readonly key: string; readonly href?: string };
  readonly columns: readonly CardColumn<Entry, A>[];
  /** All sources of the rows, where their figures are sums of many: collecting them cell by cell would be slow. */
  readonly sources?: (() => readonly TableSource[]) | undefined;
}

/** Makes a table: a row for each entry, a cell for each column; cells are made on first access. */
export function makeTable<Entry, A>(
  asked: A,
  { id, title, sentence = "", caveat, moment, entries, row, columns, sources }: TableParts<Entry, A>,
): Table {
  const words = typeof sentence === "string" ? { sentence } : { sentence: plain(sentence), linked: sentence };
  const rows = entries.map((entry): Row => {
    const place = row(entry, asked);
    return { cells: lazyCells(columns, entry, asked, place.href), ...place };
  });
  if (sources) keepSources(rows, sources);
  return {
    id,
    title,
    ...(words.sentence !== "" && words),
    ...(caveat !== undefined && { caveat }),
    ...(moment !== undefined && { moment }),
    columns: columns.map(fieldOf),
    rows,
  };
}

/** Makes one row on its own, with all its cells. */
export function makeRow<Entry, A>(asked: A, entry: Entry, { row, columns }: Pick<TableParts<Entry, A>, "row" | "columns">): Row {
  const place = row(entry, asked);
  const cells: Record<string, TableCell> = {};
  for (const { key, cell } of columns) cells[key] = cell(entry, asked, place.href);
  return { ...place, cells };
}

export function card<const Id extends string, Entry>(definition: CardDefinition<Id, Entry>): Card<Id, Entry> {
  type A = Asked & SubjectOf<Id>;
  const { title, entries, sentence, caveat, namesMoment, row, columns, standsOn, ...place } = definition;
  const idOf = (asked: A) => fillPattern(place.id, subjectText(asked));
  const tableOf = (asked: A, list: readonly Entry[]): Table => {
    const moment = momentWords(asked.selection);
    return makeTable(asked, {
      id: idOf(asked),
      title: titleAt(typeof title === "string" ? title : title(asked), namesMoment === true ? undefined : moment),
      sentence: sentence?.(asked, list),
      caveat: typeof caveat === "function" ? caveat(asked, list) : caveat,
      moment,
      entries: list,
      row,
      columns: typeof columns === "function" ? columns(asked) : columns,
      sources: standsOn && (() => sourcesOfSums(asked.figures, list.map(standsOn))),
    });
  };
  return { ...place, tableOf, table: memoizeTable((asked: A) => tableOf(asked, entries(asked)), idOf) };
}

const titleAt = (title: string, moment: string | undefined): string => (moment === undefined ? title : `${title}, ${moment}`);

/** The title of a table in the state of the record that a selection asks for. */
export function titleIn({ title, moment }: Pick<Table, "title" | "moment">, state: Moment): string {
  const own = moment === undefined ? "" : `, ${moment}`;
  return title.endsWith(own) ? titleAt(title.slice(0, title.length - own.length), momentWords(state)) : title;
}

/** The column without its cells: what a table states about it. */
export const fieldOf = ({ cell: _, ...field }: CardColumn<never, never>): Column => field;

/** The subject of a question, as written in an id. */
const subjectText = ({ company, period }: Asked & { readonly company?: Company; readonly period?: Period }): PathParameters => ({
  ...(company && { company: company.id }),
  ...(period !== undefined && { period }),
});

/** The parameter of an id as text: { company: "hive" }; no entry where the pattern has none. */
export type PathParameters = Readonly<{ company?: string; period?: string }>;

const PATTERN = /^(.*):(company|period)(.*)$/;

/** The parameters that turn a pattern of an id or a path into `text`; undefined when there are none. */
export function matchPattern(pattern: string, text: string): PathParameters | undefined {
  const [, before = "", name, after = ""] = PATTERN.exec(pattern) ?? [];
  if (name === undefined) return pattern === text ? {} : undefined;
  if (!text.startsWith(before) || !text.endsWith(after) || text.length <= before.length + after.length) return undefined;
  const value = text.slice(before.length, text.length - after.length);
  const fits = name === "period" ? parsePeriod(value) !== undefined : /^[^/]+$/.test(value);
  return fits ? { [name]: value } : undefined;
}

export const fillPattern = (pattern: string, { company = "", period = "" }: PathParameters): string =>
  pattern.replace(":company", company).replace(":period", period);
