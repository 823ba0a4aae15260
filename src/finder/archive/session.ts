/**
 * One run's fetching, so that nothing is fetched twice: the archive first; a changing list once per run, by a conditional request. Nothing
 * is saved before it could be parsed; a host that refused us gets no more requests.
 */
import type { CompanyId } from "@/domain/facts/company";
import { messageOf } from "@/domain/shared/refusal";
import type { Archive, ArchivedDocument, Origin } from "./archive";
import { decodeText } from "./documentText";
import { FetchProblem } from "../http/fetchProblem";
import type { Run } from "./journal";
import type { Fetcher, Validators } from "../http/politeFetch";

/** Not requested, because the host has refused us in this run; the refusal has been reported. */
class HostSkipped extends Error {
  override readonly name = "HostSkipped";
}

export interface Problem {
  readonly company: CompanyId | null;
  readonly address: string | null;
  readonly sentence: string;
}

export type Progress =
  | { readonly step: "company"; readonly company: string; readonly at: number; readonly of: number }
  | { readonly step: "asking"; readonly address: string }
  | { readonly step: "saved"; readonly address: string; readonly company: string; readonly bytes: number }
  | ({ readonly step: "problem" } & Problem);

export type About = Pick<Origin, "company" | "kind" | "accession" | "form" | "title" | "publishedOn">;

export class Session {
  private readonly refusing = new Set<string>();
  /** The documents that this run found, by hash. */
  readonly documents = new Map<string, ArchivedDocument>();
  /** How many of them were in the archive already. */
  alreadyHere = 0;
  readonly problems: Problem[] = [];
  /** Companies of which a part of the work failed. */
  readonly incomplete = new Set<CompanyId>();

  constructor(
    private readonly fetcher: Fetcher,
    readonly archive: Archive,
    readonly run: Run,
    private readonly now: () => number,
    private readonly progress: (event: Progress) => void,
  ) {}

  /** Runs a part of the work. A failure from outside becomes a problem of the company and stops nothing else; any other is thrown. */
  async attempt<T>(company: CompanyId | null, part: () => Promise<T>): Promise<T | undefined> {
    try {
      return await part();
    } catch (error) {
      if (!isFromOutside(error)) throw error;
      if (company !== null) this.incomplete.add(company);
      if (error instanceof HostSkipped) return undefined;
      const problem = { company, address: error instanceof FetchProblem ? error.address : null, sentence: error.message };
      this.problems.push(problem);
      this.progress({ step: "problem", ...problem });
      return undefined;
    }
  }

  /** Reads a changing list (`lasting`: fetched only once). null: not found. Throws FetchProblem ("unreadable") or HostSkipped. */
  async list<T>(address: string, read: (text: string) => T, { lasting = false } = {}): Promise<T | null> {
    const held = this.archive.listing(address);
    const readable = held === undefined ? undefined : tryRead(held.body, read);
    if (held !== undefined && readable !== undefined && ((lasting && held.body !== null) || held.retrievedOn >= this.run.startedAt))
      return readable.value;
    const mayAskForChange = held !== undefined && held.body !== null && readable !== undefined;
    const answer = await this.ask(address, mayAskForChange ? held : undefined);
    const retrievedOn = new Date(this.now()).toISOString();
    if (answer.answer === "unchanged") {
      if (held === undefined || readable === undefined)
        throw new FetchProblem("status", address, `${address} says "unchanged" of what we do not hold.`);
      this.archive.keepListing({ ...held, retrievedOn });
      return readable.value;
    }
    if (answer.answer === "gone") {
      this.archive.keepListing({ address, retrievedOn, etag: null, lastModified: null, contentType: "", body: null });
      return null;
    }
    const { etag, lastModified, contentType } = answer;
    const body = decodeText(answer.body, contentType);
    let value: T;
    try {
      value = read(body);
    } catch (error) {
      throw new FetchProblem("unreadable", address, `${address} cannot be read. ${messageOf(error)}`);
    }
    this.archive.keepListing({ address, retrievedOn, etag, lastModified, contentType, body });
    return value;
  }

  /** Archives a document unless it is there. Throws FetchProblem or HostSkipped. */
  async archived(address: string, about: About): Promise<void> {
    const here = this.archive.at(address);
    if (here !== undefined) {
      this.alreadyHere++;
      this.documents.set(here.sha256, here);
      return;
    }
    const answer = await this.ask(address, undefined);
    if (answer.answer !== "fetched") throw new FetchProblem("status", address, `${address} is listed but not there (404).`);
    if (answer.body.length === 0) throw new FetchProblem("unreadable", address, `${address} is empty.`);
    const { etag, lastModified, contentType } = answer;
    const retrievedOn = new Date(this.now()).toISOString();
    const document = this.archive.save(answer.body, { address, ...about, retrievedOn, etag, lastModified, contentType });
    this.documents.set(document.sha256, document);
    this.progress({ step: "saved", address, company: about.company, bytes: document.bytes });
  }

  private async ask(address: string, validators: Validators | undefined): ReturnType<Fetcher> {
    const host = URL.canParse(address) ? new URL(address).host : "";
    if (this.refusing.has(host)) throw new HostSkipped(`${host} has refused us in this run, so ${address} was not asked for.`);
    this.progress({ step: "asking", address });
    try {
      return await this.fetcher({ address, validators });
    } catch (error) {
      if (error instanceof FetchProblem && error.stopsRun) this.refusing.add(host);
      throw error;
    }
  }
}

/** Whether another server or its text can cause the error. Anything else (a full disk, a bug) ends the run. */
function isFromOutside(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  return !("code" in error) && !(error instanceof TypeError || error instanceof ReferenceError || error instanceof RangeError);
}

/** Parses a cached copy; undefined when it cannot be. A cached "not found" is null. */
function tryRead<T>(body: string | null, read: (text: string) => T): { readonly value: T | null } | undefined {
  if (body === null) return { value: null };
  try {
    return { value: read(body) };
  } catch {
    return undefined;
  }
}
