/** The request target (RFC 9112, 3.2): clients may send a whole address, as they do to a proxy, and in HTTP/1.0 no Host. */
import type { IncomingMessage } from "node:http";

const WHOLE_ADDRESS = /^https?:\/\/([^\s/?#@\\]+)([/?].*)?$/i;

/** Reduces a whole address to path and query, in place; its host counts instead of the Host header. Anything else stays as it is. */
export function reduceTarget(request: IncomingMessage): IncomingMessage {
  const { url = "", method, headers } = request;
  const [, host, rest = ""] = (url.startsWith("/") ? null : WHOLE_ADDRESS.exec(url)) ?? [];
  if (host === undefined) return request;
  headers.host = host;
  // Without a path OPTIONS is about the server, anything else about its first page.
  request.url = rest.startsWith("/") ? rest : rest === "" && method === "OPTIONS" ? "*" : `/${rest}`;
  return request;
}

/** Whether the Host that HTTP has asked for since 1.1 is missing. */
export const lacksHost = ({ headers, httpVersionMajor, httpVersionMinor }: IncomingMessage): boolean =>
  headers.host === undefined && (httpVersionMajor > 1 || httpVersionMinor > 0);
