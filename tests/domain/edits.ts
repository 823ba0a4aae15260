/** Imports at random: a record of which a few rows are others, gone or new, as the store hands it over. */
import fc from "fast-check";
import type { OpenRecord } from "@/domain/facts/record";

/** A list with one row less, or with one changed. */
const edited = <T>(list: readonly T[], at: number, change: ((row: T) => T) | undefined): T[] =>
  list.flatMap((row, i) => (i !== at % list.length ? [row] : change ? [change(row)] : []));

const EDITS = ["add", "drop", "value", "source", "note", "decision", "policy", "company", "consolidation", "price"] as const;

interface Edit {
  readonly what: (typeof EDITS)[number];
  readonly at: number;
}

/** What imports change: of prices, names and the like everything depends, so most are of facts alone. */
export const edits = fc.oneof(
  { weight: 2, arbitrary: editsOf("add", "drop", "value", "source", "note", "decision", "policy") },
  { weight: 1, arbitrary: editsOf(...EDITS) },
);

function editsOf(...some: readonly Edit["what"][]): fc.Arbitrary<Edit[]> {
  return fc.array(fc.record({ what: fc.constantFrom(...some), at: fc.nat(100_000) }), { minLength: 1, maxLength: 4 });
}

export function afterImport(record: OpenRecord, made: readonly Edit[]): OpenRecord {
  // As the store hands it over: no object is an earlier one.
  return structuredClone(made.reduce(withEdit, record));
}

function withEdit(now: OpenRecord, { what, at }: Edit): OpenRecord {
  switch (what) {
    case "decision":
      return { ...now, decisions: edited(now.decisions, at, undefined) };
    case "policy":
      return { ...now, policies: edited(now.policies, at, undefined) };
    case "consolidation":
      return { ...now, consolidations: edited(now.consolidations, at, undefined) };
    case "company":
      return { ...now, companies: edited(now.companies, at, (one) => ({ ...one, name: `${one.name} renamed` })) };
    case "price":
      return { ...now, prices: edited(now.prices, at, (price) => ({ ...price, average: price.average + 1 })) };
    case "drop":
      return { ...now, facts: edited(now.facts, at, undefined) };
    case "value":
      return { ...now, facts: edited(now.facts, at, (fact) => ({ ...fact, value: fact.value + 100_000_000 })) };
    case "note":
      return { ...now, facts: edited(now.facts, at, (fact) => ({ ...fact, note: `${fact.note} corrected` })) };
    case "source": {
      const aggregator = { kind: "aggregator" as const, publishedOn: null };
      return { ...now, facts: edited(now.facts, at, (fact) => ({ ...fact, source: { ...fact.source, ...aggregator } })) };
    }
    case "add": {
      const like = now.facts[at % now.facts.length];
      const last = now.facts.at(-1);
      return like && last ? { ...now, facts: [...now.facts, { ...like, id: last.id + 1, value: like.value + 100_000_000 }] } : now;
    }
  }
}
