/**
 * Scores the reader against what a careful reader found: for each fixture, which expected figures came out and which did not,
 * and which came out that are not expected. Used by the benchmark's test and by its runner for the README.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import type { KnownCompany } from "@/reader/companies";
import { ALIASES } from "@/reader/aliases";
import { METRIC_IDS, type MetricId } from "@/domain/metric";
import { type Candidate, readRelease, type ReleaseReading } from "@/reader/readRelease";

export interface Figure {
  readonly metric: MetricId;
  readonly period: string;
  readonly value: number;
  readonly quote?: string;
}

export interface Expectation {
  readonly company: string;
  readonly period: string | null;
  readonly figures: readonly Figure[];
  readonly ambiguous?: readonly Figure[];
}

export interface Case {
  readonly name: string;
  readonly text: string;
  readonly expected: Expectation;
  readonly reading: ReleaseReading;
}

const HERE = import.meta.dirname;
const DATA = join(HERE, "../../../prisma/data");

const rowsOf = (file: string): Record<string, string>[] => parse(readFileSync(join(DATA, file), "utf8"), { columns: true });

/** The tracked companies as the reader takes them. */
export function companies(): KnownCompany[] {
  const listings = rowsOf("listings.csv");
  return rowsOf("companies.csv").map((row) => ({
    id: row.company ?? "",
    names: [row.name ?? "", ...(ALIASES[row.company ?? ""] ?? [])],
    tickers: listings.filter((listing) => listing.company === row.company).map((listing) => listing.ticker ?? ""),
  }));
}

const KNOWN = companies();

/** Every fixture of a folder that has an expectation beside it, read. */
export function casesOf(folder: "fixtures" | "made"): Case[] {
  const directory = join(HERE, folder);
  return readdirSync(directory)
    .filter((file) => file.endsWith(".json"))
    .sort()
    .map((file) => {
      const name = file.replace(/\.json$/, "");
      const source = readdirSync(directory).find((other) => other === `${name}.txt` || other === `${name}.html`) ?? `${name}.txt`;
      const text = readFileSync(join(directory, source), "utf8");
      const expected = JSON.parse(readFileSync(join(directory, file), "utf8")) as Expectation;
      return { name, text, expected, reading: readRelease(text, { companies: KNOWN }) };
    });
}

export const readText = (text: string): ReleaseReading => readRelease(text, { companies: KNOWN });

export function matches(candidate: Candidate, figure: Figure): boolean {
  return candidate.metric === figure.metric && candidate.period === figure.period && Math.abs(candidate.value - figure.value) < 1e-6;
}

export interface Tally {
  readonly expected: number;
  /** Figures that came out right: at high confidence, and at any. */
  readonly foundHigh: number;
  readonly found: number;
  /** Candidates given: at high confidence, and at any. */
  readonly givenHigh: number;
  readonly given: number;
}

export function tally(cases: readonly Case[], metric?: MetricId): Tally {
  const sum = { expected: 0, foundHigh: 0, found: 0, givenHigh: 0, given: 0 };
  for (const { expected, reading } of cases) {
    const figures = expected.figures.filter((figure) => metric === undefined || figure.metric === metric);
    const candidates = reading.candidates.filter((candidate) => metric === undefined || candidate.metric === metric);
    const high = candidates.filter((candidate) => candidate.confidence === "high");
    sum.expected += figures.length;
    sum.foundHigh += figures.filter((figure) => high.some((candidate) => matches(candidate, figure))).length;
    sum.found += figures.filter((figure) => candidates.some((candidate) => matches(candidate, figure))).length;
    sum.givenHigh += high.length;
    sum.given += candidates.length;
  }
  return sum;
}

/** What went wrong, one line each; empty when the reader did what a careful reader does. */
export function faults({ name, expected, reading }: Case): { wrong: string[]; missed: string[]; low: string[] } {
  const high = reading.candidates.filter((candidate) => candidate.confidence === "high");
  const say = (figure: Figure): string => `${name}: ${figure.metric} ${figure.period} ${figure.value}`;
  return {
    wrong: high
      .filter((candidate) => !expected.figures.some((figure) => matches(candidate, figure)))
      .map((candidate) => `${say(candidate)} <${candidate.span}> ${candidate.reasons.join("; ")}`),
    missed: expected.figures.filter((figure) => !reading.candidates.some((candidate) => matches(candidate, figure))).map(say),
    low: expected.figures
      .filter((figure) => !high.some((candidate) => matches(candidate, figure)))
      .flatMap((figure) =>
        reading.candidates
          .filter((candidate) => matches(candidate, figure))
          .map((candidate) => `${say(figure)}: ${candidate.reasons.join("; ")}`),
      ),
  };
}

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${Math.round((100 * part) / whole)}%`);

/** The benchmark as a Markdown table, one row per metric. */
export function scoreTable(cases: readonly Case[]): string {
  const row = (name: string, t: Tally): string =>
    `| ${name} | ${t.expected} | ${percent(t.foundHigh, t.givenHigh)} | ${percent(t.foundHigh, t.expected)} | ${percent(t.found, t.given)} | ${percent(t.found, t.expected)} |`;
  return [
    "| Metric | Figures | Precision, high | Recall, high | Precision, all | Recall, all |",
    "| --- | ---: | ---: | ---: | ---: | ---: |",
    ...METRIC_IDS.map((metric) => row(metric, tally(cases, metric))),
    row("all", tally(cases)),
  ].join("\n");
}
