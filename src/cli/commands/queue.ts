/** `record queue`: the waiting candidates, most useful first, each with its objections. */
import { rivalsOf } from "@/domain/review/candidate";
import { keyOf } from "@/domain/facts/fact";
import { groupBy } from "@/domain/shared/group";
import { METRICS } from "@/domain/values/metric";
import { sortedByWorth, undecided, weigh, type Worth } from "@/domain/review/worth";
import { candidates } from "@/record/store/review/candidates";
import { command, count, figuresNow, say, text, printToTerminal, withStore, yes } from "./terminal";

export const queueCommand = command({
  usage: "queue [--company COMPANY] [--all]",
  options: { company: text, all: yes },
  run: (values) =>
    withStore(async (store) => {
      const found = await candidates(store, { company: values.company, ...(values.all === true ? {} : { state: "proposed" }) });
      const figures = await figuresNow(store);
      const shown = values.all === true ? found : undecided(figures, found);
      const known = found.length - shown.length;
      if (shown.length === 0 && known === 0)
        return say(values.company === undefined ? "Nothing waits for a decision." : `Nothing of ${values.company} waits for a decision.`);
      printToTerminal(`Weighing ${count(shown.length, "figure that waits", "figures that wait")} …`);
      const weighed = weigh(figures, shown);
      const sameKey = groupBy(found, keyOf);
      for (const [first, ...rest] of groupBy(sortedByWorth(figures, shown, weighed), ({ document }) => document.id).values()) {
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
          for (const rival of rivalsOf(candidate, sameKey.get(keyOf(candidate)) ?? []))
            console.log(`       read otherwise: ${rival.written} in document ${rival.document.id} (candidate ${rival.id})`);
          const worth = worthText(weighed.get(id));
          if (worth !== "") console.log(`       ${worth}`);
          for (const { plain, written: printed } of candidate.alternatives) console.log(`       or: ${plain}, printed as “${printed}”`);
          if (confidence === "low") console.log(`       read with doubt: ${reasons.join("; ")}`);
          for (const { sentence } of weighed.get(id)?.flags ?? []) console.log(`       needs a note: ${sentence}`);
        }
      }
      if (known > 0)
        console.log(
          `${count(known, "figure that was read is", "figures that were read are")} on record already: nothing is to be decided (--all lists them).`,
        );
      return 0;
    }),
});

/** "closes the books of 1 month"; empty when the decision changes nothing else. */
function worthText(worth: Worth | undefined): string {
  if (worth === undefined) return "";
  const { closes, closesTogether, covers, coversTogether } = worth;
  const months = closes > 0 ? closes : closesTogether;
  return [
    ...(months > 0 ? [`closes the books of ${count(months, "month")}${closes > 0 ? "" : " with what else waits"}`] : []),
    ...(covers + coversTogether > 0 ? [`brings the month into coverage${covers > 0 ? "" : " with what else waits"}`] : []),
  ].join("; ");
}
