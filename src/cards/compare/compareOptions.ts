/** Options of a comparison: which figure, how, on what scale. Every combination has an id, because files are requested by id alone. */
import { MOST_SERIES } from "../charts/lines";
import type { CompanyId } from "@/domain/facts/company";
import type { Unit } from "@/domain/values/amount";
import { type Metric, type MetricId, METRIC_IDS, METRICS } from "@/domain/values/metric";
import { ownChoice } from "../selection/ownChoice";
import type { SearchParams, Selection } from "../selection/selection";

export const COMPARED = ["sell_through", ...METRIC_IDS, "treasury_usd"] as const;
export type Compared = (typeof COMPARED)[number];

/** What is compared, as a metric is described. */
interface ComparedFigure extends Pick<Metric, "label" | "noun" | "kind" | "definition"> {
  readonly unit: Unit | "%";
  /** The figure whose page explains it. */
  readonly explainedAs: MetricId | "sell_through";
}

const SELL_THROUGH: ComparedFigure = {
  label: "Sell-through",
  noun: "sell-through",
  kind: "average",
  unit: "%",
  definition: "sold ÷ produced.",
  explainedAs: "sell_through",
};

const TREASURY: ComparedFigure = {
  label: "Treasury value",
  noun: "treasury value",
  kind: "stock",
  unit: "USD",
  definition: "bitcoin held at the end of the period at that month’s closing price.",
  explainedAs: "btc_held",
};

export function comparedFigure(id: Compared): ComparedFigure {
  if (id === "sell_through") return SELL_THROUGH;
  return id === "treasury_usd" ? TREASURY : { ...METRICS[id], explainedAs: id };
}

export const WAYS = ["absolute", "indexed", "per_ehs"] as const;
export type Way = (typeof WAYS)[number];

export const SCALES = ["linear", "log"] as const;
export const LAYOUTS = ["shared", "multiples"] as const;

export interface CompareOptions {
  readonly metric: Compared;
  readonly as: Way;
  readonly scale: (typeof SCALES)[number];
  readonly layout: (typeof LAYOUTS)[number];
}

export type Comparison = Pick<CompareOptions, "metric" | "as">;

export const DEFAULT_OPTIONS: CompareOptions = { metric: "sell_through", as: "absolute", scale: "linear", layout: "shared" };

export const compareOptions = (params: SearchParams): CompareOptions => ({
  metric: ownChoice(params, "metric", COMPARED),
  as: ownChoice(params, "as", WAYS),
  scale: ownChoice(params, "scale", SCALES),
  layout: ownChoice(params, "layout", LAYOUTS),
});

/** The non-default options, as the address writes them. */
export function optionPairs(options: CompareOptions): { [name: string]: string } {
  const names = ["metric", "as", "scale", "layout"] as const;
  return Object.fromEntries(names.flatMap((name) => (options[name] === DEFAULT_OPTIONS[name] ? [] : [[name, options[name]]])));
}

/** The way actually shown: only amounts of bitcoin and dollars can be per EH/s; ratios, prices and hashrate itself are shown as they are. */
export const shownWay = ({ metric, as }: Comparison): Way =>
  as === "per_ehs" && !["BTC", "USD"].includes(comparedFigure(metric).unit) ? "absolute" : as;

/** "compare-btc-held-indexed-log". */
export function compareId({ metric, as, scale }: Omit<CompareOptions, "layout">): string {
  const slug = (text: string) => text.replaceAll("_", "-");
  return ["compare", slug(metric), as === "absolute" ? "" : slug(as), scale === "log" ? "log" : ""].filter((part) => part !== "").join("-");
}

/** The companies drawn: the first six of those chosen. */
export const drawnCompanies = (selection: Selection): readonly CompanyId[] => selection.companies.slice(0, MOST_SERIES);
