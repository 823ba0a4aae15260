/**
 * Figures of tables: label names the metric, column head the month (or the other way round), the cell the figure.
 * In: a table, the words above it, and what the document is about. Out: readings with their doubts.
 * Rule guarded: a column that is not one calendar month, or a row that is not wholly understood, never reads as certain.
 */
import { toUnits } from "@/domain/amount";
import { METRICS } from "@/domain/metric";
import { kindOf, type Period, shift } from "@/domain/period";
import { type Column, combine, type GridRow, gridRows } from "./columns";
import type { TableBlock, TableCell } from "./document";
import { isNotACount, isPlan, type Label, namesBitcoin, readLabel, strangeHeadWords } from "./labels";
import type { NumeralStyle } from "./numerals";
import { labelInSection, labelOfColumn, labelOfTotal } from "./tableLabels";
import type { DailyRate, Reading, Readings, Subject } from "./reading";
import { readValue } from "./values";
import { decimalsAsked } from "./rowDecimals";
import { findWhens, isMonthEnd, settle, type Settled, type When } from "./when";

/** Reads one table. `caption`: the words that stand above it. */
export function readTable(table: TableBlock, caption: string, subject: Subject, style: NumeralStyle): Readings {
  const rows = gridRows(table, subject.month);
  const context: TableContext = {
    table,
    rows,
    caption,
    subject,
    style,
    groupsThousands: groupsThousands(rows),
    monthlyDays: hasMonthlyDays(rows),
  };
  const readings: Reading[] = [];
  const daily: DailyRate[] = [];
  const warnings: string[] = [];
  for (const row of rows) {
    for (const { cell, column } of row.values) {
      const found = readCell(row, cell, column, context);
      if (found === undefined) continue;
      if ("perDay" in found) daily.push(found);
      else if ("warning" in found) warnings.push(found.warning);
      else readings.push(found);
    }
  }
  return { readings: decimalsAsked(readings, subject.numberedNotes), daily, warnings };
}

interface TableContext {
  readonly table: TableBlock;
  readonly rows: readonly GridRow[];
  readonly caption: string;
  readonly subject: Subject;
  readonly style: NumeralStyle;
  readonly groupsThousands: boolean;
  readonly monthlyDays: boolean;
}

const groupsThousands = (rows: readonly GridRow[]): boolean =>
  rows.some((row) => row.values.some(({ cell }) => /\d,\d{3}(?!\d{2})/.test(cell.text)));

/** Heads that are days, one month apart, are months ("June 30, 2024 | May 31, 2024"). */
function hasMonthlyDays(rows: readonly GridRow[]): boolean {
  const times = rows.flatMap((row) => row.values.map(({ column }) => column?.time));
  const days = [
    ...new Set(
      times.flatMap((time) => (time?.kind === "day" && time.day !== undefined && isMonthEnd(time.day) ? [time.period ?? ""] : [])),
    ),
  ].sort();
  return days.length >= 2 && days.some((day, i) => i > 0 && shift(days[i - 1] as Period, 1) === day);
}

/** What stands over the labels: "(in BTC unless stated)". */
const cornerOf = ({ rows }: TableBlock): string => rows[0]?.find(({ column }) => column === 0)?.text ?? "";

function readCell(
  row: GridRow,
  cell: TableCell,
  column: Column | undefined,
  context: TableContext,
): Reading | DailyRate | { warning: string } | undefined {
  if (column?.skipped === true || isPlan(`${column?.words ?? ""} ${row.section}`)) return undefined;
  const { rows } = context;
  const label =
    readLabel(row.label.text) ??
    labelInSection(row) ??
    labelOfColumn(row, column, context.caption) ??
    labelOfTotal(row, column, cell, context.caption, rows);
  if (label === undefined || label.hosted || isOthersSection(row.section, label)) return undefined;
  const around = [row.label.text, row.section, column?.text ?? "", context.caption].join(" | ");
  const metric = label.metric === "perDay" ? "btc_produced" : label.metric;
  const isCount = METRICS[metric].unit === "BTC";
  if (isCount && column !== undefined && isNotACount(column.words)) return undefined;
  if (
    label.needsCoin &&
    isCount &&
    !namesBitcoin(`${column?.words ?? ""} ${row.section}`) &&
    !(namesBitcoin(context.caption) && !/\beth/i.test(context.caption)) &&
    !namesBitcoin(cornerOf(context.table))
  )
    return undefined;
  const value = readValue(cell.text, {
    metric,
    around,
    style: context.style,
    usDollars: context.subject.usDollars,
    gluedNotes: context.table.glued && context.subject.numberedNotes,
    groupsThousands: context.groupsThousands,
  });
  if (value === undefined) return undefined;
  const when = timeOf(row, label, column, context);
  const strange = strangeHeadWords(column?.words ?? "");
  const unaligned = context.table.unaligned === true || (column === undefined && row.values.length > 1);
  if (when.period === undefined) {
    return when.warning === undefined ? undefined : { warning: `${row.label.text}: ${cell.text} ${when.warning}` };
  }
  if (label.metric === "perDay") return dailyRate(when.period, toUnits(value.amount, "BTC"), cell.text);
  const whole = cell.start - row.label.end < 120 && !/[\n]/.test(context.table.rows.length > 0 ? between(row.label, cell) : "");
  return {
    metric,
    period: label.opening ? shift(when.period, -1) : when.period,
    amount: metric === "btc_sold" ? Math.abs(value.amount) : value.amount,
    written: value.written,
    start: whole ? Math.min(row.label.start, cell.start) : cell.start,
    end: cell.end,
    origin: "table",
    doubts: [
      ...(unaligned ? ["the heads do not line up with the columns"] : []),
      ...(strange.length > 0 ? [`the column's head has words that were not understood: ${strange.join(", ")}`] : []),
      ...(!context.caption.endsWith(".") && context.caption.length < 60 && isPlan(context.caption)
        ? ["the words above the table speak of plans"]
        : []),
      ...label.doubts,
      ...value.doubts,
      ...when.doubts,
      ...(metric === "btc_produced" && context.subject.minesForOthers && !label.own ? ["may include what was mined for customers"] : []),
    ],
    questions: value.questions,
    notes: [place(row, column), ...value.notes],
    alternatives: value.alternatives,
    own: label.own,
  };
}

/** Stands in for the text between two cells: cells of one line lie close together. */
const between = (label: TableCell, cell: TableCell): string => (cell.start - label.end > 90 ? "\n" : "");

function place(row: GridRow, column: Column | undefined): string {
  return `table row "${row.label.text}"${column === undefined ? "" : `, column "${column.text}"`}`;
}

function isOthersSection(section: string, label: Label): boolean {
  return (
    /\b(?:host|colocation|cloud|customer|client|third)/i.test(section) &&
    !/self/i.test(section) &&
    label.metric !== "btc_held" &&
    !label.own
  );
}

interface Time {
  readonly period: Period | undefined;
  readonly doubts: readonly string[];
  readonly warning?: string;
}

/** The period of a cell: its label's own date, else its column's, else the document's. */
function timeOf(row: GridRow, label: Label, column: Column | undefined, context: TableContext): Time {
  const { subject } = context;
  const isStock = label.metric !== "perDay" && METRICS[label.metric].kind === "stock";
  const rowWhens = label.whens.length > 0 ? label.whens : findWhens(row.label.text).filter((when) => when.kind !== "thisMonth");
  const whens = combine([...rowWhens, ...(rowWhens.some((when) => when.year !== undefined) && isStock ? [] : (column?.whens ?? []))]);
  const [when] = whens;
  if (when === undefined) return withoutTime(context, column);
  if (whens.length > 1) return { period: undefined, doubts: [] };
  const settled = settle(when, subject.month);
  if (settled.kind === "other")
    return { period: undefined, doubts: [], warning: "covers a span that is no month, quarter or year of the record" };
  return fromSettled(settled, isStock, context, when.ended === true);
}

/** "as of October 2, 2025", or a month's last day: not the day of a dateline. */
function isAsOf(caption: string, when: When): boolean {
  const { day } = settle(when, undefined);
  return (day !== undefined && isMonthEnd(day)) || /\b(?:as of|as at|at|on|ended|ending)\s+$/i.test(caption.slice(0, when.start));
}

function withoutTime(context: TableContext, column: Column | undefined): Time {
  const { subject, caption } = context;
  const above = findWhens(caption).filter(
    (when) => ["month", "quarter", "longer", "year"].includes(when.kind) || (when.kind === "day" && isAsOf(caption, when)),
  );
  const [when] = above;
  if (when !== undefined && above.length === 1) {
    const settled = settle(when, subject.month);
    if (settled.kind === "other")
      return { period: undefined, doubts: [], warning: "covers a span that is no month, quarter or year of the record" };
    const inside = settled.kind === "day" && settled.day !== undefined && !isMonthEnd(settled.day);
    return {
      period: settled.period,
      doubts: [
        ...subject.doubts,
        ...(settled.period === subject.month ? [] : ["the month stands only above the table"]),
        ...(inside ? [`as of ${settled.day ?? ""}, not the month's end`] : []),
      ],
    };
  }
  if (subject.month === undefined) return { period: undefined, doubts: [] };
  return {
    period: subject.month,
    doubts: [...subject.doubts, ...(column === undefined ? [] : ["the column does not say which month it is for"])],
  };
}

function fromSettled(settled: Settled, isStock: boolean, context: TableContext, ended: boolean): Time {
  const { subject } = context;
  const doubts = [...subject.doubts, ...(settled.doubt === undefined ? [] : [settled.doubt])];
  if (settled.period === undefined) return { period: undefined, doubts };
  if (settled.kind === "quarter") {
    if (isStock) return { period: undefined, doubts };
    return { period: settled.period, doubts: subject.month === undefined ? doubts : [...doubts, "a quarter's total in a monthly release"] };
  }
  if (settled.kind === "day" && settled.day !== undefined && !ended) {
    if (!isMonthEnd(settled.day)) return { period: settled.period, doubts: [...doubts, `as of ${settled.day}, not the month's end`] };
    if (!isStock && !context.monthlyDays)
      return { period: settled.period, doubts: [...doubts, "the column is headed by a day, so its span is not certain"] };
  }
  if (subject.month !== undefined && kindOf(settled.period) === "month" && settled.period > subject.month) {
    doubts.push("the month lies after the one that the document is about");
  }
  return { period: settled.period, doubts };
}

function dailyRate(period: Period, perDay: number, written: string): DailyRate {
  const decimals = /\.(\d+)/.exec(written)?.[1]?.length ?? 0;
  return { period, perDay, precision: 0.5 / 10 ** decimals, firm: true };
}
