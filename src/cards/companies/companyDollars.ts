/**
 * The question "what is it in dollars?": what sales brought and what the holdings were worth.
 * Figures + selection + company → a table with proceeds as reported, else estimated at the month's average price and marked so, the
 * stated price per bitcoin, and the holdings at the month's closing price.
 */
import { isKnown } from "@/domain/cell";
import { type Company, shortName } from "@/domain/company";
import { holdingsValue, proceedsOf } from "@/domain/dollars";
import type { Figures } from "@/domain/figures";
import type { Period } from "@/domain/period";
import { figureAddress } from "../selection/address";
import { dollarCell, metricCell, metricField, missingCell } from "../words/cells";
import { companyPeriods, PERIOD_COLUMN, periodCell } from "./companyPeriods";
import type { Selection } from "../selection/selection";
import type { Column, Row, Table, TableCell } from "../table";
import { count, dollars } from "../words/words";
import { numberColumn } from "../words/columns";

const VALUE_COLUMN: Column = numberColumn(
  "holdings_value_usd",
  "Value of holdings",
  "USD",
  "Bitcoin held at the end of the period at the closing price of its last month: an estimate.",
);

export function dollarsTable(figures: Figures, selection: Selection, company: Company): Table {
  const proceeds = metricField("sale_proceeds_usd");
  const words = dollarsSentence(figures, selection, company);
  return {
    id: `dollars-${company.id}`,
    title: `${shortName(company)}: sales and holdings in US dollars`,
    ...(words !== undefined && { sentence: words }),
    columns: [
      PERIOD_COLUMN,
      { ...proceeds, description: `${proceeds.description} Where not stated: sold at the month's average price, marked as estimated.` },
      metricField("avg_sale_price_usd"),
      VALUE_COLUMN,
    ],
    rows: companyPeriods(figures, selection, company).map((period) => dollarsRow(figures, selection, company, period)),
  };
}

function dollarsRow(figures: Figures, selection: Selection, company: Company, period: Period): Row {
  const place = { company: company.id, period, selection };
  const price = figures.cell(company.id, "avg_sale_price_usd", period, selection.evidence);
  return {
    key: period,
    cells: {
      period: periodCell(period, selection),
      proceeds_usd: proceedsCell(figures, selection, company, period),
      average_sale_price_usd: metricCell(price, "avg_sale_price_usd", place),
      holdings_value_usd: valueCell(figures, selection, company, period),
    },
  };
}

function proceedsCell(figures: Figures, selection: Selection, company: Company, period: Period): TableCell {
  const value = proceedsOf(figures, company.id, period, selection.evidence);
  if (value) return dollarCell(value, figureAddress(company.id, period, value.estimated ? "btc_sold" : "sale_proceeds_usd", selection));
  const sold = figures.cell(company.id, "btc_sold", period, selection.evidence);
  const stated = figures.cell(company.id, "sale_proceeds_usd", period, selection.evidence);
  const why = !isKnown(sold) ? sold : stated;
  return missingCell(
    isKnown(why) ? { evidence: "missing", reason: "notDisclosed" } : why,
    figureAddress(company.id, period, "sale_proceeds_usd", selection),
  );
}

function valueCell(figures: Figures, selection: Selection, company: Company, period: Period): TableCell {
  const href = figureAddress(company.id, period, "btc_held", selection);
  const held = figures.cell(company.id, "btc_held", period, selection.evidence);
  return isKnown(held) ? dollarCell(holdingsValue(figures, company.id, period), href) : missingCell(held, href);
}

/** What the sales of the range brought, and how much of that is estimated; undefined when no sale of the range is known. */
export function dollarsSentence(figures: Figures, selection: Selection, company: Company): string | undefined {
  const values = companyPeriods(figures, selection, company).flatMap(
    (period) => proceedsOf(figures, company.id, period, selection.evidence) ?? [],
  );
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
  const over = `over the ${count(values.length, selection.per)} with known sales`;
  return sum === 0 ? `${name} sold no bitcoin ${over}.` : `${name}’s sales brought ${dollars(sum)} ${over}, ${how}.`;
}
