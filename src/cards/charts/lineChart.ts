/** Line chart over a table's periods, one line per column. A comparison's id says whether the axis is logarithmic. */
import type { ChartModel, Figure } from "@/charts/model";
import type { Ink } from "@/charts/palette";
import type { Row, Table } from "../tables/table";
import { figuresIn, headOf, periodOf, textIn } from "./cellFigure";
import type { DrawingOptions } from "../selection/drawing";
import { lines, type LinesInput, smallMultiples } from "./lines";

interface Lines extends Pick<LinesInput, "measure" | "format" | "reference"> {
  /** What is drawn, for the alternative text. */
  readonly what: string;
  /** The key of each line's column, its name and colour. */
  readonly series: readonly (readonly [key: string, label: string, ink: Ink])[];
  /** Reads a column as figures; by default each figure mixes levels of evidence. */
  readonly read?: (table: Table, key: string) => readonly Figure[];
  /** Whether the title of a period states how many companies it counts. */
  readonly companies?: boolean;
}

export const lineChart =
  ({ what, series, read = (table, key) => figuresIn(table, key, "mixed"), companies = false, ...axes }: Lines) =>
  (table: Table): ChartModel =>
    lines({
      ...headOf(table, what),
      ...axes,
      periods: table.rows.map((row) => (companies ? countedPeriod(row) : periodOf(row))),
      series: series.map(([key, label, ink]) => ({ label, ink, figures: read(table, key) })),
    });

function countedPeriod(row: Row) {
  const n = textIn(row, "companies");
  return { ...periodOf(row), title: `${textIn(row, "period")}, ${n} ${n === "1" ? "company" : "companies"}` };
}

export const FULL_SHARE = { at: 100, text: "100%: sold as much as mined" } as const;

export const compareChart = (table: Table, { only }: DrawingOptions = {}): ChartModel =>
  (only === undefined ? undefined : compareMultiples(table)[only]) ?? lines(comparison(table));

/** One small chart for each company, all on the same axes. */
export const compareMultiples = (table: Table): ChartModel[] => smallMultiples(comparison(table));

function comparison(table: Table): LinesInput {
  const [, ...columns] = table.columns;
  const unit = columns[0]?.unit ?? "";
  // The title names the companies too, as the lines do at their ends.
  const [measure = ""] = table.title.split(": ");
  return {
    ...headOf(table, columns.length === 0 ? "no company is chosen" : "a line for each company"),
    measure: unit === "" || unit === "%" ? measure : `${measure}, ${unit}`,
    format: unit === "%" ? "percent" : unit === "USD" || unit === "USD/BTC" ? "usd" : "number",
    periods: table.rows.map(periodOf),
    series: columns.map(({ key, label }) => ({ label, figures: figuresIn(table, key) })),
    scale: table.id.endsWith("-log") ? "log" : "linear",
    ...(unit === "%" && { reference: FULL_SHARE }),
    ...(/-indexed(-log)?$/.test(table.id) && { reference: { at: 100, text: "100: where all begin" } }),
  };
}
