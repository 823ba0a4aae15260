/** Fetches a company's SEC data since a day: exhibits into the archive, tagged holdings as proposals; failures are reported. */
import type { CompanyId } from "@/domain/facts/company";
import type { Day } from "@/domain/values/period";
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

/** What is asked of the SEC: one of the company's numbers, from a day on. */
interface Asked {
  readonly company: CompanyId;
  readonly cik: string;
  readonly since: Day;
  /** Whether to fetch quarterly and annual reports too. */
  readonly periodicReports?: boolean | undefined;
}

/** Queries the SEC for one CIK: documents are archived, tagged holdings returned. Failures are problems of the session. */
export async function findAtEdgar(session: Session, endpoints: Endpoints, asked: Asked): Promise<UnitProposal[]> {
  const { company, periodicReports = false } = asked;
  const filings = await filingsSince(session, endpoints, asked);
  // Oldest first: after a kill, only the newest are missing, and the list is in the expected order.
  for (const filing of filings.filter((one) => mayCarryRelease(one) || (periodicReports && isPeriodicReport(one))).toReversed()) {
    const listed = await session.attempt(company, () => documentsOf(session, endpoints, filing));
    if (listed === undefined) continue;
    const choose = isPeriodicReport(filing) ? mainDocument : documentsToFetch;
    for (const chosen of choose(filing, listed)) {
      const { accession, form, filedOn: publishedOn } = filing;
      const kind = chosen.type.startsWith("EX-") ? "exhibit" : "filing";
      const title = [chosen.type, chosen.description].filter((part) => part !== "").join(": ");
      const about = { company, kind, accession, form, title, publishedOn } as const;
      await session.attempt(company, () => session.archived(documentAddress(endpoints, filing, chosen.name), about));
    }
  }
  if (!filings.some(isPeriodicReport)) return [];
  return (await session.attempt(company, () => unitsSince(session, endpoints, asked))) ?? [];
}

async function filingsSince(session: Session, endpoints: Endpoints, { company, cik, since }: Asked): Promise<Filing[]> {
  const first = await session.attempt(company, async () => {
    const address = submissionsAddress(endpoints, cik);
    const read = await session.list(address, (text) => readSubmissions(text, cik));
    if (read === null) throw new Error(`The SEC has no list of filings for number ${cik} (${address}). Check the number.`);
    return read;
  });
  if (first === undefined) return [];
  const filings = [...first.filings];
  for (const file of first.continued.filter(({ filingTo }) => filingTo >= since)) {
    const more = await session.attempt(company, () =>
      session.list(continuationAddress(endpoints, file.name), (text) => readContinuation(text, cik)),
    );
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

async function unitsSince(session: Session, endpoints: Endpoints, { company, cik, since }: Asked): Promise<UnitProposal[]> {
  const address = unitsAddress(endpoints, cik);
  // null: the company has never tagged units; most tag them only by segment, which this API leaves out.
  const pageOf = (accession: string) => indexPageAddress(endpoints, { cik, accession });
  const all = await session.list(address, (text) => readUnits(text, company, address, pageOf));
  return (all ?? []).filter((proposal) => proposal.source.filedOn >= since);
}
