/**
 * The map as a picture: companies by periods, coloured around 100%. Dots: not disclosed, tint: not yet published, hatching: quarter only,
 * cross: does not reconcile, dash: nothing mined, blank: not reporting. Cells that look the same share one path.
 */
import { groupBy } from "@/domain/shared/group";
import { KNOWN_LEVELS, MISSING_LABEL, type MissingReason } from "@/domain/facts/cell";
import { model } from "@/charts/layout";
import { type ChartEvidence, type ChartModel, type Figure, type KeyEntry, LAYOUT_FROM, type Texture } from "@/charts/model";
import type { Ink } from "@/charts/palette";
import type { Table } from "../tables/table";
import { figureIn, headOf, linkOf, periodAxis, textIn } from "./cellFigure";
import { DIVERGING, divergingInk, byLook, rowOf, stopAt } from "./figures";

/** How a cell looks: its colour on the scale around 100%, and a texture for its evidence or for the reason why it is empty. */
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

/** The look of a figure, in the picture and in the page's grid; undefined (a blank cell) where a company does not report. */
export function cellLook(ratio: Figure): CellLook | undefined {
  if (ratio.kind === "value") return { ink: divergingInk(ratio.value), texture: EVIDENCE_TEXTURE[ratio.evidence] };
  const { reason = "notDisclosed" } = ratio;
  return reason === "notReporting" ? undefined : { ink: "missing", texture: GAP_TEXTURE[reason] };
}

export const SCALE_KEYS: readonly KeyEntry[] = DIVERGING.map(({ ink, text }) => ({ shape: "box", ink, texture: "solid", text }));

/** Key entries for the reasons that occur among the figures, each with its texture, in a fixed order. */
export function gapKeys(figures: readonly Figure[]): KeyEntry[] {
  const reasons = new Set(figures.map((figure) => (figure.kind === "missing" ? (figure.reason ?? "notDisclosed") : undefined)));
  return (Object.keys(GAP_TEXTURE) as Gap[])
    .filter((reason) => reasons.has(reason))
    .map((reason) => ({ shape: "box", ink: "missing", texture: GAP_TEXTURE[reason], text: MISSING_LABEL[reason] }));
}

const LEVEL_WORDS = { reported: "plain: reported", derived: "lines: derived from reported figures", policy: "dots: by stated policy" };

/** Key entries for the levels of evidence that occur, each with its texture; then for the reasons for gaps. */
export function textureKeys(figures: readonly Figure[]): KeyEntry[] {
  const levels = new Set(figures.map((figure) => (figure.kind === "value" ? figure.evidence : undefined)));
  const known = KNOWN_LEVELS.filter((level) => levels.has(level)).map(
    (level) => ({ shape: "box", ink: "d2", texture: EVIDENCE_TEXTURE[level], text: LEVEL_WORDS[level] }) as const,
  );
  return [...known, ...gapKeys(figures)];
}

const SHARE = "sell_through_pct";

/** Half a cell, with a thin gap between neighbours. */
const HALF = 0.46;

export function mapChart(table: Table): ChartModel {
  const periods = [...new Set(table.rows.map((row) => textIn(row, "period")))].sort();
  const companies = groupBy(table.rows, (row) => textIn(row, "company"));
  const names = [...companies.keys()];
  const cells = [...companies].flatMap(([name, rows], i) => {
    const rowIn = new Map(rows.map((row) => [textIn(row, "period"), row]));
    return periods.map((period, x) => {
      const row = rowIn.get(period);
      const ratio: Figure = row ? figureIn(table, row, SHARE) : { kind: "missing", text: "not in the table" };
      return { title: `${name}, ${period}`, ratio, x, y: names.length - 1 - i, ...linkOf(row?.cells[SHARE]) };
    });
  });
  const drawn = cells.flatMap(({ ratio, x, y }) => {
    const look = cellLook(ratio);
    return look === undefined ? [] : [{ ...look, at: [x - HALF, x + HALF, y - HALF, y + HALF] as const }];
  });
  return model({
    ...headOf(table, "a grid of companies by periods, coloured by sell-through"),
    x: periodAxis(periods),
    panels: [
      {
        title: "",
        y: { kind: "rows", domain: [-0.5, names.length - 0.5], labels: names },
        marks: byLook(drawn).map((look) => ({ kind: "bars", ...look })),
      },
    ],
    keys: [...SCALE_KEYS, ...textureKeys(cells.map(({ ratio }) => ratio))],
    stops: cells.map(({ title, ratio, x, y, ...link }) => {
      const ink = ratio.kind === "value" ? divergingInk(ratio.value) : "muted";
      return stopAt({ title, x, y, ...link }, () => [rowOf("Sell-through", ratio, ink, [0, x, y])]);
    }),
    reach: "xy",
    crowded: true,
    page: { height: Math.max(names.length, 2) * 17 + 34, least: LAYOUT_FROM.wide },
  });
}
