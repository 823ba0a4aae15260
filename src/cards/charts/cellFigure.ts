/** From a table's cell to a chart's figure. Each file here draws one kind of table, and nothing else, as a chart model. */
import type { TableCell, Table, Row, Column } from "../tables/table";
import type { Draft } from "@/charts/layout";
import type { Axis, ChartEvidence, Figure, Sketch, Mark } from "@/charts/model";

/** The figure in a column of a row, with its unit in the text. `evidence` overrides the cell's level for pooled figures. */
export function figureIn(table: Table, row: Row, key: string, evidence?: ChartEvidence): Figure {
  const column = table.columns.find((c) => c.key === key);
  const cell = row.cells[key];
  if (!column || !cell) return { kind: "missing", text: "not in the table" };
  return figureOf(cell, column, evidence);
}

export function figureOf(cell: TableCell, column: Pick<Column, "unit">, evidence?: ChartEvidence): Figure {
  if (cell.kind !== "value") return { kind: "missing", text: cell.text, ...(cell.kind === "missing" && { reason: cell.reason }) };
  return new DrawnValue(cell, column, evidence);
}

type Value = Extract<Figure, { kind: "value" }>;

class DrawnValue implements Value {
  readonly kind = "value";
  readonly value: number;
  readonly text: string;
  readonly evidence: ChartEvidence;
  readonly #cell: Extract<TableCell, { kind: "value" }>;

  constructor(cell: Extract<TableCell, { kind: "value" }>, { unit }: Pick<Column, "unit">, evidence: ChartEvidence = cell.evidence) {
    this.value = Number(cell.plain);
    // Dollars in words and percentages carry their sign already.
    this.text = unit === "" || /[$%]/.test(cell.text) ? cell.text : `${cell.text} ${unit}`;
    this.evidence = evidence;
    this.#cell = cell;
  }

  get apart(): true | undefined {
    return this.#cell.apart;
  }

  get secondHand(): true | undefined {
    return this.#cell.secondHand;
  }

  /** Computed on demand: a sum has many sources. */
  get source(): string {
    const { sources } = this.#cell;
    return sources.length > 1 ? `${sources.length} sources` : (sources[0]?.publisher ?? "");
  }
}

/** The text of a cell, "" when the column is not there. */
export const textIn = (row: Row, key: string): string => row.cells[key]?.text ?? "";

export type ChartHead = Pick<Sketch, "id" | "title" | "alt">;

/** `what` names what is drawn; the alternative text adds the sentence that the table supports. */
export const headOf = ({ id, title, sentence = "" }: Table, what: string): ChartHead => ({
  id: `${id}-chart`,
  title,
  alt: [`${title}: ${what}.`, sentence].filter((part) => part !== "").join(" "),
});

export const linkOf = (from: { readonly href?: string } | undefined): { readonly href?: string } =>
  from?.href === undefined ? {} : { href: from.href };

/** The period of a row, for tables whose rows are periods. */
export const periodOf = (row: Row) => ({ period: row.key, title: textIn(row, "period"), ...linkOf(row) });

/** The axis of a time chart: "2025-03", "2025-Q1" or "2025" at 0, 1, 2 … */
export const periodAxis = (periods: readonly string[]): Axis => ({
  kind: "periods",
  domain: [-0.5, Math.max(periods.length, 1) - 0.5],
  periods,
});

/** A column as figures, one for each row. `evidence` as in figureIn. */
export const figuresIn = (table: Table, key: string, evidence?: ChartEvidence): Figure[] =>
  table.rows.map((row) => figureIn(table, row, key, evidence));

/** The same without rows of too few companies: joining or comparing sums over different companies would show false changes. */
export const sumsIn = (table: Table, key: string, evidence?: ChartEvidence): Figure[] =>
  table.rows.map((row) =>
    textIn(row, "thin") === "" ? figureIn(table, row, key, evidence) : { kind: "missing", text: "too few to add up" },
  );

export const companyOf = (row: Row) => ({ label: textIn(row, "company"), ...linkOf(row) });

/** One panel with a row for each company, the first on top; `around` is the height above and below the rows, px. */
export const byCompany = (
  rows: readonly { readonly label: string }[],
  title: string,
  marks: readonly Mark[],
  around: number,
): Pick<Draft, "panels" | "reach" | "page"> => ({
  panels: [{ title, y: { kind: "rows", domain: [-0.6, rows.length - 0.4], labels: rows.map(({ label }) => label) }, marks }],
  reach: "y",
  page: { height: Math.max(rows.length, 2) * rowHeight(rows) + around },
});

/** A name of more letters takes two lines on a phone, and two such names that are neighbours need higher rows, or they are cut short. */
const LONG_NAME = 14;

const rowHeight = (rows: readonly { readonly label: string }[]): number =>
  rows.some(({ label }, i) => label.length > LONG_NAME && (rows[i + 1]?.label.length ?? 0) > LONG_NAME) ? 30 : 24;
