/**
 * `record audit`: checks the log from its first entry, and that record and log agree. Status 1 when something is broken. `--list` shows it.
 */
import { auditLog } from "@/record/store/audit";
import { verifyAudit } from "@/record/store/auditCheck";
import { countOf, optionsOf, Refusal, say, withStore } from "./terminal";

export const AUDIT_USAGE = "npm run record -- audit [--list]";
const LISTED = 200;

export async function auditCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = optionsOf(args, { list: { type: "boolean" } } as const, AUDIT_USAGE);
  if (positionals.length > 0) throw new Refusal(`The audit takes no other words. Write: ${AUDIT_USAGE}`);
  return withStore(async (store) => {
    if (values.list === true)
      for (const { seq, at, by, what, subject } of (await auditLog(store, { limit: LISTED })).reverse())
        console.log(`${seq}  ${at}  ${by}  ${what}  ${JSON.stringify(subject)}`);
    const found = await verifyAudit(store);
    if (found.ok)
      return say(
        found.entries === 0
          ? "The log is empty."
          : `The log holds: ${countOf(found.entries, "entry", "entries")}, the last hashed ${found.last}.`,
      );
    return say(found.seq === null ? `Log and record disagree: ${found.why}.` : `The log is broken at entry ${found.seq}: ${found.why}.`, 1);
  });
}
