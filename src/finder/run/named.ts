/** A document that a person names, by its file, address or text: its bytes → a reading → the queue. Commands and desk share it. */
import { readRelease, type ReadingOptions, type ReleaseReading } from "@/reader/readRelease";
import type { KnownFigures } from "@/reader/corroborate/recordView";
import { readAddress } from "@/record/csv/csvFields";
import { sha256Of } from "@/record/sha256";
import type { Store } from "@/record/store/database/client";
import { type Operator, ReviewRefused } from "@/record/store/review/deskChange";
import { type Queued, queueDocument } from "@/record/store/review/documents";
import type { Company } from "@/domain/facts/company";
import { count } from "@/domain/shared/numberText";
import type { Day } from "@/domain/values/period";
import { decodeText } from "../archive/documentText";
import { type AboutDocument, toQueue } from "./toQueue";

/** The reader's prior knowledge. */
export interface KnownRecord extends KnownFigures {
  readonly companies: readonly Company[];
}

export interface NamedDocument {
  readonly sha256: string;
  /** Of its source: as the person says, else as its text does; undefined when neither names one. */
  readonly address: string | undefined;
  readonly reading: ReleaseReading;
}

/** What the person says of it. */
export interface AskedOf extends Pick<ReadingOptions, "publishedOn" | "recordBefore"> {
  readonly contentType?: string | undefined;
  /** Where it is from. */
  readonly address?: string | undefined;
}

/** Content-Type of what was typed or pasted: whatever encoding its head names, it comes as UTF-8. */
export const PASTED = "text/plain; charset=utf-8";

/** Reads a document. Never throws. */
export function readNamed(bytes: Uint8Array, known: KnownRecord, { address, contentType, ...asked }: AskedOf): NamedDocument {
  const reading = readRelease(decodeText(bytes, contentType ?? ""), {
    ...asked,
    ...{ companies: known.companies, record: known },
    ...(address !== undefined && { address }),
    ...(contentType !== undefined && { contentType }),
  });
  return { sha256: sha256Of(bytes), address: address ?? reading.document.address, reading };
}

/** The refusal of a document without an address, at the field "source". */
export const NO_SOURCE = "A figure needs its source’s web address, and this text names none.";

/** A document of the queue, and how many figures were read in it. */
export interface QueuedReading extends Queued {
  readonly figures: number;
}

/** Puts a reading into the queue, in one transaction. Throws ReviewRefused when there is nothing to put there, or no source. */
export async function queueNamed(
  store: Store,
  { sha256, address, reading }: NamedDocument,
  { kind, publishedOn }: Pick<AboutDocument, "kind"> & { readonly publishedOn: Day | undefined },
  operator: Operator,
): Promise<QueuedReading> {
  if (address === undefined) throw new ReviewRefused(NO_SOURCE, "source");
  if (readAddress(address) === undefined)
    throw new ReviewRefused(`“${address}” is no web address; write all of it, from https:// on.`, "source");
  const about = { sha256, address, kind, title: "", publishedOn: publishedOn ?? null, retrievedOn: operator.at.slice(0, 10) };
  const document = toQueue(reading, about);
  const figures = document.candidates.length;
  if (figures === 0) throw new ReviewRefused(`There is nothing in it to decide: ${whyNone(reading)}.`, "text");
  return { ...(await queueDocument(store, document, operator)), figures };
}

/** Of what is no text at all nothing else needs to be said. */
function whyNone({ document, warnings }: ReleaseReading): string {
  const why = document.text === "" ? warnings.slice(0, 1) : warnings;
  return why.length === 0 ? "it states no figure that the record keeps" : why.join("; ");
}

/** "3 figures were read in document 5.": what came of it, whether it is new or was read before. */
export function queuedText({ document, isNew, added, figures }: QueuedReading): string {
  const read = `${count(figures, "figure was", "figures were")} read in document ${document}`;
  if (isNew) return `${read}.`;
  if (added === 0) return `${read}, which had been read before: nothing in it is new.`;
  return `${read}, which had been read before: ${count(added, "is", "are")} new.`;
}
