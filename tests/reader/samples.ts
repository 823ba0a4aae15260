/**
 * The committed samples: documents with what a careful reader finds in them, and the record that they are read against.
 */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { parseAmount } from "@/domain/values/amount";
import { parseMetric, METRICS } from "@/domain/values/metric";
import type { CompanyId } from "@/domain/facts/company";
import type { Period } from "@/domain/values/period";
import { ALIASES } from "@/reader/languages/names";
import type { KnownCompany } from "@/reader/mentions/companies";
import { type KnownFigures, RecordIndex } from "@/reader/corroborate/recordView";
import { loadSamples } from "@/reader/training/loadSamples";
import type { Sample } from "@/reader/training/samples";

const HERE = import.meta.dirname;
const DATA = process.env["RECORD_DATA"] ?? join(HERE, "../../prisma/data");

const rowsOf = (file: string): Record<string, string>[] => parse(readFileSync(join(DATA, file), "utf8"), { columns: true });

/** The tracked companies as the reader takes them. */
export const COMPANIES: readonly KnownCompany[] = (() => {
  const listings = rowsOf("listings.csv");
  return rowsOf("companies.csv").map((row) => ({
    id: row.company ?? "",
    names: [row.name ?? "", ...(ALIASES[row.company ?? ""] ?? [])],
    tickers: listings.filter((listing) => listing.company === row.company).map((listing) => listing.ticker ?? ""),
    ciks: row.sec_cik === undefined || row.sec_cik === "" ? [] : row.sec_cik.split(" "),
    ...(row.fiscal_year_end === undefined || row.fiscal_year_end === "" ? {} : { fiscalEnd: Number(row.fiscal_year_end.slice(0, 2)) }),
  }));
})();

/** The committed record, as a reader may know it. */
export const RECORD: RecordIndex = (() => {
  const facts = rowsOf("facts.csv").flatMap((row): KnownFigures["facts"][number][] => {
    const metric = parseMetric(row.metric ?? "");
    const value = metric === undefined ? undefined : parseAmount(row.value ?? "", METRICS[metric].unit);
    if (metric === undefined || value === undefined) return [];
    const source = { id: 0, address: row.source_url ?? "", kind: "filing" as const, publisher: "", publishedOn: null, retrievedOn: null };
    return [{ company: row.company as CompanyId, metric, period: row.period as Period, value, source }];
  });
  const prices = rowsOf("btc-usd-monthly.csv").map((row) => ({
    month: row.month as Period,
    average: Math.round(Number(row.average_usd) * 100),
  }));
  return new RecordIndex({ facts, prices });
})();

export const KINDS = ["release", "news", "quarterly", "round-up", "digest", "negative", "made"] as const;
export type Kind = (typeof KINDS)[number];

/** What kind of page a sample is, by its name. */
export function kindOf({ name, period }: Sample): Kind {
  if (name.startsWith("made/")) return "made";
  if (/(?:^|\/)neg-/.test(name)) return "negative";
  if (/(?:^|\/)multi-/.test(name)) return "round-up";
  if (/^\d{4}-Q\d$/.test(period ?? "") || /-results$/.test(name)) return "quarterly";
  return /-newsflash$/.test(name) ? "digest" : /-news$/.test(name) ? "news" : "release";
}

/** The first month of what a sample is about: a new document is read by a record that ends before it. */
export const beginningOf = ({ period }: Sample): string | undefined =>
  /^\d{4}-Q\d$/.test(period ?? "")
    ? `${period?.slice(0, 5) ?? ""}${String(Number(period?.slice(6)) * 3 - 2).padStart(2, "0")}`
    : period?.slice(0, 7);

/** Every sample of a folder, in the order of names. */
export const samplesIn = (folder: "published" | "made" | "restated"): Sample[] =>
  loadSamples(join(HERE, "samples")).filter(({ name }) => name.startsWith(`${folder}/`));
