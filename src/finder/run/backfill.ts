/** Finds, fetches and reads (twice, readTwice.ts) everything since a day, for `keep`. Idempotent: may be killed and run again. */
import type { Day } from "@/domain/values/period";
import type { SourceKind } from "@/domain/facts/fact";
import type { OpenRecord } from "@/domain/facts/record";
import type { ReleaseReading } from "@/reader/readRelease";
import { Archive, type ArchivedDocument, type Origin } from "../archive/archive";
import { documentText } from "../archive/documentText";
import { fetchNew, type FetchReport } from "./fetchNew";
import { fetcherFor, type FinderOptions } from "./finder";
import { Journal } from "../archive/journal";
import type { Problem } from "../archive/session";
import { type ReadableDocument, readTwice } from "./readTwice";
import { type KnownSources, sourceKinds } from "./sourceKind";
import { archiveFolder } from "../archive/savedPages";

export interface BackfillOptions extends Omit<FinderOptions, "read" | "since"> {
  readonly since: Day;
  /** False: no network; only the archive and the folder are read. */
  readonly online: boolean;
  /** A folder of pages saved by a person; null: none. */
  readonly pages: string | null;
  readonly record: Pick<OpenRecord, "companies" | "facts" | "prices"> & KnownSources;
  readonly keep: (document: FoundDocument, reading: ReleaseReading) => Promise<void>;
  readonly reading?: (round: 1 | 2, done: number, of: number) => void;
}

interface FoundDocument extends ReadableDocument {
  readonly title: string;
  readonly retrievedOn: Day;
}

export interface BackfillDone {
  /** null without network. */
  readonly fetched: FetchReport | null;
  /** Pages of the folder that were added, and that were in the archive before. */
  readonly pages: { readonly taken: number; readonly alreadyHere: number };
  readonly documents: readonly FoundDocument[];
  /** Number of figures that the first reading gave the second. */
  readonly learned: number;
  readonly problems: readonly Problem[];
}

/** Throws UserAgentMissing or ArchiveInUse before any request, and the errors of `keep`. */
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
    const documents = inScope(archive.documents(), options, saved.documents).map(foundDocuments(record));
    const learned = await readTwice({
      documents,
      record,
      isKept: ({ sha256 }, knowing) => journal.wasRead(sha256, knowing),
      keep: async (document, read, knowing) => {
        await keep(document, read);
        journal.markRead(document.sha256, now(), knowing);
      },
      problem: ({ address }, sentence) => problems.push({ company: null, address, sentence: `${address} could not be read: ${sentence}` }),
      progress: reading,
    });
    const taken = saved.documents.length - saved.alreadyHere;
    return { fetched, pages: { taken, alreadyHere: saved.alreadyHere }, documents, learned, problems };
  } finally {
    archive.close();
  }
}

/** Documents of the selected companies published since the day, and all pages of the folder. */
function inScope(all: readonly ArchivedDocument[], { since, companies }: BackfillOptions, pages: readonly ArchivedDocument[]) {
  const asked = new Set<string>(companies.map(({ id }) => id));
  const saved = new Set(pages.map(({ sha256 }) => sha256));
  return all.filter(
    ({ sha256, origins }) =>
      saved.has(sha256) ||
      origins.some(({ company, publishedOn, kind }) => kind !== "page" && asked.has(company) && (publishedOn ?? since) >= since),
  );
}

/** The archive's documents for the reader, each with its kind of source: of a page that a person saved, by its address. */
export function foundDocuments(record: KnownSources): (document: ArchivedDocument) => FoundDocument {
  const kindAt = sourceKinds(record);
  /** An exhibit is the company's release as filed. */
  const kindOf = ({ kind, address }: Origin): SourceKind =>
    kind === "page" ? kindAt(address) : kind === "exhibit" || kind === "release" ? "company_release" : "filing";
  return (document) => {
    const [origin] = document.origins;
    if (origin === undefined) throw new Error(`It is not known where ${document.path} came from.`);
    const { address, contentType, publishedOn, title, retrievedOn } = origin;
    return {
      ...{ sha256: document.sha256, address, contentType, publishedOn, title, retrievedOn: retrievedOn.slice(0, 10) },
      kind: kindOf(origin),
      text: () => documentText(document),
    };
  };
}
