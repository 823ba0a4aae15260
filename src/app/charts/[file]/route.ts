/**
 * The chart of any table as a picture: /charts/sold-2025-03.png?size=square&theme=dark, with the selection of the page that shows it.
 */
import { pictureName, pictureOf, pngOf } from "@/app/pictures";
import { readFileRequest } from "@/app/request";
import { HttpError, respond } from "@/app/respond";
import { tableById } from "@/cards/registry";

const FORM = {
  size: ["wide", "square", "portrait", "card"],
  theme: ["light", "dark"],
  price: ["none", "linear", "log"],
} as const;

const TYPE = { svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;

export function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  return respond(request, async () => {
    const { file } = await params;
    const view = await readFileRequest(request, FORM);
    const { figures, selection, own } = view;
    const [, id = "", ending] = /^(.+)\.(svg|png)$/.exec(file) ?? [];
    if (ending !== "svg" && ending !== "png") throw new HttpError({ kind: "not-found", detail: "Pictures end in .svg or .png." });
    const table = tableById(figures, selection, id, view);
    if (!table) throw new HttpError({ kind: "not-found", detail: `No table is named “${id.slice(0, 80)}”.` });
    const form = { size: own.size, theme: own.theme, ...(own.price !== "none" && { price: own.price }) };
    const picture = pictureOf(figures, selection, table, form);
    if (!picture) throw new HttpError({ kind: "not-found", detail: `“${table.title}” is a table without a chart.` });
    return {
      type: TYPE[ending],
      fileName: pictureName(figures, selection, table, form, ending),
      inline: true,
      content: async () => (ending === "svg" ? picture.svg : Buffer.from(await pngOf(picture))),
    };
  });
}
