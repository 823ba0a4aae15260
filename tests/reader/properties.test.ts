import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Candidate, readRelease, type ReleaseReading } from "@/reader/readRelease";
import { COMPANIES, RECORD, samplesIn } from "./samples";

const samples = [...samplesIn("published"), ...samplesIn("made")];
const readText = (text: string): ReleaseReading => readRelease(text, { companies: COMPANIES, record: RECORD });
const cases = samples.map(({ name, text }) => ({ name, text, reading: readText(text) }));
const FILINGS = join(import.meta.dirname, "samples/filings");
const keyOf = (candidate: Candidate): string => [candidate.metric, candidate.period, candidate.amount].join(" ");

describe("reading any text", () => {
  it("never throws on text of any kind", () => {
    const words = fc.constantFrom(
      "BTC",
      "bitcoin",
      "mined",
      "sold",
      "May 2024",
      "1,234",
      "19,2113",
      "-",
      "|",
      "\n",
      "\t",
      "<td>",
      "</tr>",
      "(",
      "$1.2M",
      "EH/s",
      "(NASDAQ: RIOT)",
      '{"',
      "\\n",
      "%",
      "Q3",
    );
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.array(words, { maxLength: 120 }).map((parts) => parts.join(" ")),
      fc.array(words, { maxLength: 120 }).map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(Array.isArray(readText(any).candidates)).toBe(true);
      }),
      { numRuns: 80 },
    );
  });

  it("never throws on damaged releases, and what it gives stands in the text", () => {
    const damaged = fc
      .record({ which: fc.nat(cases.length - 1), from: fc.nat(1200), length: fc.nat(200), put: fc.string({ maxLength: 12 }) })
      .map(({ which, from, length, put }) => {
        const text = cases[which]?.text ?? "";
        return text.slice(0, from) + put + text.slice(from + length);
      });
    fc.assert(
      fc.property(damaged, (text) => {
        const { candidates, document } = readText(text);
        for (const candidate of candidates) expect(document.text.slice(candidate.start, candidate.end)).toBe(candidate.span);
      }),
      { numRuns: 80 },
    );
  });

  it("reads a deep and a long page without running out of anything", () => {
    expect(readText("<div>".repeat(20_000) + "x" + "</div>".repeat(20_000)).candidates).toEqual([]);
    expect(readText("a ".repeat(200_000)).candidates).toEqual([]);
    expect(readText("|".repeat(50_000)).candidates).toEqual([]);
    expect(readText("\n".repeat(50_000)).candidates).toEqual([]);
    expect(readText("1".repeat(100_000)).candidates).toEqual([]);
  });

  it("reads a filing of 1.5 MB and finds what it holds", () => {
    const text = readFileSync(join(FILINGS, "bit-digital-10q-2025-06-30.html"), "utf8");
    const { company, candidates } = readText(text);
    expect(company).toBe("bit-digital");
    expect(candidates.length).toBeGreaterThan(0);
  });
});

describe("a candidate", () => {
  it.each(cases.map((one) => [one.name, one] as const))("shows the words it was read from, as they stand in %s", (_, { text, reading }) => {
    for (const candidate of reading.candidates) {
      expect(reading.document.text.slice(candidate.start, candidate.end)).toBe(candidate.span);
      const plain = (words: string): string => words.replace(/\s/g, " ");
      expect(plain(candidate.span)).toContain(plain(candidate.written).replace(/^[~≈]/, "").slice(0, 3));
      if (reading.document.text === text) expect(text).toContain(candidate.span);
    }
  });

  it("goes when its number goes", () => {
    for (const { text, reading } of cases) {
      for (const candidate of reading.candidates.filter(({ confidence, amount }) => confidence === "high" && amount !== 0).slice(0, 2)) {
        const digits = /\d[\d.,]*\d|\d/.exec(candidate.written)?.[0] ?? "";
        // Some pages write its signs as entities.
        if (!text.includes(digits)) continue;
        const spellings = [digits, candidate.plain, candidate.value.toLocaleString("en-US")];
        const without = spellings.reduce((rest, spelling) => rest.replaceAll(spelling, ""), text);
        expect(readText(without).candidates.map(keyOf)).not.toContain(keyOf(candidate));
      }
    }
  });

  it("carries its exact amount beside its plain number", () => {
    const riot = cases.find((one) => one.name === "published/riot-2025-04");
    const held = riot?.reading.candidates.find(({ metric, period }) => metric === "btc_held" && period === "2025-04");
    expect(held).toMatchObject({
      amount: 1_921_100_000_000,
      plain: "19211",
      value: 19211,
      written: "19,211",
      unit: "BTC",
      confidence: "high",
    });
  });
});

describe("the columns of a table", () => {
  const months = ["January 2024", "December 2023", "January 2023", "November 2023"] as const;
  const column = fc.record({
    mined: fc.integer({ min: 100, max: 999 }),
    sold: fc.integer({ min: 100, max: 999 }),
    held: fc.integer({ min: 1000, max: 99_999 }),
  });
  const table = fc.record({
    columns: fc.tuple(column, column, column, column),
    order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
  });
  const comma = (value: number): string => value.toLocaleString("en-US");
  const opening =
    "Riot: January 2024\n\nCASTLE ROCK, Colo., Feb. 5, 2024 /PRNewswire/ -- Riot Platforms, Inc. (NASDAQ: RIOT) gives unaudited figures for January 2024.\n\n";
  type Grid = readonly (readonly string[])[];
  const layouts: Readonly<Record<string, (grid: Grid) => string>> = {
    "between bars": (grid) => grid.map((row) => row.join(" | ")).join("\n"),
    "between tabs": (grid) => grid.map((row) => row.join("\t")).join("\n"),
    "one cell a line": (grid) => grid.flat().join("\n"),
    "one row a line": (grid) => grid.map((row) => row.join(" ")).join("\n"),
    "in HTML": (grid) =>
      `<p></p><table>${grid.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`,
    "turned on its side": (grid) => (grid[0] ?? []).map((_, i) => grid.map((row) => row[i] ?? "").join(" | ")).join("\n"),
  };

  it.each(Object.entries(layouts))("give the same figures in any order, %s", (_, layout) => {
    fc.assert(
      fc.property(table, ({ columns, order }) => {
        const at = (i: number): (typeof columns)[number] => columns[i] ?? columns[0];
        const read = (by: readonly number[]): string[] => {
          const grid = [
            ["Metric", ...by.map((i) => months[i] ?? "")],
            ["Bitcoin produced", ...by.map((i) => comma(at(i).mined))],
            ["Bitcoin sold", ...by.map((i) => comma(at(i).sold))],
            ["Bitcoin held", ...by.map((i) => comma(at(i).held))],
          ];
          return readText(opening + layout(grid))
            .candidates.map(keyOf)
            .sort();
        };
        const straight = read([0, 1, 2, 3]);
        expect(straight).toHaveLength(12);
        expect(read(order)).toEqual(straight);
      }),
      { numRuns: 15 },
    );
  });
});
