/**
 * The question "do its books close?": a company's bitcoin month by month, as its own disclosures state it.
 * Figures + selection + company → a ledger, newest month first: held before + produced + purchased − sold − held after = unexplained.
 * What is unexplained is a finding about the disclosures; a month that cannot be closed says which term is not known.
 */
import { plainAmount } from "@/domain/amount";
import { booksOf, type BooksTerm, type ClosedBooks, type OpenBooks } from "@/domain/books";
import { isKnown } from "@/domain/cell";
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { formatMetric } from "@/domain/metric";
import { type Period, shift } from "@/domain/period";
import { figureAddress, periodAddress } from "../selection/address";
import { metricCell, metricField, missingCell, textCell } from "../words/cells";
import { companyMonths } from "./companyPeriods";
import type { Selection } from "../selection/selection";
import type { Column, Row, Table, TableCell } from "../table";
import { btc, count, inPeriod, listed, shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

const held = metricField("btc_held");

export const LEDGER_COLUMNS: readonly Column[] = [
  textColumn("month", "Month", "Calendar month (UTC)."),
  { ...held, key: "held_before_btc", label: "Held before", description: "Bitcoin held at the end of the month before." },
  metricField("btc_produced"),
  metricField("btc_purchased"),
  metricField("btc_sold"),
  { ...held, key: "held_after_btc", label: "Held after" },
  numberColumn(
    "unexplained_btc",
    "Unexplained",
    "BTC",
    "Held before + produced + purchased − sold − held after. Positive: bitcoin that should be there is not held. Only where every term is stated.",
  ),
  textColumn("finding", "Finding", "Flagged beyond 1 BTC or 0.5% of holdings, whichever is more; or which terms are not known."),
];

export function ledgerTable(figures: Figures, selection: Selection, company: Company): Table {
  const months = companyMonths(figures, selection, company);
  return {
    id: `ledger-${company.id}`,
    title: `${shortName(company)}: the books, month by month`,
    sentence: ledgerSentence(figures, selection, company),
    columns: LEDGER_COLUMNS,
    rows: months.map((month) => ledgerRow(figures, selection, company, month)).reverse(),
  };
}

function ledgerRow(figures: Figures, selection: Selection, company: Company, month: Period): Row {
  const books = booksOf(figures, company.id, month);
  const before = shift(month, -1);
  const cell = (metric: "btc_produced" | "btc_sold" | "btc_held", at: Period): TableCell =>
    metricCell(figures.cell(company.id, metric, at), metric, { company: company.id, period: at, selection });
  return {
    key: month,
    cells: {
      month: textCell(shortPeriodName(month), periodAddress(month, selection)),
      held_before_btc: cell("btc_held", before),
      produced_btc: cell("btc_produced", month),
      purchased_btc: purchasedCell(figures, selection, company, month),
      sold_btc: cell("btc_sold", month),
      held_after_btc: cell("btc_held", month),
      ...(books.state === "closed" ? closedCells(books, company, month, selection) : openCells(figures, books, company, month)),
    },
  };
}

function purchasedCell(figures: Figures, selection: Selection, company: Company, month: Period): TableCell {
  const purchased = figures.purchased(company.id, month);
  if (purchased === undefined) return textCell("none announced");
  const place = { company: company.id, period: month, selection };
  if (purchased !== "unknown") return metricCell(purchased, "btc_purchased", place);
  return missingCell({ evidence: "missing", reason: "notDisclosed" }, figureAddress(company.id, month, "btc_purchased", selection));
}

type Verdict = Readonly<Record<"unexplained_btc" | "finding", TableCell>>;

function closedCells(books: ClosedBooks, company: Company, month: Period, selection: Selection): Verdict {
  return {
    unexplained_btc: {
      kind: "value",
      plain: plainAmount(books.unexplained, "BTC"),
      text: formatMetric("btc_held", books.unexplained),
      evidence: "derived",
      href: figureAddress(company.id, month, "btc_held", selection),
      sources: [],
    },
    finding: textCell(books.flagged ? `flagged: beyond ${btc(books.tolerance)}` : "closes"),
  };
}

/** The terms of the books in words. */
export const TERM_WORD: Readonly<Record<BooksTerm, string>> = {
  heldBefore: "held before",
  produced: "produced",
  purchased: "purchased",
  sold: "sold",
  heldAfter: "held after",
};

function openCells(figures: Figures, books: OpenBooks, company: Company, month: Period): Verdict {
  const sold = figures.cell(company.id, "btc_sold", month);
  // A sale that was computed from holdings, or taken from a policy, is known, but cannot test them.
  const circular = isKnown(sold) && books.unknown.length === 1 && books.unknown[0] === "sold";
  const why = books.otherBasis
    ? "the two holdings count different things"
    : circular
      ? sold.evidence === "policy"
        ? "sold follows from a policy, so it tests nothing"
        : "sold was computed from the holdings, so it tests nothing"
      : `${listed(books.unknown.map((term) => TERM_WORD[term]))} not known`;
  return {
    unexplained_btc: { kind: "missing", reason: books.otherBasis ? "doesNotReconcile" : "notDisclosed", text: "cannot be said" },
    finding: textCell(why),
  };
}

/** How many months can be closed, how many leave more than the tolerance, and the widest of them. */
export function ledgerSentence(figures: Figures, selection: Selection, company: Company): string {
  const months = companyMonths(figures, selection, company);
  const closed = months.flatMap((month) => {
    const books = booksOf(figures, company.id, month);
    return books.state === "closed" ? [{ month, books }] : [];
  });
  const name = shortName(company);
  if (closed.length === 0)
    return `In none of the ${count(months.length, "month")} does ${name} disclose every term, so its books cannot be tested.`;
  const flagged = closed.filter(({ books }) => books.flagged);
  const widest = flagged.reduce<(typeof flagged)[number] | undefined>(
    (a, b) => (a && Math.abs(a.books.unexplained) >= Math.abs(b.books.unexplained) ? a : b),
    undefined,
  );
  const tested = `${name} discloses every term for ${closed.length} of ${count(months.length, "month")}`;
  if (!widest) return `${tested}, and ${closed.length === 1 ? "it closes" : "all of them close"} within the tolerance.`;
  const leave = `${flagged.length} of them ${flagged.length === 1 ? "leaves" : "leave"} more unexplained than the tolerance`;
  return `${tested}; ${leave}, the most ${inPeriod(widest.month)} (${btc(widest.books.unexplained)}).`;
}
