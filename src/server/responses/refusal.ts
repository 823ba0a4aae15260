/** The server's own error responses: a problem document (RFC 9457), or a small page, never with any text from the request. */
import { problem, PROBLEM_TYPE, type ProblemKind } from "@/files/http/problem";
import { plainPolicy } from "./policy";

export interface Refusal {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface RefusalWords {
  readonly kind: ProblemKind;
  readonly detail?: string;
  /** More headers, such as Allow or Retry-After. */
  readonly headers?: Readonly<Record<string, string>>;
  /** The Accept header of the request. */
  readonly accept?: string | undefined;
}

/** A page if `accept` takes HTML, else a problem document. */
export function refusal({ kind, detail, headers = {}, accept = "" }: RefusalWords): Refusal {
  const document = problem({ kind, ...(detail !== undefined && { detail }) });
  const page = accept.includes("text/html");
  const body = page ? pageOf(document.title, document.detail) : `${JSON.stringify(document, null, 2)}\n`;
  return {
    status: document.status,
    headers: {
      ...plainPolicy(),
      "Cache-Control": "no-store",
      "Content-Type": page ? "text/html; charset=utf-8" : PROBLEM_TYPE,
      "Content-Length": String(Buffer.byteLength(body)),
      ...headers,
    },
    body,
  };
}

/** A whole raw response, for a connection on which Node could not parse a request. */
export function rawRefusal(words: RefusalWords): string {
  const { status, headers, body } = refusal(words);
  const lines = Object.entries({ ...headers, Connection: "close" }).map(([name, value]) => `${name}: ${value}`);
  return `HTTP/1.1 ${status} ${problem(words).title}\r\n${lines.join("\r\n")}\r\n\r\n${body}`;
}

const pageOf = (title: string, detail: string): string =>
  `<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><main><h1>${title}</h1><p>${detail}</p><p><a href="/">To the latest month</a></p></main></body></html>\n`;
