/** A document that a person names, by its file, address or text: its bytes → a reading. Commands and desk share it. */
import { readRelease, type ReadingOptions, type ReleaseReading } from "@/reader/readRelease";
import type { KnownFigures } from "@/reader/corroborate/recordView";
import { sha256Of } from "@/record/sha256";
import type { Company } from "@/domain/facts/company";
import { decodeText } from "../archive/documentText";

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

/** Reads a document, in the process that asks: readApart (apart.ts) does so beside a server. Never throws. */
export function readNamed(bytes: Uint8Array, known: KnownRecord, { address, contentType, ...asked }: AskedOf): NamedDocument {
  const reading = readRelease(decodeText(bytes, contentType ?? ""), {
    ...asked,
    ...{ companies: known.companies, record: known },
    ...(address !== undefined && { address }),
    ...(contentType !== undefined && { contentType }),
  });
  return { sha256: sha256Of(bytes), address: address ?? reading.document.address, reading };
}
