/** Holders against sellers: a dot per company at the share it sold, sized by production. A value beyond the axis is an arrow. */
import { model } from "@/charts/layout";
import type { ChartEvidence, ChartModel, KeyEntry, Label, Mark, Texture, XY } from "@/charts/model";
import type { Ink } from "@/charts/palette";
import { type Stance, STANCE_BOUNDS, stanceOf, STANCES } from "@/domain/measures/stance";
import { roundDomain } from "@/charts/scale";
import type { Table } from "../tables/table";
import { figureIn, headOf, byCompany, companyOf } from "./cellFigure";
import { byLook, levelKey, rowOf, STANCE_INK, stopAt, TEXTURE, valueOf, valuesOf } from "./figures";

/** Upper limit of the axis, percent: one company at 798% would compress all others. */
const FARTHEST = 250;
const [LEAST_RADIUS, MOST_RADIUS] = [3, 10];
/** From here to 100% the value's label stands left of its dot: on the right, the rule at 100% would cross the digits. */
const BEFORE_RULE = 70;

export function shareChart(table: Table): ChartModel {
  const rows = table.rows.map((row, i) => ({
    y: table.rows.length - 1 - i,
    ratio: figureIn(table, row, "sell_through_pct"),
    produced: figureIn(table, row, "produced_btc"),
    sold: figureIn(table, row, "sold_btc"),
    ...companyOf(row),
  }));
  const greatest = Math.max(...valuesOf(rows.map(({ ratio }) => ratio)), 110);
  const largest = Math.max(...valuesOf(rows.map(({ produced }) => produced)), 1);
  const end = greatest > FARTHEST ? FARTHEST : roundDomain(0, greatest)[1];
  const dots: { readonly ink: Ink; readonly texture: Texture; readonly at: readonly [number, number, number] }[] = [];
  const beyond: XY[] = [];
  const labels: Label[] = [{ kind: "rule", panel: 0, across: "y", at: 100, text: "100%: sold what it mined" }];
  const keys = new Map<string, KeyEntry>();
  for (const { y, ratio, produced } of rows) {
    const label = { kind: "point", panel: 0, x: end, y, gap: 0, text: ratio.text, ink: "ink", side: "left" } as const;
    if (ratio.kind === "missing") {
      labels.push({ ...label, ink: "muted" });
      continue;
    }
    const stance = stanceOf(ratio.value, 100);
    const ink = STANCE_INK[stance];
    if (ratio.value > end) {
      beyond.push([end, y]);
      labels.push({ ...label, gap: 6 });
    } else {
      // The dot's area, not its radius, shows production.
      const share = Math.max(valueOf(produced) ?? 0, 0) / largest;
      const radius = Math.max(LEAST_RADIUS, MOST_RADIUS * Math.sqrt(share));
      dots.push({ ink, texture: TEXTURE[ratio.evidence], at: [ratio.value, y, Math.round(radius * 10) / 10] });
      const before = ratio.value >= BEFORE_RULE && ratio.value < 100;
      labels.push({ ...label, x: ratio.value, gap: radius, side: before ? "left" : "right" });
    }
    for (const entry of keysFor(stance, ratio.evidence)) keys.set(entry.text, entry);
  }
  if (beyond.length > 0) keys.set("arrow", { shape: "arrow", ink: "more", texture: "solid", text: "beyond the axis" });
  const marks: Mark[] = [
    { kind: "bars", ink: "grid", texture: "solid", at: rows.map((_, y) => [0, end, y - 0.02, y + 0.02] as const) },
    { kind: "rule", ink: "reference", across: "y", at: 100 },
    ...byLook(dots).map((look) => ({ kind: "dots", ...look }) as const),
    { kind: "arrows", ink: "more", towards: "right", at: beyond },
  ];
  return model({
    ...headOf(table, "each company’s sell-through, on one axis from 0 past 100%, with dots sized by production"),
    // Room for half of the largest dot at 0, which would otherwise cover the names.
    x: { kind: "linear", domain: [-0.03 * end, end], format: "percent", title: "Sell-through; larger dots mined more" },
    ...byCompany(rows, " ", marks, 66),
    labels,
    keys: [...keys.values()].toSorted((a, b) => ORDER.indexOf(a.text) - ORDER.indexOf(b.text)),
    stops: rows.map(({ label: title, ratio, produced, sold, y, ...link }) => {
      const x = Math.min(valueOf(ratio) ?? 0, end);
      const ink = ratio.kind === "value" ? STANCE_INK[stanceOf(ratio.value, 100)] : "muted";
      return stopAt({ title, x, y, ...link }, () => [
        rowOf("Sell-through", ratio, ink, [0, x, y]),
        rowOf("Sold", sold, "sold"),
        rowOf("Produced", produced, "produced"),
      ]);
    }),
  });
}

const { some, all, more } = STANCE_BOUNDS;
const WORD: Readonly<Record<Stance, string>> = {
  holds: `sold under ${some}%`,
  sellsSome: `${some}–${all}%`,
  sellsAll: `${all}–${more}%`,
  sellsMore: `over ${more}%`,
};
const ORDER = [...STANCES.map((stance) => WORD[stance]), "derived", "by policy", "beyond the axis"];

function keysFor(stance: Stance, evidence: ChartEvidence): KeyEntry[] {
  const colour: KeyEntry = { shape: "dot", ink: STANCE_INK[stance], texture: "solid", text: WORD[stance] };
  return evidence === "derived" || evidence === "policy" ? [colour, levelKey(evidence, "dot", "muted")] : [colour];
}
