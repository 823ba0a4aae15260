/** Which companies still report, and which stopped: overdue (45 days after the next month's end) on the day of the latest publication. */
import { wholeAnswers } from "@/domain/figures/answers";
import { type Company, shortName } from "@/domain/facts/company";
import { UNDATED_DELAY_DAYS } from "@/domain/facts/fact";
import type { Figures } from "@/domain/figures/figures";
import { groupBy, compareText } from "@/domain/shared/group";
import { once } from "@/domain/shared/once";
import { addDays, type Day, endOf, kindOf, monthOfDay, monthsBetween, type Period, shift } from "@/domain/values/period";
import type { Asked } from "../asked";
import { card } from "../card";
import { periodText, countCell, textCell } from "../words/cells";
import { companiesInScope } from "../selection/scope";
import { companyNames, count, periodName } from "../words/phrases";
import { columnsOf, companyColumn } from "../words/columns";
import { figurePeriodCell } from "../words/figureColumns";

interface Staleness {
  readonly company: Company;
  /** Last month for which a source states the month's own production; undefined: never monthly. */
  readonly lastMonthly: Period | undefined;
  /** Last month with any figure; undefined: none at all. */
  readonly last: Period | undefined;
  /** Whole months from the last month with any figure to today's. */
  readonly monthsSince: number | undefined;
  /** Monthly, stopped (monthly before, not now), longer (never monthly), nothing. */
  readonly state: "monthly" | "stopped" | "longer" | "nothing";
}

/** Cached, because it scans all facts of a company. */
const lastMonthlyOf = wholeAnswers((figures, { id }): Period | undefined => {
  let latest: Period | undefined;
  for (const { metric, period } of figures.factsOf(id))
    if (metric === "btc_produced" && kindOf(period) === "month" && (latest === undefined || period > latest)) latest = period;
  return latest;
});

export function stalenessOf(figures: Figures, company: Company): Staleness {
  const last = figures.reportingSpan(company.id)?.to;
  const lastMonthly = lastMonthlyOf(figures, company, "best");
  const monthsSince = last && monthsBetween(last, monthOfDay(figures.today));
  const state = last === undefined ? "nothing" : lastMonthly === undefined ? "longer" : stateAfter(figures, lastMonthly);
  return { company, lastMonthly, last, monthsSince, state };
}

/** The day on which the month after `month` is overdue, so that nobody may say any more that a company goes on as in `month`. */
export const overdueFrom = once((month: Period): Day => addDays(endOf(shift(month, 1)), UNDATED_DELAY_DAYS + 1));

/** A company has stopped when its next month was overdue on the day of the record's latest publication. */
const stateAfter = ({ record: { version }, today }: Figures, lastMonthly: Period): Staleness["state"] =>
  (version.date < today ? version.date : today) >= overdueFrom(lastMonthly) ? "stopped" : "monthly";

export function stalenessText({ company, lastMonthly, last, state }: Staleness): string {
  const name = shortName(company);
  if (state === "nothing" || last === undefined) return `The record has no figure of ${name}.`;
  if (lastMonthly === undefined)
    return `${name} has no production by the month; its figures for longer periods and month ends reach to ${periodName(last)}.`;
  if (state === "monthly") return `${name} has published monthly production up to ${periodName(lastMonthly)}.`;
  const on = last > lastMonthly ? `; other figures reach to ${periodName(last)}` : "";
  return `${name} published its last monthly production for ${periodName(lastMonthly)}${on}.`;
}

/** All companies of the selection: those that still report first, then those that stopped, latest first. */
export function stalenessList(asked: Asked): Staleness[] {
  const { figures } = asked;
  const order: Staleness["state"][] = ["monthly", "stopped", "longer", "nothing"];
  const key = (entry: Staleness) => entry.lastMonthly ?? entry.last ?? "";
  return companiesInScope(asked)
    .map((company) => stalenessOf(figures, company))
    .sort((a, b) => (a.state === b.state ? compareText(key(b), key(a)) : order.indexOf(a.state) - order.indexOf(b.state)));
}

const column = columnsOf<Staleness>();

export const stalenessCard = card({
  id: "coverage-last",
  page: "/coverage",
  title: "Who still reports, and who stopped",
  entries: stalenessList,
  sentence: (_, entries) => stalenessSummary(entries),
  row: ({ company }) => ({ key: company.id }),
  columns: [
    companyColumn,
    column.text(
      "last_monthly",
      "Last month",
      "Last month for which a source states that month’s production.",
      ({ company, lastMonthly }, asked) =>
        lastMonthly ? figurePeriodCell({ company: company.id, metric: "btc_produced", period: lastMonthly }, asked) : textCell("none"),
    ),
    column.text("last", "Last figure", "Last month with any figure, quarters and month-end holdings included.", ({ last }) =>
      last ? periodText(last) : "none",
    ),
    column.number("months_since", "Months since", "Whole months from the last figure of any kind to today.", ({ monthsSince }) =>
      monthsSince === undefined ? textCell("no figure") : countCell(monthsSince),
    ),
    column.text(
      "in_words",
      "In words",
      "Up to when the company has published its production by the month, and what came later.",
      stalenessText,
    ),
  ],
});

/** How many have reported a month of late, and which stopped latest. Whether they go on is not known. */
export function stalenessSummary(list: readonly Staleness[]): string {
  const monthly = list.filter(({ state }) => state === "monthly");
  const byMonth = groupBy(
    list.filter(({ state }) => state === "stopped"),
    ({ lastMonthly }) => lastMonthly ?? "",
  );
  const latest = [...byMonth.entries()].sort(([a], [b]) => compareText(b, a))[0];
  if (list.length === 0 || (monthly.length === 0 && !latest)) return "";
  const still =
    monthly.length === 0
      ? "No company has published a month’s production of late"
      : `${count(monthly.length, "company has", "companies have")} published a month’s production of late`;
  if (!latest) return `${still}.`;
  const names = companyNames(latest[1].map(({ company }) => company));
  return `${still}; the last to stop ${latest[1].length === 1 ? "was" : "were"} ${names}, after ${periodName(latest[0] as Period)}.`;
}
