/** Stances as lanes, a bar per stretch of months ("from/to/company"). Solid: figures, dots: a policy, hatching: only earlier months. */
import type { Table } from "../tables/table";
import { model } from "@/charts/layout";
import type { ChartModel, KeyEntry, Mark, Stop, Texture } from "@/charts/model";
import { period, periodRange } from "@/domain/values/period";
import { STANCE_LABEL, STANCES } from "@/domain/measures/stance";
import type { Ink } from "@/charts/palette";
import { headOf, linkOf, periodAxis, textIn } from "./cellFigure";
import { STANCE_INK } from "./figures";

const INK_BY_LABEL = new Map<string, Ink>(STANCES.map((stance) => [STANCE_LABEL[stance], STANCE_INK[stance]]));
/** Height of a lane, px: a three-line name fits between one-line names. */
const ROW = 27;
const REST: Readonly<Record<string, Texture>> = { "stated policy alone": "dots", "earlier months alone": "hatch" };

export function stanceLanesChart(table: Table): ChartModel {
  const stretches = table.rows.map((row) => {
    const [from = "", to = ""] = row.key.split("/");
    return { row, from, to, name: textIn(row, "company"), stance: textIn(row, "stance"), rests: textIn(row, "rests_on") };
  });
  const names = [...new Set(stretches.map((stretch) => stretch.name))];
  const [first, last] = [
    stretches.map(({ from }) => from).toSorted()[0],
    stretches
      .map(({ to }) => to)
      .toSorted()
      .at(-1),
  ];
  const months: readonly string[] = first === undefined || last === undefined ? [] : periodRange(period(first), period(last));
  const bars = new Map<string, Extract<Mark, { kind: "bars" }> & { at: [number, number, number, number][] }>();
  const stops: Stop[] = [];
  for (const { row, from, to, name, stance, rests } of stretches) {
    const [x0, x1, y] = [months.indexOf(from), months.indexOf(to), names.length - 1 - names.indexOf(name)];
    const x = (x0 + x1) / 2;
    const ink = INK_BY_LABEL.get(stance) ?? "muted";
    const texture = REST[rests] ?? "solid";
    const group = bars.get(`${ink} ${texture}`) ?? { kind: "bars", ink, texture, at: [] };
    group.at.push([x0 - 0.47, x1 + 0.47, y - 0.36, y + 0.36]);
    bars.set(`${ink} ${texture}`, group);
    const [first, last] = [textIn(row, "from"), textIn(row, "to")];
    stops.push({
      title: first === last ? `${name}, ${first}` : `${name}, ${first} to ${last}`,
      panel: 0,
      x,
      y,
      rows: [{ label: stance, text: `sell-through ${textIn(row, "trailing_pct")}`, evidence: rests, source: "", ink, at: [0, x, y] }],
      ...linkOf(row),
    });
  }
  const keys: KeyEntry[] = [...INK_BY_LABEL].map(([text, ink]) => ({ shape: "box", ink, texture: "solid", text }));
  for (const [text, texture] of Object.entries(REST))
    if (stretches.some(({ rests }) => rests === text)) keys.push({ shape: "box", ink: "muted", texture, text });
  return model({
    ...headOf(table, "a lane for each company, its months coloured by whether it held, sold some, sold all or sold more than it mined"),
    x: periodAxis(months),
    panels: [
      {
        title: "",
        weight: 1,
        y: { kind: "rows", domain: [-0.5, Math.max(names.length, 1) - 0.5], labels: names },
        marks: [...bars.values()],
      },
    ],
    labels: [],
    keys,
    stops,
    reach: "xy",
    crowded: true,
    page: { height: Math.max(names.length, 2) * ROW + 40, font: 13 },
  });
}
