/** One company: identity, current stance, its figures over time with their sources, its policy beside its stance, and the books. */
import { type Company, secNumbersOf, shortName } from "@/domain/facts/company";
import { dayName } from "@/domain/shared/dayName";
import { CALENDAR_KINDS, type Day } from "@/domain/values/period";
import type { AskedCompany } from "@/cards/asked";
import { DataTable } from "@/site/DataTable";
import { LinkItems } from "@/site/links";
import { EmptyState } from "@/site/notices";
import { Sentence, Sentences } from "@/site/Sentence";
import { companyAddress } from "@/cards/selection/address";
import { agreementCard, statementsCard } from "@/cards/companies/companyPolicy";
import { dollarsSentence } from "@/cards/companies/companyDollars";
import { companyConflictsCard, companyCorrectionsCard, companyRestatementsCard } from "@/cards/companies/companyFacts";
import { hashrateSentence } from "@/cards/companies/companyHashrate";
import { historyCard } from "@/cards/companies/companyHistory";
import { holdingsCard, holdingsChangeCard } from "@/cards/companies/companyHoldings";
import { doesNow, formerNameLines, listingLines, portrait, secAddress } from "@/cards/companies/companyPortrait";
import type { Table } from "@/cards/tables/table";
import { hasFigure } from "@/cards/tables/viewed";
import { capitalized } from "@/cards/words/phrases";
import { Card, CardFrame } from "@/app/Card";
import type { ViewProps } from "@/app/request";
import { headOf } from "@/app/socialCard";
import { CompanyNav, CompanyPage, type CompanyProps, type CompanyView, openCompany, ownPath } from "./CompanyPage";

export const generateMetadata = headOf(openCompany, (view) => ({
  title: shortName(view.company),
  description: doesNow(view),
  path: companyAddress(view.company.id, view.selection),
  table: historyCard.table(view),
}));

export default async function OneCompanyPage(props: CompanyProps) {
  const view = await openCompany(props);
  const { company } = view;
  const name = shortName(company);
  const [first] = portrait(view);
  const charts = chartsOf(view);
  return (
    <CompanyPage view={view} place="" title={company.name} standfirst={first && <Sentence parts={first} />} form>
      <link rel="alternate" type="application/atom+xml" title={`Sellthrough: news of ${name}`} href={`/feeds/${company.id}.atom`} />
      <Cards view={view} charts={charts.some(hasFigure) ? charts : []} />
      <CompanyNav view={view} />
    </CompanyPage>
  );
}

const chartsOf = (asked: AskedCompany): Table[] => [historyCard, holdingsCard, holdingsChangeCard].map((one) => one.table(asked));

/** Says that there is nothing to draw, and leads to the longer periods in which there is. */
function NothingToDraw({ view }: ViewProps<CompanyView>) {
  const { figures, selection, company } = view;
  const start = `The record has no figure of ${shortName(company)}`;
  const longer = CALENDAR_KINDS.map((per) => ({ ...selection, per })).find((other) =>
    chartsOf({ figures, company, selection: other }).some(hasFigure),
  );
  return longer ? (
    <EmptyState
      sentence={`${start} by the ${selection.per} in this range, but some by the ${longer.per}.`}
      clearHref={companyAddress(company.id, longer)}
      clearLabel={`Show its ${longer.per}s`}
    />
  ) : (
    <EmptyState
      sentence={`${start} in the chosen range${selection.asOf === null ? "" : " that was published by then"}.`}
      clearHref={`/companies/${company.id}`}
    />
  );
}

function Cards({ view, charts }: ViewProps<CompanyView> & { readonly charts: readonly Table[] }) {
  const words = [agreementCard.table(view), statementsCard.table(view)].filter(({ rows }) => rows.length > 0);
  const findings = [companyConflictsCard, companyRestatementsCard, companyCorrectionsCard].map((one) => one.table(view));
  const [first, ...others] = charts;
  return (
    <>
      {first ? <Card view={view} table={first} sourcesBehind /> : <NothingToDraw view={view} />}
      <WhoItIs view={view} />
      <Contents tables={[...charts, ...words, ...findings]} />
      {others.map((table) => (
        <Card key={table.id} view={view} table={table} sourcesBehind />
      ))}
      <More view={view} />
      {[...words, ...findings].map((table) => (
        <CardFrame key={table.id} view={view} table={table}>
          {table.rows.length > 0 && <DataTable table={table} />}
        </CardFrame>
      ))}
    </>
  );
}

/** The rest of the portrait, below the first chart, and the record's notes on the company. */
function WhoItIs({ view }: ViewProps<CompanyView>) {
  const [, ...others] = portrait(view);
  return (
    <>
      {others.length > 0 && (
        <div className="standfirst">
          <Sentences of={others} />
        </div>
      )}
      <Identity company={view.company} asOf={view.selection.asOf} />
    </>
  );
}

const WITHOUT_NAME = /^[^:]*: /;

function Contents({ tables }: { readonly tables: readonly Table[] }) {
  return (
    <nav className="tabs small" aria-label="On this page">
      <ul>
        <LinkItems places={tables.map(({ id, title }) => ({ href: `#${id}`, label: capitalized(title.replace(WITHOUT_NAME, "")) }))} />
      </ul>
    </nav>
  );
}

/** Hashrate and dollars in a sentence each; their charts have their own page, to keep this one light. */
function More({ view }: ViewProps<CompanyView>) {
  const href = ownPath(view, "dollars");
  const sentences = [hashrateSentence(view), dollarsSentence(view)];
  const known = sentences.filter((words) => words !== undefined);
  if (known.length === 0) return null;
  return (
    <section className="fig" aria-labelledby="more-title">
      <h2 className="fig-title" id="more-title">
        <a href={href}>Hashrate and dollars</a>
      </h2>
      {known.map((words) => (
        <p key={words} className="fig-sentence">
          {words}
        </p>
      ))}
      <p className="small">
        <a href={href}>Charts and tables of both</a>
      </p>
    </section>
  );
}

/** Names and listings over time, country, SEC number, notes; as of an earlier day without the notes, which bear none. */
function Identity({ company, asOf }: { readonly company: Company; readonly asOf: Day | null }) {
  const sec = secAddress(company);
  const former = formerNameLines(company);
  const listings = listingLines(company);
  const entries = [
    { term: "Listings", content: listings.length === 0 ? "Not listed" : <Lines lines={listings} /> },
    ...(former.length === 0 ? [] : [{ term: "Names by date", content: <Lines lines={former} /> }]),
    { term: "Country", content: company.country },
    ...(sec === undefined ? [] : [{ term: "At the SEC", content: <a href={sec}>CIK {secNumbersOf(company).join(", formerly ")}</a> }]),
    ...(company.fiscalYearEnd === undefined || company.fiscalYearEnd === null
      ? []
      : [{ term: "Fiscal year ends", content: dayName(`2001-${company.fiscalYearEnd}`).replace(" 2001", "") }]),
    {
      term: "News of it",
      content: (
        <a href={`/feeds/${company.id}.atom`} type="application/atom+xml">
          Feed for feed readers
        </a>
      ),
    },
    ...(company.notes === "" || asOf !== null ? [] : [{ term: "Notes", content: company.notes }]),
  ];
  return (
    <dl className="mb-5 grid gap-x-8 gap-y-3 text-sm sm:grid-cols-2 lg:grid-cols-4">
      {entries.map(({ term, content }) => (
        <div key={term} className={term === "Notes" ? "sm:col-span-2" : undefined}>
          <dt className="text-ink-muted">{term}</dt>
          <dd>{content}</dd>
        </div>
      ))}
    </dl>
  );
}

const Lines = ({ lines }: { readonly lines: readonly string[] }) =>
  lines.map((line) => (
    <span key={line} className="block">
      {line}
    </span>
  ));
