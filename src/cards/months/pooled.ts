/**
 * The question "what share of their production did these miners sell, period by period?".
 * Figures + selection → one pool per period of the range, the table behind the chart, and the period that the headline speaks of.
 */
import { type Evidence, weaker } from "@/domain/cell";
import { priceOf } from "@/domain/dollars";
import { type Figures, recordSpan } from "@/domain/figures";
import { isPooled, type Pool, pool } from "@/domain/panel";
import { type Period, periodOfKind, periodRange } from "@/domain/period";
import { type Asked, card, type CardColumn } from "../card";
import { periodAddress } from "../selection/address";
import { kept } from "../selection/kept";
import { filterOf, type Selection } from "../selection/selection";
import type { TableCell, TableEvidence } from "../table";
import { amountCell, countCell, missingCell, SELL_THROUGH_FIELD, shareCell, unknownCell } from "../words/cells";
import { columnsOf, periodCell } from "../words/columns";
import { capitalized, panelName } from "../words/words";

/** The periods that a selection ranges over: its own bounds, else the record's. */
export function selectedPeriods(figures: Figures, selection: Selection): Period[] {
  const span = recordSpan(figures);
  if (!span) return [];
  const kind = selection.per;
  return periodRange(periodOfKind(selection.from ?? span.from, kind), periodOfKind(selection.to ?? span.to, kind));
}

export function poolAt(figures: Figures, selection: Selection, period: Period): Pool {
  return pool(figures, { period, filter: filterOf(selection), basis: selection.basis, mode: selection.evidence });
}

/** One pool for each selected period, oldest first. */
export const pools = kept((figures: Figures, selection: Selection): readonly Pool[] =>
  selectedPeriods(figures, selection).map((period) => poolAt(figures, selection, period)),
);

/**
 * The pool that a headline may speak of: the latest one that is not thin; where all are thin the latest with any company; undefined when
 * there is none.
 */
export function headlinePool(series: readonly Pool[]): Pool | undefined {
  return series.findLast((p) => isPooled(p.ratio) && !p.thin) ?? series.findLast((p) => isPooled(p.ratio));
}

const amount = (p: Pool, sats: number, selection: Selection): TableCell =>
  p.members.length === 0 ? unknownCell() : amountCell(sats, "BTC", poolEvidence(p), periodAddress(p.question.period, selection));

const column = columnsOf<Pool>();

const amountColumn = (key: string, label: string, description: string, sats: (p: Pool) => number): CardColumn<Pool> =>
  column.number(key, label, "BTC", description, (p, { selection }) => amount(p, sats(p), selection));

/** Sold over produced of a pool, or why there is none. */
export function poolRatioCell(p: Pool, href?: string): TableCell {
  return isPooled(p.ratio) ? shareCell(p.ratio, poolEvidence(p), href, p.thin ? "thin" : undefined) : missingCell(p.ratio, href);
}

export const POOL_COLUMNS: readonly CardColumn<Pool>[] = [
  column.text("period", "Period", "Calendar month, quarter or year (UTC).", ({ question }, { selection }) =>
    periodCell(question.period, selection),
  ),
  {
    ...SELL_THROUGH_FIELD,
    description: "Sum of sold over sum of produced, over the same companies.",
    cell: (p, { selection }) => poolRatioCell(p, periodAddress(p.question.period, selection)),
  },
  amountColumn("produced_btc", "Produced", "Bitcoin produced by the companies in the panel.", (p) => p.produced),
  amountColumn("sold_btc", "Sold", "Bitcoin sold by the companies in the panel.", (p) => p.sold),
  column.number("companies", "Companies", "", "Companies in the panel: both figures known.", (p) =>
    countCell(p.members.length, poolEvidence(p)),
  ),
  column.number("coverage_pct", "Coverage", "%", "Their share of all production known for the period.", (p) =>
    shareCell(coverageShare(p), poolEvidence(p)),
  ),
  column.thin(({ thin }) => thin),
  amountColumn("sold_reported_btc", "Sold, reported", "Part of sold that companies reported.", (p) => p.soldBy.reported),
  amountColumn("sold_derived_btc", "Sold, derived", "Part of sold that was computed from reported figures.", (p) => p.soldBy.derived),
  amountColumn("sold_policy_btc", "Sold, by policy", "Part of sold that follows from a stated policy.", (p) => p.soldBy.policy),
  column.number(
    "btc_average_usd",
    "Bitcoin price",
    "USD",
    "Mean of the daily bitcoin prices of the month, in US dollars.",
    ({ question }, { figures }) => {
      const price = priceOf(figures, question.period);
      return price ? amountCell(price.average, "USD", "reported") : unknownCell();
    },
  ),
];

export const poolRow = ({ question: { period } }: Pool, { selection }: Asked) => ({ key: period, href: periodAddress(period, selection) });

/** The same figures as the pooled chart, the latest period first: the way to each period's report. */
export const periodsCard = card({
  id: "periods",
  page: "/months",
  title: ({ selection }) => pooledTitle(selection),
  entries: ({ figures, selection }) => pools(figures, selection).toReversed(),
  row: poolRow,
  columns: POOL_COLUMNS,
});

/** The least certain level that went into a pool. */
export function poolEvidence(p: Pool): TableEvidence {
  return p.members.reduce<Evidence>((level, member) => weaker(level, member.sellThrough.evidence), "reported") as TableEvidence;
}

/** Share of all known production that the panel stands for; undefined when none is known. */
export function coverageShare(p: Pool): number | undefined {
  return p.coverage.knownProduced === 0 ? undefined : p.coverage.produced / p.coverage.knownProduced;
}

/** Title of the chart for a selection. */
export function pooledTitle(selection: Selection): string {
  return `${capitalized(selection.basis === "net" ? "net share" : "share")} of production sold, ${panelName(selection)}`;
}
