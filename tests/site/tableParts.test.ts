/** A long table in parts: nothing lost, nothing twice, in order; a short one whole. */
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Table } from "@/cards/tables/table";
import { tableParts } from "@/site/tableMarkup";

const table = (rows: number, letters: number): Table => ({
  id: "t",
  title: "Words",
  columns: [{ key: "word", label: "Word", kind: "text", unit: "", description: "A word." }],
  rows: Array.from({ length: rows }, (_, n) => ({ key: String(n), cells: { word: { kind: "text", text: "x".repeat(letters) } } })),
});

test("its parts together are its rows, none of them empty", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 300 }), (rows, letters) => {
      const whole = table(rows, letters);
      const parts = tableParts(whole, {});
      expect(parts.flatMap((part) => part.rows)).toEqual(whole.rows);
      expect(parts.length === 1 || parts.every((part) => part.rows.length > 0)).toBe(true);
    }),
    { numRuns: 30 },
  );
});

test("one that is light is not parted, one of a thousand long rows is", () => {
  expect(tableParts(table(20, 50), {})).toHaveLength(1);
  expect(tableParts(table(1_000, 300), {}).length).toBeGreaterThan(3);
});
