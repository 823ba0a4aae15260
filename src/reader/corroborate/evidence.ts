/** Evidence from document and record: amounts by company, metric and period, and numbers that explain others. */
import { METRICS, type MetricId } from "@/domain/values/metric";
import { groupBy } from "@/domain/shared/group";
import { once } from "@/domain/shared/once";
import { monthsOf, type Period } from "@/domain/values/period";
import { backBy, isMonth } from "../mentions/months";
import { LEAST, type Proposal } from "./proposals";
import type { Raw } from "../candidates/candidate";
import { type Key, keyOf, type RecordView } from "./recordView";
import { classesIn } from "../mentions/words";

/** An amount of a company, metric and period, and where the document states it, likeliest first. */
export interface Of extends Key {
  readonly value: number;
  readonly proposals: readonly [Proposal, ...Proposal[]];
}

/** The same while its places are collected. */
interface Gathered extends Of {
  value: number;
  readonly proposals: [Proposal, ...Proposal[]];
}

type When = Pick<Key, "company" | "period">;

/** Maximum number of rates per day, the first of a document, that may confirm others. */
const MOST_RATES = 50;
/** Maximum number of amounts per key, likeliest first: nobody chooses among more. */
const MOST_AMOUNTS = 20;
/** Maximum number of places per amount, likeliest first: more of them add no information. */
const MOST_PLACES = 50;

const HISTORY_MONTHS = [...Array.from({ length: 24 }, (_, i) => -1 - i), ...Array.from({ length: 12 }, (_, i) => i + 1)];

/** Minimum chance of an exact amount to replace its rounded form. */
const EXACT_FROM = 0.5;
/** The same for a number without a unit in running text, unless it has two decimals. */
const CLEARLY = 0.75;

const TOTAL = /\b(?:total|combined|aggregate|consolidated)\b/i;

export class Evidence {
  private readonly groups: ReadonlyMap<string, readonly Of[]>;
  /** Proposals by the number of their row or sentence. */
  readonly mates: ReadonlyMap<number, readonly Proposal[]>;
  /** Percentages by the number of their row or sentence. */
  readonly percents: ReadonlyMap<number, readonly Raw[]>;
  readonly rates: readonly Raw[];
  /** The values of total rows, by the first words of their labels. */
  private readonly totals: ReadonlyMap<string, readonly Raw[]>;

  constructor(
    proposals: readonly Proposal[],
    all: readonly Raw[],
    readonly view: RecordView,
  ) {
    const inTotals = all.filter(({ kind, label }) => kind === "row" && TOTAL.test(label));
    const percents = all.filter(({ unit }) => unit === "percent");
    this.groups = groupsOf(proposals);
    this.mates = groupBy(proposals, ({ raw }) => raw.place);
    this.percents = groupBy(percents, ({ place }) => place);
    this.rates = all
      .filter(({ unit, kind, label }) => unit === "btcPerDay" || (kind === "row" && classesIn(label).includes("DAY")))
      .slice(0, MOST_RATES);
    this.totals = groupBy(inTotals, ({ label }) => firstWords(label));
  }

  amounts(): Of[] {
    return [...this.groups.values()].flat();
  }

  /** The amounts in other documents for the same company, `by` months from the period; for a longer period also the sum of its months. */
  onRecord({ company, period }: When, metric: MetricId, by = 0): readonly number[] {
    const of = by === 0 ? period : backBy(period, -by);
    const known = this.view.figures(company, metric, of);
    if (known.length > 0 || isMonth(of) || METRICS[metric].kind === "stock") return known;
    const each = monthsOf(of as Period).map((month) => this.view.figures(company, metric, month)[0]);
    const sum = each.reduce<number>((total, one) => total + (one ?? Number.NaN), 0);
    return Number.isNaN(sum) ? [] : [round(sum, 8)];
  }

  /** Minimum and maximum on record from two years before to one year after, or in the document for months nearby; else no bounds. */
  bounds(of: Of): readonly [number, number] {
    return this.boundsOf(keyOf(of));
  }

  private readonly boundsOf = once((key: string): readonly [number, number] => {
    const [of] = this.groups.get(key) ?? [];
    if (of === undefined) return [0, Number.POSITIVE_INFINITY];
    const around = HISTORY_MONTHS.flatMap((by) => {
      const known = this.onRecord(of, of.metric, by);
      return known.length > 0 || Math.abs(by) > 3 ? known : this.own(of, of.metric, by);
    }).filter((one) => one > 0);
    return around.length === 0 ? [0, Number.POSITIVE_INFINITY] : [Math.min(...around), Math.max(...around)];
  });

  /** The document's own likeliest amount. */
  own({ company, period }: When, metric: MetricId, by = 0): number[] {
    const [first] = this.groups.get(keyOf({ company, metric, period: by === 0 ? period : backBy(period, -by) })) ?? [];
    return first === undefined || first.proposals[0].chance < LEAST ? [] : [first.value];
  }

  /** The document's own amount, else the record's. */
  known(key: When, metric: MetricId, by = 0): readonly number[] {
    const own = this.own(key, metric, by);
    return own.length > 0 ? own : this.onRecord(key, metric, by);
  }

  /** The total in the same column for the part in a row. */
  totalOver({ kind, label, unit, value, when }: Raw): Raw | undefined {
    if (kind !== "row" || TOTAL.test(label)) return undefined;
    return this.totals
      .get(firstWords(label))
      ?.find((other) => other.unit === unit && other.value > value && other.when.column?.text === when.column?.text);
  }
}

function groupsOf(proposals: readonly Proposal[]): Map<string, Gathered[]> {
  const groups = new Map<string, Gathered[]>();
  for (const proposal of [...proposals].sort((a, b) => b.chance - a.chance)) {
    const key = keyOf(proposal);
    const amounts = groups.get(key) ?? [];
    groups.set(key, amounts);
    const { company, metric, period } = proposal;
    const known = amounts.find(({ value }) => same(proposal.raw.value, proposal.raw.decimals, value));
    if (known !== undefined) {
      if (known.proposals.length < MOST_PLACES) known.proposals.push(proposal);
      const [first] = known.proposals;
      // "172" in the title and "172.38" in the table: the exact amount is the figure. "What about the 172.5?" may be another's.
      const { kind, unit, decimals } = proposal.raw;
      const counted = kind === "row" || unit !== "none" || decimals >= 2 || proposal.chance >= CLEARLY;
      if (decimals > first.raw.decimals && proposal.chance >= EXACT_FROM && counted) {
        known.value = proposal.raw.value;
        known.proposals.sort((a, b) => Number(b === proposal) - Number(a === proposal));
      }
    } else if (amounts.length < MOST_AMOUNTS) amounts.push({ company, metric, period, value: proposal.raw.value, proposals: [proposal] });
  }
  return groups;
}

const firstWords = (label: string): string =>
  label
    .toLowerCase()
    .split(/[^\p{L}]+/u, 2)
    .join(" ");

/** Whether the amounts are equal, or one is the other rounded. */
export function same(a: number, decimals: number, b: number): boolean {
  if (near(a, b)) return true;
  if (Math.abs(a - b) > 0.51) return false;
  return (
    [0, 1, 2].some(
      (places) => (places > 0 || Math.abs(a) >= 20) && ((decimals > places && near(round(a, places), b)) || near(a, round(b, places))),
    ) ||
    (Math.abs(a) >= 20 && (near(a, Math.trunc(b)) || (decimals > 0 && near(Math.trunc(a), b))))
  );
}

/** No figure of the record is similar: a rounded or slightly restated figure contradicts nothing. */
export const contradicted = (value: number, known: readonly number[]): boolean =>
  known.length > 0 && !known.some((other) => other !== 0 && value / other >= 0.985 && value / other <= 1.015);

const near = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-6 * Math.max(1, Math.abs(b));
/** Rounds to `places` decimals. */
export const round = (value: number, places: number): number => Math.round(value * 10 ** places) / 10 ** places;
