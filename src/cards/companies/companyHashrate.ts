/** Hashrate, and bitcoin produced per EH/s: divided by the period's average, else by the hashrate installed at its end, with a note. */
import { companyPeriods } from "../selection/scope";
import { mulDiv, plainAmount } from "@/domain/values/amount";
import { isKnown, type KnownCell, type MissingCell, missing, weaker } from "@/domain/facts/cell";
import { shortName } from "@/domain/facts/company";
import { type Hashrate, hashrateOf } from "@/domain/measures/hashrate";
import { formatAmount, METRICS } from "@/domain/values/metric";
import { figureAddress } from "../selection/address";
import type { Asked, AskedCompany } from "../asked";
import { card } from "../card";
import { panelChart } from "../charts/panelChart";
import type { TableCell } from "../tables/table";
import { missingCell } from "../words/cells";
import { fromFacts } from "../words/sourcedCell";
import { columnsOf, type CompanyPeriod, metricColumn, periodColumn } from "../words/columns";
import { inPeriod, thePeriod } from "../words/phrases";
import { OVER_TIME } from "./companyHistory";

const column = columnsOf<CompanyPeriod>();

interface Yield {
  /** Satoshis per EH/s, rounded to a ten-thousandth of a bitcoin. */
  readonly value: number;
  readonly produced: KnownCell;
  readonly hashrate: Hashrate;
}

/** Bitcoin per EH/s in a period, or the reason why it is missing. */
function yieldOf({ company, period }: CompanyPeriod, { figures, selection }: Asked): Yield | MissingCell {
  const produced = figures.cell(company.id, "btc_produced", period, selection.evidence);
  if (!isKnown(produced)) return produced;
  const hashrate = hashrateOf(figures, company.id, period, selection.evidence);
  // EH/s are kept in millionths: satoshis × 10^6 ÷ millionths, whose last four digits are beyond the precision of the inputs.
  return hashrate ? { value: mulDiv(produced.value, 100, hashrate.cell.value) * 10_000, produced, hashrate } : missing("notDisclosed");
}

const hasYield = (value: Yield | MissingCell): value is Yield => !("evidence" in value);

export const hashrateCard = card({
  id: "hashrate-:company",
  page: "/companies/:company/dollars",
  title: ({ company }) => `${shortName(company)}: hashrate, and bitcoin per EH/s`,
  ...OVER_TIME,
  sentence: hashrateSentence,
  columns: [
    periodColumn(),
    metricColumn("deployed_ehs"),
    metricColumn("avg_ehs"),
    column.number(
      "produced_per_ehs_btc",
      "Produced per EH/s",
      "Bitcoin produced in the period, divided by its average hashrate; where that is not known, by the hashrate deployed at its end, as the note says.",
      yieldCell,
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

function yieldCell(entry: CompanyPeriod, asked: Asked): TableCell {
  const value = yieldOf(entry, asked);
  const hrefOf = (metric: "btc_produced" | Hashrate["by"]) => figureAddress(entry.company.id, entry.period, metric, asked.selection);
  if (!hasYield(value)) return missingCell(value, hrefOf("btc_produced"));
  return {
    kind: "value",
    plain: plainAmount(value.value, "BTC"),
    text: formatAmount(value.value, "BTC", 2),
    evidence: weaker(value.produced.evidence, value.hashrate.cell.evidence),
    href: hrefOf(value.hashrate.by),
    ...fromFacts([...value.produced.facts, ...value.hashrate.cell.facts]),
    ...(value.hashrate.by === "deployed_ehs" && { note: "Per EH/s deployed at the end: the average is not known." }),
  };
}

/** The latest bitcoin per EH/s of the range and its divisor; else the latest hashrate alone; undefined when none is known. */
export function hashrateSentence(asked: AskedCompany): string | undefined {
  const { figures, selection, company } = asked;
  const periods = companyPeriods(asked);
  const known = periods.flatMap((period) => {
    const value = yieldOf({ company, period }, asked);
    return hasYield(value) ? [{ period, value }] : [];
  });
  const last = known.at(-1);
  const name = shortName(company);
  if (last) {
    const which = last.value.hashrate.by === "avg_ehs" ? "of average hashrate" : "deployed at its end";
    const size = `${formatAmount(last.value.hashrate.cell.value, "EH/s", METRICS.avg_ehs.decimals)} EH/s`;
    return `${name} produced ${formatAmount(last.value.value, "BTC", 2)} BTC per EH/s ${inPeriod(last.period)}, on ${size} ${which}.`;
  }
  for (const period of periods.toReversed()) {
    const cell = figures.cell(company.id, "deployed_ehs", period, selection.evidence);
    if (isKnown(cell)) return `${name} had ${formatAmount(cell.value, "EH/s", 2)} EH/s deployed at the end of ${thePeriod(period)}.`;
  }
  return undefined;
}
