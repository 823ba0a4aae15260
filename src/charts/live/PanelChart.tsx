/** One panel of a live chart in Recharts, with the server's domains, ticks, margins and marks, so that nothing moves. */
import type { ReactNode } from "react";
import { CartesianGrid, ComposedChart, ReferenceDot, ReferenceLine, useXAxisScale, useYAxisScale, XAxis, YAxis } from "recharts";
import type { Axis, ChartModel, Layout, Mark, PanelLayout, Stop, Tick } from "../model";
import { pageColours } from "../palette";
import { drawMark } from "../svg/shapes";
import { Drawn } from "./Drawn";

interface Props {
  readonly model: ChartModel;
  readonly layout: Layout;
  readonly panel: number;
  readonly stop: Stop | undefined;
  readonly ids: string;
}

export function PanelChart({ model, layout, panel, stop, ids }: Props): ReactNode {
  const place = layout.panels[panel];
  const content = model.panels[panel];
  if (place === undefined || content === undefined) return null;
  const { plot, top, bottom } = place;
  const height = bottom - top;
  const cursor = stop !== undefined && (model.reach === "x" || stop.panel === panel);
  return (
    <div style={{ position: "absolute", left: 0, top, width: layout.width, height }}>
      <ComposedChart
        width={layout.width}
        height={height}
        data={model.stops.map(({ x, y }) => ({ x, y }))}
        margin={{ top: plot.top - top, right: layout.width - plot.right, bottom: 0, left: 0 }}
        accessibilityLayer={false}
      >
        <CartesianGrid
          stroke={pageColours("grid")}
          vertical={place.xTicks.some((each) => each.line)}
          horizontal={place.yTicks.some((each) => each.line)}
          verticalValues={place.xTicks.map((each) => each.at)}
          horizontalValues={place.yTicks.map((each) => each.at)}
        />
        <XAxis
          type="number"
          dataKey="x"
          {...scaled(model.x)}
          {...ticked(place.xTicks)}
          height={bottom - plot.bottom}
          tick={<TickText ticks={place.xTicks} font={layout.font} side="below" edge={plot.bottom - top} />}
          tickLine={false}
          axisLine={false}
        />
        <YAxis
          type="number"
          dataKey="y"
          {...scaled(content.y)}
          {...ticked(place.yTicks)}
          width={plot.left}
          tick={<TickText ticks={place.yTicks} font={layout.font} side="left" edge={plot.left} />}
          tickLine={false}
          axisLine={false}
        />
        <Marks marks={content.marks} plot={plot} font={layout.font} ids={ids} />
        {cursor && model.reach === "x" ? <ReferenceLine x={stop.x} stroke={pageColours("ink")} strokeWidth={1} /> : null}
        {cursor && model.reach === "y" ? (
          <ReferenceLine y={stop.y} stroke={pageColours("ink")} strokeWidth={1} strokeOpacity={0.35} />
        ) : null}
        {cursor
          ? stop.rows.map((row, i) =>
              row.at?.[0] === panel ? (
                <ReferenceDot
                  key={i}
                  x={row.at[1]}
                  y={row.at[2]}
                  r={6}
                  fill={pageColours(row.ink)}
                  stroke={pageColours("ink")}
                  strokeWidth={2}
                  ifOverflow="visible"
                />
              ) : null,
            )
          : null}
      </ComposedChart>
    </div>
  );
}

interface TickProps {
  readonly ticks: readonly Tick[];
  readonly font: number;
  readonly side: "below" | "left";
  /** Edge of the plot that the ticks belong to, px. */
  readonly edge: number;
  /** Given by Recharts. */
  readonly x?: number;
  readonly y?: number;
  readonly payload?: { readonly value: number };
}

/** A tick's text at its position in the server's drawing; Recharts' own would wrap names over two lines. */
function TickText({ ticks, font, side, edge, x = 0, y = 0, payload }: TickProps): ReactNode {
  const text = ticks.find((tick) => tick.at === payload?.value)?.text;
  if (text === undefined) return null;
  const place = side === "left" ? { x: edge - font * 0.45, y: y + font * 0.35 } : { x, y: edge + font * 1.4 };
  return (
    <text {...place} fontSize={font} fill={pageColours("muted")} textAnchor={side === "left" ? "end" : "middle"}>
      {text}
    </text>
  );
}

interface MarksProps {
  readonly marks: readonly Mark[];
  readonly plot: PanelLayout["plot"];
  readonly font: number;
  readonly ids: string;
}

/** A panel's marks: the server's shapes, on Recharts' scales. */
function Marks({ marks, plot, font, ids }: MarksProps): ReactNode {
  const [x, y] = [useXAxisScale(), useYAxisScale()];
  if (x === undefined || y === undefined) return null;
  const frame = { x: (at: number) => x(at) ?? 0, y: (at: number) => y(at) ?? 0, plot, font };
  return <Drawn elements={marks.map((mark) => drawMark(mark, frame, { colours: pageColours, ids }))} />;
}

/** The model's domains contain all of its marks, so clipping (which would halve a line on the edge) is not needed. */
const scaled = (axis: Axis): { domain: [number, number]; scale: "linear" | "log"; allowDataOverflow: false } => ({
  domain: [axis.domain[0], axis.domain[1]],
  scale: axis.kind === "log" ? "log" : "linear",
  allowDataOverflow: false,
});

const ticked = (ticks: readonly Tick[]): { ticks: number[]; interval: 0 } => ({ ticks: ticks.map((tick) => tick.at), interval: 0 });
