/** The failures of a request, as sentences. An error page is never a document: the SEC serves refusals as ordinary pages. */

type FetchProblemKind =
  /** The SEC rejects the User-Agent. */
  | "undeclared"
  /** We exceeded a rate limit, or were told to wait longer than we accept. */
  | "tooFast"
  | "forbidden"
  /** The address or a redirect leads to a host outside the allow-list. */
  | "notAllowed"
  | "redirects"
  | "tooLarge"
  | "timedOut"
  | "network"
  | "status"
  /** The response is not what was expected (a web page instead of data, a damaged list). */
  | "unreadable";

/** A failed request; its message is a sentence. */
export class FetchProblem extends Error {
  override readonly name = "FetchProblem";

  constructor(
    readonly kind: FetchProblemKind,
    readonly address: string,
    sentence: string,
  ) {
    super(sentence);
  }

  /** True when further requests, even for something else, would make matters worse. */
  get stopsRun(): boolean {
    return this.kind === "undeclared" || this.kind === "tooFast";
  }
}

/** The SEC's two refusal pages: the words by which each is known, and what it means. */
const REFUSALS = [
  {
    kind: "undeclared",
    words: /undeclared automated tool/i,
    why: 'it takes us for an undeclared automated tool. Set SEC_USER_AGENT to a name and an e-mail address that reaches you ("Example Research desk@example.org") and run the command again.',
  },
  {
    kind: "tooFast",
    words: /request rate threshold exceeded/i,
    why: "too many requests came from this network. Wait ten minutes and run the command again; what was saved is kept and not fetched again.",
  },
] as const;

/** Detects the SEC's refusal pages by their text in the first part of the body; undefined for anything else. */
export function refusalPage(address: string, contentType: string, body: string): FetchProblem | undefined {
  if (!/html/i.test(contentType) && !/^\s*</.test(body)) return undefined;
  // A filing may contain these words; a refusal page is short and has nothing else.
  if (body.length > 40_000) return undefined;
  const refusal = REFUSALS.find(({ words }) => words.test(body.slice(0, 8000)));
  return refusal && new FetchProblem(refusal.kind, address, `The SEC refused ${address}: ${refusal.why}`);
}
