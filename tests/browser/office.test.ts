/** The workbooks that the site hands out, opened by LibreOffice: every figure arrives as a number, every word as a word. */
import { execFile } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { unguardedText } from "@/domain/shared/spreadsheetText";
import { linesOf } from "./taken";

const site = inject("site");
const run = promisify(execFile);
const folder = mkdtempSync(join(tmpdir(), "sellthrough-office-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** Comma, double quotes, UTF-8, from the first line, texts quoted and numbers not, all sheets. */
const CSV_FILTER = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,false,false,false,-1";

/** A card of March 2025, a company's whole record, the record of all companies, and one with dollars. */
const TABLES = [
  ["miners-2025-03", ""],
  ["facts-riot", ""],
  ["map", "?panel=all"],
  ["held-together", ""],
] as const;

interface OfficeCell {
  readonly text: string;
  readonly isText: boolean;
}

interface Sheets {
  readonly Figures: OfficeCell[][];
  readonly "Sources and definitions": OfficeCell[][];
}

/** The sheets of a card's workbook, as LibreOffice wrote them: what is in quotes is text, what is not is a number. */
const sheetsOf = (id: string): Sheets => {
  const sheet = (of: string) => cellsIn(readFileSync(join(folder, `${id}-${of}.csv`), "utf8"));
  return { Figures: sheet("Figures"), "Sources and definitions": sheet("Sources and definitions") };
};

// All at once: most of the time LibreOffice takes is its start.
beforeAll(async () => {
  const files = await Promise.all(
    TABLES.map(async ([id, query]) => {
      const workbook = await fetch(`${site}/tables/${id}.xlsx${query}`);
      const file = join(folder, `${id}.xlsx`);
      writeFileSync(file, Buffer.from(await workbook.arrayBuffer()));
      return file;
    }),
  );
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  const options = { env: { ...process.env, LC_ALL: "C.UTF-8" }, timeout: 200_000 };
  await run("soffice", [profile, "--headless", "--convert-to", CSV_FILTER, "--outdir", folder, ...files], options);
});

function cellsIn(csv: string): OfficeCell[][] {
  const rows: OfficeCell[][] = [[]];
  for (const [, quoted, plain = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push({ text: quoted?.replaceAll('""', '"') ?? plain, isText: quoted !== undefined });
    if (end !== ",") rows.push([]);
  }
  return rows.filter((row) => row.length > 1 || (row[0]?.text !== undefined && row[0].text !== ""));
}

describe.each(TABLES)("%s%s", (id, query) => {
  it("opens with every cell of the CSV: figures as the same numbers, words as the same words", async () => {
    const { head, lines } = linesOf(Buffer.from(await (await fetch(`${site}/tables/${id}.csv${query}`)).arrayBuffer()));
    const [first = [], ...rows] = sheetsOf(id).Figures;
    expect(first.map(({ text }) => text)).toEqual(head);
    expect(rows).toHaveLength(lines.length);
    let figures = 0;
    for (const [at, line] of lines.entries()) {
      for (const [column, key] of head.entries()) {
        const cell = rows[at]?.[column] ?? { text: "", isText: false };
        const field = line[key] ?? "";
        // A count is a number too, though nobody states it: it has no evidence.
        const isFigure = head.includes(`${key}_evidence`) && field !== "";
        const where = `row ${at}, ${key}`;
        if (isFigure) {
          figures++;
          expect([where, cell.isText, Number(cell.text)]).toEqual([where, false, Number(field)]);
        } else expect([where, cell.isText, cell.text]).toEqual([where, field !== "", unguardedText(field)]);
      }
    }
    expect(figures).toBeGreaterThan(20);
  });

  it("explains every column on its second sheet and leads back to its page", async () => {
    const { Figures, "Sources and definitions": rows } = sheetsOf(id);
    const named = rows.map(([cell]) => cell?.text);
    for (const { text } of Figures[0] ?? []) expect(named).toContain(text);
    const address = rows.find(([cell]) => cell?.text === "Page")?.[1]?.text ?? "";
    const page = await fetch(address.replace(/^https?:\/\/[^/]+/, site));
    expect([address, page.status]).toEqual([address, 200]);
    const anchor = `id="${decodeURIComponent(new URL(address).hash.slice(1))}"`;
    expect([address, (await page.text()).includes(anchor)]).toEqual([address, true]);
  });
});
