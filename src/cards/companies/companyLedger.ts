/**
 * The question "do its books close?": a company's bitcoin month by month, as its own disclosures state it.
 * Figures + selection + company → a ledger, newest month first: held before + produced + purchased − sold − held after = unexplained.
 * What is unexplained is a finding about the disclosures; a month that cannot be closed says which term is not known.
 */
import { companyMonths } from "../selection/range";
import { plainAmount } from "@/domain/amount";
import { booksOf, type BooksTerm, type ClosedBooks, type OpenBooks } from "@/domain/books";
import { isKnown } from "@/domain/cell";
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { formatMetric } from "@/domain/metric";
import { type Period, shift } from "@/domain/period";
import { figureAddress } from "../selection/address";
import type { Asked, AskedCompany } from "../asked";
import { card, type CardColumn } from "../card";
import type { TableCell } from "../table";
import { metricCell, textCell, unknownCell, valueCell } from "../words/cells";
import { columnsOf, metricColumn, periodColumn } from "../words/columns";
import { btc, count, inPeriod, listed } from "../words/phrases";

interface Entry {
  readonly company: Company;
  readonly period: Period;
  readonly books: ClosedBooks | OpenBooks;
}

const entriesOf = (asked: AskedCompany): Entry[] =>
  companyMonths(asked).map((period) => ({ company: asked.company, period, books: booksOf(asked.figures, asked.company.id, period) }));

const column = columnsOf<Entry>();

/** Books are drawn up from the best evidence, whatever the selection asks for. */
const best = (metric: "btc_produced" | "btc_sold" | "btc_held", back = 0): CardColumn<Entry> => ({
  ...metricColumn(metric),
  cell: ({ company, period }, { figures, selection }) => {
    const at = shift(period, -back);
    return metricCell(figures.cell(company.id, metric, at), metric, { company: company.id, period: at, selection });
  },
});

export const ledgerCard = card({
  id: "ledger-:company",
  page: "/companies/:company/ledger",
  title: ({ company }) => `${shortName(company)}: the books, month by month`,
  entries: (asked) => entriesOf(asked).reverse(),
  sentence: ledgerSentence,
  row: ({ period }) => ({ key: period }),
  columns: [
    { ...periodColumn("Month", "Calendar month (UTC)."), key: "month" },
    { ...best("btc_held", 1), key: "held_before_btc", label: "Held before", description: "Bitcoin held at the end of the month before." },
    best("btc_produced"),
    { ...metricColumn("btc_purchased"), cell: purchasedCell },
    best("btc_sold"),
    { ...best("btc_held"), key: "held_after_btc", label: "Held after" },
    column.number(
      "unexplained_btc",
      "Unexplained",
      "Held before + produced + purchased − sold − held after. Positive: bitcoin that should be there is not held. Only where every term is stated.",
      ({ company, period, books }, { selection }) => {
        if (books.state !== "closed")
          return { kind: "missing", reason: books.otherBasis ? "doesNotReconcile" : "notDisclosed", text: "cannot be said" };
        const href = figureAddress(company.id, period, "btc_held", selection);
        return valueCell(plainAmount(books.unexplained, "BTC"), formatMetric("btc_held", books.unexplained), "derived", href);
      },
    ),
    column.text(
      "finding",
      "Finding",
      "Flagged beyond 1 BTC or 0.5% of holdings, whichever is more; or which terms are not known.",
      ({ company, period, books }, { figures }) => {
        if (books.state !== "closed") return whyOpen(figures, books, company, period);
        return books.flagged ? `flagged: beyond ${btc(books.tolerance)}` : "closes";
      },
    ),
  ],
});

function purchasedCell({ company, period }: Entry, { figures, selection }: Asked): TableCell {
  const purchased = figures.purchased(company.id, period);
  if (purchased === undefined) return textCell("none announced");
  if (purchased !== "unknown") return metricCell(purchased, "btc_purchased", { company: company.id, period, selection });
  return unknownCell(figureAddress(company.id, period, "btc_purchased", selection));
}

/** The terms of the books in words. */
export const TERM_WORD: Readonly<Record<BooksTerm, string>> = {
  heldBefore: "held before",
  produced: "produced",
  purchased: "purchased",
  sold: "sold",
  heldAfter: "held after",
};

function whyOpen(figures: Figures, books: OpenBooks, company: Company, month: Period): string {
  const sold = figures.cell(company.id, "btc_sold", month);
  // A sale that was computed from holdings, or taken from a policy, is known, but cannot test them.
  const circular = isKnown(sold) && books.unknown.length === 1 && books.unknown[0] === "sold";
  return books.otherBasis
    ? "the two holdings count different things"
    : circular
      ? sold.evidence === "policy"
        ? "sold follows from a policy, so it tests nothing"
        : "sold was computed from the holdings, so it tests nothing"
      : `${listed(books.unknown.map((term) => TERM_WORD[term]))} not known`;
}

/** How many months can be closed, how many leave more than the tolerance, and the widest of them. */
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
