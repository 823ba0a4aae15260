/**
 * Holders against sellers at one glance: a row per company, a dot at the share of production it sold, as large as its production,
 * on one axis from 0 past 100%. In: per company its figures; out: a chart, rows in the caller's order.
 * Rule: a share too far out becomes an arrow at the edge with its value; a company without a share keeps its row and says why.
 */
import type { ChartModel, Figure, KeyEntry, Label, Mark, Texture, XY } from "../model";
import type { Ink } from "../palette";
import { model } from "../layout";
import { roundDomain } from "../scale";
import { gathered, notEmpty, rowOf, stanceInk, TEXTURE, valuesOf } from "./figures";

export interface StripRow {
  /** "Riot". */
  readonly label: string;
  readonly href?: string;
  /** Percent. */
  readonly ratio: Figure;
  readonly produced: Figure;
  readonly sold: Figure;
}

export interface StripInput {
  readonly id: string;
  readonly title: string;
  readonly alt: string;
  readonly rows: readonly StripRow[];
}

/** No axis reaches farther, percent: one company at 798% would press all others together. */
const FARTHEST = 250;
const [LEAST_RADIUS, MOST_RADIUS] = [3, 10];
/** From here to 100% a value is written before its dot: after it the rule at 100% would run through the digits. */
const BEFORE_RULE = 70;

export function strip({ id, title, alt, rows }: StripInput): ChartModel {
  const greatest = Math.max(...valuesOf(rows.map((row) => row.ratio)), 110);
  const largest = Math.max(...valuesOf(rows.map((row) => row.produced)), 1);
  const end = greatest > FARTHEST ? FARTHEST : roundDomain(0, greatest)[1];
  const dots: { readonly ink: Ink; readonly texture: Texture; readonly at: readonly [number, number, number] }[] = [];
  const beyond: XY[] = [];
  const labels: Label[] = [{ kind: "rule", panel: 0, across: "y", at: 100, text: "100%: sold what it mined" }];
  const keys = new Map<string, KeyEntry>();
  rows.forEach(({ ratio, produced }, i) => {
    const y = rows.length - 1 - i;
    if (ratio.kind === "missing") {
      labels.push({ kind: "point", panel: 0, x: end, y, gap: 0, text: ratio.text, ink: "muted", side: "left" });
      return;
    }
    const ink = stanceInk(ratio.value);
    if (ratio.value > end) {
      beyond.push([end, y]);
      labels.push({ kind: "point", panel: 0, x: end, y, gap: 6, text: ratio.text, ink: "ink", side: "left" });
    } else {
      // The area, not the radius, is the production.
      const share = produced.kind === "value" ? Math.max(produced.value, 0) / largest : 0;
      const radius = Math.max(LEAST_RADIUS, MOST_RADIUS * Math.sqrt(share));
      dots.push({ ink, texture: TEXTURE[ratio.evidence], at: [ratio.value, y, Math.round(radius * 10) / 10] });
      const side = ratio.value >= BEFORE_RULE && ratio.value < 100 ? "left" : "right";
      labels.push({ kind: "point", panel: 0, x: ratio.value, y, gap: radius, text: ratio.text, ink: "ink", side });
    }
    for (const entry of keysFor(ink, ratio.evidence)) keys.set(entry.text, entry);
  });
  if (beyond.length > 0) keys.set("arrow", { shape: "arrow", ink: "more", texture: "solid", text: "beyond the axis" });
  const marks: Mark[] = [
    { kind: "bars", ink: "grid", texture: "solid", at: rows.map((_, y) => [0, end, y - 0.02, y + 0.02] as const) },
    { kind: "rule", ink: "reference", across: "y", at: 100 },
    ...gathered(dots).map((look) => ({ kind: "dots", ...look }) as const),
    { kind: "arrows", ink: "more", towards: "right", at: beyond },
  ];
  return model({
    id,
    title,
    alt,
    // Room for half of the largest dot at 0, which would lie on the names.
    x: { kind: "linear", domain: [-0.03 * end, end], format: "percent", title: "Sell-through; larger dots mined more" },
    panels: [
      {
        title: " ",
        weight: 1,
        y: { kind: "rows", domain: [-0.6, rows.length - 0.4], labels: rows.map((row) => row.label) },
        marks: marks.filter(notEmpty),
      },
    ],
    labels,
    keys: [...keys.values()].toSorted((a, b) => ORDER.indexOf(a.text) - ORDER.indexOf(b.text)),
    stops: rows.map((row, i) => {
      const y = rows.length - 1 - i;
      const x = row.ratio.kind === "value" ? Math.min(row.ratio.value, end) : 0;
      const ink = row.ratio.kind === "value" ? stanceInk(row.ratio.value) : "muted";
      return {
        title: row.label,
        panel: 0,
        x,
        y,
        rows: [
          rowOf("Sell-through", row.ratio, ink, [0, x, y]),
          rowOf("Sold", row.sold, "sold"),
          rowOf("Produced", row.produced, "produced"),
        ],
        ...(row.href === undefined ? {} : { href: row.href }),
      };
    }),
    reach: "y",
    page: { height: Math.max(rows.length, 2) * 24 + 66, font: 13 },
  });
}

const WORD: Partial<Record<Ink, string>> = { holds: "sold under 5%", some: "5–95%", all: "95–105%", more: "over 105%" };
const ORDER = ["sold under 5%", "5–95%", "95–105%", "over 105%", "derived", "by policy", "beyond the axis"];

function keysFor(ink: Ink, evidence: string): KeyEntry[] {
  const colour: KeyEntry = { shape: "dot", ink, texture: "solid", text: WORD[ink] ?? "" };
  if (evidence === "derived") return [colour, { shape: "dot", ink: "muted", texture: "hatch", text: "derived" }];
  return evidence === "policy" ? [colour, { shape: "dot", ink: "muted", texture: "dots", text: "by policy" }] : [colour];
}
