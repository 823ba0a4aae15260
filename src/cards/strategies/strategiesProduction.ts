/**
 * The miners' production by what they do with it: month by month, the share mined by those that hold, sell some, sell all, sell more.
 * Figures + selection → one table. A month in which no company has a stance is a gap; production without a stance is shown as that.
 */
import { plainAmount } from "@/domain/amount";
import type { Figures } from "@/domain/figures";
import { formatAmount } from "@/domain/metric";
import type { Period } from "@/domain/period";
import { formatRatio, plainPercent } from "@/domain/sellThrough";
import { STANCE_LABEL, type Stance, STANCES, stanceAt } from "@/domain/stance";
import { stanceHistory, type StanceMonth } from "@/domain/strategies";
import { isKnown } from "@/domain/cell";
import { periodAddress } from "../selection/address";
import { missingCell, textCell } from "../words/cells";
import type { Selection } from "../selection/selection";
import { kept } from "../selection/kept";
import { link, type Sentence, sentence } from "../words/sentence";
import { companiesIn, selectedMonths } from "./strategiesRange";
import { basisOf } from "./strategiesStances";
import type { Column, Row, Table, TableCell } from "../table";
import { btc, capitalized, count, inPeriod, panelName, shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

export const SHARE_KEY: Readonly<Record<Stance, string>> = {
  holds: "holds_pct",
  sellsSome: "sells_some_pct",
  sellsAll: "sells_all_pct",
  sellsMore: "sells_more_pct",
};

const share = (key: string, label: string, description: string): Column => ({ key, label, kind: "number", unit: "%", description });

export const PRODUCTION_COLUMNS: readonly Column[] = [
  textColumn("period", "Month", "Calendar month (UTC)."),
  ...STANCES.map((stance) =>
    share(
      SHARE_KEY[stance],
      capitalized(STANCE_LABEL[stance]),
      `Share of known production mined by companies whose stance is "${STANCE_LABEL[stance]}".`,
    ),
  ),
  share("without_pct", "No stance known", "Share of known production mined by companies whose sales are not known in the year before."),
  share(
    "weak_pct",
    "Weakly known",
    "Share of known production whose company's stance rests on its stated policy or on earlier months alone.",
  ),
  numberColumn("produced_btc", "Known production", "BTC", "Production of all these companies that is known."),
  numberColumn("companies", "With a stance", "", "Companies with a stance in the month."),
];

interface Entry extends StanceMonth {
  readonly total: number;
  readonly withStance: number;
  /** Production whose company's stance rests on its policy or on earlier months alone. */
  readonly weak: number;
}

/** The history over the companies that pass the filter in each month. */
export const productionByStance = kept((figures: Figures, selection: Selection): Entry[] => {
  return selectedMonths(figures, selection).flatMap((month) =>
    stanceHistory(figures, companiesIn(figures, selection, month), [month], selection.evidence).map((entry) => {
      const members = STANCES.flatMap((stance) => entry.companies[stance]);
      const weak = members.filter(({ id }) => {
        const finding = stanceAt(figures, id, month, selection.evidence);
        return finding !== undefined && basisOf(finding, month) !== "figures";
      });
      const produced = (list: typeof members) => sum(list.map(({ id }) => productionOf(figures, id, month, selection)));
      return {
        ...entry,
        total: sum(Object.values(entry.produced)) + entry.withoutProduced,
        withStance: members.length,
        weak: produced(weak),
      };
    }),
  );
});

export function productionTable(figures: Figures, selection: Selection): Table {
  return {
    id: "stance-production",
    title: `Production by what miners do with it, ${panelName(selection)}`,
    columns: PRODUCTION_COLUMNS,
    rows: productionByStance(figures, selection).map((entry) => rowOf(entry, selection)),
  };
}

function rowOf(entry: Entry, selection: Selection): Row {
  const href = periodAddress(entry.month, selection);
  // Production of a company without a stance is no answer to the question: a month with nothing else is a gap.
  const answered = entry.total - entry.withoutProduced > 0;
  const shareCell = (sats: number): TableCell =>
    answered
      ? {
          kind: "value",
          plain: plainPercent(sats / entry.total),
          text: formatRatio(sats / entry.total),
          evidence: "derived",
          href,
          sources: [],
        }
      : missingCell({ evidence: "missing", reason: "notDisclosed" }, href);
  return {
    key: entry.month,
    href,
    cells: {
      period: textCell(shortPeriodName(entry.month), href),
      ...Object.fromEntries(STANCES.map((stance) => [SHARE_KEY[stance], shareCell(entry.produced[stance])])),
      without_pct: shareCell(entry.withoutProduced),
      weak_pct: shareCell(entry.weak),
      produced_btc:
        entry.total === 0
          ? missingCell({ evidence: "missing", reason: "notDisclosed" }, href)
          : {
              kind: "value",
              plain: plainAmount(entry.total, "BTC"),
              text: formatAmount(entry.total, "BTC", 0),
              evidence: "derived",
              href,
              sources: [],
            },
      companies: { kind: "value", plain: `${entry.withStance}`, text: `${entry.withStance}`, evidence: "derived", sources: [] },
    },
  };
}

/** The latest month in which stances cover at least half of known production by five or more companies. */
export function productionSentence(figures: Figures, selection: Selection): Sentence | undefined {
  const at = productionByStance(figures, selection).findLast(
    (entry) => entry.withStance >= 5 && entry.total > 0 && (entry.total - entry.withoutProduced) * 2 >= entry.total,
  );
  if (!at) return undefined;
  const part = (stance: Stance) => formatRatio(at.produced[stance] / at.total);
  const month = link(capitalized(inPeriod(at.month)), periodAddress(at.month, selection));
  const weak =
    at.weak === 0 ? "" : ` For ${formatRatio(at.weak / at.total)} the stance rests on a stated policy or on earlier months alone.`;
  const without = at.withoutProduced === 0 ? "" : `; for ${formatRatio(at.withoutProduced / at.total)} no stance is known`;
  return sentence`${month}, the latest month with five companies and half of known production, miners that hold mined ${part("holds")} of the ${btc(at.total)} known, those that sell some ${part("sellsSome")}, all ${part("sellsAll")}, more than they mine ${part("sellsMore")}${without} (${count(at.withStance, "company", "companies")} with a stance).${weak}`;
}

function productionOf(figures: Figures, id: StanceMonth["without"][number]["id"], month: Period, selection: Selection): number {
  const cell = figures.cell(id, "btc_produced", month, selection.evidence);
  return isKnown(cell) ? cell.value : 0;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
