/** The books of one company, newest month first: unexplained amounts, and months that cannot be closed. */
import { historyCard } from "@/cards/companies/companyHistory";
import { ledgerCard } from "@/cards/evidence/books";
import { withoutSources } from "@/cards/tables/viewed";
import { shortName } from "@/domain/facts/company";
import { headOf } from "@/app/socialCard";
import { DataTable } from "@/site/DataTable";
import { CardFrame } from "@/app/Card";
import { EvidenceKey } from "@/site/EvidenceKey";
import { CompanyPage, type CompanyProps, openCompany, ownPath } from "../CompanyPage";

export const generateMetadata = headOf(openCompany, (view) => ({
  title: `${shortName(view.company)}: the books`,
  description: ledgerCard.table(view).sentence,
  path: ownPath(view, "ledger"),
  table: historyCard.table(view),
}));

export default async function LedgerPage(props: CompanyProps) {
  const view = await openCompany(props);
  const table = ledgerCard.table(view);
  const what = <p>Held before, plus produced and purchased, less sold, should be what is held after. What is left over is unexplained.</p>;
  return (
    <CompanyPage view={view} place="ledger" title={`The books of ${shortName(view.company)}`} standfirst={what}>
      <CardFrame view={view} table={table} legend={<EvidenceKey as="marks" />}>
        {table.rows.length > 0 && <DataTable table={withoutSources(table)} />}
      </CardFrame>
    </CompanyPage>
  );
}
