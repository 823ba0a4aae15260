/**
 * The question "by how much did this company's holdings rise or fall, period by period?".
 * Figures + selection + company → a table of changes in bitcoin, in percent of what was held before, and in dollars at the closing
 * price. Both ends must be known and count the same thing; else the cell says which is not.
 */
import { companyPeriods } from "../selection/range";
import { shortName } from "@/domain/company";
import { holdingsChange, isChange } from "@/domain/holdingsChange";
import type { AskedCompany } from "../asked";
import { card } from "../card";
import { CHANGE_PANELS, panelChart } from "../charts/panelChart";
import { figureAddress } from "../selection/address";
import { missingCell, otherBasisCell, standingOf } from "../words/cells";
import { changeColumns } from "../words/changeCells";
import { type CompanyPeriod, metricColumn, periodColumn } from "../words/columns";
import { btc, inPeriod, knownOf, risenOrFallen } from "../words/phrases";
import { companyPeriodEntries, periodRow } from "./companyPeriods";

const change = changeColumns<CompanyPeriod>(({ company, period }, { figures, selection }) => {
  const href = figureAddress(company.id, period, "btc_held", selection);
  const found = holdingsChange(figures, company.id, period, selection.evidence);
  if (isChange(found))
    return { period, change: found.change, before: found.from.value, href, standing: standingOf([found.from, found.to]) };
  return found.evidence === "otherBasis" ? otherBasisCell(href) : missingCell(found, href);
});

export const holdingsChangeCard = card({
  id: "held-change-:company",
  page: "/companies/:company",
  title: ({ company, selection }) => `${shortName(company)}: change of the bitcoin held, per ${selection.per}`,
  entries: companyPeriodEntries,
  sentence: changeSentence,
  row: periodRow,
  columns: [periodColumn(), change.btc, change.share, change.usd, metricColumn("btc_held")],
  chart: panelChart(...CHANGE_PANELS),
});

/** The latest change, and in how many of the periods the holdings rose and fell; undefined where none is known. */
function changeSentence(asked: AskedCompany): string | undefined {
  const { figures, selection, company } = asked;
  const periods = companyPeriods(asked);
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
