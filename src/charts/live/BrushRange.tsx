/** The range being drawn by mouse over a time chart: a tint from its first to its last period, with both named. */
import type { ReactNode } from "react";
import type { Placement } from "../model";
import { pageColours } from "../palette";
import { scaleOf } from "../scale";
import type { LiveModel } from "./liveModel";
import type { StopRange } from "./useBrush";

interface Props {
  readonly model: LiveModel;
  readonly layout: Placement;
  readonly range: StopRange;
}

export function BrushRange({ model, layout, range }: Props): ReactNode {
  const [first, last] = [layout.panels[0]?.plot, layout.panels.at(-1)?.plot];
  const [from, to] = range.map((stop) => model.stops[stop]);
  if (first === undefined || last === undefined || from === undefined || to === undefined) return null;
  const x = scaleOf(model.x, [first.left, first.right]);
  const [left, right] = [x(from.x - 0.5), x(to.x + 0.5)];
  return (
    <svg style={{ position: "absolute", overflow: "visible" }} width={layout.width} height={layout.height} fontSize={layout.font}>
      <rect x={left} y={first.top} width={right - left} height={last.bottom - first.top} fill={pageColours("muted")} fillOpacity={0.18} />
      <text
        x={(left + right) / 2}
        y={first.top + layout.font * 1.3}
        textAnchor="middle"
        fontWeight={600}
        fill={pageColours("ink")}
        stroke={pageColours("paper")}
        strokeWidth={3.5}
        paintOrder="stroke"
      >
        {from.title} to {to.title}
      </text>
    </svg>
  );
}
