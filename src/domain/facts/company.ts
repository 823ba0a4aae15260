/** A tracked company. Its names and listings are dated, because "the Nasdaq miners of March 2022" is another set than today's. */
import { oncePer } from "../shared/once";
import type { Period } from "../values/period";

/** The company's slug in every address and file: "riot", "hut8". */
export type CompanyId = string & { readonly __brand: "CompanyId" };

/** Brands a slug that is known to be valid; does not check it. */
export const companyId = (text: string): CompanyId => text as CompanyId;

/** First and last month in which something holds; null is open ("before the record begins", "still"). */
export interface Span {
  readonly from: Period | null;
  readonly to: Period | null;
}

export interface CompanyName extends Span {
  readonly name: string;
  /** Where it is stated; absent when not noted. */
  readonly sourceUrl?: string;
  readonly note?: string;
}

export interface Listing extends Span {
  readonly exchange: string;
  readonly ticker: string;
}

export interface Company {
  readonly id: CompanyId;
  /** Legal name today, or the one under which it mined. */
  readonly name: string;
  readonly country: string;
  /** The SEC's number (CIK) without leading zeros, followed by those of its predecessor companies; null when unknown. */
  readonly secCik: string | null;
  /** Last day of its fiscal year, "06-30"; null or absent: the calendar year, or unknown. */
  readonly fiscalYearEnd?: string | null;
  readonly notes: string;
  /** Other names, dated: earlier ones, and a later one where the record keeps the name under which the company mined. */
  readonly formerNames: readonly CompanyName[];
  readonly listings: readonly Listing[];
}

/** The SEC's numbers for a company, today's first. */
export const secNumbersOf = ({ secCik }: Pick<Company, "secCik">): readonly string[] => secCik?.split(" ") ?? [];

export const inSpan = (span: Span, month: Period): boolean =>
  (span.from === null || span.from <= month) && (span.to === null || month <= span.to);

export const listingsAt = (company: Company, month: Period): Listing[] => company.listings.filter((listing) => inSpan(listing, month));

export const isListedOn = (company: Company, exchange: string, month: Period): boolean =>
  company.listings.some((listing) => listing.exchange === exchange && inSpan(listing, month));

const ENDINGS =
  /,? (Inc\.|Corp\.|Ltd\.|plc|Limited|Technologies Group|Technologies Ltd\.|Holdings, Inc\.|Platforms, Inc\.|Digital Mining, Inc\.|Blockchain Solutions Inc\.)$/;

/** The name as a newspaper prints it, without its legal ending: "Riot", "Argo Blockchain", "HIVE Digital". */
export const shortName = oncePer((company: Company): string => company.name.replace(ENDINGS, ""));
