/** The finder as run by the command. Each document is passed to the reader once, and counts as read only when the reader has finished. */
import { messageOf } from "@/domain/shared/refusal";
import { Archive, type ArchivedDocument } from "../archive/archive";
import { documentText } from "../archive/documentText";
import { hostsToAllow } from "../feeds/feedConfig";
import { fetchNew, type FetchOptions, type FetchReport } from "./fetchNew";
import { Journal } from "../archive/journal";
import type { Problem } from "../archive/session";
import { type Fetcher, politeFetch, type PoliteOptions } from "../http/politeFetch";

export interface FinderOptions extends Omit<FetchOptions, "fetcher" | "archive" | "now"> {
  /** The archive's folder: data/documents. */
  readonly folder: string;
  /** SEC_USER_AGENT from the environment; undefined when it is not set. */
  readonly userAgent: string | undefined;
  /** Milliseconds since 1970; the system's clock when left out. */
  readonly now?: () => number;
  /** Overrides pace and retries, so that a test need not wait. */
  readonly manners?: Pick<PoliteOptions, "pace" | "retry">;
  readonly waiting?: PoliteOptions["waiting"];
  /** Receives every unread document, oldest first. If it throws, the error is reported, and the next run passes the document again. */
  readonly read: (document: ArchivedDocument, text: string) => Promise<void>;
}

type FetcherOptions = Pick<FinderOptions, "userAgent" | "feeds" | "endpoints" | "manners" | "waiting">;

export interface FinderReport extends FetchReport {
  readonly read: readonly ArchivedDocument[];
}

/** Fetches what is new and has it read. Throws UserAgentMissing or ArchiveInUse before any request. */
export async function runFinder(options: FinderOptions): Promise<FinderReport> {
  const { folder, now = Date.now, read, ...asked } = options;
  const fetcher = fetcherFor(options);
  const archive = Archive.open(folder);
  try {
    const report = await fetchNew({ ...asked, fetcher, archive, now });
    const reading = await readAll(archive, read, now);
    return { ...report, problems: [...report.problems, ...reading.problems], read: reading.done };
  } finally {
    archive.close();
  }
}

/** The HTTP client of a run. Throws UserAgentMissing. */
export const fetcherFor = ({ userAgent = "", feeds, endpoints, manners, waiting }: FetcherOptions): Fetcher =>
  politeFetch({ userAgent, allowHosts: hostsToAllow(feeds, endpoints), ...manners, waiting });

async function readAll(archive: Archive, read: FinderOptions["read"], now: () => number) {
  const journal = new Journal(archive);
  const done: ArchivedDocument[] = [];
  const problems: Problem[] = [];
  for (const document of journal.unread().sort((a, b) => dayOf(a).localeCompare(dayOf(b)))) {
    try {
      await read(document, documentText(document));
      journal.markRead(document.sha256, now());
      done.push(document);
    } catch (error) {
      const sentence = `${document.path} could not be read: ${messageOf(error)}`;
      problems.push({ company: null, address: document.origins[0]?.address ?? null, sentence });
    }
  }
  return { done, problems };
}

const dayOf = ({ origins: [first] }: ArchivedDocument): string => first?.publishedOn ?? first?.retrievedOn ?? "";
