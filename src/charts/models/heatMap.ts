/**
 * The whole record at a glance: companies by months, coloured by the share sold on a scale centred at 100%. In: rows of figures with
 * their links; out: a chart. Rule: how a cell is known and why it is empty can be told (dots: not disclosed, tint: not yet published,
 * hatching: quarter only, cross: does not reconcile, dash: nothing mined, blank: not reporting), and cells of one look are one path,
 * because there are over a thousand.
 */
import { MISSING_LABEL, type MissingReason } from "@/domain/cell";
import { type ChartEvidence, type ChartModel, type Figure, type KeyEntry, LAYOUT_FROM, type Texture } from "../model";
import type { Ink } from "../palette";
import { model } from "../layout";
import { DIVERGING, divergingInk, gathered, rowOf } from "./figures";

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

/** How a cell looks: its colour on the scale around 100%, its evidence or the reason why it is empty as a texture. */
export interface CellLook {
  readonly ink: Ink;
  readonly texture: Texture;
}

type Gap = Exclude<MissingReason, "notReporting">;

const GAP_TEXTURE: Readonly<Record<Gap, Texture>> = {
  notDisclosed: "dots",
  notYetPublished: "tint",
  quarterOnly: "hatch",
  nothingProduced: "dash",
  doesNotReconcile: "cross",
};

const EVIDENCE_TEXTURE: Readonly<Record<ChartEvidence, Texture>> = {
  reported: "solid",
  derived: "lines",
  policy: "points",
  mixed: "solid",
};

/** The look of a gap; undefined where a company does not report: the cell stays blank. */
export const gapLook = (reason: MissingReason): CellLook | undefined =>
  reason === "notReporting" ? undefined : { ink: "missing", texture: GAP_TEXTURE[reason] };

/** The look of a figure: what the picture and the grid on its page both draw. */
export const cellLook = (ratio: Figure): CellLook | undefined =>
  ratio.kind === "value"
    ? { ink: divergingInk(ratio.value), texture: EVIDENCE_TEXTURE[ratio.evidence] }
    : gapLook(ratio.reason ?? "notDisclosed");

/** The colours of the scale, in words. */
export const SCALE_KEYS: readonly KeyEntry[] = DIVERGING.map(({ ink, text }) => ({ shape: "box", ink, texture: "solid", text }));

/** The reasons that occur among the figures, each with its texture, in a fixed order. */
export function gapKeys(figures: readonly Figure[]): KeyEntry[] {
  const reasons = new Set(figures.map((figure) => (figure.kind === "missing" ? (figure.reason ?? "notDisclosed") : undefined)));
  return (Object.keys(GAP_TEXTURE) as Gap[])
    .filter((reason) => reasons.has(reason))
    .map((reason) => ({ shape: "box", ink: "missing", texture: GAP_TEXTURE[reason], text: MISSING_LABEL[reason] }));
}

const LEVEL_WORDS = { reported: "plain: reported", derived: "lines: derived from reported figures", policy: "dots: by stated policy" };

/** How the figures are known, each level that occurs with its texture; then why some are not. */
export function textureKeys(figures: readonly Figure[]): KeyEntry[] {
  const levels = new Set(figures.map((figure) => (figure.kind === "value" ? figure.evidence : undefined)));
  const known = (["reported", "derived", "policy"] as const)
    .filter((level) => levels.has(level))
    .map((level) => ({ shape: "box", ink: "d2", texture: EVIDENCE_TEXTURE[level], text: LEVEL_WORDS[level] }) as const);
  return [...known, ...gapKeys(figures)];
}

/** Half a cell, with a hair of paper between neighbours. */
const HALF = 0.46;

export function heatMap({ id, title, alt, periods, rows }: HeatMapInput): ChartModel {
  const cells = rows.flatMap((row, i) =>
    row.cells.flatMap(({ ratio }, x) => {
      const [look, y] = [cellLook(ratio), rows.length - 1 - i];
      return look === undefined ? [] : [{ ...look, at: [x - HALF, x + HALF, y - HALF, y + HALF] as const }];
    }),
  );
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
        marks: gathered(cells).map((look) => ({ kind: "bars", ...look })),
      },
    ],
    labels: [],
    keys: [...SCALE_KEYS, ...textureKeys(rows.flatMap((row) => row.cells.map(({ ratio }) => ratio)))],
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
