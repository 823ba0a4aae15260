/**
 * The question "where does the record disagree with itself?": figures for which sources state different numbers, with the choice and its
 * reason, and months whose books do not close, with the arithmetic. Both are findings about the disclosures and stay visible.
 * Figures + selection → two tables and the sentences that count them.
 */
import { plainAmount } from "@/domain/amount";
import { booksOf, type ClosedBooks } from "@/domain/books";
import type { Company } from "@/domain/company";
import { type Conflict, conflictsOf } from "@/domain/conflicts";
import { formatAmount, METRICS } from "@/domain/metric";
import { byTime, firstMonth, kindOf, lastMonth, monthsOf, type Period, periodRange, quarterOf, shift } from "@/domain/period";
import type { Asked } from "../asked";
import { card, type CardColumn } from "../card";
import { figureAddress } from "../selection/address";
import { memoize } from "../selection/memoize";
import { companiesInScope, inRange } from "../selection/scope";
import type { TableCell } from "../table";
import { metricCell, shareCell, textCell, valueCell } from "../words/cells";
import { sourcesOf } from "../words/sources";
import { columnsOf, companyColumn } from "../words/columns";
import { amountText, metricWithUnit, sourceText, statedText } from "../words/factWords";
import { type Sentence, sentence } from "../words/sentence";
import { capitalized, count, listed, shortPeriodName } from "../words/phrases";

/** From this distance on, a difference is more than rounding. */
const LARGE_SPREAD = 0.01;

export function selectedConflicts(asked: Asked): Conflict[] {
  const { figures, selection } = asked;
  const companies = companiesInScope(asked);
  return conflictsOf(figures).filter(({ company, choice }) => companies.includes(company) && inRange(selection, choice.chosen.period));
}

const conflict = columnsOf<Conflict>();

const figureHref = ({ company, choice: { chosen } }: Conflict, { selection }: Asked): string =>
  figureAddress(company.id, chosen.period, chosen.metric, selection);

/** What the table of one company says of a conflict. */
export const CONFLICT_COLUMNS: readonly CardColumn<Conflict>[] = [
  conflict.text("period", "Period", "The period that the sources speak of.", (entry, asked) =>
    textCell(shortPeriodName(entry.choice.chosen.period), figureHref(entry, asked)),
  ),
  conflict.text("figure", "Figure", "What is stated.", ({ choice }) => metricWithUnit(choice.chosen.metric)),
  conflict.number("chosen", "Chosen", "The value that this site shows, in the unit of the figure.", (entry, asked) => {
    const { chosen } = entry.choice;
    const { unit } = METRICS[chosen.metric];
    const text = amountText(chosen).replace(` ${unit}`, "");
    return { ...valueCell(plainAmount(chosen.value, unit), text, "reported", figureHref(entry, asked)), sources: sourcesOf([chosen]) };
  }),
  conflict.text("chosen_by", "Stated by", "The source of the chosen value.", ({ choice: { chosen } }) =>
    textCell(sourceText(chosen), chosen.source.address),
  ),
  conflict.text("others", "Others state", "Every other number that a source states, with its source.", (entry, asked) =>
    textCell(entry.against.map(statedText).join("; "), figureHref(entry, asked)),
  ),
  conflict.number("spread_pct", "Apart", "Largest distance to the chosen value, as a share of it.", (entry, asked) =>
    entry.spread === undefined ? textCell("no share of 0") : shareCell(entry.spread, "derived", figureHref(entry, asked)),
  ),
  conflict.text("why", "Why this one", "The rule that decided.", ({ why }) => why),
];

export const conflictRow = (entry: Conflict, asked: Asked) => {
  const { chosen } = entry.choice;
  return { key: `${entry.company.id}-${chosen.metric}-${chosen.period}`, href: figureHref(entry, asked) };
};

export const conflictsCard = card({
  id: "conflicts",
  page: "/conflicts",
  title: "Figures for which sources state different numbers",
  entries: selectedConflicts,
  row: conflictRow,
  columns: [companyColumn, ...CONFLICT_COLUMNS],
});

/** Counts them; undefined when sources disagree nowhere in the selection. */
export function conflictSentence(conflicts: readonly Conflict[]): Sentence | undefined {
  if (conflicts.length === 0) return undefined;
  const large = conflicts.filter(({ spread }) => spread === undefined || spread >= LARGE_SPREAD).length;
  const people = conflicts.filter(({ why }) => why.startsWith("decided by a person")).length;
  const companies = new Set(conflicts.map(({ company }) => company.id)).size;
  const start = `Sources state different numbers for ${count(conflicts.length, "figure")} of ${count(companies, "company", "companies")}; `;
  if (conflicts.length === 1)
    return sentence`${start}they lie ${large === 0 ? "less than 1%" : "1% or more"} apart. ${people === 0 ? "A rule" : "A person"} chose between them.`;
  const far = large === 0 ? "all lie less than 1% apart" : `${large} of them ${large === 1 ? "lies" : "lie"} 1% or more apart`;
  const decided =
    people === 0 ? "a rule chose each time" : `${count(people, "choice was", "choices were")} made by a person, the rest by rule`;
  return sentence`${start}${far}. ${capitalized(decided)}.`;
}

export interface BooksFinding {
  readonly company: Company;
  readonly period: Period;
  readonly books: ClosedBooks;
}

/**
 * All company-months of the selection whose books can be drawn up, and the quarters where that is possible for none of their months; the
 * newest first.
 */
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

const books = columnsOf<BooksFinding>();

const place = ({ company, period }: BooksFinding, { selection }: Asked) => ({ company: company.id, period, selection });

/** Where a holding stands: at the end of the period, or of the month before it. */
const stockPlace = ({ company, period }: BooksFinding, { selection }: Asked, at: "before" | "after") => ({
  company: company.id,
  period: at === "before" ? shift(firstMonth(period), -1) : lastMonth(period),
  selection,
});

const amount = (sats: number): TableCell => valueCell(plainAmount(sats, "BTC"), formatAmount(sats, "BTC", 2), "derived");

/** Months and quarters whose books leave more unexplained than is tolerated. */
export const booksCard = card({
  id: "books",
  page: "/conflicts",
  title: "Months and quarters whose books do not close",
  entries: (asked) => drawnBooks(asked).filter((entry) => entry.books.flagged),
  sentence: (asked) => booksSentence(drawnBooks(asked)),
  row: ({ company, period }) => ({ key: `${company.id}-${period}` }),
  columns: [
    companyColumn,
    books.text("period", "Period", "Calendar month, or quarter where no month of it can be tested (UTC).", ({ period }) =>
      shortPeriodName(period),
    ),
    books.number("held_before_btc", "Held before", "Held when the period began.", (entry, asked) =>
      metricCell(entry.books.heldBefore, "btc_held", stockPlace(entry, asked, "before")),
    ),
    books.number("produced_btc", "+ produced", METRICS.btc_produced.definition, (entry, asked) =>
      metricCell(entry.books.produced, "btc_produced", place(entry, asked)),
    ),
    books.number("purchased_btc", "+ purchased", METRICS.btc_purchased.definition, (entry, asked) =>
      entry.books.purchased ? metricCell(entry.books.purchased, "btc_purchased", place(entry, asked)) : textCell("none announced"),
    ),
    books.number("sold_btc", "− sold", METRICS.btc_sold.definition, (entry, asked) =>
      metricCell(entry.books.sold, "btc_sold", place(entry, asked)),
    ),
    books.number("held_after_btc", "− held after", "Held at the end of the period.", (entry, asked) =>
      metricCell(entry.books.heldAfter, "btc_held", stockPlace(entry, asked, "after")),
    ),
    books.number(
      "unexplained_btc",
      "= unexplained",
      "What is left. Positive: bitcoin that should be there is not held. Negative: more is held than the flows explain.",
      (entry) => amount(entry.books.unexplained),
    ),
    books.number("tolerance_btc", "Tolerated", "Up to 1 BTC or 0.5% of what is held, whichever is more, is not flagged.", (entry) =>
      amount(entry.books.tolerance),
    ),
  ],
});

/** Counts the books; undefined where none can be drawn up. */
export function booksSentence(drawn: readonly BooksFinding[]): Sentence | undefined {
  if (drawn.length === 0) return undefined;
  const flagged = drawn.filter(({ books }) => books.flagged).length;
  const months = joinedCounts(drawn);
  if (flagged === 0) return sentence`For ${months} every term of the books is known, and none leaves more unexplained than is tolerated.`;
  return sentence`Every term of the books is known for ${months}; in ${flagged} of these, more than 1 BTC or 0.5% of holdings stays unexplained. A loan, a pledge, a purchase that was not announced or another way of counting can be behind it.`;
}

/** "312 company-months and 9 company-quarters". */
function joinedCounts(drawn: readonly BooksFinding[]): string {
  const quarters = drawn.filter(({ period }) => kindOf(period) === "quarter").length;
  const months = drawn.length - quarters;
  return listed([...(months > 0 ? [count(months, "company-month")] : []), ...(quarters > 0 ? [count(quarters, "company-quarter")] : [])]);
}
