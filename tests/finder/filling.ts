/** A store and an archive that a backfill of the made-up year fills, in this process, with kills that can be ordered. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type BackfillDone, type BackfillOptions, runBackfill } from "@/finder/run/backfill";
import type { Store } from "@/record/store/database/client";
import { queueDocument } from "@/record/store/review/documents";
import { loadRecord } from "@/record/store/states/loadRecord";
import { toQueue } from "@/finder/run/toQueue";
import { smallRecord } from "../record/store/files";
import { AT_ONCE } from "./fakeClock";
import type { LocalServer } from "./localServer";
import { buildYear, FILES, type Year, yearBackfill } from "./year";
import { emptyStore, save } from "../stores";

export interface Filling {
  readonly year: Year;
  readonly store: Store;
  readonly folder: string;
  readonly run: (more?: Partial<BackfillOptions>) => Promise<BackfillDone>;
  /** Runs until so many steps (requests and documents kept) are done, and dies in the next one. */
  readonly runUntil: (steps: number) => Promise<"killed" | "done">;
  /** How many documents were put in the queue, by all runs. */
  readonly kept: () => number;
  /** What the queue holds, apart from numbers and times. */
  readonly snapshot: () => Promise<unknown>;
}

const START = Date.parse("2025-02-01T09:00:00.000Z");
const BY = { by: "backfill", at: new Date(START).toISOString() };

/** Opens a store with the three companies and nothing else. */
export async function emptyRecord(url: string): Promise<Store> {
  const store = await emptyStore(url);
  await save(store, smallRecord([], FILES), "2024-01-01T00:00:00.000Z");
  return store;
}

export async function fillingOn(server: LocalServer, folder: string, seed: number, months?: number): Promise<Filling> {
  mkdirSync(folder, { recursive: true });
  const year = buildYear(server, seed, months);
  const store = await emptyRecord(`file:${join(folder, "record.db")}`);
  const documents = join(folder, "documents");
  let kept = 0;
  let now = START;

  const keep: BackfillOptions["keep"] = async (document, reading) => {
    kept++;
    await queueDocument(store, toQueue(reading, document), BY);
  };
  const run: Filling["run"] = async (more = {}) => {
    now += 60_000;
    return runBackfill({ ...yearBackfill(server.origin, documents), now: () => now, record: await loadRecord(store), keep, ...more });
  };

  return {
    year,
    store,
    folder: documents,
    run,
    runUntil: async (steps) => {
      let left = steps;
      const step = () => {
        if (left-- === 0) throw Object.assign(new Error("killed"), { code: "KILLED" });
      };
      try {
        await run({
          manners: {
            ...AT_ONCE,
            pace: {
              ...AT_ONCE.pace,
              turn: () => {
                step();
                return Promise.resolve();
              },
            },
          },
          keep: async (document, reading) => {
            step();
            await keep(document, reading);
          },
        });
        return "done";
      } catch (error) {
        if (error instanceof Error && error.message === "killed") return "killed";
        throw error;
      }
    },
    kept: () => kept,
    snapshot: async () => {
      const rows = await store.prisma.document.findMany({ include: { candidates: { include: { readings: true } } } });
      return rows
        .map(({ sha256, address, publishedOn, candidates }) => ({
          ...{ sha256, address, publishedOn },
          candidates: candidates.map(({ company, metric, period, plain, start, end, confidence, reasons, readings }) => ({
            ...{ company, metric, period, plain, start, end, confidence, reasons },
            readings: readings.map(({ id, candidateId, at, ...rest }) => (id > 0 && candidateId > 0 && at !== "" ? rest : null)),
          })),
        }))
        .sort((a, b) => a.sha256.localeCompare(b.sha256));
    },
  };
}
