/** Panels of bars or lines over a table's periods, on one time axis. Gaps stay gaps, texture shows evidence, decreases hang below 0. */
import { EVIDENCE_LABEL, KNOWN_LEVELS } from "@/domain/facts/cell";
import type { Row, Table } from "../tables/table";
import { model } from "@/charts/layout";
import type { AxisFormat, ChartModel, Figure, KeyEntry, Mark, Stop } from "@/charts/model";
import { rowOf, runsOf, stopAt, TEXTURE, valueOf, valuesOf } from "./figures";
import type { Ink } from "@/charts/palette";
import { roundDomain } from "@/charts/scale";
import { figuresIn, headOf, linkOf, periodAxis, textIn } from "./cellFigure";
import { uncapitalized } from "../words/phrases";

interface Series {
  readonly label: string;
  readonly ink: Ink;
  readonly figures: readonly Figure[];
}

interface PanelOf<S> {
  readonly title: string;
  readonly format: AxisFormat;
  readonly kind: "bars" | "lines";
  readonly series: readonly S[];
}

type PanelInput = PanelOf<Series>;

/** A column with its name and colour. An "optional" one is left out where it has no figure, and its panel where nothing else is in it. */
type SeriesColumn = readonly [key: string, label: string, ink: Ink, optional?: "optional"];

/** Makes the chart function for a table with these columns; a point links to the explanation of its figure in column `linkKey`. */
export const panelChart =
  (what: string, linkKey: string, columns: readonly PanelOf<SeriesColumn>[], read = (table: Table, key: string) => figuresIn(table, key)) =>
  (table: Table): ChartModel => {
    const panels = columns
      .map((panel) => ({
        ...panel,
        series: panel.series
          .map(([key, label, ink, optional]) => ({ label, ink, optional, figures: read(table, key) }))
          .filter(({ optional, figures }) => optional === undefined || valuesOf(figures).length > 0),
      }))
      .filter(({ series }) => series.length > 0);
    return model({
      ...headOf(table, what),
      x: periodAxis(table.rows.map((row) => row.key)),
      panels: panels.map(panelOf),
      keys: panels.flatMap(keysOf),
      stops: table.rows.map((row, x) => stopOf(row, x, panels, linkKey)),
      reach: "x",
      page: { height: 100 + panels.length * 130 },
    });
  };

/** Changes of holdings, as arguments of panelChart: in bitcoin, and in dollars where the record has prices. */
export const CHANGE_PANELS: readonly [string, string, readonly PanelOf<SeriesColumn>[]] = [
  "bars of the change of the bitcoin held in each period, in bitcoin and in dollars",
  "change_btc",
  [
    { title: "Change of the bitcoin held, BTC", format: "number", kind: "bars", series: [["change_btc", "Change", "holds"]] },
    {
      title: "The same at the closing price, US dollars",
      format: "usd",
      kind: "bars",
      series: [["change_usd", "At the closing price", "produced", "optional"]],
    },
  ],
];

function panelOf({ title, format, kind, series: all }: PanelInput) {
  const values = all.flatMap(({ figures }) => valuesOf(figures));
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const marks = all.flatMap((one) => (kind === "bars" ? barMarks(one) : lineMarks(one)));
  // Where bars hang below 0 too, a line marks it.
  const zero: Mark[] = least < 0 ? [{ kind: "rule", ink: "reference", across: "x", at: 0 }] : [];
  return { title, y: { kind: "linear", domain: roundDomain(least, most), format } as const, marks: [...zero, ...marks] };
}

const barMarks = ({ ink, figures }: Series): Mark[] =>
  ([...KNOWN_LEVELS, "mixed"] as const).map((level): Mark => ({
    kind: "bars",
    ink,
    texture: TEXTURE[level],
    at: figures.flatMap((figure, x) =>
      figure.kind === "value" && figure.evidence === level
        ? [[x - 0.38, x + 0.38, Math.min(0, figure.value), Math.max(0, figure.value)] as const]
        : [],
    ),
  }));

/** A line through neighbouring periods; a point at every figure, hollow unless the figure is simply reported. */
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

const keysOf = ({ kind, format, series: all }: PanelInput): KeyEntry[] =>
  all.flatMap(({ label, ink, figures }): KeyEntry[] => {
    const estimated = figures.some((figure) => figure.kind === "value" && figure.evidence === "derived");
    if (valuesOf(figures).length === 0) return [];
    const own: KeyEntry = { shape: kind === "bars" ? "box" : "line", ink, texture: "solid", text: uncapitalized(label) };
    if (kind !== "bars" || !estimated) return [own];
    const solid = figures.some((figure) => figure.kind === "value" && figure.evidence === "reported");
    // Dollars are estimated at a price of the market; bitcoin follow from other figures.
    const how = format === "usd" ? "estimated" : EVIDENCE_LABEL.derived;
    const hatched: KeyEntry = { ...own, texture: "hatch", text: `${uncapitalized(label)}, ${how}` };
    return solid ? [own, hatched] : [hatched];
  });

const stopOf = (row: Row, x: number, panels: readonly PanelInput[], linkKey: string): Stop =>
  stopAt({ title: textIn(row, "period"), x, y: 0, ...linkOf(row.cells[linkKey]) }, () =>
    panels.flatMap(({ series: all }, panel) =>
      all.flatMap(({ label, ink, figures }) => {
        const figure = figures[x];
        return figure ? [rowOf(label, figure, ink, [panel, x, valueOf(figure) ?? 0])] : [];
      }),
    ),
  );
