/**
 * The table of one month, quarter or year: a row for each company that passes the filter, with what it produced, sold and held, its
 * sell-through and stance, how each figure is known and where it is explained. What is missing says why.
 */
import { isKnown } from "@/domain/cell";
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { panelCompanies } from "@/domain/panel";
import { endOf, monthOfDay, type Period } from "@/domain/period";
import { hasRatio, sellThrough } from "@/domain/sellThrough";
import { differsFromPolicy, POLICY_LABEL, STANCE_LABEL, stanceAt, statedPolicy } from "@/domain/stance";
import { companyAddress } from "../selection/address";
import { metricCell, metricColumn, ratioCell, SELL_THROUGH_COLUMN, textCell } from "../words/cells";
import { headlineWords } from "./headline";
import { poolAt } from "./pooled";
import { reportText } from "./report";
import { filterOf, type Selection } from "../selection/selection";
import { plain } from "../words/sentence";
import type { Column, Row, Table, TableCell } from "../table";
import { periodName } from "../words/words";
import { textColumn } from "../words/columns";

export const PERIOD_COLUMNS: readonly Column[] = [
  textColumn("company", "Company", "The company's short name."),
  metricColumn("btc_produced"),
  metricColumn("btc_sold"),
  SELL_THROUGH_COLUMN,
  metricColumn("btc_held"),
  textColumn(
    "stance",
    "Stance",
    "By sell-through over the last three months with data: holds below 5%, sells some, sells all 95–105%, sells more above.",
  ),
  {
    key: "policy",
    label: "Stated policy",
    kind: "text",
    unit: "",
    description: "What the company said it does, and whether its deeds differ.",
    sourced: true,
  },
  textColumn("in_panel", "In the pooled number", "Whether the company is in the pooled figure of the period."),
];

/** Companies with a figure in the period come first, by production; those with nothing at all are left to the coverage view. */
export function periodTable(figures: Figures, selection: Selection, period: Period): Table {
  const companies = panelCompanies(figures, { period, filter: filterOf(selection), mode: selection.evidence });
  const rows = companies
    .filter((company) => selection.companies.length > 0 || hasAnything(figures, company, period))
    .sort((a, b) => production(figures, b, period) - production(figures, a, period))
    .map((company) => companyRow(figures, selection, company, period));
  return { id: `miners-${period}`, title: `Produced, sold and held, ${periodName(period)}`, columns: PERIOD_COLUMNS, rows };
}

/** Holders against sellers: the companies of the pooled number by the share they sold, most first; those without a share are left out. */
export function shareTable(figures: Figures, selection: Selection, period: Period): Table {
  const { members } = poolAt(figures, selection, period);
  const rows = [...members]
    .sort((a, b) => b.sellThrough.ratio - a.sellThrough.ratio)
    .map(({ company }) => companyRow(figures, selection, company, period));
  return {
    id: `holders-and-sellers-${period}`,
    title: `Holders and sellers, ${periodName(period)}`,
    ...told(figures, selection, period, ["over", "holders"]),
    columns: PERIOD_COLUMNS,
    rows,
  };
}

/** The companies by what they sold, most first; zero sales stand at the end, unknown ones are left out. */
export function amountTable(figures: Figures, selection: Selection, period: Period): Table {
  const companies = panelCompanies(figures, { period, filter: filterOf(selection), mode: selection.evidence });
  const rows = companies
    .flatMap((company) => {
      const sold = figures.cell(company.id, "btc_sold", period, selection.evidence);
      return isKnown(sold) ? [{ company, sold: sold.value }] : [];
    })
    .sort((a, b) => b.sold - a.sold)
    .map(({ company }) => companyRow(figures, selection, company, period));
  return {
    id: `sold-${period}`,
    title: `Bitcoin sold, ${periodName(period)}`,
    ...told(figures, selection, period, ["sellers"]),
    columns: PERIOD_COLUMNS,
    rows,
  };
}

/** The pooled share, and the statements of the report that a table shows. */
function told(figures: Figures, selection: Selection, period: Period, ids: readonly string[]): Pick<Table, "sentence"> {
  const words = headlineWords(poolAt(figures, selection, period), selection);
  const sentence = [words ? plain(words) : "", reportText(figures, selection, period, ids)].filter((text) => text !== "").join(" ");
  return sentence === "" ? {} : { sentence };
}

function companyRow(figures: Figures, selection: Selection, company: Company, period: Period): Row {
  const place = { company: company.id, period, selection };
  const cell = (metric: "btc_produced" | "btc_sold" | "btc_held") =>
    metricCell(figures.cell(company.id, metric, period, selection.evidence), metric, place);
  const value = sellThrough(figures, company.id, period, selection.basis, selection.evidence);
  const href = companyAddress(company.id, selection);
  return {
    key: company.id,
    href,
    cells: {
      company: textCell(shortName(company), href),
      produced_btc: cell("btc_produced"),
      sold_btc: cell("btc_sold"),
      sell_through_pct: ratioCell(value, place),
      held_btc: cell("btc_held"),
      ...stanceCells(figures, company, monthOfDay(endOf(period))),
      in_panel: textCell(hasRatio(value) ? "yes" : "no"),
    },
  };
}

function stanceCells(figures: Figures, company: Company, month: Period): { stance: TableCell; policy: TableCell } {
  const found = stanceAt(figures, company.id, month);
  const policy = statedPolicy(figures, company.id, month);
  const differs = found && policy && differsFromPolicy(found.stance, policy.policy);
  return {
    stance: found ? textCell(STANCE_LABEL[found.stance]) : textCell("not known"),
    policy: policy
      ? textCell(POLICY_LABEL[policy.policy], policy.sourceUrl, differs === true ? "deeds differ" : undefined)
      : textCell("none stated"),
  };
}

function hasAnything(figures: Figures, company: Company, period: Period): boolean {
  return (["btc_produced", "btc_sold", "btc_held"] as const).some((metric) => isKnown(figures.cell(company.id, metric, period)));
}

function production(figures: Figures, company: Company, period: Period): number {
  const cell = figures.cell(company.id, "btc_produced", period);
  return isKnown(cell) ? cell.value : -1;
}
