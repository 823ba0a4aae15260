/** What becomes of a store whose file is deleted, replaced, cut off, read-only or on a full disk: a clear sentence, and nothing lost. */
import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { verifyAudit } from "@/record/store/copies/auditCheck";
import { backUp } from "@/record/store/copies/backup";
import { appStore, openStore } from "@/record/store/database/client";
import { dataVersion } from "@/record/store/states/loadRecord";
import { restore } from "@/record/store/copies/restore";
import { copyToFile } from "@/record/store/copies/storeCopy";
import { storeProblem } from "@/record/store/database/storeProblem";
import { FACTS, FACTS_HEAD, smallRecord } from "./files";
import { bundled } from "../../bundled";
import { committed, emptyStore, filledStore, save } from "../../stores";
import { testFolder } from "../../testFolder";

const folder = testFolder();
const AT = "2025-06-01T00:00:00.000Z";
let count = 0;

async function made(facts: readonly string[] = FACTS): Promise<string> {
  const path = join(folder, `${++count}.db`);
  const store = await emptyStore(`file:${path}`);
  await save(store, smallRecord(facts));
  await store.close();
  return path;
}

/** The command, as an unprivileged user where this runs as root, with limits of the shell. */
function record(url: string, args: readonly string[], { limit = "", as = "" } = {}) {
  const script = `${limit} exec ${as} ${process.execPath} ${bundled("src/cli/record.ts")} ${args.map((arg) => `'${arg}'`).join(" ")}`;
  const ended = spawnSync("bash", ["-c", script], { env: { ...process.env, DATABASE_URL: url }, encoding: "utf8" });
  return { status: ended.status, said: ended.stdout + ended.stderr };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe("under a running server", () => {
  beforeAll(async () => {
    vi.stubEnv("DATABASE_URL", `file:${await made()}`);
  });
  afterAll(async () => {
    await appStore().close();
    vi.unstubAllEnvs();
  });

  test("a deleted file is noticed, not read on from memory nor made anew; put back, it serves again", async () => {
    const complaint = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const path = (process.env["DATABASE_URL"] ?? "").slice("file:".length);
    const version = await dataVersion(appStore());
    expect(await dataVersion(appStore())).toEqual(version);
    renameSync(path, `${path}.away`);
    expect(() => appStore()).toThrow("The store’s file is not there any more");
    expect(complaint.mock.calls[0]?.[0]).toContain(path);
    renameSync(`${path}.away`, path);
    expect(await dataVersion(appStore())).toEqual(version);
  });

  test("a file that was replaced is opened", async () => {
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const path = (process.env["DATABASE_URL"] ?? "").slice("file:".length);
    const version = await dataVersion(appStore());
    const other = join(folder, "other.db");
    await copyToFile(`file:${await made(FACTS.slice(1))}`, other);
    for (const ending of ["-wal", "-shm"]) rmSync(`${path}${ending}`, { force: true });
    renameSync(other, path);
    const now = await dataVersion(appStore());
    expect(now.id).not.toBe(version.id);
    expect(now.id).toMatch(/^[0-9a-f]{12}$/);
  });
});

test("a write that a libSQL server gave up waiting for is told in a sentence, as Prisma hands it over", () => {
  const error = Object.assign(new Error("Invalid `tx.fact.createMany()` invocation"), {
    meta: { driverAdapterError: { cause: { kind: "generic", message: "STREAM_EXPIRED: The stream has expired due to inactivity" } } },
  });
  expect(storeProblem(error)).toMatch(/gave the write up.*try again/);
});

test("a store that was cut off is told as damaged, and its backup brings it back", async () => {
  const path = await made();
  const store = openStore(`file:${path}`);
  const version = await dataVersion(store);
  const backup = join(folder, "before");
  await backUp(store, backup, AT, join(folder, "none"));
  await store.prisma.$queryRawUnsafe("PRAGMA wal_checkpoint(TRUNCATE)");
  await store.close();
  truncateSync(path, readFileSync(path).byteLength / 2);
  const cut = openStore(`file:${path}`);
  const error: unknown = await verifyAudit(cut).catch((reason: unknown) => reason);
  expect(storeProblem(error) ?? (error as { why?: string }).why).toMatch(/damaged|does not/);
  await cut.close();
  const url = `file:${join(folder, "again.db")}`;
  await restore(backup, url, { by: "ann", at: AT, documents: join(folder, "none") });
  const again = openStore(url);
  expect([await dataVersion(again), (await verifyAudit(again)).ok]).toEqual([version, true]);
  await again.close();
});

test("a full disk refuses an import in a sentence and leaves the store as it was", async () => {
  const path = await made();
  const url = `file:${path}`;
  // In blocks of 1,024 bytes: enough for what is there, not for two thousand figures more.
  const kilobytes = Math.ceil(readFileSync(path).byteLength / 1024) + 64;
  const { status, said } = record(url, ["import", "prisma/data"], { limit: `trap '' XFSZ; ulimit -f ${kilobytes};` });
  expect([status, said]).toEqual([1, expect.stringMatching(/Nothing was (changed|imported)\. The disk of the store/) as string]);
  const store = openStore(url);
  expect([(await dataVersion(store)).seq, (await verifyAudit(store)).ok]).toEqual([1, true]);
  // With room again the same goes in.
  expect((await save(store, committed())).seq).toBe(2);
  await store.close();
}, 180_000);

test("a full disk leaves the files of an export as they were, and no other beside them", async () => {
  const url = `file:${join(folder, "full.db")}`;
  await (await filledStore(url)).close();
  const out = join(folder, "out");
  mkdirSync(out);
  writeFileSync(join(out, "facts.csv"), `${FACTS_HEAD}\n`);
  const { status } = record(url, ["export", out], { limit: "trap '' XFSZ; ulimit -f 200;" });
  expect([status, readFileSync(join(out, "facts.csv"), "utf8")]).toEqual([1, `${FACTS_HEAD}\n`]);
  expect(readdirSync(out)).toEqual(["facts.csv"]);
}, 60_000);

test("a store that can only be read says so in a sentence", async () => {
  const path = await made();
  chmodSync(path, 0o444);
  for (const ending of ["-wal", "-shm"]) rmSync(`${path}${ending}`, { force: true });
  chmodSync(folder, 0o555);
  const root = process.getuid?.() === 0;
  // Root may write everything.
  const as = root ? "setpriv --reuid=65534 --regid=65534 --clear-groups" : "";
  try {
    const { status, said } = record(`file:${path}`, ["import", "prisma/data"], { as });
    expect([status, said.trim().split("\n")]).toEqual([1, [expect.stringContaining("The store can only be read, not written") as string]]);
  } finally {
    chmodSync(folder, 0o755);
  }
}, 60_000);

test("whoever stops listening, as `| head -1` does, ends the command quietly", async () => {
  const url = `file:${await made()}`;
  const script =
    `${process.execPath} ${bundled("src/cli/record.ts")} audit --list | head -c 1 >/dev/null; echo "` + "$" + '{PIPESTATUS[0]}"';
  const out = execFileSync("bash", ["-c", `${script} 2>&1`], { env: { ...process.env, DATABASE_URL: url }, encoding: "utf8" });
  expect(out.trim()).toBe("0");
}, 60_000);
