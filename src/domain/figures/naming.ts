/** References to a source: from a fact or a policy. Each has a number in a state of the record, so sums collect sources as numbers. */
import type { KnownCell } from "../facts/cell";
import type { Source } from "../facts/fact";
import type { Figures } from "./figureTypes";
import { keeping } from "../shared/once";
import type { Policy } from "../facts/record";

export type Naming = Source | Policy;

/** The address of the source. */
export const addressNamed = (by: Naming): string => ("sourceUrl" in by ? by.sourceUrl : by.address);

/** An item to sum, with the numbers of the sources of its figures. */
export interface Numbered {
  readonly named: readonly number[];
}

class Numbers {
  readonly all: Naming[] = [];
  /** For each of them the number of the first one with the same address. */
  readonly first: number[] = [];
  readonly #of = new Map<Naming, number>();
  readonly #firstAt = new Map<string, number>();

  of(by: Naming): number {
    const known = this.#of.get(by);
    if (known !== undefined) return known;
    const made = this.all.push(by) - 1;
    this.#of.set(by, made);
    const address = addressNamed(by);
    const first = this.#firstAt.get(address) ?? made;
    this.#firstAt.set(address, first);
    this.first.push(first);
    return made;
  }
}

const numbersOf = new WeakMap<Figures, Numbers>();
const numbersIn = keeping(numbersOf, () => new Numbers());

/** A reference keeps its number from the previous state, so that sums which use it may be reused. */
export function takeOverNumbers(figures: Figures, earlier: Figures): void {
  numbersOf.set(figures, numbersIn(earlier));
}

/** All source references of these figures, in order: where a policy replaces a figure the policy, then those of the facts. */
export function namingsOf(cells: readonly KnownCell[]): Naming[] {
  const found: Naming[] = [];
  for (const cell of cells) {
    if (cell.evidence === "policy") found.push(cell.policy);
    for (const { source } of cell.facts) found.push(source);
  }
  return found;
}

/** Their numbers in this state of the record. */
export function numbered(figures: Figures, cells: readonly KnownCell[]): readonly number[] {
  const numbers = numbersIn(figures);
  return namingsOf(cells).map((by) => numbers.of(by));
}

/** The sources of a table's rows, each once, in order; within a row the last reference to a source wins. */
export function namedIn(figures: Figures, rows: Iterable<readonly Numbered[]>): Naming[] {
  const { all, first } = numbersIn(figures);
  const [rowOf, by] = [new Int32Array(all.length), new Int32Array(all.length)];
  const found: number[] = [];
  let row = 0;
  for (const parts of rows) {
    row++;
    for (const { named } of parts)
      for (const number of named) {
        const source = first[number] as number;
        if (rowOf[source] === 0) {
          rowOf[source] = row;
          found.push(source);
        }
        if (rowOf[source] === row) by[source] = number;
      }
  }
  return found.map((source) => all[by[source] as number] as Naming);
}
