/** Reuses the earlier state's objects for equal rows in a new one, so that comparing needs only identity (===). */
import type { Fact } from "./fact";
import { lazily } from "../shared/once";
import type { OpenRecord } from "./record";

/** An equal record: every value in it equals that of `record`. */
export function sharing(record: OpenRecord, earlier: OpenRecord): OpenRecord {
  const known = new Map(earlier.facts.map((fact) => [fact.id, fact]));
  const sourcesOf = lazily(() => new Map(earlier.facts.map(({ company, source }) => [`${source.id} ${company}`, source])));
  const shared = (fact: Fact): Fact => {
    const before = known.get(fact.id);
    if (before === fact) return fact;
    if (before && isSame(before, fact, "source") && isSame(before.source, fact.source)) return before;
    const source = sourcesOf().get(`${fact.source.id} ${fact.company}`);
    return source && isSame(source, fact.source) ? { ...fact, source } : fact;
  };
  const facts = new Map(record.facts.map((fact) => [fact, shared(fact)]));
  const factOf = (fact: Fact): Fact => facts.get(fact) ?? shared(fact);
  return {
    ...record,
    companies: sharedRows(record.companies, earlier.companies),
    consolidations: sharedRows(record.consolidations, earlier.consolidations),
    facts: [...facts.values()],
    supersessions: record.supersessions.map((one) => ({ ...one, fact: factOf(one.fact), by: one.by && factOf(one.by) })),
    prices: sharedRows(record.prices, earlier.prices),
    policies: sharedRows(record.policies, earlier.policies),
    decisions: sharedRows(record.decisions, earlier.decisions),
  };
}

/** Rows without a number: equal rows become the same object, and so does a list of only such rows. */
export function sharedRows<T extends object>(rows: readonly T[], earlier: readonly T[]): readonly T[] {
  const known = new Map(earlier.map((row) => [JSON.stringify(row), row]));
  const shared = rows.map((row) => known.get(JSON.stringify(row)) ?? row);
  return shared.length === earlier.length && shared.every((row, at) => row === earlier[at]) ? earlier : shared;
}

/** The same fields with the same values, except for one that the caller compares. */
function isSame<T extends object>(a: T, b: T, apart?: keyof T): boolean {
  for (const name in a) if (name !== apart && !Object.is(a[name], b[name])) return false;
  return Object.keys(a).length === Object.keys(b).length;
}
