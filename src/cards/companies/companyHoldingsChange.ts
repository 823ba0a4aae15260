/**
 * The question "by how much did this company's holdings rise or fall, period by period?".
 * Figures + selection + company → a table of changes in bitcoin, in percent of what was held before, and in dollars at the closing
 * price. Both ends must be known and count the same thing; else the cell says which is not.
 */
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { type HoldingsChange, holdingsChange, isChange } from "@/domain/holdingsChange";
import { type Asked, card } from "../card";
import { holdingsChangeChart } from "../charts/holdingsChangeChart";
import { figureAddress } from "../selection/address";
import type { Selection } from "../selection/selection";
import type { TableCell } from "../table";
import { missingCell, otherBasisCell, pooledValue } from "../words/cells";
import { atClose, CHANGE_DESCRIPTION, changeAmount, changeShare } from "../words/changeCells";
import { columnsOf, metricColumn, periodColumn } from "../words/columns";
import { btc, inPeriod, knownOf, risenOrFallen } from "../words/phrases";
import { type CompanyPeriod, companyPeriodEntries, companyPeriods, periodRow } from "./companyPeriods";

const column = columnsOf<CompanyPeriod>();

/** A cell made of the change and of what it stands on, or the reason why there is no change. */
const changed =
  (made: (change: HoldingsChange, href: string, entry: CompanyPeriod, asked: Asked) => TableCell) =>
  (entry: CompanyPeriod, asked: Asked): TableCell => {
    const { company, period } = entry;
    const href = figureAddress(company.id, period, "btc_held", asked.selection);
    const found = holdingsChange(asked.figures, company.id, period, asked.selection.evidence);
    if (isChange(found)) return pooledValue(made(found, href, entry, asked), [found.from, found.to]);
    return found.evidence === "otherBasis" ? otherBasisCell(href) : missingCell(found, href);
  };

export const holdingsChangeCard = card({
  id: "held-change-:company",
  page: "/companies/:company",
  title: ({ company, selection }) => `${shortName(company)}: change of the bitcoin held, per ${selection.per}`,
  entries: companyPeriodEntries,
  sentence: ({ figures, selection, company }) => changeSentence(figures, selection, company),
  row: periodRow,
  columns: [
    periodColumn(),
    column.number(
      "change_btc",
      "Change",
      "BTC",
      CHANGE_DESCRIPTION.btc,
      changed(({ change }, href) => changeAmount(change, "BTC", href)),
    ),
    column.number(
      "change_pct",
      "Change in %",
      "%",
      CHANGE_DESCRIPTION.share,
      changed(({ change, from }, href) => changeShare(change, from.value, href)),
    ),
    column.number(
      "change_usd",
      "In dollars",
      "USD",
      CHANGE_DESCRIPTION.usd,
      changed(({ change }, href, { period }, { figures }) => atClose(figures, period, change, href)),
    ),
    metricColumn("btc_held"),
  ],
  chart: holdingsChangeChart,
});

/** The latest change, and in how many of the periods the holdings rose and fell; undefined where none is known. */
export function changeSentence(figures: Figures, selection: Selection, company: Company): string | undefined {
  const periods = companyPeriods(figures, selection, company);
  const known = periods.flatMap((period) => {
    const found = holdingsChange(figures, company.id, period, selection.evidence);
    return isChange(found) ? [{ period, ...found }] : [];
  });
  const last = known.at(-1);
  if (!last) return undefined;
  const [rose, fell] = [known.filter(({ change }) => change > 0).length, known.filter(({ change }) => change < 0).length];
  const often =
    known.length === 1
      ? ""
      : ` The change is known for ${knownOf(known.length, periods.length, selection.per)}, of which ${rose} ended with more than before and ${fell} with less.`;
  return `${shortName(company)}’s holdings ${risenOrFallen(last.change)} ${inPeriod(last.period)}, to ${btc(last.to.value)}.${often}`;
}
