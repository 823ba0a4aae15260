/** Measures a reader: compares its candidates with the figures that a careful person finds, counts them, and lists errors. */
import type { Candidate } from "../readRelease";
import { lastMonthOf } from "../mentions/months";
import { METRICS } from "@/domain/values/metric";
import type { Sample, SampleFigure } from "./samples";

export interface Count {
  readonly documents: number;
  readonly figures: number;
  /** Figures found, at any confidence. */
  readonly found: number;
  /** Figures found as a candidate or as one of its alternatives. */
  readonly offered: number;
  readonly high: number;
  readonly highRight: number;
  /** High for a figure that a careful person leaves open: neither right nor wrong. */
  readonly highOpen: number;
  readonly low: number;
}

export const NONE: Count = { documents: 0, figures: 0, found: 0, offered: 0, high: 0, highRight: 0, highOpen: 0, low: 0 };

export const add = (a: Count, b: Count): Count =>
  Object.fromEntries((Object.keys(NONE) as (keyof Count)[]).map((key) => [key, a[key] + b[key]])) as unknown as Count;

/** Holdings at a quarter's end may be given for the quarter or for its last month. */
const periodsOf = ({ metric, period }: { metric: SampleFigure["metric"]; period: string | null }): string | null =>
  period !== null && METRICS[metric].kind === "stock" ? lastMonthOf(period) : period;

const isKey = (candidate: Candidate, figure: SampleFigure, sample: Sample): boolean =>
  candidate.metric === figure.metric &&
  periodsOf(candidate) === periodsOf(figure) &&
  candidate.company === (figure.company ?? (sample.company === "multi" ? candidate.company : sample.company));

const isValue = (value: number, figure: SampleFigure): boolean =>
  figure.value !== null && Math.abs(value - figure.value) <= 1e-6 * Math.max(1, figure.value);

/** Whether a candidate has the company, metric, period and value of an expected figure. */
export const matches = (candidate: Candidate, figure: SampleFigure, sample: Sample): boolean =>
  isKey(candidate, figure, sample) && isValue(candidate.value, figure);

/** Counts for one document. */
export function countOf(sample: Sample, candidates: readonly Candidate[]): Count {
  const high = candidates.filter(({ confidence }) => confidence === "high");
  return {
    documents: 1,
    figures: sample.figures.length,
    found: sample.figures.filter((figure) => candidates.some((candidate) => matches(candidate, figure, sample))).length,
    offered: sample.figures.filter((figure) =>
      candidates.some(
        (candidate) =>
          isKey(candidate, figure, sample) && [candidate, ...candidate.alternatives].some(({ value }) => isValue(value, figure)),
      ),
    ).length,
    high: high.length,
    highRight: high.filter((candidate) => sample.figures.some((figure) => matches(candidate, figure, sample))).length,
    highOpen: high.filter((candidate) => sample.ambiguous.some((figure) => matches(candidate, figure, sample))).length,
    low: candidates.length - high.length,
  };
}

/** Errors to inspect: wrong highs, missed figures, and lows that are not expected. */
export function faultsOf(sample: Sample, candidates: readonly Candidate[]): { wrong: string[]; missed: string[]; extra: string[] } {
  const say = ({ company, metric, period, value }: SampleFigure): string =>
    `${sample.name}: ${sample.company === "multi" ? `${company ?? ""} ` : ""}${metric} ${period ?? ""} ${value ?? ""}`;
  const unexpected = candidates.filter((candidate) => !sample.figures.some((figure) => matches(candidate, figure, sample)));
  const told = (candidate: Candidate): string => `${say(candidate)} <${candidate.span.slice(-90)}> ${candidate.reasons.join("; ")}`;
  return {
    wrong: unexpected.filter(({ confidence }) => confidence === "high").map(told),
    missed: sample.figures.filter((figure) => !candidates.some((candidate) => matches(candidate, figure, sample))).map(say),
    extra: unexpected.filter(({ confidence }) => confidence === "low").map(told),
  };
}
