/** The search box: figures ("hive march 2025"), companies by any name or ticker, periods as people write them, and pages, best first. */
import { evidenceWord } from "@/domain/facts/cell";
import { METRIC_IDS, type MetricId, METRICS } from "@/domain/values/metric";
import { type Company, shortName } from "@/domain/facts/company";
import { companiesLike } from "@/domain/facts/companyNames";
import { type Figures, recordSpan } from "@/domain/figures/figures";
import { calendarPeriods, type Period } from "@/domain/values/period";
import { explainFigure, explainSellThrough, valueText } from "../evidence/explanation";
import { parseRecordPeriod, recordYears } from "../selection/recordYears";
import { type Asked, companyAddress, figureAddress, periodAddress, queryOf, type Selection } from "../selection/selection";
import { capitalized, periodName, shortPeriodName } from "../words/phrases";

/** The site's pages with search keywords. */
const PAGES: readonly (readonly [label: string, path: string, words: string])[] = [
  ["Overview", "/", "headline sell-through sold share home"],
  ["Months", "/months", "months quarters years periods report"],
  ["Companies", "/companies", "companies miners list"],
  ["Strategies", "/strategies", "strategies treasury holders sellers policy stance holding"],
  ["Compare companies", "/compare", "compare side by side"],
  ["Map of the record", "/map", "map heat grid"],
  ["Does selling move the price?", "/signal", "signal price correlation"],
  ["About the data", "/data", "data download csv excel sources licence mistake errors"],
  ["Coverage", "/coverage", "coverage missing gaps"],
  ["Conflicts", "/conflicts", "conflicts disagreement books reconcile"],
  ["Changes", "/changes", "changes restated corrections imports"],
  ["Method", "/method", "method definitions sell-through evidence thin panel glossary"],
  ["API", "/api", "api json openapi"],
  ["Feeds", "/feeds", "feeds atom rss news"],
];

const MOST = 30;

/** Returns nothing for an empty query. */
export function search(asked: Asked, text: string): Found[] {
  const { figures, selection } = asked;
  const words = wordsOf(text);
  if (words.length === 0) return [];
  return [
    ...searchFigures(asked, words, (some) => periodsNamed(figures, some)),
    ...companies(figures, selection, text),
    ...periods(asked, words),
    ...pages(selection, words.join(" ")),
  ].slice(0, MOST);
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .split(/[\s,?]+/)
    .filter((word) => word !== "");

const companies = ({ record }: Figures, selection: Selection, text: string): Found[] =>
  companiesLike(record.companies, text).map((company) => ({
    label: shortName(company),
    note: [company.name, ...company.listings.map(({ ticker }) => ticker)].filter((name, at, all) => all.indexOf(name) === at).join(", "),
    href: companyAddress(company.id, selection),
  }));

const periods = ({ figures, selection }: Asked, words: readonly string[]): Found[] =>
  periodsNamed(figures, words).map((period) => ({
    label: capitalized(periodName(period)),
    note: "Period",
    href: periodAddress(period, selection),
  }));

/** The period written out in the words, or all whose names have words that begin with each of them, latest first. */
function periodsNamed(figures: Figures, words: readonly string[]): readonly Period[] {
  const exact = parseRecordPeriod(words.join(" ").toUpperCase(), recordYears(figures.record));
  if (exact !== undefined) return [exact];
  const span = recordSpan(figures);
  const named = (period: Period) => {
    const names = `${periodName(period)} ${shortPeriodName(period)} ${period}`.toLowerCase().split(/\s+/);
    return words.every((word) => word.length > 1 && names.some((name) => name.startsWith(word)));
  };
  return span === undefined ? [] : calendarPeriods(span).filter(named).reverse();
}

const pages = (selection: Selection, wanted: string): Found[] =>
  PAGES.filter(([label, , words]) => `${label} ${words}`.toLowerCase().includes(wanted)).map(([label, path]) => ({
    label,
    note: "Page",
    href: `${path}${queryOf(selection)}`,
  }));

/** A search result. */
interface Found {
  readonly label: string;
  /** The kind of page, the name that matched, or the figure. */
  readonly note: string;
  readonly href: string;
}

type What = MetricId | "sell_through";

/** Metrics shown for a company's period when the words name none. */
const MAIN: readonly What[] = ["btc_produced", "btc_sold", "sell_through", "btc_held"];

/** Keywords for a metric besides its label and its noun. */
const MORE_WORDS: Partial<Record<What, string>> = {
  sell_through: "sell-through sellthrough",
  btc_produced: "mined",
  btc_sold: "sell",
  btc_held: "holds treasury",
};

/** Words that do not help to identify a figure. */
const FILLERS = new Set(["bitcoin", "btc", "in", "of", "the", "by", "did", "how", "much", "many"]);

const MOST_COMPANIES = 3;

/** Maximum number of words in a period's name: "the first quarter of 2025". */
const LONGEST_NAME = 5;

/** Figures from typed words ("MARA sold Q1 2025"): one run of words names the period, the others a metric and a company. `periodsNamed` maps a run of words to periods; the result is empty without exactly one period and a company. */
function searchFigures(asked: Asked, words: readonly string[], periodsNamed: (words: readonly string[]) => readonly Period[]): Found[] {
  for (const { run, others } of runsOf(words)) {
    const [period, ...more] = periodsNamed(run);
    if (period === undefined || more.length > 0) continue;
    const { metrics, rest } = metricsNamed(others);
    const companies = companiesLike(asked.figures.record.companies, rest.join(" ")).slice(0, MOST_COMPANIES);
    if (companies.length > 0) return companies.flatMap((company) => metrics.map((what) => foundFigure(asked, company, period, what)));
  }
  return [];
}

/** Each run of consecutive words with the words outside it, longest run first. */
function runsOf(words: readonly string[]): { run: readonly string[]; others: readonly string[] }[] {
  const starts = words.flatMap((_, from) => words.slice(from, from + LONGEST_NAME).map((_, at) => ({ from, to: from + at + 1 })));
  return starts
    .sort((a, b) => b.to - b.from - (a.to - a.from))
    .map(({ from, to }) => ({ run: words.slice(from, to), others: [...words.slice(0, from), ...words.slice(to)] }));
}

/** The metrics matched by most words, or the main ones; and the words that match none. */
function metricsNamed(words: readonly string[]): { metrics: readonly What[]; rest: readonly string[] } {
  const named = WORDS_OF.map(({ what, names }) => ({ what, hits: words.filter((word) => names.has(word)).length }));
  const most = Math.max(...named.map(({ hits }) => hits));
  return {
    metrics: most === 0 ? MAIN : named.flatMap(({ what, hits }) => (hits === most ? [what] : [])),
    rest: words.filter((word) => !FILLERS.has(word) && !WORDS_OF.some(({ names }) => names.has(word))),
  };
}

const WORDS_OF = ["sell_through" as const, ...METRIC_IDS].map((what) => {
  const { label, noun } = what === "sell_through" ? { label: "", noun: "" } : METRICS[what];
  return {
    what,
    names: new Set(
      `${label} ${noun} ${MORE_WORDS[what] ?? ""}`
        .toLowerCase()
        .split(" ")
        .filter((word) => word !== ""),
    ),
  };
});

function foundFigure(asked: Asked, company: Company, period: Period, what: What): Found {
  const explanation = what === "sell_through" ? explainSellThrough(asked, company, period) : explainFigure(asked, company, period, what);
  const { title, cell } = explanation;
  const evidence = cell.kind === "value" ? `, ${evidenceWord(cell.evidence, cell.secondHand)}` : "";
  return { label: title, note: valueText(explanation) + evidence, href: figureAddress(company.id, period, what, asked.selection) };
}
