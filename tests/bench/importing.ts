/**
 * The first request after an import: the committed record with one more line is imported beside the running site, then the home page is
 * asked for. Base address and store in → milliseconds.
 */
import { readdirSync, readFileSync } from "node:fs";
import { Agent } from "node:http";
import { readRecord } from "@/record/csv/readRecord";
import { openStore } from "@/record/store/database/client";
import { saveRecord } from "@/record/store/states/save";
import { fetchOnce } from "./measure";

const LINE = "riot,2025-01,avg_ehs,20.125,company_release,2025-02-05,https://www.riotplatforms.com/bench,";

export async function firstAfterImport(base: string, database: string): Promise<number> {
  const files = new Map(readdirSync("prisma/data").map((name) => [name, readFileSync(`prisma/data/${name}`)]));
  files.set("facts.csv", Buffer.from(`${(files.get("facts.csv") ?? "").toString().trimEnd()}\n${LINE}\n`));
  const read = readRecord(files);
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  const store = openStore(database);
  await saveRecord(store, read.record, { by: "bench", at: new Date().toISOString(), files: {} });
  await store.close();
  const agent = new Agent();
  const { totalMs } = await fetchOnce(`${base}/`, agent);
  agent.destroy();
  return totalMs;
}
