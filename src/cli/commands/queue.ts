/**
 * `record queue`: the candidates that wait for a decision, document by document, each with what speaks against it.
 */
import { figuresOf } from "@/domain/figures";
import { flagsOf } from "@/domain/flags";
import { METRICS } from "@/domain/metric";
import { candidates, type QueuedCandidate } from "@/record/store/candidates";
import { loadRecord } from "@/record/store/loadRecord";
import { operatorNow, optionsOf, Refusal, say, withStore } from "./terminal";

export const QUEUE_USAGE = "npm run record -- queue [--company COMPANY] [--all]";

export async function queueCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = optionsOf(args, { company: { type: "string" }, all: { type: "boolean" } } as const, QUEUE_USAGE);
  if (positionals.length > 0) throw new Refusal(`The queue takes no other words. Write: ${QUEUE_USAGE}`);
  return withStore(async (store) => {
    const found = await candidates(store, { company: values.company, ...(values.all === true ? {} : { state: "proposed" }) });
    if (found.length === 0)
      return say(values.company === undefined ? "Nothing waits for a decision." : `Nothing of ${values.company} waits for a decision.`);
    const figures = figuresOf(await loadRecord(store), operatorNow().at.slice(0, 10));
    for (const [first, ...rest] of byDocument(found)) {
      if (first === undefined) continue;
      console.log(
        `Document ${first.document.id}: ${first.document.title} (${first.source.address}, ${first.source.publishedOn ?? "undated"})`,
      );
      for (const candidate of [first, ...rest]) {
        const { id, company, period, metric, written, confidence, reasons, state } = candidate;
        console.log(
          `  ${id}  ${company} ${period} ${metric} ${written} ${METRICS[metric].unit}  ${state === "proposed" ? confidence : state}`,
        );
        if (state !== "proposed") continue;
        if (confidence === "low") console.log(`       read with doubt: ${reasons.join("; ")}`);
        for (const { sentence } of flagsOf(figures, candidate)) console.log(`       needs a note: ${sentence}`);
      }
    }
    return 0;
  });
}

function byDocument(list: readonly QueuedCandidate[]): QueuedCandidate[][] {
  const groups = new Map<number, QueuedCandidate[]>();
  for (const candidate of list) groups.set(candidate.document.id, [...(groups.get(candidate.document.id) ?? []), candidate]);
  return [...groups.values()];
}
