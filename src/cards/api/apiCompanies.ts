/**
 * The question "who is tracked?": the companies with their names, listings and policies over time, and how far their figures reach; and
 * the flat form of the same for spreadsheets. Figures → plain data.
 */
import { type Company, shortName } from "@/domain/company";
import type { Figures } from "@/domain/figures";
import { companyAddress } from "../selection/address";
import { COMPANY_COLUMN } from "./apiListing";
import { textCell } from "../words/cells";
import type { Selection } from "../selection/selection";
import type { Table } from "../table";
import { textColumn } from "../words/columns";

/** A company as the API describes it. */
export function companyProfile(figures: Figures, selection: Selection, company: Company) {
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
    facts: figures.record.facts.filter((fact) => fact.company === company.id).length,
    href: companyAddress(company.id, { ...selection, companies: [] }),
  };
}

export type CompanyProfile = ReturnType<typeof companyProfile>;

/** The chosen companies; all when none is chosen. */
export function chosenCompanies({ record }: Figures, { companies }: Selection): Company[] {
  return record.companies.filter(({ id }) => companies.length === 0 || companies.includes(id));
}

export function companiesTable(profiles: readonly CompanyProfile[]): Table {
  return {
    id: "companies",
    title: "Companies",
    columns: [
      COMPANY_COLUMN,
      textColumn("name", "Name", "Legal name today."),
      textColumn("short_name", "Short name", "Name without its legal ending."),
      textColumn("country", "Country", "Country of its head office."),
      textColumn("sec_cik", "SEC number", "Number that the SEC gave it; empty: unknown."),
      textColumn("fiscal_year_end", "Fiscal year ends", "Month and day; empty: with the calendar year, or unknown."),
      textColumn("listed", "Listed", "Where its shares trade today, with the ticker."),
      textColumn("policy", "Stated policy", "The stated treasury policy that holds today."),
      textColumn("first_period", "First month", "First month with a figure."),
      textColumn("last_period", "Last month", "Last month with a figure."),
    ],
    rows: profiles.map((profile) => ({
      key: profile.id,
      href: profile.href,
      cells: {
        company: textCell(profile.id, profile.href),
        name: textCell(profile.name),
        short_name: textCell(profile.short_name),
        country: textCell(profile.country),
        sec_cik: textCell(profile.sec_cik ?? ""),
        fiscal_year_end: textCell(profile.fiscal_year_end ?? ""),
        listed: textCell(
          profile.listings
            .filter(({ to }) => to === null)
            .map(({ exchange, ticker }) => `${exchange}: ${ticker}`)
            .join("; "),
        ),
        policy: textCell(profile.policies.find(({ to }) => to === null)?.policy ?? ""),
        first_period: textCell(profile.reporting?.from ?? ""),
        last_period: textCell(profile.reporting?.to ?? ""),
      },
    })),
  };
}
