/** Shared by `fetch` and `backfill`: which companies and endpoints to query, and how to report progress. */
import { setting } from "@/record/setting";
import { documentsFolder } from "@/record/store/copies/backup";
import { Refusal } from "@/domain/shared/refusal";
import type { Company } from "@/domain/facts/company";
import { isSecure } from "@/finder/http/allowList";
import { edgarAt, SEC_HOSTS } from "@/finder/edgar/edgarSubmissions";
import { type FeedConfig, loadFeedConfig } from "@/finder/feeds/feedConfig";
import type { FinderReport } from "@/finder/run/finder";
import type { Waiting } from "@/finder/http/politeFetch";
import type { Progress } from "@/finder/archive/session";
import { declaredUserAgent } from "@/finder/http/userAgent";
import { COMMITTED } from "../recordFolder";
import { count, say } from "./terminal";

const FEEDS = "src/finder/feeds.json";

/** The companies (all by default), endpoints and output; validated before any request. Throws Refusal. */
export const finderSettings = (all: readonly Company[], named: readonly string[] | undefined) => ({
  companies: companiesNamed(all, named),
  folder: documentsFolder(),
  feeds: feedsFor(all),
  // May point to a mirror, or a server on this machine.
  endpoints: edgarAt(origin("EDGAR_DATA_ORIGIN", SEC_HOSTS.data), origin("EDGAR_WWW_ORIGIN", SEC_HOSTS.www)),
  progress: printProgress,
  waiting: printWaiting,
});

/** Prints how many documents were fetched, and how many were in the archive. */
export function printFetched({ documents, alreadyHere }: Pick<FinderReport, "documents" | "alreadyHere">): void {
  console.log(`${count(documents.length, "document")} fetched, ${alreadyHere} were here already.`);
}

/** Prints the problems by company; returns the exit status. */
export function printProblems(problems: FinderReport["problems"], advice = ""): number {
  const lines = problems.map(({ company, sentence }) => `  ${company === null ? "" : `${company}: `}${sentence}`);
  return say(`${count(problems.length, "problem")}${advice}:\n${lines.join("\n")}`, 1);
}

/** The User-Agent from SEC_USER_AGENT. Throws Refusal. */
export const askingAs = () => declaredUserAgent(setting("SEC_USER_AGENT"));

/** Feeds and prices, from the committed file or the one in SELLTHROUGH_FEEDS. Throws Refusal. */
const feedsFor = (companies: readonly Company[]): FeedConfig =>
  loadFeedConfig(setting("SELLTHROUGH_FEEDS") ?? FEEDS, new Set(companies.map(({ id }) => id)));

/** The companies in the arguments, separate or with commas; all when there are none. Throws Refusal. */
function companiesNamed(all: readonly Company[], named: readonly string[] | undefined): readonly Company[] {
  if (all.length === 0)
    throw new Refusal(`The record holds no companies to ask about. Import one first: npm run record -- import ${COMMITTED}`);
  if (named === undefined) return all;
  return named
    .flatMap((names) => names.split(","))
    .map((name) => {
      const found = all.find(({ id }) => id === name);
      if (found === undefined) throw new Refusal(`"${name}" is no company on record. There are: ${all.map(({ id }) => id).join(", ")}`);
      return found;
    });
}

function origin(name: string, usual: string): string {
  const written = setting(name);
  if (written === undefined) return usual;
  if (!URL.canParse(written) || !isSecure(new URL(written)))
    throw new Refusal(`${name} "${written}" must be an https address (http only on this machine), such as ${usual}.`);
  return written;
}

function printProgress(event: Progress): void {
  if (event.step === "company") console.error(`${event.at}/${event.of} ${event.company}`);
  if (event.step === "saved") console.error(`  saved ${event.address} (${event.bytes} bytes)`);
  if (event.step === "problem") console.error(`  problem: ${event.sentence}`);
}

function printWaiting({ milliseconds, because }: Waiting): void {
  console.error(`  waiting ${Math.ceil(milliseconds / 1000)} s: ${because}`);
}

/** Printed each time, so that its absence is not read as "nothing new". */
export function printUnsearchable(companies: readonly string[]): void {
  if (companies.length === 0) return;
  const whom = count(companies.length, "company", "companies");
  console.log(
    `Not looked for: ${whom} with neither an SEC number nor a feed (${companies.join(", ")}). Give each a number (sec_cik in companies.csv, or "edgar" in feeds.json) or a feed (feeds.json); until then read its releases with: npm run record -- read FILE|URL --queue`,
  );
}
