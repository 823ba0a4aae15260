/** The cells of a table's row, each made on first access: most cells of a table are never read. */
import { oncePer } from "@/domain/shared/once";
import type { TableCell } from "./table";

/** How a column makes its cell from an entry; `href` is the page that the row links to. */
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
    // Types are not checked here: only makeTable and this file pair columns with entries.
    const made = (cells.#made ??= []);
    return (made[at] ??= cells.#columns[at]?.cell(cells.#entry as never, cells.#asked as never, cells.#href));
  }

  /** For comparing two rows cell by cell. */
  *[Symbol.iterator](): Generator<[key: string, cell: TableCell | undefined]> {
    for (const [at, { key }] of this.#columns.entries()) yield [key, LazyCells.at(this, at)];
  }
}

/** The class of rows with these columns: each column is a property of its prototype. */
const shapeOf = oncePer((columns: Columns): typeof LazyCells => {
  class Shape extends LazyCells {}
  for (const [at, { key }] of columns.entries())
    Object.defineProperty(Shape.prototype, key, {
      enumerable: true,
      get(this: LazyCells) {
        return LazyCells.at(this, at);
      },
    });
  // All rows share one constructor, whatever their columns.
  Object.defineProperty(Shape.prototype, "constructor", { value: LazyCells });
  return Shape;
});

/** Reads like a record of cells by column key; the table's columns list the keys. */
export function lazyCells<Entry, A>(
  columns: readonly CellMaker<Entry, A>[],
  entry: Entry,
  asked: A,
  href: string | undefined,
): Readonly<Record<string, TableCell>> {
  const Shape = shapeOf(columns);
  return new Shape(columns, entry, asked, href) as unknown as Readonly<Record<string, TableCell>>;
}
