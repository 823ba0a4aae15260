/**
 * Every figure of one company with its source, a year at a time: what was chosen, what agrees, what differs, what was replaced.
 */
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { type Company, shortName } from "@/domain/company";
import { DataTable } from "@/site/DataTable";
import { Crumbs, Tabs } from "@/site/links";
import { EmptyState } from "@/site/notices";
import { PageHeading } from "@/site/PageHeading";
import { historyCard } from "@/cards/companies/companyHistory";
import { companyAddress } from "@/cards/selection/address";
import { companyFacts, factsCard, factsOfYear, factsSentence, factYears } from "@/cards/companies/companyFacts";
import { queryOf } from "@/cards/selection/selection";
import { shownFacts } from "@/cards/evidence/explanation";
import { withoutSources } from "@/cards/words/withoutSources";
import { dayName } from "@/domain/dayName";
import { RecordPage } from "@/app/RecordPage";
import { companyOr404, openView, type PageProps, type View } from "@/app/request";
import { sharedAs } from "@/app/socialCard";
import { TableCard } from "../../TableCard";
import { CompanyTabs } from "../CompanyNav";

type Props = PageProps<{ readonly company: string }>;

async function open({ params, searchParams }: Props) {
  const view = await openView(searchParams);
  const company = companyOr404(view.figures, (await params).company);
  const years = factYears(view.figures, company);
  const asked = (await searchParams)["year"];
  const year = asked === undefined || asked === "" ? years[0] : years.find((known) => String(known) === asked);
  if (year === undefined && years.length > 0) notFound();
  const address = (of: number | undefined) =>
    `/companies/${company.id}/facts${queryOf({ ...view.selection, companies: [] }, of === undefined || of === years[0] ? {} : { year: String(of) })}`;
  return { view, company, years, year, address };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, company, year, address } = await open(props);
  const table = factsCard.table({ ...view, company });
  return {
    title: table.title,
    ...(table.sentence !== undefined && { description: table.sentence }),
    ...sharedAs(address(year), historyCard.table({ figures: view.figures, selection: view.selection, company }), view.selection),
  };
}

export default async function FactsPage(props: Props) {
  const { view, company, years, year, address } = await open(props);
  const { figures, selection } = view;
  const name = shortName(company);
  const all = factsSentence(company, companyFacts(figures, company));
  const places = [
    { label: "Companies", href: `/companies${queryOf({ ...selection, companies: [] })}` },
    { label: name, href: companyAddress(company.id, selection) },
  ];
  return (
    <RecordPage current="companies" view={view} plainHref={`/companies/${company.id}/facts`} formless>
      <Crumbs places={places} here="Every figure" />
      <PageHeading
        title={`Every figure of ${name}`}
        standfirst={
          <>
            <p>{all} The downloads have all of them, with the day on which each was retrieved and where to look for an archived copy.</p>
            {selection.asOf !== null && <p>As it was known on {dayName(selection.asOf)}.</p>}
          </>
        }
      />
      <CompanyTabs today={view.today} selection={selection} company={company} current="facts" />
      <Tabs label="Years" tabs={years.map((of) => ({ label: String(of), href: address(of), current: of === year }))} />
      {year === undefined ? (
        <EmptyState sentence={`The record has no figure of ${name}.`} clearHref={companyAddress(company.id, selection)} clearLabel={name} />
      ) : (
        <YearOfFacts view={view} company={company} year={year} />
      )}
    </RecordPage>
  );
}

function YearOfFacts({ view, company, year }: { readonly view: View; readonly company: Company; readonly year: number }) {
  const table = factsOfYear(view, company, year);
  return (
    <TableCard view={view} table={table} marked={false}>
      <DataTable table={withoutSources(shownFacts(table))} hiddenCaption />
    </TableCard>
  );
}
