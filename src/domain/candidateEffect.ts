/** What approving a candidate would change: books, sell-through and the pooled number before and after, and figures beside it. */
import { bookMonths, booksOf, type ClosedBooks, type OpenBooks } from "./books";
import type { Cell, MissingCell } from "./cell";
import { type CandidateFigure, misreadings, withCandidate } from "./candidate";
import type { Figures } from "./figures";
import { pool, type Pool } from "./panel";
import { type Period, shift } from "./period";
import { type SellThrough, sellThrough } from "./sellThrough";

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

export interface Effect {
  /** The cell of the candidate's own company, metric and period. */
  readonly cell: Change<Cell>;
  /** The months whose books the figure stands in. */
  readonly books: readonly (Change<ClosedBooks | OpenBooks> & { readonly month: Period })[];
  readonly ratio: Change<SellThrough | MissingCell>;
  /** Nasdaq-listed, gross, best estimate: what the overview shows. */
  readonly pool: Change<Pool>;
  /** The same metric in the periods around it, before approval, in order; its own left out. */
  readonly neighbours: readonly { readonly period: Period; readonly cell: Cell }[];
}

const NEIGHBOURS = 3;

export function effectOf(figures: Figures, candidate: CandidateFigure): Effect {
  const { company, metric, period } = candidate;
  const changed = withCandidate(figures, candidate, misreadings(figures.record.facts, candidate));
  const both = <T>(of: (figures: Figures) => T): Change<T> => ({ before: of(figures), after: of(changed) });
  const steps = Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, i) => i - NEIGHBOURS).filter((step) => step !== 0);
  return {
    books: bookMonths(candidate).map((month) => ({ month, ...both((of) => booksOf(of, company, month)) })),
    cell: both((of) => of.cell(company, metric, period)),
    ratio: both((of) => sellThrough(of, company, period)),
    pool: both((of) => pool(of, { period, filter: { kind: "nasdaq" }, basis: "gross", mode: "best" })),
    neighbours: steps.map((step) => shift(period, step)).map((at) => ({ period: at, cell: figures.cell(company, metric, at) })),
  };
}
