/**
 * A record that fills itself: everything since a day is found, fetched and read twice (readTwice.ts). Settings in → what was fetched, what
 * was read, and what went wrong; the figures go to `keep`, document by document.
 * Rule: may be killed at any moment and run again. What is in the archive is not fetched again; what was kept knowing the same is not kept again.
 */
import type { Day } from "@/domain/period";
import type { SourceKind } from "@/domain/fact";
import { hostOf } from "@/domain/publisher";
import type { OpenRecord } from "@/domain/record";
import type { ReleaseReading } from "@/reader/readRelease";
import { Archive, type ArchivedDocument } from "./archive";
import { documentText } from "./documentText";
import { fetchNew, type FetchReport, type Problem } from "./fetchNew";
import { fetcherFor, type FinderOptions } from "./finder";
import { Journal } from "./journal";
import { type ReadableDocument, readTwice } from "./readTwice";
import { archiveFolder } from "./savedPages";

export interface BackfillOptions extends Omit<FinderOptions, "read" | "since"> {
  readonly since: Day;
  /** False: no network; only the archive and the folder are read. */
  readonly online: boolean;
  /** A folder of pages that a person saved; null: none. */
  readonly pages: string | null;
  readonly record: Pick<OpenRecord, "companies" | "facts" | "prices">;
  readonly keep: (document: BackfillDocument, reading: ReleaseReading) => Promise<void>;
  readonly reading?: (round: 1 | 2, done: number, of: number) => void;
}

export interface BackfillDocument extends ReadableDocument {
  readonly title: string;
  readonly retrievedOn: Day;
}

export interface BackfillDone {
  /** null without network. */
  readonly fetched: FetchReport | null;
  /** Pages of the folder that were taken, and that were in the archive before. */
  readonly pages: { readonly taken: number; readonly alreadyHere: number };
  readonly documents: readonly BackfillDocument[];
  /** Figures that the first reading taught the second. */
  readonly learned: number;
  readonly problems: readonly Problem[];
}

/** Throws UserAgentMissing or ArchiveInUse before anything is asked, and what `keep` throws. */
export async function runBackfill(options: BackfillOptions): Promise<BackfillDone> {
  const { folder, now = Date.now, online, pages, record, keep, reading, ...asked } = options;
  const fetcher = online ? fetcherFor(options) : undefined;
  const archive = Archive.open(folder);
  try {
    const fetched = fetcher === undefined ? null : await fetchNew({ ...asked, periodicReports: true, fetcher, archive, now });
    const saved = pages === null ? { documents: [], alreadyHere: 0, problems: [] } : archiveFolder(pages, archive, now());
    const problems: Problem[] = [
      ...(fetched?.problems ?? []),
      ...saved.problems.map((sentence) => ({ company: null, address: null, sentence })),
    ];
    const journal = new Journal(archive);
    const known: { knowing?: string } = {};
    const kindOfPage = pageKinds(record);
    const documents = inScope(archive.documents(), options, saved.documents).map((one) => readable(one, kindOfPage));
    const learned = await readTwice({
      documents,
      record,
      learned: (_, knowing) => (known.knowing = knowing),
      isKept: ({ sha256 }, knowing) => journal.wasRead(sha256, knowing),
      keep: async (document, read) => {
        await keep(document, read);
        journal.markRead(document.sha256, now(), known.knowing);
      },
      problem: ({ address }, sentence) => problems.push({ company: null, address, sentence: `${address} could not be read: ${sentence}` }),
      ...(reading !== undefined && { progress: reading }),
    });
    const taken = saved.documents.length - saved.alreadyHere;
    return { fetched, pages: { taken, alreadyHere: saved.alreadyHere }, documents, learned, problems };
  } finally {
    archive.close();
  }
}

/** What was published since the day by the companies asked about, and the folder's pages, whatever they are of. */
function inScope(all: readonly ArchivedDocument[], { since, companies }: BackfillOptions, pages: readonly ArchivedDocument[]) {
  const asked = new Set<string>(companies.map(({ id }) => id));
  const saved = new Set(pages.map(({ sha256 }) => sha256));
  return all.filter(
    ({ sha256, origins }) =>
      saved.has(sha256) ||
      origins.some(({ company, publishedOn, kind }) => kind !== "page" && asked.has(company) && (publishedOn ?? since) >= since),
  );
}

function readable(document: ArchivedDocument, kindOfPage: (address: string) => SourceKind): BackfillDocument {
  const [origin] = document.origins;
  if (origin === undefined) throw new Error(`It is not known where ${document.path} came from.`);
  const { address, contentType, publishedOn, title, retrievedOn } = origin;
  return {
    ...{ sha256: document.sha256, address, contentType, publishedOn, title, retrievedOn: retrievedOn.slice(0, 10) },
    kind: origin.kind === "page" ? kindOfPage(address) : sourceKind(origin),
    text: () => documentText(document),
  };
}

/** An exhibit is the company's release as filed; the form itself is a filing. */
export function sourceKind({ kind }: Pick<ArchivedDocument["origins"][number], "kind">): SourceKind {
  return kind === "filing" ? "filing" : "company_release";
}

/** The kind of source that a site is on record as; of a site that is not, a report about the company, which weighs less than its own. */
function pageKinds({ facts }: BackfillOptions["record"]): (address: string) => SourceKind {
  const kinds = new Map(facts.map(({ source }) => [hostOf(source.address), source.kind]));
  return (address) => (/(^|\.)sec\.gov$/.test(hostOf(address)) ? "filing" : (kinds.get(hostOf(address)) ?? "news_report"));
}
