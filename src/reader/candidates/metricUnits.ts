/** The units in which metrics are counted, as documents write them. */
import { METRIC_IDS, type MetricId } from "@/domain/values/metric";
import type { UnitSaid } from "./candidate";

const BTC: readonly UnitSaid[] = ["btc", "btcLabel", "none"];
const HASH: readonly UnitSaid[] = ["eh", "ph", "ehLabel", "none"];
const USD: readonly UnitSaid[] = ["usd", "none"];

/** The units in which a metric may be counted. */
export const UNITS_OF: Readonly<Record<MetricId, readonly UnitSaid[]>> = {
  btc_produced: BTC,
  btc_sold: BTC,
  btc_purchased: BTC,
  btc_held: BTC,
  btc_restricted: BTC,
  deployed_ehs: HASH,
  avg_ehs: HASH,
  sale_proceeds_usd: USD,
  avg_sale_price_usd: USD,
};

const COUNTABLE: ReadonlySet<UnitSaid> = new Set(METRIC_IDS.flatMap((metric) => UNITS_OF[metric]));

/** Whether any metric is counted in it. */
export const isCountable = (unit: UnitSaid): boolean => COUNTABLE.has(unit);
