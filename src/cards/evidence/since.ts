/**
 * The question "what has changed since then?": the figures that are new, restated or withdrawn between two states of the record, and what
 * that did to the share sold of each period. Two states + selection → sentences and tables.
 */
import { type Company, shortName } from "@/domain/company";
import { changesSince, type FigureChange } from "@/domain/changesSince";
import type { KnownCell } from "@/domain/cell";
import type { Figures } from "@/domain/figures";
import { METRICS } from "@/domain/metric";
import { isPooled } from "@/domain/panel";
import { formatRatio } from "@/domain/sellThrough";
import { figureAddress, periodAddress } from "../selection/address";
import { companiesInScope, inRange } from "../selection/scope";
import type { Selection } from "../selection/selection";
import type { Column, Row, Table } from "../table";
import { metricCell, textCell } from "../words/cells";
import { textColumn } from "../words/columns";
import { count, listed, shortPeriodName } from "../words/words";
import { poolAt, selectedPeriods } from "../months/pooled";

/** Two states of the record: as it was known, and as it is. */
export interface TwoStates {
  readonly before: Figures;
  readonly after: Figures;
}

const VALUE = { kind: "number", unit: "" } as const;

export const SINCE_COLUMNS: readonly Column[] = [
  textColumn("company", "Company", "The company's short name."),
  textColumn("period", "Period", "The period of the figure."),
  textColumn("figure", "Figure", "What the figure says, and its unit."),
  textColumn("change", "Change", "New: it was not known then. Restated: it was another number. Withdrawn: it no longer counts."),
  { ...VALUE, key: "before", label: "Then", description: "The figure as it was known then." },
  { ...VALUE, key: "after", label: "Now", description: "The figure as it is known now." },
];

/** The changes of the companies and periods that are asked for. */
export function selectedChanges({ before, after }: TwoStates, selection: Selection): FigureChange[] {
  const ids = new Set(companiesInScope(after, selection).map(({ id }) => id));
  return changesSince(before, after, selection.evidence).filter(({ company, period }) => ids.has(company) && inRange(selection, period));
}

/** A line for each figure that changed, the latest period first; no more than `most`. */
export function sinceTable({ after }: TwoStates, changes: readonly FigureChange[], selection: Selection, most: number): Table {
  const now: Selection = { ...selection, asOf: null, version: null };
  return {
    id: "since",
    title: "Figures that are new, restated or withdrawn",
    columns: SINCE_COLUMNS,
    rows: changes.slice(0, most).flatMap((change) => {
      const company = after.company(change.company);
      return company === undefined ? [] : [changeRow(company, change, now)];
    }),
  };
}

function changeRow(company: Company, change: FigureChange, selection: Selection): Row {
  const { metric, period, kind } = change;
  const { label, unit } = METRICS[metric];
  const href = figureAddress(company.id, period, metric, selection);
  const cell = (known: KnownCell) => metricCell(known, metric, { company: company.id, period, selection });
  return {
    key: `${company.id} ${period} ${metric}`,
    href,
    cells: {
      company: textCell(shortName(company), href),
      period: textCell(shortPeriodName(period)),
      figure: textCell(`${label}, ${unit}`),
      change: textCell(kind),
      before: kind === "new" ? textCell("not known") : cell(change.before),
      after: kind === "withdrawn" ? textCell("withdrawn") : cell(change.after),
    },
  };
}

/** "Since then 12 figures are new, 2 were restated and 1 was withdrawn." */
export function sinceSentence(changes: readonly FigureChange[]): string {
  if (changes.length === 0) return "No figure of this selection has changed since then.";
  const of = (kind: FigureChange["kind"]) => changes.filter((change) => change.kind === kind).length;
  const [fresh, restated, withdrawn] = [of("new"), of("restated"), of("withdrawn")];
  const parts = [
    fresh > 0 ? `${count(fresh, "figure")} ${fresh === 1 ? "is" : "are"} new` : "",
    restated > 0 ? `${count(restated, "figure")} ${restated === 1 ? "was" : "were"} restated` : "",
    withdrawn > 0 ? `${count(withdrawn, "figure")} ${withdrawn === 1 ? "was" : "were"} withdrawn` : "",
  ];
  return `Since then ${listed(parts.filter((part) => part !== ""))}.`;
}

export const EFFECT_COLUMNS: readonly Column[] = [
  textColumn("period", "Period", "Calendar month, quarter or year (UTC)."),
  textColumn("before", "Then", "Sell-through of the selected miners together, as it was known then, and from how many companies."),
  textColumn("after", "Now", "The same as it is known now."),
];

/** The periods whose pooled sell-through reads otherwise now, the latest first. */
export function effectTable({ before, after }: TwoStates, selection: Selection): Table {
  const now: Selection = { ...selection, asOf: null, version: null };
  const rows = selectedPeriods(after, selection).flatMap((period): Row[] => {
    const [was, is] = [poolAt(before, selection, period), poolAt(after, selection, period)];
    const text = ({ ratio, members }: typeof was) =>
      isPooled(ratio) ? `${formatRatio(ratio)} (${count(members.length, "company", "companies")})` : "not known";
    if (text(was) === text(is)) return [];
    const href = periodAddress(period, now);
    return [
      {
        key: period,
        href,
        cells: { period: textCell(shortPeriodName(period), href), before: textCell(text(was)), after: textCell(text(is)) },
      },
    ];
  });
  return { id: "since-effect", title: "What that did to the sell-through", columns: EFFECT_COLUMNS, rows: rows.reverse() };
}
