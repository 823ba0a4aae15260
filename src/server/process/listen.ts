/** The HTTP server: timeouts for headers, bodies and idle connections, a connection limit, and a graceful shutdown. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Server as NetServer } from "node:net";
import type { Duplex } from "node:stream";
import { type RefusalWords, rawRefusal } from "../responses/refusal";

/** Milliseconds. A whole request, including its body, has half a minute: enough for a file of the record on a slow line. */
const HEADERS_MS = 10_000;
const REQUEST_MS = 30_000;
const KEEP_ALIVE_MS = 10_000;
const IDLE_MS = 60_000;
const CHECK_MS = 2_000;
const MOST_CONNECTIONS = 2_000;
const DRAIN_MS = 25_000;
const IDLE_GRACE_MS = 500;

export type Answerer = (request: IncomingMessage, response: ServerResponse) => void;

/** Creates the server; it does not listen yet. */
export function openServer(answer: Answerer): Server {
  const server = createServer(
    {
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: CHECK_MS,
      // Checked by us, so that the response has our text and policies.
      requireHostHeader: false,
      noDelay: true,
    },
    answer,
  );
  server.timeout = IDLE_MS;
  server.maxConnections = MOST_CONNECTIONS;
  server.on("clientError", (error: NodeJS.ErrnoException, socket) => {
    say(socket, causeOf(error));
  });
  server.on("connect", (_, socket) => {
    say(socket, { kind: "not-supported" });
  });
  return server;
}

function causeOf({ code }: NodeJS.ErrnoException): RefusalWords | undefined {
  switch (code) {
    case "ECONNRESET":
      return undefined;
    case "HPE_INVALID_METHOD":
      return { kind: "not-supported", detail: "There is no such method here." };
    case "HPE_HEADER_OVERFLOW":
      return { kind: "headers-too-large" };
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return { kind: "request-timeout" };
    default:
      return { kind: "malformed-request" };
  }
}

function say(socket: Duplex, words: RefusalWords | undefined): void {
  if (words === undefined || !socket.writable) socket.destroy();
  else socket.end(rawRefusal(words), () => socket.destroy());
}

/** Resolves when the server listens; rejects when it cannot, as on a port in use. */
export const listening = (server: Server, port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      resolve();
    });
  });

/** Stops accepting connections; resolves when all are finished, or cut after 25 seconds. Idle ones are closed after a moment. */
export const drained = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    const idle = setInterval(() => {
      server.closeIdleConnections();
    }, IDLE_GRACE_MS);
    const hard = setTimeout(() => {
      server.closeAllConnections();
    }, DRAIN_MS);
    // http.Server's own close would cut idle connections at once.
    NetServer.prototype.close.call(server, () => {
      clearInterval(idle);
      clearTimeout(hard);
      resolve();
    });
  });
