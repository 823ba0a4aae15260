/** Responses other than pages. Caching and ETags are the server's (src/server); an error while making one is a problem document. */
import { attachment } from "@/files/fileName";
import { HttpError, type Problem, problem as problemDocument, PROBLEM_TYPE, type ProblemCause } from "@/files/http/problem";
import { siteAddress } from "./site";

export interface Content {
  readonly type: string;
  /** Name for saving; absent for what is only shown. */
  readonly fileName?: string;
  /** Show it in the browser although it has a file name. */
  readonly inline?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content: () => BodyInit | Promise<BodyInit>;
}

/** CORS: any origin may read, such as notebooks, feed readers and other sites' frames. */
export const ANY_ORIGIN = { "Access-Control-Allow-Origin": "*" } as const;

interface ResponseOptions {
  /** Sent with every response, including errors. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Body of an error instead of the problem document. */
  readonly errorPage?: (problem: Problem) => { readonly type: string; readonly body: string };
}

/** The response made by `make`, or its error. */
export async function respond(
  request: Request,
  make: () => Content | Promise<Content>,
  { headers = ANY_ORIGIN, errorPage }: ResponseOptions = {},
): Promise<Response> {
  try {
    const made = await make();
    const body = request.method === "HEAD" ? null : await made.content();
    return new Response(body, { headers: { ...headers, ...made.headers, "Content-Type": made.type, ...disposition(made) } });
  } catch (error) {
    if (!(error instanceof HttpError)) console.error(error);
    const told = error instanceof HttpError ? error : new HttpError({ kind: "internal-error" });
    return errorResponse(request, told.problem, { headers: { ...headers, ...told.headers }, ...(errorPage && { errorPage }) });
  }
}

/** A route for an address that ends in a file name, which is passed to `make`. */
export const fileRoute =
  (make: (file: string, request: Request) => Promise<Content>) =>
  (request: Request, { params }: { readonly params: Promise<{ readonly file: string }> }): Promise<Response> =>
    respond(request, async () => make((await params).file, request));

function disposition({ fileName, inline = false }: Content): Readonly<Record<string, string>> {
  if (fileName === undefined) return {};
  const saved = attachment(fileName);
  return { "Content-Disposition": inline ? saved.replace(/^attachment/, "inline") : saved };
}

/** The response to a request that failed for `cause`; never cached. */
export function errorResponse(request: Request, cause: ProblemCause, { headers, errorPage }: ResponseOptions = {}): Response {
  const { pathname, search } = new URL(request.url);
  const document = problemDocument({ instance: `${pathname}${search}`, site: siteAddress(), ...cause });
  const { type, body } = errorPage?.(document) ?? { type: PROBLEM_TYPE, body: `${JSON.stringify(document, null, 2)}\n` };
  return new Response(body, { status: document.status, headers: { "Content-Type": type, "Cache-Control": "no-store", ...headers } });
}
