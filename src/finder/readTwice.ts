/**
 * Reads documents oldest first, then again knowing what the first reading found with high confidence. What two state otherwise teaches
 * nothing; none confirms itself; the same input gives the same readings; nothing becomes a fact.
 */
import { messageOf } from "@/domain/refusal";
import { companyId } from "@/domain/company";
import { type Fact, keyOf, type SourceKind } from "@/domain/fact";
import { groupBy } from "@/domain/group";
import type { Day } from "@/domain/period";
import type { OpenRecord } from "@/domain/record";
import { nextTurn } from "@/record/csv/factsFile";
import { sha256Of } from "@/record/sha256";
import { readRelease, type ReadingOptions, type ReleaseReading } from "@/reader/readRelease";
import { RecordIndex } from "@/reader/recordView";

export interface ReadableDocument {
  readonly sha256: string;
  readonly address: string;
  readonly kind: SourceKind;
  /** What its server said of it; empty when unknown. */
  readonly contentType: string;
  /** null: not known to the caller. */
  readonly publishedOn: Day | null;
  /** Throws when it cannot be had as text. */
  readonly text: () => string;
}

export interface TwiceOptions<T extends ReadableDocument> {
  readonly documents: readonly T[];
  readonly record: Pick<OpenRecord, "companies" | "facts" | "prices">;
  /** Given each document's second reading, and what stands for all that was known meanwhile; what it throws ends the run. */
  readonly keep: (document: T, reading: ReleaseReading, knowing: string) => Promise<void>;
  /** True for a document that was kept before, knowing the same. */
  readonly isKept: (document: T, knowing: string) => boolean;
  readonly progress: ((round: 1 | 2, done: number, of: number) => void) | undefined;
  /** A document that cannot be read is reported and left out. */
  readonly problem: (document: T, sentence: string) => void;
}

type Learned = Pick<Fact, "company" | "metric" | "period" | "value" | "source">;

/** What a document is read against. */
export type Known = Pick<ReadingOptions, "companies"> & { readonly record: RecordIndex };

/** Reads everything twice. Returns how many figures the first reading taught. */
export async function readTwice<T extends ReadableDocument>(options: TwiceOptions<T>): Promise<number> {
  const { record, keep, isKept, progress = () => undefined, problem } = options;
  const learned: Learned[] = [];
  let known: Known = { companies: record.companies, record: new RecordIndex(record) };
  const days = new Map<string, Day>();
  const broken = new Set<T>();
  const attempt = (document: T): ReleaseReading | undefined => {
    try {
      return readArchived(document, document.text(), known);
    } catch (error) {
      broken.add(document);
      problem(document, messageOf(error));
      return undefined;
    }
  };

  const first = oldestFirst(options.documents, days);
  for (const [i, document] of first.entries()) {
    const reading = attempt(document);
    if (reading?.publishedOn !== undefined) days.set(document.sha256, reading.publishedOn);
    const sure = surelyRead(document, reading);
    known.record.add(sure);
    learned.push(...sure);
    progress(1, i + 1, first.length);
    await nextTurn();
  }

  const taught = undisputed(learned);
  known = { ...known, record: new RecordIndex({ ...record, facts: [...record.facts, ...taught] }) };
  const knowing = fingerprint([...record.facts, ...taught]);
  const second = oldestFirst(
    options.documents.filter((document) => !broken.has(document)),
    days,
  );
  for (const [i, document] of second.entries()) {
    const reading = isKept(document, knowing) ? undefined : attempt(document);
    if (reading !== undefined) await keep(document, reading, knowing);
    progress(2, i + 1, second.length);
    await nextTurn();
  }
  return taught.length;
}

/** Reads one document with what is known. */
export const readArchived = (
  { address, contentType, publishedOn }: Omit<ReadableDocument, "text">,
  text: string,
  known: Known,
): ReleaseReading =>
  readRelease(text, {
    ...known,
    address,
    ...(contentType !== "" && { contentType }),
    ...(publishedOn !== null && { publishedOn }),
  });

function surelyRead({ address, kind, publishedOn }: ReadableDocument, reading: ReleaseReading | undefined): Learned[] {
  const source = { id: 0, address, kind, publisher: "", publishedOn, retrievedOn: null };
  const all = reading?.candidates ?? [];
  // A document that contradicts the record somewhere may have its columns swapped: only what is confirmed in it counts.
  const isDoubtful = all.some(({ vetoedBy }) => vetoedBy.includes("record"));
  return all
    .filter(({ confidence, amount, corroboratedBy }) => confidence === "high" && amount >= 0 && (!isDoubtful || corroboratedBy.length > 0))
    .map(({ company, metric, period, amount }) => ({ company: companyId(company), metric, period, value: amount, source }));
}

/** Without the figures that two documents state otherwise: one of them is wrong, and neither may speak for or against a third. */
function undisputed(learned: readonly Learned[]): Learned[] {
  const values = new Map([...groupBy(learned, keyOf)].map(([key, same]) => [key, new Set(same.map(({ value }) => value)).size]));
  return learned.filter((figure) => values.get(keyOf(figure)) === 1);
}

/** Documents of unknown day come last; those of one day in the order of their hashes, on any machine. */
function oldestFirst<T extends ReadableDocument>(documents: readonly T[], days: ReadonlyMap<string, Day>): T[] {
  const key = ({ sha256, publishedOn }: T) => `${publishedOn ?? days.get(sha256) ?? "9999-99-99"} ${sha256}`;
  return [...documents].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function fingerprint(known: readonly Learned[]): string {
  const lines = known.map((figure) => `${keyOf(figure)} ${figure.value} ${figure.source.address}`);
  return sha256Of(lines.join("\n")).slice(0, 16);
}
