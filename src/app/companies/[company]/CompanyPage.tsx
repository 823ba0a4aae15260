/** Shared by the pages of one company: loading, breadcrumbs, heading, tabs, the form, and links to its neighbours by name. */
import type { ReactNode } from "react";
import { neighbours } from "@/cards/companies/companyPortrait";
import { companyAddress } from "@/cards/selection/address";
import { queryOf } from "@/cards/selection/selection";
import { type Company, shortName } from "@/domain/facts/company";
import { dayName } from "@/domain/shared/dayName";
import { addDays } from "@/domain/values/period";
import { RecordPage, type RecordPageProps } from "@/app/RecordPage";
import { companyOr404, openView, type PageProps, type View } from "@/app/request";
import { Neighbours, Tabs } from "@/site/links";

export type CompanyProps = PageProps<{ readonly company: string }>;

/** The input of a company's cards, with the page's selection. */
export interface CompanyView extends View {
  readonly company: Company;
}

/** The view of a company's page, or the 404 page. */
export async function openCompany({ params, searchParams }: CompanyProps): Promise<CompanyView> {
  const view = await openView({ searchParams });
  return { ...view, company: companyOr404(view.figures, (await params).company) };
}

const PLACES = {
  "": "What it mines, sells and holds",
  dollars: "Hashrate and dollars",
  ledger: "The books",
  facts: "Every figure",
};

type CompanyPlace = keyof typeof PLACES;

const pathOf = (company: Company, place: string): string => `/companies/${company.id}${place === "" ? "" : `/${place}`}`;

/** Address of one of the pages, without the selection's companies: the page shows one company. */
export const ownPath = ({ company, selection }: CompanyView, place: CompanyPlace, more: Readonly<Record<string, string>> = {}): string =>
  pathOf(company, place) + queryOf({ ...selection, companies: [] }, more);

interface CompanyPageProps extends Pick<RecordPageProps, "empty"> {
  readonly view: CompanyView;
  readonly place: CompanyPlace;
  readonly title: string;
  readonly standfirst: ReactNode;
  /** Whether the page has the selection form. */
  readonly form?: boolean;
  readonly children: ReactNode;
}

export function CompanyPage({ view, place, title, standfirst, form = false, empty, children }: CompanyPageProps) {
  const { selection, company } = view;
  const list = { label: "Companies", href: `/companies${queryOf({ ...selection, companies: [] })}` };
  const overview = { label: shortName(company), href: companyAddress(company.id, selection) };
  return (
    <RecordPage
      current="companies"
      view={view}
      path={pathOf(company, place)}
      crumbs={place === "" ? { places: [list], here: overview.label } : { places: [list, overview], here: PLACES[place] }}
      title={title}
      standfirst={
        <>
          {standfirst}
          {place !== "" && selection.asOf !== null && <p>As it was known on {dayName(selection.asOf)}.</p>}
        </>
      }
      between={<CompanyTabs view={view} current={place} />}
      empty={empty}
      {...(form && { form: { fields: FIELDS } })}
    >
      {children}
    </RecordPage>
  );
}

/** The companies selected elsewhere are kept in the address. */
const FIELDS = ["periodKind", "from", "to", "basis", "evidence", "asOf"] as const;

function CompanyTabs({ view: { selection, company, today }, current }: { readonly view: CompanyView; readonly current: CompanyPlace }) {
  const tabs = Object.entries(PLACES).map(([place, label]) => ({
    label,
    href: `${pathOf(company, place)}${queryOf(selection)}`,
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
