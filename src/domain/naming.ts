/** What names a source: a fact's, or a policy. Each has a number in a state of the record, so sums gather sources as numbers. */
import type { KnownCell } from "./cell";
import type { Source } from "./fact";
import type { Figures } from "./figureTypes";
import { keeping } from "./once";
import type { Policy } from "./record";

export type Naming = Source | Policy;

/** The address of the source. */
export const addressNamed = (by: Naming): string => ("sourceUrl" in by ? by.sourceUrl : by.address);

/** What goes into sums, with the numbers of what its figures name. */
export interface Numbered {
  readonly named: readonly number[];
}

class Numbers {
  readonly all: Naming[] = [];
  /** For each of them the number of the first one with its address. */
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

/** What was numbered in the state before keeps its number in this one, and what it went into may be taken over. */
export function takeOverNumbers(figures: Figures, earlier: Figures): void {
  numbersOf.set(figures, numbersIn(earlier));
}

/** All that name sources of these figures, in their order: where a policy stands in for a figure the policy, then the facts'. */
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

/** The sources behind the rows of a table, each once, in order; within a row the last one to name it is heard. */
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
