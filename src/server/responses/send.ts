/** Sends a finished response per request headers (RFC 9110): 412, 304, a range, headers for HEAD, in the preferred encoding. */
import type { IncomingMessage, ServerResponse } from "node:http";
import fresh from "fresh";
import { parse as parseRange } from "range-parser";
import { acceptedEncoding, type Encoding } from "./encodings";
import { type Finished, type Form, formFor, identityOf } from "./finished";
import { refusal, type RefusalWords } from "./refusal";

export interface Sent {
  readonly status: number;
  readonly bytes: number;
}

const NO_MORE: Readonly<Record<string, string>> = {};

/** `more`: headers of this response alone, such as the client's remaining rate limit. */
export function send(
  request: IncomingMessage,
  response: ServerResponse,
  finished: Finished,
  more: Readonly<Record<string, string>> = NO_MORE,
): Sent {
  const { headers: asked } = request;
  finished.asked++;
  if (finished.status !== 200) return whole(request, response, finished, formFor(finished, "identity"), more);
  if (hasChanged(request, finished)) return refused(request, response, finished, { kind: "precondition-failed", headers: more });
  const had = matchingEtag(asked, finished);
  if (had !== undefined) {
    finished.unchanged ??= Object.entries(finished.headers)
      .filter(([name]) => !/^content-(type|disposition)$/.test(name))
      .flat();
    const own = ["ETag", had, "Last-Modified", finished.lastModified];
    response.writeHead(304, [...finished.unchanged, ...own, ...(more === NO_MORE ? [] : Object.entries(more).flat())]);
    response.end();
    return { status: 304, bytes: 0 };
  }
  const range = rangeOf(request);
  if (range !== undefined && ifRangeMatches(asked, finished)) {
    const sent = part(request, response, range, finished, more);
    if (sent) return sent;
  }
  return whole(request, response, finished, formFor(finished, acceptedEncoding(asked["accept-encoding"])), more);
}

function whole(
  request: IncomingMessage,
  response: ServerResponse,
  finished: Finished,
  { form, encoding }: ReturnType<typeof formFor>,
  more: Readonly<Record<string, string>>,
): Sent {
  const { status } = finished;
  if (more === NO_MORE) response.writeHead(status, (form.sent ??= Object.entries(headersOf(finished, form, encoding)).flat()) as string[]);
  else response.writeHead(status, { ...headersOf(finished, form, encoding), ...more });
  const withBody = request.method !== "HEAD";
  response.end(withBody ? form.body : undefined);
  return { status: finished.status, bytes: withBody ? form.body.length : 0 };
}

/** Headers that are the same each time the form is sent. */
const headersOf = ({ status, headers, lastModified }: Finished, { body, etag }: Form, encoding: Encoding): Record<string, string> => ({
  ...headers,
  ...(encoding !== "identity" && { "Content-Encoding": encoding }),
  ...(status === 200 && { ETag: etag, "Last-Modified": lastModified, "Accept-Ranges": "bytes" }),
  "Content-Length": String(body.length),
});

/** A range is of the uncompressed content, whatever encodings the client accepts. */
const rangeOf = ({ method, headers }: IncomingMessage): string | undefined => (method === "GET" ? headers.range : undefined);

/** If-Match, or else If-Unmodified-Since: whether the client wants another content than the one that would be sent. */
function hasChanged(request: IncomingMessage, { etag, forms, lastModified }: Finished): boolean {
  const { "if-match": tags, "if-unmodified-since": since, "accept-encoding": accepted } = request.headers;
  if (tags === undefined) return since !== undefined && Date.parse(lastModified) > timeOf(since);
  const sent = rangeOf(request) === undefined ? forms[acceptedEncoding(accepted)]?.etag : undefined;
  return tags.trim() !== "*" && !tags.split(",").some((tag) => tag.trim() === (sent ?? etag));
}

/** Milliseconds of an HTTP date, or NaN: a condition that is none is passed over. The oldest of its three forms names no zone. */
const timeOf = (date: string): number =>
  Date.parse(date.endsWith(" GMT") ? date : /^\w{3} \w{3} [ \d]\d [\d:]{8} \d{4}$/.test(date) ? `${date} GMT` : "");

/** Whether 304 answers the request: nothing of the content is sent. */
export const isUnchanged = ({ headers }: IncomingMessage, finished: Finished): boolean =>
  finished.status === 200 && headers["if-match"] === undefined && matchingEtag(headers, finished) !== undefined;

/** ETag of the client's cached form, by ETag or date. Cache-Control in a request is for intermediate caches, so it is ignored. */
function matchingEtag(asked: IncomingMessage["headers"], finished: Finished): string | undefined {
  const { "if-none-match": tags, "if-modified-since": since } = asked;
  if (tags === undefined && since === undefined) return undefined;
  const conditions = { ...(tags !== undefined && { "if-none-match": tags }), ...(since !== undefined && { "if-modified-since": since }) };
  return finished.etags.find((etag) => etag === tags || fresh(conditions, { etag, "last-modified": finished.lastModified }));
}

/** If-Range: the range counts only for the same content as the client's first part. */
function ifRangeMatches({ "if-range": condition }: IncomingMessage["headers"], { etag, lastModified }: Finished): boolean {
  if (condition === undefined) return true;
  return typeof condition === "string" && (condition === etag || condition === lastModified);
}

/** A single range, or 416; undefined when the whole should be sent (several ranges, or invalid ones). */
function part(
  request: IncomingMessage,
  response: ServerResponse,
  range: string,
  finished: Finished,
  more: Readonly<Record<string, string>>,
): Sent | undefined {
  const { headers, lastModified } = finished;
  const { body, etag } = identityOf(finished);
  const { type, code, ranges } = parseRange(body.length, range);
  if (type !== "bytes" || (code & 1) !== 0) return undefined;
  const [first, ...others] = ranges;
  if (first === undefined) {
    const headers = { "Content-Range": `bytes */${body.length}` };
    return refused(request, response, finished, { kind: "range-not-satisfiable", headers });
  }
  if (others.length > 0) return undefined;
  const bytes = body.subarray(first.start, first.end + 1);
  response.writeHead(206, {
    ...headers,
    ...more,
    ETag: etag,
    "Last-Modified": lastModified,
    "Accept-Ranges": "bytes",
    "Content-Range": `bytes ${first.start}-${first.end}/${body.length}`,
    "Content-Length": bytes.length,
  });
  response.end(bytes);
  return { status: 206, bytes: bytes.length };
}

/** An error response about content that is there; whoever may read that may read this. */
function refused(request: IncomingMessage, response: ServerResponse, finished: Finished, words: RefusalWords): Sent {
  const { status, headers, body } = refusal({ ...words, accept: request.headers.accept });
  const origins = finished.headers["access-control-allow-origin"];
  response.writeHead(status, { ...headers, ...(origins !== undefined && { "Access-Control-Allow-Origin": origins }) });
  const withBody = request.method !== "HEAD";
  response.end(withBody ? body : undefined);
  return { status, bytes: withBody ? body.length : 0 };
}
