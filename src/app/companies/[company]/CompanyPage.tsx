/**
 * What the pages of one company share: how they are opened, their crumbs, heading and tabs, the selection where a page has its form, and the
 * ways to the companies before and after it by name. The selection goes along everywhere.
 */
import type { ReactNode } from "react";
import { neighbours } from "@/cards/companies/companyPortrait";
import { companyAddress } from "@/cards/selection/address";
import { selectionFields } from "@/cards/selection/form";
import { queryOf, type Selection } from "@/cards/selection/selection";
import type { Table } from "@/cards/table";
import { type Company, shortName } from "@/domain/company";
import { dayName } from "@/domain/dayName";
import { addDays } from "@/domain/period";
import { RecordPage } from "@/app/RecordPage";
import { companyOr404, openView, type PageProps, type View } from "@/app/request";
import { SelectionBar } from "@/app/SelectionBar";
import { Crumbs, Neighbours, Tabs } from "@/site/links";
import { PageHeading } from "@/site/PageHeading";

export type CompanyProps = PageProps<{ readonly company: string }>;

/** What is asked of a company's cards, as a page was asked. */
export interface CompanyView extends View {
  readonly company: Company;
}

/** The view of a company's page, or the 404 page. */
export async function openCompany({ params, searchParams }: CompanyProps): Promise<CompanyView> {
  const view = await openView(searchParams);
  return { ...view, company: companyOr404(view.figures, (await params).company) };
}

/** Whether a table has a figure to draw. */
export const hasFigure = ({ rows, columns }: Table): boolean =>
  rows.some(({ cells }) => columns.some(({ key }) => cells[key]?.kind === "value"));

/** The selection without companies: a page of one company shows one. */
export const ownQuery = (selection: Selection, more: Readonly<Record<string, string>> = {}): string =>
  queryOf({ ...selection, companies: [] }, more);

const PLACES = [
  { place: "", label: "What it mines, sells and holds" },
  { place: "dollars", label: "Hashrate and dollars" },
  { place: "ledger", label: "The books" },
  { place: "facts", label: "Every figure" },
] as const;

type CompanyPlace = (typeof PLACES)[number]["place"];

export interface CompanyPageProps {
  readonly view: CompanyView;
  readonly place: CompanyPlace;
  readonly title: string;
  readonly standfirst: ReactNode;
  /** The page has the form of the selection. */
  readonly form?: boolean;
  readonly children: ReactNode;
}

export function CompanyPage({ view, place, title, standfirst, form = false, children }: CompanyPageProps) {
  const { selection, company } = view;
  const path = `/companies/${company.id}${place === "" ? "" : `/${place}`}`;
  const list = { label: "Companies", href: `/companies${ownQuery(selection)}` };
  const overview = { label: shortName(company), href: companyAddress(company.id, selection) };
  return (
    <RecordPage current="companies" view={view} plainHref={path} formless={!form}>
      {place === "" ? (
        <Crumbs places={[list]} here={overview.label} />
      ) : (
        <Crumbs places={[list, overview]} here={PLACES.find((one) => one.place === place)?.label ?? ""} />
      )}
      <PageHeading
        title={title}
        standfirst={
          <>
            {standfirst}
            {place !== "" && selection.asOf !== null && <p>As it was known on {dayName(selection.asOf)}.</p>}
          </>
        }
      />
      <CompanyTabs view={view} current={place} />
      {form && <CompanyForm view={view} action={path} />}
      {children}
    </RecordPage>
  );
}

/** Periods, range, basis, evidence and day; which companies are asked for elsewhere is carried along. */
function CompanyForm({ view, action }: { readonly view: View; readonly action: string }) {
  const { periodKind, from, to, basis, evidence, asOf } = selectionFields(view.figures, view.selection, view.today);
  return <SelectionBar view={view} action={action} {...{ periodKind, from, to, basis, evidence, asOf }} />;
}

function CompanyTabs({ view: { selection, company, today }, current }: { readonly view: CompanyView; readonly current: CompanyPlace }) {
  const query = queryOf(selection);
  const tabs = PLACES.map(({ place, label }) => ({
    label,
    href: `/companies/${company.id}${place === "" ? "" : `/${place}`}${query}`,
    current: place === current,
  }));
  const since = selection.asOf === null && selection.version === null ? { ...selection, asOf: addDays(today, -365) } : selection;
  const changes = { label: "What changed", href: `/changes/since${queryOf({ ...since, companies: [company.id] })}`, current: false };
  return <Tabs label={`Pages of ${shortName(company)}`} tabs={[...tabs, changes]} />;
}

export function CompanyNav({ view: { figures, selection, company } }: { readonly view: CompanyView }) {
  const { previous, next } = neighbours(figures, company);
  const place = (one: Company | undefined) => one && { label: shortName(one), href: companyAddress(one.id, selection) };
  return <Neighbours label="Neighbouring companies" previous={place(previous)} next={place(next)} />;
}
