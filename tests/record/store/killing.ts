/** Kills processes that write to a store, again and again, and looks each time whether anything is half there or lost. */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect } from "vitest";
import { verifyAudit } from "@/record/store/copies/auditCheck";
import { candidates } from "@/record/store/review/candidates";
import type { Store } from "@/record/store/database/client";
import { queueDocument, type ReadFigure } from "@/record/store/review/documents";
import { dataVersion, loadRecord } from "@/record/store/states/loadRecord";
import { bundled } from "../../bundled";
import { randomFrom } from "../../rounds";
import { smallStore } from "../../stores";

const pause = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

interface Worker {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
  readonly ended: Promise<void>;
  /** Until it has said something like this. */
  readonly saying: (what: RegExp) => Promise<void>;
  readonly said: () => string;
}

const DONE = /^(accepted|corrected|undone|refused|imported) /m;
const REVIEWED = /^(accepted|corrected|undone|refused) /m;

/** On a file of its own, or on the `server` at an address. Kills `kills` processes, `atOnce` of which write at the same time; gives how many of them had begun to write. */
export async function killAgainAndAgain(
  kills: number,
  atOnce: number,
  server?: string,
): Promise<{ readonly writing: number; readonly reviews: number }> {
  const folder = mkdtempSync(join(tmpdir(), "sellthrough-killed-"));
  const url = server ?? `file:${join(folder, "record.db")}`;
  const store = await smallStore(url);
  const workers: Worker[] = [];
  const random = randomFrom(Number(process.env["SEED"]));
  try {
    await prepare(store, kills);
    // The next ones start while these are killed.
    for (let i = 0; i < atOnce * 2; i++) workers.push(start(url, i));
    let writing = 0;
    for (let kill = 0; kill < kills; kill += atOnce) {
      const now = workers.splice(0, atOnce);
      await Promise.all(now.map(({ ready }) => ready));
      for (const { child } of now) child.stdin?.write("go\n");
      // The first step of a fresh process takes long; every fourth round is killed within it, the others after somebody has written:
      // imports are quicker than reviews, so two of four wait for one of these.
      const round = kill / atOnce;
      if (round % 4 !== 0) await Promise.race([...now.map(({ saying }) => saying(round % 2 === 0 ? DONE : REVIEWED)), pause(30_000)]);
      await pause(random(400));
      for (const { child } of now) child.kill("SIGKILL");
      await Promise.all(now.map(({ ended }) => ended));
      if (kill + atOnce * 2 < kills) for (let i = 0; i < atOnce; i++) workers.push(start(url, kill + i + 1));
      const said = now.map((worker) => worker.said()).join("");
      if (DONE.test(said)) writing++;
      await look(store, said);
    }
    return { writing, reviews: await store.prisma.review.count() };
  } finally {
    for (const { child } of workers) child.kill("SIGKILL");
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function prepare(store: Store, kills: number): Promise<void> {
  const by = { by: "test", at: "2025-06-01T00:00:00.000Z" };
  const figures = Array.from({ length: 40 + kills * 8 }, (_, i): ReadFigure => {
    const period = `${2014 + Math.floor((i % 120) / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
    const plain = String(100 + Math.floor(i / 120));
    return {
      company: "riot",
      metric: "btc_produced",
      period,
      amount: Number(plain) * 1e8,
      plain,
      written: plain,
      start: 0,
      end: 1,
      confidence: "high",
      reasons: [],
    };
  });
  const about = {
    sha256: "b".repeat(64),
    address: "https://www.example.org/r",
    kind: "company_release",
    title: "",
    company: "riot",
  } as const;
  await queueDocument(
    store,
    { ...about, publishedOn: "2025-06-01", retrievedOn: "2025-06-01", text: "x", warnings: [], candidates: figures },
    by,
  );
}

function start(url: string, seed: number): Worker {
  const child = spawn(process.execPath, [bundled("tests/record/store/killed.ts", { whole: true }), url, String(seed)], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  child.stdin.on("error", () => undefined);
  let said = "";
  const ready = new Promise<void>((resolve, reject) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.startsWith("ready\n")) resolve();
    });
    child.on("close", () => {
      reject(new Error(`a process ended by itself: ${said}`));
    });
  });
  const ended = new Promise<void>((resolve) => {
    child.on("close", () => {
      resolve();
    });
  });
  const saying = (what: RegExp) =>
    new Promise<void>((resolve) => {
      const hear = () => {
        if (what.test(said)) resolve();
      };
      hear();
      child.stdout.on("data", hear);
    });
  ready.catch(() => undefined);
  return { child, ready, ended, saying, said: () => said };
}

/** What must hold whenever somebody looks. */
async function look(store: Store, said: string): Promise<void> {
  // Hashes, every import and every decision told of, and the content makes the version that the last import states.
  expect(await verifyAudit(store)).toMatchObject({ ok: true });
  const imports = await store.prisma.import.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  expect(imports.map(({ id }) => id)).toEqual(imports.map((_, i) => i + 1));
  const record = await loadRecord(store);
  expect(record.version.id).toBe((await dataVersion(store)).id);
  const inForce = new Set(record.facts.map(({ id }) => id));
  const all = await candidates(store);
  for (const { id, state, reviews } of all) {
    const made = reviews.at(-1)?.factId ?? null;
    const replaced = made !== null && record.supersessions.some(({ fact }) => fact.id === made);
    if (state === "accepted" || state === "corrected") expect([id, made !== null && (inForce.has(made) || replaced)]).toEqual([id, true]);
    else expect([id, made]).toEqual([id, null]);
  }
  const facts = await store.prisma.fact.findMany({ select: { id: true, addedIn: true } });
  expect(facts.every(({ addedIn }) => addedIn <= imports.length)).toBe(true);
  // What a process said was done is there, whatever killed it afterwards.
  for (const [, verdict, id] of said.matchAll(/^(accepted|corrected|refused|undone) (\d+)$/gm)) {
    const reviews = all.find((candidate) => candidate.id === Number(id))?.reviews.map((review) => review.verdict);
    expect([id, reviews?.some((one) => one === verdict)]).toEqual([id, true]);
  }
}
