/** One company's machines and money: hashrate, bitcoin per EH/s, proceeds of sales and value of holdings. */
import { shortName } from "@/domain/facts/company";
import { dollarsSentence, dollarsCard } from "@/cards/companies/companyDollars";
import { hashrateSentence, hashrateCard } from "@/cards/companies/companyHashrate";
import { hasFigure } from "@/cards/tables/viewed";
import { Card } from "@/app/Card";
import { headOf } from "@/app/socialCard";
import { CompanyPage, type CompanyProps, openCompany, ownPath } from "../CompanyPage";

export const generateMetadata = headOf(openCompany, (view) => ({
  title: `${shortName(view.company)}: hashrate and dollars`,
  description: dollarsSentence(view) ?? hashrateSentence(view),
  path: ownPath(view, "dollars"),
  table: dollarsCard.table(view),
}));

export default async function DollarsPage(props: CompanyProps) {
  const view = await openCompany(props);
  const name = shortName(view.company);
  const tables = [hashrateCard, dollarsCard].map((one) => one.table(view));
  const what = (
    <p>Bitcoin per EH/s is what was produced, divided by the average hashrate; where that is not known, by the hashrate deployed.</p>
  );
  return (
    <CompanyPage
      view={view}
      place="dollars"
      title={`${name}: hashrate and dollars`}
      standfirst={what}
      empty={tables.some(hasFigure) ? undefined : `The record has no figure of ${name} in the chosen range.`}
      form
    >
      {tables.map((table) => (
        <Card key={table.id} view={view} table={table} sourcesBehind />
      ))}
    </CompanyPage>
  );
}
