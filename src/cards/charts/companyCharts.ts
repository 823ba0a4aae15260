/**
 * The charts of one company's page: produced and sold, holdings with their restricted part, hashrate and bitcoin per EH/s, dollars.
 * A company's table → chart model, one function for each kind of table. Gaps stay gaps, evidence is texture, nothing is computed.
 */
import type { Row, Table } from "../table";
import { model } from "@/charts/layout";
import type { AxisFormat, ChartModel, Figure, KeyEntry, Mark, Panel, Stop, StopRow } from "@/charts/model";
import { notEmpty, rowOf, runsOf, TEXTURE, valueOf, valuesOf } from "@/charts/models/figures";
import { timeSeries } from "@/charts/models/timeSeries";
import type { Ink } from "@/charts/palette";
import { roundDomain } from "@/charts/scale";
import { altOf, type DrawingOptions, figureIn, textIn } from "./cellFigure";
import { uncapitalized } from "../words/words";

export function historyChart(table: Table, { events }: DrawingOptions): ChartModel {
  return timeSeries({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, "bars of bitcoin produced and sold per period, and the sell-through"),
    points: table.rows.map((row) => ({
      period: row.key,
      title: textIn(row, "period"),
      ...hrefIn(row, "sell_through_pct"),
      produced: figureIn(table, row, "produced_btc"),
      sold: figureIn(table, row, "sold_btc"),
      ratio: figureIn(table, row, "sell_through_pct"),
    })),
    ...(events && { events }),
  });
}

export function holdingsChart(table: Table): ChartModel {
  const held = series(table, "held_btc", "Held", "produced");
  const restricted = series(table, "restricted_btc", "of which restricted", "holds");
  const parts = valuesOf(restricted.figures).length > 0 ? [held, restricted] : [held];
  return panelChart(table, "bars of bitcoin held at each period's end, the restricted part within them", "held_btc", [
    { title: "Bitcoin held at the end of the period, BTC", format: "number", kind: "bars", series: parts },
  ]);
}

export function hashrateChart(table: Table): ChartModel {
  return panelChart(table, "lines of hashrate deployed and on average, and bitcoin produced per EH/s", "produced_per_ehs_btc", [
    {
      title: "Hashrate, EH/s",
      format: "number",
      kind: "lines",
      series: [series(table, "deployed_ehs", "Deployed", "produced"), series(table, "average_ehs", "Average", "holds")],
    },
    {
      title: "Bitcoin produced per EH/s, BTC",
      format: "number",
      kind: "lines",
      series: [series(table, "produced_per_ehs_btc", "Produced per EH/s", "sold")],
    },
  ]);
}

export function dollarsChart(table: Table): ChartModel {
  return panelChart(table, "bars of what sales brought, and of the value of the holdings", "proceeds_usd", [
    { title: "Proceeds of sales, US dollars", format: "usd", kind: "bars", series: [series(table, "proceeds_usd", "Proceeds", "sold")] },
    {
      title: "Value of holdings, US dollars",
      format: "usd",
      kind: "bars",
      series: [series(table, "holdings_value_usd", "Value of holdings", "produced")],
    },
  ]);
}

interface Series {
  readonly label: string;
  readonly ink: Ink;
  readonly figures: readonly Figure[];
}

interface PanelInput {
  readonly title: string;
  readonly format: AxisFormat;
  readonly kind: "bars" | "lines";
  readonly series: readonly Series[];
}

const series = (table: Table, key: string, label: string, ink: Ink): Series => ({
  label,
  ink,
  figures: table.rows.map((row) => figureIn(table, row, key)),
});

/** Panels of bars or lines over the table's periods; `linkKey` names the column whose explanation a point leads to. */
function panelChart(table: Table, what: string, linkKey: string, panels: readonly PanelInput[]): ChartModel {
  const count = table.rows.length;
  const height = 150 + panels.length * 130;
  return model({
    id: `${table.id}-chart`,
    title: table.title,
    alt: altOf(table, what),
    x: { kind: "periods", domain: [-0.5, Math.max(count, 1) - 0.5], periods: table.rows.map((row) => row.key) },
    panels: panels.map(panelOf),
    labels: [],
    keys: panels.flatMap(keysOf),
    stops: table.rows.map((row, x) => stopOf(row, x, panels, linkKey)),
    reach: "x",
    preferred: { wide: { width: 960, height, font: 13 }, narrow: { width: 340, height: height * 0.9, font: 13 } },
  });
}

function panelOf({ title, format, kind, series: all }: PanelInput): Panel {
  const most = Math.max(0, ...all.flatMap(({ figures }) => valuesOf(figures)));
  const marks = all.flatMap((one) => (kind === "bars" ? barMarks(one) : lineMarks(one)));
  return { title, weight: 1, y: { kind: "linear", domain: roundDomain(0, most), format }, marks: marks.filter(notEmpty) };
}

function barMarks({ ink, figures }: Series): Mark[] {
  return (["reported", "derived", "policy", "mixed"] as const).map((level): Mark => ({
    kind: "bars",
    ink,
    texture: TEXTURE[level],
    at: figures.flatMap((figure, x) =>
      figure.kind === "value" && figure.evidence === level ? [[x - 0.38, x + 0.38, 0, figure.value] as const] : [],
    ),
  }));
}

/** A line through neighbouring periods; a point wherever there is a figure, hollow where it is not simply reported. */
function lineMarks({ ink, figures }: Series): Mark[] {
  const dots = (hollow: boolean): Mark => ({
    kind: "dots",
    ink,
    texture: "solid",
    hollow,
    at: figures.flatMap((figure, x) =>
      figure.kind === "value" && (figure.evidence !== "reported") === hollow ? [[x, figure.value, 2.6] as const] : [],
    ),
  });
  return [{ kind: "line", ink, width: 1.8, runs: runsOf(figures.map(valueOf)) }, dots(false), dots(true)];
}

function keysOf({ kind, series: all }: PanelInput): KeyEntry[] {
  return all.flatMap(({ label, ink, figures }): KeyEntry[] => {
    const estimated = figures.some((figure) => figure.kind === "value" && figure.evidence === "derived");
    if (valuesOf(figures).length === 0) return [];
    const own: KeyEntry = { shape: kind === "bars" ? "box" : "line", ink, texture: "solid", text: uncapitalized(label) };
    if (kind !== "bars" || !estimated) return [own];
    const solid = figures.some((figure) => figure.kind === "value" && figure.evidence === "reported");
    const hatched: KeyEntry = { ...own, texture: "hatch", text: `${uncapitalized(label)}, estimated` };
    return solid ? [own, hatched] : [hatched];
  });
}

function stopOf(row: Row, x: number, panels: readonly PanelInput[], linkKey: string): Stop {
  const rows: StopRow[] = panels.flatMap(({ series: all }, panel) =>
    all.flatMap(({ label, ink, figures }) => {
      const figure = figures[x];
      return figure ? [rowOf(label, figure, ink, [panel, x, valueOf(figure) ?? 0])] : [];
    }),
  );
  return { title: textIn(row, "period"), panel: 0, x, y: 0, rows, ...hrefIn(row, linkKey) };
}

function hrefIn(row: Row, key: string): { readonly href?: string } {
  const href = row.cells[key]?.href;
  return href === undefined ? {} : { href };
}
