/**
 * Run as a program of its own by tests/server/backfillKill.test.ts, which kills it: fills a record from a server. Arguments: address of the
 * store, folder of the archive, origin of the server. Says a letter for each step before it takes it: a request or a document kept.
 */
import { writeSync } from "node:fs";
import { toQueue } from "@/cli/commands/document";
import { runBackfill } from "@/finder/backfill";
import { edgarAt } from "@/finder/edgarSubmissions";
import { openStore } from "@/record/store/client";
import { queueDocument } from "@/record/store/documents";
import { loadRecord } from "@/record/store/loadRecord";
import { AT_ONCE } from "./fakeClock";
import { COMPANIES, SINCE, yearConfig } from "./year";

const [url, folder = "", origin = ""] = process.argv.slice(2);
const store = openStore(url);
const say = (step: string) => writeSync(1, step);
await runBackfill({
  companies: COMPANIES,
  since: SINCE,
  folder,
  pages: null,
  online: true,
  userAgent: "Example desk@example.org",
  feeds: yearConfig({ origin }),
  endpoints: edgarAt(origin, origin),
  now: () => Date.parse("2025-02-01T09:00:00.000Z"),
  manners: AT_ONCE,
  withPrices: false,
  record: await loadRecord(store),
  progress: ({ step }) => {
    if (step === "asking") say("a");
  },
  keep: async ({ sha256, address, kind, title, publishedOn, retrievedOn }, reading) => {
    say("k");
    const about = { sha256, address, kind, title, retrievedOn, publishedOn: publishedOn ?? reading.publishedOn ?? null };
    await queueDocument(store, toQueue(reading, about), { by: "backfill", at: "2025-02-01T09:00:00.000Z" });
  },
});
await store.close();
