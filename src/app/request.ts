/** Turns a request into a selection and the figures of its day. Unknown names are a 404 page, or an HttpError for files. */
import { notFound } from "next/navigation";
import { cache } from "react";
import type { Company } from "@/domain/facts/company";
import type { Figures } from "@/domain/figures/figures";
import type { Period } from "@/domain/values/period";
import { figuresAt, todayUtc } from "@/cards/stateAt";
import { parseRecordPeriod, type RecordYears } from "@/cards/selection/recordYears";
import { tableById } from "@/cards/registry";
import type { Table } from "@/cards/tables/table";
import { pageProblems } from "@/cards/pageParameters";
import { type Viewed, viewedOf } from "@/cards/tables/viewed";
import {
  type ParsedSelection,
  parseSelection,
  type SearchParams,
  type Selection,
  type SelectionProblem,
} from "@/cards/selection/selection";
import { HttpError, parameterError } from "@/files/http/problem";

export interface Selected {
  readonly figures: Figures;
  readonly selection: Selection;
  /** The figures of the current record: differ from `figures` if the address asks for an earlier state. */
  readonly latest: Figures;
  /** The valid years of periods in an address. */
  readonly years: RecordYears | undefined;
}

export interface View extends Selected {
  readonly today: string;
  readonly viewed: Viewed;
}

export interface ViewProps<V extends View = View> {
  readonly view: V;
}

export interface PageProps<Params = object> {
  readonly params: Promise<Params>;
  readonly searchParams: Promise<SearchParams>;
}

/** Cached per request, so that a page's head and body show the same state. */
const figuresFor = cache((asOf: string | null, version: string | null, today: string) => figuresAt({ asOf, version }, today));

export async function openView({ searchParams }: Pick<PageProps, "searchParams">): Promise<View> {
  const params = await searchParams;
  const { selection, problems, figures, latest, years } = await readRequest(params);
  if (problems.length > 0) notFound();
  return { figures, selection, latest, years, today: todayUtc(), viewed: viewedOf(params) };
}

/** The same, with the page's own parameters. */
export const openWith =
  <Own extends object>(own: (params: SearchParams, view: View) => Own) =>
  async ({ searchParams }: PageProps): Promise<View & Own> => {
    const view = await openView({ searchParams });
    return { ...view, ...own(await searchParams, view) };
  };

export type PeriodProps = PageProps<{ readonly period: string }>;

export interface PeriodView extends View {
  readonly period: Period;
}

/** The view of a period's page, or the 404 page. */
export async function openPeriod({ params, searchParams }: PeriodProps): Promise<PeriodView> {
  const view = await openView({ searchParams });
  return { ...view, period: parseRecordPeriod((await params).period, view.years) ?? notFound() };
}

export type TableProps = PageProps<{ readonly table: string }>;

/** The view of a page about one table, with that table by its requested id; or the 404 page. */
export async function openTable({ params, searchParams }: TableProps): Promise<View & { readonly table: Table }> {
  const view = await openView({ searchParams });
  const { table: id } = await params;
  return { ...view, table: { ...(tableById(view, id) ?? notFound()), id } };
}

/** The selection with its errors, for pages that explain them. */
export async function readRequest(params: SearchParams): Promise<ParsedSelection & Selected> {
  const today = todayUtc();
  const latest = await figuresFor(null, null, today);
  if (!latest) throw new Error("The store has no record. Stop the server and run: npm start");
  const { selection, problems, years } = parseSelection(params, latest.record, today);
  const figures = await figuresFor(selection.asOf, selection.version, today);
  if (figures) return { selection, problems, years, latest, figures };
  const unknown = {
    parameter: "version",
    value: selection.version ?? "",
    expected: "a version of this record",
    choices: [latest.record.version.id],
  };
  return { selection: { ...selection, version: null }, problems: [...problems, unknown], years, latest, figures: latest };
}

/** Parses a page's address: the selection and the page's own parameters, with all invalid ones. */
export async function readPageAddress(address: string): ReturnType<typeof readRequest> {
  const [path = "", query] = address.split("?");
  const params = paramsOf(new URLSearchParams(query));
  const read = await readRequest(params);
  const own = pageProblems(path, params, read.figures);
  return { ...read, problems: [...read.problems, ...own] };
}

/** Parameters of a route besides the selection's, each with its values; the first is the default. */
type OwnParameters = Readonly<Record<string, readonly [string, ...string[]]>>;

type OwnValues<Own extends OwnParameters> = { readonly [Name in keyof Own]: Own[Name][number] };

/** The selection and own parameters of a file's address. Throws HttpError 400 that names every invalid value. */
export async function readFileRequest<Own extends OwnParameters>(
  request: Request,
  parameters: Own,
): Promise<Selected & { readonly own: OwnValues<Own> }> {
  const { searchParams } = new URL(request.url);
  // Forms send empty values; they mean the default.
  const written = (name: string): string | undefined => {
    const value = searchParams.get(name) ?? "";
    return value === "" ? undefined : value;
  };
  const wrong = Object.entries(parameters).flatMap(([parameter, choices]) => {
    const value = written(parameter);
    return value === undefined || choices.includes(value) ? [] : [{ parameter, value, expected: "one of", choices }];
  });
  const selected = await selectedBy(paramsOf(searchParams), wrong);
  const own = Object.fromEntries(Object.entries(parameters).map(([name, [first]]) => [name, written(name) ?? first]));
  return { ...selected, own: own as OwnValues<Own> };
}

/** The selection for some parameters. Throws HttpError 400 for invalid ones; `more` are errors found before. */
export async function selectedBy(params: SearchParams, more: readonly SelectionProblem[] = []): Promise<Selected> {
  const { selection, problems, figures, latest, years } = await readRequest(params);
  const all = [...problems, ...more];
  if (all.length > 0) throw new HttpError({ kind: "invalid-parameter", errors: all.map(parameterError) });
  return { figures, selection, latest, years };
}

/** The company in a path, or the 404 page. */
export const companyOr404 = (figures: Figures, id: string): Company =>
  figures.record.companies.find((company) => company.id === id) ?? notFound();

/** Converts search parameters to Next's format for pages: repeated ones are lists. */
export const paramsOf = (search: URLSearchParams): SearchParams =>
  Object.fromEntries(
    [...new Set(search.keys())].map((name) => {
      const values = search.getAll(name);
      return [name, values.length > 1 ? values : (values[0] ?? "")];
    }),
  );

export const parametersOf = (address: string): SearchParams => paramsOf(new URLSearchParams(address.split("?")[1] ?? ""));
