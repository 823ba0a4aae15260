/**
 * A ranking: horizontal bars in the caller's order, each with its value beside it. In: labelled figures; out: a chart.
 * Rule: a missing figure keeps its row and says why; evidence is texture; the axis starts at 0, or below it when a value does.
 */
import type { AxisFormat, ChartModel, Figure, KeyEntry, Label, Mark, Texture } from "../model";
import type { Ink } from "../palette";
import { model } from "../layout";
import { roundDomain } from "../scale";
import { gathered, notEmpty, rowOf, TEXTURE, valueOf, valuesOf } from "./figures";

export interface RankingRow {
  readonly label: string;
  readonly href?: string;
  readonly figure: Figure;
  readonly note?: string;
}

export interface RankingInput {
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  /** What the bars measure, with the unit: "Sold, BTC". */
  readonly measure: string;
  readonly format: AxisFormat;
  readonly ink?: Ink;
  /** A value to mark: {at: 100, text: "100%"}. */
  readonly reference?: { readonly at: number; readonly text: string };
  readonly rows: readonly RankingRow[];
}

export function ranking({ id, title, alt, measure, format, ink = "sold", reference, rows }: RankingInput): ChartModel {
  const values = valuesOf(rows.map((row) => row.figure));
  // Room for the value beside the longest bar.
  const domain = roundDomain(Math.min(0, ...values), Math.max(...values, reference?.at ?? 0, 0) * 1.12);
  const labels: Label[] = reference === undefined ? [] : [{ kind: "rule", panel: 0, across: "y", at: reference.at, text: reference.text }];
  rows.forEach(({ figure }, i) => {
    const y = rows.length - 1 - i;
    const value = valueOf(figure);
    labels.push({
      kind: "point",
      panel: 0,
      x: Math.max(value ?? 0, 0),
      y,
      gap: 0,
      text: figure.text,
      ink: value === undefined ? "muted" : "ink",
      side: "right",
    });
  });
  const bars = gathered(
    rows.flatMap(({ figure }, i) => {
      const y = rows.length - 1 - i;
      return figure.kind === "missing"
        ? []
        : [{ ink, texture: TEXTURE[figure.evidence], at: [0, figure.value, y - 0.34, y + 0.34] as const }];
    }),
  );
  const marks: Mark[] = bars.map((look) => ({ kind: "bars", ...look }));
  if (reference !== undefined) marks.push({ kind: "rule", ink: "reference", across: "y", at: reference.at });
  return model({
    id,
    title,
    alt,
    x: { kind: "linear", domain, format, title: measure },
    panels: [
      {
        title: reference === undefined ? "" : " ",
        weight: 1,
        y: { kind: "rows", domain: [-0.6, rows.length - 0.4], labels: rows.map((row) => row.label) },
        marks: marks.filter(notEmpty),
      },
    ],
    labels,
    keys: keysOf(new Set(bars.map(({ texture }) => texture)), ink),
    stops: rows.map((row, i) => {
      const [x, y] = [valueOf(row.figure) ?? 0, rows.length - 1 - i];
      return {
        title: row.label,
        panel: 0,
        x,
        y,
        rows: [rowOf("", row.figure, ink, [0, x, y])],
        ...(row.note === undefined ? {} : { note: row.note }),
        ...(row.href === undefined ? {} : { href: row.href }),
      };
    }),
    reach: "y",
    page: { height: Math.max(rows.length, 2) * 24 + 56, font: 13 },
  });
}

function keysOf(bars: ReadonlySet<Texture>, ink: Ink): KeyEntry[] {
  if (bars.size === 0 || (bars.size === 1 && bars.has("solid"))) return [];
  const words: [Texture, string][] = [
    ["solid", "reported"],
    ["hatch", "derived"],
    ["dots", "by policy"],
  ];
  return words.filter(([texture]) => bars.has(texture)).map(([texture, text]) => ({ shape: "box", ink, texture, text }));
}
