/**
 * The answer to every question: page, chart, CSV, JSON, XLSX and picture draw one Table. Plain data; cells may be made on access.
 * `plain` is the exact decimal for machines, `text` is for people.
 */
import type { Evidence, MissingReason } from "@/domain/facts/cell";
import type { Company } from "@/domain/facts/company";
import type { Unit } from "@/domain/values/amount";
import type { NamedSource } from "@/domain/figures/rowSources";
import type { Period } from "@/domain/values/period";

/** How certain a number is; "pooled" mixes levels and says so in its note. */
export type TableEvidence = Exclude<Evidence, "missing">;

export type TableSource = NamedSource;

export interface Column {
  /** Stable name, with its unit: "sold_btc". The column's header in CSV. */
  readonly key: string;
  readonly label: string;
  readonly kind: "text" | "number";
  /** Unit of a number column; "%" for ratios, "" for counts. */
  readonly unit: Unit | "%" | "";
  /** One sentence for the data dictionary and the column's title. */
  readonly description: string;
  /** A column of words, each linked to its source; files give the source's address in a separate column. */
  readonly sourced?: true;
}

export type TableCell =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly href?: string;
      readonly note?: string;
      /** What files give instead of the text: "2025-12" for "Dec 2025", "" for a day that is not known. */
      readonly plain?: string;
      /** Sort value where it differs from the text. */
      readonly order?: string;
    }
  | {
      readonly kind: "value";
      /** Exact plain decimal in the column's unit: "853.7", "102.59" for a percentage. */
      readonly plain: string;
      readonly text: string;
      readonly evidence: TableEvidence;
      /** True where the figure rests on a second-hand fact; always shown beside the evidence. */
      readonly secondHand?: true | undefined;
      /** The page that explains the figure: its facts, its derivation, other reported values. */
      readonly href?: string;
      readonly sources: readonly TableSource[];
      readonly note?: string;
      /** It counts something else than the figures around it: no line of a chart leads to it, and no index begins at it. */
      readonly apart?: true;
    }
  | {
      /** A count of something: counted by us, so it has no evidence level. */
      readonly kind: "count";
      readonly plain: string;
      readonly text: string;
      readonly href?: string;
      readonly note?: string;
    }
  | {
      readonly kind: "missing";
      readonly reason: MissingReason;
      readonly text: string;
      readonly href?: string;
    };

export interface Row {
  readonly key: string;
  readonly href?: string;
  readonly cells: Readonly<Record<string, TableCell>>;
}

export interface Table {
  /** Slug of the subject, for anchors and file names: "miners-2025-03". */
  readonly id: string;
  readonly title: string;
  /** One true sentence that the table supports: the chart's alternative text, a picture's subtitle. */
  readonly sentence?: string;
  /** The same sentence with its links, for pages. */
  readonly linked?: Sentence;
  /** What a reader must know to interpret the table correctly. */
  readonly caveat?: string;
  /** "as known on 1 May 2025": the state of the record, where it is not today's; the title repeats it. */
  readonly moment?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Every cell of a table, row by row. */
export const cellsOf = ({ rows, columns }: Pick<Table, "rows" | "columns">): TableCell[] =>
  rows.flatMap(({ cells }) => columns.flatMap(({ key }) => cells[key] ?? []));

/** A sentence about facts: plain data whose figures link to their explanation. */
export interface SentencePart {
  readonly text: string;
  readonly href?: string;
}

export type Sentence = readonly SentencePart[];

/** Builds a sentence from plain text and linked parts: sentence`In ${period}, …` keeps parts as they are. */
export function sentence(strings: TemplateStringsArray, ...values: (string | number | SentencePart | Sentence)[]): Sentence {
  const parts: SentencePart[] = [];
  strings.forEach((text, index) => {
    if (text !== "") parts.push({ text });
    const value = values[index];
    if (value === undefined) return;
    if (typeof value === "string" || typeof value === "number") parts.push({ text: String(value) });
    else if (Array.isArray(value)) parts.push(...(value as Sentence));
    else parts.push(value as SentencePart);
  });
  return joinText(parts);
}

export const link = (text: string, href: string): SentencePart => ({ text, href });

/** The sentence without its links. */
export const plain = (words: Sentence): string => words.map((part) => part.text).join("");

/** Joins sentences into one text. */
export const joinSentences = (sentences: readonly Sentence[]): Sentence =>
  joinText(sentences.flatMap((words, at) => (at === 0 ? words : [{ text: " " }, ...words])));

/** "A", "A and B", "A, B and C" with their links. */
export const enumerated = (names: readonly Sentence[]): Sentence =>
  joinText(names.flatMap((name, at) => (at === 0 ? name : [{ text: at === names.length - 1 ? " and " : ", " }, ...name])));

function joinText(parts: readonly SentencePart[]): Sentence {
  const joined: SentencePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last && last.href === undefined && part.href === undefined) joined[joined.length - 1] = { text: last.text + part.text };
    else joined.push(part);
  }
  return joined;
}

export interface GridRow {
  readonly company: Company;
  /** One for each period, oldest first; may be made on access. */
  readonly cells: readonly TableCell[];
}

export interface CompanyGrid<Row extends GridRow = GridRow> {
  readonly periods: readonly Period[];
  readonly rows: readonly Row[];
}

export interface GridEntry {
  readonly company: Company;
  readonly period: Period;
  readonly row: GridRow;
  readonly at: number;
}

export const gridEntries = ({ rows, periods }: CompanyGrid): GridEntry[] =>
  rows.flatMap((row) => periods.map((period, at) => ({ company: row.company, period, row, at })));

export const cellOf = ({ row, at }: GridEntry): TableCell => row.cells[at] as TableCell;

/** The grid with only its first rows. */
export const firstRowsOf = <Row extends GridRow>(grid: CompanyGrid<Row>, most: number): CompanyGrid<Row> => ({
  ...grid,
  rows: grid.rows.slice(0, most),
});
