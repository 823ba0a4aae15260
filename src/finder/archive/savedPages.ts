/** Imports a folder of saved pages into the archive, each under its own address, else the one noted by the browser; others are skipped. */
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { load } from "cheerio/slim";
import type { Archive, ArchivedDocument } from "./archive";
import { sha256Of } from "@/record/sha256";
import { unreadable } from "@/record/unreadable";
import { decodeText } from "./documentText";

const PAGE = /\.(html?|xhtml|txt|md|json|xml)$/i;
/** Larger than any release or filing. */
const MOST_BYTES = 30_000_000;

interface SavedPages {
  readonly documents: readonly ArchivedDocument[];
  /** Pages that were in the archive already. */
  readonly alreadyHere: number;
  readonly problems: readonly string[];
}

/** Archives every page of a folder and its subfolders. Throws an Error with a sentence when there is no such folder. */
export function archiveFolder(folder: string, archive: Archive, now: number): SavedPages {
  const documents: ArchivedDocument[] = [];
  const problems: string[] = [];
  const here = new Map(archive.documents().map((document) => [document.sha256, document]));
  let alreadyHere = 0;
  for (const path of pagesIn(folder)) {
    const name = relative(folder, path);
    if (statSync(path).size > MOST_BYTES) {
      problems.push(`${name} is larger than ${MOST_BYTES} bytes, more than any release or filing; it was left out.`);
      continue;
    }
    const bytes = readFileSync(path);
    const known = here.get(sha256Of(bytes));
    if (known !== undefined) {
      alreadyHere++;
      documents.push(known);
      continue;
    }
    const contentType = /\.x?html?$/i.test(path) ? "text/html" : "text/plain";
    const address = addressIn(decodeText(bytes, contentType));
    if (address === undefined) {
      problems.push(`${name} names no web address that it is from. Write the address into its first line and run the command again.`);
      continue;
    }
    const retrievedOn = new Date(now).toISOString();
    const origin = { address, company: "", kind: "page", accession: null, form: null, title: "", publishedOn: null } as const;
    documents.push(archive.save(bytes, { ...origin, retrievedOn, etag: null, lastModified: null, contentType }));
  }
  return { documents, alreadyHere, problems };
}

function pagesIn(folder: string): string[] {
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch (error) {
    throw new Error(unreadable(folder, error, "folder"));
  }
  return entries
    .filter((entry) => entry.isFile() && PAGE.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** The address of a saved page, from the page itself or the browser's note; undefined when there is none. */
export function addressIn(text: string): string | undefined {
  const head = text.slice(0, 200_000);
  const noted =
    /saved from url=\(\d+\)(https?:\/\/\S+)/i.exec(head)?.[1] ?? /^\s*(?:<!--\s*)?(?:url|source)?:?\s*(https?:\/\/\S+)/i.exec(head)?.[1];
  const $ = load(head);
  const own = [$('link[rel="canonical"]').attr("href"), $('meta[property="og:url"]').attr("content"), noted].find(
    (address) => address !== undefined && /^https?:\/\//i.test(address) && URL.canParse(address),
  );
  if (own === undefined) return undefined;
  const url = new URL(own);
  url.hash = "";
  return url.href;
}
