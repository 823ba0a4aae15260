/**
 * The question "what share of their production did these miners sell, period by period?".
 * Figures + selection → one pool per period of the range, the table behind the chart, and the period that the headline speaks of.
 */
import { plainAmount } from "@/domain/amount";
import { weaker, type Evidence } from "@/domain/cell";
import { priceOf } from "@/domain/dollars";
import { type Figures, recordSpan } from "@/domain/figures";
import { formatAmount } from "@/domain/metric";
import { isPooled, type Pool, pool } from "@/domain/panel";
import { type Period, periodOfKind, periodRange } from "@/domain/period";
import { formatRatio, plainPercent } from "@/domain/sellThrough";
import { periodAddress } from "../selection/address";
import { missingCell, SELL_THROUGH_COLUMN, textCell } from "../words/cells";
import { kept } from "../selection/kept";
import { filterOf, type Selection } from "../selection/selection";
import type { Column, Row, Table, TableCell, TableEvidence } from "../table";
import { capitalized, panelName, shortPeriodName } from "../words/words";
import { numberColumn, textColumn, THIN_COLUMN } from "../words/columns";

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

export const POOL_COLUMNS: readonly Column[] = [
  textColumn("period", "Period", "Calendar month, quarter or year (UTC)."),
  { ...SELL_THROUGH_COLUMN, description: "Sum of sold over sum of produced, over the same companies." },
  numberColumn("produced_btc", "Produced", "BTC", "Bitcoin produced by the companies in the panel."),
  numberColumn("sold_btc", "Sold", "BTC", "Bitcoin sold by the companies in the panel."),
  numberColumn("companies", "Companies", "", "Companies in the panel: both figures known."),
  numberColumn("coverage_pct", "Coverage", "%", "Their share of all production known for the period."),
  THIN_COLUMN,
  numberColumn("sold_reported_btc", "Sold, reported", "BTC", "Part of sold that companies reported."),
  numberColumn("sold_derived_btc", "Sold, derived", "BTC", "Part of sold that was computed from reported figures."),
  numberColumn("sold_policy_btc", "Sold, by policy", "BTC", "Part of sold that follows from a stated policy."),
  numberColumn("btc_average_usd", "Bitcoin price", "USD", "Mean of the daily bitcoin prices of the month, in US dollars."),
];

export function pooledTable(figures: Figures, series: readonly Pool[], selection: Selection): Table {
  return {
    id: "pooled-sell-through",
    title: pooledTitle(selection),
    columns: POOL_COLUMNS,
    rows: series.map((p) => poolRow(figures, p, selection)),
  };
}

function poolRow(figures: Figures, p: Pool, selection: Selection): Row {
  const period = p.question.period;
  const href = periodAddress(period, selection);
  const evidence = poolEvidence(p);
  const amount = (sats: number): TableCell =>
    p.members.length === 0
      ? missingCell({ evidence: "missing", reason: "notDisclosed" })
      : { kind: "value", plain: plainAmount(sats, "BTC"), text: formatAmount(sats, "BTC", 0), evidence, href, sources: [] };
  return {
    key: period,
    href,
    cells: {
      period: textCell(shortPeriodName(period), href),
      sell_through_pct: isPooled(p.ratio)
        ? {
            kind: "value",
            plain: plainPercent(p.ratio),
            text: formatRatio(p.ratio),
            evidence,
            href,
            sources: [],
            ...(p.thin && { note: "thin" }),
          }
        : missingCell(p.ratio, href),
      produced_btc: amount(p.produced),
      sold_btc: amount(p.sold),
      companies: { kind: "value", plain: String(p.members.length), text: String(p.members.length), evidence, sources: [] },
      coverage_pct: coverageCell(p, evidence),
      thin: textCell(p.thin ? "thin" : ""),
      sold_reported_btc: amount(p.soldBy.reported),
      sold_derived_btc: amount(p.soldBy.derived),
      sold_policy_btc: amount(p.soldBy.policy),
      btc_average_usd: priceCell(figures, period),
    },
  };
}

function priceCell(figures: Figures, period: Period): TableCell {
  const price = priceOf(figures, period);
  if (!price) return missingCell({ evidence: "missing", reason: "notDisclosed" });
  return {
    kind: "value",
    plain: plainAmount(price.average, "USD"),
    text: formatAmount(price.average, "USD", 0),
    evidence: "reported",
    sources: [],
  };
}

/** The least certain level that went into a pool. */
export function poolEvidence(p: Pool): TableEvidence {
  return p.members.reduce<Evidence>((level, member) => weaker(level, member.sellThrough.evidence), "reported") as TableEvidence;
}

/** Share of all known production that the panel stands for; undefined when none is known. */
export function coverageShare(p: Pool): number | undefined {
  return p.coverage.knownProduced === 0 ? undefined : p.coverage.produced / p.coverage.knownProduced;
}

function coverageCell(p: Pool, evidence: TableEvidence): TableCell {
  const share = coverageShare(p);
  if (share === undefined) return missingCell({ evidence: "missing", reason: "notDisclosed" });
  return { kind: "value", plain: plainPercent(share), text: formatRatio(share), evidence, sources: [] };
}

/** Title of the chart for a selection. */
export function pooledTitle(selection: Selection): string {
  return `${capitalized(selection.basis === "net" ? "net share" : "share")} of production sold, ${panelName(selection)}`;
}
