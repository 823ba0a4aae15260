/**
 * The chart of any table as a picture: /charts/sold-2025-03.png?size=square&theme=dark, with the selection of the page that shows it.
 * The tag is made from the drawing itself (data version, selection and form all go into it), so whoever has the picture gets 304.
 */
import { attachment } from "@/files/fileName";
import { isNotModified, strongEtag, validatorHeaders } from "@/files/httpCache";
import { pictureName, pictureOf, pngOf } from "@/app/pictures";
import { isProblem, problemResponse, readRoute } from "@/app/routeRequest";
import { tableById } from "@/cards/registry";

const FORM = {
  size: ["wide", "square", "portrait", "card"],
  theme: ["light", "dark"],
  price: ["none", "linear", "log"],
} as const;

const TYPE = { svg: "image/svg+xml; charset=utf-8", png: "image/png" } as const;

const DAY = 24 * 3600;

export async function GET(request: Request, { params }: { params: Promise<{ file: string }> }): Promise<Response> {
  const { file } = await params;
  const view = await readRoute(request, FORM);
  if (isProblem(view)) return problemResponse(view);
  const { figures, selection, own, instance } = view;
  const [, id = "", ending] = /^(.+)\.(svg|png)$/.exec(file) ?? [];
  if (ending !== "svg" && ending !== "png")
    return problemResponse({ kind: "not-found", detail: "Pictures end in .svg or .png.", instance });
  const table = tableById(figures, selection, id, view.years);
  if (!table) return problemResponse({ kind: "not-found", detail: `No table is named “${id.slice(0, 80)}”.`, instance });
  const form = { size: own.size, theme: own.theme, ...(own.price !== "none" && { price: own.price }) };
  const picture = pictureOf(figures, selection, table, form);
  if (!picture) return problemResponse({ kind: "not-found", detail: `“${table.title}” is a table without a chart.`, instance });

  const validators = { etag: strongEtag(ending, picture.svg, picture.address) };
  const headers = {
    ...validatorHeaders(validators),
    // A frozen picture changes only with the program; a current one is asked for again each time.
    "Cache-Control": selection.version === null ? "public, no-cache" : `public, max-age=${DAY}`,
    "Access-Control-Allow-Origin": "*",
  };
  if (isNotModified(request.headers, validators)) return new Response(null, { status: 304, headers });
  const body = ending === "svg" ? picture.svg : Buffer.from(await pngOf(picture));
  return new Response(body, {
    headers: {
      ...headers,
      "Content-Type": TYPE[ending],
      "Content-Disposition": attachment(pictureName(figures, selection, table, form, ending)).replace(/^attachment/, "inline"),
      // An SVG file that is opened by itself must run nothing.
      "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      "X-Frame-Options": "DENY",
    },
  });
}
