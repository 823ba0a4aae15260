/** Gets a document named by the operator, a file or a web address, within limits of time and size, and reads it. */
import { setting } from "@/record/setting";
import { Refusal } from "@/domain/shared/refusal";
import { sha256Of } from "@/record/sha256";
import { readFile, stat } from "node:fs/promises";
import type { SourceKind } from "@/domain/facts/fact";
import { METRICS } from "@/domain/values/metric";
import { isSec } from "@/finder/http/allowList";
import { decodeText } from "@/finder/archive/documentText";
import { FetchProblem } from "@/finder/http/fetchProblem";
import { politeFetch, USUAL_RETRY } from "@/finder/http/politeFetch";
import { readRelease, type ReadingOptions, type ReleaseReading } from "@/reader/readRelease";
import type { ReadDocument } from "@/record/store/review/documents";
import { unreadable } from "@/record/unreadable";
import type { Known } from "./companies";

export interface NamedDocument {
  readonly sha256: string;
  /** undefined: a file whose text contains no address. */
  readonly address: string | undefined;
  readonly reading: ReleaseReading;
}

/** Short, because a person is waiting. */
const LONGEST_WAIT_MS = 60_000;

/** Larger than any release or filing, exhibits included. */
const MOST_BYTES = 60_000_000;

/** Reads a file or an address. `known`: the reader's prior knowledge. Throws Refusal when it cannot be fetched. */
export async function getDocument(
  target: string,
  known: Known,
  asked: Pick<ReadingOptions, "publishedOn" | "recordBefore"> = {},
): Promise<NamedDocument> {
  const fromWeb = /^https?:\/\//i.test(target);
  const { bytes, contentType } = fromWeb ? await fetched(target) : { bytes: await fromDisk(target), contentType: undefined };
  const options = {
    ...asked,
    companies: known.companies,
    record: known,
    ...(fromWeb && { address: target }),
    ...(contentType !== undefined && { contentType }),
  };
  const reading = readRelease(decodeText(bytes, contentType ?? ""), options);
  return { sha256: sha256Of(bytes), address: fromWeb ? target : reading.document.address, reading };
}

/** Metadata of a document besides its reading; an empty title or a null day of publication is taken from the document itself. */
type AboutDocument = Pick<ReadDocument, "sha256" | "address" | "kind" | "title" | "publishedOn" | "retrievedOn">;

/** Converts a reading for the queue. */
export const toQueue = (
  reading: ReleaseReading,
  { sha256, address, kind, title, publishedOn, retrievedOn }: AboutDocument,
): ReadDocument => ({
  ...{ sha256, address, kind, retrievedOn },
  title: title === "" ? titleOf(reading) : title,
  publishedOn: publishedOn ?? reading.publishedOn ?? null,
  company: reading.company ?? null,
  text: reading.document.text,
  warnings: reading.warnings,
  // A negative amount, or one in another unit than the metric's, cannot be a figure of the record.
  candidates: reading.candidates.filter(({ amount, metric, unit }) => amount >= 0 && METRICS[metric].unit === unit),
});

const MOST_TITLE = 160;

/** The document's own title: the first non-empty line of its text. */
function titleOf({ document }: ReleaseReading): string {
  const line = document.text.split("\n").find((text) => text.trim().length > 12 && !/^\s*https?:/.test(text));
  const title = (line ?? "").trim();
  return title.length <= MOST_TITLE ? title : `${title.slice(0, MOST_TITLE).replace(/\s+\S*$/, "")} …`;
}

/** The default kind of source for an address: the SEC's archive holds filings. */
export const kindOf = (address: string): SourceKind =>
  URL.canParse(address) && isSec(new URL(address).host) ? "filing" : "company_release";

async function fromDisk(path: string): Promise<Uint8Array> {
  try {
    const { size } = await stat(path);
    if (size > MOST_BYTES)
      throw new Refusal(`${path} has ${size} bytes, and no release or filing has more than ${MOST_BYTES}. Save the page as HTML or text.`);
    return await readFile(path);
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${unreadable(path, error)} For a page on the web, write its address from https:// on.`);
  }
}

const PROGRAM = "Sellthrough record reader";

async function fetched(address: string): Promise<{ bytes: Uint8Array; contentType: string }> {
  if (!URL.canParse(address)) throw new Refusal(`"${address}" is no web address; write all of it, from https:// on.`);
  const declared = setting("SEC_USER_AGENT") ?? "";
  const { host } = new URL(address);
  const asks = declared === "" && !isSec(host) ? { userAgent: PROGRAM, undeclared: true } : { userAgent: declared };
  const other = host.startsWith("www.") ? host.slice(4) : `www.${host}`;
  try {
    const answer = await politeFetch({
      ...asks,
      allowHosts: new Set([host, other]),
      retry: { ...USUAL_RETRY, tries: 3, patience: LONGEST_WAIT_MS },
      waiting: ({ milliseconds, because }) => {
        console.error(`${because} Trying again in ${Math.ceil(milliseconds / 1000)} s.`);
      },
    })({ address });
    if (answer.answer !== "fetched") throw new Refusal(`${address} is not there (404).`);
    return { bytes: answer.body, contentType: answer.contentType };
  } catch (error) {
    if (!(error instanceof FetchProblem)) throw error;
    if (error.kind !== "notAllowed" || error.address === address) throw new Refusal(`Nothing was read. ${error.message}`);
    throw new Refusal(
      `Nothing was read. ${address} leads on to ${error.address}, and only the site that was named is asked. If that is right, read that address.`,
    );
  }
}
