/** The record as its files state it, validated. Files are complete, but an optional file that is undefined leaves its rows as they are. */
import type { Company, CompanyId, CompanyName, Listing } from "./company";
import type { Fact, Source } from "./fact";
import type { Publisher } from "./publisher";
import type { Decision, OpenRecord, PolicyStatement } from "./record";

export type FiledSource = Omit<Source, "id" | "archive">;

export interface FiledFact extends Omit<Fact, "id" | "source" | "recordedOn"> {
  /** The file that contains it; absent for what was typed in. */
  readonly file?: string;
  readonly line: number;
  readonly source: FiledSource;
}

export interface FiledStatement extends Omit<PolicyStatement, "id" | "source"> {
  readonly line: number;
  readonly source: FiledSource;
}

export interface FiledCompany extends Omit<Company, "formerNames" | "listings"> {
  readonly fiscalYearEnd: string | null;
}

export type FiledListing = Listing & { readonly company: CompanyId };

export type FiledName = CompanyName & { readonly company: CompanyId; readonly sourceUrl: string; readonly note: string };

export interface FiledRecord extends Pick<OpenRecord, "policies" | "consolidations" | "prices" | "aggregates" | "events"> {
  readonly companies: readonly FiledCompany[];
  readonly names: readonly FiledName[] | undefined;
  readonly listings: readonly FiledListing[];
  readonly facts: readonly FiledFact[];
  readonly statements: readonly FiledStatement[];
  readonly decisions: readonly Decision[] | undefined;
  readonly publishers?: readonly Publisher[] | undefined;
}

/** The companies in the files, each with its former names and listings. */
export const companiesOf = ({ companies, names = [], listings }: Pick<FiledRecord, "companies" | "names" | "listings">): Company[] =>
  companies.map((company) => ({
    ...company,
    formerNames: names.filter((name) => name.company === company.id),
    listings: listings.filter((listing) => listing.company === company.id),
  }));
