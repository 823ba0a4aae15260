/** Fetches what is new since last time into the archive; a problem becomes a sentence and stops nothing else. Resumable. */
import { type Company, type CompanyId, secNumbersOf } from "@/domain/facts/company";
import { addDays, type Day, monthOfDay, startOf } from "@/domain/values/period";
import type { BtcPrice } from "@/domain/facts/record";
import type { Archive, ArchivedDocument } from "../archive/archive";
import { findAtEdgar } from "../edgar/edgarCompany";
import type { Endpoints } from "../edgar/edgarSubmissions";
import type { UnitProposal } from "../edgar/edgarUnits";
import type { Feed, FeedConfig, PriceSource } from "../feeds/feedConfig";
import { type FeedItem, readFeed } from "../feeds/feedItems";
import { Journal, type Run } from "../archive/journal";
import { looksLikeMonthlyUpdate } from "../feeds/monthlyTitle";
import type { Fetcher } from "../http/politeFetch";
import { type DailyPrice, monthlyPrices, priceAddress, readPricePage } from "../prices";
import { type Problem, type Progress, Session } from "../archive/session";

export interface FetchOptions {
  readonly companies: readonly Pick<Company, "id" | "name" | "secCik">[];
  /** First day to fetch; null: ten days before each company's last complete run, or three months if there was none. */
  readonly since: Day | null;
  readonly fetcher: Fetcher;
  readonly archive: Archive;
  readonly feeds: FeedConfig;
  readonly endpoints: Endpoints;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly progress?: (event: Progress) => void;
  /** Receives holdings tagged in a company's reports. Until it has, the company counts as incomplete, so that a kill loses none. */
  readonly propose?: (proposals: readonly UnitProposal[]) => Promise<void>;
  /** Whether to fetch the text of quarterly and annual reports too. */
  readonly periodicReports?: boolean;
  readonly withPrices?: boolean;
}

export interface FetchReport {
  readonly run: Run;
  /** Saved in this run, including its killed attempts, in the order of the companies. */
  readonly documents: readonly ArchivedDocument[];
  /** Found but archived earlier. */
  readonly alreadyHere: number;
  readonly proposals: readonly UnitProposal[];
  readonly prices: readonly BtcPrice[];
  readonly problems: readonly Problem[];
  /** Companies that were not completed; the next run starts from the same day. */
  readonly incomplete: readonly CompanyId[];
  /** Companies with neither an SEC number nor a feed, so that there is no place to look. */
  readonly cannotLook: readonly CompanyId[];
}

/** Filings and feed items may appear a few days after their date. */
const OVERLAP_DAYS = 10;
const FIRST_LOOK_DAYS = 92;
const MOST_PRICE_PAGES = 50;

/** Fetches everything new for all companies. Throws only when the archive cannot be written; all other errors are in the report. */
export async function fetchNew(options: FetchOptions): Promise<FetchReport> {
  const { companies, archive, feeds, endpoints, now } = options;
  const progress = options.progress ?? (() => undefined);
  const journal = new Journal(archive);
  const run = journal.begin(runKey(options), now());
  const session = new Session(options.fetcher, archive, run, now, progress);
  const today = dayOf(now());
  const proposals: UnitProposal[] = [];
  const cannotLook: CompanyId[] = [];

  for (const [i, company] of companies.entries()) {
    progress({ step: "company", company: company.id, at: i + 1, of: companies.length });
    const since = options.since ?? sinceLast(journal.lastDone(company.id, run), today);
    const numbers = secNumbers(company, feeds);
    const own = feeds.feeds.filter((feed) => feed.companies.some((one) => one.company === company.id));
    if (numbers.length === 0 && own.length === 0) {
      cannotLook.push(company.id);
      continue;
    }
    const tagged: UnitProposal[] = [];
    for (const cik of numbers)
      tagged.push(
        ...(await findAtEdgar(session, endpoints, { company: company.id, cik, since, periodicReports: options.periodicReports })),
      );
    proposals.push(...tagged);
    for (const feed of own) await findInFeed(session, feed, company.id, since);
    if (tagged.length > 0) await session.attempt(company.id, () => Promise.resolve(options.propose?.(tagged)));
    if (!session.incomplete.has(company.id)) journal.done(run, company.id, now());
  }

  let prices: BtcPrice[] = [];
  if (feeds.prices !== null && options.withPrices !== false) {
    const source = feeds.prices;
    const from = startOf(monthOfDay(options.since ?? addDays(today, -FIRST_LOOK_DAYS)));
    prices = (await session.attempt(null, () => findPrices(session, source, from, today))) ?? [];
  }
  journal.finish(run, session.problems.length, now());
  return {
    run,
    documents: [...session.documents.values()].filter(({ origins }) => origins.some((origin) => origin.retrievedOn >= run.startedAt)),
    alreadyHere: session.alreadyHere,
    proposals,
    prices,
    problems: session.problems,
    incomplete: [...session.incomplete],
    cannotLook,
  };
}

async function findInFeed(session: Session, feed: Feed, company: CompanyId, since: Day): Promise<void> {
  const items = await session.attempt(company, async () => {
    const read = await session.list(feed.address, (xml) => readFeed(xml, feed.address));
    if (read === null) throw new Error(`The feed ${feed.address} is not there (404). Correct or remove it in feeds.json.`);
    return read;
  });
  for (const item of (items ?? []).filter((one) => isWanted(one, feed, company, since)).toReversed()) {
    const { address, title, publishedOn } = item;
    const about = { company, kind: "release", accession: null, form: null, title, publishedOn } as const;
    await session.attempt(company, () => session.archived(address, about));
  }
}

function isWanted(item: FeedItem, feed: Feed, company: CompanyId, since: Day): boolean {
  if (item.publishedOn !== null && item.publishedOn < since) return false;
  if (!looksLikeMonthlyUpdate(item.title)) return false;
  const names = feed.companies.find((one) => one.company === company)?.names ?? [];
  return names.length === 0 || names.some((name) => item.title.toLowerCase().includes(name.toLowerCase()));
}

async function findPrices(session: Session, source: PriceSource, from: Day, today: Day): Promise<BtcPrice[]> {
  const days: DailyPrice[] = [];
  let address: string | null = priceAddress(source, from, addDays(today, -1));
  for (let pages = 0; address !== null; pages++) {
    if (pages === MOST_PRICE_PAGES) throw new Error(`The prices at ${address} go on for more than ${MOST_PRICE_PAGES} pages.`);
    const at: string = address;
    const page = await session.list(at, (text) => readPricePage(text, source.format));
    if (page === null) throw new Error(`The prices at ${at} are not there (404). Correct the address in feeds.json.`);
    days.push(...page.days);
    address = page.next;
  }
  return monthlyPrices(
    days.filter(({ day }) => day >= from),
    today,
  );
}

function secNumbers(company: Pick<Company, "id" | "secCik">, feeds: FeedConfig): string[] {
  const all = [...secNumbersOf(company), ...(feeds.edgar.get(company.id) ?? [])];
  return [...new Set(all.map((cik) => cik.replace(/^0+(?=\d)/, "")))];
}

const sinceLast = (lastDone: string | undefined, today: Day): Day =>
  lastDone === undefined ? addDays(today, -FIRST_LOOK_DAYS) : addDays(lastDone.slice(0, 10), -OVERLAP_DAYS);

/** The key of a run: one with the same key can resume it. */
const runKey = ({ companies, since, withPrices, periodicReports }: FetchOptions): string =>
  JSON.stringify({
    companies: companies.map(({ id }) => id),
    since,
    prices: withPrices !== false,
    ...(periodicReports === true && { periodicReports }),
  });

const dayOf = (instant: number): Day => new Date(instant).toISOString().slice(0, 10);
