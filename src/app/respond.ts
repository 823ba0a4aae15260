/**
 * Every answer that is not a page: a file, a feed, a document of the API, or the problem document that says why there is none.
 * What determines the bytes → a response with ETag, Last-Modified and, where the reader has it already, 304 instead of the content.
 * The content is made only when it is sent; a fault while it is made becomes a problem document, never a bare 500.
 */
import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { attachment } from "@/files/fileName";
import { httpDate, isNotModified, strongEtag, validatorHeaders } from "@/files/httpCache";
import { problem, PROBLEM_TYPE, type ProblemCause } from "@/files/problem";
import { siteAddress } from "./site";

export interface Answer {
  /** Content type with its parameters. */
  readonly type: string;
  /** Everything besides the running program that determines the bytes: data version, address, form, day. */
  readonly madeFrom: readonly string[];
  /** ISO date and time of the last change of any of it. */
  readonly changedAt: string;
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
    headers: { "Content-Type": PROBLEM_TYPE, "Cache-Control": "no-store", ...SAFE, ...headers },
  });
}

/** Nothing that is sent here is to be guessed at or run. */
const SAFE = { "X-Content-Type-Options": "nosniff" };

async function send(request: Request, document: Answer, headers: Readonly<Record<string, string>>): Promise<Response> {
  const running = program();
  const changedAt = document.changedAt > running.since ? document.changedAt : running.since;
  const validators = {
    etag: strongEtag(running.id, siteAddress(), document.type, ...document.madeFrom),
    lastModified: httpDate(changedAt),
  };
  const all = {
    ...validatorHeaders(validators),
    // To be kept by anyone, and asked for again each time: an import shows at once.
    "Cache-Control": "public, max-age=0, must-revalidate",
    ...SAFE,
    ...headers,
    ...document.headers,
  };
  if (isNotModified(request.headers, validators)) return new Response(null, { status: 304, headers: all });
  const body = request.method === "HEAD" ? null : await document.content();
  return new Response(body, {
    headers: {
      ...all,
      "Content-Type": document.type,
      ...(document.fileName !== undefined && { "Content-Disposition": attachment(document.fileName) }),
    },
  });
}

interface Program {
  readonly id: string;
  /** ISO date and time since which it makes the bytes that it makes. */
  readonly since: string;
}

let found: Program | undefined;

/** Another build may write the same figures in other bytes. Without a build (development, tests) each process is a build of its own. */
function program(): Program {
  found ??= readProgram();
  return found;
}

function readProgram(): Program {
  const mark = join(/* turbopackIgnore: true */ process.cwd(), process.env["NEXT_DIST_DIR"] ?? ".next", "BUILD_ID");
  if (process.env.NODE_ENV === "production") {
    try {
      return { id: readFileSync(mark, "utf8").trim(), since: statSync(mark).mtime.toISOString() };
    } catch {
      // A build that bears no mark is told apart by its start.
    }
  }
  const started = new Date(Date.now() - process.uptime() * 1000).toISOString();
  return { id: started, since: started };
}
