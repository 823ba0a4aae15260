/**
 * One company: who it is, what it does now, and its figures over time, each traceable to its sources; word beside deed, and the books.
 */
import type { Metadata } from "next";
import { shortName } from "@/domain/company";
import { DataTable } from "@/ui/DataTable";
import { Crumbs } from "@/ui/links";
import { EmptyState } from "@/ui/notices";
import { PageFrame } from "@/ui/PageFrame";
import { PageHeading } from "@/ui/PageHeading";
import { SelectionForm } from "@/ui/SelectionForm";
import { Sentence } from "@/ui/Sentence";
import { companyAddress } from "@/view/address";
import { deedsTable, statementsTable } from "@/view/companyDeeds";
import { dollarsTable } from "@/view/companyDollars";
import { conflictsTable, restatementsTable } from "@/view/companyFacts";
import { hashrateTable } from "@/view/companyHashrate";
import { historyTable } from "@/view/companyHistory";
import { holdingsTable } from "@/view/companyHoldings";
import { companyPeriods } from "@/view/companyPeriods";
import { doesNow, portrait } from "@/view/companyPortrait";
import { selectionFields } from "@/view/form";
import { queryOf } from "@/view/selection";
import { plain } from "@/view/sentence";
import type { Table } from "@/view/table";
import { companyOr404, openView, type PageProps, type View } from "@/app/request";
import { TableCard } from "../TableCard";
import { ChartCard } from "./ChartCard";
import { Identity } from "./Identity";
import { CompanyNav } from "./CompanyNav";

type Props = PageProps<{ readonly company: string }>;

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { figures, selection } = await openView(searchParams);
  const company = companyOr404(figures, (await params).company);
  const words = doesNow(figures, selection, company);
  return {
    title: shortName(company),
    ...(words && { description: plain(words) }),
    alternates: { canonical: companyAddress(company.id, selection) },
  };
}

export default async function CompanyPage({ params, searchParams }: Props) {
  const view = await openView(searchParams);
  const { figures, selection, today } = view;
  const company = companyOr404(figures, (await params).company);
  const { periodKind, from, to, basis, evidence, asOf } = selectionFields(figures, selection, today);
  const address = `/companies/${company.id}`;
  const { panel } = selection;
  return (
    <PageFrame current="companies" version={figures.record.version}>
      <Crumbs places={[{ label: "Companies", href: `/companies${queryOf({ ...selection, companies: [] })}` }]} here={shortName(company)} />
      <PageHeading
        title={company.name}
        standfirst={portrait(figures, selection, company).map((words) => (
          <Sentence key={plain(words)} parts={words} />
        ))}
      />
      <Identity company={company} />
      <SelectionForm
        action={address}
        clearHref={address}
        {...{ periodKind, from, to, basis, evidence, asOf }}
        hidden={panel === "nasdaq" ? [] : [{ name: "panel", value: panel }]}
      />
      {companyPeriods(figures, selection, company).length === 0 ? (
        <EmptyState
          sentence={`The record has no figure of ${shortName(company)}${selection.asOf === null ? "" : " that was published by then"}.`}
          clearHref={address}
        />
      ) : (
        <Cards view={view} company={company} />
      )}
      <CompanyNav figures={figures} selection={selection} company={company} />
    </PageFrame>
  );
}

function Cards({ view, company }: { readonly view: View; readonly company: ReturnType<typeof companyOr404> }) {
  const { figures, selection } = view;
  const charts = [historyTable, holdingsTable, hashrateTable, dollarsTable].map((ask) => ask(figures, selection, company));
  const words = [deedsTable(figures, selection, company), statementsTable(figures, company)].filter((table) => table.rows.length > 0);
  const findings = [conflictsTable(figures, selection, company), restatementsTable(figures, selection, company)];
  return (
    <>
      <Contents tables={[...charts, ...words, ...findings]} company={company} query={queryOf({ ...selection, companies: [] })} />
      {charts.map((table) => (
        <ChartCard key={table.id} view={view} table={table} />
      ))}
      {[...words, ...findings].map((table) => (
        <TableCard key={table.id} view={view} table={table} marked={false}>
          {table.rows.length > 0 && <DataTable table={table} hiddenCaption />}
        </TableCard>
      ))}
    </>
  );
}

const WITHOUT_NAME = /^[^:]*: /;

/** What is on the page and on the pages below it. */
function Contents({
  tables,
  company,
  query,
}: {
  readonly tables: readonly Table[];
  readonly company: { readonly id: string };
  readonly query: string;
}) {
  const below = [
    { href: `/companies/${company.id}/ledger${query}`, label: "the books, month by month" },
    { href: `/companies/${company.id}/facts${query}`, label: "every figure with its source" },
  ];
  const here = tables.map((table) => ({ href: `#${table.id}`, label: table.title.replace(WITHOUT_NAME, "") }));
  return (
    <nav className="tabs small" aria-label="On this page">
      <ul>
        {[...here, ...below].map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label.charAt(0).toUpperCase() + label.slice(1)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
