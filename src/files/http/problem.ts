/** The API's error as a problem document (RFC 9457): the invalid parameter, what was expected, and the choices of a closed list. */
import { z } from "zod";
import type { SelectionProblem } from "@/cards/selection/selection";

export const PROBLEM_TYPE = "application/problem+json; charset=utf-8";

/** Every kind of problem, with its status. The page at PROBLEM_PAGE explains each by name. */
export const PROBLEMS = {
  "invalid-parameter": {
    status: 400,
    title: "A parameter is not valid",
    help: "The value of a parameter names nothing. Write one of the values named in errors.",
  },
  "unknown-parameter": {
    status: 400,
    title: "A parameter is not known",
    help: "There is no such parameter here. Leave it out, or correct its name.",
  },
  "malformed-request": {
    status: 400,
    title: "The request cannot be read",
    help: "The address or a header is not written as HTTP has it.",
  },
  "not-found": {
    status: 404,
    title: "There is nothing at this address",
    help: "The company, period or version in the address is not in the record.",
  },
  "method-not-allowed": { status: 405, title: "The method is not offered here", help: "Use one of the methods that Allow names." },
  "not-acceptable": {
    status: 406,
    title: "Not offered in this form",
    help: "Ask for one of the media types named in the detail, or use the suffix .json or .csv.",
  },
  "request-timeout": { status: 408, title: "The request took too long", help: "Send it without pauses." },
  "length-required": { status: 411, title: "The length is missing", help: "Send the body with its Content-Length." },
  "precondition-failed": {
    status: 412,
    title: "It has changed",
    help: "What is here is not what If-Match or If-Unmodified-Since names. Ask for it anew, without them.",
  },
  "request-too-large": { status: 413, title: "The request is too large", help: "Send less at a time." },
  "address-too-long": {
    status: 414,
    title: "The address is too long",
    help: "Ask for less at a time; no selection needs so long an address.",
  },
  "range-not-satisfiable": { status: 416, title: "There is no such part", help: "Ask for a part of what is there, or for the whole." },
  "too-many-requests": {
    status: 429,
    title: "Too many requests",
    help: "Wait for the number of seconds in Retry-After. The whole record is one download.",
  },
  "not-supported": { status: 501, title: "Not supported", help: "This form of the answer is not made here." },
  "headers-too-large": { status: 431, title: "The headers are too large", help: "Send fewer or shorter headers." },
  overloaded: { status: 503, title: "Too much is asked for at once", help: "Try again in a few seconds." },
  unavailable: { status: 503, title: "The record cannot be read now", help: "The operator has been told in the log. Try again later." },
  "internal-error": { status: 500, title: "The answer could not be made", help: "The fault is ours. Try again later." },
} as const;

export type ProblemKind = keyof typeof PROBLEMS;

/** Page that explains the problems; a problem's type is this address with its name. */
const PROBLEM_PAGE = "/api/problems";

/** `value` is cut when long; `choices` are the valid values, or the most similar ones; absent where no list of values exists. */
const ParameterProblem = z.strictObject({
  parameter: z.string(),
  value: z.string(),
  detail: z.string(),
  choices: z.array(z.string()).optional(),
});

export const ProblemAnswer = z
  .strictObject({
    type: z.string().meta({ description: "Address that explains this kind of problem." }),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string().optional(),
    errors: z.array(ParameterProblem).optional(),
  })
  .meta({ id: "Problem", description: "Why there is no answer (RFC 9457)." });

type Frozen<T> = { readonly [Name in keyof T]: Frozen<T[Name]> };
export type ParameterError = Frozen<z.output<typeof ParameterProblem>>;
export type Problem = Frozen<z.output<typeof ProblemAnswer>>;

export interface ProblemCause {
  readonly kind: ProblemKind;
  /** What happened this time; defaults to the kind's own help. */
  readonly detail?: string;
  /** Requested path and query. */
  readonly instance?: string;
  readonly errors?: readonly ParameterError[];
  /** "https://example.org", to make the type a full address. */
  readonly site?: string;
}

/** An error to be sent as a problem document, thrown anywhere while a response is made. `headers` are sent too, such as Retry-After. */
export class HttpError extends Error {
  override name = "HttpError";
  constructor(
    readonly problem: ProblemCause,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(problem.detail ?? problem.kind);
  }
}

/** Builds the document; its `detail` is the given one, else that of the errors, else the kind's help. */
export function problem({ kind, detail, instance, errors, site = "" }: ProblemCause): Problem {
  const { title, status, help } = PROBLEMS[kind];
  return {
    type: `${site}${PROBLEM_PAGE}#${kind}`,
    title,
    status,
    detail: detail ?? errors?.map((error) => error.detail).join(" ") ?? help,
    ...(instance !== undefined && { instance }),
    ...(errors !== undefined && errors.length > 0 && { errors }),
  };
}

export function parameterError({ parameter, value, expected, choices, more }: SelectionProblem): ParameterError {
  const sent = shown(value);
  const listed = choices.length > 0 ? ` ${choices.join(", ")}` : "";
  return {
    parameter,
    value: sent,
    detail: `${parameter}=${sent} is not valid: write ${expected}${expected === "one of" ? listed : listed === "" ? "" : `, perhaps${listed}`}.${more === undefined ? "" : ` ${more}`}`,
    ...(choices.length > 0 && { choices }),
  };
}

/** The error for a parameter that does not exist, with those that do. */
export const unknownParameter = (name: string, value: string, known: readonly string[]): ParameterError => ({
  parameter: shown(name),
  value: shown(value),
  detail: `There is no parameter ${shown(name)} here; there are ${known.join(", ")}.`,
  choices: known,
});

const shown = (value: string): string => (value.length > 80 ? `${value.slice(0, 80)}…` : value);
