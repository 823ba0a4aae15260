/**
 * Figures that others printed beside ours: same period, same kind of figure, their panel in words, ours in companies, and the difference
 * explained as far as the record can explain it. Nothing is bent to fit.
 */
import { parseAmount, plainAmount } from "@/domain/amount";
import type { Figures } from "@/domain/figures";
import { formatAmount } from "@/domain/metric";
import { isPooled, pool, type Pool, type PanelFilter } from "@/domain/panel";
import type { Period } from "@/domain/period";
import type { PublishedAggregate, PublishedMetric } from "@/domain/record";
import { formatRatio, plainPercent } from "@/domain/sellThrough";
import { periodAddress } from "../selection/address";
import { textCell } from "../words/cells";
import { poolEvidence } from "./pooled";
import type { Selection } from "../selection/selection";
import type { Column, Row, Table, TableCell } from "../table";
import { count, PANEL_LABEL, shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

const LABEL: Record<PublishedMetric, string> = { sell_through_pct: "Sell-through", sold_btc: "Sold", produced_btc: "Produced" };

export const PUBLISHED_COLUMNS: readonly Column[] = [
  textColumn("period", "Period", "Period that the figure speaks of."),
  { key: "publisher", label: "Publisher", kind: "text", unit: "", description: "Who printed it.", sourced: true },
  textColumn("figure", "Figure", "What was printed, with its unit."),
  textColumn("published", "Theirs", "As printed."),
  textColumn("panel", "Their panel", "Which companies they say are in it."),
  numberColumn("ours", "Ours", "", "The same figure over all tracked companies with both figures known."),
  textColumn("our_panel", "Our panel", "How many companies are in ours."),
  textColumn("difference", "Why they differ", "What is known of the difference."),
];

/** Published figures for one period, or all of them. */
export function publishedTable(figures: Figures, selection: Selection, period?: Period): Table {
  const aggregates = figures.record.aggregates.filter((aggregate) => period === undefined || aggregate.period === period);
  return {
    id: period === undefined ? "published" : `published-${period}`,
    title: "Figures that others published, beside ours",
    columns: PUBLISHED_COLUMNS,
    rows: aggregates.map((aggregate, index) => publishedRow(figures, selection, aggregate, index)),
  };
}

function publishedRow(figures: Figures, selection: Selection, aggregate: PublishedAggregate, index: number): Row {
  const filter: PanelFilter = { kind: "all" };
  const ours = pool(figures, { period: aggregate.period, filter, basis: "gross", mode: selection.evidence });
  const unit = aggregate.metric === "sell_through_pct" ? "%" : " BTC";
  return {
    key: `${aggregate.period}-${index}`,
    cells: {
      period: textCell(shortPeriodName(aggregate.period), periodAddress(aggregate.period, selection)),
      publisher: textCell(aggregate.publisher, aggregate.sourceUrl),
      figure: textCell(LABEL[aggregate.metric]),
      published: textCell(`${thousands(aggregate.written)}${unit}`),
      panel: textCell(aggregate.panel),
      ours: oursCell(ours, aggregate.metric, periodAddress(aggregate.period, { ...selection, panel: "all" })),
      our_panel: textCell(`${count(ours.members.length, "company", "companies")} (${PANEL_LABEL.all})${ours.thin ? ", thin" : ""}`),
      difference: textCell(differenceOf(aggregate, ours)),
    },
  };
}

function oursCell(ours: Pool, metric: PublishedMetric, href: string): TableCell {
  if (!isPooled(ours.ratio)) return { kind: "missing", reason: ours.ratio.reason, text: "no company with both figures" };
  const evidence = poolEvidence(ours);
  const value = (plain: string, text: string): TableCell => ({ kind: "value", plain, text, evidence, href, sources: [] });
  if (metric === "sell_through_pct") return value(plainPercent(ours.ratio), formatRatio(ours.ratio));
  const sats = metric === "sold_btc" ? ours.sold : ours.produced;
  return value(plainAmount(sats, "BTC"), `${formatAmount(sats, "BTC", 0)} BTC`);
}

/** Their distance from ours and what may stand behind it: the panels, the netting of purchases, a thin figure of ours. */
function differenceOf(aggregate: PublishedAggregate, ours: Pool): string {
  const parts: string[] = [];
  if (isPooled(ours.ratio)) {
    if (aggregate.metric === "sell_through_pct") {
      const points = Math.round(ours.ratio * 100 - Number(aggregate.written));
      parts.push(points === 0 ? "No difference after rounding" : `Ours is ${Math.abs(points)} points ${points > 0 ? "higher" : "lower"}`);
    } else {
      const theirs = parseAmount(aggregate.written, "BTC") ?? 0;
      const mine = aggregate.metric === "sold_btc" ? ours.sold : ours.produced;
      parts.push(`Ours is ${formatAmount(Math.abs(mine - theirs), "BTC", 0)} BTC ${mine >= theirs ? "higher" : "lower"}`);
    }
    parts.push(
      `their panel is “${aggregate.panel}”, ours has ${count(ours.members.length, "company", "companies")} with both figures known`,
    );
    if (ours.thin) parts.push("ours is thin");
  } else {
    parts.push("We know no company with both figures");
  }
  if (aggregate.note !== "") parts.push(aggregate.note);
  return `${parts.join("; ")}.`;
}

function thousands(written: string): string {
  const sats = parseAmount(written, "BTC");
  return sats === undefined ? written : formatAmount(sats, "BTC", 2);
}
