/**
 * The record as it stood on a day: only what had been published by then (/method#known-since).
 * OpenRecord + day → smaller OpenRecord. Everything else in the domain is then computed as usual, so no rule knows about time travel.
 * Monotone: a later day never knows fewer facts, except where a correction that was published in between replaces one.
 */
import { assumedDay, type Fact, knownSince } from "./fact";
import { type Day, endOf, startOf } from "../values/period";
import type { OpenRecord, Policy, Supersession } from "./record";

/** The record with only the facts known by `day`. */
export function asOf(record: OpenRecord, day: Day): OpenRecord {
  const known = (fact: Fact) => knownSince(fact).day <= day;
  // A figure replaced by one published later still counts on its day.
  const isUndone = ({ by }: Supersession) => by !== null && !known(by);
  return {
    ...record,
    facts: [...record.facts, ...record.supersessions.filter(isUndone).map((s) => s.fact)].filter(known).sort((a, b) => a.id - b.id),
    supersessions: record.supersessions.filter((s) => !isUndone(s) && known(s.fact)),
    policies: record.policies.filter((policy) => policy.from === null || startOf(policy.from) <= day).map((policy) => openEnd(policy, day)),
    statements: record.statements.filter((s) => knownSince(s).day <= day),
    prices: record.prices.filter((price) => endOf(price.month) <= day),
    aggregates: record.aggregates.filter((aggregate) => assumedDay(aggregate.period) <= day),
    events: record.events.filter((event) => event.date <= day),
  };
}

/** On a day within a policy, its end was not yet known. */
const openEnd = (policy: Policy, day: Day): Policy => (policy.to !== null && endOf(policy.to) > day ? { ...policy, to: null } : policy);
