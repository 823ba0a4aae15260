/**
 * What every question is answered with: page, chart, CSV, JSON, XLSX and picture draw one Table. Plain data; cells may be made when read.
 * `plain` is the exact decimal for machines, `text` what a person reads.
 */
import type { Evidence, MissingReason } from "@/domain/cell";
import type { Unit } from "@/domain/amount";
import type { NamedSource } from "@/domain/rowSources";
import type { Sentence } from "./words/sentence";

/** How far a number may be trusted; "pooled" mixes levels and says so in its note. */
export type TableEvidence = Exclude<Evidence, "missing">;

export type TableSource = NamedSource;

export interface Column {
  /** Stable name, with the unit in it: "sold_btc". The CSV's column head. */
  readonly key: string;
  readonly label: string;
  readonly kind: "text" | "number";
  /** Unit of a number column; "%" for ratios, "" for counts. */
  readonly unit: Unit | "%" | "";
  /** One sentence for the data dictionary and the column's title. */
  readonly description: string;
  /** A column of words, each linked to the source that says so; files name its address in a column of their own. */
  readonly sourced?: true;
}

export type TableCell =
  | {
      readonly kind: "text";
      readonly text: string;
      readonly href?: string;
      readonly note?: string;
      /** What it is sorted by where that is not its text: "2025-12" of "Dec 2025". */
      readonly order?: string;
    }
  | {
      readonly kind: "value";
      /** Exact plain decimal in the column's unit: "853.7", "102.59" for a percentage. */
      readonly plain: string;
      readonly text: string;
      readonly evidence: TableEvidence;
      /** True where a second-hand fact is among those that it stands on; said beside the evidence wherever it appears. */
      readonly secondHand?: true | undefined;
      /** Where the figure is explained: its facts, its derivation, what else was reported. */
      readonly href?: string;
      readonly sources: readonly TableSource[];
      readonly note?: string;
    }
  | {
      /** How many of something: counted by us, so there is no evidence to state. */
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
  /** What a reader must know to read it aright. */
  readonly caveat?: string;
  /** "as known on 1 May 2025": the state of the record that it is of, where that is not today's; its title says it too. */
  readonly moment?: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** Every cell of a table, row by row. */
export const cellsOf = ({ rows, columns }: Pick<Table, "rows" | "columns">): TableCell[] =>
  rows.flatMap(({ cells }) => columns.flatMap(({ key }) => cells[key] ?? []));
