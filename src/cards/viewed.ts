/** How a page's cards are looked at: as tables (tables=sold-2025-03,…) and sorted (by=sold-2025-03.sold_btc.desc). Changes no figure. */
import { ownValue } from "./selection/ownChoice";
import type { SearchParams } from "./selection/selection";
import type { Row, Table, TableCell } from "./table";

export interface Viewed {
  /** Ids of the cards that show their table. */
  readonly tables: readonly string[];
  readonly sorting: TableSorting | undefined;
  /** Address of the same page with this card's chart, or its table instead. */
  viewHref(table: string, as: "chart" | "table"): string;
  /**
   * Address with the table sorted by a column: names from A, others from the largest; reversed where it is so already (`now`, if unsaid).
   */
  sortHref(table: Table, column: string, now?: TableSorting): string;
  /** Address of the same page with other parameters of its own; "" leaves one out. */
  withHref(changed: Readonly<Record<string, string>>, anchor: string): string;
  /** Its own parameters, for forms and links that lead to the same page. */
  readonly pairs: Readonly<Record<string, string>>;
}

export interface TableSorting {
  readonly table: string;
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

/** More is no address that a page has made. */
const MOST_TABLES = 20;

/** The tables that a list names. */
export const tablesIn = (list: string): string[] =>
  list
    .split(",")
    .slice(0, MOST_TABLES)
    .filter((id) => id !== "");

/** "map.name.asc" */
export const sortingText = ({ table, column, direction }: TableSorting): string =>
  `${table}.${column}.${direction === "descending" ? "desc" : "asc"}`;

/** Whether text says how a table is sorted: "map.name.asc". */
export const isSorting = (text: string): boolean => sortingOf(text) !== undefined;

export function viewedOf(params: SearchParams): Viewed {
  const sorting = sortingOf(ownValue(params, "by"));
  const tables = tablesIn(ownValue(params, "tables"));
  /** The address with other values of some parameters; "" leaves one out. */
  const address = (card: string, changed: Readonly<Record<string, string>>): string => {
    const kept = Object.entries(params).flatMap(([name, value]) =>
      name in changed || value === undefined ? [] : [value].flat().map((one) => [name, one] as const),
    );
    const all = [...kept, ...Object.entries(changed).filter(([, value]) => value !== "")];
    const query = all.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
    return `?${query}#${card}`;
  };
  return {
    tables,
    sorting,
    viewHref: (table, as) => {
      const others = tables.filter((id) => id !== table);
      return address(table, {
        tables: [...others, ...(as === "table" ? [table] : [])].join(","),
        // A card that is sorted shows its table.
        ...(sorting?.table === table && { by: "" }),
      });
    },
    withHref: (changed, anchor) => address(anchor, changed),
    pairs: {
      ...(tables.length > 0 && { tables: tables.join(",") }),
      ...(sorting && { by: sortingText(sorting) }),
    },
    sortHref: (table, column, now = sorting) => {
      const isNow = now?.table === table.id && now.column === column;
      const ascending = isNow ? now.direction === "descending" : beginsWithA(table, column);
      const direction = ascending ? "ascending" : "descending";
      // Another order begins with its first page.
      return address(table.id, { by: sortingText({ table: table.id, column, direction }), page: "" });
    },
  };
}

function sortingOf(text: string): TableSorting | undefined {
  const [, table, column, order] = /^([^.]{1,100})\.([^.]{1,60})\.(asc|desc)$/.exec(text) ?? [];
  if (table === undefined || column === undefined) return undefined;
  return { table, column, direction: order === "asc" ? "ascending" : "descending" };
}

const beginsWithA = ({ columns, rows }: Table, key: string): boolean =>
  columns.some((column) => column.key === key && column.kind === "text") && !rows.some((row) => orderOf(row, key) !== undefined);

/** What a cell of words is sorted by, where that is not its text. Periods are the keys of their rows, and sort by time as text does not. */
function orderOf({ key, cells }: Row, column: string): string | undefined {
  const cell = cells[column];
  return (cell?.kind === "text" ? cell.order : undefined) ?? (column === "period" ? key : undefined);
}

/** The table with its rows in the wanted order; as it is where the sorting speaks of another table or column. What is missing stands last. */
export function sorted(table: Table, sorting: TableSorting | undefined): Table {
  if (sorting?.table !== table.id) return table;
  const column = table.columns.find(({ key }) => key === sorting.column);
  if (!column) return table;
  const sign = sorting.direction === "ascending" ? 1 : -1;
  const keyed = table.rows.map((row) => {
    const cell = row.cells[column.key];
    const text = orderOf(row, column.key) ?? cell?.text ?? "";
    const number = cell?.kind === "value" ? Number(cell.plain) : undefined;
    return { row, text, number, isMissing: cell?.kind === "missing" || text === "" };
  });
  keyed.sort((a, b) => {
    if (a.number !== undefined && b.number !== undefined) return sign * (a.number - b.number);
    if (a.isMissing !== b.isMissing) return a.isMissing ? 1 : -1;
    return sign * inEnglish.compare(a.text, b.text);
  });
  return { ...table, rows: keyed.map(({ row }) => row) };
}

/** Numbers in words by their size. */
const inEnglish = new Intl.Collator("en", { numeric: true });

/** So many rows of a table stand on a page with others; all of them have a page of their own. */
const MOST_ROWS = 200;

/** Of companies in a chart, a grid or a table of many cells, so many: more would make a page heavy. */
export const MOST_SHOWN = 40;

/** The same of sentences and of rows that hold little. */
export const MOST_TOLD = 60;

export const firstRows = (table: Table, most = MOST_ROWS): Table =>
  table.rows.length > most ? { ...table, rows: table.rows.slice(0, most) } : table;

/** The rows of the first companies of a table, where it tells of more; its title says so then. */
export function firstCompanies(table: Table): Table {
  if (table.rows.length <= MOST_SHOWN || !table.columns.some(({ key }) => key === "company")) return table;
  const seen = new Set<string>();
  const end = table.rows.findIndex(({ cells }) => seen.add(cells["company"]?.text ?? "").size > MOST_SHOWN);
  if (end === -1) return table;
  return { ...table, title: `${table.title}: the first ${MOST_SHOWN} companies`, rows: table.rows.slice(0, end) };
}

/** A table without its figures' sources, where they stand a click away or in their own column. Downloads keep them. */
export function withoutSources(table: Table): Table {
  const light = ({ cells: full, ...row }: Row): Row => {
    const cells: Record<string, TableCell> = {};
    for (const { key } of table.columns) {
      const cell = full[key];
      if (cell) cells[key] = cell.kind === "value" ? { ...cell, secondHand: cell.secondHand, sources: [] } : cell;
    }
    return { ...row, cells };
  };
  return { ...table, rows: table.rows.map(light) };
}
