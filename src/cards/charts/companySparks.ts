/** Small multiples: each company's sell-through over time on the same axis (0 to 200%). Gaps break lines; arrows mark values beyond it. */
import type { Row, Table } from "../tables/table";
import { runsOf } from "./figures";
import { notEmpty } from "@/charts/layout";
import { BASE_FONT, type Mark } from "@/charts/model";
import { pageColours } from "@/charts/palette";
import { el, markup } from "@/charts/svg/element";
import { drawMark } from "@/charts/svg/shapes";

export interface Spark {
  readonly key: string;
  readonly name: string;
  readonly href: string;
  /** The drawing; decoration beside the words below. */
  readonly svg: string;
  /** The latest figure: "118%, Dec 2025"; or that there is none. */
  readonly latest: string;
}

const [WIDTH, HEIGHT, TOP] = [240, 56, 200];

export const companySparks = (table: Table): Spark[] => table.rows.map((row) => sparkOf(table, row));

function sparkOf(table: Table, row: Row): Spark {
  const columns = table.columns.slice(1);
  const values = columns.map(({ key }) => {
    const cell = row.cells[key];
    return cell?.kind === "value" ? Number(cell.plain) : undefined;
  });
  const last = values.findLastIndex((value) => value !== undefined);
  const column = columns[last];
  const cell = column && row.cells[column.key];
  return {
    key: row.key,
    name: row.cells["company"]?.text ?? row.key,
    href: row.href ?? "",
    svg: drawing(values, last),
    latest: column && cell ? `${cell.text}, ${column.label}` : "no month with both figures",
  };
}

function drawing(values: readonly (number | undefined)[], last: number): string {
  const shown = values.map((value) => (value === undefined ? undefined : Math.min(Math.max(value, 0), TOP)));
  const runs = runsOf(shown);
  const alone = runs.flatMap((run) => (run.length === 1 && run[0] && run[0][0] !== last ? [[run[0][0], run[0][1], 1.6] as const] : []));
  const end = shown[last];
  const beyond = values.flatMap((value, x) => (value !== undefined && value > TOP ? [[x, TOP] as const] : []));
  const marks: Mark[] = [
    { kind: "rule", ink: "muted", across: "x", at: 100, dashed: true },
    { kind: "line", ink: "sold", width: 1.6, runs },
    { kind: "dots", ink: "sold", texture: "solid", at: alone },
    { kind: "dots", ink: "sold", texture: "solid", at: end === undefined ? [] : [[last, end, 2.6]] },
    { kind: "arrows", ink: "sold", towards: "up", at: beyond },
  ];
  const plot = { left: 4, right: WIDTH - 4, top: 10, bottom: HEIGHT - 4 };
  const steps = Math.max(values.length - 1, 1);
  const frame = {
    x: (at: number) => plot.left + (at / steps) * (plot.right - plot.left),
    y: (at: number) => plot.bottom - (at / TOP) * (plot.bottom - plot.top),
    plot,
    font: BASE_FONT,
  };
  const brush = { colours: pageColours, ids: "spark" };
  return markup(
    el(
      "svg",
      { xmlns: "http://www.w3.org/2000/svg", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
      el("path", { fill: "none", stroke: pageColours("grid"), d: `M${plot.left} ${plot.bottom}H${plot.right}` }),
      ...marks.filter(notEmpty).map((mark) => drawMark(mark, frame, brush)),
    ),
  );
}
