/** The record as files again: the same bytes when nothing changed, and else no more than what changed. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { recordCommand } from "@/cli/recordCommand";
import { companyId } from "@/domain/facts/company";
import { period } from "@/domain/values/period";
import { dataFolder } from "@/files/package/dataFolder";
import type { Store } from "@/record/store/database/client";
import { addFigure } from "@/record/store/review/deskEntry";
import { loadRecord } from "@/record/store/states/loadRecord";
import { committed, filledStore } from "../stores";
import { testFolder } from "../testFolder";

const folder = testFolder();
const url = `file:${join(folder, "store.db")}`;
const textsIn = (dir: string) => Object.fromEntries(readdirSync(dir).map((name) => [name, readFileSync(join(dir, name), "utf8")]));
const out = join(folder, "out");
let store: Store;

beforeAll(async () => {
  vi.stubEnv("DATABASE_URL", url);
  store = await filledStore(url);
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await store.close();
  vi.unstubAllEnvs();
});

describe("record export", () => {
  test("gives the committed files byte for byte", async () => {
    vi.spyOn(console, "log").mockImplementation(() => undefined);
    expect(await recordCommand(["export", out])).toBe(0);
    const same = Object.fromEntries([...committed()].map(([name, bytes]) => [name, Buffer.from(bytes).toString("utf8")]));
    expect(textsIn(out)).toEqual(same);
  });

  test("what was approved is one line more, at its place, with its quotes; imported again it is nothing new", async () => {
    const said = vi.spyOn(console, "log").mockImplementation(() => undefined);
    await addFigure(
      store,
      {
        ...{ company: companyId("riot"), metric: "btc_produced", period: period("2026-10"), value: 40_000_000_000, written: "400.0" },
        ...{ line: 1, note: 'read as "400.0", twice' },
        source: {
          ...{ address: "https://www.riotplatforms.com/october", kind: "company_release", publisher: "riotplatforms.com" },
          ...{ publishedOn: "2026-11-04", retrievedOn: null },
        },
      },
      { by: "ann", at: "2026-11-05T00:00:00.000Z" },
    );
    const earlier = textsIn(out);
    expect(await recordCommand(["export", out])).toBe(0);
    expect(said.mock.calls.flat()).toEqual([`1 file of ${out} written.`]);
    const lines = (text = "") => text.split("\n");
    const [was, now] = [lines(earlier["facts.csv"]), lines(textsIn(out)["facts.csv"])];
    const fresh = now.filter((line) => !was.includes(line));
    expect(fresh).toEqual([
      'riot,2026-10,btc_produced,400.0,company_release,2026-11-04,https://www.riotplatforms.com/october,"read as ""400.0"", twice"',
    ]);
    expect(now.toSpliced(now.indexOf(fresh[0] ?? ""), 1)).toEqual(was);
    expect(now[now.indexOf(fresh[0] ?? "") - 1]).toMatch(/^riot,2026/);
    expect(await recordCommand(["import", out])).toBe(0);
    expect(said.mock.calls.flat().at(-1)).toContain("Nothing new");
  });

  test("an empty store empties no folder", async () => {
    vi.stubEnv("DATABASE_URL", `file:${join(folder, "empty.db")}`);
    const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const earlier = textsIn(out);
    expect(await recordCommand(["export", out])).toBe(1);
    expect(said.mock.calls.flat().join("")).toContain("the store is empty");
    expect(textsIn(out)).toEqual(earlier);
    vi.stubEnv("DATABASE_URL", url);
  });

  test("lines of one rank stand in the order in which they were recorded, whatever order the folder has", async () => {
    const record = await loadRecord(store);
    const whole = dataFolder(record, new Map());
    const lines = (whole.get("facts.csv") ?? "")
      .split("\n")
      .slice(1, -1)
      .filter((line) => !line.includes('"'));
    const turned = dataFolder(record, new Map([["facts.csv", lines.map((line) => line.split(",")).reverse()]]));
    const figures = (text = "") =>
      text
        .split("\n")
        .slice(1)
        .map((line) => line.split(",").slice(0, 6).join(","));
    const ofOneRank = (list: string[], text: string) =>
      text
        .split("\n")
        .slice(1)
        .filter((_, i) => list[i] === RANK);
    const RANK = mostLines(figures(whole.get("facts.csv")).filter((line) => !line.includes("treasury_policy") && line !== "")) ?? "";
    const [a, b] = [whole, turned].map((files) => files.get("facts.csv") ?? "").map((text) => ofOneRank(figures(text), text));
    expect(a?.length).toBeGreaterThan(1);
    expect(b).toEqual(a);
  });
});

/** The rank (without the value) that the most lines have. */
function mostLines(list: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const one of list) counts.set(one, (counts.get(one) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
