/**
 * Runs once when the server starts, before its first request. Next leaves X-Forwarded-For as a client wrote it, so that anybody could
 * pass for anybody: where no proxy of our own stands before the server (TRUSTED_PROXIES), the header is set to the address that the
 * connection really comes from. What counts clients (the API's fair use, attempts to log in) can then believe it.
 */
import type { IncomingMessage } from "node:http";
import { trustedProxies } from "@/app/client";

/** What Node tells of a request before anything else sees it. */
interface Started {
  readonly request: IncomingMessage;
}

export async function register(): Promise<void> {
  if (process.env["NEXT_RUNTIME"] !== "nodejs" || trustedProxies() > 0) return;
  const { subscribe } = await import("node:diagnostics_channel");
  subscribe("http.server.request.start", (message) => {
    const { request } = message as Started;
    request.headers["x-forwarded-for"] = request.socket.remoteAddress ?? "";
  });
}
