/** The content of a page after layout analysis: rows of tables and running text, in page order. */
import type { Column } from "./columns";
import type { Piece, Span } from "../page/page";

/** A value of a row, with its place in the grid where the page has one. */
export interface RowValue extends Piece {
  readonly column?: number | undefined;
  readonly grid?: number | undefined;
  /** What stands behind it in brackets, in its cell. */
  readonly aside?: Piece | undefined;
}

export interface RowBlock extends Span {
  readonly type: "row";
  readonly label: string;
  /** Text above the label that belongs to it. */
  readonly section: string;
  readonly values: readonly RowValue[];
  readonly columns: readonly Column[] | undefined;
  readonly heading: string;
  /** Power of ten of its dollars ("in thousands"). */
  readonly scale: number;
  /** Not all of its table is in those dollars: "(in thousands, except bitcoin)". */
  readonly mixed: boolean;
  /** Its table began with dollars. */
  readonly money: boolean;
  /** The boundaries between values are only likely. */
  readonly likely?: boolean | undefined;
}

/** A row before its heading and scale are known. */
export type GatheredRow = Omit<RowBlock, "type" | "end" | "heading" | "scale" | "money" | "mixed">;

export interface TextBlock extends Piece {
  readonly type: "prose" | "bullet" | "line";
  readonly heading: string;
}

export type Block = RowBlock | TextBlock;
