/** The reading of a document that a person named → the queue, and what came of it in words. Commands and desk share it. */
import { SOURCE_KIND_LABEL, type SourceKind } from "@/domain/facts/fact";
import { count } from "@/domain/shared/numberText";
import type { Day } from "@/domain/values/period";
import type { ReleaseReading } from "@/reader/readRelease";
import { readAddress } from "@/record/csv/csvFields";
import type { Store } from "@/record/store/database/client";
import type { Operator } from "@/record/store/database/audit";
import { ReviewRefused } from "@/record/store/review/deskChange";
import { type Queued, queueDocument } from "@/record/store/review/documents";
import type { NamedDocument } from "./named";
import { type KnownSources, sourceKinds } from "./sourceKind";
import { toQueue } from "./toQueue";

/** The refusal of a document without an address, at the field "source". */
export const NO_SOURCE = "A figure needs its source’s web address, and this text names none.";

/** A document of the queue, and how many figures were read in it. */
interface QueuedReading extends Queued {
  readonly figures: number;
  /** The kind that it was queued as before, where the person says another now. */
  readonly keeps?: SourceKind;
}

/** Throws ReviewRefused, about the field "source", for what is no web address. */
export function mustBeAddress(written: string): void {
  if (readAddress(written) === undefined)
    throw new ReviewRefused(`“${written}” is no web address; write all of it, from https:// on.`, "source");
}

interface AboutNamed {
  /** As the person says; undefined: as its address does. */
  readonly kind: SourceKind | undefined;
  readonly publishedOn: Day | undefined;
  readonly sources: KnownSources;
}

/** Puts a reading into the queue, in one transaction. Throws ReviewRefused when there is nothing to put there, or no source. */
export async function queueNamed(
  store: Store,
  { sha256, address, reading }: NamedDocument,
  { kind: said, publishedOn, sources }: AboutNamed,
  operator: Operator,
): Promise<QueuedReading> {
  if (address === undefined) throw new ReviewRefused(NO_SOURCE, "source");
  mustBeAddress(address);
  const kind = said ?? sourceKinds(sources)(address);
  const about = { sha256, address, kind, title: "", publishedOn: publishedOn ?? null, retrievedOn: operator.at.slice(0, 10) };
  const document = toQueue(reading, about);
  const figures = document.candidates.length;
  if (figures === 0) throw new ReviewRefused(`There is nothing in it to decide: ${whyNone(reading)}.`, "text");
  const queued = await queueDocument(store, document, operator);
  return { ...queued, figures, ...(said !== undefined && said !== queued.kind && { keeps: queued.kind }) };
}

/** Of what is no text at all nothing else needs to be said. */
function whyNone({ document, warnings }: ReleaseReading): string {
  const why = document.text === "" ? warnings.slice(0, 1) : warnings;
  return why.length === 0 ? "it states no figure that the record keeps" : why.join("; ");
}

/** "3 figures were read in document 5.": what came of it, whether it is new or was read before. */
export function queuedText({ document, isNew, added, figures, keeps }: QueuedReading): string {
  const read = `${count(figures, "figure was", "figures were")} read in document ${document}`;
  if (isNew) return `${read}.`;
  const before = `${read}, which had been read before${keeps === undefined ? "" : ` as a ${SOURCE_KIND_LABEL[keeps]}, and stays one`}`;
  return added === 0 ? `${before}: nothing in it is new.` : `${before}: ${count(added, "is", "are")} new.`;
}
