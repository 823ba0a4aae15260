/**
 * Reads a release, filing or news page: text or HTML in, candidate figures out, each with the words it was read from, what confirms it and
 * what contradicts it.
 * page → blocks → candidates → about (company, month) → score → corroborate → decide; one folder or file per stage.
 * Invariant: nothing is rejected, doubt lowers confidence. "high" means that something other than the words themselves confirms metric,
 * month and company, and nothing contradicts them; a person decides everything else. The desk saves the figures.
 */
import { parseAmount, plainAmount, toUnits, type Unit } from "@/domain/values/amount";
import type { Company } from "@/domain/facts/company";
import { METRIC_IDS, METRICS, type MetricId } from "@/domain/values/metric";
import { lazily, oncePer } from "@/domain/shared/once";
import { type Day, parsePeriod, type Period } from "@/domain/values/period";
import { aboutOf, type About } from "./about/about";
import { blocksOf } from "./blocks/blocks";
import { timeInBrackets } from "./candidates/brackets";
import { candidatesOf } from "./candidates/candidates";
import type { Raw } from "./candidates/candidate";
import { CompanyFinder, type KnownCompany, knownCompanies } from "./mentions/companies";
import { figuresOf, type Figure } from "./corroborate/corroborate";
import { Discourse } from "./candidates/discourse";
import { decide, type Decision } from "./decide";
import { fittedToRecord, isSure } from "./corroborate/monthFit";
import { addMonths, lastMonthOf, type Month } from "./mentions/months";
import { numberStyle } from "./page/numbers";
import { type Page, textBefore } from "./page/page";
import { type Frame, proposalsOf, type Scored } from "./corroborate/proposals";
import { isPlain, isRetracted, isTakenBack, isTurned } from "./corroborate/plain";
import { readPage } from "./page/readPage";
import { NOTHING_KNOWN, RecordIndex, RecordView, type KnownFigures } from "./corroborate/recordView";
import { LEARNED, type Probabilities, probabilities, type Weights } from "./score";
import { settle } from "./mentions/settle";
import type { Signal } from "./corroborate/signals";
import type { Veto } from "./corroborate/vetoes";
import { aboutCoins } from "./mentions/words";

/** An amount as the document states it. */
export interface Alternative {
  /** In the unit itself, as a plain number: for reading and printing. */
  readonly value: number;
  /** Exact, in the unit's smallest part (see domain/amount). */
  readonly amount: number;
  /** Exact plain decimal of the amount: "19211". */
  readonly plain: string;
  /** The figure as the document prints it: "19,2113". */
  readonly written: string;
  /** The words it was read from, as they stand in the document's text. */
  readonly span: string;
}

export interface Candidate extends Alternative {
  readonly company: string;
  readonly metric: MetricId;
  readonly period: Period;
  readonly unit: Unit;
  /** Offset of the span in the document's text. */
  readonly start: number;
  readonly end: number;
  readonly confidence: "high" | "low";
  readonly reasons: readonly string[];
  readonly corroboratedBy: readonly Signal[];
  readonly vetoedBy: readonly Veto[];
  /** Other amounts that the document may state for the same company, metric and period. */
  readonly alternatives: readonly Alternative[];
}

export interface ReleaseReading {
  readonly candidates: readonly Candidate[];
  readonly warnings: readonly string[];
  readonly company?: string | undefined;
  /** The month (or quarter) that the document is about. */
  readonly period?: Period | undefined;
  readonly publishedOn?: Day | undefined;
  readonly document: Pick<Page, "text" | "address">;
}

export interface ReadingOptions {
  /** The companies of the record; a document of another company gets a new slug. */
  readonly companies: readonly Company[] | readonly KnownCompany[];
  readonly contentType?: string;
  /** The document's address, if it does not open with one. */
  readonly address?: string;
  /** Publication day, if the caller knows it. */
  readonly publishedOn?: Day | undefined;
  /** Figures already known, which confirm or contradict. */
  readonly record?: KnownFigures | RecordIndex;
  /** Reads as if the record ended before this month. */
  readonly recordBefore?: Month | undefined;
  /** Other weights than the committed ones (training). */
  readonly weights?: Weights | undefined;
}

/** Reads a document. Never throws; a document without figures gives no candidates and a warning that says why. */
export function readRelease(text: string, options: ReadingOptions): ReleaseReading {
  const { page, about, figures } = draftOf(text, options);
  const { company, stranger, publishedOn, long, known, months, either } = about;
  const [best] = months;
  const finder = finderOf(options.companies);
  const takenBack = lazily(() => isTakenBack(page.text));
  const behind = ({ end }: Raw): string => page.text.slice(end, end + AROUND);
  const decisions = decide(figures, {
    companyKnown: (of) => known && finder.knows(of),
    isPlain: (raw, of, fits) =>
      !(takenBack() || isRetracted(raw, behind(raw))) &&
      isPlain(raw, of, finder, fits) &&
      !isTurned(fits ? "" : textBefore(page.text, raw.start, AROUND), behind(raw), finder),
    isRetracted: (raw) => isRetracted(raw, behind(raw)),
    monthSure: isSure(about),
    monthNamed: best?.named === true || best?.grounded === true,
    month: best?.month,
    either,
    until: publishedOn === undefined ? undefined : lastEnded(publishedOn),
  });
  const candidates = decisions.flatMap((decision) => candidateOf(decision, page)).sort(byPeriodAndMetric);
  const warnings = [
    ...page.warnings,
    ...(stranger === undefined ? [] : [`"${stranger}" is not among the tracked companies`]),
    ...(candidates.length > 0 ? [] : [company === undefined ? "no company was recognised" : "no figure was found"]),
  ];
  return { candidates, warnings, company, period: parsePeriod(long ?? best?.month ?? ""), publishedOn, document: page };
}

/** The reading before the decision; training uses it too. */
export interface Draft {
  readonly page: Page;
  readonly about: About;
  readonly raws: readonly Raw[];
  readonly figures: readonly Figure[];
}

/** Reads a document up to the decision. */
export function draftOf(text: string, options: ReadingOptions): Draft {
  const page = readPage(text, options.contentType);
  const address = options.address ?? page.address;
  const finder = finderOf(options.companies);
  const style = numberStyle(page.text);
  const blocks = blocksOf(page, style, finder);
  const { record = NOTHING_KNOWN } = options;
  const index = record instanceof RecordIndex ? record : new RecordIndex(record);
  const said = aboutOf(page, finder, address, options.publishedOn, index.years);
  const raws = candidatesOf(blocks, {
    text: page.text,
    style,
    finder,
    coins: aboutCoins(page.text.slice(0, OPENING)),
    main: said.company,
    multi: said.multi,
    discourse: new Discourse(),
    bracketed: timeInBrackets(page.text),
    rows: new Map(),
  });
  const scored = scoredBy(options.weights ?? LEARNED, raws);
  const view = new RecordView(index, [...page.addresses, ...(address === undefined ? [] : [address])], options.recordBefore);
  const frame = (month: Month | undefined): Frame => {
    const long = longIn(said, month, finder);
    const until = lastNamed(said.publishedOn, long, month) ?? (isGrounded(said, month) ? month : undefined);
    const published = said.publishedOn?.slice(0, 7);
    return { month, long, until, published, view, fiscalEnd: (company) => finder.fiscalEnd(company) };
  };
  const fitted = fittedToRecord(said, view, scored, (clear, month) => proposalsOf(clear, frame(month)));
  const month = fitted.months[0]?.month;
  const figures = figuresOf(proposalsOf(scored, frame(month)), raws, view);
  return { page, about: { ...fitted, long: longIn(said, month, finder) ?? fitted.long }, raws, figures };
}

/** The quarter or year that a document is about, given its month. */
const longIn = ({ undated, long, company }: About, month: Month | undefined, finder: CompanyFinder): string | undefined =>
  undated === undefined || month === undefined ? long : settle(undated, month, finder.fiscalEnd(company)).period;

/** Whether the document itself states that it is about a month. */
const isGrounded = ({ months }: About, month: Month | undefined): boolean => months.some((one) => one.grounded && one.month === month);

/** The last month a document may be about: results appear within two months or so. A day long after the month is that of an edit. */
function lastNamed(publishedOn: Day | undefined, long: string | undefined, month: Month | undefined): Month | undefined {
  const last = publishedOn === undefined ? undefined : addMonths(publishedOn.slice(0, 7), -1);
  if (last !== undefined && (month === undefined || last < addMonths(month, 12))) return last;
  return long === undefined ? undefined : addMonths(lastMonthOf(long), REPORTED_IN);
}

const REPORTED_IN = 2;
const OPENING = 3000;
/** Characters around a sentence in which the one before it or behind it may turn what it says. */
const AROUND = 200;

/** The last month that had ended on a day, or had only a few days left. */
const lastEnded = (day: Day): Month => (Number(day.slice(8, 10)) >= NEARLY ? day.slice(0, 7) : addMonths(day.slice(0, 7), -1));
const NEARLY = 26;

/** The values of a row share their features, hence their chances. */
function scoredBy(weights: Weights, raws: readonly Raw[]): Scored[] {
  const known = new Map<readonly string[], Probabilities>();
  return raws.map((raw) => {
    const chances = known.get(raw.features) ?? probabilities(raw, weights);
    known.set(raw.features, chances);
    return { raw, probabilities: chances };
  });
}

const finderOf = oncePer(
  (companies: ReadingOptions["companies"]) =>
    new CompanyFinder(companies.flatMap((company) => ("listings" in company ? knownCompanies([company]) : [company]))),
);

function candidateOf({ figure, alternatives, high, reasons }: Decision, page: Page): Candidate[] {
  const period = parsePeriod(figure.period);
  if (period === undefined) return [];
  const { company, metric, signals, vetoes } = figure;
  const { unit } = METRICS[metric];
  const confidence = high ? ("high" as const) : ("low" as const);
  return printedOf(figure, page).map((printed) => ({
    ...{ company, metric, period, ...printed, unit, confidence, reasons, corroboratedBy: [...signals], vetoedBy: [...vetoes.keys()] },
    alternatives: alternatives.flatMap((other) => printedOf(other, page)),
  }));
}

/** A figure's amount, and the words it was read from; empty if its unit has no such amount. */
function printedOf({ metric, proposals: [{ raw }] }: Figure, page: Page): (Alternative & Pick<Candidate, "start" | "end">)[] {
  const { unit } = METRICS[metric];
  const { written, start, end } = raw;
  const amount = parseAmount(raw.plain, unit);
  if (amount === undefined) return [];
  return [
    { value: toUnits(amount, unit), amount, plain: plainAmount(amount, unit), written, span: page.text.slice(start, end), start, end },
  ];
}

const byPeriodAndMetric = (a: Candidate, b: Candidate): number =>
  a.period === b.period ? METRIC_IDS.indexOf(a.metric) - METRIC_IDS.indexOf(b.metric) : a.period < b.period ? 1 : -1;
