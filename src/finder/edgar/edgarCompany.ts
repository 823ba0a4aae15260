/** Fetches a company's SEC data since a day: exhibits into the archive, tagged holdings as proposals; failures are reported. */
import type { CompanyId } from "@/domain/facts/company";
import type { Day } from "@/domain/values/period";
import type { ArchivedDocument } from "../archive/archive";
import {
  documentAddress,
  documentsToFetch,
  type FilingDocument,
  indexJsonAddress,
  indexPageAddress,
  isPeriodicReport,
  mainDocument,
  mayCarryRelease,
  readIndexJson,
  readIndexPage,
} from "./edgarFiling";
import {
  continuationAddress,
  type Endpoints,
  type Filing,
  readContinuation,
  readSubmissions,
  submissionsAddress,
} from "./edgarSubmissions";
import { readUnits, type UnitProposal, unitsAddress } from "./edgarUnits";
import type { Session } from "../archive/session";

export interface EdgarFinds {
  readonly documents: readonly ArchivedDocument[];
  readonly proposals: readonly UnitProposal[];
}

/** Runs a part of the work; its failure is reported and does not stop the rest. */
export type Attempt = <T>(part: () => Promise<T>) => Promise<T | undefined>;

/** Queries the SEC for one CIK; quarterly and annual reports are fetched only on request. Failures go to `attempt`. */
export async function findAtEdgar(
  session: Session,
  endpoints: Endpoints,
  company: CompanyId,
  cik: string,
  since: Day,
  attempt: Attempt,
  { periodicReports = false }: { readonly periodicReports?: boolean | undefined } = {},
): Promise<EdgarFinds> {
  const filings = await filingsSince(session, endpoints, cik, since, attempt);
  const documents: ArchivedDocument[] = [];
  // Oldest first: after a kill, only the newest are missing, and the list is in the expected order.
  for (const filing of filings.filter((one) => mayCarryRelease(one) || (periodicReports && isPeriodicReport(one))).toReversed()) {
    const listed = await attempt(() => documentsOf(session, endpoints, filing));
    const choose = isPeriodicReport(filing) ? mainDocument : documentsToFetch;
    for (const chosen of choose(filing, listed ?? [])) {
      if (listed === undefined) break;
      const { accession, form, filedOn: publishedOn } = filing;
      const kind = chosen.type.startsWith("EX-") ? "exhibit" : "filing";
      const title = [chosen.type, chosen.description].filter((part) => part !== "").join(": ");
      const about = { company, kind, accession, form, title, publishedOn } as const;
      const saved = await attempt(() => session.archived(documentAddress(endpoints, filing, chosen.name), about));
      if (saved !== undefined) documents.push(saved);
    }
  }
  const proposals = filings.some(isPeriodicReport) ? await attempt(() => unitsSince(session, endpoints, company, cik, since)) : [];
  return { documents, proposals: proposals ?? [] };
}

async function filingsSince(session: Session, endpoints: Endpoints, cik: string, since: Day, attempt: Attempt): Promise<Filing[]> {
  const first = await attempt(async () => {
    const address = submissionsAddress(endpoints, cik);
    const read = await session.list(address, (text) => readSubmissions(text, cik));
    if (read === null) throw new Error(`The SEC has no list of filings for number ${cik} (${address}). Check the number.`);
    return read;
  });
  if (first === undefined) return [];
  const filings = [...first.filings];
  for (const file of first.continued.filter(({ filingTo }) => filingTo >= since)) {
    const more = await attempt(() => session.list(continuationAddress(endpoints, file.name), (text) => readContinuation(text, cik)));
    filings.push(...(more ?? []));
  }
  const recent = filings.filter(({ filedOn }) => filedOn >= since);
  return [...new Map(recent.map((filing) => [filing.accession, filing])).values()];
}

async function documentsOf(session: Session, endpoints: Endpoints, filing: Filing): Promise<FilingDocument[]> {
  const page = await session.list(indexPageAddress(endpoints, filing), readIndexPage, { lasting: true });
  if (page !== null) return page;
  const names = await session.list(indexJsonAddress(endpoints, filing), readIndexJson, { lasting: true });
  if (names === null) throw new Error(`The filing ${filing.accession} has no index (${indexPageAddress(endpoints, filing)}).`);
  return names;
}

async function unitsSince(session: Session, endpoints: Endpoints, company: CompanyId, cik: string, since: Day): Promise<UnitProposal[]> {
  const address = unitsAddress(endpoints, cik);
  // null: the company has never tagged units; most tag them only by segment, which this API leaves out.
  const pageOf = (accession: string) => indexPageAddress(endpoints, { cik, accession });
  const all = await session.list(address, (text) => readUnits(text, company, address, pageOf));
  return (all ?? []).filter((proposal) => proposal.source.filedOn >= since);
}
