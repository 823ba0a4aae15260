import { appendFileSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Archive, documentsIn, type Origin, readDocument } from "@/finder/archive/archive";
import { decodeText, documentText } from "@/finder/archive/documentText";
import { Journal } from "@/finder/archive/journal";

let folder: string;
let archive: Archive;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "archive-"));
  archive = Archive.open(folder);
});
afterEach(() => {
  archive.close();
  rmSync(folder, { recursive: true, force: true });
});

const origin = (own: Partial<Origin> = {}): Origin => ({
  address: "https://example.org/a",
  company: "riot",
  kind: "release",
  accession: null,
  form: null,
  title: "t",
  publishedOn: null,
  retrievedOn: "2025-11-10T12:00:00.000Z",
  etag: null,
  lastModified: null,
  contentType: "text/html; charset=windows-1252",
  ...own,
});

const NOW = Date.parse("2025-11-10T12:00:00Z");
const reopen = (): Archive => {
  archive.close();
  archive = Archive.open(folder);
  return archive;
};

describe("the archive", () => {
  it("keeps the very bytes, and reads them in the encoding they were sent in", () => {
    const bytes = Uint8Array.from([0x33, 0x20, 0x96, 0x20, 0x35]);
    const saved = archive.save(bytes, origin());
    expect([...readDocument(saved)]).toEqual([...bytes]);
    expect(documentText(saved)).toBe("3 – 5");
  });

  it("has one document for the same bytes from two addresses, and finds it under both", () => {
    archive.save(Buffer.from("x"), origin());
    archive.save(Buffer.from("x"), origin({ address: "https://example.org/b", company: "mara" }));
    for (const address of ["https://example.org/a", "https://example.org/b"]) expect(reopen().at(address)?.origins).toHaveLength(2);
    expect(documentsIn(folder)).toHaveLength(1);
  });

  it("notices a document that was changed on the disk", () => {
    const saved = archive.save(Buffer.from("569 BTC"), origin());
    writeFileSync(saved.path, "659 BTC");
    expect(() => readDocument(saved)).toThrow(/not what was fetched/);
  });

  it("names a document whose description is damaged, instead of losing it", () => {
    const saved = archive.save(Buffer.from("x"), origin());
    writeFileSync(join(saved.path, "../about.json"), "{");
    expect(() => documentsIn(folder)).toThrow(/about\.json cannot be read/);
  });

  it("does not mind strange files in its folder", () => {
    archive.save(Buffer.from("x"), origin());
    writeFileSync(join(folder, "documents", ".DS_Store"), "");
    expect(documentsIn(folder)).toHaveLength(1);
  });
});

describe("text", () => {
  it.each([
    ["text/html; charset=iso-8859-1", "caf\u00e9", "latin1"],
    ["text/html", '<meta charset="windows-1252">café', "latin1"],
    ["application/xml", '<?xml version="1.0" encoding="ISO-8859-1"?>café', "latin1"],
    ["text/html", "café", "utf8"],
    ["text/html; charset=no-such", "café", "utf8"],
    ["text/plain; charset=utf-8", "\ufeffcafé", "utf16le"],
  ] as const)("sent as %s is read in its own encoding: %s", (contentType, text, encoding) => {
    expect(decodeText(Buffer.from(text, encoding), contentType)).toBe(text.replace("\ufeff", ""));
  });

  it("has no NUL, where a store would end it, and as many letters as before", () => {
    expect(decodeText(Buffer.from("463\0BTC"), "text/plain")).toBe("463\ufffdBTC");
  });
});

it("the marks that old filings write in windows-1252 are read as what they are", () => {
  const bytes = Uint8Array.from({ length: 32 }, (_, i) => 0x80 + i).filter((byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte));
  expect(decodeText(bytes, "text/html; charset=windows-1252")).toBe("€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ");
});

describe("the journal", () => {
  it("knows which documents have not been read, also after a kill in between", () => {
    const [a, b] = ["a", "b"].map((text) => archive.save(Buffer.from(text), origin({ address: `https://example.org/${text}` })));
    new Journal(archive).markRead(a?.sha256 ?? "", NOW);
    expect(new Journal(reopen()).unread().map(({ sha256 }) => sha256)).toEqual([b?.sha256]);
  });

  it("takes up a run that did not end only when the same is asked", () => {
    const first = new Journal(archive).begin("a", NOW);
    expect(new Journal(archive).begin("a", NOW + 1000)).toEqual({ ...first, resumed: true });
    expect(new Journal(archive).begin("b", NOW + 1000)).toMatchObject({ resumed: false });
    const other = new Journal(archive);
    other.finish(other.begin("b", NOW), 0, NOW);
    expect(new Journal(archive).begin("b", NOW + 1000).resumed).toBe(false);
  });

  it("a run from a later day on does not stand for the days that it left out", () => {
    const journal = new Journal(archive);
    const ran = (at: string, since: string | null) => {
      const run = journal.begin(JSON.stringify({ companies: ["mara"], since }), Date.parse(at));
      journal.done(run, "mara", Date.parse(at));
      journal.finish(run, 0, Date.parse(at));
      return journal.lastDone("mara", { id: "later", startedAt: "", resumed: false })?.slice(0, 10);
    };
    expect(ran("2025-08-01T00:00:00Z", "2025-05-01")).toBe("2025-08-01");
    expect(ran("2025-11-20T00:00:00Z", "2025-11-01")).toBe("2025-08-01");
    expect(ran("2025-11-21T00:00:00Z", null)).toBe("2025-11-21");
    expect(ran("2025-11-22T00:00:00Z", "2022-01-01")).toBe("2025-11-22");
  });

  it("survives a line that a kill has torn, and the next line stands on its own", () => {
    const run = new Journal(archive).begin("a", NOW);
    appendFileSync(join(folder, "journal.jsonl"), '{"event":"done","company":"ri');
    const journal = new Journal(archive);
    journal.done(run, "mara", NOW);
    const next = new Journal(archive);
    const later = { id: "later", startedAt: "", resumed: false };
    expect(next.lastDone("mara", later)).toBe("2025-11-10T12:00:00.000Z");
    expect(next.lastDone("riot", later)).toBeUndefined();
  });
});
