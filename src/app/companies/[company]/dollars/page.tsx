/**
 * One company's machines and money: hashrate and bitcoin per EH/s, what its sales brought and what its holdings were worth.
 */
import type { Metadata } from "next";
import { shortName } from "@/domain/company";
import { Crumbs } from "@/site/links";
import { EmptyState } from "@/site/notices";
import { PageHeading } from "@/site/PageHeading";
import { companyAddress } from "@/cards/selection/address";
import { dollarsSentence, dollarsCard } from "@/cards/companies/companyDollars";
import { hashrateSentence, hashrateCard } from "@/cards/companies/companyHashrate";
import { companyPeriods } from "@/cards/companies/companyPeriods";
import { queryOf } from "@/cards/selection/selection";
import { dayName } from "@/domain/dayName";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { companyOr404, openView, type PageProps } from "@/app/request";
import { sharedAs } from "@/app/socialCard";
import { CompanyForm } from "../CompanyForm";
import { CompanyTabs } from "../CompanyNav";

type Props = PageProps<{ readonly company: string }>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { figures, selection } = await openView(searchParams);
  const company = companyOr404(figures, (await params).company);
  const words = dollarsSentence(figures, selection, company) ?? hashrateSentence(figures, selection, company);
  return {
    title: `${shortName(company)}: hashrate and dollars`,
    ...(words !== undefined && { description: words }),
    ...sharedAs(
      `/companies/${company.id}/dollars${queryOf({ ...selection, companies: [] })}`,
      dollarsCard.table({ figures, selection, company }),
      selection,
    ),
  };
}

export default async function DollarsPage({ params, searchParams }: Props) {
  const view = await openView(searchParams);
  const { figures, selection } = view;
  const company = companyOr404(figures, (await params).company);
  const address = `/companies/${company.id}/dollars`;
  const places = [
    { label: "Companies", href: `/companies${queryOf({ ...selection, companies: [] })}` },
    { label: shortName(company), href: companyAddress(company.id, selection) },
  ];
  return (
    <RecordPage current="companies" view={view} plainHref={address}>
      <Crumbs places={places} here="Hashrate and dollars" />
      <PageHeading
        title={`${shortName(company)}: hashrate and dollars`}
        standfirst={
          <>
            <p>
              Bitcoin per EH/s is what was produced, divided by the average hashrate; where that is not known, by the hashrate deployed.
            </p>
            {selection.asOf !== null && <p>As it was known on {dayName(selection.asOf)}.</p>}
          </>
        }
      />
      <CompanyTabs today={view.today} selection={selection} company={company} current="dollars" />
      <CompanyForm view={view} action={address} />
      {companyPeriods(figures, selection, company).length === 0 ? (
        <EmptyState sentence={`The record has no figure of ${shortName(company)}.`} clearHref={address} />
      ) : (
        [hashrateCard, dollarsCard].map((one) => (
          <Card key={one.id} view={view} table={one.table({ figures, selection, company })} sourcesBehind />
        ))
      )}
    </RecordPage>
  );
}
