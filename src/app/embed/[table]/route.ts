/** /embed/sold-2025-03?theme=dark: a chart for iframes on other sites, frozen if the address has a version. Only this may be framed. */
import { priceIn } from "@/cards/selection/drawing";
import { cardAddress, chartOf, tableById } from "@/cards/registry";
import { embedNotFound, embedPage } from "@/app/embed/embedPage";
import { EMBED_FORM, embedPath, oembedFor } from "@/app/embed/embedded";
import { sourceKindsLine, versionLine } from "@/app/pictures";
import { readFileRequest } from "@/app/request";
import { respond } from "@/app/respond";
import { HttpError } from "@/files/http/problem";
import { fullAddress } from "@/app/site";

const HTML_TYPE = "text/html; charset=utf-8";

export const GET = (request: Request, { params }: { params: Promise<{ table: string }> }): Promise<Response> =>
  respond(
    request,
    async () => {
      const id = (await params).table;
      const view = await readFileRequest(request, EMBED_FORM);
      const { figures, selection, own } = view;
      const table = tableById(view, id);
      const chart = table && chartOf(table, { events: figures.record.events, price: priceIn(own.price) });
      if (!chart) throw new HttpError({ kind: "not-found", detail: `No chart is named “${id.slice(0, 80)}”.` });
      const html = embedPage({
        table,
        chart,
        source: sourceKindsLine(table),
        version: versionLine(view),
        frozen: selection.version !== null,
        page: fullAddress(cardAddress(id, selection)),
        oembed: oembedFor(embedPath(id, selection, own)),
        theme: own.theme,
      });
      return { type: HTML_TYPE, content: () => html };
    },
    { errorPage: ({ title, detail }) => ({ type: HTML_TYPE, body: embedNotFound(title, detail, fullAddress("/")) }) },
  );
