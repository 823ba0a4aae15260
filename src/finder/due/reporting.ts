/** Validates reporting.json: companies that announced the end of monthly updates, and each company's publisher. */
import { readFileSync } from "node:fs";
import { z } from "zod";
import { type CompanyId, companyId } from "@/domain/facts/company";
import { parseMonth, type Period } from "@/domain/values/period";
import { readJson } from "../readJson";

const month = z.string().transform((text, context): Period => {
  const read = parseMonth(text);
  if (read !== undefined) return read;
  context.addIssue("must be a month, such as 2025-03");
  return z.NEVER;
});

const schema = z.strictObject({
  /** The last month with an update. */
  stopped: z.record(z.string(), z.strictObject({ last: month, note: z.string().min(1) })),
  /** A company's wire service, by name; its address pattern is learned from the record. */
  publishers: z.record(z.string(), z.strictObject({ publisher: z.string().min(1), host: z.hostname() })),
});

export interface Reporting {
  readonly stopped: ReadonlyMap<CompanyId, { readonly last: Period; readonly note: string }>;
  readonly publishers: ReadonlyMap<CompanyId, { readonly publisher: string; readonly host: string }>;
}

export const NOTHING_SAID: Reporting = { stopped: new Map(), publishers: new Map() };

/** Parses the file. Throws an Error that names the place of the first mistake. */
export function readReporting(text: string): Reporting {
  const { stopped, publishers } = readJson(schema, text, "reporting.json");
  const byCompany = <T>(entries: Readonly<Record<string, T>>) =>
    new Map(Object.entries(entries).map(([id, entry]) => [companyId(id), entry]));
  return { stopped: byCompany(stopped), publishers: byCompany(publishers) };
}

/** The committed file. */
export const committedReporting = (): Reporting => readReporting(readFileSync("src/finder/due/reporting.json", "utf8"));
