/** Well-formed figures that may still be wrong: they contradict another or jump. A doubt changes nothing; see also limits.ts. */
import { plainAmount, SATS_PER_BTC } from "../values/amount";
import { type Fact, keyOf, SOURCE_KINDS } from "../facts/fact";
import { groupBy } from "../shared/group";
import { type MetricId, METRICS } from "../values/metric";
import { kindOf, lastMonth, monthsOf, partsOf, type Period, shift } from "../values/period";
import { bitcoinTolerance } from "../facts/precision";
import { hostOf, type Publisher, publisherFinder } from "../facts/publisher";
import type { Listing } from "../facts/company";

export const DOUBT_KINDS = {
  sourcesDiffer: "Two sources that differ",
  holdingsJump: "Holdings that jump",
  partsDisagree: "Months that disagree with their quarter or year",
  beforeListing: "Figures before the company’s first listing",
  unnamedHost: "Hosts whose publisher is not in publishers.csv",
} as const;

type DoubtKind = keyof typeof DOUBT_KINDS;

type DoubtedFact = Pick<Fact, "id" | "company" | "metric" | "period" | "value" | "written"> & {
  readonly source: Pick<Fact["source"], "kind">;
};

interface Doubt {
  readonly kind: DoubtKind;
  /** What is doubtful, in words. */
  readonly text: string;
  readonly facts: readonly number[];
}

/** A holding that changes by more than this share of itself and by more than JUMP_BTC is doubtful. */
const JUMP_SHARE = 0.5;
const JUMP_BTC = 500;

type Facts = readonly DoubtedFact[];
type Index = ReadonlyMap<string, Facts>;

function indexed(facts: Facts): Index {
  const index = groupBy(facts, keyOf);
  const rank = ({ source }: DoubtedFact) => SOURCE_KINDS.indexOf(source.kind);
  for (const group of index.values()) group.sort((a, b) => rank(a) - rank(b));
  return index;
}

/** Facts for one company, metric and period that state different figures. */
export const sourcesThatDiffer = (facts: Facts): Doubt[] =>
  [...indexed(facts).values()]
    .filter((group) => new Set(group.map(({ value }) => value)).size > 1)
    .map((group) => ({
      kind: "sourcesDiffer",
      text: `${name(group[0])}: ${group.map(({ written }) => written).join(" or ")}`,
      facts: group.map(({ id }) => id),
    }));

/** Month-end holdings that change by more than half and by more than 500 BTC against the month before. */
export function holdingsThatJump(facts: Facts): Doubt[] {
  const index = indexed(facts);
  return monthly(facts, "btc_held").flatMap((fact): Doubt[] => {
    const before = index.get(keyOf({ ...fact, period: shift(fact.period, -1) }))?.[0];
    if (!before) return [];
    const change = Math.abs(fact.value - before.value);
    if (change <= before.value * JUMP_SHARE || change <= JUMP_BTC * SATS_PER_BTC) return [];
    return [{ kind: "holdingsJump", text: `${name(fact)}: ${before.written} → ${fact.written}`, facts: [before.id, fact.id] }];
  });
}

/** Quarters and years whose flow is not the sum of their months, where all months are stated (tolerance for rounding: 1 BTC or 0.5%). */
export function totalsThatDisagree(facts: Facts): Doubt[] {
  const index = indexed(facts);
  return facts.flatMap((fact): Doubt[] => {
    const { unit, kind } = METRICS[fact.metric];
    if (kind !== "flow" || unit !== "BTC" || kindOf(fact.period) === "month") return [];
    const stated = (periods: readonly Period[]) =>
      periods.flatMap((part) => index.get(keyOf({ ...fact, period: part }))?.slice(0, 1) ?? []);
    const splits = kindOf(fact.period) === "year" ? [partsOf(fact.period), monthsOf(fact.period)] : [monthsOf(fact.period)];
    return splits.flatMap((split): Doubt[] => {
      const parts = stated(split);
      if (parts.length < split.length) return [];
      const sum = parts.reduce((total, { value }) => total + value, 0);
      if (Math.abs(sum - fact.value) <= bitcoinTolerance(fact.value)) return [];
      return [
        {
          kind: "partsDisagree",
          text: `${name(fact)}: ${fact.written}, its parts make ${plainAmount(sum, unit)}`,
          facts: [fact.id, ...parts.map(({ id }) => id)],
        },
      ];
    });
  });
}

/** Figures for a time before the company's first dated listing (companies with an open one are listed since before the record). */
export function figuresBeforeListing(facts: Facts, listings: readonly (Listing & { readonly company: string })[]): Doubt[] {
  const starts = groupBy(listings, ({ company }) => company);
  return facts.flatMap((fact): Doubt[] => {
    const [listed] = (starts.get(fact.company) ?? []).map(({ from }) => from ?? "").sort();
    if (listed === undefined || lastMonth(fact.period) >= listed) return [];
    return [{ kind: "beforeListing", text: `${name(fact)}: ${fact.written}, listed from ${listed}`, facts: [fact.id] }];
  });
}

/** Source hosts that are missing from the register of publishers: their figures cannot be quoted by name. Once for each host. */
export function unnamedHosts(
  facts: readonly { readonly id: number; readonly source: Pick<Fact["source"], "address"> }[],
  register: readonly Publisher[],
): Doubt[] {
  const publisherOf = publisherFinder(register);
  const unnamed = facts.filter(({ source }) => publisherOf(source.address) === undefined);
  const hosts = groupBy(unnamed, ({ source }) => hostOf(source.address));
  return [...hosts].map(([host, own]) => ({ kind: "unnamedHost", text: host, facts: own.map(({ id }) => id) }));
}

/** Every doubt about the facts, kind by kind. */
export const doubtsAbout = (facts: Facts, listings: readonly (Listing & { readonly company: string })[]): Doubt[] => [
  ...sourcesThatDiffer(facts),
  ...holdingsThatJump(facts),
  ...totalsThatDisagree(facts),
  ...figuresBeforeListing(facts, listings),
];

/** One figure per month: the first of the best kind of source. */
const monthly = (facts: Facts, metric: MetricId): DoubtedFact[] =>
  [...indexed(facts).values()].flatMap((group) => {
    const first = group[0];
    return first?.metric === metric && kindOf(first.period) === "month" ? [first] : [];
  });

const name = (fact: DoubtedFact | undefined): string => (fact ? `${fact.company} ${fact.period} ${fact.metric}` : "");
