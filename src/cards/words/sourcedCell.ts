/** A value with its sources and whether one is second-hand. Put together only when asked for: a sum stands on thousands of figures. */
import { type KnownCell, standsOnSecondHand } from "@/domain/cell";
import type { Fact } from "@/domain/fact";
import type { TableCell, TableSource } from "../table";
import { sourcesOf, sourcesOfCells } from "./sources";

export type ValueCell = Extract<TableCell, { kind: "value" }>;

type Words = Pick<ValueCell, "plain" | "text" | "evidence" | "href" | "note">;

/** A class: as an object with a getter it takes ten times as long to make. Spreading loses its getters: `reworded` makes copies. */
export class SourcedCell implements ValueCell {
  readonly kind = "value";
  readonly plain: string;
  readonly text: string;
  readonly evidence: ValueCell["evidence"];
  declare readonly href?: string;
  declare readonly note?: string;
  readonly #cells: () => readonly KnownCell[];
  #secondHand: boolean | undefined;
  #sources: readonly TableSource[] | undefined;

  constructor(cells: () => readonly KnownCell[], { plain, text, evidence, href, note }: Words, secondHand?: boolean) {
    this.plain = plain;
    this.text = text;
    this.evidence = evidence;
    if (href !== undefined) this.href = href;
    if (note !== undefined) this.note = note;
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

/** The same of a figure whose sources are those of its facts, in their order, and that says nothing of second-hand ones. */
export class FactCell extends SourcedCell {
  readonly #facts: () => readonly Fact[];

  constructor(facts: () => readonly Fact[], words: Words) {
    super(NONE, words, false);
    this.#facts = facts;
  }

  override get sources(): readonly TableSource[] {
    return sourcesOf(this.#facts());
  }
}

/** A copy with other words. */
export const reworded = (cell: ValueCell, words: Partial<Pick<ValueCell, "plain" | "text" | "note">>): ValueCell => ({
  ...cell,
  sources: cell.sources,
  secondHand: cell.secondHand,
  ...words,
});
