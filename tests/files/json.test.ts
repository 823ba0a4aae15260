import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toJson, tableJson } from "@/files/tables/json";
import type { TableJson } from "@/files/tables/jsonSchema";
import { anyTable, march2025, VERSION } from "./tables";

describe("JSON of a table", () => {
  it("holds every figure as a number and as an exact decimal, with evidence and sources (March 2025)", () => {
    const json = tableJson(march2025(), VERSION, "https://example.org");
    const riot = json.rows.find(({ id }) => id === "riot");
    expect(json).toMatchObject({ id: "miners-2025-03", version: { id: VERSION.id, date: "2026-05-05", changed_on: "2026-05-07" } });
    expect(riot?.cells["produced_btc"]).toMatchObject({ value: 533, exact: "533", text: "533", evidence: "reported" });
    expect(riot?.cells["sold_btc"]).toMatchObject({ value: 0, exact: "0", evidence: "reported" });
    expect(riot?.href).toMatch(/^https:\/\/example\.org\/companies\/riot/);
    const held = riot?.cells["held_btc"];
    expect(held && "sources" in held ? held.sources[0]?.address : undefined).toMatch(/^https?:/);
  });

  it("says why a figure is missing and gives no number for it (HIVE's sales of March 2025)", () => {
    const hive = tableJson(march2025(), VERSION).rows.find(({ id }) => id === "hive");
    expect(hive?.cells["sold_btc"]).toMatchObject({
      value: null,
      evidence: "missing",
      missing: "doesNotReconcile",
      text: "does not reconcile",
    });
  });

  it("is the same text for the same table, whatever order its cells were made in", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const turned = {
          ...table,
          rows: table.rows.map((row) => ({ ...row, cells: Object.fromEntries(Object.entries(row.cells).reverse()) })),
        };
        expect(toJson(turned, VERSION)).toBe(toJson(table, VERSION));
      }),
    );
  });

  it("reads back as what was written, cell by cell", () => {
    fc.assert(
      fc.property(anyTable, (table) => {
        const read = JSON.parse(toJson(table, VERSION)) as TableJson;
        expect(read.rows.map(({ id }) => id)).toEqual(table.rows.map(({ key }) => key));
        table.rows.forEach((row, at) => {
          for (const [key, cell] of Object.entries(row.cells)) {
            const found = read.rows[at]?.cells[key];
            if (cell.kind === "value")
              expect(found).toMatchObject({ exact: cell.plain, value: Number(cell.plain), evidence: cell.evidence });
            else if (cell.kind === "missing") expect(found).toMatchObject({ value: null, missing: cell.reason });
            else expect(found).toMatchObject({ text: cell.text });
          }
        });
      }),
    );
  });
});
