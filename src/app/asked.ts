/**
 * What a request for a file or a document asks for: the selection that its address makes, and the figures for it. Like a page it passes
 * over parameters that are none of ours; a value of ours that names nothing is answered with a problem that says so.
 */
import type { Figures } from "@/domain/figures";
import type { StoreState } from "@/record/store/loadRecord";
import { parameterError } from "@/files/problem";
import type { RecordYears } from "@/cards/selection/recordYears";
import type { SearchParams, Selection } from "@/cards/selection/selection";
import { readRequest } from "./request";
import { Refused } from "./respond";

export interface Asked {
  readonly figures: Figures;
  readonly selection: Selection;
  /** The figures of today's record. */
  readonly latest: Figures;
  /** The years that periods in an address may name. */
  readonly years: RecordYears | undefined;
  /** The state of the store that the figures are of. */
  readonly state: StoreState;
}

export function searchParamsOf(url: URL): SearchParams {
  const names = [...new Set(url.searchParams.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const [first, ...more] = url.searchParams.getAll(name);
      return [name, more.length === 0 ? first : [first ?? "", ...more]];
    }),
  );
}

/** The selection of a request's address. Throws Refused for a value that names nothing. */
export function asked(request: Request): Promise<Asked> {
  return askedWith(searchParamsOf(new URL(request.url)));
}

/** The same for parameters that were checked already. */
export async function askedWith(params: SearchParams): Promise<Asked> {
  const { selection, problems, figures, latest, state, years } = await readRequest(params);
  if (problems.length > 0) throw new Refused({ kind: "invalid-parameter", errors: problems.map(parameterError) });
  return { figures, selection, latest, years, state };
}
