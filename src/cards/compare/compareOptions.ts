/** Options of a comparison: which figure, how, on what scale. Every combination has an id, because files are requested by id alone. */
import { MOST_SERIES } from "../charts/lines";
import type { CompanyId } from "@/domain/facts/company";
import { type MetricId, METRIC_IDS, METRICS } from "@/domain/values/metric";
import { ownChoice } from "../selection/ownChoice";
import type { SearchParams, Selection } from "../selection/selection";

export const COMPARED = ["sell_through", ...METRIC_IDS, "treasury_usd"] as const;
export type Compared = (typeof COMPARED)[number];

export const COMPARED_LABEL: Readonly<Record<Compared, string>> = {
  ...(Object.fromEntries(METRIC_IDS.map((id) => [id, METRICS[id].label])) as Record<MetricId, string>),
  sell_through: "Sell-through",
  treasury_usd: "Treasury value",
};

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

export const DEFAULT_OPTIONS: CompareOptions = { metric: "sell_through", as: "absolute", scale: "linear", layout: "shared" };

/** Whether a metric can be shown per EH/s: amounts of bitcoin and dollars; not ratios, prices or hashrate itself. */
export const hasPerHashrate = (metric: Compared): boolean =>
  !["sell_through", "deployed_ehs", "avg_ehs", "avg_sale_price_usd"].includes(metric);

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

/** The way actually shown: a metric that cannot be per EH/s is shown as it is. */
export const shownWay = ({ metric, as }: Pick<CompareOptions, "metric" | "as">): Way =>
  as === "per_ehs" && !hasPerHashrate(metric) ? "absolute" : as;

/** "compare-btc-held-indexed-log". */
export function compareId({ metric, as, scale }: Omit<CompareOptions, "layout">): string {
  const slug = (text: string) => text.replaceAll("_", "-");
  return ["compare", slug(metric), as === "absolute" ? "" : slug(as), scale === "log" ? "log" : ""].filter((part) => part !== "").join("-");
}

/** The companies drawn: the first six of those chosen. */
export const drawnCompanies = (selection: Selection): readonly CompanyId[] => selection.companies.slice(0, MOST_SERIES);
