/**
 * Finds candidates that independent evidence confirms, so that a person may approve them together. Figures + all waiting candidates → those
 * that were read with high confidence, that a second document states too or that close the books, and that nothing contradicts.
 * Rules: a copy of the same words is not a second document; books count when all their terms are stated and close within one bitcoin; two
 * readings of one figure that differ confirm neither. Confirmed candidates are tested together, as the record they would make: a month
 * whose other figures are confirmed too does not count as a gap.
 */
import { SATS_PER_BTC } from "../values/amount";
import { bookMonths, booksOf } from "../measures/books";
import { type CandidateFigure, withCandidates } from "./candidate";
import { isSameKey, keyOf } from "../facts/fact";
import { type Figures, figuresOf } from "../figures/figures";
import { flagsOf } from "./flags";
import { groupBy, byFirst } from "../shared/group";
import { ownFigures } from "../figures/ownFigures";
import { byTime } from "../values/period";
import { lastUnit } from "../facts/precision";

export interface WaitingFigure extends CandidateFigure {
  readonly id: number;
  readonly document: { readonly id: number };
  readonly confidence: "high" | "low";
  /** The reader's objections. */
  readonly vetoedBy: readonly string[];
  /** Other numbers that the same document may mean. */
  readonly alternatives: readonly unknown[];
  /** The words around the figure, reduced to letters and digits to compare texts. */
  readonly words: string;
}

export const CONFIRMATIONS = ["secondDocument", "books"] as const;
export type Confirmation = (typeof CONFIRMATIONS)[number];

export const CONFIRMATION_LABEL: Readonly<Record<Confirmation, string>> = {
  secondDocument: "a second document states it too",
  books: "the books close with it",
};

export interface Confirmed<T extends WaitingFigure = WaitingFigure> {
  readonly candidate: T;
  readonly by: readonly Confirmation[];
}

/** The confirmed candidates, oldest period first. */
export function confirmedOf<T extends WaitingFigure>(figures: Figures, waiting: readonly T[]): Confirmed<T>[] {
  const known = new Set(figures.record.companies.map(({ id }) => id));
  return [...groupBy(waiting, ({ company }) => company)]
    .filter(([company]) => known.has(company))
    .flatMap(([company, own]) => confirmedFor(ownFigures(figures, company), own))
    .sort(({ candidate: a }, { candidate: b }) => byFirst(byTime(a.period, b.period), a.id - b.id));
}

function confirmedFor<T extends WaitingFigure>(figures: Figures, waiting: readonly T[]): Confirmed<T>[] {
  const byKey = groupBy(waiting, ({ metric, period }) => `${metric} ${period}`);
  const rivals = (one: T) => (byKey.get(`${one.metric} ${one.period}`) ?? []).filter((other) => other.id !== one.id);
  const sure = waiting.filter(
    (one) =>
      one.confidence === "high" &&
      one.vetoedBy.length === 0 &&
      one.alternatives.length === 0 &&
      !rivals(one).some((other) => other.confidence === "high" && !agree(one, other)),
  );
  const seconded = new Set(sure.filter((one) => rivals(one).some((other) => isSecond(one, other))));
  // Each round only removes candidates, so the loop ends. Unconfirmed ones go first: they must not contradict the others.
  for (let kept = sure; ;) {
    const together = withCandidates(figures, kept);
    const withoutKey = withoutKeys(together, figures);
    const confirmed = kept
      .map((candidate) => ({ candidate, by: confirmationsOf(candidate, seconded.has(candidate), together) }))
      .filter(({ by }) => by.length > 0);
    const left =
      confirmed.length < kept.length
        ? confirmed
        : confirmed.filter(({ candidate }) => isUnopposed(candidate, together, withoutKey(candidate)));
    if (left.length === kept.length) return left;
    kept = left.map(({ candidate }) => candidate);
  }
}

/** Whether another document states the figure in other words. */
const isSecond = (one: WaitingFigure, other: WaitingFigure): boolean =>
  one.document.id !== other.document.id && one.source.address !== other.source.address && one.words !== other.words && agree(one, other);

/** Equal after rounding to the coarser one's last written digit. */
function agree(a: CandidateFigure, b: CandidateFigure): boolean {
  const step = Math.max(lastUnit(a), lastUnit(b));
  return Math.round(a.value / step) === Math.round(b.value / step);
}

const confirmationsOf = (candidate: WaitingFigure, isSeconded: boolean, together: Figures): Confirmation[] => [
  ...(isSeconded ? (["secondDocument"] as const) : []),
  ...(closesBooks(candidate, together) ? (["books"] as const) : []),
];

const closesBooks = (candidate: WaitingFigure, together: Figures): boolean =>
  bookMonths(candidate).some((month) => {
    const books = booksOf(together, candidate.company, month);
    if (books.state === "open" || Math.abs(books.unexplained) > SATS_PER_BTC) return false;
    return [books.heldBefore, books.produced, books.sold, books.heldAfter].every(({ evidence }) => evidence === "reported");
  });

/** The figures of a round with only recorded facts for the key of a candidate, which other candidates may share. */
function withoutKeys(together: Figures, recorded: Figures): (candidate: WaitingFigure) => Figures {
  const onRecord = new Set(recorded.record.facts.map(({ id }) => id));
  const made = new Map<string, Figures>();
  return (candidate) => {
    const key = keyOf(candidate);
    const { record, today } = together;
    const known = made.get(key);
    if (known) return known;
    const facts = record.facts.filter((fact) => onRecord.has(fact.id) || !isSameKey(fact, candidate));
    const without = figuresOf({ ...record, facts }, today);
    made.set(key, without);
    return without;
  };
}

/** The figures with an undisputed candidate are those of the round already. */
const isUnopposed = (candidate: WaitingFigure, together: Figures, without: Figures): boolean =>
  flagsOf(without, candidate, isUndisputed(candidate, together) ? () => together : undefined).length === 0;

/** Whether all that is said about its key is the same figure: which of them is chosen then changes no other. */
function isUndisputed(candidate: WaitingFigure, together: Figures): boolean {
  const { company, metric, period, value, written } = candidate;
  const choice = together.choice(company, metric, period);
  return choice !== undefined && [choice.chosen, ...choice.others].every((fact) => fact.value === value && fact.written === written);
}
