/** `record accept`, `correct`, `refuse`, `undo`: decisions about candidates by number. */
import { Refusal } from "@/domain/shared/refusal";
import { CONFIRMATION_LABEL } from "@/domain/review/confirmed";
import { undecided } from "@/domain/review/worth";
import { candidates } from "@/record/store/review/candidates";
import type { Store } from "@/record/store/database/client";
import { acceptConfirmed, confirmedInQueue, NothingConfirmed, undoChange } from "@/record/store/review/confirm";
import type { Operator } from "@/record/store/database/audit";
import type { DeskChanged } from "@/record/store/review/deskChange";
import { accept, correct, refuse, undo } from "@/record/store/review/review";
import {
  columns,
  command,
  count,
  figuresNow,
  numberOf,
  numbersOf,
  operatorNow,
  say,
  text,
  printToTerminal,
  withStore,
  yes,
} from "./terminal";

export const acceptCommand = command({
  usage: "accept ID… [--note NOTE] | accept --document DOCUMENT [--note NOTE] | accept --corroborated [--dry-run]   (and --by NAME)",
  options: { document: text, note: text, by: text, corroborated: yes, "dry-run": yes },
  words: [0, Infinity],
  run: async (values, positionals, usage) => {
    if (values.corroborated === true) {
      if (positionals.length > 0 || values.document !== undefined || values.note !== undefined)
        throw new Refusal(`--corroborated takes all that is confirmed and nothing else. Write: ${usage}`);
      return acceptCorroborated(values["dry-run"] === true, values.by);
    }
    if (values["dry-run"] === true) throw new Refusal(`--dry-run goes with --corroborated. Write: ${usage}`);
    const ids = numbersOf(positionals, "candidate", usage);
    const document = values.document === undefined ? undefined : numberOf([values.document], "document", usage);
    if ((document === undefined) === (ids.length === 0)) throw new Refusal(`Name candidates, or one document. Write: ${usage}`);
    const wanted = document === undefined ? { ids } : { document };
    return withStore(async (store) => {
      const options = { note: values.note, leaveFlagged: document !== undefined };
      const done = await accept(store, wanted, operatorNow(values.by), options);
      for (const { id, sentences } of done.result.left)
        console.log(`Candidate ${id} was left; accept it by its number, with a note: ${sentences.join(" ")}`);
      return printChange(done, "Nothing was accepted.");
    });
  },
});

/** Approves independently confirmed candidates, in one change; a dry run lists them. */
const acceptCorroborated = (dryRun: boolean, by: string | undefined): Promise<number> =>
  withStore(async (store) => {
    const operator = operatorNow(by);
    printToTerminal("Looking for what confirms the figures that wait …");
    if (dryRun) return listConfirmed(store, operator);
    const accepted = await acceptConfirmed(store, operator).catch((error: unknown) => {
      if (error instanceof NothingConfirmed) return undefined;
      throw error;
    });
    if (accepted === undefined) return say(NOTHING);
    const { seq, version, result } = accepted;
    const waiting = undecided(await figuresNow(store, operator), await candidates(store, { state: "proposed" }));
    return say(
      `${count(result.accepted.length, "confirmed figure is", "confirmed figures are")} in the record, which is at version ${version.id}; ${count(waiting.length, "figure waits", "figures wait")} for a person (npm run record -- queue).\nTo take all of it back: npm run record -- undo --change ${seq ?? ""} --note NOTE`,
    );
  });

async function listConfirmed(store: Store, operator: Operator): Promise<number> {
  const found = await confirmedInQueue(store, await figuresNow(store, operator));
  if (found.length === 0) return say(NOTHING);
  const told = found.map(({ candidate: { id, company, period, metric, written }, by }) => [
    ...[String(id), company, period, metric, written],
    by.map((one) => CONFIRMATION_LABEL[one]).join("; "),
  ]);
  console.log(columns(["candidate", "company", "period", "figure", "value", "confirmed by"], told, [0, 4]));
  return say(`${count(found.length, "figure is", "figures are")} confirmed. Dry run: nothing was approved.`);
}

const NOTHING = "Nothing that waits is confirmed by a second document or by the books, with nothing against it.";

export const correctCommand = command({
  usage: "correct ID --value VALUE --note NOTE [--by NAME]",
  options: { value: text, note: text, by: text },
  words: [1, 1],
  run: async (values, positionals, usage) => {
    const id = numberOf(positionals, "candidate", usage);
    const { value, note } = values;
    if (value === undefined || note === undefined) throw new Refusal(`A correction needs the right value and a note. Write: ${usage}`);
    return withStore(async (store) => printChange(await correct(store, id, value, note, operatorNow(values.by)), "Nothing was corrected."));
  },
});

export const refuseCommand = command({
  usage: "refuse ID… --reason REASON [--by NAME]",
  options: { reason: text, by: text },
  words: [1, Infinity],
  run: async (values, positionals, usage) => {
    const ids = numbersOf(positionals, "candidate", usage);
    const { reason } = values;
    if (ids.length === 0 || reason === undefined) throw new Refusal(`Name the candidates and the reason. Write: ${usage}`);
    await withStore((store) => refuse(store, ids, reason, operatorNow(values.by)));
    return say(ids.length === 1 ? `Candidate ${ids.join("")} is refused.` : `Candidates ${ids.join(", ")} are refused.`);
  },
});

export const undoCommand = command({
  usage: "undo ID --note NOTE | undo --change NUMBER --note NOTE   (and --by NAME)",
  options: { change: text, note: text, by: text },
  words: [0, Infinity],
  run: async (values, positionals, usage) => {
    const { change, note } = values;
    if (note === undefined) throw new Refusal(`Undoing needs a note. Write: ${usage}`);
    if (change !== undefined) {
      const seq = numberOf([change, ...positionals], "change", usage);
      return withStore(async (store) => {
        const { details, version } = await undoChange(store, seq, note, operatorNow(values.by));
        return say(
          `${count(details.length, "figure is", "figures are")} taken back and wait again; the record is at version ${version.id}.`,
        );
      });
    }
    const id = numberOf(positionals, "candidate", usage);
    return withStore(async (store) =>
      printChange(await undo(store, id, note, operatorNow(values.by)), `The record is as it was; candidate ${id} waits again.`),
    );
  },
});

/** Prints what changed, or that nothing did. */
export function printChange({ seq, version, details }: DeskChanged<unknown>, nothing: string): number {
  for (const line of details) console.log(line);
  return say(seq === null ? nothing : `Import ${seq} is done; the record is at version ${version.id}.`);
}
