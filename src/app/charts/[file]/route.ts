/** A table's chart as a picture (/charts/sold-2025-03.png?size=square&theme=dark), or as what a page's script needs of it (.json). */
import { pictureName, pictureOf, pngOf } from "@/app/pictures";
import { liveModel } from "@/charts/live/liveModel";
import { readFileRequest } from "@/app/request";
import { fileRoute } from "@/app/respond";
import { HttpError } from "@/files/http/problem";
import { priceIn } from "@/cards/selection/drawing";
import { chartOf, tableById } from "@/cards/registry";
import type { Table } from "@/cards/tables/table";
import { JSON_TYPE } from "@/files/tables/json";

const FORM = {
  size: ["wide", "square", "portrait", "card"],
  theme: ["light", "dark"],
  price: ["none", "linear", "log"],
  /** For .json alone: pictures always mark dated events. */
  events: ["none", "all"],
  /** Selects one of the small multiples (at most MOST_SERIES of them). */
  only: ["all", "0", "1", "2", "3", "4", "5"],
} as const;

const TYPE = { svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;

export const GET = fileRoute(async (file, request) => {
  const view = await readFileRequest(request, FORM);
  const { figures, own } = view;
  const [, id = "", ending] = /^(.+)\.(svg|png|json)$/.exec(file) ?? [];
  if (ending !== "svg" && ending !== "png" && ending !== "json")
    throw new HttpError({ kind: "not-found", detail: "Pictures end in .svg or .png, what a script draws them from in .json." });
  const table = tableById(view, id);
  if (!table) throw new HttpError({ kind: "not-found", detail: `No table is named “${id.slice(0, 80)}”.` });
  const price = priceIn(own.price);
  const form = { size: own.size, theme: own.theme, price };
  if (ending === "json") {
    const events = own.events === "all" ? { events: figures.record.events } : {};
    const chart = chartOf(table, { price, ...events, ...(own.only !== "all" && { only: Number(own.only) }) });
    if (!chart) throw noChart(table);
    return { type: JSON_TYPE, content: () => JSON.stringify(liveModel(chart)) };
  }
  const picture = pictureOf(view, table, form);
  if (!picture) throw noChart(table);
  return {
    type: TYPE[ending],
    fileName: pictureName(view, table, form, ending),
    inline: true,
    content: async () => (ending === "svg" ? picture.svg : Buffer.from(await pngOf(picture))),
  };
});

const noChart = (table: Table): HttpError => new HttpError({ kind: "not-found", detail: `“${table.title}” is a table without a chart.` });
