"use client";
/**
 * The tooltip of a live chart: each figure of the stop with its unit, how it is known and who published it.
 * In: a stop and its place; out: a small box beside the cursor that stays inside the chart's width.
 */
import type { ReactNode } from "react";
import type { Stop } from "../model";
import { pageColours } from "../palette";

interface Props {
  readonly stop: Stop;
  readonly place: { readonly x: number; readonly y: number };
  readonly scale: number;
  /** Width of the chart on screen, px. */
  readonly width: number;
  readonly touch: boolean;
}

export function Tooltip({ stop, place, scale, width, touch }: Props): ReactNode {
  const x = place.x * scale;
  const toLeft = x > width / 2;
  const box = {
    position: "absolute",
    top: Math.max(0, place.y * scale - 40),
    ...(toLeft ? { right: Math.max(0, width - x + 14) } : { left: x + 14 }),
    maxWidth: Math.max(180, (toLeft ? x : width - x) - 20),
    zIndex: 10,
    padding: "8px 10px",
    background: pageColours("paper"),
    color: pageColours("ink"),
    border: `1px solid ${pageColours("muted")}`,
    borderRadius: 3,
    fontSize: 13,
    lineHeight: 1.35,
    pointerEvents: touch ? "auto" : "none",
    fontVariantNumeric: "tabular-nums",
  } as const;
  return (
    <div data-tooltip="" aria-hidden="true" style={box}>
      <strong>{stop.title}</strong>
      {stop.rows.map((row, i) => (
        <div key={i} style={{ borderLeft: `3px solid ${pageColours(row.ink)}`, paddingLeft: 7, marginTop: 4 }}>
          {row.label} <b>{row.text}</b>
          <div style={{ color: pageColours("muted"), fontSize: 12 }}>
            {[row.evidence, row.source].filter((part) => part !== "").join(" · ")}
          </div>
        </div>
      ))}
      {stop.note === undefined ? null : <div style={{ marginTop: 5, color: pageColours("muted"), fontSize: 12 }}>{stop.note}</div>}
      {touch && stop.href !== undefined ? (
        <a href={stop.href} tabIndex={-1} style={{ display: "inline-block", marginTop: 6, textDecoration: "underline" }}>
          Open
        </a>
      ) : null}
    </div>
  );
}
