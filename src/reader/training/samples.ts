/** Training samples: candidates with the metrics that a person assigned to them (none: not a figure). */
import { METRIC_IDS, type MetricId } from "@/domain/values/metric";
import type { Raw } from "../candidates/candidate";
import { isMonth } from "../mentions/months";
import { draftOf, type ReadingOptions } from "../readRelease";
import { periodOf } from "../candidates/whenSaid";
import { isCountable, UNITS_OF } from "../candidates/metricUnits";

export interface SampleFigure {
  readonly metric: MetricId;
  readonly period: string | null;
  readonly value: number | null;
  /** The figure's company, if it is not the one that the document is about. */
  readonly company?: string;
}

export interface Sample {
  readonly name: string;
  readonly text: string;
  /** "multi" for several. */
  readonly company: string;
  readonly period: string | null;
  readonly publishedOn?: string;
  readonly figures: readonly SampleFigure[];
  /** Figures that a person should decide: neither right nor wrong. */
  readonly ambiguous: readonly SampleFigure[];
}

export interface Row {
  readonly features: readonly string[];
  readonly unit: Raw["unit"];
  readonly metrics: readonly MetricId[];
}

const near = (a: number, b: number | null): boolean => b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

/** The word class that must occur near a figure when its number alone would fit several metrics. */
const NAMED: Readonly<Partial<Record<MetricId, string>>> = {
  btc_produced: "PROD",
  btc_sold: "SOLD",
  btc_held: "HELD",
  btc_purchased: "BUY",
  btc_restricted: "RESTR",
  deployed_ehs: "DEPL",
  avg_ehs: "AVG",
};

/** The candidates of a document to learn from. `metricsOf`: the metrics of a candidate; undefined if its meaning is open. */
function rowsFrom(
  { text, publishedOn }: Pick<Sample, "text" | "publishedOn">,
  companies: ReadingOptions["companies"],
  metricsOf: (raw: Raw, month: string | undefined) => MetricId[] | undefined,
): Row[] {
  const { raws, about } = draftOf(text, { companies, publishedOn });
  return raws.flatMap((raw) => {
    if (!isCountable(raw.unit) || raw.features.length === 0) return [];
    const metrics = metricsOf(raw, about.months[0]?.month);
    return metrics === undefined ? [] : [{ features: raw.features, unit: raw.unit, metrics }];
  });
}

/** Training rows from one sample. */
export function rowsOf(sample: Sample, companies: ReadingOptions["companies"]): Row[] {
  const tellsLonger = sample.figures.some(({ period }) => !isMonth(period ?? undefined));
  return rowsFrom(sample, companies, (raw, likeliest) => {
    const { period, sense } = periodOf(raw.when, isMonth(sample.period ?? undefined) ? (sample.period ?? undefined) : likeliest, 12);
    // If the sample lists no longer period, a longer period in the text was not labelled: it is excluded.
    return sense === "long" && !tellsLonger ? undefined : metricsOf(raw, sample, period);
  });
}

/** A person's decision about a figure that was read in a document. */
export interface DecidedFigure {
  readonly metric: MetricId;
  readonly period: string;
  readonly value: number;
  readonly right: boolean;
}

export interface DecidedDocument {
  readonly text: string;
  readonly publishedOn?: string;
  readonly figures: readonly DecidedFigure[];
}

/** Training rows from operators' decisions: a document's other numbers were not reviewed, so they are excluded. */
export function rowsOfDecided(document: DecidedDocument, companies: ReadingOptions["companies"]): Row[] {
  return rowsFrom(document, companies, (raw, month) => {
    const { period } = periodOf(raw.when, month, 12);
    const decided = document.figures.filter(
      (figure) => near(raw.value, figure.value) && UNITS_OF[figure.metric].includes(raw.unit) && figure.period === period,
    );
    return decided.length === 0 ? undefined : decided.flatMap(({ right, metric }) => (right ? [metric] : []));
  });
}

function metricsOf(raw: Raw, sample: Sample, period: string | undefined): MetricId[] | undefined {
  const ofUnit = (metric: MetricId): boolean => UNITS_OF[metric].includes(raw.unit);
  const open = sample.ambiguous.filter(({ value, metric }) => near(raw.value, value) && ofUnit(metric));
  // An open deployed hashrate only lacks a month-end date: its words are still those of a deployed hashrate.
  if (open.length > 0) return open.every(({ metric }) => metric === "deployed_ehs") ? ["deployed_ehs"] : undefined;
  const fitting = sample.figures.filter(
    ({ value, metric, company }) =>
      near(raw.value, value) && ofUnit(metric) && (company === undefined || raw.company === undefined || company === raw.company),
  );
  const exact = fitting.filter((figure) => figure.period === period);
  const metrics = METRIC_IDS.filter((metric) =>
    (exact.length > 0 || raw.kind === "row" ? exact : fitting).some((figure) => figure.metric === metric),
  );
  if (metrics.length < 2) return metrics;
  const words = new Set(raw.features.map((feature) => /^(?:Tc|NL|NR|T):([A-Z]+)/.exec(feature)?.[1]));
  const named = metrics.filter((metric) => words.has(NAMED[metric] ?? ""));
  return named.length === 1 ? named : undefined;
}
