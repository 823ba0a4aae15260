/** Helpers for chart builders: evidence as texture and word, gaps as breaks. A missing figure has no position on an axis. */
import { evidenceWord } from "@/domain/facts/cell";
import { groupBy, runsBy } from "@/domain/shared/group";
import { STANCE_BOUNDS } from "@/domain/measures/stance";
import type { Axis, ChartEvidence, Figure, Mark, Sketch, Stop, StopRow, Texture, XY } from "@/charts/model";
import type { Ink } from "@/charts/palette";
import type { Column, Row, Table, TableCell } from "../tables/table";

export const TEXTURE: Readonly<Record<ChartEvidence, Texture>> = { reported: "solid", derived: "hatch", policy: "dots", mixed: "solid" };

/** The evidence of a figure in words; "mixed" is spelt out in the tooltip. */
const evidenceText = ({ evidence, secondHand }: Extract<Figure, { kind: "value" }>): string =>
  evidence === "mixed" ? `partly derived or by policy${secondHand ? ", second-hand" : ""}` : evidenceWord(evidence, secondHand);

/** The figure's value as a position on an axis; undefined where it is missing. */
export const valueOf = (figure: Figure): number | undefined => (figure.kind === "value" ? figure.value : undefined);

/** The figures' positions, without the missing ones. */
export const valuesOf = (figures: readonly Figure[]): number[] => figures.flatMap((figure) => valueOf(figure) ?? []);

/** A figure as a line of a tooltip; `at` is the mark to ring, dropped when the figure is missing. */
export function rowOf(label: string, figure: Figure, ink: Ink, at?: readonly [number, number, number]): StopRow {
  if (figure.kind === "missing") return { label, text: figure.text, evidence: "", source: "", ink };
  return { label, text: figure.text, evidence: evidenceText(figure), source: figure.source, ink, ...(at && { at }) };
}

type StopPlace = Pick<Stop, "title" | "x" | "y" | "href">;

type Says = readonly [rows: () => readonly StopRow[], note?: () => string | undefined];

/** All stops share their getters: getters in each object literal take five times as long to make, and there are hundreds of stops. */
class LazyStop implements Stop {
  readonly title: string;
  readonly panel: number;
  readonly x: number;
  readonly y: number;
  declare readonly rows: readonly StopRow[];
  declare readonly note?: string | undefined;
  declare readonly href?: string;
  readonly #says: Says;

  constructor({ title, x, y, href }: StopPlace, says: Says) {
    this.title = title;
    this.panel = 0;
    this.x = x;
    this.y = y;
    this.#says = says;
    Object.defineProperties(this, LazyStop.#GETTERS);
    if (href !== undefined) this.href = href;
  }

  // Own properties, so that a stop is plain data and survives JSON.
  static readonly #GETTERS: PropertyDescriptorMap & ThisType<LazyStop> = {
    rows: {
      enumerable: true,
      get() {
        return this.#says[0]();
      },
    },
    note: {
      enumerable: true,
      get() {
        return this.#says[1]?.();
      },
    },
  };
}

/** A stop in the first panel; its texts are made when the reader reaches it. */
export const stopAt = (place: StopPlace, ...says: Says): Stop => new LazyStop(place, says);

/** A series as its runs between gaps; `isApart` says which figures stand by themselves. */
export function runsOf(values: readonly (number | undefined)[], isApart: (x: number) => boolean = () => false): XY[][] {
  const points = values.flatMap((value, x): XY[] => (value === undefined ? [] : [[x, value]]));
  return runsBy(points, ([before], [x]) => x === before + 1 && !isApart(before) && !isApart(x));
}

type Look = Pick<Extract<Mark, { kind: "bars" }>, "ink" | "texture" | "faint">;

/** Groups marks by look, so that the drawing stays small: one place per mark → all places per look. */
export function byLook<At>(marks: readonly (Look & { readonly at: At })[]): (Look & { readonly at: At[] })[] {
  const looks = groupBy(marks, ({ ink, texture, faint = false }) => `${ink} ${texture} ${String(faint)}`);
  return [...looks.values()].flatMap((alike) => (alike[0] === undefined ? [] : [{ ...alike[0], at: alike.map(({ at }) => at) }]));
}

/** False for marks that draw nothing. */
export function notEmpty(mark: Mark): boolean {
  if (mark.kind === "rule") return true;
  return mark.kind === "line" ? mark.runs.length > 0 : mark.at.length > 0;
}

/**
 * The highest ratio that an axis must reach: the maximum, unless a few (over 2.5 times the 90th percentile and 250%, as Core
 * Scientific's 651% in June 2022) would flatten the rest; those become arrows.
 */
export function ceilingOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const greatest = sorted.at(-1) ?? 100;
  const usual = Math.max(sorted[Math.floor((sorted.length - 1) * 0.9)] ?? 100, 100);
  return greatest > 250 && greatest > usual * 2.5 ? Math.ceil((usual * 1.25) / 50) * 50 : greatest;
}

/** Steps of the scale around 100%, in percent: up to and including `to`, but the bounds of what a miner does belong to the middle (see domain/stance.ts). Holders are blue, sellers orange, 100% is neutral. */
export const DIVERGING = [
  { ink: "d0", to: STANCE_BOUNDS.some, text: `under ${STANCE_BOUNDS.some}%` },
  { ink: "d1", to: 25, text: `${STANCE_BOUNDS.some}–25%` },
  { ink: "d2", to: 50, text: "25–50%" },
  { ink: "d3", to: 75, text: "50–75%" },
  { ink: "d4", to: STANCE_BOUNDS.all, text: `75–${STANCE_BOUNDS.all}%` },
  { ink: "d5", to: STANCE_BOUNDS.more, text: `${STANCE_BOUNDS.all}–${STANCE_BOUNDS.more}%` },
  { ink: "d6", to: 150, text: `${STANCE_BOUNDS.more}–150%` },
  { ink: "d7", to: 300, text: "150–300%" },
  { ink: "d8", to: Infinity, text: "over 300%" },
] as const satisfies readonly { readonly ink: Ink; readonly to: number; readonly text: string }[];

/** The colour of a ratio in percent on the scale around 100%. */
export function divergingInk(percent: number): Ink {
  const { some, all } = STANCE_BOUNDS;
  return DIVERGING.find(({ to }) => percent < to || (percent === to && to !== some && to !== all))?.ink ?? "d8";
}

/** Four colours around 100% for single points on paper, where pale steps would vanish. */
export function stanceInk(percent: number): Ink {
  if (percent < STANCE_BOUNDS.some) return "holds";
  if (percent < STANCE_BOUNDS.all) return "some";
  return percent <= STANCE_BOUNDS.more ? "all" : "more";
}

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

/** The link of a row or a cell, where it has one. */
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
): Pick<Sketch, "panels" | "reach" | "page"> => ({
  panels: [{ title, weight: 1, y: { kind: "rows", domain: [-0.6, rows.length - 0.4], labels: rows.map(({ label }) => label) }, marks }],
  reach: "y",
  page: { height: Math.max(rows.length, 2) * 24 + around, font: 13 },
});
