/**
 * Reads a monthly release or filing: text or HTML in, candidate figures out, each with the words it was read from and a confidence.
 * document → company and month → readings of tables and sentences → weighed → candidates.
 * Rule guarded: "high" means that nothing speaks against the figure; everything else is for a person. Leaves saving to the desk.
 */
import { plainAmount, toUnits, type Unit } from "@/domain/amount";
import type { Company } from "@/domain/company";
import { METRIC_IDS, METRICS, type MetricId } from "@/domain/metric";
import type { Day, Period } from "@/domain/period";
import { findCompany, type KnownCompany, knownCompanies } from "./companies";
import { type Document, isTable } from "./document";
import { documentFrom } from "./documentFrom";
import { joinedBlocks } from "./joined";
import { styleOf } from "./numerals";
import { NO_SCOPE, type Scope, scopeOf } from "./periods";
import { readPassage } from "./prose";
import type { DailyRate, Reading, Subject } from "./reading";
import { findSubject } from "./subject";
import { readTable } from "./tables";
import { weigh, type Weighed } from "./weigh";

export interface Candidate {
  readonly company: string;
  readonly metric: MetricId;
  readonly period: Period;
  /** In the unit itself, as a plain number: for reading and printing. */
  readonly value: number;
  /** Exact, in the unit's smallest part (see domain/amount). */
  readonly amount: number;
  readonly unit: Unit;
  /** Exact plain decimal of the amount: "19211". */
  readonly plain: string;
  /** The figure as the document prints it: "19,2113". */
  readonly written: string;
  /** The words it was read from, as they stand in the document's text. */
  readonly span: string;
  /** Where the span stands in the document's text. */
  readonly start: number;
  readonly end: number;
  readonly confidence: "high" | "low";
  readonly reasons: readonly string[];
}

export interface ReleaseReading {
  readonly candidates: readonly Candidate[];
  readonly warnings: readonly string[];
  readonly company?: string;
  /** The month (or quarter) that the document is about. */
  readonly period?: Period;
  readonly publishedOn?: Day;
  readonly document: Document;
}

export interface ReadingOptions {
  /** The companies of the record; a document of another company gets a new slug. */
  readonly companies: readonly Company[] | readonly KnownCompany[];
  readonly contentType?: string;
  /** The document's address, if it does not open with one. */
  readonly address?: string;
}

/** Reads a document. Never throws; a document without figures gives no candidates and a warning that says why. */
export function readRelease(text: string, options: ReadingOptions): ReleaseReading {
  const document = documentFrom(text, options.contentType);
  const address = options.address ?? document.address;
  const companies = known(options.companies);
  const company = findCompany(document, companies, address);
  if (company === undefined) return { candidates: [], warnings: ["no company was recognised"], document };
  const subject = findSubject(document, company, companies, address);
  if ("refused" in subject) return { candidates: [], warnings: [subject.refused], company: company.id, document };
  const { readings, daily, warnings } = readBlocks(document, subject);
  const doubted = readings.map((reading) => ({ ...reading, doubts: [...company.doubts, ...reading.doubts] }));
  const figures = weigh(doubted, daily);
  const candidates = figures.map((figure) => candidateOf(figure, company.id, document)).sort(byPeriodAndMetric);
  const period = subject.month ?? subject.quarter;
  return {
    candidates,
    warnings: [
      ...(company.known ? [] : [company.how]),
      ...subject.doubts,
      ...warnings,
      ...(candidates.length === 0 ? ["no figure was found"] : []),
    ],
    company: company.id,
    ...(period === undefined ? {} : { period }),
    ...(subject.publishedOn === undefined ? {} : { publishedOn: subject.publishedOn }),
    document,
  };
}

const known = (companies: ReadingOptions["companies"]): KnownCompany[] =>
  companies.flatMap((company) => ("listings" in company ? knownCompanies([company]) : [company]));

function readBlocks(document: Document, subject: Subject): { readings: Reading[]; daily: DailyRate[]; warnings: string[] } {
  const style = styleOf(document.text);
  const found = { readings: [] as Reading[], daily: [] as DailyRate[], warnings: [] as string[] };
  let scope: Scope = NO_SCOPE;
  let caption = "";
  let before: MetricId | undefined;
  for (const { block, lead } of joinedBlocks(document)) {
    const part = isTable(block)
      ? readTable(block, caption, subject, style)
      : readPassage(block, (lead && scopeOf(lead.text)) ?? scope, subject, style, lead?.metric, before);
    before = part.readings.at(-1)?.metric;
    found.readings.push(...part.readings);
    found.daily.push(...part.daily);
    found.warnings.push(...part.warnings);
    if (isTable(block)) continue;
    if (block.kind === "heading") scope = scopeOf(block.text) ?? scope;
    if (block.text.length < 300) caption = block.text;
  }
  return found;
}

function candidateOf(figure: Weighed, company: string, document: Document): Candidate {
  const { reading, amount } = figure;
  const { unit } = METRICS[reading.metric];
  return {
    company,
    metric: reading.metric,
    period: reading.period,
    value: toUnits(amount, unit),
    amount,
    unit,
    plain: plainAmount(amount, unit),
    written: reading.written,
    span: document.text.slice(reading.start, reading.end),
    start: reading.start,
    end: reading.end,
    confidence: figure.doubts.length === 0 ? "high" : "low",
    reasons: [...new Set([...figure.doubts, ...figure.notes])],
  };
}

const byPeriodAndMetric = (a: Candidate, b: Candidate): number =>
  a.period === b.period ? METRIC_IDS.indexOf(a.metric) - METRIC_IDS.indexOf(b.metric) : a.period < b.period ? 1 : -1;
