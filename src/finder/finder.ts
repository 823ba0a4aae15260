/** The finder as the command runs it. Each document is handed to the reader once, and counts as read only when the reader is done. */
import { messageOf } from "@/domain/refusal";
import { Archive, type ArchivedDocument } from "./archive";
import { documentText } from "./documentText";
import { hostsToAllow } from "./feedConfig";
import { fetchNew, type FetchOptions, type FetchReport, type Problem } from "./fetchNew";
import { Journal } from "./journal";
import { type Fetcher, politeFetch, type PoliteOptions } from "./politeFetch";

export interface FinderOptions extends Omit<FetchOptions, "fetcher" | "archive" | "now"> {
  /** The archive's folder: data/documents. */
  readonly folder: string;
  /** SEC_USER_AGENT as the environment has it; undefined when it is not set. */
  readonly userAgent: string | undefined;
  /** Milliseconds since 1970; the system's clock when left out. */
  readonly now?: () => number;
  /** Another pace or other repeats than usual: a test need not wait. */
  readonly manners?: Pick<PoliteOptions, "pace" | "retry">;
  /** Called before every wait. */
  readonly waiting?: PoliteOptions["waiting"];
  /** Given every document that has not been read yet, oldest first. What it throws is reported, and it is given the document again next time. */
  readonly read?: (document: ArchivedDocument, text: string) => Promise<void>;
}

type FetcherOptions = Pick<FinderOptions, "userAgent" | "feeds" | "endpoints" | "manners" | "waiting">;

export interface FinderReport extends FetchReport {
  readonly read: readonly ArchivedDocument[];
}

/** Fetches what is new and has it read. Throws UserAgentMissing or ArchiveInUse before anything is asked. */
export async function runFinder(options: FinderOptions): Promise<FinderReport> {
  const { folder, now = Date.now, read, ...asked } = options;
  const fetcher = fetcherFor(options);
  const archive = Archive.open(folder);
  try {
    const report = await fetchNew({ ...asked, fetcher, archive, now });
    if (read === undefined) return { ...report, read: [] };
    const reading = await readAll(archive, read, now);
    return { ...report, problems: [...report.problems, ...reading.problems], read: reading.done };
  } finally {
    archive.close();
  }
}

/** The way out to the web that a run takes. Throws UserAgentMissing. */
export const fetcherFor = ({ userAgent = "", feeds, endpoints, manners, waiting }: FetcherOptions): Fetcher =>
  politeFetch({ userAgent, allowHosts: hostsToAllow(feeds, endpoints), ...manners, waiting });

async function readAll(archive: Archive, read: NonNullable<FinderOptions["read"]>, now: () => number) {
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
