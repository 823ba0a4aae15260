/** How a page shows its cards: as tables (tables=sold-2025-03,…) and sorted (by=sold-2025-03.sold_btc.desc). Changes no figure. */
import { ownValue } from "../selection/ownChoice";
import type { SearchParams } from "../selection/selection";
import type { Row, Table, TableCell } from "./table";

export interface Viewed {
  /** Ids of the cards that show their table. */
  readonly tables: readonly string[];
  readonly sorting: TableSorting | undefined;
  /** Address of the same page with this card's chart, or its table instead. */
  viewHref(table: string, as: "chart" | "table"): string;
  /**
   * Address with the table sorted by a column: names from A, others from the largest; reversed if sorted so already (`now`, or default).
   */
  sortHref(table: Table, column: string, now?: TableSorting): string;
  /** Address of the same page with changed parameters; "" removes one. */
  withHref(changed: Readonly<Record<string, string>>, anchor: string): string;
  /** Its own query parameters, for forms and links to the same page. */
  readonly pairs: Readonly<Record<string, string>>;
}

export interface TableSorting {
  readonly table: string;
  readonly column: string;
  readonly direction: "ascending" | "descending";
}

/** No page makes an address with more. */
const MOST_TABLES = 20;

export const tablesIn = (list: string): string[] =>
  list
    .split(",")
    .slice(0, MOST_TABLES)
    .filter((id) => id !== "");

/** "map.name.asc" */
export const sortingText = ({ table, column, direction }: TableSorting): string =>
  `${table}.${column}.${direction === "descending" ? "desc" : "asc"}`;

export function viewedOf(params: SearchParams): Viewed {
  const sorting = sortingOf(ownValue(params, "by"));
  const tables = tablesIn(ownValue(params, "tables"));
  /** The address with changed parameters; "" removes one. */
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
        // A sorted card shows its table.
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
      // A new order starts at its first page.
      return address(table.id, { by: sortingText({ table: table.id, column, direction }), page: "" });
    },
  };
}

/** The sorting that "map.name.asc" names; undefined for other texts. */
export function sortingOf(text: string): TableSorting | undefined {
  const [, table, column, order] = /^([^.]{1,100})\.([^.]{1,60})\.(asc|desc)$/.exec(text) ?? [];
  if (table === undefined || column === undefined) return undefined;
  return { table, column, direction: order === "asc" ? "ascending" : "descending" };
}

const beginsWithA = ({ columns, rows }: Table, key: string): boolean =>
  columns.some((column) => column.key === key && column.kind === "text") && !rows.some((row) => orderOf(row, key) !== undefined);

/** Sort value of a cell of words, where it differs from its text. */
function orderOf({ cells }: Row, column: string): string | undefined {
  const cell = cells[column];
  return cell?.kind === "text" ? cell.order : undefined;
}

/** The table with its rows in the given order; unchanged where the sorting is for another table or column. Missing values come last. */
export function sorted(table: Table, sorting: TableSorting | undefined): Table {
  if (sorting?.table !== table.id) return table;
  const column = table.columns.find(({ key }) => key === sorting.column);
  if (!column) return table;
  const sign = sorting.direction === "ascending" ? 1 : -1;
  const keyed = table.rows.map((row) => {
    const cell = row.cells[column.key];
    const text = orderOf(row, column.key) ?? cell?.text ?? "";
    const number = cell?.kind === "value" || cell?.kind === "count" ? Number(cell.plain) : undefined;
    return { row, text, number, isMissing: cell?.kind === "missing" || text === "" };
  });
  keyed.sort((a, b) => {
    if (a.number !== undefined && b.number !== undefined) return sign * (a.number - b.number);
    if (a.isMissing !== b.isMissing) return a.isMissing ? 1 : -1;
    return sign * inEnglish.compare(a.text, b.text);
  });
  return { ...table, rows: keyed.map(({ row }) => row) };
}

/** Compares texts naturally: numbers inside them by size. */
const inEnglish = new Intl.Collator("en", { numeric: true });

/** Maximum rows of a table on a page with others; its own page shows all of them. */
const MOST_ROWS = 30;

/** The same for the list of periods, which is a page of its own. */
export const MOST_PERIODS = 200;

/** Maximum companies in a chart, a grid or a table of many cells: more would make a page heavy. */
export const MOST_SHOWN = 40;

/** The same for sentences and for rows with little content. */
export const MOST_BRIEF = 60;

/** The order of a table that is shown in part in place of a chart of periods: its latest rows matter most. */
export const newestFirst = ({ id }: Table): TableSorting => ({ table: id, column: "period", direction: "descending" });

export const firstRows = (table: Table, most = MOST_ROWS): Table =>
  table.rows.length > most ? { ...table, rows: table.rows.slice(0, most) } : table;

/** The rows of a table's first companies, where it has more than fit; its title then says so. */
export function firstCompanies(table: Table): Table {
  if (table.rows.length <= MOST_SHOWN || !table.columns.some(({ key }) => key === "company")) return table;
  const seen = new Set<string>();
  const end = table.rows.findIndex(({ cells }) => seen.add(cells["company"]?.text ?? "").size > MOST_SHOWN);
  if (end === -1) return table;
  return { ...table, title: `${table.title}: the first ${MOST_SHOWN} companies`, rows: table.rows.slice(0, end) };
}

/** A table without its figures' sources, where they are one click away or in their own column. Downloads keep them. */
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

/** Whether a table has any figure to chart; one of counts alone always has. */
export const hasFigure = ({ rows, columns }: Table): boolean =>
  rows.some(({ cells }) => columns.some(({ key }) => cells[key]?.kind === "value")) ||
  !columns.some(({ kind, unit }) => kind === "number" && unit !== "");
