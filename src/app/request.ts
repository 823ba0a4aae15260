/**
 * From a request to what every page needs: the selection that its address makes, and the figures as known on the day it asks for.
 * An address that names nothing ends here, with a 404 page that lists the nearest choices (see not-found.tsx).
 */
import { notFound } from "next/navigation";
import type { Company } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { parsePeriod, type Period } from "@/domain/period";
import { currentFigures, todayUtc } from "@/view/record";
import { type ParsedSelection, parseSelection, type SearchParams, type Selection } from "@/view/selection";

export interface View {
  readonly figures: Figures;
  readonly selection: Selection;
  readonly today: string;
}

/** Props of a page with search parameters. */
export interface PageProps<Params = object> {
  readonly params: Promise<Params>;
  readonly searchParams: Promise<SearchParams>;
}

export async function openView(searchParams: Promise<SearchParams>): Promise<View> {
  const { selection, problems, figures } = await readRequest(await searchParams);
  if (problems.length > 0) notFound();
  return { figures, selection, today: todayUtc() };
}

/** The same without the 404: for the 404 page itself, which says what was not understood. */
export async function readRequest(params: SearchParams): Promise<ParsedSelection & { readonly figures: Figures }> {
  const today = todayUtc();
  const now = await currentFigures(null, today);
  const parsed = parseSelection(params, now.record);
  const { asOf } = parsed.selection;
  return { ...parsed, figures: asOf === null ? now : await currentFigures(asOf, today) };
}

/** The company that a path names, or the 404 page. */
export function companyOr404(figures: Figures, id: string): Company {
  return figures.record.companies.find((company) => company.id === id) ?? notFound();
}

/** The period that a path names, or the 404 page. */
export function periodOr404(text: string): Period {
  return parsePeriod(text) ?? notFound();
}
