/**
 * The question "how much bitcoin do these miners hold together?", period by period. A consolidated child is not added to its parent; a
 * company without a published figure is not in the sum, so each sum says how many companies are.
 */
import { plainAmount } from "@/domain/amount";
import { type Evidence, weaker } from "@/domain/cell";
import { shortName } from "@/domain/company";
import { atPrice, priceOf } from "@/domain/dollars";
import { panelCompanies } from "@/domain/panel";
import { endOf, monthOfDay } from "@/domain/period";
import { type Treasury, treasuryOf } from "@/domain/treasury";
import { type Asked, card } from "../card";
import { treasuryChart } from "../charts/treasuryChart";
import { periodAddress } from "../selection/address";
import { memoize } from "../selection/memoize";
import { filterOf, type Selection } from "../selection/selection";
import type { TableEvidence } from "../table";
import { amountCell, pooledValue, countCell, shareCell, unknownCell, valueCell } from "../words/cells";
import { columnsOf, periodCell } from "../words/columns";
import { btc, count, dollars, listed, panelName, thePeriod } from "../words/phrases";
import { selectedPeriods } from "./pooled";

const evidenceOf = ({ members }: Treasury): TableEvidence =>
  members.reduce<Evidence>((level, { cell }) => weaker(level, cell.evidence), "reported") as TableEvidence;

const hrefOf = ({ period }: Treasury, { selection }: Asked): string => periodAddress(period, selection);

const sums = memoize((figures: Asked["figures"], selection: Selection): readonly Treasury[] =>
  selectedPeriods(figures, selection).map((period) =>
    treasuryOf(
      figures,
      panelCompanies(figures, { period, filter: filterOf(selection), mode: selection.evidence }),
      period,
      selection.evidence,
    ),
  ),
);

const column = columnsOf<Treasury>();

export const treasuryCard = card({
  id: "held-together",
  page: "/",
  title: ({ selection }) => `Bitcoin held together, ${panelName(selection)}`,
  entries: ({ figures, selection }) => sums(figures, selection),
  sentence: (_, entries) => {
    const latest = entries.findLast((sum) => !sum.thin);
    return (
      latest &&
      `At the end of ${thePeriod(latest.period)}, the ${count(latest.members.length, "company", "companies")} with a published figure held ${btc(latest.held)}${latest.members.length === 1 ? "" : " together"}.`
    );
  },
  row: (sum, asked) => ({ key: sum.period, href: hrefOf(sum, asked) }),
  columns: [
    column.text("period", "Period", "Calendar month, quarter or year; holdings are those at its end.", ({ period }, { selection }) =>
      periodCell(period, selection),
    ),
    column.number("held_btc", "Held", "BTC", "Sum of the holdings that are known for the period's end.", (sum, asked) =>
      sum.members.length === 0
        ? unknownCell(hrefOf(sum, asked))
        : pooledValue(
            amountCell(sum.held, "BTC", "reported", hrefOf(sum, asked)),
            sum.members.map(({ cell }) => cell),
          ),
    ),
    column.number("value_usd", "Value", "USD", "Held at the closing price of the period's last month.", (sum, asked) => {
      const price = priceOf(asked.figures, monthOfDay(endOf(sum.period)));
      if (sum.members.length === 0 || !price) return unknownCell(hrefOf(sum, asked));
      const value = atPrice(sum.held, price.close);
      return valueCell(plainAmount(value, "USD"), dollars(value), evidenceOf(sum), hrefOf(sum, asked));
    }),
    column.number("companies", "Companies", "", "Companies whose holdings are in the sum.", (sum, asked) =>
      countCell(sum.members.length, hrefOf(sum, asked)),
    ),
    column.text("panel", "In the sum", "Whose holdings are in the sum.", ({ members }) =>
      listed(members.map(({ company }) => shortName(company))),
    ),
    column.number("unknown", "No figure", "", "Companies that pass the filter but have no figure for the period’s end.", (sum, asked) =>
      countCell(sum.unknown.length, hrefOf(sum, asked)),
    ),
    column.number(
      "coverage_pct",
      "Coverage",
      "%",
      "Held as a share of itself and of what the companies without a figure held last, in the year before.",
      // Of treasuries that are all empty nothing is covered, and nothing is missing.
      (sum, asked) => shareCell(sum.lastKnown === 0 ? undefined : sum.held / sum.lastKnown, evidenceOf(sum), hrefOf(sum, asked)),
    ),
    column.text("thin", "Thin", "Coverage below 80%: the chart leaves the period out.", ({ thin }) => (thin ? "thin" : "")),
    column.text("left_out", "Not added", "Companies whose bitcoin is inside a parent's figure.", ({ leftOut }) =>
      listed(leftOut.map(({ company, parent }) => `${shortName(company)} (in ${shortName(parent)})`)),
    ),
  ],
  chart: treasuryChart,
});
