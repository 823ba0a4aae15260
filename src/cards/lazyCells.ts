/** The cells of a table's row, each made when first looked at: most of what a table says is never asked for. */
import { oncePer } from "@/domain/once";
import type { TableCell } from "./table";

/** How a column makes its cell of an entry; `href` is the page that the row leads to. */
export interface CellMaker<Entry, A> {
  readonly key: string;
  readonly cell: (entry: Entry, asked: A, href?: string) => TableCell;
}

type Columns = readonly CellMaker<never, never>[];

class LazyCells {
  readonly #columns: Columns;
  readonly #entry: unknown;
  readonly #asked: unknown;
  readonly #href: string | undefined;
  #made: (TableCell | undefined)[] | undefined;

  constructor(columns: Columns, entry: unknown, asked: unknown, href: string | undefined) {
    this.#columns = columns;
    this.#entry = entry;
    this.#asked = asked;
    this.#href = href;
  }

  static at(cells: LazyCells, at: number): TableCell | undefined {
    // What the columns are of is what they are given: makeTable and this file alone put the two together.
    const made = (cells.#made ??= []);
    return (made[at] ??= cells.#columns[at]?.cell(cells.#entry as never, cells.#asked as never, cells.#href));
  }

  /** So that two rows can be compared cell by cell. */
  *[Symbol.iterator](): Generator<[key: string, cell: TableCell | undefined]> {
    for (const [at, { key }] of this.#columns.entries()) yield [key, LazyCells.at(this, at)];
  }
}

/** The constructor of rows with these columns: each is a property of all of them. */
const shapeOf = oncePer((columns: Columns): typeof LazyCells => {
  class Shape extends LazyCells {}
  for (const [at, { key }] of columns.entries())
    Object.defineProperty(Shape.prototype, key, {
      enumerable: true,
      get(this: LazyCells) {
        return LazyCells.at(this, at);
      },
    });
  // All rows are of one kind, whatever their columns.
  Object.defineProperty(Shape.prototype, "constructor", { value: LazyCells });
  return Shape;
});

/** Reads like a record of cells by their columns' keys; the columns of the table say which there are. */
export function lazyCells<Entry, A>(
  columns: readonly CellMaker<Entry, A>[],
  entry: Entry,
  asked: A,
  href: string | undefined,
): Readonly<Record<string, TableCell>> {
  const Shape = shapeOf(columns);
  return new Shape(columns, entry, asked, href) as unknown as Readonly<Record<string, TableCell>>;
}
