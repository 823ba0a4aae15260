/** Kills of those who write to a libSQL server, and of the server itself. */
import { afterAll, expect, test } from "vitest";
import { verifyAudit } from "@/record/store/copies/auditCheck";
import { dataVersion } from "@/record/store/states/loadRecord";
import { saveRecord } from "@/record/store/states/save";
import { storeProblem } from "@/record/store/database/storeProblem";
import { killAgainAndAgain } from "../record/store/killing";
import { committed, filed, smallStore } from "../stores";
import { libsqlServers } from "./libsql";

const servers = libsqlServers();
afterAll(() => {
  servers.stopAll();
});

test("processes that are killed while they write to the server leave nothing half done, and lose nothing that they said was done", async () => {
  const { writing } = await killAgainAndAgain(12, 3, (await servers.start(smallStore)).url);
  expect(writing).toBeGreaterThan(0);
}, 300_000);

test("a server that is killed during an import is told in a sentence; up again, it holds the whole import or none of it", async () => {
  const killed = await servers.start();
  const store = await smallStore(killed.url);
  const by = { by: "files", at: "2025-06-01T00:00:00.000Z", files: {} };
  const before = await dataVersion(store);
  let interrupted = 0;
  for (const wait of [5, 40, 150]) {
    const importing = saveRecord(store, filed(committed()), by).then(
      ({ seq }) => seq,
      (error: unknown) => storeProblem(error) ?? error,
    );
    await new Promise((resolve) => setTimeout(resolve, wait));
    await killed.kill();
    const said = await importing;
    await killed.restart();
    const now = await dataVersion(store);
    expect((await verifyAudit(store)).ok).toBe(true);
    if (typeof said === "number" || now.seq !== before.seq) break;
    interrupted++;
    expect(said).toMatch(/^(The server that holds the store|Another writer|Another import)/i);
    expect(now).toEqual(before);
  }
  expect(interrupted).toBeGreaterThan(0);
  expect((await saveRecord(store, filed(committed()), by)).version.id).not.toBe(before.id);
  await store.close();
}, 300_000);
