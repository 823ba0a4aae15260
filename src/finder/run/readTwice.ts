/**
 * Reads documents oldest first, then again with the high-confidence figures of the first reading as knowledge. Figures on which two
 * documents disagree are left out; no document confirms itself; the reading is deterministic; nothing becomes a fact.
 */
import { messageOf } from "@/domain/shared/refusal";
import { companyId } from "@/domain/facts/company";
import { type Fact, keyOf, type SourceKind } from "@/domain/facts/fact";
import { groupBy } from "@/domain/shared/group";
import type { Day } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { nextTurn } from "@/record/csv/factsFile";
import { sha256Of } from "@/record/sha256";
import { readRelease, type ReadingOptions, type ReleaseReading } from "@/reader/readRelease";
import { RecordIndex } from "@/reader/corroborate/recordView";

export interface ReadableDocument {
  readonly sha256: string;
  readonly address: string;
  readonly kind: SourceKind;
  /** Content-Type from its server; empty when unknown. */
  readonly contentType: string;
  /** null: not known to the caller. */
  readonly publishedOn: Day | null;
  /** Throws when it cannot be decoded as text. */
  readonly text: () => string;
}

interface TwiceOptions<T extends ReadableDocument> {
  readonly documents: readonly T[];
  readonly record: Pick<OpenRecord, "companies" | "facts" | "prices">;
  /** Receives each document's second reading, and a key for the knowledge used; if it throws, the run ends. */
  readonly keep: (document: T, reading: ReleaseReading, knowing: string) => Promise<void>;
  /** Whether the document was kept before with the same knowledge. */
  readonly isKept: (document: T, knowing: string) => boolean;
  readonly progress: ((round: 1 | 2, done: number, of: number) => void) | undefined;
  /** Reports a document that cannot be read; it is left out. */
  readonly problem: (document: T, sentence: string) => void;
}

type Learned = Pick<Fact, "company" | "metric" | "period" | "value" | "source">;

/** Knowledge for reading a document. */
export type Known = Pick<ReadingOptions, "companies"> & { readonly record: RecordIndex };

/** Reads everything twice. Returns the number of figures that the first reading gave the second. */
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
    const sure = confidentFigures(document, reading);
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

/** Reads one document with this knowledge. */
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

function confidentFigures({ address, kind, publishedOn }: ReadableDocument, reading: ReleaseReading | undefined): Learned[] {
  const source = { id: 0, address, kind, publisher: "", publishedOn, retrievedOn: null };
  const all = reading?.candidates ?? [];
  // A document that contradicts the record somewhere may have its columns swapped: only its confirmed figures count.
  const isDoubtful = all.some(({ vetoedBy }) => vetoedBy.includes("record"));
  return all
    .filter(({ confidence, amount, corroboratedBy }) => confidence === "high" && amount >= 0 && (!isDoubtful || corroboratedBy.length > 0))
    .map(({ company, metric, period, amount }) => ({ company: companyId(company), metric, period, value: amount, source }));
}

/** Removes figures on which two documents disagree: one of them is wrong, and neither may support or contradict a third. */
function undisputed(learned: readonly Learned[]): Learned[] {
  const values = new Map([...groupBy(learned, keyOf)].map(([key, same]) => [key, new Set(same.map(({ value }) => value)).size]));
  return learned.filter((figure) => values.get(keyOf(figure)) === 1);
}

/** Undated documents come last; those of one day are sorted by hash, to be deterministic. */
function oldestFirst<T extends ReadableDocument>(documents: readonly T[], days: ReadonlyMap<string, Day>): T[] {
  const key = ({ sha256, publishedOn }: T) => `${publishedOn ?? days.get(sha256) ?? "9999-99-99"} ${sha256}`;
  return [...documents].sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

function fingerprint(known: readonly Learned[]): string {
  const lines = known.map((figure) => `${keyOf(figure)} ${figure.value} ${figure.source.address}`);
  return sha256Of(lines.join("\n")).slice(0, 16);
}
