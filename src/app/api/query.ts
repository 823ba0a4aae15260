/** Validates a request's parameters by their schemas; the error for an unknown or invalid one names it and the valid values. */
import type { z } from "zod";
import type { SearchParams } from "@/cards/selection/selection";
import { HttpError, type ParameterError, unknownParameter } from "@/files/http/problem";
import { LISTED, type ParameterName, type Query, querySchema } from "./schemas/parameters";

/** Lists may be written c=riot,mara or c=riot&c=mara. */
const LISTS: readonly string[] = ["c", "metric"];

/** Throws HttpError when a parameter is unknown or its value is invalid. */
export function readQuery(names: readonly ParameterName[], params: SearchParams): Query {
  const strange = Object.entries(params).filter(([name]) => !(names as readonly string[]).includes(name));
  if (strange.length > 0) {
    throw new HttpError({
      kind: "unknown-parameter",
      errors: strange.map(([name, value]) => unknownParameter(name, String(value), names)),
    });
  }
  const written = Object.entries(params).flatMap(([name, value]) => {
    const joined = Array.isArray(value) && LISTS.includes(name) ? value.join(",") : value;
    // Forms send empty fields; they count as absent.
    return joined === "" || joined === undefined ? [] : [[name, joined] as const];
  });
  const read = querySchema(names).safeParse(Object.fromEntries(written));
  if (read.success) return read.data;
  throw new HttpError({ kind: "invalid-parameter", errors: read.error.issues.map((issue) => errorOf(issue, params)) });
}

function errorOf(issue: z.core.$ZodIssue, params: SearchParams): ParameterError {
  const parameter = String(issue.path[0] ?? "");
  const sent = params[parameter];
  const value = String(sent).slice(0, 80);
  if (Array.isArray(sent) && !LISTS.includes(parameter))
    return { parameter, value, detail: `${parameter} stands there ${sent.length} times: write it once.` };
  const choices = issue.code === "invalid_value" ? issue.values.map(String) : LISTED[parameter];
  const expected = issue.code === "invalid_value" ? "one of" : issue.message;
  return {
    parameter,
    value,
    detail: `${parameter}=${value} is not valid: write ${expected}${choices ? ` ${choices.join(", ")}` : ""}.`,
    ...(choices && { choices }),
  };
}
