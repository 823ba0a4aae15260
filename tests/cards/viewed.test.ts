/** How a page's cards are looked at stands in the address, and a sorting is undone and turned by links alone. */
import { expect, test } from "vitest";
import { firstCompanies, firstRows, hasFigure, MOST_SHOWN, sorted, viewedOf } from "@/cards/tables/viewed";
import type { Table } from "@/cards/tables/table";
import { fillPattern } from "@/cards/card";
import { CARDS, tableById } from "@/cards/registry";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { figuresOf } from "@/domain/figures/figures";
import { seedRecord } from "../domain/seed";
import { present } from "./present";

const TABLE: Table = {
  id: "t",
  title: "T",
  columns: [{ key: "sold_btc", label: "Sold", kind: "number", unit: "BTC", description: "Sold." }],
  rows: [
    { key: "a", cells: { sold_btc: { kind: "value", plain: "9", text: "9", evidence: "reported", sources: [] } } },
    { key: "b", cells: { sold_btc: { kind: "missing", reason: "notDisclosed", text: "not disclosed" } } },
    { key: "c", cells: { sold_btc: { kind: "value", plain: "10", text: "10", evidence: "reported", sources: [] } } },
  ],
};

const order = (by: string) =>
  sorted(TABLE, viewedOf({ by }).sorting)
    .rows.map(({ key }) => key)
    .join("");

test("numbers sort as numbers, what is missing stands last both ways", () => {
  expect(order("t.sold_btc.desc")).toBe("cab");
  expect(order("t.sold_btc.asc")).toBe("acb");
});

test("counts sort as numbers too: 1,140 stands above 999", () => {
  const count = (n: number) => ({ kind: "count" as const, plain: String(n), text: n.toLocaleString("en") });
  const counts: Table = { ...TABLE, rows: [999, 1_140, 7].map((n) => ({ key: String(n), cells: { sold_btc: count(n) } })) };
  const keys = (direction: "ascending" | "descending") =>
    sorted(counts, { table: "t", column: "sold_btc", direction }).rows.map(({ key }) => key);
  expect(keys("descending")).toEqual(["1140", "999", "7"]);
  expect(keys("ascending")).toEqual(["7", "999", "1140"]);
});

test("a sorting of another table, of no column, or no sorting leaves the order", () => {
  for (const by of ["other.sold_btc.desc", "t.none.desc", "t.sold_btc", ""]) expect(order(by)).toBe("abc");
});

test("the head's link keeps the rest of the address but for the page of the old order, and turns the order round", () => {
  expect(viewedOf({ panel: "all", c: ["riot", "mara"] }).sortHref(TABLE, "sold_btc")).toBe("?panel=all&c=riot&c=mara&by=t.sold_btc.desc#t");
  expect(viewedOf({ by: "t.sold_btc.desc", page: "2" }).sortHref(TABLE, "sold_btc")).toBe("?by=t.sold_btc.asc#t");
  const now = { table: "t", column: "sold_btc", direction: "descending" } as const;
  expect(viewedOf({}).sortHref(TABLE, "sold_btc", now)).toBe("?by=t.sold_btc.asc#t");
});

test("words sort by their text and begin with A; periods sort by time and begin with the latest; an empty cell stands last", () => {
  const words = (text: string, order?: string) => ({ kind: "text" as const, text, ...(order !== undefined && { order }) });
  const table: Table = {
    ...TABLE,
    columns: ["name", "last"].map((key) => ({ key, label: key, kind: "text", unit: "", description: "" })),
    rows: [
      { key: "a", cells: { name: words("Riot"), last: words("Dec 2025", "2025-12") } },
      { key: "b", cells: { name: words("Bitfarms"), last: words("") } },
      { key: "c", cells: { name: words("Cango"), last: words("Jan 2026", "2026-01") } },
    ],
  };
  const keys = (by: string) => sorted(table, viewedOf({ by }).sorting).rows.map(({ key }) => key);
  expect(["name", "last"].map((column) => viewedOf({}).sortHref(table, column))).toEqual(["?by=t.name.asc#t", "?by=t.last.desc#t"]);
  expect(keys("t.name.asc")).toEqual(["b", "c", "a"]);
  expect(keys("t.last.desc")).toEqual(["c", "a", "b"]);
  expect(keys("t.last.asc")).toEqual(["a", "c", "b"]);
});

const NAMES = "January|February|March|April|May|June|July|August|September|October|November|December";
/** A cell that is a period or a day and nothing else. */
const TIME = new RegExp(
  `^(?:undated, taken as )?(?:(?:${NAMES.replaceAll(/([A-Z]..)[a-z]*/g, "$1")}|Q[1-4]) 20\\d\\d|\\d{1,2} (?:${NAMES}) 20\\d\\d.*)$`,
);

test("in every table what is a period or a day sorts by time, not by its letters", () => {
  const figures = figuresOf(seedRecord(), "2026-09-01");
  const ids = new Set(CARDS.map(({ id }) => fillPattern(id, { company: "cleanspark", period: "2025-03" })));
  const unsorted = [...ids].flatMap((id) => {
    const table = tableById({ figures, selection: { ...DEFAULT_SELECTION, panel: "all" } }, id);
    return (table?.columns ?? []).flatMap(({ key, kind }) => {
      if (kind !== "text") return [];
      const cells =
        table?.rows.flatMap(({ cells: { [key]: cell } }) => (cell?.kind === "text" && TIME.test(cell.text) ? [cell] : [])) ?? [];
      return cells.some(({ order }) => order === undefined) ? [`${id} ${key}: ${cells[0]?.text}`] : [];
    });
  });
  expect(unsorted).toEqual([]);
});

test("the facts of a company sort by period, of those with one end the shorter first, and by day of publication", () => {
  const figures = figuresOf(seedRecord(), "2026-09-01");
  const table = present(tableById({ figures, selection: DEFAULT_SELECTION }, "facts-riot"));
  const by = (column: string) =>
    sorted(table, { table: table.id, column, direction: "ascending" }).rows.map(({ cells }) => cells[column]?.text ?? "");
  const periods = by("period");
  expect(periods.indexOf("Jan 2025")).toBeLessThan(periods.indexOf("Dec 2025"));
  expect(periods.lastIndexOf("Mar 2025")).toBeLessThan(periods.indexOf("Q1 2025"));
  const days = by("published_on").map((text) => Date.parse(`${text.replace("undated, taken as ", "")} UTC`));
  expect(days.length).toBeGreaterThan(100);
  expect(days).toEqual([...days].sort((a, b) => a - b));
});

test("a card's links open its table and its chart again, and leave the other cards as they are", () => {
  expect(viewedOf({ panel: "all", tables: "a" }).viewHref("t", "table")).toBe("?panel=all&tables=a,t#t");
  expect(viewedOf({ tables: "a,t" }).viewHref("t", "chart")).toBe("?tables=a#t");
  expect(viewedOf({ by: "t.sold_btc.desc" }).viewHref("t", "chart")).toBe("?#t");
});

test("of a table too long for a card its first rows stand there, in their order; a shorter one stands as it is", () => {
  const rows = Array.from({ length: 1000 }, (_, at) => ({ key: String(at), cells: {} }));
  const part = firstRows({ ...TABLE, rows });
  expect(part.rows.length).toBeGreaterThan(10);
  expect(part.rows.length).toBeLessThan(1000);
  expect(part.rows).toEqual(rows.slice(0, part.rows.length));
  expect(firstRows(TABLE)).toBe(TABLE);
});

test("of many companies the first are drawn, each with all its rows, and the title says so; few are drawn as they are", () => {
  const companies = (many: number): Table => ({
    id: "t",
    title: "T",
    columns: [{ key: "company", label: "Company", kind: "text", unit: "", description: "Company." }],
    rows: Array.from({ length: 2 * many }, (_, at) => ({ key: `${at}`, cells: { company: { kind: "text", text: `c${at >> 1}` } } })),
  });
  const few = companies(MOST_SHOWN);
  expect(firstCompanies(few)).toBe(few);
  const first = firstCompanies(companies(MOST_SHOWN + 1));
  expect(first.rows).toEqual(few.rows);
  expect(first.title).toBe(`T: the first ${MOST_SHOWN} companies`);
  const periods = { ...companies(MOST_SHOWN + 1), columns: [] };
  expect(firstCompanies(periods)).toBe(periods);
});

test("a table in which no amount is known has nothing to draw; one of counts has", () => {
  const [, missing] = TABLE.rows;
  expect(hasFigure(TABLE)).toBe(true);
  expect(hasFigure({ ...TABLE, rows: missing ? [missing] : [] })).toBe(false);
  expect(hasFigure({ ...TABLE, columns: [{ key: "n", label: "N", kind: "number", unit: "", description: "N." }], rows: [] })).toBe(true);
});
