/**
 * The archive of fetched documents. documents/ab/<sha256>/ holds `document.html` and `about.json` (origin, day, company), both created by
 * one atomic rename; listings/<sha256 of the address>.json the latest copy of what changes. Documents are never overwritten or deleted.
 */
import { parsedJson } from "@/record/parsedJson";
import { sha256Of } from "@/record/sha256";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { type Disk, realDisk } from "./disk";
import { takeLock } from "./lock";

const fetchedSchema = z.object({
  /** The requested address; identifies documents that are here already. */
  address: z.string(),
  /** ISO date and time. */
  retrievedOn: z.string(),
  etag: z.string().nullable(),
  lastModified: z.string().nullable(),
  contentType: z.string(),
});

const originSchema = fetchedSchema.extend({
  company: z.string(),
  /** "page": from a person's folder; only the reader can tell its company. */
  kind: z.enum(["exhibit", "filing", "release", "page"]),
  /** The SEC's number for the filing; null for a release. */
  accession: z.string().nullable(),
  form: z.string().nullable(),
  title: z.string(),
  publishedOn: z.string().nullable(),
});

const aboutSchema = z.object({ sha256: z.string(), bytes: z.number().int(), file: z.string(), origins: z.array(originSchema).min(1) });

const listingSchema = fetchedSchema.extend({
  /** null: the server says that the document does not exist. */
  body: z.string().nullable(),
});

/** The origin of a document. The same bytes may come from several addresses. */
export type Origin = Readonly<z.infer<typeof originSchema>>;

/** The latest copy of a changing resource. */
export type Listing = Readonly<z.infer<typeof listingSchema>>;

export interface ArchivedDocument {
  readonly sha256: string;
  readonly bytes: number;
  /** Path of the document's bytes. */
  readonly path: string;
  readonly origins: readonly Origin[];
}

/** The archive, open for writing and locked until it is closed. */
export class Archive {
  private readonly bySha = new Map<string, ArchivedDocument>();
  private readonly addresses = new Map<string, string>();
  private aside = 0;

  private constructor(
    readonly folder: string,
    readonly disk: Disk,
    private readonly release: () => void,
  ) {
    for (const document of documentsIn(folder)) this.add(document);
  }

  /** Opens (or creates) the archive in a folder for writing. Throws ArchiveInUse when another program writes to it. */
  static open(folder: string, disk: Disk = realDisk): Archive {
    const release = takeLock(folder);
    try {
      // Leftovers of a killed run, never part of the archive.
      disk.remove(join(folder, "aside"));
      return new Archive(folder, disk, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  close(): void {
    this.release();
  }

  documents(): readonly ArchivedDocument[] {
    return [...this.bySha.values()];
  }

  /** The document fetched from this address, if it is here. */
  at(address: string): ArchivedDocument | undefined {
    const sha256 = this.addresses.get(address);
    return sha256 === undefined ? undefined : this.bySha.get(sha256);
  }

  /** Adds a document to the archive, or an origin to one with the same bytes. */
  save(body: Uint8Array, origin: Origin): ArchivedDocument {
    const sha256 = sha256Of(body);
    const known = this.bySha.get(sha256);
    const about = {
      sha256,
      bytes: body.length,
      file: known === undefined ? `document.${extensionOf(origin)}` : known.path.slice(known.path.lastIndexOf("/") + 1),
      origins: [...(known?.origins ?? []).filter((other) => other.address !== origin.address), origin],
    };
    const home = homeOf(this.folder, sha256);
    const aside = this.asidePath();
    if (known === undefined) {
      this.disk.write(join(aside, about.file), body);
      this.disk.write(join(aside, "about.json"), toJson(about));
      this.disk.rename(aside, home);
    } else {
      this.disk.write(aside, toJson(about));
      this.disk.rename(aside, join(home, "about.json"));
    }
    const document = { sha256, bytes: body.length, path: join(home, about.file), origins: about.origins };
    this.add(document);
    return document;
  }

  /** The latest copy from this address, if there is a readable one. */
  listing(address: string): Listing | undefined {
    const path = listingPath(this.folder, address);
    if (!existsSync(path)) return undefined;
    const read = parsedJson(listingSchema, readFileSync(path, "utf8"));
    return read?.address === address ? read : undefined;
  }

  keepListing(listing: Listing): void {
    const aside = this.asidePath();
    this.disk.write(aside, toJson(listing));
    this.disk.rename(aside, listingPath(this.folder, listing.address));
  }

  private asidePath(): string {
    this.aside++;
    return join(this.folder, "aside", `${process.pid}-${this.aside}`);
  }

  private add(document: ArchivedDocument): void {
    this.bySha.set(document.sha256, document);
    for (const { address } of document.origins) this.addresses.set(address, document.sha256);
  }
}

/** The documents in an archive's folder, read-only: needs no lock. A folder that does not exist holds none. */
export function documentsIn(folder: string): ArchivedDocument[] {
  const documents = join(folder, "documents");
  if (!existsSync(documents)) return [];
  const found: ArchivedDocument[] = [];
  const inOrder = (path: string, names: RegExp): string[] =>
    readdirSync(path)
      .filter((name) => names.test(name))
      .sort();
  for (const part of inOrder(documents, /^[0-9a-f]{2}$/)) {
    for (const sha256 of inOrder(join(documents, part), /^[0-9a-f]{64}$/)) {
      const home = join(documents, part, sha256);
      const about = parsedJson(aboutSchema, readFileSync(join(home, "about.json"), "utf8"));
      if (about === undefined)
        throw new Error(
          `${join(home, "about.json")} cannot be read. Restore it from a backup, or move ${home} away to have the document fetched again.`,
        );
      found.push({ sha256: about.sha256, bytes: about.bytes, path: join(home, about.file), origins: about.origins });
    }
  }
  return found;
}

/** The bytes of a document, verified against its hash. Throws when the file was changed. */
export function readDocument(document: Pick<ArchivedDocument, "path" | "sha256">): Uint8Array {
  const body = readFileSync(document.path);
  if (sha256Of(body) !== document.sha256) throw new Error(`${document.path} is not what was fetched: its hash differs from its name.`);
  return body;
}

const homeOf = (folder: string, sha256: string): string => join(folder, "documents", sha256.slice(0, 2), sha256);

const listingPath = (folder: string, address: string): string => join(folder, "listings", `${sha256Of(address)}.json`);

function extensionOf({ contentType, address }: Origin): string {
  if (/html/i.test(contentType)) return "html";
  if (/pdf/i.test(contentType)) return "pdf";
  return /^[^?#]*\.html?($|[?#])/i.test(address) ? "html" : "txt";
}

const toJson = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;
