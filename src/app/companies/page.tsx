/** The companies: identity, stance and coverage of each; filtered and sorted by address alone. */
import { companySparks, type Spark } from "@/cards/charts/companySparks";
import { CardFrame, FirstOf } from "@/app/Card";
import { DataTable } from "@/site/DataTable";
import { EvidenceKey } from "@/site/EvidenceKey";
import { companiesCard, companySummaries, sparksCard } from "@/cards/companies/companies";
import {
  chosenCompanies,
  companiesAddress,
  companiesFields,
  companiesSorting,
  type CompaniesQuery,
  isFiltered,
  parseCompanies,
} from "@/cards/companies/companiesQuery";
import { companiesSentence, filterWords } from "@/cards/companies/companiesWords";
import type { Table } from "@/cards/tables/table";
import { tablePageAddress } from "@/cards/selection/address";
import { firstRows, MOST_SHOWN, sorted, type TableSorting } from "@/cards/tables/viewed";
import { companyId } from "@/domain/facts/company";
import { dayName } from "@/domain/shared/dayName";
import { RecordPage } from "@/app/RecordPage";
import { openWith, type PageProps, type View } from "@/app/request";
import { headOf } from "@/app/socialCard";

const open = openWith((params, { figures }) => ({ query: parseCompanies(params, figures).query }));

export const generateMetadata = headOf(open, (view) => ({
  title: "Companies",
  description: companiesSentence(companySummaries(view)),
  path: companiesAddress(view.query, view.selection),
}));

export default async function CompaniesPage(props: PageProps) {
  const view = await open(props);
  const { figures, selection, query } = view;
  const all = companySummaries(view);
  const unsorted = companiesCard.tableOf(view, chosenCompanies(figures, all, query));
  const sorting = companiesSorting(unsorted, view.viewed.sorting);
  const table = sorted(unsorted, sorting);
  return (
    <RecordPage
      current="companies"
      view={view}
      path="/companies"
      title="Companies"
      standfirst={
        <>
          <p>{companiesSentence(all)}</p>
          {selection.asOf !== null && <p>As it was known on {dayName(selection.asOf)}: what was published later is left out.</p>}
        </>
      }
      form={{ fields: ["evidence", "asOf"], extra: companiesFields(figures, query, table, sorting) }}
      empty={table.rows.length > 0 ? undefined : `There is no company ${filterWords(query)}.`}
    >
      <List view={view} query={query} table={table} sorting={sorting} />
    </RecordPage>
  );
}

interface ListProps {
  readonly view: View;
  readonly query: CompaniesQuery;
  readonly table: Table;
  readonly sorting: TableSorting;
}

function List({ view, query, table, sorting }: ListProps) {
  const { figures, selection, viewed } = view;
  const companies = table.rows.flatMap(({ key }) => figures.company(companyId(key)) ?? []);
  const sparks = sparksCard.tableOf(
    view,
    companies.slice(0, MOST_SHOWN).map((company) => ({ company })),
  );
  const part = firstRows(table, MOST_SHOWN);
  // A filtered list is downloaded as a hand-picked selection.
  const taken = isFiltered(query) ? { ...view, selection: { ...selection, companies: companies.map(({ id }) => id) } } : view;
  return (
    <>
      <CardFrame view={taken} table={sparks}>
        <SparkGrid sparks={companySparks(sparks)} />
      </CardFrame>
      <CardFrame
        view={taken}
        {...{ table, part }}
        legend={<EvidenceKey as="marks" />}
        {...(isFiltered(query) && { sentence: <p>Only companies {filterWords(query)}.</p> })}
      >
        {/* All rows are visible without inner scrolling: the page is short enough. */}
        <div className="[&_.data_:is(th,td)]:px-2 [&_.data_:is(th,td):first-child]:pl-0 [&_.table-region]:max-h-none [&_td:nth-child(3)]:min-w-28">
          <DataTable table={part} sortHref={(column) => viewed.sortHref(table, column, sorting)} sorting={sorting} />
        </div>
        <FirstOf shown={part.rows.length} all={table.rows.length} what="companies" href={tablePageAddress(table.id, taken.selection)} />
      </CardFrame>
    </>
  );
}

/** The small multiples, each a link to its company, on shared axes. The text below repeats what the drawing shows, for accessibility. */
const SparkGrid = ({ sparks }: { readonly sparks: readonly Spark[] }) => (
  <ul className="grid grid-cols-2 gap-x-6 gap-y-5 sm:grid-cols-3 lg:grid-cols-4">
    {sparks.map((spark) => (
      <li key={spark.key}>
        <a href={spark.href} className="block no-underline hover:underline">
          <span className="block text-sm font-semibold">{spark.name}</span>
          <span className="chart block" dangerouslySetInnerHTML={{ __html: spark.svg }} />
          <span className="small block text-ink-muted">{spark.latest}</span>
        </a>
      </li>
    ))}
  </ul>
);
