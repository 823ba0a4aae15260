/** The facts of each company, in recorded order. A new state makes new lists only for companies whose facts changed. */
import type { CompanyId } from "./company";
import type { Fact } from "./fact";
import { groupBy } from "../shared/group";

type FactsByCompany = ReadonlyMap<CompanyId, readonly Fact[]>;

const known = new WeakMap<readonly Fact[], FactsByCompany>();

/** `earlier`: the facts of the previous state, with identical objects where nothing changed (sharing.ts). */
export function factsByCompany(facts: readonly Fact[], earlier?: readonly Fact[]): FactsByCompany {
  const before = earlier && known.get(earlier);
  const made = known.get(facts) ?? (earlier && before ? regrouped(before, difference(earlier, facts)) : grouped(facts));
  known.set(facts, made);
  return made;
}

interface Difference {
  readonly gone: ReadonlySet<Fact>;
  readonly added: readonly Fact[];
}

/** Walks both lists in parallel; where they differ, the one with the smaller number advances. */
function difference(earlier: readonly Fact[], facts: readonly Fact[]): Difference {
  const gone = new Set<Fact>();
  const added: Fact[] = [];
  for (let [then, now] = [0, 0]; then < earlier.length || now < facts.length;) {
    const [before, after] = [earlier[then], facts[now]];
    if (before === after) {
      then++;
      now++;
    } else if (before && !(after && after.id < before.id)) {
      gone.add(before);
      then++;
    } else if (after) {
      added.push(after);
      now++;
    }
  }
  return { gone, added };
}

function regrouped(before: FactsByCompany, { gone, added }: Difference): FactsByCompany {
  const [groups, more] = [new Map(before), grouped(added)];
  for (const company of new Set([...gone, ...added].map((fact) => fact.company))) {
    const stay = (before.get(company) ?? []).filter((fact) => !gone.has(fact));
    groups.set(company, [...stay, ...(more.get(company) ?? [])].sort(byNumber));
  }
  return groups;
}

function grouped(facts: readonly Fact[]): FactsByCompany {
  const groups = groupBy(facts, ({ company }) => company);
  for (const group of groups.values()) group.sort(byNumber);
  return groups;
}

const byNumber = (a: Fact, b: Fact): number => a.id - b.id;
