/** Training samples: candidates with the metrics that somebody found them to be figures of (none: they are no figures). */
import { METRIC_IDS, type MetricId } from "@/domain/metric";
import type { Raw } from "../rawCandidate";
import { isMonth } from "../months";
import { draftOf, type ReadingOptions } from "../readRelease";
import { isCountable, UNITS_OF } from "../score";
import { periodOf } from "../whenSaid";

export interface SampleFigure {
  readonly metric: MetricId;
  readonly period: string | null;
  readonly value: number | null;
  /** Whose, where it is not the company that the document is about. */
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
  /** What a person should decide: neither right nor wrong. */
  readonly ambiguous: readonly SampleFigure[];
}

export interface Row {
  readonly features: readonly string[];
  readonly unit: Raw["unit"];
  readonly metrics: readonly MetricId[];
}

const near = (a: number, b: number | null): boolean => b !== null && Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));

/** The words that must stand around a figure when its number alone would fit several metrics. */
const NAMED: Readonly<Partial<Record<MetricId, string>>> = {
  btc_produced: "PROD",
  btc_sold: "SOLD",
  btc_held: "HELD",
  btc_purchased: "BUY",
  btc_restricted: "RESTR",
  deployed_ehs: "DEPL",
  avg_ehs: "AVG",
};

/** The candidates of a document that teach something. `metricsOf`: those that one is a figure of; undefined where its meaning is open. */
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

/** Rows for training from one sample. */
export function rowsOf(sample: Sample, companies: ReadingOptions["companies"]): Row[] {
  const tellsLonger = sample.figures.some(({ period }) => !isMonth(period ?? undefined));
  return rowsFrom(sample, companies, (raw, likeliest) => {
    const { period, sense } = periodOf(raw.when, isMonth(sample.period ?? undefined) ? (sample.period ?? undefined) : likeliest, 12);
    // Where no longer period is told of, one that the text names was left out, and teaches nothing.
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

/** Rows from what operators decided: a document's other numbers were not looked at, so they teach nothing. */
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
  // An open deployed hashrate is one that is not dated to the month's end: the words are those of a deployed hashrate all the same.
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
