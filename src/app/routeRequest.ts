/**
 * From a request for a file (a picture, an embed, an archive) to the figures it asks for: the same selection as a page's address, and
 * parameters of its own, each out of a closed list. What is not understood is answered with a problem document that names it.
 */
import type { Figures } from "@/domain/figures";
import { type Problem, problem, PROBLEM_TYPE, type ProblemCause, selectionProblem } from "@/files/problem";
import type { RecordYears } from "@/cards/selection/recordYears";
import type { SearchParams, Selection } from "@/cards/selection/selection";
import { todayUtc } from "@/cards/stateAt";
import { readRequest } from "./request";

/** A parameter besides the selection's: its values, the first of which is meant when it is left out. */
export type OwnParameters = Readonly<Record<string, readonly [string, ...string[]]>>;

export interface RouteView<Own extends OwnParameters> {
  readonly figures: Figures;
  readonly selection: Selection;
  /** The figures of today's record. */
  readonly latest: Figures;
  readonly today: string;
  readonly years: RecordYears | undefined;
  readonly own: { readonly [Name in keyof Own]: Own[Name][number] };
  /** Path and query that were asked for. */
  readonly instance: string;
}

export async function readRoute<Own extends OwnParameters>(request: Request, parameters: Own): Promise<RouteView<Own> | Problem> {
  const { pathname, search, searchParams } = new URL(request.url);
  const instance = `${pathname}${search}`;
  const ownProblems = Object.entries(parameters).flatMap(([parameter, choices]) => {
    const value = searchParams.get(parameter);
    return value === null || choices.includes(value) ? [] : [{ parameter, value, expected: "one of", choices }];
  });
  const { figures, selection, latest, problems, years } = await readRequest(paramsOf(searchParams));
  const wrong = selectionProblem([...problems, ...ownProblems], { instance });
  if (wrong) return wrong;
  const own = Object.fromEntries(Object.entries(parameters).map(([name, [first]]) => [name, searchParams.get(name) ?? first]));
  return { figures, selection, latest, years, today: todayUtc(), own: own as RouteView<Own>["own"], instance };
}

export const isProblem = (answer: object): answer is Problem => "status" in answer && "type" in answer;

export function problemResponse(cause: Problem | ProblemCause): Response {
  const body = isProblem(cause) ? cause : problem(cause);
  return Response.json(body, { status: body.status, headers: { "Content-Type": PROBLEM_TYPE, "Cache-Control": "no-store" } });
}

/** Repeated parameters become lists, as Next hands them to pages. */
export function paramsOf(search: URLSearchParams): SearchParams {
  return Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );
}
