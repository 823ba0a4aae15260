/** The record without the document's own contribution and, for honest measurement, as if it ended before a month. */
import { toUnits } from "@/domain/values/amount";
import type { Fact } from "@/domain/facts/fact";
import { METRICS, type MetricId } from "@/domain/values/metric";
import type { BtcPrice } from "@/domain/facts/record";
import { once } from "@/domain/shared/once";
import { addMonths, isMonth, lastMonthOf, type Month } from "../mentions/months";

/** Identifies a figure: company, metric and period. */
export interface Key {
  readonly company: string;
  readonly metric: MetricId;
  readonly period: string;
}

export const keyOf = ({ company, metric, period }: Key): string => `${company}|${metric}|${period}`;

export interface KnownFigures {
  readonly facts: readonly (Pick<Fact, "company" | "metric" | "period" | "value"> & { readonly source: { readonly address: string } })[];
  readonly prices: readonly Pick<BtcPrice, "month" | "average">[];
}

interface Entry {
  readonly value: number;
  readonly address: string;
}

/** One per state of the record: reading many documents against it costs one indexing. */
export class RecordIndex {
  private readonly entries = new Map<string, Entry[]>();
  private readonly averages = new Map<Month, number>();
  /** The last month with any figure. */
  end: Month | undefined;
  /** Years with figures. */
  readonly years = new Set<number>();

  constructor({ facts, prices }: KnownFigures) {
    this.add(facts);
    for (const { month, average } of prices) this.averages.set(month, average / 100);
  }

  /** Adds what became known since. */
  add(facts: KnownFigures["facts"]): void {
    for (const { company, metric, period, value, source } of facts) {
      const key = keyOf({ company, metric, period });
      const at = this.entries.get(key) ?? [];
      at.push({ value: toUnits(value, METRICS[metric].unit), address: plainAddress(source.address) });
      this.entries.set(key, at);
      if (isMonth(period) && (this.end === undefined || period > this.end)) this.end = period;
      this.years.add(Number(period.slice(0, 4)));
    }
  }

  figures(key: string): readonly Entry[] {
    return this.entries.get(key) ?? [];
  }

  price(month: Month): number | undefined {
    return this.averages.get(month);
  }
}

export const NOTHING_KNOWN = new RecordIndex({ facts: [], prices: [] });

/** The record as other documents state it, for reading one document. */
export class RecordView {
  private readonly own: ReadonlySet<string>;

  constructor(
    private readonly index: RecordIndex,
    addresses: readonly string[],
    private readonly before: Month | undefined,
  ) {
    this.own = new Set(addresses.map(plainAddress));
  }

  /** Amounts that other documents state, in the metric's unit. */
  figures(company: string, metric: MetricId, period: string): readonly number[] {
    if (this.before !== undefined && lastMonthOf(period) >= this.before) return NONE;
    return this.others(keyOf({ company, metric, period }));
  }

  private readonly others = once((key: string): readonly number[] => {
    const entries = this.index.figures(key);
    return entries.length === 0 ? NONE : entries.flatMap(({ value, address }) => (this.own.has(address) ? [] : [value]));
  });

  /** The last month with any known figure. */
  get end(): Month | undefined {
    const last = this.index.end;
    return this.before === undefined || last === undefined || last < this.before ? last : addMonths(this.before, -1);
  }

  /** 1 to 0.5 if the months just before have a similar amount, -1 if theirs are far from it, 0 if there are none. */
  likeness(value: number, { company, metric, period }: Key): number {
    const most = LIKE[metric];
    const [before] = [-1, -2].flatMap((by) => this.figures(company, metric, addMonths(period, by)));
    if (most === undefined || before === undefined || before <= 0 || value <= 0) return 0;
    const ratio = Math.max(value / before, before / value);
    return ratio <= most ? Math.min(1, 1.5 - Math.log(ratio) / Math.log(most)) : ratio > 2 * most ? -1 : 0;
  }

  /** Whether other documents state what a company produced or held in a month. */
  reports(company: string, month: Month): boolean {
    return this.figures(company, "btc_produced", month).length > 0 || this.figures(company, "btc_held", month).length > 0;
  }

  /** Mean price of bitcoin in a month, in dollars. A market figure: it comes from no document. */
  price(month: Month): number | undefined {
    return this.index.price(month);
  }
}

/** Maximum ratio between a figure and that of one of the two months before for them to be similar. */
const LIKE: Readonly<Partial<Record<MetricId, number>>> = { btc_held: 1.25, btc_produced: 1.4, deployed_ehs: 1.25, avg_ehs: 1.4 };

const NONE: readonly never[] = [];

/** An address for comparison, without scheme, "www." and trailing slash. */
const plainAddress = (address: string): string =>
  address
    .trim()
    .replace(/#.*$/, "")
    .replace(/\/$/, "")
    .replace(/^https?:\/\/(?:www\.)?/i, "")
    .toLowerCase();
