/** Requests a whole response from Next in process, without a connection: it depends only on address and headers. */
import type { IncomingMessage, ServerResponse } from "node:http";
import inject from "light-my-request";
import { withStaticHtml } from "@/site/staticHtml";
import { ADDRESS_HEADER, NOWHERE } from "../askedAddress";
import type { Elsewhere } from "../elsewhere";
import type { Captured } from "../responses/finished";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type Capture = (url: string, headers?: Readonly<Record<string, string>>) => Promise<Captured>;

/** A function that requests `url` from a handler in process and buffers the response. */
export function capturing(handle: Handler): Capture {
  const dispatch = (request: unknown, response: unknown) => {
    void handle(request as IncomingMessage, response as ServerResponse);
  };
  return async (url, headers = {}) => {
    const asked = { host: "localhost", [ADDRESS_HEADER]: url, ...headers };
    // As a stream: Next's modules keep a reference to the first response they see, and so to everything buffered in it.
    const answer = await inject(dispatch, { method: "GET", url, headers: asked, payloadAsStream: true });
    const chunks: Buffer[] = [];
    for await (const chunk of answer.stream() as AsyncIterable<Buffer>) chunks.push(chunk);
    const single = Object.entries(answer.headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(", ") : String(value)]],
    );
    return { status: answer.statusCode, headers: Object.fromEntries(single) as Record<string, string>, body: Buffer.concat(chunks) };
  };
}

/** The same, but for an address that leads elsewhere: that is not requested. */
export const leading =
  (capture: Capture, elsewhere: Elsewhere): Capture =>
  async (url, headers) => {
    const found = await elsewhere(url);
    if (found === undefined) return capture(url, headers);
    if (found === NOWHERE) return capture(NOWHERE, { [ADDRESS_HEADER]: url });
    // Permanent: a former name always belongs to its company.
    return { status: 308, headers: { location: found }, body: Buffer.alloc(0) };
  };

/** A document with the static HTML that Next left places for; `change` is applied to the document without it. */
export function whole(captured: Captured, change: (text: string) => string = (text) => text): Captured {
  const text = withStaticHtml(change(captured.body.toString("utf8")));
  return { ...captured, text, body: Buffer.from(text) };
}
