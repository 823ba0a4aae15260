/** Finds the documents of a filing that may be a monthly update: exhibits 99.x of an 8-K or 6-K, by its index, else by file names. */
import { load } from "cheerio/slim";
import { z } from "zod";
import type { Endpoints, Filing } from "./edgarSubmissions";
import { readJson } from "../readJson";

export interface FilingDocument {
  readonly name: string;
  /** "EX-99.1", "6-K" */
  readonly type: string;
  readonly description: string;
}

const CURRENT_REPORTS: ReadonlySet<string> = new Set(["8-K", "8-K/A", "6-K", "6-K/A"]);
const PERIODIC_REPORTS: ReadonlySet<string> = new Set(["10-Q", "10-Q/A", "10-K", "10-K/A", "10-KT", "20-F", "20-F/A", "40-F", "40-F/A"]);

/** Items of an 8-K that may contain figures or exhibits: results, Regulation FD, other events, exhibits. */
const RELEVANT_ITEMS: ReadonlySet<string> = new Set(["2.02", "7.01", "8.01", "9.01"]);

const FILE_NAME = /^[\w.-]+\.(html?|txt)$/i;

/** Whether a current report may contain a release. An 8-K only about, say, a director's election is skipped without a request. */
export function mayCarryRelease(filing: Filing): boolean {
  if (!CURRENT_REPORTS.has(filing.form)) return false;
  return filing.items.length === 0 || filing.items.some((item) => RELEVANT_ITEMS.has(item));
}

export const isPeriodicReport = (filing: Filing): boolean => PERIODIC_REPORTS.has(filing.form);

export const documentAddress = (endpoints: Endpoints, filing: Pick<Filing, "cik" | "accession">, name: string): string =>
  `${endpoints.archives}/${filing.cik}/${filing.accession.replaceAll("-", "")}/${name}`;

/** The page that lists a filing's documents with their types. */
export const indexPageAddress = (endpoints: Endpoints, filing: Pick<Filing, "cik" | "accession">): string =>
  documentAddress(endpoints, filing, `${filing.accession}-index.htm`);

/** The same folder as bare file names, for filings without an index page. */
export const indexJsonAddress = (endpoints: Endpoints, filing: Filing): string => documentAddress(endpoints, filing, "index.json");

/** Parses the documents of an index page. Throws an Error with a sentence when the page has no table of documents. */
export function readIndexPage(html: string): FilingDocument[] {
  const $ = load(html);
  const table = $('table[summary="Document Format Files"]');
  if (table.length === 0) throw new Error("The filing's index page has no table of documents.");
  return table
    .find("tr")
    .toArray()
    .flatMap((row) => {
      const cells = $(row).find("td").toArray();
      const [, description, document, type] = cells;
      if (document === undefined || type === undefined) return [];
      // The link may lead through the inline XBRL viewer: /ix?doc=/Archives/…/name.htm
      const name = ($(document).find("a").attr("href") ?? "").split("/").pop() ?? "";
      return [
        { name, type: $(type).text().trim().toUpperCase(), description: description === undefined ? "" : $(description).text().trim() },
      ];
    });
}

const directorySchema = z.object({ directory: z.object({ item: z.array(z.object({ name: z.string() })) }) });

/** "ex99-1.htm", "d224207dex991.htm", "exhibit99-1.htm", with the number after 99. */
const EXHIBIT_99 = /(?:ex|exh|exhibit)[-_]?99[-_.d]?(\d{0,2})/i;

/** Whether a file's name in the SEC's archive is that of an exhibit 99. */
export const isExhibit99 = (name: string): boolean => EXHIBIT_99.test(name);

/** The same from index.json, which has names only. */
export const readIndexJson = (text: string): FilingDocument[] =>
  readJson(directorySchema, text, "the filing's index").directory.item.map(({ name }) => {
    const exhibit = EXHIBIT_99.exec(name);
    return { name, type: exhibit === null ? "" : `EX-99${exhibit[1] === "" ? "" : `.${exhibit[1] ?? ""}`}`, description: "" };
  });

/** Every text exhibit 99.x, else the main document; no pictures or PDF copies. */
export function documentsToFetch(filing: Filing, documents: readonly FilingDocument[]): FilingDocument[] {
  const exhibits = documents.filter(({ name, type }) => /^EX-99(\.|$)/.test(type) && FILE_NAME.test(name));
  if (exhibits.length > 0) return exhibits;
  return mainDocument(filing, documents);
}

/** The report itself: a current report without exhibits, or a quarterly or annual one, which contains its bitcoin tables. */
export function mainDocument(filing: Filing, documents: readonly FilingDocument[]): FilingDocument[] {
  const main = documents.find(({ name, type }) => type === filing.form && FILE_NAME.test(name));
  if (main !== undefined) return [main];
  return FILE_NAME.test(filing.primaryDocument) ? [{ name: filing.primaryDocument, type: filing.form, description: "" }] : [];
}
