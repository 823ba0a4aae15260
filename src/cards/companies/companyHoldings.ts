/** A company's holdings, the unrestricted part, and their change, where both ends are known on one basis. */
import { companyPeriods } from "../selection/scope";
import { isKnown } from "@/domain/facts/cell";
import { shortName } from "@/domain/facts/company";
import { holdingsChange, isChange } from "@/domain/measures/holdingsChange";
import type { AskedCompany } from "../asked";
import { card } from "../card";
import { CHANGE_PANELS, panelChart } from "../charts/panelChart";
import { figureAddress } from "../selection/address";
import { missingCell, otherBasisCell, provenanceOf } from "../words/cells";
import { changeColumns } from "../words/changeCells";
import { basisOf, type CompanyPeriod, metricColumn, periodColumn } from "../words/columns";
import { OVER_TIME } from "./companyHistory";
import { btc, inPeriod, knownOf, risenOrFallen, thePeriod } from "../words/phrases";

export const holdingsCard = card({
  id: "holdings-:company",
  page: "/companies/:company",
  title: ({ company }) => `${shortName(company)}: bitcoin held`,
  ...OVER_TIME,
  sentence: holdingsSentence,
  columns: [periodColumn(), metricColumn("btc_held"), metricColumn("btc_restricted")],
  chart: panelChart("bars of bitcoin held at each period’s end, the restricted part within them", "held_btc", [
    {
      title: "Bitcoin held at the end of the period, BTC",
      format: "number",
      kind: "bars",
      series: [
        ["held_btc", "Held", "produced"],
        ["restricted_btc", "of which restricted", "holds", "optional"],
      ],
    },
  ]),
});

/** The latest holdings in the range, the restricted part, and the maximum; undefined when none is known. */
function holdingsSentence(asked: AskedCompany): string | undefined {
  const { figures, selection, company } = asked;
  const known = companyPeriods(asked).flatMap((period) => {
    const cell = figures.cell(company.id, "btc_held", period, selection.evidence);
    return isKnown(cell) ? [{ period, cell, basis: basisOf(figures, cell) }] : [];
  });
  const last = known.at(-1);
  if (!last) return undefined;
  const restricted = figures.cell(company.id, "btc_restricted", last.period, selection.evidence);
  const part = isKnown(restricted) ? `, of which ${btc(restricted.value)} were restricted` : "";
  const counts = last.basis === "" ? "" : ` (${last.basis})`;
  const most = known.filter(({ basis }) => basis === last.basis).reduce((a, b) => (b.cell.value > a.cell.value ? b : a));
  const peak =
    most === last
      ? known.length > 1
        ? ", the most in the range shown"
        : ""
      : `; the most ${known.some(({ basis }) => basis !== last.basis) ? "counted in the same way" : "in the range shown"} was ${btc(most.cell.value)}, at the end of ${thePeriod(most.period)}`;
  return `At the end of ${thePeriod(last.period)}, ${shortName(company)} held ${btc(last.cell.value)}${counts}${part}${peak}.`;
}

const change = changeColumns<CompanyPeriod>(({ company, period }, { figures, selection }) => {
  const href = figureAddress(company.id, period, "btc_held", selection);
  const found = holdingsChange(figures, company.id, period, selection.evidence);
  if (isChange(found))
    return { period, change: found.change, before: found.from.value, href, provenance: provenanceOf([found.from, found.to]) };
  return found.evidence === "otherBasis" ? otherBasisCell(href) : missingCell(found, href);
});

export const holdingsChangeCard = card({
  id: "held-change-:company",
  page: "/companies/:company",
  title: ({ company, selection }) => `${shortName(company)}: change of the bitcoin held, per ${selection.per}`,
  ...OVER_TIME,
  sentence: changeSentence,
  columns: [periodColumn(), change.btc, change.share, change.usd, metricColumn("btc_held")],
  chart: panelChart(...CHANGE_PANELS),
});

/** "of which 41 ended with more than before and 3 with less"; "all of which ended with less than before" where that holds of each. */
function riseAndFall(rose: number, fell: number, known: number): string {
  if (rose === known) return "all of which ended with more than before";
  if (fell === known) return "all of which ended with less than before";
  return `of which ${rose === 0 ? "none" : rose} ended with more than before and ${fell === 0 ? "none" : fell} with less`;
}

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
      : ` The change is known for ${knownOf(known.length, periods.length, selection.per)}, ${riseAndFall(rose, fell, known.length)}.`;
  return `${shortName(company)}’s holdings ${risenOrFallen(last.change)} ${inPeriod(last.period)}, to ${btc(last.to.value)}.${often}`;
}
