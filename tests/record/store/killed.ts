/**
 * A process that works on the store until it is killed: approvals, corrections, undoings and imports in turn. It says each time what it has
 * done, after it was done. Told the store's address; begins at the first byte on its standard input.
 */
import { readRecord } from "@/record/csv/readRecord";
import { candidates } from "@/record/store/review/candidates";
import { openStore } from "@/record/store/database/client";
import { ReviewRefused } from "@/record/store/review/deskChange";
import { accept, correct, refuse, undo } from "@/record/store/review/review";
import { saveRecord } from "@/record/store/states/save";
import { FACTS, smallRecord } from "./files";

const store = openStore(process.argv[2]);
const operator = { by: `process ${process.pid}`, at: "2025-06-10T09:00:00.000Z" };
await candidates(store, { ids: [1] });
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));

for (let step = Number(process.argv[3]); ; step++) {
  try {
    await work(step);
  } catch (error) {
    // Another process that works on the same store was quicker.
    if (!(error instanceof ReviewRefused)) throw error;
  }
}

async function work(step: number): Promise<void> {
  const all = await candidates(store);
  const open = all.filter(({ state }) => state === "proposed");
  const done = all.filter(({ state }) => state === "accepted");
  const [first, second] = open;
  if (step % 4 === 0) {
    const files = smallRecord([
      ...FACTS,
      `riot,2025-03,btc_held,${10_000 + step},news_report,2025-04-04,https://news.example.org/riot,step ${step}`,
    ]);
    const read = readRecord(files);
    if (read.ok) await saveRecord(store, read.record, { ...operator, files: {} });
    process.stdout.write(`imported ${step}\n`);
  } else if (step % 4 === 1 && done[0] !== undefined && done.length > 5) {
    await undo(store, done[0].id, "for the test", operator);
    process.stdout.write(`undone ${done[0].id}\n`);
  } else if (step % 4 === 2 && second !== undefined) {
    await correct(store, second.id, "7", "for the test", operator);
    process.stdout.write(`corrected ${second.id}\n`);
  } else if (step % 8 === 7 && second !== undefined) {
    await refuse(store, [second.id], "for the test", operator);
    process.stdout.write(`refused ${second.id}\n`);
  } else if (first !== undefined) {
    await accept(store, { ids: [first.id] }, operator, { note: "for the test" });
    process.stdout.write(`accepted ${first.id}\n`);
  }
}
