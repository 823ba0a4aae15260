/** Finds figures from typed words ("MARA sold Q1 2025"): one run of words names the period, the others a metric and a company. */
import type { Asked } from "../asked";
import { evidenceWord } from "@/domain/facts/cell";
import type { Company } from "@/domain/facts/company";
import { companiesLike } from "@/domain/facts/companyNames";
import { METRIC_IDS, type MetricId, METRICS } from "@/domain/values/metric";
import type { Period } from "@/domain/values/period";
import { explainFigure, explainSellThrough, valueText } from "../evidence/explanation";
import { figureAddress } from "../selection/address";

export interface Found {
  readonly label: string;
  /** The kind of page, the name that matched, or the figure. */
  readonly note: string;
  readonly href: string;
}

type What = MetricId | "sell_through";

/** Metrics shown for a company's period when the words name none. */
const MAIN: readonly What[] = ["btc_produced", "btc_sold", "sell_through", "btc_held"];

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

/** `periodsNamed` maps a run of words to periods; the result is empty without exactly one period and a company. */
export function searchFigures(
  asked: Asked,
  words: readonly string[],
  periodsNamed: (words: readonly string[]) => readonly Period[],
): Found[] {
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
