/** One value per metric and period of a company, as nested maps: no key string has to be built. */
import type { MetricId } from "../values/metric";
import type { Period } from "../values/period";

export interface ByKey<T> {
  readonly metrics: ReadonlyMap<MetricId, ReadonlyMap<Period, T>>;
  get(metric: MetricId, period: Period): T | undefined;
  set(metric: MetricId, period: Period, value: T): T;
  of(metric: MetricId): T[];
}

export function byKey<T>(): ByKey<T> {
  const metrics = new Map<MetricId, Map<Period, T>>();
  return {
    metrics,
    get: (metric, period) => metrics.get(metric)?.get(period),
    set(metric, period, value) {
      const periods = metrics.get(metric);
      if (periods) periods.set(period, value);
      else metrics.set(metric, new Map([[period, value]]));
      return value;
    },
    of: (metric) => [...(metrics.get(metric)?.values() ?? [])],
  };
}
