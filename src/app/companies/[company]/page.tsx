/**
 * One company: who it is, what it does now, and its figures over time, each traceable to its sources; word beside deed, and the books.
 */
import { Fragment } from "react";
import type { Metadata } from "next";
import { type Company, shortName } from "@/domain/company";
import { DataTable } from "@/site/DataTable";
import { Crumbs } from "@/site/links";
import { EmptyState } from "@/site/notices";
import { PageHeading } from "@/site/PageHeading";
import { Sentence } from "@/site/Sentence";
import { companyAddress } from "@/cards/selection/address";
import { deedsCard, statementsCard } from "@/cards/companies/companyDeeds";
import { dollarsSentence } from "@/cards/companies/companyDollars";
import { companyConflictsCard, companyCorrectionsCard, companyRestatementsCard } from "@/cards/companies/companyFacts";
import { hashrateSentence } from "@/cards/companies/companyHashrate";
import { historyCard } from "@/cards/companies/companyHistory";
import { holdingsCard } from "@/cards/companies/companyHoldings";
import { holdingsChangeCard } from "@/cards/companies/companyHoldingsChange";
import { companyPeriods } from "@/cards/companies/companyPeriods";
import { doesNow, portrait } from "@/cards/companies/companyPortrait";
import { queryOf } from "@/cards/selection/selection";
import { plain } from "@/cards/words/sentence";
import type { Table } from "@/cards/table";
import { capitalized } from "@/cards/words/phrases";
import { Card } from "@/app/Card";
import { RecordPage } from "@/app/RecordPage";
import { companyOr404, openView, type PageProps, type View } from "@/app/request";
import { sharedAs } from "@/app/socialCard";
import { TableCard } from "../TableCard";
import { CompanyForm } from "./CompanyForm";
import { Identity } from "./Identity";
import { CompanyNav, CompanyTabs } from "./CompanyNav";

type Props = PageProps<{ readonly company: string }>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { figures, selection } = await openView(searchParams);
  const company = companyOr404(figures, (await params).company);
  const words = doesNow(figures, selection, company);
  return {
    title: shortName(company),
    ...(words && { description: plain(words) }),
    ...sharedAs(companyAddress(company.id, selection), historyCard.table({ figures, selection, company }), selection),
  };
}

export default async function CompanyPage({ params, searchParams }: Props) {
  const view = await openView(searchParams);
  const { figures, selection } = view;
  const company = companyOr404(figures, (await params).company);
  const address = `/companies/${company.id}`;
  const [first] = portrait(figures, selection, company);
  return (
    <RecordPage current="companies" view={view} plainHref={address}>
      <link
        rel="alternate"
        type="application/atom+xml"
        title={`Sellthrough: news of ${shortName(company)}`}
        href={`/feeds/${company.id}.atom`}
      />
      <Crumbs places={[{ label: "Companies", href: `/companies${queryOf({ ...selection, companies: [] })}` }]} here={shortName(company)} />
      <PageHeading title={company.name} standfirst={first && <Sentence parts={first} />} />
      <CompanyTabs today={view.today} selection={selection} company={company} current="" />
      <CompanyForm view={view} action={address} />
      {companyPeriods(figures, selection, company).length === 0 ? (
        <>
          <EmptyState
            sentence={`The record has no figure of ${shortName(company)}${selection.asOf === null ? "" : " that was published by then"}.`}
            clearHref={address}
          />
          <WhoItIs view={view} company={company} />
        </>
      ) : (
        <Cards view={view} company={company} />
      )}
      <CompanyNav figures={figures} selection={selection} company={company} />
    </RecordPage>
  );
}

interface CardsProps {
  readonly view: View;
  readonly company: Company;
}

function Cards({ view, company }: CardsProps) {
  const { figures, selection } = view;
  const charts = [historyCard, holdingsCard, holdingsChangeCard].map((one) => one.table({ figures, selection, company }));
  const words = [deedsCard.table({ figures, selection, company }), statementsCard.table({ figures, selection, company })].filter(
    (table) => table.rows.length > 0,
  );
  const findings = [companyConflictsCard, companyRestatementsCard, companyCorrectionsCard].map((one) =>
    one.table({ figures, selection, company }),
  );
  return (
    <>
      {charts.map((table, at) => (
        <Fragment key={table.id}>
          <Card view={view} table={table} sourcesBehind />
          {at === 0 && (
            <>
              <WhoItIs view={view} company={company} />
              <Contents tables={[...charts, ...words, ...findings]} />
            </>
          )}
        </Fragment>
      ))}
      <More view={view} company={company} />
      {[...words, ...findings].map((table) => (
        <TableCard key={table.id} view={view} table={table} marked={false}>
          {table.rows.length > 0 && <DataTable table={table} hiddenCaption />}
        </TableCard>
      ))}
    </>
  );
}

/** The rest of the portrait, which the first chart goes before, and what the record notes of the company. */
function WhoItIs({ view: { figures, selection }, company }: CardsProps) {
  const [, ...others] = portrait(figures, selection, company);
  return (
    <>
      {others.length > 0 && (
        <div className="standfirst">
          {others.map((words) => (
            <Sentence key={plain(words)} parts={words} />
          ))}
        </div>
      )}
      <Identity company={company} />
    </>
  );
}

const WITHOUT_NAME = /^[^:]*: /;

/** What is on the page. */
function Contents({ tables }: { readonly tables: readonly Table[] }) {
  return (
    <nav className="tabs small" aria-label="On this page">
      <ul>
        {tables.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{capitalized(title.replace(WITHOUT_NAME, ""))}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Hashrate and dollars in a sentence each; their charts are a page of their own, to keep this one light. */
function More({ view: { figures, selection }, company }: CardsProps) {
  const sentences = [hashrateSentence(figures, selection, company), dollarsSentence(figures, selection, company)];
  const known = sentences.filter((words) => words !== undefined);
  if (known.length === 0) return null;
  return (
    <section className="fig" aria-labelledby="more-title">
      <h2 className="fig-title" id="more-title">
        <a href={`/companies/${company.id}/dollars${queryOf({ ...selection, companies: [] })}`}>Hashrate and dollars</a>
      </h2>
      {known.map((words) => (
        <p key={words} className="fig-sentence">
          {words}
        </p>
      ))}
      <p className="small">
        <a href={`/companies/${company.id}/dollars${queryOf({ ...selection, companies: [] })}`}>Charts and tables of both</a>
      </p>
    </section>
  );
}
