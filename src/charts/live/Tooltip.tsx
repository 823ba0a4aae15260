/** A live chart's tooltip: each figure of the stop with unit, evidence and publisher. It stays inside the chart's width. */
import { type ReactNode, useLayoutEffect, useRef, useState } from "react";
import type { Stop, StopRow } from "../model";
import { pageColours } from "../palette";

interface Props {
  readonly stop: Stop;
  readonly place: { readonly x: number; readonly y: number };
  /** Width of the chart on screen, px. */
  readonly width: number;
  readonly touch: boolean;
  /** Top of the box when it stands beside the cursor, px. */
  readonly top: number;
}

/** Below this width (px) the box spans the chart and lies above it, hiding no data and hidden by no finger; below it at the screen's top. */
const NARROW = 520;

export function Tooltip({ stop, place, width, touch, top }: Props): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const [isAbove, setAbove] = useState(true);
  useLayoutEffect(() => {
    const chart = box.current?.parentElement?.getBoundingClientRect();
    if (box.current && chart) setAbove(chart.top >= box.current.offsetHeight);
  }, [stop]);
  const { x } = place;
  const toLeft = x > width / 2;
  const beside = toLeft ? { right: Math.max(0, width - x + 14) } : { left: x + 14 };
  const position =
    width < NARROW
      ? { left: 0, right: 0, [isAbove ? "bottom" : "top"]: "calc(100% + 4px)" }
      : { ...beside, top: Math.max(0, top), maxWidth: 340 };
  const style = {
    ...position,
    position: "absolute",
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
  const known = stop.rows.filter((row) => row.evidence !== "");
  const first = known[0];
  // A source shared by all figures is named once.
  const common = first !== undefined && known.length > 1 && known.every((row) => how(row) === how(first)) ? how(first) : undefined;
  return (
    <div ref={box} data-tooltip="" aria-hidden="true" style={style}>
      <strong>{stop.title}</strong>
      {stop.rows.map((row, i) => (
        <div key={i} style={{ borderLeft: `3px solid ${pageColours(row.ink)}`, paddingLeft: 7, marginTop: 3 }}>
          {row.label} <b>{row.text}</b> {common === undefined ? <Small>{how(row)}</Small> : null}
        </div>
      ))}
      {common === undefined ? null : <Small block>{common}</Small>}
      {stop.note === undefined ? null : <Small block>{stop.note}</Small>}
      {touch && stop.href !== undefined ? (
        <a href={stop.href} tabIndex={-1} style={{ display: "inline-block", padding: "6px 0", textDecoration: "underline" }}>
          Open
        </a>
      ) : null}
    </div>
  );
}

const how = (row: StopRow): string => [row.evidence, row.source].filter((part) => part !== "").join(" · ");

const Small = ({ children, block = false }: { readonly children: ReactNode; readonly block?: boolean }): ReactNode => (
  <span style={{ color: pageColours("muted"), fontSize: 12, ...(block ? { display: "block", marginTop: 3 } : {}) }}>{children}</span>
);
