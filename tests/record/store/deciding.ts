/**
 * A process that decides about candidates while others do the same: told the store's address, who it is, "accept" or "refuse", and the
 * numbers. Says for each one whether the decision was its own ("done") or somebody else's ("late"). Begins at the first byte it is sent.
 */
import { candidates } from "@/record/store/review/candidates";
import { openStore } from "@/record/store/database/client";
import { ReviewRefused } from "@/record/store/review/deskChange";
import { accept, refuse } from "@/record/store/review/review";

const [url, by = "", what, ...ids] = process.argv.slice(2);
const store = openStore(url);
const operator = { by, at: "2025-06-10T09:00:00.000Z" };
await candidates(store, { ids: [1] });
process.stdout.write("ready\n");
await new Promise((resolve) => process.stdin.once("data", resolve));

for (const id of ids.map(Number)) {
  try {
    if (what === "accept") await accept(store, { ids: [id] }, operator, { note: "for the test" });
    else await refuse(store, [id], "for the test", operator);
    process.stdout.write(`done ${id}\n`);
  } catch (error) {
    if (!(error instanceof ReviewRefused)) throw error;
    process.stdout.write(`late ${id}\n`);
  }
}
await store.close();
process.exit(0);
