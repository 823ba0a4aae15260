/**
 * The whole record at a glance: companies by months, coloured by the share sold on a scale centred at 100%. In: rows of figures with
 * their links; out: a chart. Rule: why a cell is empty can be told (dots: not disclosed, hatching: quarter only, cross: does not
 * reconcile, dash: nothing mined, blank: not reporting), and cells of one colour are one path, because there are over a thousand.
 */
import { MISSING_LABEL, type MissingReason } from "@/domain/cell";
import { type ChartModel, type Figure, type KeyEntry, LAYOUT_FROM, type Mark, type Texture } from "../model";
import { model } from "../layout";
import { DIVERGING, divergingInk, notEmpty, rowOf } from "./figures";

export interface HeatMapRow {
  readonly label: string;
  /** One for each period. */
  readonly cells: readonly { readonly ratio: Figure; readonly href?: string }[];
}

export interface HeatMapInput {
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  readonly periods: readonly { readonly period: string; readonly title: string }[];
  readonly rows: readonly HeatMapRow[];
}

type Gap = Exclude<MissingReason, "notReporting">;

const GAP_TEXTURE: Readonly<Record<Gap, Texture>> = {
  notDisclosed: "dots",
  notYetPublished: "dots",
  quarterOnly: "hatch",
  nothingProduced: "dash",
  doesNotReconcile: "cross",
};

/** Half a cell, with a hair of paper between neighbours. */
const HALF = 0.46;

export function heatMap({ id, title, alt, periods, rows }: HeatMapInput): ChartModel {
  const cells = new Map<string, Extract<Mark, { kind: "bars" }> & { at: [number, number, number, number][] }>();
  const gaps = new Map<Gap, KeyEntry>();
  rows.forEach((row, i) => {
    const y = rows.length - 1 - i;
    row.cells.forEach(({ ratio }, x) => {
      let mark: Pick<Extract<Mark, { kind: "bars" }>, "ink" | "texture">;
      if (ratio.kind === "value") {
        mark = { ink: divergingInk(ratio.value), texture: "solid" };
      } else {
        const reason = ratio.reason ?? "notDisclosed";
        if (reason === "notReporting") return;
        mark = { ink: "missing", texture: GAP_TEXTURE[reason] };
        gaps.set(reason, { shape: "box", ink: "missing", texture: GAP_TEXTURE[reason], text: MISSING_LABEL[reason] });
      }
      const key = `${mark.ink} ${mark.texture}`;
      const group = cells.get(key) ?? { kind: "bars", ...mark, at: [] };
      group.at.push([x - HALF, x + HALF, y - HALF, y + HALF]);
      cells.set(key, group);
    });
  });
  const marks: Mark[] = [...cells.values()];
  return model({
    id,
    title,
    alt,
    x: { kind: "periods", domain: [-0.5, Math.max(periods.length, 1) - 0.5], periods: periods.map(({ period }) => period) },
    panels: [
      {
        title: "",
        weight: 1,
        y: { kind: "rows", domain: [-0.5, rows.length - 0.5], labels: rows.map((row) => row.label) },
        marks: marks.filter(notEmpty),
      },
    ],
    labels: [],
    keys: [...DIVERGING.map(({ ink, text }) => ({ shape: "box", ink, texture: "solid", text }) as const), ...gaps.values()],
    stops: rows.flatMap((row, i) =>
      row.cells.map(({ ratio, href }, x) => ({
        title: `${row.label}, ${periods[x]?.title ?? ""}`,
        panel: 0,
        x,
        y: rows.length - 1 - i,
        rows: [rowOf("Sell-through", ratio, ratio.kind === "value" ? divergingInk(ratio.value) : "muted", [0, x, rows.length - 1 - i])],
        ...(href === undefined ? {} : { href }),
      })),
    ),
    reach: "xy",
    crowded: true,
    page: { height: Math.max(rows.length, 2) * 17 + 34, font: 13, least: LAYOUT_FROM.wide },
  });
}
