/** Bitcoin sold by each company as bars from 0, in the table's order. A missing figure keeps its row and says why. */
import { model } from "@/charts/layout";
import type { ChartModel, KeyEntry, Texture } from "@/charts/model";
import { roundDomain } from "@/charts/scale";
import type { Table } from "../tables/table";
import { figureIn, headOf, textIn, byCompany, companyOf } from "./cellFigure";
import { KNOWN_LEVELS } from "@/domain/facts/cell";
import { byLook, levelKey, rowOf, stopAt, TEXTURE, valueOf, valuesOf } from "./figures";

const INK = "sold";

export function amountChart(table: Table): ChartModel {
  const rows = table.rows.map((row, i) => {
    const figure = figureIn(table, row, "sold_btc");
    return { y: table.rows.length - 1 - i, x: valueOf(figure) ?? 0, figure, row, ...companyOf(row) };
  });
  const values = valuesOf(rows.map(({ figure }) => figure));
  const bars = byLook(
    rows.flatMap(({ figure, y }) =>
      figure.kind === "missing"
        ? []
        : [{ ink: INK, texture: TEXTURE[figure.evidence], at: [0, figure.value, y - 0.34, y + 0.34] as const }],
    ),
  );
  return model({
    ...headOf(table, "bitcoin sold by each company, most first"),
    // Room for the value beside the longest bar.
    x: { kind: "linear", domain: roundDomain(Math.min(0, ...values), Math.max(...values, 0) * 1.12), format: "number", title: "Sold, BTC" },
    ...byCompany(
      rows,
      "",
      bars.map((look) => ({ kind: "bars", ...look })),
      56,
    ),
    labels: rows.map(({ figure, x, y }) => {
      const ink = figure.kind === "missing" ? "muted" : "ink";
      return { kind: "point", panel: 0, x: Math.max(x, 0), y, gap: 0, text: figure.text, ink, side: "right" };
    }),
    keys: keysOf(new Set(bars.map(({ texture }) => texture))),
    stops: rows.map(({ label: title, figure, row, ...place }) =>
      stopAt(
        { title, ...place },
        () => [rowOf("", figure, INK, [0, place.x, place.y])],
        () => `sell-through ${textIn(row, "sell_through_pct")}`,
      ),
    ),
  });
}

/** None where all bars are plain. */
function keysOf(bars: ReadonlySet<Texture>): KeyEntry[] {
  const keys = KNOWN_LEVELS.filter((level) => bars.has(TEXTURE[level])).map((level) => levelKey(level, "box", INK));
  return keys.every(({ texture }) => texture === "solid") ? [] : keys;
}
