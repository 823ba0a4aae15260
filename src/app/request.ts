/**
 * From a request to what every page needs: the selection that its address makes, and the figures as known on the day it asks for.
 * An address that names nothing ends here, with a 404 page that lists the nearest choices (see not-found.tsx).
 */
import { notFound } from "next/navigation";
import type { Company } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import type { Period } from "@/domain/period";
import { type FiguresOfState, stateAt, todayUtc } from "@/cards/stateAt";
import { parseRecordPeriod, parseRecordSlug, type RecordYears } from "@/cards/selection/recordYears";
import { type Viewed, viewedOf } from "@/cards/viewed";
import { type ParsedSelection, parseSelection, type SearchParams, type Selection } from "@/cards/selection/selection";

export interface View {
  readonly figures: Figures;
  readonly selection: Selection;
  /** The figures of today's record: others than `figures` where the address asks for an earlier state. */
  readonly latest: Figures;
  readonly today: string;
  /** The years that periods in an address may name. */
  readonly years: RecordYears | undefined;
  /** How the page's cards are looked at. */
  readonly viewed: Viewed;
}

/** Props of a page with search parameters. */
export interface PageProps<Params = object> {
  readonly params: Promise<Params>;
  readonly searchParams: Promise<SearchParams>;
}

export async function openView(searchParams: Promise<SearchParams>): Promise<View> {
  const params = await searchParams;
  const { selection, problems, figures, latest, years } = await readRequest(params);
  if (problems.length > 0) notFound();
  return { figures, selection, latest, years, today: todayUtc(), viewed: viewedOf(params) };
}

/** The same without the 404: for whoever answers an address that is not understood with words (the 404 page, the API). */
export async function readRequest(params: SearchParams): Promise<ParsedSelection & FiguresOfState & Pick<View, "latest">> {
  const today = todayUtc();
  const now = await stateAt({ asOf: null, version: null }, today);
  if (!now) throw new Error("The store has no record. Stop the server and run: npm start");
  const { selection, problems, years } = parseSelection(params, now.figures.record);
  const found = selection.asOf === null && selection.version === null ? now : await stateAt(selection, today);
  const latest = now.figures;
  if (found) return { selection, problems, years, latest, ...found };
  const unknown = {
    parameter: "version",
    value: selection.version ?? "",
    expected: "a version of this record",
    choices: [now.figures.record.version.id],
  };
  return { selection: { ...selection, version: null }, problems: [...problems, unknown], years, latest, ...now };
}

/** The company that a path names, or the 404 page. */
export function companyOr404(figures: Figures, id: string): Company {
  return figures.record.companies.find((company) => company.id === id) ?? notFound();
}

/** The month, quarter or year that a path names, or the 404 page: one of the record's years. */
export function periodOr404(text: string, { years }: Pick<View, "years">): Period {
  return parseRecordPeriod(text, years) ?? notFound();
}

/** The same for periods of any kind ("2026-01--2026-06" is a span), as the page of one figure takes them. */
export function anyPeriodOr404(slug: string, { years }: Pick<View, "years">): Period {
  return parseRecordSlug(slug, years) ?? notFound();
}

/** The search parameters of an address as text, as a page gets them. */
export function parametersOf(address: string): SearchParams {
  const query = new URLSearchParams(address.split("?")[1] ?? "");
  return Object.fromEntries([...new Set(query.keys())].map((name) => [name, query.getAll(name)]));
}
