/** `record audit`: verifies the log from its first entry and against the record. Status 1 when something is broken; `--list` shows it. */
import { auditLog } from "@/record/store/database/audit";
import { verifyAudit } from "@/record/store/copies/auditCheck";
import { command, count, say, withStore, yes } from "./terminal";

const LISTED = 200;

export const auditCommand = command({
  usage: "audit [--list]",
  does: "check the log of all that was done, and list it",
  options: { list: yes },
  run: ({ list }) =>
    withStore(async (store) => {
      if (list === true)
        for (const { seq, at, by, what, subject } of (await auditLog(store, { limit: LISTED })).reverse())
          console.log(`${seq}  ${at}  ${by}  ${what}  ${JSON.stringify(subject)}`);
      const found = await verifyAudit(store);
      if (found.ok)
        return say(
          found.entries === 0
            ? "The log is empty."
            : `The log holds: ${count(found.entries, "entry", "entries")}, the last hashed ${found.last}.`,
        );
      return say(
        found.seq === null ? `Log and record disagree: ${found.why}.` : `The log is broken at entry ${found.seq}: ${found.why}.`,
        1,
      );
    }),
});
