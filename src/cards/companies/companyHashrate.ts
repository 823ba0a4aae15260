/**
 * The question "how much machine power does this company run, and how much bitcoin does a unit of it bring?".
 * Figures + selection + company → hashrate installed and on average, and bitcoin produced per EH/s. The divisor is the average hashrate
 * of the period; where that is not known, what was installed at its end, which a note says.
 */
import { companyPeriods } from "../selection/range";
import { mulDiv, plainAmount } from "@/domain/amount";
import { isKnown, type KnownCell, type MissingCell, missing, weaker } from "@/domain/cell";
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { formatAmount, METRICS } from "@/domain/metric";
import type { Period } from "@/domain/period";
import { figureAddress } from "../selection/address";
import { card } from "../card";
import { panelChart } from "../charts/panelChart";
import type { Selection } from "../selection/selection";
import type { TableCell } from "../table";
import { missingCell, sourcesOf } from "../words/cells";
import { columnsOf, metricColumn, periodColumn } from "../words/columns";
import { inPeriod, thePeriod } from "../words/phrases";
import { type CompanyPeriod, companyPeriodEntries, periodRow } from "./companyPeriods";

const column = columnsOf<CompanyPeriod>();

export interface Yield {
  /** Satoshis per EH/s, rounded to a ten-thousandth of a bitcoin. */
  readonly value: number;
  readonly produced: KnownCell;
  readonly hashrate: KnownCell;
  readonly by: "avg_ehs" | "deployed_ehs";
}

/** Bitcoin per EH/s of a period, or the reason why there is none. */
export function yieldOf(figures: Figures, selection: Selection, company: Company, period: Period): Yield | MissingCell {
  const cell = (metric: "btc_produced" | "avg_ehs" | "deployed_ehs") => figures.cell(company.id, metric, period, selection.evidence);
  const produced = cell("btc_produced");
  if (!isKnown(produced)) return produced;
  for (const by of ["avg_ehs", "deployed_ehs"] as const) {
    const hashrate = cell(by);
    // EH/s are kept in millionths: satoshis × 10^6 ÷ millionths, of which the last four digits would only feign exactness.
    if (isKnown(hashrate) && hashrate.value > 0)
      return { value: mulDiv(produced.value, 100, hashrate.value) * 10_000, produced, hashrate, by };
  }
  return missing("notDisclosed");
}

export const hasYield = (value: Yield | MissingCell): value is Yield => !("evidence" in value);

export const hashrateCard = card({
  id: "hashrate-:company",
  page: "/companies/:company/dollars",
  title: ({ company }) => `${shortName(company)}: hashrate, and bitcoin per EH/s`,
  entries: companyPeriodEntries,
  sentence: ({ figures, selection, company }) => hashrateSentence(figures, selection, company),
  row: periodRow,
  columns: [
    periodColumn(),
    metricColumn("deployed_ehs"),
    metricColumn("avg_ehs"),
    column.number(
      "produced_per_ehs_btc",
      "Produced per EH/s",
      "Bitcoin produced in the period, divided by its average hashrate; where that is not known, by the hashrate deployed at its end, as the note says.",
      ({ company, period }, { figures, selection }) => yieldCell(yieldOf(figures, selection, company, period), company, period, selection),
    ),
  ],
  chart: panelChart("lines of hashrate deployed and on average, and bitcoin produced per EH/s", "produced_per_ehs_btc", [
    {
      title: "Hashrate, EH/s",
      format: "number",
      kind: "lines",
      series: [
        ["deployed_ehs", "Deployed", "produced"],
        ["average_ehs", "Average", "holds"],
      ],
    },
    {
      title: "Bitcoin produced per EH/s, BTC",
      format: "number",
      kind: "lines",
      series: [["produced_per_ehs_btc", "Produced per EH/s", "sold"]],
    },
  ]),
});

function yieldCell(value: Yield | MissingCell, company: Company, period: Period, selection: Selection): TableCell {
  if (!hasYield(value)) return missingCell(value, figureAddress(company.id, period, "btc_produced", selection));
  return {
    kind: "value",
    plain: plainAmount(value.value, "BTC"),
    text: formatAmount(value.value, "BTC", 2),
    evidence: weaker(value.produced.evidence, value.hashrate.evidence),
    href: figureAddress(company.id, period, value.by, selection),
    sources: sourcesOf([...value.produced.facts, ...value.hashrate.facts]),
    ...(value.by === "deployed_ehs" && { note: "Per EH/s deployed at the end: the average is not known." }),
  };
}

/** The latest bitcoin per EH/s of the range and what it was divided by; else the latest hashrate alone; undefined when none is known. */
export function hashrateSentence(figures: Figures, selection: Selection, company: Company): string | undefined {
  const periods = companyPeriods(figures, selection, company);
  const known = periods.flatMap((period) => {
    const value = yieldOf(figures, selection, company, period);
    return hasYield(value) ? [{ period, value }] : [];
  });
  const last = known.at(-1);
  const name = shortName(company);
  if (last) {
    const which = last.value.by === "avg_ehs" ? "of average hashrate" : "deployed at its end";
    const size = `${formatAmount(last.value.hashrate.value, "EH/s", METRICS.avg_ehs.decimals)} EH/s`;
    return `${name} produced ${formatAmount(last.value.value, "BTC", 2)} BTC per EH/s ${inPeriod(last.period)}, on ${size} ${which}.`;
  }
  for (const period of periods.toReversed()) {
    const cell = figures.cell(company.id, "deployed_ehs", period, selection.evidence);
    if (isKnown(cell)) return `${name} had ${formatAmount(cell.value, "EH/s", 2)} EH/s deployed at the end of ${thePeriod(period)}.`;
  }
  return undefined;
}
