/**
 * Reads many documents against the record, oldest first, and then once more. Documents + record → each document's reading, with all that the
 * others taught. What the first reading finds with high confidence is known to every reading after it, so that in the second reading a
 * release is confirmed by those before and after it.
 * Rules: nothing that is learned here becomes a fact; a document never confirms itself (the reader sees to that); the same documents and
 * the same record give the same readings, so that a killed run that begins again ends alike.
 */
import { createHash } from "node:crypto";
import { companyId } from "@/domain/company";
import type { Fact, SourceKind } from "@/domain/fact";
import type { Day } from "@/domain/period";
import type { OpenRecord } from "@/domain/record";
import { readRelease, type ReleaseReading } from "@/reader/readRelease";

export interface ReadableDocument {
  /** SHA-256 of its bytes. */
  readonly sha256: string;
  readonly address: string;
  readonly kind: SourceKind;
  /** What its server said of it; empty when unknown. */
  readonly contentType: string;
  /** null: whoever found it does not know. */
  readonly publishedOn: Day | null;
  /** Throws when it cannot be had as text. */
  readonly text: () => string;
}

export interface TwiceOptions<T extends ReadableDocument> {
  readonly documents: readonly T[];
  readonly record: Pick<OpenRecord, "companies" | "facts" | "prices">;
  /** Given each document's second reading; what it throws ends the run. */
  readonly keep: (document: T, reading: ReleaseReading) => Promise<void>;
  /** True for a document that was kept before, knowing the same. */
  readonly isKept?: (document: T, knowing: string) => boolean;
  /** Told what the second reading knows, before it begins. */
  readonly learned?: (facts: number, knowing: string) => void;
  readonly progress?: (round: 1 | 2, done: number, of: number) => void;
  /** A document that cannot be read is told and left out. */
  readonly problem?: (document: T, sentence: string) => void;
}

type Known = Pick<Fact, "company" | "metric" | "period" | "value" | "source">;

/** Reads everything twice. Returns how many figures the first reading taught. */
export async function readTwice<T extends ReadableDocument>(options: TwiceOptions<T>): Promise<number> {
  const { record, keep, progress = () => undefined, problem = () => undefined } = options;
  const known: Known[] = [...record.facts];
  const days = new Map<string, Day>();
  const broken = new Set<T>();
  const attempt = (document: T): ReleaseReading | undefined => {
    try {
      return readArchived(document, document.text(), { ...record, facts: known });
    } catch (error) {
      broken.add(document);
      problem(document, error instanceof Error ? error.message : String(error));
      return undefined;
    }
  };

  const first = oldestFirst(options.documents, days);
  for (const [i, document] of first.entries()) {
    const reading = attempt(document);
    if (reading?.publishedOn !== undefined) days.set(document.sha256, reading.publishedOn);
    known.push(...surelyRead(document, reading));
    progress(1, i + 1, first.length);
    await breathe();
  }

  const learned = known.length - record.facts.length;
  const knowing = fingerprint(known);
  options.learned?.(learned, knowing);
  const second = oldestFirst(
    options.documents.filter((document) => !broken.has(document)),
    days,
  );
  for (const [i, document] of second.entries()) {
    if (options.isKept?.(document, knowing) !== true) {
      const reading = attempt(document);
      if (reading !== undefined) await keep(document, reading);
    }
    progress(2, i + 1, second.length);
    await breathe();
  }
  return learned;
}

/** Reads one document with what is known. */
export function readArchived(
  { address, contentType, publishedOn }: Omit<ReadableDocument, "text">,
  text: string,
  { companies, facts, prices }: Pick<OpenRecord, "companies" | "prices"> & { readonly facts: readonly Known[] },
): ReleaseReading {
  const options = {
    companies,
    address,
    record: { facts, prices },
    ...(contentType !== "" && { contentType }),
    ...(publishedOn !== null && { publishedOn }),
  };
  return readRelease(text, options);
}

function surelyRead({ address, kind, publishedOn }: ReadableDocument, reading: ReleaseReading | undefined): Known[] {
  const source = { id: 0, address, kind, publisher: "", publishedOn, retrievedOn: null };
  return (reading?.candidates ?? [])
    .filter(({ confidence, amount }) => confidence === "high" && amount >= 0)
    .map(({ company, metric, period, amount }) => ({ company: companyId(company), metric, period, value: amount, source }));
}

/** Documents of unknown day come last; those of one day in the order of their hashes, on any machine. */
function oldestFirst<T extends ReadableDocument>(documents: readonly T[], days: ReadonlyMap<string, Day>): T[] {
  const key = ({ sha256, publishedOn }: T) => `${publishedOn ?? days.get(sha256) ?? "9999-99-99"} ${sha256}`;
  return [...documents].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function fingerprint(known: readonly Known[]): string {
  const lines = known.map(({ company, metric, period, value, source }) => `${company} ${metric} ${period} ${value} ${source.address}`);
  return createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16);
}

/** Lets the program answer a signal to stop between two documents. */
const breathe = () => new Promise((resolve) => setImmediate(resolve));
