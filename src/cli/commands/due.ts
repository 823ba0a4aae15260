/** `record due`: companies whose update is due, late or has stopped, and the likely address of the next release. */
import { DUE_LABEL, dueList, whereText } from "@/finder/due/due";
import { committedReporting } from "@/finder/due/reporting";
import { loadRecord } from "@/record/store/states/loadRecord";
import { columns, command, operatorNow, say, withStore } from "./terminal";

export const dueCommand = command({
  usage: "due",
  does: "which companies owe an update",
  run: () =>
    withStore(async (store) => {
      const { companies, facts } = await loadRecord(store);
      const list = dueList(
        companies.map(({ id }) => id),
        facts,
        operatorNow().at.slice(0, 10),
        committedReporting(),
      );
      const rows = list.map(({ company, status, since, last, expectedOn, owed, where, note }) => [
        ...[company, DUE_LABEL[status], since ?? "", last ?? ""],
        owed.length > 3 ? `${owed[0] ?? ""} to ${owed.at(-1) ?? ""}` : owed.join(", "),
        status === "due" || status === "upToDate" ? (expectedOn ?? "") : "",
        whereText({ where, note }, ""),
      ]);
      return say(columns(["company", "status", "since", "last month", "owed", "usually out on", "where, or why not"], rows));
    }),
});
