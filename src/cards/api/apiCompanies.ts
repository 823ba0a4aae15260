/** The API's companies: names, listings and policies over time and the range of their figures; also as a flat table for spreadsheets. */
import { type Company, shortName } from "@/domain/facts/company";
import type { Asked } from "../asked";
import { makeTable } from "../card";
import { companyAddress } from "../selection/address";
import { textCell } from "../words/cells";
import type { Table } from "../tables/table";
import { columnsOf } from "../words/columns";

export function companyProfile({ figures, selection }: Asked, company: Company) {
  const span = figures.reportingSpan(company.id);
  const { policies, statements, consolidations } = figures.record;
  return {
    id: company.id,
    name: company.name,
    short_name: shortName(company),
    country: company.country,
    sec_cik: company.secCik,
    fiscal_year_end: company.fiscalYearEnd ?? null,
    notes: company.notes,
    former_names: company.formerNames.map(({ name, from, to }) => ({ name, from, to })),
    listings: company.listings.map(({ exchange, ticker, from, to }) => ({ exchange, ticker, from, to })),
    policies: policies
      .filter((policy) => policy.company === company.id)
      .map(({ policy, from, to, sourceUrl }) => ({ policy, from, to, source: sourceUrl })),
    policy_statements: statements
      .filter((statement) => statement.company === company.id)
      .map(({ period, note, source }) => ({ period, statement: note, source: source.address, published_on: source.publishedOn })),
    consolidated_by: consolidations
      .filter(({ child }) => child === company.id)
      .map(({ parent, from, to }) => ({ company: parent, from, to })),
    reporting: span ? { from: span.from, to: span.to } : null,
    facts: figures.factsOf(company.id).length,
    href: companyAddress(company.id, { ...selection, companies: [] }),
  };
}

type CompanyProfile = ReturnType<typeof companyProfile>;

const column = columnsOf<CompanyProfile, undefined>();

export const companiesTable = (profiles: readonly CompanyProfile[]): Table =>
  makeTable(undefined, {
    id: "companies",
    title: "Companies",
    entries: profiles,
    row: ({ id, href }) => ({ key: id, href }),
    columns: [
      column.text("company", "Company", "Slug of the company.", ({ id, href }) => textCell(id, href)),
      column.text("name", "Name", "Legal name today.", "name"),
      column.text("short_name", "Short name", "Name without its legal ending.", ({ short_name: name }) => name),
      column.text("country", "Country", "Country of its head office.", "country"),
      column.text(
        "sec_cik",
        "SEC number",
        "Number that the SEC gave it, behind it those of companies that it goes on with; empty: unknown.",
        ({ sec_cik: cik }) => cik ?? "",
      ),
      column.text(
        "fiscal_year_end",
        "Fiscal year ends",
        "Month and day; empty: with the calendar year, or unknown.",
        ({ fiscal_year_end: day }) => day ?? "",
      ),
      column.text("listed", "Listed", "Where its shares trade today, with the ticker.", ({ listings }) =>
        listings
          .filter(({ to }) => to === null)
          .map(({ exchange, ticker }) => `${exchange}: ${ticker}`)
          .join("; "),
      ),
      column.text(
        "policy",
        "Stated policy",
        "The stated treasury policy that holds today.",
        ({ policies }) => policies.find(({ to }) => to === null)?.policy ?? "",
      ),
      column.text("first_period", "First month", "First month with a figure.", ({ reporting }) => reporting?.from ?? ""),
      column.text("last_period", "Last month", "Last month with a figure.", ({ reporting }) => reporting?.to ?? ""),
    ],
  });
