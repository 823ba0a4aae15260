/** Stances as lanes, a bar per stretch of months ("from/to/company"). Solid: figures, dots: a policy, hatching: only earlier months. */
import type { Table } from "../tables/table";
import { model } from "@/charts/layout";
import type { ChartModel, KeyEntry, Texture } from "@/charts/model";
import { period, periodRange } from "@/domain/values/period";
import { STANCE_LABEL, STANCES } from "@/domain/measures/stance";
import type { Ink } from "@/charts/palette";
import { headOf, linkOf, periodAxis, textIn } from "./cellFigure";
import { byLook, STANCE_INK, stopAt } from "./figures";

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
  const ends = stretches.flatMap(({ from, to }) => [from, to]).toSorted();
  const [first, last] = [ends[0], ends.at(-1)];
  const months: readonly string[] = first === undefined || last === undefined ? [] : periodRange(period(first), period(last));
  const lanes = stretches.map((stretch) => {
    const { from, to, name, stance, rests } = stretch;
    const [x0, x1, y] = [months.indexOf(from), months.indexOf(to), names.length - 1 - names.indexOf(name)];
    const [ink, texture] = [INK_BY_LABEL.get(stance) ?? "muted", REST[rests] ?? "solid"];
    return { ...stretch, ink, texture, x: (x0 + x1) / 2, y, at: [x0 - 0.47, x1 + 0.47, y - 0.36, y + 0.36] as const };
  });
  const keys: KeyEntry[] = [...INK_BY_LABEL].map(([text, ink]) => ({ shape: "box", ink, texture: "solid", text }));
  for (const [text, texture] of Object.entries(REST))
    if (stretches.some(({ rests }) => rests === text)) keys.push({ shape: "box", ink: "muted", texture, text });
  return model({
    ...headOf(table, "a lane for each company, its months coloured by whether it held, sold some, sold all or sold more than it mined"),
    x: periodAxis(months),
    panels: [
      {
        title: "",
        y: { kind: "rows", domain: [-0.5, Math.max(names.length, 1) - 0.5], labels: names },
        marks: byLook(lanes.map(({ ink, texture, at }) => ({ ink, texture, at }))).map((look) => ({ kind: "bars", ...look })),
      },
    ],
    keys,
    stops: lanes.map(({ row, name, stance, rests, ink, x, y }) => {
      const [first, last] = [textIn(row, "from"), textIn(row, "to")];
      const title = first === last ? `${name}, ${first}` : `${name}, ${first} to ${last}`;
      const text = `sell-through ${textIn(row, "trailing_pct")}`;
      return stopAt({ title, x, y, ...linkOf(row) }, () => [{ label: stance, text, evidence: rests, source: "", ink, at: [0, x, y] }]);
    }),
    reach: "xy",
    crowded: true,
    page: { height: Math.max(names.length, 2) * ROW + 40 },
  });
}
