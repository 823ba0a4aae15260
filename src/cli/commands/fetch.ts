/**
 * `record fetch`: asks the SEC and the listed feeds for what is new, keeps each document, and has it read into the queue; with --prices
 * bitcoin's monthly prices too. It can be stopped at any time and run again: nothing is fetched or queued twice.
 */
import type { Company } from "@/domain/company";
import { figuresOf } from "@/domain/figures";
import { parseDay } from "@/domain/period";
import { isSecure } from "@/finder/allowList";
import type { ArchivedDocument } from "@/finder/archive";
import { edgarAt, type Endpoints } from "@/finder/edgarSubmissions";
import { unitDifferences } from "@/finder/unitDifference";
import { FeedConfigError, loadFeedConfig } from "@/finder/feedConfig";
import { runFinder } from "@/finder/finder";
import { ArchiveInUse } from "@/finder/lock";
import type { Progress } from "@/finder/session";
import { declaredUserAgent, UserAgentMissing } from "@/finder/userAgent";
import { readRelease, type ReadingOptions } from "@/reader/readRelease";
import { RecordIndex } from "@/reader/recordView";
import type { Store } from "@/record/store/client";
import { addPrices } from "@/record/store/deskEntry";
import { queueDocument } from "@/record/store/documents";
import { loadRecord } from "@/record/store/loadRecord";
import { titleOf, toQueue } from "./document";
import { toUnitDocument } from "./units";
import { countOf, operatorNow, optionsOf, Refusal, say, withStore } from "./terminal";

export const FETCH_USAGE =
  "npm run record -- fetch [--company COMPANY]… [--since DAY] [--prices] [--by NAME]   (SEC_USER_AGENT must say who asks)";

const FEEDS = "src/finder/feeds.json";
/** SELLTHROUGH_DOCUMENTS names another folder. */
const FOLDER = "data/documents";
/** EDGAR_DATA_ORIGIN and EDGAR_WWW_ORIGIN name a mirror, or a server on this machine. */
const EDGAR = { data: "https://data.sec.gov", www: "https://www.sec.gov" };

const OPTIONS = {
  company: { type: "string", multiple: true },
  since: { type: "string" },
  prices: { type: "boolean" },
  by: { type: "string" },
} as const;

export async function fetchCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = optionsOf(args, OPTIONS, FETCH_USAGE);
  if (positionals.length > 0) throw new Refusal(`"${positionals.join(" ")}" is no option. Write: ${FETCH_USAGE}`);
  const since = values.since === undefined ? null : parseDay(values.since);
  if (since === undefined) throw new Refusal(`"${values.since ?? ""}" is no day; write it as 2025-03-31. Write: ${FETCH_USAGE}`);
  const userAgent = setting(() => declaredUserAgent(process.env["SEC_USER_AGENT"]));
  const endpoints = edgarEndpoints();
  return withStore(async (store) => {
    const record = await loadRecord(store);
    if (record.companies.length === 0)
      throw new Refusal("The record holds no companies to ask about. Import one first: npm run record -- import prisma/data");
    const asked = companiesNamed(
      record.companies,
      values.company?.flatMap((name) => name.split(",")),
    );
    const operator = operatorNow(values.by);
    const known = new RecordIndex(record);
    const queued = { documents: 0, candidates: 0 };
    const read = async (document: ArchivedDocument, text: string) => {
      const { added, isNew } = await queue(store, document, text, { companies: record.companies, record: known }, operatorNow(values.by));
      queued.documents += isNew ? 1 : 0;
      queued.candidates += added;
    };
    const figures = figuresOf(record, operator.at.slice(0, 10));
    const checked = { different: 0, added: [] as string[] };
    const tracked = new Set(record.companies.map(({ id }) => id));
    const feeds = setting(() => loadFeedConfig(process.env["SELLTHROUGH_FEEDS"] ?? FEEDS, tracked));
    const report = await runFinder({
      companies: asked,
      since,
      folder: process.env["SELLTHROUGH_DOCUMENTS"] ?? FOLDER,
      userAgent,
      feeds,
      endpoints,
      withPrices: values.prices === true,
      progress: tellProgress,
      propose: async (proposals) => {
        for (const difference of unitDifferences(proposals, figures)) {
          const { by, at } = operatorNow(values.by);
          const { added } = await queueDocument(store, toUnitDocument(difference, at.slice(0, 10)), { by, at });
          checked.different++;
          if (added > 0) checked.added.push(`  ${difference.proposal.company} ${difference.proposal.period}: ${difference.sentence}`);
        }
      },
      waiting: ({ milliseconds, because }) => {
        console.error(`  waiting ${Math.ceil(milliseconds / 1000)} s: ${because}`);
      },
      read,
    }).catch(refusing);
    console.log(`${countOf(report.documents.length, "document")} fetched, ${report.alreadyHere} were here already.`);
    console.log(
      `${countOf(report.read.length, "document")} read; ${countOf(queued.candidates, "candidate is", "candidates are")} new in the queue.`,
    );
    if (checked.different > 0)
      console.log(
        `${countOf(checked.different, "holdings figure")} tagged for the SEC that the record states otherwise or lacks; ${checked.added.length} new in the queue${checked.added.length === 0 ? "." : ":"}`,
      );
    for (const line of checked.added) console.log(line);
    if (report.cannotLook.length > 0) console.log(cannotLook(report.cannotLook));
    if (report.prices.length > 0) {
      const { seq, details } = await addPrices(store, report.prices, operator);
      for (const line of details) console.log(line);
      console.log(seq === null ? "The monthly prices are on record already." : `Import ${seq}: the prices are on record.`);
    }
    const { problems } = report;
    // Asked for nobody who can be looked for, nothing was done.
    if (problems.length === 0) return report.cannotLook.length === asked.length ? 1 : 0;
    return say(
      `${countOf(problems.length, "problem")}:\n${problems.map(({ company, sentence }) => `  ${company === null ? "" : `${company}: `}${sentence}`).join("\n")}`,
      1,
    );
  });
}

function companiesNamed(all: readonly Company[], names: readonly string[] | undefined): readonly Company[] {
  if (names === undefined) return all;
  return names.map((name) => {
    const found = all.find(({ id }) => id === name);
    if (found === undefined) throw new Refusal(`"${name}" is no company on record. There are: ${all.map(({ id }) => id).join(", ")}`);
    return found;
  });
}

async function queue(
  store: Store,
  document: ArchivedDocument,
  text: string,
  known: Pick<ReadingOptions, "companies" | "record">,
  operator: { by: string; at: string },
) {
  const [origin] = document.origins;
  if (origin === undefined) throw new Error("it is not known where it came from");
  const reading = readRelease(text, {
    ...known,
    address: origin.address,
    contentType: origin.contentType,
    ...(origin.publishedOn === null ? {} : { publishedOn: origin.publishedOn }),
  });
  return queueDocument(
    store,
    toQueue(reading, {
      sha256: document.sha256,
      address: origin.address,
      // An exhibit is the company's release as filed; the form itself is a filing.
      kind: origin.kind === "filing" ? "filing" : "company_release",
      title: origin.title === "" ? titleOf(reading) : origin.title,
      publishedOn: origin.publishedOn ?? reading.publishedOn ?? null,
      retrievedOn: origin.retrievedOn.slice(0, 10),
    }),
    operator,
  );
}

/** Faults of the setting are sentences, not stacks. */
function setting<T>(take: () => T): T {
  try {
    return take();
  } catch (error) {
    return refusing(error);
  }
}

function refusing(error: unknown): never {
  if (error instanceof UserAgentMissing || error instanceof ArchiveInUse || error instanceof FeedConfigError)
    throw new Refusal(error.message);
  throw error;
}

function edgarEndpoints(): Endpoints {
  return edgarAt(origin("EDGAR_DATA_ORIGIN", EDGAR.data), origin("EDGAR_WWW_ORIGIN", EDGAR.www));
}

function origin(name: string, usual: string): string {
  const written = process.env[name]?.trim() ?? "";
  if (written === "") return usual;
  if (!URL.canParse(written) || !isSecure(new URL(written)))
    throw new Refusal(`${name} "${written}" must be an https address (http only on this machine), such as ${usual}.`);
  return written;
}

function tellProgress(event: Progress): void {
  if (event.step === "company") console.error(`${event.at}/${event.of} ${event.company}`);
  if (event.step === "saved") console.error(`  saved ${event.address} (${event.bytes} bytes)`);
  if (event.step === "problem") console.error(`  problem: ${event.sentence}`);
}

/** Said each time, so that nobody takes silence for "nothing new". */
function cannotLook(companies: readonly string[]): string {
  const whom = countOf(companies.length, "company", "companies");
  return `Not looked for: ${whom} with neither an SEC number nor a feed (${companies.join(", ")}). Give each a number (sec_cik in companies.csv, or "edgar" in feeds.json) or a feed (feeds.json); until then read its releases with: npm run record -- read FILE|URL --queue`;
}
