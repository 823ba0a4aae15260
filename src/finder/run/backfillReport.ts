/** The result of a backfill: confirmed figures and by what, choices left to a person, and the record's coverage before and after. */
import { booksClose } from "@/domain/measures/books";
import { withCandidates } from "@/domain/review/candidate";
import { isKnown } from "@/domain/facts/cell";
import type { CompanyId } from "@/domain/facts/company";
import type { Confirmation, Confirmed, WaitingFigure } from "@/domain/review/confirmed";
import { keyOf } from "@/domain/facts/fact";
import type { Figures } from "@/domain/figures/figures";
import { groupBy } from "@/domain/shared/group";
import { monthOfDay, type Period, periodRange } from "@/domain/values/period";

export interface Coverage {
  /** Company-months whose books close. */
  readonly booksClosed: number;
  /** Company-months with production and sales known. */
  readonly covered: number;
  /** Company-months with known production. */
  readonly produced: number;
  /** Their production in satoshis. */
  readonly coveredProduction: number;
  readonly knownProduction: number;
}

export interface BackfillReport {
  readonly waiting: number;
  readonly confirmed: Readonly<Record<Confirmation, number>>;
  /** Confirmed by either rule. */
  readonly confirmedFigures: number;
  /** Figures of one company, metric and period with different candidates, or ambiguous in the document itself. */
  readonly choices: number;
  readonly before: Coverage;
  readonly after: Coverage;
  /** Company-months whose books do not close now, but do when the confirmed figures are approved. */
  readonly newlyClosed: readonly { readonly company: CompanyId; readonly month: Period }[];
}

/** `from` is the first month of the backfill. */
export function backfillReport<T extends WaitingFigure>(
  figures: Figures,
  waiting: readonly Omit<T, "words">[],
  confirmed: readonly Confirmed<T>[],
  companies: readonly CompanyId[],
  from: Period,
): BackfillReport {
  const after = withCandidates(
    figures,
    confirmed.map(({ candidate }) => candidate),
  );
  const confirmedBy = (kind: Confirmation) => confirmed.filter(({ by }) => by.includes(kind)).length;
  const months = periodRange(from, monthOfDay(figures.today));
  const pairs = companies.flatMap((company) => months.map((month) => ({ company, month })));
  return {
    waiting: waiting.length,
    confirmed: { secondDocument: confirmedBy("secondDocument"), books: confirmedBy("books") },
    confirmedFigures: confirmed.length,
    choices: choicesIn(waiting),
    before: coverageOf(figures, pairs),
    after: coverageOf(after, pairs),
    newlyClosed: pairs.filter(({ company, month }) => booksClose(after, company, month) && !booksClose(figures, company, month)),
  };
}

type Pair = BackfillReport["newlyClosed"][number];

function coverageOf(figures: Figures, pairs: readonly Pair[]): Coverage {
  const known = pairs.flatMap(({ company, month }) => {
    const produced = figures.cell(company, "btc_produced", month);
    return isKnown(produced) ? [{ produced: produced.value, isCovered: isKnown(figures.cell(company, "btc_sold", month)) }] : [];
  });
  const sum = (list: typeof known) => list.reduce((total, { produced }) => total + produced, 0);
  const covered = known.filter(({ isCovered }) => isCovered);
  return {
    booksClosed: pairs.filter(({ company, month }) => booksClose(figures, company, month)).length,
    covered: covered.length,
    produced: known.length,
    coveredProduction: sum(covered),
    knownProduction: sum(known),
  };
}

const choicesIn = (waiting: readonly Pick<WaitingFigure, "company" | "metric" | "period" | "value" | "alternatives">[]): number =>
  [...groupBy(waiting, keyOf).values()].filter(
    (same) => new Set(same.map(({ value }) => value)).size > 1 || same.some(({ alternatives }) => alternatives.length > 0),
  ).length;
