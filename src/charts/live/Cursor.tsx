/** The current stop in one panel, in Recharts on the scales of the server's drawing: a line across the plot, and a ring around each mark. */
import type { ReactNode } from "react";
import { ComposedChart, ReferenceDot, ReferenceLine, XAxis, YAxis } from "recharts";
import type { AxisScale, Placement, Stop } from "../model";
import { pageColours } from "../palette";
import type { LiveModel } from "./liveModel";

interface Props {
  readonly model: LiveModel;
  readonly layout: Placement;
  readonly panel: number;
  readonly stop: Stop | undefined;
}

export function Cursor({ model, layout, panel, stop }: Props): ReactNode {
  const place = layout.panels[panel];
  const content = model.panels[panel];
  if (place === undefined || content === undefined) return null;
  const { plot, top, bottom } = place;
  const margin = { top: plot.top - top, right: layout.width - plot.right, bottom: bottom - plot.bottom, left: plot.left };
  const current = model.reach === "x" || stop?.panel === panel ? stop : undefined;
  const line = { stroke: pageColours("ink"), strokeWidth: 1 };
  return (
    <div style={{ position: "absolute", left: 0, top }}>
      <ComposedChart data={[...model.stops]} width={layout.width} height={bottom - top} margin={margin} accessibilityLayer={false}>
        <XAxis hide type="number" dataKey="x" {...scaled(model.x)} />
        <YAxis hide type="number" dataKey="y" {...scaled(content.y)} />
        {current && model.reach === "x" ? <ReferenceLine x={current.x} {...line} /> : null}
        {current && model.reach === "y" ? <ReferenceLine y={current.y} {...line} strokeOpacity={0.35} /> : null}
        {current?.rows.map(({ at, ink }, i) =>
          at?.[0] === panel ? (
            <ReferenceDot
              key={i}
              x={at[1]}
              y={at[2]}
              r={6}
              fill={pageColours(ink)}
              stroke={pageColours("ink")}
              strokeWidth={2}
              ifOverflow="visible"
            />
          ) : null,
        )}
      </ComposedChart>
    </div>
  );
}

const scaled = ({ kind, domain: [from, to] }: AxisScale): { domain: [number, number]; scale: "linear" | "log" } => ({
  domain: [from, to],
  scale: kind === "log" ? "log" : "linear",
});
