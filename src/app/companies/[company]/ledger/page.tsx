/**
 * The books of one company, newest month first: what its own disclosures leave unexplained, and which months cannot be closed.
 */
import type { Metadata } from "next";
import { historyCard } from "@/cards/companies/companyHistory";
import { withoutSources } from "@/cards/words/withoutSources";
import { shortName } from "@/domain/company";
import { DataTable } from "@/site/DataTable";
import { Crumbs } from "@/site/links";
import { PageHeading } from "@/site/PageHeading";
import { companyAddress } from "@/cards/selection/address";
import { ledgerSentence, ledgerCard } from "@/cards/companies/companyLedger";
import { queryOf } from "@/cards/selection/selection";
import { dayName } from "@/domain/dayName";
import { RecordPage } from "@/app/RecordPage";
import { companyOr404, openView, type PageProps } from "@/app/request";
import { sharedAs } from "@/app/socialCard";
import { TableCard } from "../../TableCard";
import { CompanyTabs } from "../CompanyNav";

type Props = PageProps<{ readonly company: string }>;

async function open({ params, searchParams }: Props) {
  const view = await openView(searchParams);
  const company = companyOr404(view.figures, (await params).company);
  const query = queryOf({ ...view.selection, companies: [] });
  return { view, company, query };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { view, company, query } = await open(props);
  return {
    title: `${shortName(company)}: the books`,
    description: ledgerSentence(view.figures, view.selection, company),
    ...sharedAs(
      `/companies/${company.id}/ledger${query}`,
      historyCard.table({ figures: view.figures, selection: view.selection, company }),
      view.selection,
    ),
  };
}

export default async function LedgerPage(props: Props) {
  const { view, company, query } = await open(props);
  const { figures, selection } = view;
  const table = ledgerCard.table({ figures, selection, company });
  const places = [
    { label: "Companies", href: `/companies${query}` },
    { label: shortName(company), href: companyAddress(company.id, selection) },
  ];
  return (
    <RecordPage current="companies" view={view} plainHref={`/companies/${company.id}/ledger`} formless>
      <Crumbs places={places} here="The books" />
      <PageHeading
        title={`The books of ${shortName(company)}`}
        standfirst={
          <>
            <p>Held before, plus produced and purchased, less sold, should be what is held after. What is left over is unexplained.</p>
            {selection.asOf !== null && <p>As it was known on {dayName(selection.asOf)}.</p>}
          </>
        }
      />
      <CompanyTabs today={view.today} selection={selection} company={company} current="ledger" />
      <TableCard view={view} table={table}>
        {table.rows.length > 0 && <DataTable table={withoutSources(table)} hiddenCaption />}
      </TableCard>
    </RecordPage>
  );
}
