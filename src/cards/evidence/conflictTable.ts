/**
 * The question "where does the record disagree with itself?": figures for which sources state different numbers, with the choice and its
 * reason, and months whose books do not close, with the arithmetic. Both are findings about the disclosures and stay visible.
 * Figures + selection → two tables and the sentences that count them.
 */
import { plainAmount } from "@/domain/amount";
import { type ClosedBooks, booksOf } from "@/domain/books";
import { type Company, shortName } from "@/domain/company";
import { type Conflict, conflictsOf } from "@/domain/conflicts";
import type { Figures } from "@/domain/figures";
import { formatAmount, METRICS } from "@/domain/metric";
import { type Period, periodRange, shift } from "@/domain/period";
import { formatRatio, plainPercent } from "@/domain/sellThrough";
import { companyAddress, figureAddress } from "../selection/address";
import { metricCell, metricField, sourcesOf, textCell } from "../words/cells";
import { amountText, sourceText, statedText } from "../words/factWords";
import { companiesInScope, inRange } from "../selection/scope";
import type { Selection } from "../selection/selection";
import { type Sentence, sentence } from "../words/sentence";
import type { Column, Row, Table } from "../table";
import { count, shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

/** From this distance on, a difference is more than rounding. */
const LARGE_SPREAD = 0.01;

export function selectedConflicts(figures: Figures, selection: Selection): Conflict[] {
  const companies = companiesInScope(figures, selection);
  return conflictsOf(figures).filter(({ company, choice }) => companies.includes(company) && inRange(selection, choice.chosen.period));
}

export const CONFLICT_COLUMNS: readonly Column[] = [
  textColumn("company", "Company", "The company's short name."),
  textColumn("period", "Period", "The period that the sources speak of."),
  textColumn("figure", "Figure", "What is stated."),
  numberColumn("chosen", "Chosen", "", "The value that the product shows, in the unit of the figure."),
  textColumn("chosen_by", "Stated by", "The source of the chosen value."),
  textColumn("others", "Others state", "Every other number that a source states, with its source."),
  numberColumn("spread_pct", "Apart", "%", "Largest distance to the chosen value, as a share of it."),
  textColumn("why", "Why this one", "The rule that decided."),
];

export function conflictTable(figures: Figures, selection: Selection): Table {
  const conflicts = selectedConflicts(figures, selection);
  return {
    id: "conflicts",
    title: "Figures for which sources state different numbers",
    columns: CONFLICT_COLUMNS,
    rows: conflicts.map((conflict) => conflictRow(conflict, selection)),
  };
}

function conflictRow({ company, choice, against, spread, why }: Conflict, selection: Selection): Row {
  const { chosen } = choice;
  const { label, unit } = METRICS[chosen.metric];
  const href = figureAddress(company.id, chosen.period, chosen.metric, selection);
  return {
    key: `${company.id}-${chosen.metric}-${chosen.period}`,
    href,
    cells: {
      company: textCell(shortName(company), companyAddress(company.id, selection)),
      period: textCell(shortPeriodName(chosen.period), href),
      figure: textCell(`${label}, ${unit}`),
      chosen: {
        kind: "value",
        plain: plainAmount(chosen.value, unit),
        text: amountText(chosen).replace(` ${unit}`, ""),
        evidence: "reported",
        href,
        sources: sourcesOf([chosen]),
      },
      chosen_by: textCell(sourceText(chosen), chosen.source.address),
      others: textCell(against.map(statedText).join("; "), href),
      spread_pct:
        spread === undefined
          ? textCell("no share of 0")
          : { kind: "value", plain: plainPercent(spread), text: formatRatio(spread), evidence: "derived", href, sources: [] },
      why: textCell(why),
    },
  };
}

/** Counts them; undefined when sources disagree nowhere in the selection. */
export function conflictSentence(conflicts: readonly Conflict[]): Sentence | undefined {
  if (conflicts.length === 0) return undefined;
  const large = conflicts.filter(({ spread }) => spread === undefined || spread >= LARGE_SPREAD).length;
  const people = conflicts.filter(({ why }) => why.startsWith("decided by a person")).length;
  const companies = new Set(conflicts.map(({ company }) => company.id)).size;
  const start = `Sources state different numbers for ${count(conflicts.length, "figure")} of ${count(companies, "company", "companies")}; `;
  const far = large === 0 ? "all lie less than 1% apart" : `${large} of them lie 1% or more apart`;
  const decided =
    people === 0 ? "a rule chose each time" : `${count(people, "choice was", "choices were")} made by a person, the rest by rule`;
  return sentence`${start}${far}. ${decided.charAt(0).toUpperCase()}${decided.slice(1)}.`;
}

export interface BooksFinding {
  readonly company: Company;
  readonly month: Period;
  readonly books: ClosedBooks;
}

/** All company-months of the selection whose books can be drawn up, the newest first. */
export function drawnBooks(figures: Figures, selection: Selection): BooksFinding[] {
  return companiesInScope(figures, selection)
    .flatMap((company) => {
      const span = figures.reportingSpan(company.id);
      const months = span ? periodRange(span.from, span.to).filter((month) => inRange(selection, month)) : [];
      return months.flatMap((month) => {
        const books = booksOf(figures, company.id, month);
        return books.state === "closed" ? [{ company, month, books }] : [];
      });
    })
    .sort((a, b) => b.month.localeCompare(a.month));
}

export const BOOKS_COLUMNS: readonly Column[] = [
  textColumn("company", "Company", "The company's short name."),
  textColumn("period", "Month", "Calendar month (UTC)."),
  { ...metricField("btc_held"), key: "held_before_btc", label: "Held before", description: "Held at the end of the month before." },
  { ...metricField("btc_produced"), label: "+ produced" },
  { ...metricField("btc_purchased"), label: "+ purchased" },
  { ...metricField("btc_sold"), label: "− sold" },
  { ...metricField("btc_held"), key: "held_after_btc", label: "− held after", description: "Held at the end of the month." },
  {
    ...metricField("btc_held"),
    key: "unexplained_btc",
    label: "= unexplained",
    description: "What is left. Positive: bitcoin that should be there is not held. Negative: more is held than the flows explain.",
  },
  {
    ...metricField("btc_held"),
    key: "tolerance_btc",
    label: "Tolerated",
    description: "Up to 1 BTC or 0.5% of what is held, whichever is more, is not flagged.",
  },
];

/** Months whose books leave more unexplained than is tolerated. */
export function booksTable(figures: Figures, selection: Selection): Table {
  return {
    id: "books",
    title: "Months whose books do not close",
    columns: BOOKS_COLUMNS,
    rows: drawnBooks(figures, selection)
      .filter(({ books }) => books.flagged)
      .map((finding) => booksRow(finding, selection)),
  };
}

function booksRow({ company, month, books }: BooksFinding, selection: Selection): Row {
  const at = { company: company.id, period: month, selection };
  const before = { ...at, period: shift(month, -1) };
  const amount = (sats: number) =>
    ({
      kind: "value",
      plain: plainAmount(sats, "BTC"),
      text: formatAmount(sats, "BTC", 2),
      evidence: "derived",
      sources: [],
    }) as const;
  return {
    key: `${company.id}-${month}`,
    cells: {
      company: textCell(shortName(company), companyAddress(company.id, selection)),
      period: textCell(shortPeriodName(month)),
      held_before_btc: metricCell(books.heldBefore, "btc_held", before),
      produced_btc: metricCell(books.produced, "btc_produced", at),
      purchased_btc: books.purchased ? metricCell(books.purchased, "btc_purchased", at) : textCell("none announced"),
      sold_btc: metricCell(books.sold, "btc_sold", at),
      held_after_btc: metricCell(books.heldAfter, "btc_held", at),
      unexplained_btc: amount(books.unexplained),
      tolerance_btc: amount(books.tolerance),
    },
  };
}

/** Counts the books; undefined where none can be drawn up. */
export function booksSentence(drawn: readonly BooksFinding[]): Sentence | undefined {
  if (drawn.length === 0) return undefined;
  const flagged = drawn.filter(({ books }) => books.flagged).length;
  const months = count(drawn.length, "company-month");
  if (flagged === 0) return sentence`For ${months} every term of the books is known, and none leaves more unexplained than is tolerated.`;
  return sentence`Every term of the books is known for ${months}; in ${flagged} of them more stays unexplained than 1 BTC or 0.5% of what is held. A loan, a pledge, a purchase that was not announced or another way of counting can be behind it.`;
}
