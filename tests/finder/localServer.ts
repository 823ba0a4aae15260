/** A web server on this machine that answers as the SEC, feeds and a price source do, faults included. It keeps a list of what was asked. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export interface Page {
  readonly body: string | Buffer;
  readonly type?: string;
  readonly etag?: string;
  readonly lastModified?: string;
  readonly headers?: Record<string, string>;
}

/** What happens instead of the page, once. */
export type Fault = (request: IncomingMessage, response: ServerResponse) => void;

export interface LocalServer {
  readonly origin: string;
  readonly host: string;
  readonly pages: Map<string, Page>;
  /** Faults waiting for a path, used up one by one. */
  readonly faults: Map<string, Fault[]>;
  readonly asked: { readonly path: string; readonly headers: IncomingMessage["headers"]; readonly status: () => number }[];
  /** How often a path was answered with its content (status 200). */
  readonly served: (path: string) => number;
  readonly close: () => Promise<void>;
}

export async function startServer({ needsUserAgent = true } = {}): Promise<LocalServer> {
  const pages: LocalServer["pages"] = new Map();
  const faults: LocalServer["faults"] = new Map();
  const asked: LocalServer["asked"] = [];
  const server: Server = createServer((request, response) => {
    const path = request.url ?? "";
    asked.push({ path, headers: request.headers, status: () => response.statusCode });
    const fault = faults.get(path)?.shift();
    if (fault !== undefined) {
      fault(request, response);
      return;
    }
    if (needsUserAgent && !/\S+@\S+/.test(request.headers["user-agent"] ?? "")) {
      undeclaredPage(request, response);
      return;
    }
    const page = pages.get(path);
    if (page === undefined) {
      response.writeHead(404, { "content-type": "application/xml" }).end("<Error><Code>NoSuchKey</Code></Error>");
      return;
    }
    const headers = {
      "content-type": page.type ?? "text/html",
      ...(page.etag === undefined ? {} : { etag: page.etag }),
      ...(page.lastModified === undefined ? {} : { "last-modified": page.lastModified }),
      ...page.headers,
    };
    const unchanged =
      (page.etag !== undefined && request.headers["if-none-match"] === page.etag) ||
      (page.lastModified !== undefined && request.headers["if-modified-since"] === page.lastModified);
    if (unchanged) response.writeHead(304, headers).end();
    else response.writeHead(200, headers).end(page.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    origin: `http://${host}`,
    host,
    pages,
    faults,
    asked,
    served: (path) => asked.filter((one) => one.path === path && one.status() === 200).length,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const SEC_PAGE = (title: string, words: string): string =>
  `<!DOCTYPE html><html><head><title>SEC.gov | ${title}</title></head><body><h1>${words}</h1><p>Please declare your traffic by updating your user agent to include company specific information.</p></body></html>`;

export const undeclaredPage: Fault = (_, response) => {
  response
    .writeHead(403, { "content-type": "text/html" })
    .end(
      SEC_PAGE("Your Request Originates from an Undeclared Automated Tool", "Your Request Originates from an Undeclared Automated Tool"),
    );
};

export const thresholdPage: Fault = (_, response) => {
  response
    .writeHead(200, { "content-type": "text/html" })
    .end(SEC_PAGE("Request Rate Threshold Exceeded", "Request Rate Threshold Exceeded"));
};

export const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (_, response) => {
    response.writeHead(code, headers).end("no");
  };

export const redirect =
  (to: string, code = 302): Fault =>
  (_, response) => {
    response.writeHead(code, { location: to }).end();
  };

/** Promises more than it sends, then hangs up. */
export const truncated: Fault = (_, response) => {
  response.writeHead(200, { "content-type": "text/html", "content-length": "1000" });
  response.write("<html>half of");
  setImmediate(() => response.destroy());
};

/** A body in chunks that breaks off. */
export const brokenChunks: Fault = (_, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.write("<html>half of");
  setImmediate(() => response.destroy());
};

export const dropped: Fault = (request) => {
  request.socket.destroy();
};

/** Never answers. */
export const silent: Fault = () => undefined;

/** Sends the head and one byte, then nothing. */
export const stalled: Fault = (_, response) => {
  response.writeHead(200, { "content-type": "text/html" });
  response.write("<");
};
