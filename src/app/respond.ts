/**
 * Every answer that is not a page: a file, a feed, a document of the API, or the problem document that says why there is none.
 * What is kept of it, for how long and under which tag, is the server's to say (src/server); a fault while the content is made becomes a
 * problem document, never a bare 500.
 */
import { attachment } from "@/files/fileName";
import { problem, PROBLEM_TYPE, type ProblemCause } from "@/files/problem";
import { siteAddress } from "./site";

export interface Answer {
  /** Content type with its parameters. */
  readonly type: string;
  /** Name under which a browser saves it; absent for what is shown. */
  readonly fileName?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly content: () => BodyInit | Promise<BodyInit>;
}

/** A cause that carries its own problem document: thrown anywhere while a request is answered. */
export class Refused extends Error {
  override name = "Refused";
  constructor(readonly problem: ProblemCause) {
    super(problem.detail ?? problem.kind);
  }
}

/** Answers a request, or says why not. `headers` go out with every answer, problems among them. */
export async function answer(
  request: Request,
  make: () => Answer | Promise<Answer>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  try {
    return await send(request, await make(), headers);
  } catch (error) {
    if (error instanceof Refused) return refuse(request, error.problem, headers);
    console.error(error);
    return refuse(request, { kind: "internal-error" }, headers);
  }
}

/** The problem document for a cause. */
export function refuse(request: Request, cause: ProblemCause, headers: Readonly<Record<string, string>> = {}): Response {
  const { pathname, search } = new URL(request.url);
  const document = problem({ instance: `${pathname}${search}`, site: siteAddress(), ...cause });
  return new Response(`${JSON.stringify(document, null, 2)}\n`, {
    status: document.status,
    headers: { "Content-Type": PROBLEM_TYPE, "Cache-Control": "no-store", ...headers },
  });
}

async function send(request: Request, document: Answer, headers: Readonly<Record<string, string>>): Promise<Response> {
  const body = request.method === "HEAD" ? null : await document.content();
  return new Response(body, {
    headers: {
      ...headers,
      ...document.headers,
      "Content-Type": document.type,
      ...(document.fileName !== undefined && { "Content-Disposition": attachment(document.fileName) }),
    },
  });
}
