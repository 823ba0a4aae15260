/** Nothing of what the log tells of can be changed unseen. What the audit compares is the same wherever a store lies, so a file will do. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { verifyAudit } from "@/record/store/copies/auditCheck";
import { queueDocument } from "@/record/store/review/documents";
import { accept, refuse } from "@/record/store/review/review";
import { HASHED_TABLES } from "@/record/store/database/rowHash";
import { FACTS, RELEASE, smallRecord } from "./files";
import { ann, bob, figure, release } from "./readings";
import { save, smallStore } from "../../stores";

test("the audit finds a change of any column of any row, and a row that was put in", async () => {
  const folder = mkdtempSync(join(tmpdir(), "sellthrough-audit-"));
  const store = await smallStore(`file:${join(folder, "store.db")}`);
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const files = smallRecord(FACTS, {
    "names.csv": "company,name,from,to,source_url,note\nriot,Riot Blockchain,,2022-12,https://www.riotplatforms.com/name,\n",
    "consolidations.csv": "parent,child,from,to,note\nriot,hut8,2025-04,,for the test\n",
    "decisions.csv": "kind,company,metric,period,written,basis,note\nprefer,riot,btc_sold,2025-04,450,,for the test\n",
    "publishers.csv": "host,name,role\npaper.example.org,A paper,publisher\n",
    "published-aggregates.csv":
      "period,metric,value,panel,publisher,source_url,note\n2025-04,sold_btc,3000,15 miners,A paper,https://paper.example.org/a,\n",
  });
  await save(store, files, "2025-06-01T00:00:00.000Z");
  const [again, plain] = [figure("btc_sold", "480", { period: "2025-04" }), figure("btc_produced", "514", { corroboratedBy: ["record"] })];
  await queueDocument(store, release([again, plain], { address: RELEASE, publishedOn: "2025-05-05" }), ann);
  await accept(store, { ids: [1] }, ann, { note: "a typing error" });
  await refuse(store, [2], "an expectation", bob);
  expect(await verifyAudit(store)).toMatchObject({ ok: true });
  const triggers = await store.prisma.$queryRawUnsafe<{ name: string }[]>(`SELECT "name" FROM sqlite_master WHERE "type" = 'trigger'`);
  for (const { name } of triggers) await store.prisma.$executeRawUnsafe(`DROP TRIGGER "${name}"`);
  const unseen: string[] = [];
  for (const table of HASHED_TABLES.map((name) => name.charAt(0).toUpperCase() + name.slice(1))) {
    const query = <T>(what: string) =>
      store.prisma.$queryRawUnsafe<Record<string, T>[]>(`SELECT ${what} FROM "${table}" ORDER BY rowid DESC`);
    const columns = Object.keys((await query("*"))[0] ?? {});
    expect([table, columns.length]).not.toEqual([table, 0]);
    const [row = {}] = await query<string>(columns.map((column) => `quote("${column}") AS "${column}"`).join(", "));
    for (const [column, value] of Object.entries(row)) {
      const key = table === "Supersession" ? "factId" : "id";
      const other = value.startsWith("'") ? `${value.slice(0, -1)}x'` : value === "1" ? "2" : "1";
      const set = (to: string, at: string) =>
        store.prisma.$executeRawUnsafe(`UPDATE "${table}" SET "${column}" = ${to} WHERE "${key}" = ${at}`);
      try {
        await set(other, row[key] ?? "");
      } catch (error) {
        // What other rows hang on, the database holds fast by itself.
        expect(String(error)).toMatch(/constraint/i);
        continue;
      }
      if ((await verifyAudit(store)).ok) unseen.push(`${table}.${column}`);
      await set(value, column === key ? other : (row[key] ?? ""));
    }
  }
  expect(unseen).toEqual([]);
  expect(await verifyAudit(store)).toMatchObject({ ok: true });
  await store.prisma.$executeRawUnsafe(
    `INSERT INTO "CandidateReading" SELECT 9, "candidateId", 'high', '[]', '["record"]', '[]', '[]', "at", "by" FROM "CandidateReading" WHERE "id" = 1`,
  );
  expect(await verifyAudit(store)).toMatchObject({ ok: false, why: "reading 9 is in the store, but no entry tells of it" });
  await store.prisma.$executeRawUnsafe(`DELETE FROM "CandidateReading" WHERE "id" = 9`);
  await store.prisma.$executeRawUnsafe(
    `INSERT INTO "Candidate" SELECT 9, "documentId", "company", "metric", '2024-01', 1, '1', '1', 0, 1, 'high', '[]' FROM "Candidate" WHERE "id" = 1`,
  );
  expect(await verifyAudit(store)).toMatchObject({ ok: false, why: "candidate 9 is in the store, but no entry tells of it" });
});
