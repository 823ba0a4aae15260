/** One point per month: what miners sold against bitcoin's return, thin months hollow. No fitted line, because none is claimed. */
import { scaleLinear } from "d3-scale";
import { model } from "@/charts/layout";
import type { ChartModel, Mark, Span } from "@/charts/model";
import type { Table } from "../tables/table";
import { figureIn, headOf, linkOf, textIn } from "./cellFigure";
import { rowOf, stopAt, THIN_KEY } from "./figures";

export function signalScatter(table: Table): ChartModel {
  const [, measure, returned] = table.columns;
  const isRatio = measure?.unit === "%";
  const [xTitle, yTitle] = [isRatio ? "Sell-through" : "Sold, BTC", returned?.label ?? "Return"];
  const points = table.rows.flatMap((row) => {
    const [x, y] = [figureIn(table, row, measure?.key ?? "", "mixed"), figureIn(table, row, "return_pct")];
    if (x.kind !== "value" || y.kind !== "value") return [];
    return [{ title: textIn(row, "period"), x, y, thin: textIn(row, "thin") !== "", link: linkOf(row) }];
  });
  const dots = (thin: boolean) => points.filter((point) => point.thin === thin).map(({ x, y }) => [x.value, y.value, 4] as const);
  const yDomain = around(points.map(({ y }) => y.value));
  const marks: Mark[] = [
    ...(yDomain[0] < 0 ? [{ kind: "rule", ink: "muted", across: "x", at: 0, dashed: true } as const] : []),
    { kind: "dots", ink: "sold", texture: "solid", opacity: 0.8, at: dots(false) },
    { kind: "dots", ink: "sold", texture: "solid", hollow: true, at: dots(true) },
  ];
  return model({
    ...headOf(table, "a point for each month"),
    x: { kind: "linear", domain: around(points.map(({ x }) => x.value)), format: isRatio ? "percent" : "number", title: xTitle },
    panels: [{ title: yTitle, y: { kind: "linear", domain: yDomain, format: "percent" }, marks }],
    keys: points.some((point) => point.thin) ? [THIN_KEY] : [],
    // From left to right, the order of the arrow keys.
    stops: points
      .toSorted((a, b) => a.x.value - b.x.value)
      .map(({ title, x, y, link }) =>
        stopAt({ title, x: x.value, y: y.value, ...link }, () => [
          rowOf(xTitle, x, "sold", [0, x.value, y.value]),
          rowOf(yTitle, y, "sold"),
        ]),
      ),
    reach: "xy",
    page: { height: 400 },
  });
}

/** A round domain around the values; includes 0 when it is near. */
function around(values: readonly number[]): Span {
  if (values.length === 0) return [0, 1];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const from = least > 0 && least < (most - least) * 0.5 ? 0 : least;
  const [low = 0, high = 1] = scaleLinear()
    .domain(from === most ? [from - 1, most + 1] : [from, most])
    .nice(5)
    .domain();
  return [low, high];
}
