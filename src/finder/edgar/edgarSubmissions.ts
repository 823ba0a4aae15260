/**
 * A company's filings from data.sec.gov/submissions/CIK##########.json: one array per property, newest first, older ones in continuation
 * files. Columns of unequal length are refused: they would mix up the dates of filings.
 */
import { z } from "zod";
import type { Day } from "@/domain/values/period";
import { readJson } from "../readJson";

export interface Endpoints {
  /** Base URL of the lists of filings. */
  readonly submissions: string;
  /** Base URL of the XBRL figures by concept. */
  readonly concepts: string;
  /** Base URL of the filings themselves. */
  readonly archives: string;
}

export const SEC_HOSTS = { data: "https://data.sec.gov", www: "https://www.sec.gov" };

/** The endpoints on another pair of hosts: a mirror, or one's own server. */
export function edgarAt(data: string, www: string): Endpoints {
  const [dataHost, wwwHost] = [data, www].map((address) => address.replace(/\/+$/, ""));
  return {
    submissions: `${dataHost}/submissions`,
    concepts: `${dataHost}/api/xbrl/companyconcept`,
    archives: `${wwwHost}/Archives/edgar/data`,
  };
}

export interface Filing {
  readonly cik: string;
  /** "0001167419-25-000012" */
  readonly accession: string;
  /** "8-K", "6-K/A" */
  readonly form: string;
  readonly filedOn: Day;
  /** Item numbers of an 8-K ("7.01"); empty when the list gives none. */
  readonly items: readonly string[];
  /** File name of the main document; empty for old filings. */
  readonly primaryDocument: string;
}

interface Submissions {
  readonly filings: readonly Filing[];
  /** Continuation files, each with the day of its latest filing. */
  readonly continued: readonly { readonly name: string; readonly filingTo: Day }[];
}

const DAY = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

const columnsSchema = z.object({
  accessionNumber: z.array(z.string().regex(/^\d{10}-\d{2}-\d{6}$/)),
  filingDate: z.array(DAY),
  form: z.array(z.string()),
  items: z.array(z.string()).optional(),
  primaryDocument: z.array(z.string()),
});

const submissionsSchema = z.object({
  cik: z.union([z.string(), z.number()]).transform((cik) => String(cik).replace(/^0+(?=\d)/, "")),
  name: z.string(),
  filings: z.object({
    recent: columnsSchema,
    files: z.array(z.object({ name: z.string().regex(/^[\w-]+\.json$/), filingTo: DAY })).default([]),
  }),
});

export const submissionsAddress = (endpoints: Endpoints, cik: string): string =>
  `${endpoints.submissions}/CIK${cik.padStart(10, "0")}.json`;

export const continuationAddress = (endpoints: Endpoints, name: string): string => `${endpoints.submissions}/${name}`;

/** Parses the first file. Throws an Error with a sentence when the format is wrong, or it is another company's. */
export function readSubmissions(text: string, cik: string): Submissions {
  const read = readJson(submissionsSchema, text, "the list of filings");
  if (read.cik !== cik) throw new Error(`The list of filings asked for number ${cik} is that of number ${read.cik} (${read.name}).`);
  return { filings: fromColumns(read.filings.recent, cik), continued: read.filings.files };
}

/** Parses a continuation file: only the columns. Throws like `readSubmissions`. */
export const readContinuation = (text: string, cik: string): Filing[] =>
  fromColumns(readJson(columnsSchema, text, "the continued list of filings"), cik);

function fromColumns(columns: z.infer<typeof columnsSchema>, cik: string): Filing[] {
  const count = columns.accessionNumber.length;
  for (const [name, column] of Object.entries(columns)) {
    if (column !== undefined && column.length !== count)
      throw new Error(`The list of filings has ${count} numbers but ${column.length} entries under "${name}".`);
  }
  return columns.accessionNumber.map((accession, i) => ({
    cik,
    accession,
    form: columns.form[i] ?? "",
    filedOn: columns.filingDate[i] ?? "",
    items: (columns.items?.[i] ?? "").split(",").filter((item) => item !== ""),
    primaryDocument: columns.primaryDocument[i] ?? "",
  }));
}
