import { unzipSync } from "fflate";
import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { flatOf } from "@/files/tables/flat";
import { toXlsx } from "@/files/tables/xlsx";
import { cellsOf, type Table } from "@/cards/tables/table";
import { anyTable, march2025, VERSION } from "./tables";

const ORIGIN = { version: VERSION, address: "https://example.org/months/2025-03" };

async function sheets(table: Table) {
  const workbook = await readXlsx(await toXlsx(table, ORIGIN));
  return workbook.sheets;
}

describe("XLSX of a table", () => {
  it("is read back by another library: numbers as numbers, texts as texts, what is missing as nothing", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        const [figures] = await sheets(table);
        const { columns, rows } = flatOf(table);
        expect(figures?.rows[0]).toEqual(columns.map(({ key }) => key));
        const width = columns.length;
        const written = [...rows].map((row) =>
          row.map((field) => (field === null ? null : "number" in field ? Number(field.number) : xmlText(field.text))),
        );
        const read = (figures?.rows ?? []).slice(1).map((row) => Array.from({ length: width }, (_, at) => emptied(row[at])));
        expect(read).toEqual(written.map((row) => row.map(emptied)));
      }),
      { numRuns: 40 },
    );
  });

  it("keeps texts that the language itself has a meaning for", async () => {
    const words = ["constructor", "__proto__", "toString", "hasOwnProperty"];
    expect((await readBack(words)).map(emptied)).toEqual(words);
  });

  it("keeps texts that look like a workbook’s own way of writing a character", async () => {
    const words = ["_x0041_", "a_x000D_b", "_x005F_x0041_", "_x004_"];
    expect(await readBack(words)).toEqual(words);
  });

  it("holds March 2025 as the page shows it, under a frozen head", async () => {
    const workbook = await readXlsx(await toXlsx(march2025(), ORIGIN), { readStyles: true });
    expect(workbook.sheets.map(({ name }) => name)).toEqual(["Figures", "Sources and definitions"]);
    const figures = workbook.sheets[0];
    const [head = [], ...rows] = figures?.rows ?? [];
    const riot = rows.find((row) => row[0] === "riot") ?? [];
    const at = (key: string) => riot[head.indexOf(key)];
    expect([at("produced_btc"), at("sold_btc"), at("held_btc"), at("sell_through_pct")]).toEqual([533, 0, 19223, 0]);
    expect(at("produced_btc_evidence")).toBe("reported");
    expect(figures?.freezePane).toMatchObject({ rows: 1 });
    const xml = new TextDecoder().decode(unzipSync(await toXlsx(march2025(), ORIGIN))["xl/worksheets/sheet1.xml"]);
    expect(xml).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/);
    expect([...xml.matchAll(/<col [^>]*width="/g)]).toHaveLength(head.length);
  });

  it("says on its second sheet what every column means, what the levels of evidence are, and names every source", async () => {
    const table = march2025();
    const [, definitions] = await sheets(table);
    const rows = definitions?.rows ?? [];
    const first = rows.map((row) => row[0]);
    for (const { key } of flatOf(table).columns) expect(first).toContain(key);
    for (const level of ["reported", "derived", "policy", "missing", "doesNotReconcile"]) expect(first).toContain(level);
    const named = new Set(rows.map((row) => row[1]));
    const sources = cellsOf(table).flatMap((cell) => (cell.kind === "value" ? cell.sources : []));
    expect(sources.length).toBeGreaterThan(5);
    for (const { address } of sources) expect(named).toContain(address);
    expect(rows.flat()).toContain("1a2b3c4d5e6f");
    for (const line of [
      ["Record changed on", "7 May 2026"],
      ["Figures published up to", "5 May 2026"],
    ])
      expect(rows.map((row) => row.slice(0, 2))).toContainEqual(line);
  });

  it("is the same bytes for the same table, whenever it is made", async () => {
    const once = await toXlsx(march2025(), ORIGIN);
    await new Promise((resolve) => setTimeout(resolve, 2100));
    expect(Buffer.from(await toXlsx(march2025(), ORIGIN)).equals(Buffer.from(once))).toBe(true);
  });

  it("text that looks like a formula is text", async () => {
    const table: Table = {
      id: "t",
      title: "=1+1",
      columns: [{ key: "company", label: "Company", kind: "text", unit: "", description: "=2+2" }],
      rows: [{ key: "x", cells: { company: { kind: "text", text: '=HYPERLINK("http://example.org")' } } }],
    };
    const [figures] = await sheets(table);
    expect(figures?.rows[1]?.[1]).toBe('=HYPERLINK("http://example.org")');
    const files = unzipSync(await toXlsx(table, ORIGIN));
    expect(new TextDecoder().decode(files["xl/worksheets/sheet1.xml"])).not.toContain("<f>");
  });
});

/** The words, written as the cells of one column and read again. */
async function readBack(words: readonly string[]): Promise<unknown[]> {
  const table: Table = {
    id: "words",
    title: "Words",
    columns: [{ key: "word", label: "Word", kind: "text", unit: "", description: "A word." }],
    rows: words.map((word) => ({ key: word, cells: { word: { kind: "text", text: word } } })),
  };
  const [figures] = await sheets(table);
  const at = flatOf(table).columns.findIndex(({ key }) => key === "word");
  return (figures?.rows ?? []).slice(1).map((row) => row[at]);
}

/** A line end inside a cell is a line feed; characters that XML cannot hold are dropped (by the writer U+FFFD as well, which stands for one). */
function xmlText(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/[^\t\n\u{20}-\u{D7FF}\u{E000}-\u{FFFC}\u{10000}-\u{10FFFF}]/gu, "");
}

/** Of a word that the language has a meaning for, the zero-width space that the workbook needs is taken off. */
function emptied(value: unknown): unknown {
  if (value === undefined || value === "") return null;
  if (typeof value !== "string" || !value.endsWith("\u200B")) return value;
  return value.slice(0, -1) in Object.prototype ? value.slice(0, -1) : value;
}
