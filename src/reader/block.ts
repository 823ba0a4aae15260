/** What a page consists of once its layout is read: rows of tables and running text, in the order of the page. */
import type { Column } from "./cellText";
import type { Piece, Span } from "./page";

/** A value of a row, with its place in the grid where the page has one. */
export interface RowValue extends Piece {
  readonly column?: number | undefined;
  readonly grid?: number | undefined;
}

export interface RowBlock extends Span {
  readonly type: "row";
  readonly label: string;
  /** Words above the label that belong to it. */
  readonly section: string;
  readonly values: readonly RowValue[];
  readonly head: readonly Column[] | undefined;
  readonly heading: string;
  /** Power of ten of its dollars ("in thousands"). */
  readonly scale: number;
  /** Where one value ends and the next begins is only likely. */
  readonly likely?: boolean | undefined;
}

/** A row before it is known under which heading and scale it stands. */
export type GatheredRow = Omit<RowBlock, "type" | "end" | "heading" | "scale">;

export interface TextBlock extends Piece {
  readonly type: "prose" | "bullet" | "line";
  readonly heading: string;
}

export type Block = RowBlock | TextBlock;
