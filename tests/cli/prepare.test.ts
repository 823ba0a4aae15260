/** What `npm start` does with a store that was restored from a public export: it says what it leaves alone, and leaves it alone. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { prepareStore } from "@/cli/prepare";
import { recordCommand } from "@/cli/recordCommand";
import { companyId } from "@/domain/facts/company";
import { period } from "@/domain/values/period";
import { dataPackageZip } from "@/files/package/dataPackage";
import { openStore } from "@/record/store/database/client";
import { addFigure } from "@/record/store/review/deskEntry";
import { dataVersion, loadRecord } from "@/record/store/states/loadRecord";
import { testFolder } from "../testFolder";

const folder = testFolder();
const zip = join(folder, "sellthrough.zip");

beforeAll(async () => {
  const url = `file:${join(folder, "first.db")}`;
  vi.stubEnv("DATABASE_URL", url);
  await prepareStore(() => undefined);
  const store = openStore(url);
  const source = { address: "https://www.riotplatforms.com/october", kind: "company_release", publisher: "riotplatforms.com" } as const;
  await addFigure(
    store,
    {
      ...{ company: companyId("riot"), metric: "btc_produced", period: period("2026-10"), value: 40_000_000_000, written: "400.0" },
      ...{ line: 1, note: "for the test" },
      source: { ...source, publishedOn: "2026-11-04", retrievedOn: "2026-11-05" },
    },
    { by: "ann", at: "2026-11-05T00:00:00.000Z" },
  );
  writeFileSync(zip, dataPackageZip(await loadRecord(store), "https://sellthrough.example.org"));
  await store.close();
  vi.stubEnv("DATABASE_URL", `file:${join(folder, "second.db")}`);
});
afterAll(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});

test("the committed files are not imported over what was entered by hand; asked for, they need a second word", async () => {
  const said: string[] = [];
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
  vi.spyOn(console, "error").mockImplementation((line: string) => void said.push(line));
  expect(await recordCommand(["restore", zip])).toBe(0);
  expect(said.at(-1)).toMatch(/^The record is restored at version [0-9a-f]{12}, as the export says\.$/);
  const store = openStore();
  const restored = await dataVersion(store);

  const started: string[] = [];
  await prepareStore((line) => started.push(line));
  expect(started.join("\n")).toMatch(/restored from an export .* would withdraw or replace 1 of its rows.*So prisma\/data is not imported/);
  expect(await dataVersion(store)).toEqual(restored);
  expect((await loadRecord(store)).facts.some(({ written }) => written === "400.0")).toBe(true);

  expect(await recordCommand(["import", "prisma/data"])).toBe(1);
  expect(said.at(-1)).toContain("to import them all the same, add --replace");
  expect(await recordCommand(["import", "prisma/data", "--dry-run"])).toBe(0);
  expect(await dataVersion(store)).toEqual(restored);
  expect(await recordCommand(["import", "prisma/data", "--replace"])).toBe(0);
  expect((await loadRecord(store)).facts.some(({ written }) => written === "400.0")).toBe(false);
  await store.close();
}, 120_000);
