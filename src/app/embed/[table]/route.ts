/**
 * /embed/sold-2025-03?theme=dark: a chart for the frames of other sites. With a version in the address it is frozen at that version;
 * without, it follows the record. The only address of the site that may be framed.
 */
import { cardAddress, chartOf, tableById } from "@/cards/registry";
import { embedNotFound, embedPage } from "@/app/embed/embedPage";
import { EMBED_FORM, embedPath, oembedFor } from "@/app/embed/embedded";
import { sourceLine, versionLine } from "@/app/pictures";
import { isProblem, readRoute } from "@/app/routeRequest";
import { fullAddress } from "@/app/site";

const HEADERS = {
  "Content-Type": "text/html; charset=utf-8",
  "Access-Control-Allow-Origin": "*",
};

export async function GET(request: Request, { params }: { params: Promise<{ table: string }> }): Promise<Response> {
  const id = (await params).table;
  const view = await readRoute(request, EMBED_FORM);
  if (isProblem(view)) return refused(view.status, view.title, view.detail);
  const { figures, selection, own } = view;
  const table = tableById(figures, selection, id, view);
  const chart = table && chartOf(table, { events: figures.record.events, ...(own.price !== "none" && { price: own.price }) });
  if (!chart) return refused(404, "There is no chart at this address", `No chart is named “${id.slice(0, 80)}”.`);
  const html = embedPage({
    table,
    chart,
    source: sourceLine(table),
    version: versionLine(figures, selection),
    frozen: selection.version !== null,
    page: fullAddress(cardAddress(id, selection)),
    oembed: oembedFor(embedPath(id, selection, own)),
    theme: own.theme,
  });
  return new Response(html, { headers: HEADERS });
}

function refused(status: number, title: string, detail: string): Response {
  return new Response(embedNotFound(title, detail, fullAddress("/")), { status, headers: { ...HEADERS, "Cache-Control": "no-store" } });
}
