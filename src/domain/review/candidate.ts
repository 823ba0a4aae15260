/** A candidate is a figure read in a document that awaits a person's decision; its state follows from the latest decision. */
import { type Fact, isSameKey, type Source } from "../facts/fact";
import { type Figures, figuresOf } from "../figures/figures";
import { bookMonths, booksOf, type ClosedBooks, type OpenBooks } from "../measures/books";
import type { Cell, MissingCell } from "../facts/cell";
import { pool, type Pool } from "../measures/panel";
import { type Period, shift } from "../values/period";
import { type SellThrough, sellThrough } from "../measures/sellThrough";

const VERDICTS = ["accepted", "corrected", "refused", "undone"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** "proposed" waits for a person. */
export type CandidateState = "proposed" | Exclude<Verdict, "undone">;

/** A figure that may become a fact. */
export interface CandidateFigure extends Pick<Fact, "company" | "metric" | "period" | "value" | "written"> {
  readonly source: Omit<Source, "id">;
}

/** The state after decisions, in the order in which they were made. An undone decision leaves the candidate waiting again. */
export function stateAfter(verdicts: readonly Verdict[]): CandidateState {
  const last = verdicts.at(-1);
  return last === undefined || last === "undone" ? "proposed" : last;
}

/** Other readings of the same figure that give another number. */
export const rivalsOf = <T extends CandidateFigure & { readonly id: number }>(candidate: T, all: readonly T[]): T[] =>
  all.filter((one) => one.id !== candidate.id && isSameKey(one, candidate) && one.value !== candidate.value);

/** The figures with the candidate among the facts, and without those that it would replace. */
export const withCandidate = (figures: Figures, candidate: CandidateFigure, replaced: readonly Fact[] = []): Figures =>
  withCandidates(figures, [candidate], replaced);

/** The figures with these candidates recorded last, and without the facts that they would replace. */
export function withCandidates(figures: Figures, candidates: readonly CandidateFigure[], replaced: readonly Fact[] = []): Figures {
  const { record, today } = figures;
  const last = record.facts.reduce((most, { id }) => Math.max(most, id), 0);
  const added = candidates.map((one, i): Fact => ({ ...one, id: last + 1 + i, source: { ...one.source, id: 0 }, note: "" }));
  return figuresOf({ ...record, facts: [...record.facts.filter((fact) => !replaced.includes(fact)), ...added] }, today);
}

/** The facts that a candidate replaces: earlier readings of the same document. Facts from other documents stay beside it. */
export const misreadings = (facts: readonly Fact[], candidate: CandidateFigure): Fact[] =>
  facts.filter((fact) => isSameKey(fact, candidate) && fact.source.address === candidate.source.address && fact.value !== candidate.value);

export interface Change<T> {
  readonly before: T;
  readonly after: T;
}

export interface Effect {
  /** The cell of the candidate's own company, metric and period. */
  readonly cell: Change<Cell>;
  /** The months whose books use the figure. */
  readonly books: readonly (Change<ClosedBooks | OpenBooks> & { readonly month: Period })[];
  readonly ratio: Change<SellThrough | MissingCell>;
  /** Nasdaq-listed, gross, best estimate: what the overview shows. */
  readonly pool: Change<Pool>;
  /** The same metric in the periods around it, before approval, in order, without its own. */
  readonly neighbours: readonly { readonly period: Period; readonly cell: Cell }[];
}

const NEIGHBOURS = 3;

/** What approving a candidate would change, and the figures beside it in time. */
export function effectOf(figures: Figures, candidate: CandidateFigure): Effect {
  const { company, metric, period } = candidate;
  const changed = withCandidate(figures, candidate, misreadings(figures.record.facts, candidate));
  const both = <T>(of: (figures: Figures) => T): Change<T> => ({ before: of(figures), after: of(changed) });
  const steps = Array.from({ length: 2 * NEIGHBOURS + 1 }, (_, i) => i - NEIGHBOURS).filter((step) => step !== 0);
  return {
    books: bookMonths(candidate).map((month) => ({ month, ...both((of) => booksOf(of, company, month)) })),
    cell: both((of) => of.cell(company, metric, period)),
    ratio: both((of) => sellThrough(of, company, period, "gross", "best")),
    pool: both((of) => pool(of, { period, filter: { kind: "nasdaq" }, basis: "gross", mode: "best" })),
    neighbours: steps.map((step) => shift(period, step)).map((at) => ({ period: at, cell: figures.cell(company, metric, at) })),
  };
}
