/**
 * What a request for a file or a document asks for: the selection that its address makes, and the figures for it. Unlike a page, which
 * passes over what it does not know, a file answers an unknown parameter with a problem that names it and those that there are: a
 * download of something else than was asked for would be worse than none.
 */
import type { Figures } from "@/domain/figures";
import type { StoreState } from "@/record/store/loadRecord";
import { parameterError, unknownParameter } from "@/files/problem";
import type { RecordYears } from "@/cards/selection/recordYears";
import type { SearchParams, Selection } from "@/cards/selection/selection";
import { readRequest } from "./request";
import { Refused } from "./respond";

/** The parameters of a selection, as they stand in an address. */
export const SELECTION_PARAMETERS = ["c", "panel", "per", "from", "to", "basis", "evidence", "asof", "version"] as const;

/** Those that say which state of the record is meant. */
export const MOMENT_PARAMETERS = ["asof", "version"] as const;

export interface Asked {
  readonly figures: Figures;
  readonly selection: Selection;
  /** The years that periods in an address may name. */
  readonly years: RecordYears | undefined;
  /**
   * Everything that determines the figures, for an ETag: state of the store, day, and what was asked. The version would not do: after an
   * undo it is the earlier one again, but tables that list what was withdrawn are not.
   */
  readonly madeFrom: readonly string[];
  /** ISO date and time of the last change of the figures; a new day counts as one where the day is not fixed. */
  readonly changedAt: string;
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

/** The selection of a request's address. Throws Refused for a parameter that is not among `known`, or a value that names nothing. */
export async function asked(request: Request, known: readonly string[] = SELECTION_PARAMETERS): Promise<Asked> {
  const url = new URL(request.url);
  const params = searchParamsOf(url);
  const strange = Object.keys(params).filter((name) => !known.includes(name));
  if (strange.length > 0) {
    const errors = strange.map((name) => unknownParameter(name, url.searchParams.get(name) ?? "", known));
    throw new Refused({ kind: "unknown-parameter", errors });
  }
  return askedWith(url, params);
}

/** The same for parameters that were checked already. */
export async function askedWith(url: URL, params: SearchParams): Promise<Asked> {
  const { selection, problems, figures, state, years } = await readRequest(params);
  if (problems.length > 0) throw new Refused({ kind: "invalid-parameter", errors: problems.map(parameterError) });
  // What is "not yet published" changes with the day, where the day is not fixed.
  const turned = selection.asOf === null ? `${figures.today}T00:00:00.000Z` : "";
  return {
    figures,
    selection,
    years,
    madeFrom: [figures.record.version.id, String(state.seq), figures.today, url.pathname, url.search],
    changedAt: state.at > turned ? state.at : turned,
    state,
  };
}
