/**
 * oEmbed 1.0: /oembed?url=<address of a page, chart or embed of this site>&format=json → the frame to paste, for editors that make it
 * themselves. As the specification has it: 404 for what cannot be embedded, 501 for a form that is not made here.
 */
import { chartOf, tableById } from "@/cards/registry";
import { oembed } from "@/files/oembed";
import { type ParameterError, problem } from "@/files/problem";
import { embedOf } from "@/app/embed/embedded";
import { paramsOf, problemResponse } from "@/app/routeRequest";
import { readRequest } from "@/app/request";
import { siteAddress } from "@/app/site";
import { embeddedId, embedOptions } from "./target";

const OPEN = { "Access-Control-Allow-Origin": "*" };

export async function GET(request: Request): Promise<Response> {
  const { pathname, search, searchParams } = new URL(request.url);
  const instance = `${pathname}${search.slice(0, 2_000)}`;
  const refuse = (error: ParameterError) => opened(problemResponse(problem({ kind: "invalid-parameter", errors: [error], instance })));
  const nothing = (detail: string) => opened(problemResponse({ kind: "not-found", detail, instance }));
  const format = searchParams.get("format") ?? "json";
  if (format !== "json")
    return opened(problemResponse({ kind: "not-supported", detail: "oEmbed is answered as JSON only: write format=json.", instance }));
  const written = searchParams.get("url") ?? "";
  const bounds = ["maxwidth", "maxheight"].map((parameter) => ({ parameter, value: searchParams.get(parameter) }));
  const wrong = bounds.find(({ value }) => value !== null && !/^[1-9]\d{0,4}$/.test(value));
  if (wrong)
    return refuse({
      parameter: wrong.parameter,
      value: wrong.value ?? "",
      detail: `${wrong.parameter} is a number of pixels, such as 600.`,
    });
  if (!URL.canParse(written) || written.length > 2_000)
    return refuse({
      parameter: "url",
      value: written.slice(0, 80),
      detail: "url is the full address of a page, chart or embed of this site.",
    });
  const url = new URL(written);
  if (url.origin !== siteAddress()) return nothing(`That address is not of ${siteAddress()}.`);
  const { figures, selection, problems, years, latest } = await readRequest(paramsOf(url.searchParams));
  const id = embeddedId(url);
  const table = problems.length === 0 && id !== undefined ? tableById(figures, selection, id, { years, latest }) : undefined;
  const chart = table && chartOf(table, { events: figures.record.events });
  if (!chart) return nothing("There is no chart at that address.");
  const [maxWidth, maxHeight] = bounds.map(({ value }) => (value === null ? undefined : Number(value)));
  const answer = oembed(embedOf(table, chart, selection, embedOptions(url)), {
    site: siteAddress(),
    ...(maxWidth !== undefined && { maxWidth }),
    ...(maxHeight !== undefined && { maxHeight }),
    frozen: selection.version !== null,
  });
  return Response.json(answer, { headers: { ...OPEN, "Cache-Control": "public, no-cache" } });
}

function opened(response: Response): Response {
  for (const [name, value] of Object.entries(OPEN)) response.headers.set(name, value);
  return response;
}
