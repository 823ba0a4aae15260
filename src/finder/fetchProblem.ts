/** What can go wrong with a request, as sentences. An error page is never a document: the SEC serves refusals as ordinary pages. */

export type FetchProblemKind =
  /** The SEC does not know who is asking. */
  | "undeclared"
  /** We were too fast, or are asked to wait longer than we are ready to. */
  | "tooFast"
  | "forbidden"
  /** The address or a redirect leads to a host that is not on the list. */
  | "notAllowed"
  | "redirects"
  | "tooLarge"
  | "timedOut"
  | "network"
  | "status"
  /** The answer arrived but is not what was asked for (a web page in place of data, a damaged list). */
  | "unreadable";

export class FetchProblem extends Error {
  override readonly name = "FetchProblem";

  constructor(
    readonly kind: FetchProblemKind,
    readonly address: string,
    sentence: string,
  ) {
    super(sentence);
  }

  /** True when asking on, even for something else, makes matters worse. */
  get stopsRun(): boolean {
    return this.kind === "undeclared" || this.kind === "tooFast";
  }
}

const UNDECLARED = /undeclared automated tool/i;
const TOO_FAST = /request rate threshold exceeded/i;

/** The SEC's two refusal pages, recognised by their words in the first part of the body; undefined for anything else. */
export function refusalPage(address: string, contentType: string, body: string): FetchProblem | undefined {
  if (!/html/i.test(contentType) && !/^\s*</.test(body)) return undefined;
  const head = body.slice(0, 8000);
  // A filing may mention these words; a refusal page is short and says nothing else.
  if (body.length > 40_000) return undefined;
  if (UNDECLARED.test(head)) {
    return new FetchProblem(
      "undeclared",
      address,
      `The SEC refused ${address}: it takes us for an undeclared automated tool. Set SEC_USER_AGENT to a name and an e-mail address that reaches you ("Example Research desk@example.org") and run the command again.`,
    );
  }
  if (TOO_FAST.test(head)) {
    return new FetchProblem(
      "tooFast",
      address,
      `The SEC refused ${address}: too many requests came from this network. Wait ten minutes and run the command again; what was saved is kept and not fetched again.`,
    );
  }
  return undefined;
}
