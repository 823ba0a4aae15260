/** A value with its sources and whether one is second-hand. Both are computed on demand: a sum rests on thousands of figures. */
import { type KnownCell, standsOnSecondHand } from "@/domain/facts/cell";
import { type Fact, isSecondHand, SOURCE_KIND_LABEL } from "@/domain/facts/fact";
import type { TableCell, TableSource } from "../tables/table";
import type { Figures } from "@/domain/figures/figures";
import { addressNamed, namedIn, type Naming, namingsOf, type Numbered } from "@/domain/figures/naming";
import { oncePer } from "@/domain/shared/once";
import { hostOf } from "@/domain/facts/publisher";
import type { Policy } from "@/domain/facts/record";

export type ValueCell = Extract<TableCell, { kind: "value" }>;

type Words = Pick<ValueCell, "plain" | "text" | "evidence" | "href" | "note" | "apart">;

/** A class: an object literal with a getter takes ten times as long to make. Spreading loses its getters: `reworded` makes copies. */
export class SourcedCell implements ValueCell {
  readonly kind = "value";
  readonly plain: string;
  readonly text: string;
  readonly evidence: ValueCell["evidence"];
  declare readonly href?: string;
  declare readonly note?: string;
  declare readonly apart?: true;
  readonly #cells: () => readonly KnownCell[];
  #secondHand: boolean | undefined;
  #sources: readonly TableSource[] | undefined;

  constructor(cells: () => readonly KnownCell[], { plain, text, evidence, href, note, apart }: Words, secondHand?: boolean) {
    this.plain = plain;
    this.text = text;
    this.evidence = evidence;
    if (href !== undefined) this.href = href;
    if (note !== undefined) this.note = note;
    if (apart !== undefined) this.apart = apart;
    this.#cells = cells;
    this.#secondHand = secondHand;
  }

  get secondHand(): true | undefined {
    return (this.#secondHand ??= this.#cells().some(standsOnSecondHand)) || undefined;
  }

  get sources(): readonly TableSource[] {
    return (this.#sources ??= sourcesOfCells(this.#cells()));
  }
}

const NONE = () => [];

/** The same for a figure whose sources are those of its facts, in their order. */
export class FactCell extends SourcedCell {
  readonly #facts: () => readonly Fact[];

  constructor(facts: () => readonly Fact[], words: Words) {
    super(NONE, words);
    this.#facts = facts;
  }

  override get secondHand(): true | undefined {
    return anySecondHand(this.#facts());
  }

  override get sources(): readonly TableSource[] {
    return sourcesOf(this.#facts());
  }
}

export const reworded = (cell: ValueCell, words: Partial<Pick<ValueCell, "plain" | "text" | "note">>): ValueCell => ({
  ...cell,
  sources: cell.sources,
  secondHand: cell.secondHand,
  ...words,
});

const sourceNamed = (by: Naming): TableSource => ("sourceUrl" in by ? policySource(by) : tableSource(by));

/** The sources of cells, each once: of their facts, and of the policy where it replaces a figure. */
function sourcesOfCells(cells: readonly KnownCell[]): TableSource[] {
  const namings = namingsOf(cells);
  const [first] = namings;
  // Most figures have one source, and both figures of a ratio often share it.
  if (first !== undefined && namings.every((by) => by === first)) return [sourceNamed(first)];
  const found = new Map<string, Naming>();
  for (const by of namings) found.set(addressNamed(by), by);
  return Array.from(found.values(), sourceNamed);
}

/** The same for rows of sums, each with many figures behind it; namedIn says how a source shared by several figures is named. */
export const sourcesOfSums = (figures: Figures, rows: readonly (readonly Numbered[])[]): TableSource[] =>
  namedIn(figures, rows).map(sourceNamed);

export const policySource = oncePer((policy: Policy): TableSource => ({
  address: policy.sourceUrl,
  publisher: policy.publisher ?? hostOf(policy.sourceUrl),
  kind: "stated policy",
  publishedOn: null,
  ...(policy.archive !== undefined && { archive: policy.archive }),
}));

/** The sources of facts, each once, in the order of the facts. */
export const sourcesOf = (facts: readonly Fact[]): TableSource[] => [
  ...new Map(facts.map(({ source }) => [source.address, tableSource(source)])).values(),
];

const anySecondHand = (facts: readonly Fact[]): true | undefined => facts.some(({ source }) => isSecondHand(source)) || undefined;

/** What a value shows of the facts behind it: their sources, and whether one is second-hand. */
export const fromFacts = (facts: readonly Fact[]): Pick<ValueCell, "sources" | "secondHand"> => ({
  sources: sourcesOf(facts),
  secondHand: anySecondHand(facts),
});

const tableSource = oncePer(({ address, publisher, kind, publishedOn, archive }: Fact["source"]): TableSource => ({
  address,
  publisher,
  kind: SOURCE_KIND_LABEL[kind],
  publishedOn,
  ...(archive !== undefined && { archive }),
}));
