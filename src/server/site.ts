/** Routes a request: rejected, served from the cache, or passed to Next (sessions, uploads). Security headers are the same for all. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "pino";
import { acceptedForm, CSV_FORM, JSON_FORM, splitSuffix } from "@/files/http/negotiation";
import { HttpError } from "@/files/http/problem";
import { oncePer, onceUpTo } from "@/domain/shared/once";
import type { Address } from "./address/canonical";
import type { Answer, Answers, Asked } from "./answers/answers";
import type { Background } from "./answers/background";
import type { Capture, Handler } from "./answers/capture";
import { type AddressOf, setClientAddress } from "./requests/clientAddress";
import type { Share } from "./requests/fairUse";
import { acceptedEncoding } from "./responses/encodings";
import { type Finished, passedHeaders } from "./responses/finished";
import { Overloaded } from "./answers/keep";
import { isLogged, logRequest, type RequestLine } from "./process/log";
import { plainPolicy, policyFor } from "./responses/policy";
import { refusal, type RefusalWords } from "./responses/refusal";
import { checkRequest, dropInternalHeaders, isApi, isDesk, methodsOf } from "./requests/requestCheck";
import { isUnchanged, send, type Sent } from "./responses/send";
import { lacksHost, reduceTarget } from "./requests/target";

export interface SiteOptions {
  readonly answers: Answers;
  readonly background: Background;
  readonly capture: Capture;
  readonly handle: Handler;
  readonly log: Logger;
  readonly addressOf: AddressOf;
  /** Whether there is a trusted proxy in front of the server. */
  readonly proxied: boolean;
  readonly share: (address: string) => Promise<Share>;
  readonly health: (active: number) => Promise<Plain>;
  readonly draining: () => boolean;
}

/** Maximum of concurrent requests; more are rejected at once, which is cheap. */
const MOST_ACTIVE = 600;
const RETRY_AFTER = { "Retry-After": "5" };

const isRedirect = ({ status }: Finished): boolean => status >= 300 && status < 400;

/** CORS for the API: its routes set it themselves; this is for what the server rejects and Next redirects. */
const API_OPEN = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "Content-Disposition, ETag, Last-Modified, Link, RateLimit, RateLimit-Policy, Retry-After",
};

/** Request headers that a page of the desk may depend on. */
const OF_DESK_PAGES = ["accept", "cookie", "host", "origin", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto"];

/** Stands for "no acceptable type"; the API then lists those available. */
const NO_FORM = "none/none";

type Outcome = Sent & Pick<RequestLine, "from">;

export class Site {
  #active = 0;

  constructor(private readonly options: SiteOptions) {}

  /** Handles a request; never throws. */
  answer(request: IncomingMessage, response: ServerResponse): void {
    const began = performance.now();
    const done = (outcome: Outcome) => {
      this.#active--;
      if (!isLogged(this.options.log, outcome.status)) return;
      const { method = "", url: target = "" } = request;
      logRequest(this.options.log, { method, target, ms: performance.now() - began, ...outcome });
    };
    const failed = (error: unknown) => {
      done(this.#failed(request, response, error));
    };
    this.#active++;
    if (this.options.draining()) response.setHeader("Connection", "close");
    let outcome: Outcome | Promise<Outcome>;
    try {
      outcome = this.#outcome(request, response);
    } catch (error) {
      failed(error);
      return;
    }
    if (outcome instanceof Promise) void outcome.then(done, failed);
    else done(outcome);
  }

  #outcome(request: IncomingMessage, response: ServerResponse): Outcome | Promise<Outcome> {
    const checked = this.#active > MOST_ACTIVE ? OVERLOADED : lacksHost(request) ? NO_HOST : checkRequest(reduceTarget(request));
    if ("kind" in checked) return refuse(request, response, checked);
    const { method = "" } = request;
    if (method === "OPTIONS" && !isApi(checked.path))
      return sendPlain(response, { status: 204, headers: { Allow: methodsOf(checked.path) }, body: "" });
    if (checked.path === "/healthz") return this.options.health(this.#active).then((health) => sendPlain(response, health));
    dropInternalHeaders(request.headers);
    const reads = method === "GET" || method === "HEAD";
    if (isApi(checked.path) && method !== "OPTIONS") return this.#api(request, response, checked);
    if (!reads) return this.#pass(request, response);
    if (isDesk(checked.path)) return this.#desk(request, response, request.url ?? "");
    return this.#finished(request, response, { address: checked });
  }

  /** `counted` is called before a response is made for this request; the headers it returns are sent with it. */
  #finished(
    request: IncomingMessage,
    response: ServerResponse,
    asked: Omit<Asked, "encoding">,
    counted?: () => Promise<Readonly<Record<string, string>>>,
  ): Promise<Outcome> {
    const { answers, background } = this.options;
    // It has no body. Unread, Node would drain it after the response, in six more ticks that Next traces.
    request.read();
    let more: Readonly<Record<string, string>> | undefined;
    const sendIt = ({ key, finished, hit }: Answer): Outcome => {
      const { status, bytes } = send(request, response, finished, isRedirect(finished) && isApi(asked.address.path) ? API_OPEN : more);
      background.sent(key, finished);
      return { status, bytes, from: hit ? "memory" : "made" };
    };
    const admit = async () => {
      more = await counted?.();
    };
    const encoding = acceptedEncoding(request.headers["accept-encoding"]);
    return answers.get({ ...asked, encoding, has: (finished) => isUnchanged(request, finished) }, sendIt, admit);
  }

  #api(request: IncomingMessage, response: ServerResponse, address: Address): Promise<Outcome> {
    const counted = () => this.#counted(request);
    if (request.method !== "GET" && request.method !== "HEAD") {
      return counted().then((headers) => {
        for (const [name, value] of Object.entries({ ...API_OPEN, ...headers })) response.setHeader(name, value);
        return this.#pass(request, response);
      });
    }
    const asked = namesForm(address) ? { address } : { address, accept: acceptedType(request.headers.accept ?? "") };
    return this.#finished(request, response, asked, counted);
  }

  /** Takes one request from the client's rate limit; returns the headers with the rest. Throws HttpError when it is used up. */
  async #counted(request: IncomingMessage): Promise<Readonly<Record<string, string>>> {
    const { allowed, headers } = await this.options.share(this.options.addressOf(request));
    if (!allowed) throw new HttpError({ kind: "too-many-requests" }, { ...API_OPEN, ...headers });
    return headers;
  }

  /** A page of the desk, for this visitor only: buffered to compute its policy, never cached. */
  async #desk(request: IncomingMessage, response: ServerResponse, url: string): Promise<Outcome> {
    this.#setClientAddress(request);
    const forwarded = OF_DESK_PAGES.flatMap((name) => {
      const value = request.headers[name];
      return typeof value === "string" ? [[name, value]] : [];
    });
    const captured = await this.options.capture(url, Object.fromEntries(forwarded) as Record<string, string>);
    const missing = captured.status === 404 && captured.headers["content-type"]?.startsWith("text/html") === true;
    // A 404 found while rendering would be built by Next's script, under no policy; this one is finished HTML.
    const { status, headers, body } = missing ? await this.options.answers.missing(url) : captured;
    const cookie = headers["set-cookie"];
    response.writeHead(status, {
      ...policyFor(url.split("?")[0] ?? "", headers["content-type"] ?? "", body),
      ...passedHeaders(headers),
      "Cache-Control": "no-store",
      ...(cookie !== undefined && { "Set-Cookie": cookie }),
      "Content-Length": body.length,
    });
    response.end(request.method === "HEAD" ? undefined : body);
    return { status, bytes: body.length, from: "passed" };
  }

  /** Streams the request body to Next, and adds our policies to the response. */
  async #pass(request: IncomingMessage, response: ServerResponse): Promise<Outcome> {
    this.#setClientAddress(request);
    for (const [name, value] of Object.entries(plainPolicy(request.url))) response.setHeader(name, value);
    response.setHeader("Content-Security-Policy", FORM_POLICY);
    const ended = new Promise<void>((resolve) => response.once("close", resolve));
    await this.options.handle(request, response);
    await ended;
    return { status: response.statusCode, bytes: 0, from: "passed" };
  }

  #setClientAddress(request: IncomingMessage): void {
    setClientAddress(request, this.options.addressOf(request), this.options.proxied);
  }

  #failed(request: IncomingMessage, response: ServerResponse, error: unknown): Outcome {
    const words =
      error instanceof HttpError ? { ...error.problem, headers: error.headers } : error instanceof Overloaded ? OVERLOADED : undefined;
    if (words === undefined) this.options.log.error({ err: error }, "an answer could not be made");
    if (response.headersSent) {
      response.destroy();
      return { status: response.statusCode, bytes: 0, from: "server" };
    }
    return refuse(request, response, words ?? { kind: "unavailable", headers: RETRY_AFTER });
  }
}

const FORMS = [JSON_FORM, CSV_FORM];

/** Whether an address itself names a media type. */
const namesForm = oncePer(({ path }: Address): boolean => splitSuffix(path, FORMS).form !== undefined);

/** Few clients send different headers, so parsed ones are cached, up to a bound. */
const acceptedType = onceUpTo(100, (accept: string): string => acceptedForm(accept, FORMS)?.type ?? NO_FORM);
const OVERLOADED: RefusalWords = { kind: "overloaded", headers: RETRY_AFTER };
const NO_HOST: RefusalWords = { kind: "malformed-request", detail: "The request has no Host.", headers: { Connection: "close" } };

/** The response to a form is a redirect, or a sentence with a few inline styles. */
const FORM_POLICY = "default-src 'none'; style-src-attr 'unsafe-inline'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

const refuse = (request: IncomingMessage, response: ServerResponse, words: RefusalWords): Outcome =>
  sendPlain(response, refusal({ ...words, accept: request.headers.accept }), request.method !== "HEAD");

interface Plain {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

function sendPlain(response: ServerResponse, { status, headers, body }: Plain, withBody = true): Outcome {
  response.writeHead(status, { ...plainPolicy(), ...headers });
  response.end(withBody && body !== "" ? body : undefined);
  return { status, bytes: withBody ? Buffer.byteLength(body) : 0, from: "server" };
}
