/** The table behind any card: whatever is selected, page, JSON and CSV hold the same, and a file says what it is. */
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readRequest } from "@/app/request";
import { GET } from "@/app/tables/[file]/route";
import { describedDataset } from "@/app/DatasetDescription";
import { parsePeriod } from "@/domain/values/period";
import { unguardedText } from "@/domain/shared/spreadsheetText";
import type { TableJson } from "@/files/tables/jsonSchema";
import { fillPattern } from "@/cards/card";
import { CARDS, tableById } from "@/cards/registry";
import { DEFAULT_SELECTION, PANELS, queryOf, type Selection } from "@/cards/selection/selection";
import type { Table } from "@/cards/tables/table";
import { rounds } from "../rounds";
import { fileAsker, openWorld, SITE, type World } from "./world";

const get = fileAsker(GET);

let world: World;
let version = "";
beforeAll(async () => {
  world = await openWorld();
  ({ version } = world);
}, 120_000);
afterAll(() => world.close());

/** What the page says of a number, its sources among it, line by line. */
function said(table: Table): string[] {
  return table.rows.flatMap((row) =>
    table.columns.map(({ key, kind }) => {
      const cell = row.cells[key];
      const where = `${row.key} ${key}`;
      if (cell?.kind === "count") return `${where} ${cell.plain}`;
      if (cell?.kind === "value")
        return `${where} ${cell.plain} ${cell.evidence}${cell.secondHand ? " second-hand" : ""} ${[...new Set(cell.sources.map((s) => s.address))].join(" ")}`;
      if (cell?.kind === "missing") return `${where} missing ${kind === "number" ? cell.reason : cell.text}`;
      return `${where} ${(cell?.kind === "text" ? cell.plain : undefined) ?? cell?.text ?? ""}`;
    }),
  );
}

function saidByJson({ columns, rows }: TableJson): string[] {
  return rows.flatMap((row) =>
    columns.map(({ key, kind }) => {
      const cell = row.cells[key];
      const where = `${row.id} ${key}`;
      if (cell && "exact" in cell) {
        expect(cell.value).toBe(Number(cell.exact));
        if (!("evidence" in cell)) return `${where} ${cell.exact}`;
        const evidence = cell.second_hand ? `${cell.evidence} second-hand` : cell.evidence;
        return `${where} ${cell.exact} ${evidence} ${[...new Set(cell.sources.map((s) => s.address))].join(" ")}`;
      }
      if (cell && "missing" in cell) return `${where} missing ${kind === "number" ? cell.missing : cell.text}`;
      return `${where} ${(cell && "plain" in cell ? cell.plain : undefined) ?? cell?.text ?? ""}`;
    }),
  );
}

function saidByCsv(csv: string, { columns }: Table): string[] {
  const lines: Record<string, string>[] = parse(csv, { columns: true, record_delimiter: "\r\n" });
  return lines.flatMap((line) =>
    columns.map(({ key, kind }) => {
      const field = (name: string) => unguardedText(line[name] ?? "");
      const where = `${field("id")} ${key}`;
      const evidence = kind === "number" ? field(`${key}_evidence`) : "";
      if (evidence === "missing") return `${where} missing ${field(`${key}_missing`)}`;
      if (evidence !== "") return `${where} ${field(key)} ${evidence} ${field(`${key}_source`)}`;
      return `${where} ${field(key)}`;
    }),
  );
}

const months = fc
  .integer({ min: 0, max: 59 })
  .map((n) => parsePeriod(`${2021 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`) ?? null);
const companies = ["bitfarms", "cleanspark", "hive", "hut8", "mara", "riot"];

const selections = fc.record({
  panel: fc.constantFrom(...PANELS),
  companies: fc.oneof({ weight: 2, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: fc.subarray(companies) }),
  per: fc.constantFrom("month", "quarter", "year"),
  from: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: months }),
  to: fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: months }),
  basis: fc.constantFrom("gross", "net"),
  evidence: fc.constantFrom("best", "reported"),
  asOf: fc.constantFrom(null, null, null, "2025-05-05", "2024-12-31"),
});

const ids = fc.oneof(
  fc.constantFrom("periods", "pooled-sell-through", "held-together", "published"),
  fc
    .tuple(fc.constantFrom("miners", "holders-and-sellers", "sold"), fc.constantFrom("2025-03", "2024-11", "2025-Q1", "2024"))
    .map((parts) => parts.join("-")),
  fc.tuple(fc.constantFrom("history", "holdings", "ledger"), fc.constantFrom(...companies)).map((parts) => parts.join("-")),
);

const SELECTIONS = rounds(80);

test(`${SELECTIONS} selections at random: page, JSON and CSV agree in every figure, reason and source`, { timeout: 300_000 }, async () => {
  let figuresSeen = 0;
  await fc.assert(
    fc.asyncProperty(selections, ids, async (picked, id) => {
      const address = queryOf({ ...DEFAULT_SELECTION, ...picked } as unknown as Selection);
      // The page reads its address as the file's route does; what it draws is the question's table.
      const params = Object.fromEntries(new URLSearchParams(address));
      const { figures, selection, problems, years } = await readRequest(params);
      expect(problems).toEqual([]);
      const table = tableById({ figures, selection, years }, id);
      if (!table) throw new Error(`no table ${id}`);
      const page = said(table);
      const json = (await (await get(`/tables/${id}.json${address}`)).json()) as TableJson;
      const csv = await (await get(`/tables/${id}.csv${address}`)).text();
      figuresSeen += page.length;
      expect(saidByJson(json)).toEqual(page);
      expect(saidByCsv(csv, table)).toEqual(page);
    }),
    { numRuns: SELECTIONS },
  );
  expect(figuresSeen).toBeGreaterThan(50 * SELECTIONS);
});

describe("every card of the register", () => {
  const ids = CARDS.map(({ id }) => fillPattern(id, { period: "2025-03", company: "riot" }));
  test.each(ids)("%s can be taken away as CSV, JSON and XLSX", { timeout: 60_000 }, async (id) => {
    const [csv, json, xlsx] = await Promise.all(["csv", "json", "xlsx"].map((form) => get(`/tables/${id}.${form}`)));
    const lines: string[][] = parse((await csv?.text()) ?? "", { record_delimiter: "\r\n" });
    const table = (await json?.json()) as TableJson | undefined;
    expect(lines.length - 1).toBe(table?.rows.length);
    expect(Object.keys(unzipSync(new Uint8Array((await xlsx?.arrayBuffer()) ?? new ArrayBuffer())))).toContain("xl/workbook.xml");
  });
});

describe("a file", () => {
  test.each([
    ["/tables/miners-2025-03.csv", "sellthrough_miners-2025-03_nasdaq_vVERSION.csv"],
    ["/tables/miners-2025-03.csv?evidence=firsthand", "sellthrough_miners-2025-03_nasdaq_first-hand_vVERSION.csv"],
    ["/tables/miners-2025-Q1.xlsx?c=riot,mara&basis=net", "sellthrough_miners-2025-q1_mara-riot_net_vVERSION.xlsx"],
    [
      "/tables/pooled-sell-through.json?from=2025-01&to=2025-03&asof=2025-05-31",
      "sellthrough_pooled-sell-through_2025-01-to-2025-03_nasdaq_as-of-2025-05-31_vVERSION.json",
    ],
  ])("%s is named after subject, range, companies and version", async (path, name) => {
    const { headers } = await get(path);
    expect(headers.get("content-disposition")).toBe(`attachment; filename="${name.replace("VERSION", version)}"`);
  });

  test.each([
    ["/tables/minors-2025-03.csv", 404, "miners"],
    ["/tables/miners-2025-03.pdf", 404, ".xlsx"],
    ["/tables/miners-2025-03.csv?panel=every", 400, "largest15"],
    ["/tables/history-enron.csv", 404, "history"],
  ])("%s is refused in words", async (path, status, word) => {
    const response = await get(path);
    expect([response.status, response.headers.get("content-type")]).toEqual([status, "application/problem+json; charset=utf-8"]);
    expect(((await response.json()) as { detail: string }).detail).toContain(word);
  });
});

test("a parameter that is none of ours changes nothing", async () => {
  const plain = await (await get("/tables/miners-2025-03.csv")).text();
  expect(await (await get("/tables/miners-2025-03.csv?utm_source=paper&fbclid=1")).text()).toBe(plain);
});

test("the page about the data describes the record for search engines, with every file", async () => {
  const { figures } = await readRequest({});
  expect(describedDataset(figures)).toMatchObject({
    "@type": "Dataset",
    version,
    distribution: expect.arrayContaining([expect.objectContaining({ contentUrl: `${SITE}/data/sellthrough.zip` })]) as unknown,
  });
});
