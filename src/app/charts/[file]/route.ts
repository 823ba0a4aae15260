/**
 * The chart of any table as a picture: /charts/sold-2025-03.png?size=square&theme=dark, with the selection of the page that shows it.
 */
import { attachment } from "@/files/fileName";
import { pictureName, pictureOf, pngOf } from "@/app/pictures";
import { isProblem, problemResponse, readRoute } from "@/app/routeRequest";
import { tableById } from "@/cards/registry";

const FORM = {
  size: ["wide", "square", "portrait", "card"],
  theme: ["light", "dark"],
  price: ["none", "linear", "log"],
} as const;

const TYPE = { svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const view = await readRoute(request, FORM);
  if (isProblem(view)) return problemResponse(view);
  const { figures, selection, own, instance } = view;
  const [, id = "", ending] = /^(.+)\.(svg|png)$/.exec(file) ?? [];
  if (ending !== "svg" && ending !== "png")
    return problemResponse({ kind: "not-found", detail: "Pictures end in .svg or .png.", instance });
  const table = tableById(figures, selection, id, view);
  if (!table) return problemResponse({ kind: "not-found", detail: `No table is named “${id.slice(0, 80)}”.`, instance });
  const form = { size: own.size, theme: own.theme, ...(own.price !== "none" && { price: own.price }) };
  const picture = pictureOf(figures, selection, table, form);
  if (!picture) return problemResponse({ kind: "not-found", detail: `“${table.title}” is a table without a chart.`, instance });

  const body = ending === "svg" ? picture.svg : Buffer.from(await pngOf(picture));
  return new Response(body, {
    headers: {
      "Access-Control-Allow-Origin": "*",
      "Content-Type": TYPE[ending],
      "Content-Disposition": attachment(pictureName(figures, selection, table, form, ending)).replace(/^attachment/, "inline"),
    },
  });
}
