/**
 * The question "by how much did the bitcoin that these miners hold together change?", period by period. Only companies whose holdings
 * are known at both ends, on one basis, are in a sum, so that nobody's silence looks like a sale; each sum says whose they are.
 */
import { shortName } from "@/domain/company";
import { type ChangeTogether, changeTogether } from "@/domain/holdingsChange";
import { panelCompanies } from "@/domain/panel";
import { type Asked, card } from "../card";
import { changeTogetherChart } from "../charts/holdingsChangeChart";
import { periodAddress } from "../selection/address";
import { memoize } from "../selection/memoize";
import { filterOf, type Selection } from "../selection/selection";
import type { TableCell } from "../table";
import { countCell, pooledValue, unknownCell } from "../words/cells";
import { atClose, CHANGE_DESCRIPTION, changeAmount } from "../words/changeCells";
import { columnsOf, periodColumn } from "../words/columns";
import { count, inPeriod, listed, panelName, risenOrFallen } from "../words/phrases";
import { selectedPeriods } from "./pooled";

const sums = memoize((figures: Asked["figures"], selection: Selection): readonly ChangeTogether[] =>
  selectedPeriods(figures, selection).map((period) =>
    changeTogether(
      figures,
      panelCompanies(figures, { period, filter: filterOf(selection), mode: selection.evidence }),
      period,
      selection.evidence,
    ),
  ),
);

const hrefOf = ({ period }: ChangeTogether, { selection }: Asked): string => periodAddress(period, selection);

const column = columnsOf<ChangeTogether>();

/** A cell made of the sum; missing where no company has a change. */
const summed =
  (made: (sum: ChangeTogether, href: string, asked: Asked) => TableCell) =>
  (sum: ChangeTogether, asked: Asked): TableCell => {
    const href = hrefOf(sum, asked);
    if (sum.members.length === 0) return unknownCell(href);
    return pooledValue(
      made(sum, href, asked),
      sum.members.flatMap(({ from, to }) => [from, to]),
    );
  };

export const changeTogetherCard = card({
  id: "held-change",
  page: "/",
  title: ({ selection }) => `Change of the bitcoin held together, ${panelName(selection)}, per ${selection.per}`,
  entries: ({ figures, selection }) => sums(figures, selection),
  sentence: (_, entries) => {
    const latest = entries.findLast((sum) => !sum.thin);
    if (!latest) return undefined;
    const { members, period, change } = latest;
    const who =
      members.length === 1 ? "The holdings of the one company" : `The holdings of the ${count(members.length, "company", "companies")}`;
    return `${who} known at the beginning and at the end ${risenOrFallen(change)} ${inPeriod(period)}.`;
  },
  row: (sum, asked) => ({ key: sum.period, href: hrefOf(sum, asked) }),
  columns: [
    periodColumn(),
    column.number(
      "change_btc",
      "Change",
      "BTC",
      `Sum over the companies that have a change. ${CHANGE_DESCRIPTION.btc}`,
      summed(({ change }, href) => changeAmount(change, "BTC", href)),
    ),
    column.number(
      "change_usd",
      "In dollars",
      "USD",
      CHANGE_DESCRIPTION.usd,
      summed(({ change, period }, href, { figures }) => atClose(figures, period, change, href)),
    ),
    column.number("companies", "Companies", "", "Companies whose changes are in the sum.", (sum, asked) =>
      countCell(sum.members.length, hrefOf(sum, asked)),
    ),
    column.text("panel", "In the sum", "Whose changes are in the sum.", ({ members }) =>
      listed(members.map(({ company }) => shortName(company))),
    ),
    column.number(
      "unknown",
      "No change known",
      "",
      "Companies that pass the filter, but whose holdings are not known at both ends on one basis.",
      (sum, asked) => countCell(sum.unknown.length, hrefOf(sum, asked)),
    ),
    column.text(
      "thin",
      "Thin",
      "The companies in the sum hold less than 80% of what all of these last held: the chart leaves the period out.",
      ({ thin }) => (thin ? "thin" : ""),
    ),
  ],
  chart: changeTogetherChart,
});
