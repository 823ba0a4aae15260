/**
 * The answer to every question: page, chart, CSV, JSON, XLSX and picture draw one Table. Plain data; cells may be made on access.
 * `plain` is the exact decimal for machines, `text` is for people.
 */
import type { KnownLevel, MissingReason } from "@/domain/facts/cell";
import type { Unit } from "@/domain/values/amount";
import type { NamedSource } from "@/domain/figures/rowSources";
import type { Sentence } from "./sentence";

/** How certain a number is; "pooled" mixes levels and says so in its note. */
export type TableEvidence = KnownLevel;

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

export const cellsOf = ({ rows, columns }: Pick<Table, "rows" | "columns">): TableCell[] =>
  rows.flatMap(({ cells }) => columns.flatMap(({ key }) => cells[key] ?? []));
