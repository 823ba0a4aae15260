/** A company in dollars: proceeds as reported, else estimated at the month's mean price and marked so; holdings at the month's close. */
import { companyPeriods } from "../selection/scope";
import { isKnown } from "@/domain/facts/cell";
import { shortName } from "@/domain/facts/company";
import { holdingsValue, proceedsOf } from "@/domain/measures/dollars";
import { figureAddress } from "../selection/address";
import type { Asked, AskedCompany } from "../asked";
import { card } from "../card";
import { panelChart } from "../charts/panelChart";
import type { TableCell } from "../tables/table";
import { dollarCell, missingCell, unpricedCell } from "../words/cells";
import { columnsOf, type CompanyPeriod, metricColumn, periodColumn } from "../words/columns";
import { dollars, knownOf } from "../words/phrases";
import { OVER_TIME } from "./companyHistory";

const column = columnsOf<CompanyPeriod>();
const proceeds = metricColumn("sale_proceeds_usd");

export const dollarsCard = card({
  id: "dollars-:company",
  page: "/companies/:company/dollars",
  leads: ["/companies/:company/dollars"],
  title: ({ company }) => `${shortName(company)}: sales and holdings in US dollars`,
  ...OVER_TIME,
  sentence: dollarsSentence,
  columns: [
    periodColumn(),
    {
      ...proceeds,
      description: `${proceeds.description} Where not stated: sold at the month’s average price, marked as estimated.`,
      cell: proceedsCell,
    },
    metricColumn("avg_sale_price_usd"),
    column.number(
      "holdings_value_usd",
      "Value of holdings",
      "Bitcoin held at the end of the period at the closing price of its last month: an estimate.",
      valueCell,
    ),
  ],
  chart: panelChart("bars of what sales brought, and of the value of the holdings", "proceeds_usd", [
    { title: "Proceeds of sales, US dollars", format: "usd", kind: "bars", series: [["proceeds_usd", "Proceeds", "sold"]] },
    {
      title: "Value of holdings, US dollars",
      format: "usd",
      kind: "bars",
      series: [["holdings_value_usd", "Value of holdings", "produced"]],
    },
  ]),
});

function proceedsCell({ company, period }: CompanyPeriod, { figures, selection }: Asked): TableCell {
  const value = proceedsOf(figures, company.id, period, selection.evidence);
  if (value) return dollarCell(value, figureAddress(company.id, period, value.estimated ? "btc_sold" : "sale_proceeds_usd", selection));
  const sold = figures.cell(company.id, "btc_sold", period, selection.evidence);
  const stated = figures.cell(company.id, "sale_proceeds_usd", period, selection.evidence);
  const why = !isKnown(sold) ? sold : stated;
  const href = figureAddress(company.id, period, "sale_proceeds_usd", selection);
  return isKnown(why) ? unpricedCell(href) : missingCell(why, href);
}

function valueCell({ company, period }: CompanyPeriod, { figures, selection }: Asked): TableCell {
  const href = figureAddress(company.id, period, "btc_held", selection);
  const held = figures.cell(company.id, "btc_held", period, selection.evidence);
  return isKnown(held) ? dollarCell(holdingsValue(figures, company.id, period, selection.evidence), href) : missingCell(held, href);
}

/** The proceeds of the range's sales, and how much of them is estimated; undefined when no sale of the range is known. */
export function dollarsSentence(asked: AskedCompany): string | undefined {
  const { figures, selection, company } = asked;
  const periods = companyPeriods(asked);
  const values = periods.flatMap((period) => proceedsOf(figures, company.id, period, selection.evidence) ?? []);
  if (values.length === 0) return undefined;
  const sum = values.reduce((total, { value }) => total + value, 0);
  const estimated = values.filter(({ estimated }) => estimated).reduce((total, { value }) => total + value, 0);
  const how =
    estimated === 0
      ? "all of it reported"
      : estimated === sum
        ? "estimated at average prices"
        : `${dollars(estimated)} of it estimated at average prices`;
  const name = shortName(company);
  const known = knownOf(values.length, periods.length, selection.per);
  const over = `${values.length === 1 ? `in the one ${selection.per}` : `over the ${known}`} whose proceeds are known or can be estimated`;
  // What follows from a company's word alone is told as that.
  const byWord = values.filter(({ cell }) => cell.evidence === "policy").length;
  const word = byWord === 0 ? "" : byWord === values.length ? ", by its stated policy" : `, in ${byWord} of them by its stated policy`;
  return sum === 0 ? `${name} sold no bitcoin ${over}${word}.` : `${name}’s sales brought ${dollars(sum)} ${over}, ${how}.`;
}
