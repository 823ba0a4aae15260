/**
 * The question "how much bitcoin do these miners hold together?", period by period. A consolidated child is not added to its parent; a
 * company without a published figure is not in the sum, so each sum says how many companies are.
 */
import { plainAmount } from "@/domain/amount";
import { shortName } from "@/domain/company";
import { weaker, type Evidence } from "@/domain/cell";
import { atPrice, priceOf } from "@/domain/dollars";
import type { Figures } from "@/domain/figures";
import { formatAmount } from "@/domain/metric";
import { panelCompanies } from "@/domain/panel";
import { formatRatio, plainPercent } from "@/domain/sellThrough";
import { endOf, monthOfDay } from "@/domain/period";
import { type Treasury, treasuryOf } from "@/domain/treasury";
import { periodAddress } from "../selection/address";
import { missingCell, textCell } from "../words/cells";
import { kept } from "../selection/kept";
import { selectedPeriods } from "./pooled";
import { filterOf, type Selection } from "../selection/selection";
import type { Column, Row, Table, TableCell, TableEvidence } from "../table";
import { btc, count, dollars, listed, panelName, periodName, shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

const COLUMNS: readonly Column[] = [
  textColumn("period", "Period", "Calendar month, quarter or year; holdings are those at its end."),
  numberColumn("held_btc", "Held", "BTC", "Sum of the holdings that are known for the period's end."),
  numberColumn("value_usd", "Value", "USD", "Held at the closing price of the period's last month."),
  numberColumn("companies", "Companies", "", "Companies whose holdings are in the sum."),
  numberColumn("unknown", "No figure", "", "Companies of the filter without a figure for the period's end."),
  numberColumn(
    "coverage_pct",
    "Coverage",
    "%",
    "Held as a share of itself and of what the companies without a figure held last, in the year before.",
  ),
  textColumn("thin", "Thin", "Coverage below 80%: the chart leaves the period out."),
  textColumn("left_out", "Not added", "Companies whose bitcoin is inside a parent's figure."),
];

export const treasuryTable = kept((figures: Figures, selection: Selection): Table => {
  const sums = selectedPeriods(figures, selection).map((period) =>
    treasuryOf(
      figures,
      panelCompanies(figures, { period, filter: filterOf(selection), mode: selection.evidence }),
      period,
      selection.evidence,
    ),
  );
  const latest = sums.findLast((sum) => !sum.thin);
  return {
    id: "held-together",
    title: `Bitcoin held together, ${panelName(selection)}`,
    ...(latest && {
      sentence: `At the end of ${periodName(latest.period)} the ${count(latest.members.length, "company", "companies")} with a published figure held ${btc(latest.held)} together.`,
    }),
    columns: COLUMNS,
    rows: sums.map((sum) => row(figures, selection, sum)),
  };
});

function row(figures: Figures, selection: Selection, sum: Treasury): Row {
  const href = periodAddress(sum.period, selection);
  const evidence = sum.members.reduce<Evidence>((level, { cell }) => weaker(level, cell.evidence), "reported") as TableEvidence;
  const price = priceOf(figures, monthOfDay(endOf(sum.period)));
  const none = missingCell({ evidence: "missing", reason: "notDisclosed" }, href);
  const number = (plain: string, text: string): TableCell => ({ kind: "value", plain, text, evidence, href, sources: [] });
  const value = price && atPrice(sum.held, price.close);
  // Of treasuries that are all empty nothing is covered, and nothing is missing.
  const share = sum.lastKnown === 0 ? undefined : sum.held / sum.lastKnown;
  return {
    key: sum.period,
    href,
    cells: {
      period: textCell(shortPeriodName(sum.period), href),
      held_btc: sum.members.length === 0 ? none : number(plainAmount(sum.held, "BTC"), formatAmount(sum.held, "BTC", 0)),
      value_usd: sum.members.length === 0 || value === undefined ? none : number(plainAmount(value, "USD"), dollars(value)),
      companies: number(String(sum.members.length), String(sum.members.length)),
      coverage_pct: share === undefined ? none : number(plainPercent(share), formatRatio(share)),
      thin: textCell(sum.thin ? "thin" : ""),
      unknown: number(String(sum.unknown.length), String(sum.unknown.length)),
      left_out: textCell(listed(sum.leftOut.map(({ company, parent }) => `${shortName(company)} (in ${shortName(parent)})`))),
    },
  };
}
