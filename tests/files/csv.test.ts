import { parse as csvParse } from "csv-parse/sync";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { guardedText, unguardedText } from "@/domain/shared/spreadsheetText";
import { csvBlocks, csvOf, csvStream, toCsv } from "@/files/tables/csv";
import { type FlatField, flatColumns, flatOf } from "@/files/tables/flat";
import { factTable } from "@/cards/evidence/factTable";
import { figuresOf } from "@/domain/figures/figures";
import { RECORD_FILES } from "@/files/package/recordFiles";
import type { Table, TableCell } from "@/cards/tables/table";
import { lines, seedRecord } from "../domain/seed";
import { anyTable, anyText, march2025, plainNumber } from "./tables";

/** What another parser has to find in the CSV of a table. */
function expected(table: Table): string[][] {
  const { columns, rows } = flatOf(table);
  const body = [...rows].map((row) =>
    row.map((field) => (field === null ? "" : "number" in field ? field.number : guardedText(field.text))),
  );
  return [columns.map(({ key }) => key), ...body];
}

/** The line below the heads. */
const csvLine = (fields: readonly FlatField[]): string =>
  [...csvOf(Array<string>(fields.length).fill("head"), [fields])].join("").replace(/^.*?\r\n/, "");

const papa = (csv: string) => Papa.parse<string[]>(csv, { delimiter: ",", newline: "\r\n", skipEmptyLines: false });

describe("CSV of a table", () => {
  it("is read back by another parser as exactly the fields that were written", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const csv = toCsv(table);
        const { data, errors } = papa(csv);
        expect(errors.filter(({ type }) => type !== "Delimiter")).toEqual([]);
        // Papa reads the end of the last line as one more, empty line.
        expect(data.slice(0, -1)).toEqual(expected(table));
        expect(csvParse(csv, { record_delimiter: "\r\n" })).toEqual(expected(table));
      }),
    );
  });

  it("gives periods and days as machines sort and join them, and no day where a source bears none", () => {
    const figures = figuresOf(seedRecord(), "2026-05-20");
    const dated = (isDated: boolean) =>
      [...figures.record.facts].find(({ metric, source }) => metric === "btc_held" && (source.publishedOn !== null) === isDated);
    const facts = [dated(true), dated(false)].filter((fact) => fact !== undefined);
    const [head = [], ...rows] = papa(toCsv(factTable(figures, facts, "Facts"))).data;
    const fields = facts.map((_, at) => ["period", "published_on"].map((key) => rows[at]?.[head.indexOf(key)]));
    expect(fields).toEqual(facts.map(({ period, source }) => [period, source.publishedOn ?? ""]));
    expect(facts).toHaveLength(2);
    expect(fields[0]?.[1]).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it("says in the notes why a figure is missing where the words are more exact than the reason", () => {
    const missing = (text: string): TableCell => ({ kind: "missing", reason: "notDisclosed", text });
    const cells = { change_pct: missing("nothing held before"), sold_btc: missing("not disclosed") };
    const table = {
      ...march2025(),
      columns: march2025()
        .columns.filter(({ kind }) => kind === "number")
        .slice(0, 2),
      rows: [],
    };
    const [one, other] = table.columns;
    if (!one || !other) throw new Error("the table has two columns of figures");
    const columns = [
      { ...one, key: "change_pct" },
      { ...other, key: "sold_btc" },
    ];
    const { data } = papa(toCsv({ ...table, columns, rows: [{ key: "riot", cells }] }));
    expect(data[1]).toEqual([
      "riot",
      "",
      "missing",
      "",
      "notDisclosed",
      "",
      "missing",
      "",
      "notDisclosed",
      "change_pct: nothing held before",
    ]);
  });

  it("writes a figure with its evidence, its sources and, where it is missing, why (March 2025)", () => {
    const csv = toCsv(march2025());
    const [head = [], ...rows] = papa(csv).data.slice(0, -1);
    const lines = rows.map((row) => Object.fromEntries(row.map((field, at) => [head[at] ?? "", field])));
    expect(head.slice(0, 10)).toEqual([
      "id",
      "company",
      "produced_btc",
      "produced_btc_evidence",
      "produced_btc_source",
      "produced_btc_missing",
      "sold_btc",
      "sold_btc_evidence",
      "sold_btc_source",
      "sold_btc_missing",
    ]);
    expect(lines.find((line) => line["id"] === "riot")).toMatchObject({
      company: "Riot",
      produced_btc: "533",
      produced_btc_evidence: "reported",
      produced_btc_missing: "",
      sold_btc: "0",
      held_btc: "19223",
      sell_through_pct: "0",
    });
    // A rise of holdings that nobody reported a purchase for does not overrule the word of a company that holds all.
    expect(lines.find((line) => line["id"] === "mara")).toMatchObject({
      produced_btc: "829",
      sold_btc: "0",
      sold_btc_evidence: "policy",
    });
    expect(lines.find((line) => line["id"] === "hive")).toMatchObject({
      sold_btc: "",
      sold_btc_evidence: "missing",
      sold_btc_missing: "doesNotReconcile",
    });
    const missing = lines.filter((line) => line["sold_btc_missing"] !== "");
    expect(missing.length).toBeGreaterThan(0);
    for (const line of missing) expect(line).toMatchObject({ sold_btc: "", sold_btc_evidence: "missing", sold_btc_source: "" });
    for (const line of lines.filter((l) => l["produced_btc_evidence"] === "reported"))
      expect(line["produced_btc_source"]).toMatch(/^https?:\/\/\S+( https?:\/\/\S+)*$/);
  });

  it("ends every line with CRLF and has as many fields in each as the head", () => {
    const csv = toCsv(march2025());
    expect(csv.endsWith("\r\n")).toBe(true);
    expect(csv.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
    const rows = papa(csv).data.slice(0, -1);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([flatColumns(march2025().columns).length]));
  });

  it("refuses a table whose columns would collide", () => {
    const table = march2025();
    const twice = [...table.columns, { ...table.columns[1], key: "id" } as (typeof table.columns)[number]];
    expect(() => flatColumns(twice)).toThrow('two columns would be named "id"');
  });
});

describe("formulas and numbers", () => {
  it("text never starts as a formula, and numbers are written as they are, negative ones too", () => {
    fc.assert(
      fc.property(anyText, plainNumber, (text, number) => {
        const row = papa(csvLine([{ text }, { number }])).data[0] ?? [];
        expect(row[0]).not.toMatch(/^[=+\-@\t\r\n]/);
        expect(row[1]).toBe(number);
      }),
    );
    expect(csvLine([{ text: "=HYPERLINK(1)" }, { number: "-12.5" }])).toBe("'=HYPERLINK(1),-12.5\r\n");
  });

  it("guarding loses nothing: reading a guarded text gives the text", () => {
    fc.assert(fc.property(anyText, (text) => unguardedText(guardedText(text)) === text));
    fc.assert(fc.property(fc.stringMatching(/^'{0,4}[=+@-]?[x']{0,3}$/), (text) => unguardedText(guardedText(text)) === text));
  });

  it("a quotation keeps its first mark in every file, as it stands in the record's own", () => {
    for (const quoted of ["'-' in the table", "'+5%' says the release", "'='"])
      expect([guardedText(quoted), unguardedText(quoted)]).toEqual([quoted, quoted]);
    for (const [text, guarded] of [
      ["-' in the table", "''-' in the table"],
      ["-it's", "'-it's"],
      ["''-' twice", "'''-' twice"],
    ] as const)
      expect([guardedText(text), unguardedText(guarded)]).toEqual([guarded, text]);
  });

  it("reading the committed record drops no mark at the beginning of a text", () => {
    for (const resource of RECORD_FILES) {
      const { name, fields } = resource;
      const heads = fields.map((field) => field.name);
      const there = new Set(papa([...csvOf(heads, resource.rows(seedRecord()))].join("")).data.flat());
      const texts = lines(`${name}.csv`).flatMap((line) => Object.values(line));
      expect(texts.filter((text) => /^['"]/.test(text) && !there.has(text))).toEqual([]);
    }
  });

  it("refuses a number that is none", () => {
    expect(() => csvLine([{ number: "1,234" }])).toThrow("no plain decimal");
  });

  it("a line of one empty field is still a line", () => {
    expect(papa(csvLine([{ text: "x" }]) + csvLine([null]) + csvLine([{ text: "y" }])).data).toEqual([["x"], [""], ["y"], [""]]);
  });
});

describe("CSV as a stream", () => {
  it("gives the same bytes as the whole text", async () => {
    await fc.assert(
      fc.asyncProperty(anyTable, async (table) => {
        expect(await new Response(csvStream(csvBlocks(table))).text()).toBe(toCsv(table));
      }),
      { numRuns: 30 },
    );
  });

  it("asks for no more lines than the reader reads", async () => {
    let made = 0;
    function* endless() {
      for (;;) {
        made++;
        yield [{ number: String(made) }, { text: "x".repeat(90) }];
      }
    }
    const reader = csvStream(csvOf(["n", "x"], endless())).getReader();
    for (let i = 0; i < 10; i++) await reader.read();
    await reader.cancel();
    expect(made).toBeLessThan(12 * 200);
  });

  it("stops the source of the lines when the reader goes away", async () => {
    let stopped = false;
    function* lines() {
      try {
        for (let i = 0; ; i++) yield csvLine([{ number: String(i) }]);
      } finally {
        stopped = true;
      }
    }
    const reader = csvStream(lines()).getReader();
    const { value } = await reader.read();
    expect(new TextDecoder().decode(value).startsWith("0\r\n1\r\n2\r\n")).toBe(true);
    await reader.cancel();
    expect(stopped).toBe(true);
  });
});
