/** The sources behind figures, as tables name them. */
import type { KnownCell } from "@/domain/cell";
import { type Fact, SOURCE_KIND_LABEL } from "@/domain/fact";
import type { Figures } from "@/domain/figures";
import { addressNamed, namedIn, type Naming, namingsOf, type Numbered } from "@/domain/naming";
import { oncePer } from "@/domain/once";
import { hostOf } from "@/domain/publisher";
import type { Policy } from "@/domain/record";
import type { TableSource } from "../table";

const sourceNamed = (by: Naming): TableSource => ("sourceUrl" in by ? policySource(by) : tableSource(by));

/** The sources of cells, each once: of their facts, and where a policy stands in for a figure, where the policy is stated. */
export function sourcesOfCells(cells: readonly KnownCell[]): TableSource[] {
  const namings = namingsOf(cells);
  const [first] = namings;
  // Most figures have one source, and a ratio of two of them the same one.
  if (first !== undefined && namings.every((by) => by === first)) return [sourceNamed(first)];
  const found = new Map<string, Naming>();
  for (const by of namings) found.set(addressNamed(by), by);
  return Array.from(found.values(), sourceNamed);
}

/** The same for the rows of sums, each of which stands on so many figures; how a source is named that several have, is said at namedIn. */
export const sourcesOfSums = (figures: Figures, rows: readonly (readonly Numbered[])[]): TableSource[] =>
  namedIn(figures, rows).map(sourceNamed);

/** Where a policy is stated. */
export function policySource(policy: Policy): TableSource {
  return {
    address: policy.sourceUrl,
    publisher: policy.publisher ?? hostOf(policy.sourceUrl),
    kind: "stated policy",
    publishedOn: null,
    ...(policy.archive !== undefined && { archive: policy.archive }),
  };
}

/** The sources of facts, each once, in the order of the facts. */
export const sourcesOf = (facts: readonly Fact[]): TableSource[] => [
  ...new Map(facts.map(({ source }) => [source.address, tableSource(source)])).values(),
];

const tableSource = oncePer(({ address, publisher, kind, publishedOn, archive }: Fact["source"]): TableSource => ({
  address,
  publisher,
  kind: SOURCE_KIND_LABEL[kind],
  publishedOn,
  ...(archive !== undefined && { archive }),
}));
