/**
 * The selection: a visitor's choices, read from the address, which is a view's only state. Parsing never throws; defaults are left
 * out when it is written back, so one view has one address.
 */
import { distance } from "fastest-levenshtein";
import { type CompanyId } from "@/domain/facts/company";
import { EVIDENCE_MODES, type EvidenceMode } from "@/domain/figures/figures";
import type { PanelFilter } from "@/domain/measures/panel";
import { oncePer } from "@/domain/shared/once";
import { CALENDAR_KINDS, type CalendarKind, type Day, parseDay, type Period } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import type { Basis } from "@/domain/measures/sellThrough";
import { bareName, inPlaceOf, namesOf, pickedBy, writtenShortest } from "./picked";
import { parseRecordPeriod, periodWords, type RecordYears, recordYears } from "./recordYears";

export const PANELS = ["nasdaq", "largest15", "all"] as const;
export type PanelName = (typeof PANELS)[number];

/** A state of the record. */
export interface Moment {
  /** Only what had been published by then; null is now. */
  readonly asOf: Day | null;
  /** The record as it stood at an earlier data version (see record.ts); null is the current one. */
  readonly version: string | null;
}

export interface Selection extends Moment {
  /** The set of companies offered; hand-picked companies take precedence. */
  readonly panel: PanelName;
  readonly companies: readonly CompanyId[];
  readonly per: CalendarKind;
  /** Range of the charts; null is the record's own first and last period. */
  readonly from: Period | null;
  readonly to: Period | null;
  readonly basis: Basis;
  readonly evidence: EvidenceMode;
}

export const DEFAULT_SELECTION: Selection = {
  panel: "nasdaq",
  companies: [],
  per: "month",
  from: null,
  to: null,
  basis: "gross",
  evidence: "best",
  asOf: null,
  version: null,
};

/** A parameter with an invalid value, and the valid choices (none: any of the described form). */
export interface SelectionProblem {
  readonly parameter: string;
  readonly value: string;
  readonly expected: string;
  readonly choices: readonly string[];
  /** A sentence about further invalid values of the same parameter that are not listed. */
  readonly more?: string;
  /** `value` is the number of values: too many to check each. */
  readonly tooMany?: true;
}

/** Maximum number of unknown companies listed one by one, and of companies in an address. */
const LISTED_PROBLEMS = 5;
export const MOST_COMPANIES = 100;

export interface ParsedSelection {
  readonly selection: Selection;
  readonly problems: readonly SelectionProblem[];
  /** The years that periods in an address may name. */
  readonly years: RecordYears | undefined;
}

/** Search parameters as Next hands them over. */
export type SearchParams = Readonly<{ [name: string]: string | string[] | undefined }>;

/**
 * `record` is the current one, whatever version is selected: the valid values of an address do not depend on the address. What will be known
 * on a day after `today` nobody can say, so such a day is refused.
 */
export function parseSelection(params: SearchParams, record: Pick<OpenRecord, "companies" | "facts">, today?: Day): ParsedSelection {
  const problems: SelectionProblem[] = [];
  const one = (name: string): string | undefined => {
    const value = params[name];
    const first = Array.isArray(value) ? value[0] : value;
    return first === undefined || first === "" ? undefined : first;
  };
  function choice<T extends string>(name: string, choices: readonly T[], fallback: T): T {
    const value = one(name);
    if (value === undefined) return fallback;
    const found = choices.find((option) => option === value);
    if (found === undefined) problems.push({ parameter: name, value, expected: "one of", choices });
    return found ?? fallback;
  }
  function parsed<T>(name: string, parse: (text: string) => T | undefined, expected: string): T | null {
    const value = one(name);
    if (value === undefined) return null;
    const found = parse(value);
    if (found === undefined) problems.push({ parameter: name, value, expected, choices: [] });
    return found ?? null;
  }

  const ids = record.companies.map((company) => company.id);
  const named = [...new Set(listOf(params["c"]).map((value) => value.toLowerCase()))];
  // A list that is too long is refused (below): look up only its first names.
  const { companies, unknown } = pickedBy(named.slice(0, MOST_COMPANIES), record.companies);
  if (named.length > MOST_COMPANIES) {
    problems.push({
      parameter: "c",
      value: `${named.length.toLocaleString("en")} names`,
      expected: `at most ${MOST_COMPANIES} companies`,
      choices: [],
      tooMany: true,
    });
  } else {
    unknown.slice(0, LISTED_PROBLEMS).forEach((value, at, listed) => {
      const more = at === listed.length - 1 ? unknown.length - listed.length : 0;
      const problem = {
        parameter: "c",
        value,
        expected: "companies of the record",
        choices: nearest(bareName(value), ids).map((id) => inPlaceOf(value, id)),
      };
      problems.push(more === 0 ? problem : { ...problem, more: `And ${more} more ${more === 1 ? "names" : "name"} nothing either.` });
    });
    if (named.length > unknown.length && companies.length === 0)
      problems.push({ parameter: "c", value: named.join(","), expected: "at least one company that is not left out", choices: [] });
  }
  const years = recordYears(record);
  const parsePeriod = (text: string) => parseRecordPeriod(text, years);
  const parsePastDay = (text: string) => {
    const day = parseDay(text);
    return day === undefined || (today !== undefined && day > today) ? undefined : day;
  };

  const selection: Selection = {
    panel: choice("panel", PANELS, DEFAULT_SELECTION.panel),
    companies: writtenShortest(companies, record.companies),
    per: choice("per", CALENDAR_KINDS, DEFAULT_SELECTION.per),
    from: parsed("from", parsePeriod, periodWords(years)),
    to: parsed("to", parsePeriod, periodWords(years)),
    basis: choice("basis", ["gross", "net"], DEFAULT_SELECTION.basis),
    evidence: choice("evidence", EVIDENCE_MODES, DEFAULT_SELECTION.evidence),
    asOf: parsed("asof", parsePastDay, "a day such as 2025-05-31, today at the latest"),
    version: parsed("version", parseVersion, "a data version of twelve letters and digits, as each page’s foot names it"),
  };
  return { selection: inOrder(selection), problems, years };
}

/** The selection of what is about one period: it has no range, and no length of periods. */
export const ofOnePeriod = (selection: Selection): Selection => ({ ...selection, per: "month", from: null, to: null });

export const filterOf = (selection: Selection): PanelFilter =>
  selection.companies.length > 0 ? { kind: "picked", companies: selection.companies } : { kind: selection.panel };

/** The selection as a query string, "" when all is default: "?c=riot,mara&per=quarter". `more` is appended. */
export const queryOf = (selection: Selection, more?: Readonly<{ [name: string]: string }>): string =>
  more === undefined ? plainQuery(selection) : writeQuery(selection, more);

/** Cached: each figure of a page links to an address with it. */
const plainQuery = oncePer((selection: Selection) => writeQuery(selection, {}));

function writeQuery(selection: Selection, more: Readonly<{ [name: string]: string }>): string {
  const pairs: [string, string][] = [];
  if (selection.companies.length > 0) pairs.push(["c", namesOf(selection.companies).join(",")]);
  for (const name of ["panel", "per", "from", "to", "basis", "evidence"] as const) {
    const value = selection[name];
    if (value !== null && value !== DEFAULT_SELECTION[name]) pairs.push([name, value]);
  }
  if (selection.asOf !== null) pairs.push(["asof", selection.asOf]);
  if (selection.version !== null) pairs.push(["version", selection.version]);
  pairs.push(...Object.entries(more));
  const query = pairs.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`).join("&");
  return query === "" ? "" : `?${query}`;
}

const parseVersion = (text: string): string | undefined => (/^[0-9a-f]{12}$/.test(text) ? text : undefined);

/** Maximum length of a name; longer text is not compared by edit distance. */
const LONGEST_NAME = 60;

/** Ids nearest to a mistyped one by spelling, best first, at most five; `within` so many changed letters. */
export function nearest(text: string, ids: readonly string[], within = Infinity): string[] {
  const wanted = text.slice(0, LONGEST_NAME).toLowerCase();
  const apart = (id: string) => (id.startsWith(wanted) || wanted.startsWith(id) ? 0 : distance(wanted, id));
  return ids
    .filter((id) => apart(id) <= within)
    .sort((a, b) => apart(a) - apart(b))
    .slice(0, 5);
}

/** Swaps the ends of a range that ends before it begins. */
function inOrder(selection: Selection): Selection {
  const { from, to } = selection;
  return from !== null && to !== null && from > to ? { ...selection, from: to, to: from } : selection;
}

/** "riot,mara" and c=riot&c=mara (what a plain form sends) are the same list. */
export function listOf(value: string | string[] | undefined): string[] {
  const values = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return values.flatMap((v) => v.split(",")).filter((v) => v !== "");
}
