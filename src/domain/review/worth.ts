/** Sorts the queue by value of decisions: closed books first, then production added to coverage, last figures on record already. */
import { bookMonths, booksClose } from "../measures/books";
import { type CandidateFigure, misreadings, withCandidate, withCandidates } from "./candidate";
import { isKnown } from "../facts/cell";
import type { CompanyId } from "../facts/company";
import type { Figures } from "../figures/figures";
import { type Flag, flagsOf } from "./flags";
import { groupBy } from "../shared/group";
import { lazily } from "../shared/once";
import { ownFigures } from "../figures/ownFigures";
import type { Period } from "../values/period";

export interface Worth {
  /** Months whose books close with this decision alone. */
  readonly closes: number;
  /** Months whose books close when the company's whole queue is approved too. */
  readonly closesTogether: number;
  /** Production, in satoshis, that this decision alone adds to coverage. */
  readonly covers: number;
  readonly coversTogether: number;
  readonly isOnRecord: boolean;
}

interface Queued extends CandidateFigure {
  readonly id: number;
  readonly document: { readonly id: number };
  readonly confidence: "high" | "low";
}

/** The worth of each candidate, in the order given. */
export const worthsOf = (figures: Figures, waiting: readonly Queued[]): Map<number, Worth> => each(figures, waiting, worthOf);

interface Weighed extends Worth {
  readonly flags: readonly Flag[];
}

/** The same with what speaks against each: both ask for the figures with it, which are worked out once. */
export const weigh = (figures: Figures, waiting: readonly Queued[]): Map<number, Weighed> =>
  each(figures, waiting, (one, now, alone, all) => ({ flags: flagsOf(now, one, alone), ...worthOf(one, now, alone, all) }));

/** `now`: the figures of the candidate's company; `alone`: with it; `all`: with all that waits of the company. */
type Weigh<V> = (one: Queued, now: Figures, alone: () => Figures, all: Figures) => V;

function each<V>(figures: Figures, waiting: readonly Queued[], weighOne: Weigh<V>): Map<number, V> {
  const found = new Map<number, V>();
  for (const [company, own] of groupBy(waiting, (one) => one.company)) {
    const now = ownFigures(figures, company);
    // Of several readings of one figure, the one with more confidence counts.
    const surest = [...own].sort((a, b) => Number(a.confidence === "high") - Number(b.confidence === "high"));
    const all = withCandidates(
      now,
      surest.filter((one) => !isOnRecord(now, one)),
    );
    for (const one of own) {
      const alone = lazily(() => withCandidate(now, one, misreadings(now.record.facts, one)));
      found.set(one.id, weighOne(one, now, alone, all));
    }
  }
  return found;
}

const NOTHING = { closes: 0, closesTogether: 0, covers: 0, coversTogether: 0 };

function worthOf(one: Queued, now: Figures, alone: () => Figures, all: Figures): Worth {
  if (isOnRecord(now, one)) return { ...NOTHING, isOnRecord: true };
  const { company, period } = one;
  // A figure outside the books adds no month to coverage either, nor does another amount for a covered month.
  const months = bookMonths(one);
  if (months.length === 0) return { ...NOTHING, isOnRecord: false };
  const open = months.filter((month) => !booksClose(now, company, month));
  const closing = (after: () => Figures) => open.filter((month) => booksClose(after(), company, month)).length;
  const covering = (after: () => Figures) => (covered(now, company, period) > 0 ? 0 : covered(after(), company, period));
  return {
    closes: closing(alone),
    closesTogether: closing(() => all),
    covers: covering(alone),
    coversTogether: covering(() => all),
    isOnRecord: false,
  };
}

/** The queue, document by document, the most valuable first. */
export function sortedByWorth<T extends Queued>(figures: Figures, waiting: readonly T[], worths = worthsOf(figures, waiting)): T[] {
  const of = ({ id }: T) => rank(worths.get(id));
  return [...groupBy(waiting, ({ document }) => document.id).values()]
    .map((group) => [...group].sort((a, b) => compare([...of(a), -a.id], [...of(b), -b.id])))
    .sort(([a], [b]) => (a && b ? compare([...of(a), -a.document.id], [...of(b), -b.document.id]) : 0))
    .flat();
}

/** Larger numbers come first. */
function rank(worth: Worth | undefined): readonly number[] {
  if (worth === undefined) return [];
  return [worth.isOnRecord ? 0 : 1, worth.closes, worth.closesTogether, worth.covers, worth.coversTogether];
}

function compare(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, i) => value !== b[i]);
  return at === -1 ? 0 : Number(b[at]) - Number(a[at]);
}

/** Production of a month in which production and sales are known; else nothing. */
function covered(figures: Figures, company: CompanyId, month: Period): number {
  const [produced, sold] = [figures.cell(company, "btc_produced", month), figures.cell(company, "btc_sold", month)];
  return isKnown(produced) && isKnown(sold) ? produced.value : 0;
}

/** The figures still to decide; the others are on record already. */
export const undecided = <C extends CandidateFigure>(figures: Figures, read: readonly C[]): C[] =>
  read.filter((one) => !isOnRecord(figures, one));

/** Whether exactly this figure is on record. */
export function isOnRecord(figures: Figures, { company, metric, period, value }: CandidateFigure): boolean {
  const choice = figures.choice(company, metric, period);
  return choice !== undefined && [choice.chosen, ...choice.others].some((fact) => fact.value === value);
}
