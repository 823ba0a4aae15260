/** oEmbed 1.0: /oembed?url=<page, chart or embed>&format=json → the frame to paste. 404: cannot be embedded, 501: other formats. */
import { chartOf, leadingId, tableById } from "@/cards/registry";
import { decoded } from "@/cards/selection/ownChoice";
import { oembed } from "@/files/sharing/oembed";
import { EMBED_FORM, embedOf } from "@/app/embed/embedded";
import { paramsOf, readRequest } from "@/app/request";
import { respond } from "@/app/respond";
import { HttpError, type ParameterError } from "@/files/http/problem";
import { siteAddress } from "@/app/site";

export const GET = (request: Request): Promise<Response> =>
  respond(request, async () => {
    const answer = await oembedOf(new URL(request.url).searchParams);
    return { type: "application/json", headers: { "Cache-Control": "public, no-cache" }, content: () => JSON.stringify(answer) };
  });

async function oembedOf(asked: URLSearchParams): Promise<object> {
  if ((asked.get("format") ?? "json") !== "json")
    throw new HttpError({ kind: "not-supported", detail: "oEmbed is answered as JSON only: write format=json." });
  const [maxWidth, maxHeight] = [pixels(asked, "maxwidth"), pixels(asked, "maxheight")];
  const url = addressIn(asked);
  if (url.origin !== siteAddress()) throw new HttpError({ kind: "not-found", detail: `That address is not of ${siteAddress()}.` });
  const view = await readRequest(paramsOf(url.searchParams));
  const { figures, selection, problems } = view;
  const id = embeddedId(url);
  const table = problems.length === 0 && id !== undefined ? tableById(view, id) : undefined;
  const chart = table && chartOf(table, { events: figures.record.events });
  if (!chart) throw new HttpError({ kind: "not-found", detail: "There is no chart at that address." });
  return oembed(embedOf(table, chart, selection, embedOptions(url)), {
    site: siteAddress(),
    ...(maxWidth !== undefined && { maxWidth }),
    ...(maxHeight !== undefined && { maxHeight }),
    frozen: selection.version !== null,
  });
}

/** A number of pixels; undefined when the parameter is absent. */
function pixels(asked: URLSearchParams, parameter: string): number | undefined {
  const value = asked.get(parameter);
  if (value === null) return undefined;
  if (/^[1-9]\d{0,4}$/.test(value)) return Number(value);
  throw invalid({ parameter, value, detail: `${parameter} is a number of pixels, such as 600.` });
}

function addressIn(asked: URLSearchParams): URL {
  const written = asked.get("url") ?? "";
  if (URL.canParse(written) && written.length <= 2_000) return new URL(written);
  const detail = "url is the full address of a page, chart or embed of this site.";
  throw invalid({ parameter: "url", value: written.slice(0, 80), detail });
}

const invalid = (error: ParameterError): HttpError => new HttpError({ kind: "invalid-parameter", errors: [error] });

/** Id of the card for an address: an embed's or picture's own, the one in its hash (#sold-2025-03), else the page's leading one. */
function embeddedId({ pathname, hash, searchParams }: URL): string | undefined {
  const path = pathname === "/" ? pathname : pathname.replace(/\/+$/, "");
  const [, own] = /^\/(?:embed|charts)\/(.+?)(?:\.(?:svg|png))?$/.exec(path) ?? [];
  const named = own ?? (hash.length > 1 ? hash.slice(1) : leadingId(path, searchParams));
  return named === undefined ? undefined : decoded(named);
}

function embedOptions({ searchParams }: URL): Readonly<Record<string, string>> {
  const known = Object.entries(EMBED_FORM).flatMap(([name, values]: [string, readonly string[]]) => {
    const value = searchParams.get(name);
    return value !== null && values.includes(value) ? [[name, value] as const] : [];
  });
  return Object.fromEntries(known);
}
