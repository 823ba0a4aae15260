/**
 * The finder's only HTTP client: declares its User-Agent, keeps to pace and allow-list (redirects by hand), retries transient errors a
 * bounded number of times, limits time and size. Returns the document, "unchanged" or "gone", else throws FetchProblem.
 */
import { messageOf } from "@/domain/shared/refusal";
import pRetry from "p-retry";
import { allowedUrl } from "./allowList";
import { FetchProblem, refusalPage } from "./fetchProblem";
import { type Pace, usualPace } from "./pace";
import { readAtMost } from "./readAtMost";
import { declaredUserAgent } from "./userAgent";

/** Validators of a cached version (ETag, Last-Modified) for a conditional request. */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

interface FetchRequest {
  readonly address: string;
  /** From our cached copy; absent when there is none. */
  readonly validators?: Validators | undefined;
}

interface Fetched extends Validators {
  readonly answer: "fetched";
  /** Final address of the document, after redirects. */
  readonly address: string;
  readonly body: Uint8Array;
  readonly contentType: string;
}

type FetchAnswer = Fetched | { readonly answer: "unchanged" } | { readonly answer: "gone" };

export type Fetcher = (request: FetchRequest) => Promise<FetchAnswer>;

export interface Waiting {
  readonly address: string;
  readonly milliseconds: number;
  readonly because: string;
}

export interface PoliteOptions {
  readonly userAgent: string;
  /** True for a page named by a person, at a site other than the SEC: the User-Agent may then be the program's name alone. */
  readonly undeclared?: boolean;
  /** Hosts with their port, as in a URL: "www.sec.gov", "127.0.0.1:8080". */
  readonly allowHosts: ReadonlySet<string>;
  readonly pace?: Pace | undefined;
  readonly retry?: RetryPolicy | undefined;
  /** Time limit for one exchange, body included, in milliseconds. */
  readonly timeout?: number;
  /** Maximum body size, after decompression. */
  readonly maxBytes?: number;
  /** Called before every wait. */
  readonly waiting?: ((wait: Waiting) => void) | undefined;
}

/** Waits are milliseconds. */
interface RetryPolicy {
  /** Maximum number of attempts per document. */
  readonly tries: number;
  /** First back-off; doubles with each failure. */
  readonly base: number;
  /** Maximum back-off. */
  readonly cap: number;
  /** Maximum Retry-After that we accept: a shorter one is honoured in full, a longer one ends the attempts for this run. */
  readonly patience: number;
}

export const USUAL_RETRY: RetryPolicy = { tries: 5, base: 1000, cap: 60_000, patience: 600_000 };

const TRANSIENT_STATUS: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);

const MOST_REDIRECTS = 5;
const LONGEST_VALIDATOR = 1000;
const HTTP = { notModified: 304, forbidden: 403, notFound: 404, gone: 410, tooMany: 429, unavailable: 503 };

/** A transient error, worth a retry. */
class Fault extends Error {
  constructor(
    readonly problem: FetchProblem,
    readonly wait?: number,
  ) {
    super(problem.message);
  }
}

/** A fetcher with these options. Throws UserAgentMissing when the User-Agent does not identify us. */
export function politeFetch(options: PoliteOptions): Fetcher {
  const pace = options.pace ?? usualPace();
  const { tries, base, cap, patience } = options.retry ?? USUAL_RETRY;
  const exchange = exchanger(options, options.undeclared === true ? options.userAgent : declaredUserAgent(options.userAgent));

  async function follow({ address, validators }: FetchRequest): Promise<FetchAnswer> {
    let url = allowedUrl(address, options.allowHosts);
    for (let hops = 0; hops <= MOST_REDIRECTS; hops++) {
      await pace.turn(url.host);
      const answer = await exchange(url, validators);
      if (answer.answer !== "moved") return answer;
      const to = URL.canParse(answer.to, url) ? new URL(answer.to, url).href : answer.to;
      url = allowedUrl(to, options.allowHosts, url.href);
    }
    throw new FetchProblem("redirects", address, `${address} redirects more than ${MOST_REDIRECTS} times.`);
  }

  return (request) =>
    pRetry(() => follow(request), {
      retries: tries - 1,
      minTimeout: base,
      maxTimeout: cap,
      shouldRetry: ({ error }) => error instanceof Fault,
      onFailedAttempt: ({ error, attemptNumber, retriesLeft }) => {
        if (!(error instanceof Fault)) return;
        const { problem, wait = 0 } = error;
        const { address } = request;
        if (wait > patience) {
          const seconds = Math.round(wait / 1000);
          throw new FetchProblem("tooFast", address, `${error.message} It asks us to wait ${seconds} seconds: try again later.`);
        }
        if (retriesLeft === 0) throw new FetchProblem(problem.kind, address, `${error.message} Given up after ${attemptNumber} tries.`);
        // A host's request to slow down applies to all documents, not to this one alone.
        if (wait > 0) pace.holdOff(new URL(problem.address).host, wait);
        const milliseconds = Math.max(wait, Math.min(cap, base * 2 ** (attemptNumber - 1)));
        options.waiting?.({ address, milliseconds, because: error.message });
      },
    });
}

type Exchange = (url: URL, validators: Validators | undefined) => Promise<FetchAnswer | { readonly answer: "moved"; readonly to: string }>;

function exchanger(options: PoliteOptions, userAgent: string): Exchange {
  const timeout = options.timeout ?? 30_000;
  const maxBytes = options.maxBytes ?? 30_000_000;

  return async (url, validators) => {
    const address = url.href;
    const signal = AbortSignal.timeout(timeout);
    try {
      const response = await fetch(url, { redirect: "manual", signal, headers: headers(userAgent, validators) });
      const { status } = response;
      const location = response.headers.get("location");
      if (status >= 300 && status < 400 && status !== HTTP.notModified && location !== null) {
        await response.body?.cancel();
        return { answer: "moved", to: location };
      }
      if (status === HTTP.notModified && validators !== undefined) return { answer: "unchanged" };
      const body = await readAtMost(response, maxBytes);
      if (body === undefined)
        throw new FetchProblem(
          "tooLarge",
          address,
          `${address} is larger than ${maxBytes} bytes, more than any release or filing; not kept.`,
        );
      const contentType = response.headers.get("content-type") ?? "";
      const refusal = refusalPage(address, contentType, new TextDecoder("latin1").decode(body.subarray(0, 50_000)));
      if (refusal !== undefined) throw refusal;
      if (status === HTTP.notFound || status === HTTP.gone) return { answer: "gone" };
      if (!response.ok) throw statusProblem(response, address);
      return { answer: "fetched", address, body, contentType, ...validatorsOf(response.headers) };
    } catch (error) {
      if (error instanceof FetchProblem || error instanceof Fault) throw error;
      if (signal.aborted)
        throw new Fault(new FetchProblem("timedOut", address, `${address} did not answer in full within ${timeout / 1000} seconds.`));
      throw new Fault(new FetchProblem("network", address, `The connection failed while fetching ${address} (${reasonOf(error)}).`));
    }
  };
}

function headers(userAgent: string, validators: Validators | undefined): Headers {
  const sent = new Headers({ "user-agent": userAgent, accept: "*/*" });
  if (validators?.etag != null) sent.set("if-none-match", validators.etag);
  if (validators?.lastModified != null) sent.set("if-modified-since", validators.lastModified);
  return sent;
}

function validatorsOf(received: Headers): Validators {
  const short = (text: string | null): string | null => (text !== null && text.length <= LONGEST_VALIDATOR ? text : null);
  return { etag: short(received.get("etag")), lastModified: short(received.get("last-modified")) };
}

function statusProblem(response: Response, address: string): Error {
  const { status } = response;
  if (status === HTTP.forbidden) return new FetchProblem("forbidden", address, `${address} answered "forbidden" (403).`);
  if (!TRANSIENT_STATUS.has(status)) return new FetchProblem("status", address, `${address} answered with status ${status}.`);
  const kind = status === HTTP.tooMany ? "tooFast" : "status";
  const asked = status === HTTP.tooMany || status === HTTP.unavailable ? retryAfter(response.headers.get("retry-after")) : undefined;
  return new Fault(new FetchProblem(kind, address, `${address} answered with status ${status}.`), asked);
}

/** The Retry-After header (seconds or an HTTP date) as milliseconds from now; undefined when absent or invalid. */
function retryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header.trim()) * 1000;
  const at = Date.parse(header);
  return Number.isNaN(at) ? undefined : Math.max(0, at - Date.now());
}

const reasonOf = (error: unknown): string => messageOf(error instanceof Error && error.cause instanceof Error ? error.cause : error);
