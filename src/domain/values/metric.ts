/** The register of metrics: meaning, flow, stock or average, unit, and format. Glossary, table heads and CSV columns come from here. */
import { type Unit, UNIT_SCALE } from "./amount";
import { grouped } from "../shared/numberText";

export type MetricKind = "flow" | "stock" | "average";

export const METRIC_IDS = [
  "btc_produced",
  "btc_sold",
  "btc_purchased",
  "btc_held",
  "btc_restricted",
  "deployed_ehs",
  "avg_ehs",
  "sale_proceeds_usd",
  "avg_sale_price_usd",
] as const;

export type MetricId = (typeof METRIC_IDS)[number];

export interface Metric {
  /** Heading: "Sold". */
  readonly label: string;
  /** As a noun in a sentence: "Riot’s sales in April 2025". */
  readonly noun: string;
  readonly kind: MetricKind;
  readonly unit: Unit;
  /** Maximum number of decimals shown. */
  readonly decimals: number;
  readonly definition: string;
}

const BITCOIN_FLOW = { kind: "flow", unit: "BTC", decimals: 2 } as const;
const BITCOIN_STOCK = { kind: "stock", unit: "BTC", decimals: 2 } as const;

export const METRICS: Readonly<Record<MetricId, Metric>> = {
  btc_produced: {
    label: "Produced",
    noun: "production",
    ...BITCOIN_FLOW,
    definition: "Bitcoin that the company mined for its own account in the period. What it mined for hosted customers is left out.",
  },
  btc_sold: {
    label: "Sold",
    noun: "sales",
    ...BITCOIN_FLOW,
    definition: "Bitcoin that the company sold in the period, whenever it was mined.",
  },
  btc_purchased: {
    label: "Purchased",
    noun: "purchases",
    ...BITCOIN_FLOW,
    definition: "Bitcoin that the company bought on the market in the period.",
  },
  btc_held: {
    label: "Held",
    noun: "holdings",
    ...BITCOIN_STOCK,
    definition: "Bitcoin that the company owned at the end of the period, pledged and lent parts included where the company counts them.",
  },
  btc_restricted: {
    label: "Restricted",
    noun: "restricted holdings",
    ...BITCOIN_STOCK,
    definition: "The part of the held bitcoin that is pledged, lent out or otherwise not free at the end of the period.",
  },
  deployed_ehs: {
    label: "Deployed hashrate",
    noun: "deployed hashrate",
    kind: "stock",
    unit: "EH/s",
    decimals: 2,
    definition: "Hashrate of the machines installed at the end of the period.",
  },
  avg_ehs: {
    label: "Average hashrate",
    noun: "average hashrate",
    kind: "average",
    unit: "EH/s",
    decimals: 2,
    definition: "Mean hashrate that ran over the period.",
  },
  sale_proceeds_usd: {
    label: "Proceeds",
    noun: "sale proceeds",
    kind: "flow",
    unit: "USD",
    decimals: 0,
    definition: "US dollars that the company received for the bitcoin it sold in the period.",
  },
  avg_sale_price_usd: {
    label: "Average sale price",
    noun: "average sale price",
    kind: "average",
    unit: "USD/BTC",
    decimals: 0,
    definition: "US dollars received per bitcoin sold in the period.",
  },
};

/** The metric that `text` names, or undefined. */
export const parseMetric = (text: string): MetricId | undefined => METRIC_IDS.find((id) => id === text);

/** A value (in the unit's smallest part) as people read it: "1,140", "853.7"; the heading or sentence names the unit. */
export const formatMetric = (id: MetricId, value: number): string => formatAmount(value, METRICS[id].unit, METRICS[id].decimals);

/** As `formatMetric` for amounts that belong to no metric (sums, differences). */
export const formatAmount = (value: number, unit: Unit, decimals: number): string => grouped(value / 10 ** UNIT_SCALE[unit], decimals);
