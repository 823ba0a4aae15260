/** Cells of a table's rows are made when they are read, each once, and can be compared like any others. */
import { expect, test } from "vitest";
import { type CardColumn, fillPattern, makeTable } from "@/cards/card";
import { CARDS, tableById } from "@/cards/registry";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { changeTogetherCard, treasuryCard } from "@/cards/months/heldTogether";
import { pooledCard } from "@/cards/months/headline";
import { periodsCard } from "@/cards/months/pooled";
import { keptSources } from "@/domain/figures/rowSources";
import { textColumn } from "@/cards/words/columns";
import { reworded } from "@/cards/words/sourcedCell";
import { tableSources } from "@/files/tables/tableSources";
import { SOURCE_KIND_LABEL } from "@/domain/facts/fact";
import { figuresOf } from "@/domain/figures/figures";
import { seedRecord } from "../domain/seed";
import { present } from "./present";

/** A table of two rows, and what was made of it so far. */
function counted(words: (entry: string) => string = (entry) => entry) {
  const made: string[] = [];
  const column = (key: string): CardColumn<string, undefined> => ({
    ...textColumn(key, key, key),
    cell: (entry, _, href) => {
      made.push(`${entry} ${key}`);
      return { kind: "text", text: words(entry), ...(href !== undefined && { href }) };
    },
  });
  const columns = [column("a"), column("b")];
  const row = (entry: string) => ({ key: entry, href: `/${entry}` });
  return { made, table: makeTable(undefined, { id: "t", title: "T", entries: ["x", "y"], row, columns }) };
}

test("a cell is made when it is read, with where its row leads, and once", () => {
  const { made, table } = counted();
  expect(made).toEqual([]);
  expect(table.rows.map(({ cells }) => cells["b"])).toEqual([
    { kind: "text", text: "x", href: "/x" },
    { kind: "text", text: "y", href: "/y" },
  ]);
  expect(table.rows[0]?.cells["b"]).toBe(table.rows[0]?.cells["b"]);
  expect(made).toEqual(["x b", "y b"]);
  expect(table.rows[0]?.cells["c"]).toBeUndefined();
});

test("rows with the same cells are equal, rows with others are not", () => {
  const [row, same, other] = [counted(), counted(), counted((entry) => `${entry}!`)].map(({ table }) => table.rows);
  expect(row).toEqual(same);
  expect(row).not.toEqual(other);
});

test.each([pooledCard, periodsCard, treasuryCard, changeTogetherCard])(
  "the sources of $id are those that its figures name, in the same order, in whatever way they are gathered",
  (card) => {
    const figures = figuresOf(seedRecord(), "2026-09-01");
    for (const basis of ["gross", "net"] as const) {
      const table = card.table({ figures, selection: { ...DEFAULT_SELECTION, basis } });
      expect(keptSources(table.rows)?.length).toBeGreaterThan(10);
      expect(tableSources(table)).toEqual(tableSources({ ...table, rows: [...table.rows] }));
    }
  },
);

test("every figure of every card stands in a column of numbers and tells its sources, and that one is second-hand, however its cell was made", () => {
  const figures = figuresOf(seedRecord(), "2026-09-01");
  const subjects = figures.record.companies.map(({ id: company }) => ({ company, period: "2025-03" }));
  for (const { id } of CARDS)
    for (const subject of id.includes(":company") ? subjects : subjects.slice(0, 1)) {
      const { rows, columns } = present(tableById({ figures, selection: DEFAULT_SELECTION, latest: figures }, fillPattern(id, subject)));
      for (const { key, kind } of columns)
        for (const { cells } of rows) {
          const cell = cells[key];
          if (cell?.kind !== "value") continue;
          expect([id, key, kind, Array.isArray(cell.sources)]).toEqual([id, key, "number", true]);
          if (cell.sources.some((source) => source.kind === SOURCE_KIND_LABEL.aggregator))
            expect(`${id} ${key} ${cell.secondHand ? "is" : "is not"} marked`).toBe(`${id} ${key} is marked`);
        }
    }
});

test("a figure in other words keeps its sources and says as before whether one of them is second-hand", () => {
  const figures = figuresOf(seedRecord(), "2026-09-01");
  const cells = figures.record.companies
    .flatMap((company) => CARDS.filter(({ id }) => id === "history-:company").map(({ id }) => fillPattern(id, { company: company.id })))
    .flatMap((id) => present(tableById({ figures, selection: DEFAULT_SELECTION }, id)).rows.map((row) => row.cells["produced_btc"]))
    .filter((cell) => cell?.kind === "value");
  expect(new Set(cells.map(({ secondHand }) => secondHand))).toEqual(new Set([true, undefined]));
  for (const cell of cells) {
    const { sources, secondHand, evidence, note } = reworded(cell, { note: "In other words." });
    expect({ sources, secondHand, evidence, note }).toEqual({
      sources: cell.sources,
      secondHand: cell.secondHand,
      evidence: cell.evidence,
      note: "In other words.",
    });
  }
});
