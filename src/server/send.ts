/** Sends a finished response per request headers (RFC 9110): 304, a range, headers for HEAD, in the preferred encoding. */
import type { IncomingMessage, ServerResponse } from "node:http";
import fresh from "fresh";
import { parse as parseRange } from "range-parser";
import { acceptedEncoding, type Encoding } from "./encodings";
import { type Finished, type Form, formFor, identityOf } from "./finished";
import { refusal } from "./refusal";

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
  // A range is of the uncompressed content, whatever encodings the client accepts.
  if (asked.range !== undefined && request.method === "GET" && ifRangeMatches(asked, finished)) {
    const sent = part(response, asked.range, finished, more);
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

/** ETag of the client's cached form, by ETag or date. Cache-Control in a request is for intermediate caches, so it is ignored. */
function matchingEtag(asked: IncomingMessage["headers"], { etag, forms, lastModified }: Finished): string | undefined {
  const { "if-none-match": tags, "if-modified-since": since } = asked;
  if (tags === undefined && since === undefined) return undefined;
  const conditions = { ...(tags !== undefined && { "if-none-match": tags }), ...(since !== undefined && { "if-modified-since": since }) };
  return [etag, forms.br?.etag, forms.gzip?.etag].find(
    (tag) => tag !== undefined && (tag === tags || fresh(conditions, { etag: tag, "last-modified": lastModified })),
  );
}

/** If-Range: the range counts only for the same content as the client's first part. */
function ifRangeMatches({ "if-range": condition }: IncomingMessage["headers"], { etag, lastModified }: Finished): boolean {
  if (condition === undefined) return true;
  return typeof condition === "string" && (condition === etag || condition === lastModified);
}

/** A single range, or 416; undefined when the whole should be sent (several ranges, or invalid ones). */
function part(response: ServerResponse, range: string, finished: Finished, more: Readonly<Record<string, string>>): Sent | undefined {
  const { headers, lastModified } = finished;
  const { body, etag } = identityOf(finished);
  const { type, code, ranges } = parseRange(body.length, range);
  if (type !== "bytes" || (code & 1) !== 0) return undefined;
  const [first, ...others] = ranges;
  if (first === undefined) {
    const refused = refusal({ kind: "range-not-satisfiable", headers: { "Content-Range": `bytes */${body.length}` } });
    response.writeHead(refused.status, { ...refused.headers });
    response.end(refused.body);
    return { status: refused.status, bytes: refused.body.length };
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
