/** Pooled sell-through by period: the pools, their table, and the period of the headline. */
import { selectedPeriods } from "../selection/scope";
import { type KnownCell, type KnownLevel, missing, standsOnSecondHand, weaker, weakest } from "@/domain/facts/cell";
import { priceOf } from "@/domain/measures/dollars";
import { oncePer } from "@/domain/shared/once";
import { isPooled, type Pool, pool } from "@/domain/measures/panel";
import { endOf, firstMonth, kindOf, lastMonth, type Period } from "@/domain/values/period";
import { cellsOf, SELL_THROUGH_MEANING } from "@/domain/measures/sellThrough";
import type { Asked } from "../asked";
import { card, type CardColumn } from "../card";
import { memoize, memoizePeriods } from "../selection/memoize";
import { filterOf, type Selection } from "../selection/selection";
import type { TableCell, TableEvidence } from "../tables/table";
import {
  amountCell,
  missingCell,
  pooledValue,
  SELL_THROUGH_FIELD,
  shareCell,
  type Provenance,
  unknownCell,
  unpricedCell,
} from "../words/cells";
import { columnsOf, linkedPeriod, THIN_NOTE, periodRow } from "../words/columns";
import { capitalized, companyNames, thePanel } from "../words/phrases";

export const poolAt = memoizePeriods(({ figures, selection }: Asked, period: Period): Pool =>
  pool(figures, { period, filter: filterOf(selection), basis: selection.basis, mode: selection.evidence }),
);

/** One pool for each selected period, oldest first. */
export const pools = memoize((asked: Asked): readonly Pool[] => selectedPeriods(asked).map((period) => poolAt(asked, period)));

/** Which periods count for a headline. */
type Counts = (period: Period) => boolean;
const always: Counts = () => true;

/** The pool for a headline: the latest that is not thin, else the latest with any company. Undefined: there is none. */
export function headlinePool(asked: Asked, counts: Counts = always): Pool | undefined {
  let thin: Pool | undefined;
  for (const period of selectedPeriods(asked).filter(counts).toReversed()) {
    const found = poolAt(asked, period);
    if (!isPooled(found.ratio)) continue;
    if (!found.thin) return found;
    thin ??= found;
  }
  return thin;
}

interface Headlines {
  readonly main: Pool;
  /** The latest of the other kind of period, beside the headline, where it is not thin. For a range ended by hand: its last one. */
  readonly beside: Pool | undefined;
}

/**
 * The one rule for the period of overview, pictures and press packs: of the latest month and quarter that are not thin, the one that ends
 * later, the month where both end together, the other beside it; for years the latest. A range ended by hand: its last period. Of the other
 * kind than was asked for only periods that lie in the range wholly: of April alone nobody asked for its quarter.
 */
export const headlines = memoize(({ figures, selection }: Asked): readonly Headlines[] => {
  const pick = (main: Pool | undefined, other?: Pool) => (main ? [{ main, beside: other?.thin === false ? other : undefined }] : []);
  const { per, from, to } = selection;
  const isWhole: Counts = (period) =>
    (from === null || firstMonth(period) >= firstMonth(from)) && (to === null || lastMonth(period) <= lastMonth(to));
  const at = (find: typeof lastPool, kind: Selection["per"]) =>
    find({ figures, selection: { ...selection, per: kind } }, kind === per ? always : isWhole);
  const ended = to === null ? undefined : at(lastPool, per);
  if (ended) return pick(ended, per === "year" ? undefined : at(lastPool, per === "month" ? "quarter" : "month"));
  if (per === "year") return pick(at(headlinePool, per));
  const [month, quarter] = [at(headlinePool, "month"), at(headlinePool, "quarter")];
  if (!month || !quarter) return pick(month ?? quarter);
  const before = month.thin === quarter.thin ? endOf(month.question.period) < endOf(quarter.question.period) : month.thin;
  return before ? pick(quarter, month) : pick(month, quarter);
});

/** The pool of the last selected period, where it has a figure. */
function lastPool(asked: Asked, counts: Counts): Pool | undefined {
  const period = selectedPeriods(asked).findLast(counts);
  const last = period === undefined ? undefined : poolAt(asked, period);
  return last && isPooled(last.ratio) ? last : undefined;
}

/** The members' figures behind one of a pool's figures: both, or those produced, or those sold, or sales with one level of evidence. */
type Part = "both" | "produced" | "sold" | keyof Pool["soldBy"];

function cellsBehind({ members }: Pool, part: Part): readonly KnownCell[] {
  switch (part) {
    case "both":
      return members.flatMap(({ sellThrough }) => cellsOf(sellThrough));
    case "produced":
      return members.map(({ sellThrough: { cells } }) => cells.produced);
    case "sold":
      return members.flatMap(({ sellThrough }) => cellsOf(sellThrough).filter((cell) => cell !== sellThrough.cells.produced));
    default:
      return members.map(({ sellThrough: { cells } }) => cells.sold).filter(({ evidence }) => evidence === part);
  }
}

interface Behind {
  evidence: KnownLevel;
  secondHand: boolean;
}

/** Provenance of each part, gathered in one pass over the members for all columns. */
const provenancesOf = oncePer((members: Pool["members"]): Readonly<Record<Part, Behind>> => {
  const at = (evidence: Behind["evidence"] = "reported"): Behind => ({ evidence, secondHand: false });
  const parts = { both: at(), produced: at(), sold: at(), reported: at(), derived: at("derived"), policy: at("policy") };
  const { both, produced, sold } = parts;
  for (const { sellThrough, secondHand: of } of members) {
    const { cells, evidence } = sellThrough;
    both.evidence = weaker(both.evidence, evidence);
    produced.evidence = weaker(produced.evidence, cells.produced.evidence);
    sold.evidence = weaker(sold.evidence, weaker(cells.sold.evidence, cells.purchased?.evidence ?? "reported"));
    produced.secondHand ||= of.produced;
    sold.secondHand ||= of.sold;
    // Only the sale itself: a netted purchase counts for the whole alone.
    if (of.sold && standsOnSecondHand(cells.sold)) parts[cells.sold.evidence].secondHand = true;
  }
  both.secondHand = produced.secondHand || sold.secondHand;
  return parts;
});

const provenanceOf = (p: Pool, part: Part): Provenance => ({ cells: () => cellsBehind(p, part), ...provenancesOf(p.members)[part] });

/** A sum over the panel: evidence is the least certain of the figures summed, sources are theirs. */
function amount(p: Pool, sats: number, href: string | undefined, part: Part, evidence: TableEvidence = "reported"): TableCell {
  return p.members.length === 0 ? unknownCell() : pooledValue(amountCell(sats, "BTC", evidence, href), provenanceOf(p, part));
}

const column = columnsOf<Pool>();

const soldPartColumn = (key: string, label: string, description: string, level: keyof Pool["soldBy"]): CardColumn<Pool> =>
  column.number(key, label, description, (p, _, href) => amount(p, p.soldBy[level], href, level, level));

/** Sold over produced for a pool, or the reason why it is missing. */
export function poolRatioCell(p: Pool, href?: string): TableCell {
  if (!isPooled(p.ratio)) return missingCell(p.ratio, href);
  return pooledValue(shareCell(p.ratio, "reported", href, p.thin ? THIN_NOTE : undefined), provenanceOf(p, "both"));
}

const POOL_COLUMNS: readonly CardColumn<Pool>[] = [
  linkedPeriod(({ question }) => question.period),
  {
    ...SELL_THROUGH_FIELD,
    description: `${capitalized(SELL_THROUGH_MEANING)}, both added up over the same companies.`,
    cell: (p, _, href) => poolRatioCell(p, href),
  },
  column.number("produced_btc", "Produced", "Bitcoin produced by the companies counted.", (p, _, href) =>
    amount(p, p.produced, href, "produced"),
  ),
  column.number("sold_btc", "Sold", "Bitcoin sold by the companies counted.", (p, _, href) => amount(p, p.sold, href, "sold")),
  column.count(
    "companies",
    "Companies",
    "How many companies are counted: those whose production and sales are both known.",
    (p) => p.members.length,
  ),
  column.text("panel", "Which companies", "The companies counted.", (p) => companyNames(p.members.map(({ company }) => company))),
  column.number(
    "coverage_pct",
    "Coverage",
    "Their part of what the companies that pass the same filter may be expected to have produced: their known production, else their latest known monthly rate, carried on for up to four quarters.",
    (p) => shareCell(coverageShare(p)),
  ),
  column.thin(({ thin }) => thin),
  soldPartColumn("sold_reported_btc", "Sold, reported", "Part of sold that sources state.", "reported"),
  soldPartColumn("sold_derived_btc", "Sold, derived", "Part of sold that was computed from reported figures.", "derived"),
  soldPartColumn("sold_policy_btc", "Sold, by policy", "Part of sold that follows from a stated policy.", "policy"),
  column.number(
    "btc_average_usd",
    "Bitcoin price",
    "Mean of the daily bitcoin prices of the month, in US dollars.",
    ({ question }, { figures }) => {
      const price = priceOf(figures, question.period);
      if (price) return amountCell(price.average, "USD", "reported");
      return kindOf(question.period) === "month" ? unpricedCell() : missingCell(missing("notDisclosed"), undefined, "by the month only");
    },
  ),
];

/** The ratio, the first figure of a row, rests on both production and sales. */
export const POOL_TABLE = {
  row: ({ question }: Pool, asked: Asked) => periodRow(question, asked),
  columns: POOL_COLUMNS,
  standsOn: ({ members }: Pool) => members,
};

/** The same figures as the pooled chart, latest period first: links to each period's report. */
export const periodsCard = card({
  id: "periods",
  page: "/months",
  title: ({ selection }) => pooledTitle(selection),
  entries: (asked) => pools(asked).toReversed(),
  ...POOL_TABLE,
});

export const poolEvidence = ({ members }: Pool): TableEvidence => weakest(members.map(({ sellThrough }) => sellThrough));

/** The panel's share of expected production; undefined when none is expected. */
export function coverageShare(p: Pool): number | undefined {
  return p.coverage.expectedProduced === 0 ? undefined : p.coverage.produced / p.coverage.expectedProduced;
}

export function pooledTitle(selection: Selection): string {
  return `${selection.basis === "net" ? "Net sell-through" : "Sell-through"} of ${thePanel(selection)}`;
}
