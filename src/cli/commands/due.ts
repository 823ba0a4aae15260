/**
 * `record due`: which companies owe an update, which are late, and which have stopped, and since when; with the address that the next release
 * is likely to have.
 */
import { whatIsDue, type Due } from "@/finder/due";
import { placeText } from "@/finder/releaseAddress";
import { committedReporting } from "@/finder/reporting";
import { loadRecord } from "@/record/store/loadRecord";
import { columns, command, operatorNow, say, withStore } from "./terminal";

const WORDS: Record<Due["status"], string> = {
  overdue: "overdue",
  due: "due",
  stopped: "stopped reporting",
  upToDate: "up to date",
  notMonthly: "no monthly figures",
};

export const dueCommand = command({
  usage: "due",
  does: "which companies owe an update",
  run: () =>
    withStore(async (store) => {
      const { companies, facts } = await loadRecord(store);
      const list = whatIsDue(
        companies.map(({ id }) => id),
        facts,
        operatorNow().at.slice(0, 10),
        committedReporting(),
      );
      const rows = list.map(({ company, status, since, last, expectedOn, owed, where, note }) => [
        ...[
          company,
          WORDS[status],
          since ?? "",
          last ?? "",
          owed.length > 3 ? `${owed[0] ?? ""} to ${owed.at(-1) ?? ""}` : owed.join(", "),
        ],
        status === "due" || status === "upToDate" ? (expectedOn ?? "") : "",
        note === "" ? (where === null ? "" : placeText(where)) : note,
      ]);
      return say(columns(["company", "status", "since", "last month", "owed", "usually out on", "where, or why not"], rows));
    }),
});
