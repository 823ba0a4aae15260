/**
 * Figures that others printed beside ours: same period, same kind of figure, their panel in words, ours in companies, and the difference
 * explained as far as the record can explain it. Nothing is bent to fit.
 */
import { parseAmount, plainAmount } from "@/domain/amount";
import { type Evidence, weaker } from "@/domain/cell";
import type { Figures } from "@/domain/figures";
import { formatAmount } from "@/domain/metric";
import { isPooled, pool, type PanelFilter } from "@/domain/panel";
import type { Period } from "@/domain/period";
import type { PublishedAggregate, PublishedMetric } from "@/domain/record";
import { formatRatio, plainPercent } from "@/domain/sellThrough";
import { treasuryOf } from "@/domain/treasury";
import { periodAddress } from "../selection/address";
import { textCell } from "../words/cells";
import { poolEvidence } from "./pooled";
import type { Selection } from "../selection/selection";
import type { Column, Row, Table, TableCell, TableEvidence } from "../table";
import { count, PANEL_LABEL, shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

const LABEL: Record<PublishedMetric, string> = {
  sell_through_pct: "Sell-through",
  sold_btc: "Sold",
  produced_btc: "Produced",
  held_btc: "Held",
};

/** What a company must have known to be in ours. */
const NEEDED: Record<PublishedMetric, string> = {
  sell_through_pct: "both figures known",
  sold_btc: "both figures known",
  produced_btc: "both figures known",
  held_btc: "known holdings",
};

const ALL: PanelFilter = { kind: "all" };

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

/** Our figure of the same kind for the same period, over all tracked companies. */
interface Ours {
  /** Satoshis, or a ratio for sell_through_pct; undefined where no company is in. */
  readonly value: number | undefined;
  readonly evidence: TableEvidence;
  readonly companies: number;
  readonly thin: boolean;
}

function oursOf(figures: Figures, { evidence: mode }: Selection, { period, metric }: PublishedAggregate): Ours {
  if (metric === "held_btc") {
    const sum = treasuryOf(figures, figures.record.companies, period, mode);
    const evidence = sum.members.reduce<Evidence>((level, { cell }) => weaker(level, cell.evidence), "reported") as TableEvidence;
    return { value: sum.members.length === 0 ? undefined : sum.held, evidence, companies: sum.members.length, thin: sum.thin };
  }
  const ours = pool(figures, { period, filter: ALL, basis: "gross", mode });
  const shared = { evidence: poolEvidence(ours), companies: ours.members.length, thin: ours.thin };
  if (!isPooled(ours.ratio)) return { value: undefined, ...shared };
  return { value: metric === "sell_through_pct" ? ours.ratio : metric === "sold_btc" ? ours.sold : ours.produced, ...shared };
}

function publishedRow(figures: Figures, selection: Selection, aggregate: PublishedAggregate, index: number): Row {
  const ours = oursOf(figures, selection, aggregate);
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
      our_panel: textCell(`${count(ours.companies, "company", "companies")} (${PANEL_LABEL.all})${ours.thin ? ", thin" : ""}`),
      difference: textCell(differenceOf(aggregate, ours)),
    },
  };
}

function oursCell({ value, evidence }: Ours, metric: PublishedMetric, href: string): TableCell {
  if (value === undefined) return { kind: "missing", reason: "notDisclosed", text: `no company with ${NEEDED[metric]}` };
  const cell = (plain: string, text: string): TableCell => ({ kind: "value", plain, text, evidence, href, sources: [] });
  if (metric === "sell_through_pct") return cell(plainPercent(value), formatRatio(value));
  return cell(plainAmount(value, "BTC"), `${formatAmount(value, "BTC", 0)} BTC`);
}

/** Their distance from ours and what may stand behind it: the panels, the netting of purchases, a thin figure of ours. */
function differenceOf({ metric, written, panel, note }: PublishedAggregate, ours: Ours): string {
  const parts: string[] = [];
  if (ours.value === undefined) parts.push(`We know no company with ${NEEDED[metric]}`);
  else {
    if (metric === "sell_through_pct") {
      const points = Math.round(ours.value * 100 - Number(written));
      parts.push(points === 0 ? "No difference after rounding" : `Ours is ${Math.abs(points)} points ${points > 0 ? "higher" : "lower"}`);
    } else {
      const apart = ours.value - (parseAmount(written, "BTC") ?? NaN);
      parts.push(`Ours is ${formatAmount(Math.abs(apart), "BTC", 0)} BTC ${apart >= 0 ? "higher" : "lower"}`);
    }
    parts.push(`their panel is “${panel}”, ours has ${count(ours.companies, "company", "companies")} with ${NEEDED[metric]}`);
    if (ours.thin) parts.push("ours is thin");
  }
  if (note !== "") parts.push(note);
  return `${parts.join("; ")}.`;
}

function thousands(written: string): string {
  const sats = parseAmount(written, "BTC");
  return sats === undefined ? written : formatAmount(sats, "BTC", 2);
}
