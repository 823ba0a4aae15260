/** The table for programs that do not read plain CSV: the same values, told apart by other signs, never grouped. */
import Papa from "papaparse";
import { expect, test } from "vitest";
import { SEMICOLONS, toCsv, toTsv } from "@/files/tables/csv";
import type { Table } from "@/cards/tables/table";

const SAMPLE: Table = {
  id: "sample",
  title: "Sample",
  columns: [
    { key: "company", label: "Company", kind: "text", unit: "", description: "Name." },
    { key: "held_btc", label: "Held", kind: "number", unit: "BTC", description: "Held." },
  ],
  rows: [
    row("mara", "MARA; Inc, a\tb", "48237", "48,237"),
    row("riot", "=cmd()", "853.7", "853.7"),
    {
      key: "hive",
      cells: { company: { kind: "text", text: "HIVE" }, held_btc: { kind: "missing", reason: "notDisclosed", text: "not disclosed" } },
    },
  ],
};

function row(key: string, text: string, plain: string, shown: string): Table["rows"][number] {
  const held = { kind: "value", plain, text: shown, evidence: "reported", sources: [], note: "a footnote" } as const;
  return { key, cells: { company: { kind: "text", text }, held_btc: held } };
}

test("semicolon CSV holds the fields of the plain one, numbers with decimal commas", () => {
  const plain = Papa.parse<string[]>(toCsv(SAMPLE), { skipEmptyLines: true }).data;
  const local = Papa.parse<string[]>(toCsv(SAMPLE, SEMICOLONS), { delimiter: ";", skipEmptyLines: true }).data;
  const back = local.map((line) => line.map((field) => (/^-?\d+,\d+$/.test(field) ? field.replace(",", ".") : field)));
  expect(back).toEqual(plain);
  expect(toCsv(SAMPLE, SEMICOLONS)).toContain(";853,7;");
});

test("a pasted count is its plain number", () => {
  const counted = {
    key: "all",
    cells: { company: { kind: "text", text: "All" }, held_btc: { kind: "count", plain: "1140", text: "1,140" } },
  } as const;
  expect(toTsv({ ...SAMPLE, rows: [counted] }, ".")).toBe("Company\tHeld, BTC\r\nAll\t1140\r\n");
});

test("a pasted table has exact ungrouped values in the reader's own decimal sign, and no footnotes", () => {
  expect(toTsv(SAMPLE, ",")).toBe("Company\tHeld, BTC\r\nMARA; Inc, a b\t48237\r\n'=cmd()\t853,7\r\nHIVE\t\r\n");
  expect(toTsv(SAMPLE, ".")).toContain("\t853.7\r\n");
});
