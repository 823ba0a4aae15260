/**
 * Do the books close? Held before + produced + purchased − sold − held after = unexplained, a finding about a company's own disclosures.
 * Books that cannot be closed name the unknown term.
 */
import { plainAmount } from "@/domain/values/amount";
import { booksOf, type BooksTerm, type ClosedBooks, type OpenBooks } from "@/domain/measures/books";
import { isKnown } from "@/domain/facts/cell";
import { type Company, shortName } from "@/domain/facts/company";
import type { Figures } from "@/domain/figures/figures";
import { formatMetric, METRICS } from "@/domain/values/metric";
import { byTime, firstMonth, kindOf, lastMonth, monthsOf, type Period, periodRange, quarterOf, shift } from "@/domain/values/period";
import type { Asked, AskedCompany } from "../asked";
import { card, type CardColumn } from "../card";
import { figureAddress } from "../selection/address";
import { memoize } from "../selection/memoize";
import { companyMonths, companiesInScope, inRange } from "../selection/scope";
import type { TableCell } from "../tables/table";
import { metricCell, textCell, unknownCell, valueCell } from "../words/cells";
import { columnsOf, companyColumn, periodColumn } from "../words/columns";
import { btc, count, inPeriod, listed } from "../words/phrases";
import { type Sentence, sentence } from "../tables/sentence";

interface Entry {
  readonly company: Company;
  readonly period: Period;
  readonly books: ClosedBooks | OpenBooks;
}

interface BooksFinding extends Entry {
  readonly books: ClosedBooks;
}

const column = columnsOf<Entry>();

/** A term of the sum. Books always use the best evidence, whatever the selection asks for. */
const term = (
  metric: "btc_produced" | "btc_sold" | "btc_held",
  key: string,
  label: string,
  description = METRICS[metric].definition,
  at = (period: Period) => period,
): CardColumn<Entry> =>
  column.number(key, label, description, ({ company, period }, { figures, selection }) =>
    metricCell(figures.cell(company.id, metric, at(period)), metric, { company: company.id, period: at(period), selection }),
  );

/** The sum, from the holdings before to the unexplained remainder. */
const SUM: readonly CardColumn<Entry>[] = [
  term("btc_held", "held_before_btc", "Held before", "Held when the period began.", (period) => shift(firstMonth(period), -1)),
  term("btc_produced", "produced_btc", "+ produced"),
  column.number("purchased_btc", "+ purchased", METRICS.btc_purchased.definition, purchasedCell),
  term("btc_sold", "sold_btc", "− sold"),
  term("btc_held", "held_after_btc", "− held after", "Held at the end of the period.", lastMonth),
  column.number(
    "unexplained_btc",
    "= unexplained",
    "What is left. Positive: bitcoin that should be there is not held. Negative: more is held than the flows explain. Only where every term is stated.",
    ({ company, period, books }, { selection }) => {
      if (books.state === "closed") return amountCell(books.unexplained, figureAddress(company.id, period, "btc_held", selection));
      return { kind: "missing", reason: books.otherBasis ? "doesNotReconcile" : "notDisclosed", text: "cannot be said" };
    },
  ),
];

const amountCell = (sats: number, href?: string): TableCell =>
  valueCell(plainAmount(sats, "BTC"), formatMetric("btc_held", sats), "derived", href);

function purchasedCell({ company, period }: Entry, { figures, selection }: Asked): TableCell {
  const purchased = figures.purchased(company.id, period);
  if (purchased === undefined) return textCell("none announced");
  if (purchased !== "unknown") return metricCell(purchased, "btc_purchased", { company: company.id, period, selection });
  return unknownCell(figureAddress(company.id, period, "btc_purchased", selection));
}

export const ledgerCard = card({
  id: "ledger-:company",
  page: "/companies/:company/ledger",
  title: ({ company }) => `${shortName(company)}: the books, month by month`,
  entries: (asked): Entry[] => {
    const { figures, company } = asked;
    return companyMonths(asked)
      .map((period) => ({ company, period, books: booksOf(figures, company.id, period) }))
      .reverse();
  },
  sentence: ledgerSentence,
  row: ({ period }) => ({ key: period }),
  columns: [
    { ...periodColumn("Month", "Calendar month (UTC)."), key: "month" },
    ...SUM,
    column.text(
      "finding",
      "Finding",
      "Flagged beyond 1 BTC or 0.5% of holdings, whichever is more; or which terms no source states.",
      ({ company, period, books }, { figures }) => {
        if (books.state !== "closed") return whyOpen(figures, books, company, period);
        return books.flagged ? `flagged: beyond ${btc(books.tolerance)}` : "closes";
      },
    ),
  ],
});

export const TERM_WORD: Readonly<Record<BooksTerm, string>> = {
  heldBefore: "held before",
  produced: "produced",
  purchased: "purchased",
  sold: "sold",
  heldAfter: "held after",
};

function whyOpen(figures: Figures, books: OpenBooks, company: Company, month: Period): string {
  const sold = figures.cell(company.id, "btc_sold", month);
  // A sale computed from holdings, or taken from a policy, is known but cannot test them.
  const circular = isKnown(sold) && books.unknown.length === 1 && books.unknown[0] === "sold";
  return books.otherBasis
    ? "the two holdings count different things"
    : circular
      ? sold.evidence === "policy"
        ? "sold follows from a policy, so it tests nothing"
        : "sold was computed from the holdings, so it tests nothing"
      : `${listed(books.unknown.map((one) => TERM_WORD[one]))} not stated`;
}

/** How many months can be closed, how many leave more than the tolerance, and the largest remainder. */
function ledgerSentence({ company }: AskedCompany, months: readonly Entry[]): string {
  const closed = months.flatMap(({ period, books }) => (books.state === "closed" ? [{ period, books }] : []));
  const name = shortName(company);
  if (closed.length === 0)
    return `In ${months.length < 2 ? "no month" : `none of the ${months.length} months`} does ${name} disclose every term, so its books cannot be tested.`;
  const flagged = closed.filter(({ books }) => books.flagged);
  const widest = flagged.reduce<(typeof flagged)[number] | undefined>(
    (a, b) => (a && Math.abs(a.books.unexplained) >= Math.abs(b.books.unexplained) ? a : b),
    undefined,
  );
  const tested = `${name} discloses every term for ${closed.length} of ${count(months.length, "month")}`;
  if (!widest) return `${tested}, and ${closed.length === 1 ? "it closes" : "all of them close"} within the tolerance.`;
  const leave = `${flagged.length} of them ${flagged.length === 1 ? "leaves" : "leave"} more unexplained than the tolerance`;
  return `${tested}; ${leave}, the most ${inPeriod(widest.period)} (${btc(widest.books.unexplained)}).`;
}

/** All company-months with books, and quarters none of whose months have them; newest first. */
export const drawnBooks = memoize((asked: Asked): readonly BooksFinding[] =>
  companiesInScope(asked)
    .flatMap((company) => {
      const span = asked.figures.reportingSpan(company.id);
      const quarters = span ? periodRange(quarterOf(span.from), quarterOf(span.to)) : [];
      const drawn = (period: Period): BooksFinding[] => {
        const books = inRange(asked.selection, period) ? booksOf(asked.figures, company.id, period) : undefined;
        return books?.state === "closed" ? [{ company, period, books }] : [];
      };
      return quarters.flatMap((quarter) => {
        const months = monthsOf(quarter).flatMap(drawn);
        return months.length > 0 ? months : drawn(quarter);
      });
    })
    .sort((a, b) => byTime(b.period, a.period)),
);

const finding = columnsOf<BooksFinding>();

/** Months and quarters whose books leave more unexplained than the tolerance. */
export const booksCard = card({
  id: "books",
  page: "/conflicts",
  title: "Months and quarters whose books do not close",
  entries: (asked) => drawnBooks(asked).filter((entry) => entry.books.flagged),
  sentence: (asked) => booksSentence(drawnBooks(asked)),
  row: ({ company, period }) => ({ key: `${company.id}-${period}` }),
  columns: [
    companyColumn,
    periodColumn("Period", "Calendar month, or quarter where no month of it can be tested (UTC)."),
    ...SUM,
    finding.number("tolerance_btc", "Tolerated", "Up to 1 BTC or 0.5% of what is held, whichever is more, is not flagged.", ({ books }) =>
      amountCell(books.tolerance),
    ),
  ],
});

export function booksSentence(drawn: readonly BooksFinding[]): Sentence | undefined {
  if (drawn.length === 0) return undefined;
  const flagged = drawn.filter(({ books }) => books.flagged).length;
  const quarters = drawn.filter(({ period }) => kindOf(period) === "quarter").length;
  const months = drawn.length - quarters;
  // "312 company-months and 9 company-quarters"
  const all = listed([
    ...(months > 0 ? [count(months, "company-month")] : []),
    ...(quarters > 0 ? [count(quarters, "company-quarter")] : []),
  ]);
  if (flagged === 0) return sentence`For ${all} every term of the books is known, and none leaves more unexplained than is tolerated.`;
  return sentence`Every term of the books is known for ${all}; in ${flagged} of these, more than 1 BTC or 0.5% of holdings stays unexplained. A loan, a pledge, a purchase that was not announced or another way of counting can be behind it.`;
}
