/**
 * Run as a program of its own by tests/server/backfillKill.test.ts, which kills it: fills a record from a server. Arguments: address of the
 * store, folder of the archive, origin of the server. Says a letter for each step before it takes it: a request or a document kept.
 */
import { writeSync } from "node:fs";
import { toQueue } from "@/finder/run/toQueue";
import { runBackfill } from "@/finder/run/backfill";
import { openStore } from "@/record/store/database/client";
import { queueDocument } from "@/record/store/review/documents";
import { loadRecord } from "@/record/store/states/loadRecord";
import { yearBackfill } from "./year";

const [url, folder = "", origin = ""] = process.argv.slice(2);
const store = openStore(url);
const say = (step: string) => writeSync(1, step);
await runBackfill({
  ...yearBackfill(origin, folder),
  now: () => Date.parse("2025-02-01T09:00:00.000Z"),
  record: await loadRecord(store),
  progress: ({ step }) => {
    if (step === "asking") say("a");
  },
  keep: async (document, reading) => {
    say("k");
    await queueDocument(store, toQueue(reading, document), { by: "backfill", at: "2025-02-01T09:00:00.000Z" });
  },
});
await store.close();
