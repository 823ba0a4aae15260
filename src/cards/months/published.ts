/** Figures published by others beside ours, with the difference explained as far as the record can. Ours are never adjusted to fit. */
import { parseAmount, plainAmount, toUnits } from "@/domain/values/amount";
import { weakest } from "@/domain/facts/cell";
import { grouped } from "@/domain/shared/numberText";
import { publisherFinder, siteName } from "@/domain/facts/publisher";
import type { Figures } from "@/domain/figures/figures";
import { formatAmount } from "@/domain/values/metric";
import { isPooled, pool, type PanelFilter, type Pool } from "@/domain/measures/panel";
import type { Period } from "@/domain/values/period";
import type { PublishedAggregate, PublishedMetric } from "@/domain/facts/record";
import { treasuryOf } from "@/domain/measures/treasury";
import { periodAddress } from "../selection/address";
import type { Asked } from "../asked";
import { card, type CardColumn } from "../card";
import type { TableCell, TableEvidence } from "../tables/table";
import { shareCell, textCell, valueCell } from "../words/cells";
import { columnsOf, linkedPeriod } from "../words/columns";
import { companyNames, count, PANEL_LABEL } from "../words/phrases";
import { poolEvidence } from "./pooled";

const LABEL: Record<PublishedMetric, string> = {
  sell_through_pct: "Sell-through",
  sold_btc: "Sold",
  produced_btc: "Produced",
  held_btc: "Held",
};

/** The figures a company must have to be in our total. */
const NEEDED: Record<PublishedMetric, string> = {
  sell_through_pct: "both figures known",
  sold_btc: "both figures known",
  produced_btc: "both figures known",
  held_btc: "known holdings",
};

const ALL: PanelFilter = { kind: "all" };

/** Our figure for the same metric and period, over all tracked companies. */
interface Ours {
  /** Satoshis, or a ratio for sell_through_pct; undefined where no company is included. */
  readonly value: number | undefined;
  readonly evidence: TableEvidence;
  readonly companies: number;
  readonly thin: boolean;
  /** Which tracked companies are not in it; "" where that is not known. */
  readonly without: string;
}

function oursOf({ figures, selection: { evidence: mode } }: Asked, { period, metric }: PublishedAggregate): Ours {
  if (metric === "held_btc") {
    const sum = treasuryOf(figures, figures.record.companies, period, mode);
    const evidence = weakest(sum.members.map(({ cell }) => cell));
    return { value: sum.members.length === 0 ? undefined : sum.held, evidence, companies: sum.members.length, thin: sum.thin, without: "" };
  }
  const ours = pool(figures, { period, filter: ALL, basis: "gross", mode });
  const shared = { evidence: poolEvidence(ours), companies: ours.members.length, thin: ours.thin, without: withoutWhom(ours) };
  if (!isPooled(ours.ratio)) return { value: undefined, ...shared };
  return { value: metric === "sell_through_pct" ? ours.ratio : metric === "sold_btc" ? ours.sold : ours.produced, ...shared };
}

/** More names are counted. */
const MOST_NAMES = 5;

/** "Canaan and HIVE Digital, which produced 201 BTC, are not in ours, because their sales are not known". */
function withoutWhom({ absentProducers }: Pool): string {
  const absent = absentProducers.filter(({ produced }) => produced.value > 0);
  if (absent.length === 0) return "";
  const who = absent.length > MOST_NAMES ? `${absent.length} more companies` : companyNames(absent.map(({ company }) => company));
  const btc = formatAmount(
    absent.reduce((sum, { produced }) => sum + produced.value, 0),
    "BTC",
    0,
  );
  const one = absent.length === 1;
  return `${who}, which produced ${btc} BTC, ${one ? "is" : "are"} not in ours, because ${one ? "its" : "their"} sales are not known`;
}

function oursCell({ value, evidence }: Ours, metric: PublishedMetric, href: string): TableCell {
  if (value === undefined) return { kind: "missing", reason: "notDisclosed", text: `no company with ${NEEDED[metric]}` };
  if (metric === "sell_through_pct") return shareCell(value, evidence, href);
  return valueCell(plainAmount(value, "BTC"), `${formatAmount(value, "BTC", 0)} BTC`, evidence, href);
}

/** "Ours is 8 percentage points lower", "Ours is 120 BTC higher". */
function apartWords(metric: PublishedMetric, ours: number, theirs: number): string {
  const isShare = metric === "sell_through_pct";
  // Amounts as they are shown, so that a reader who subtracts them finds the same.
  const apart = isShare ? Math.round(ours * 100 - theirs) : Math.round(toUnits(ours, "BTC")) - Math.round(theirs);
  if (apart === 0) return "After rounding the two agree";
  const by = isShare ? count(Math.abs(apart), "percentage point") : `${grouped(Math.abs(apart))} BTC`;
  return `Ours is ${by} ${apart > 0 ? "higher" : "lower"}`;
}

/** The difference from ours and its possible reasons: panels, companies whose sales we do not know, netted purchases, a thin figure of ours. */
function differenceOf({ metric, written, panel, note }: PublishedAggregate, ours: Ours): string {
  const parts: string[] = [];
  if (ours.value === undefined) parts.push(`We know no company with ${NEEDED[metric]}`);
  else {
    parts.push(apartWords(metric, ours.value, Number(written)));
    parts.push(`Theirs covers “${panel}”, ours has ${count(ours.companies, "company")} with ${NEEDED[metric]}`);
    if (ours.without !== "") parts.push(ours.without);
    if (ours.thin) parts.push("Ours is thin");
  }
  if (note !== "") parts.push(`Noted of theirs: ${note}`);
  return `${parts.join(". ")}.`;
}

function thousands(written: string): string {
  const sats = parseAmount(written, "BTC");
  return sats === undefined ? written : formatAmount(sats, "BTC", 2);
}

interface Entry {
  readonly aggregate: PublishedAggregate;
  readonly ours: Ours;
  readonly key: string;
}

const column = columnsOf<Entry>();

const COLUMNS: readonly CardColumn<Entry>[] = [
  linkedPeriod(({ aggregate }) => aggregate.period, "Period that the figure speaks of."),
  column.sourced("publisher", "Publisher", "Who printed it.", ({ aggregate }, { figures }) => publisherCell(aggregate, figures)),
  column.text("figure", "Figure", "What was printed, with its unit.", ({ aggregate }) => LABEL[aggregate.metric]),
  column.text(
    "published",
    "Theirs",
    "As printed.",
    ({ aggregate: { written, metric } }) => `${thousands(written)}${metric === "sell_through_pct" ? "%" : " BTC"}`,
  ),
  column.text("panel", "Their companies", "Which companies they say are in it.", ({ aggregate }) => aggregate.panel),
  column.number(
    "ours",
    "Ours",
    "The same figure over all tracked companies whose production and sales are both known.",
    ({ ours, aggregate: { metric, period } }, { selection }) =>
      oursCell(ours, metric, periodAddress(period, { ...selection, panel: "all" })),
  ),
  column.text(
    "our_panel",
    "Our companies",
    "How many companies are in ours.",
    ({ ours }) => `${count(ours.companies, "company")} (${PANEL_LABEL.all})${ours.thin ? ", thin" : ""}`,
  ),
  column.text("difference", "Why they differ", "What is known of the difference.", ({ aggregate, ours }) => differenceOf(aggregate, ours)),
];

/** The publisher, linked; a note names where it was read, if elsewhere. */
function publisherCell({ publisher, sourceUrl }: PublishedAggregate, { record }: Figures): TableCell {
  const site = siteName(publisherFinder(record.publishers), sourceUrl);
  return textCell(publisher, sourceUrl, site === publisher ? undefined : `Read at ${site}.`);
}

/** The published figures that pass `belongs`, as the rest of a card. */
const beside = <A extends Asked>(belongs: (aggregate: PublishedAggregate, asked: A) => boolean) => ({
  title: "Figures that others published, beside ours",
  entries: (asked: A): Entry[] =>
    asked.figures.record.aggregates
      .filter((aggregate) => belongs(aggregate, asked))
      .map((aggregate, at) => ({ aggregate, ours: oursOf(asked, aggregate), key: `${aggregate.period}-${at}` })),
  row: ({ key }: Entry) => ({ key }),
  columns: COLUMNS,
});

export const publishedCard = card({ id: "published", page: "/months", ...beside(() => true) });

export const publishedForPeriodCard = card({
  id: "published-:period",
  page: "/months/:period",
  ...beside((aggregate, asked: Asked & { readonly period: Period }) => aggregate.period === asked.period),
});
