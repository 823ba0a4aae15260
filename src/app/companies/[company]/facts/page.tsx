/** Every figure of one company with its source, by year: chosen, agreeing, differing or superseded. */
import { shortName } from "@/domain/facts/company";
import { DataTable } from "@/site/DataTable";
import { Tabs } from "@/site/links";
import { EmptyState } from "@/site/notices";
import { historyCard } from "@/cards/companies/companyHistory";
import { companyAddress } from "@/cards/selection/address";
import { companyFacts, factsCard, factsOfYear, factsSentence, factYears } from "@/cards/companies/companyFacts";
import { ownValue } from "@/cards/selection/ownChoice";
import { shownFacts } from "@/cards/evidence/factTable";
import { withoutSources } from "@/cards/tables/viewed";
import { headOf } from "@/app/socialCard";
import { CardFrame } from "@/app/Card";
import { CompanyPage, type CompanyProps, type CompanyView, openCompany, ownPath } from "../CompanyPage";

async function open(props: CompanyProps) {
  const view = await openCompany(props);
  const years = factYears(view.figures, view.company);
  const asked = ownValue(await props.searchParams, "year");
  const year = years.find((known) => String(known) === asked) ?? years[0];
  const address = (of: number | undefined) => ownPath(view, "facts", of === undefined || of === years[0] ? {} : { year: String(of) });
  return { view, selection: view.selection, years, year, address };
}

export const generateMetadata = headOf(open, ({ view, year, address }) => {
  const { title, sentence } = factsCard.table(view);
  return { title, description: sentence, path: address(year), table: historyCard.table(view) };
});

export default async function FactsPage(props: CompanyProps) {
  const { view, years, year, address } = await open(props);
  const { figures, selection, company } = view;
  const name = shortName(company);
  const what = (
    <p>
      {factsSentence(company, companyFacts(figures, company))}
      {year !== undefined &&
        " The downloads have all of them, with the day on which each was retrieved and where to look for an archived copy."}
    </p>
  );
  return (
    <CompanyPage view={view} place="facts" title={`Every figure of ${name}`} standfirst={what}>
      <Tabs label="Years" tabs={years.map((of) => ({ label: String(of), href: address(of), current: of === year }))} />
      {year === undefined ? (
        <EmptyState sentence={`The record has no figure of ${name}.`} clearHref={companyAddress(company.id, selection)} clearLabel={name} />
      ) : (
        <YearOfFacts view={view} year={year} />
      )}
    </CompanyPage>
  );
}

function YearOfFacts({ view, year }: { readonly view: CompanyView; readonly year: number }) {
  const table = factsOfYear(view, year);
  return (
    <CardFrame view={view} table={table}>
      <DataTable table={withoutSources(shownFacts(table))} />
    </CardFrame>
  );
}
