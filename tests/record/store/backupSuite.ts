/** Backup and restore, of a store in a file and of one on a server: what comes back is what was there, and nothing is overwritten. */
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { companyId } from "@/domain/facts/company";
import { period } from "@/domain/values/period";
import { Archive } from "@/finder/archive/archive";
import { dataPackageZip } from "@/files/package/dataPackage";
import { auditLog } from "@/record/store/database/audit";
import { verifyAudit } from "@/record/store/copies/auditCheck";
import { withdrawnFromRestored } from "@/record/store/states/authority";
import { backUp, type Manifest } from "@/record/store/copies/backup";
import { candidates } from "@/record/store/review/candidates";
import { openStore, type Store } from "@/record/store/database/client";
import { addFigure } from "@/record/store/review/deskEntry";
import { queueDocument } from "@/record/store/review/documents";
import { dataVersion, importHistory, loadRecord } from "@/record/store/states/loadRecord";
import { restore } from "@/record/store/copies/restore";
import { accept } from "@/record/store/review/review";
import { saveRecord } from "@/record/store/states/save";
import { keepUpload, readUpload } from "@/record/store/review/uploads";
import { FACTS, FACTS_HEAD, smallRecord } from "./files";
import { emptyStore, filed, save } from "../../stores";
import { testFolder } from "../../testFolder";

const AT = "2025-06-10T09:00:00.000Z";
const ann = { by: "ann", at: AT };

/** A store with files imported, a candidate accepted, another waiting, and a figure entered by hand. */
async function used(url: string): Promise<Store> {
  const store = await emptyStore(url);
  await saveRecord(store, filed(smallRecord()), { by: "files", at: "2025-06-01T00:00:00.000Z", files: { "facts.csv": "x" } });
  const one = { company: "riot", metric: "btc_produced", start: 0, end: 3, confidence: "high", reasons: [] } as const;
  const about = { sha256: "c".repeat(64), address: "https://www.riotplatforms.com/may", kind: "company_release", title: "" } as const;
  const figures = [
    { ...one, period: "2025-05", amount: 514e8, plain: "514", written: "514" },
    { ...one, period: "2025-06", amount: 450e8, plain: "450", written: "450" },
  ];
  const days = { publishedOn: "2025-06-04", retrievedOn: "2025-06-05" };
  await queueDocument(store, { ...about, ...days, company: "riot", text: "514, 450", warnings: [], candidates: figures }, ann);
  await accept(store, { ids: [1] }, ann, { note: "for the test" });
  await addFigure(
    store,
    {
      ...{ company: companyId("riot"), metric: "btc_held", period: period("2025-05"), value: 1_922_500_000_000, written: "19225" },
      ...{ line: 1, note: "counted by hand" },
      source: {
        address: "https://news.example.org/held",
        kind: "news_report",
        publisher: "news.example.org",
        publishedOn: "2025-06-05",
        retrievedOn: null,
      },
    },
    ann,
  );
  return store;
}

/** All that a store says of itself. */
const told = async (store: Store) => ({
  version: await dataVersion(store),
  record: await loadRecord(store),
  history: await importHistory(store),
  queue: await candidates(store),
  log: await auditLog(store, { limit: 100 }),
});

/** `address` gives that of a store that is not there yet, or of an empty server. */
export function backupSuite(name: string, address: () => Promise<string>): void {
  describe(`${name}: backup and restore`, () => {
    const folder = testFolder();
    const backup = join(folder, "backup");
    const documents = join(folder, "documents");
    let store: Store;
    let upload = "";
    let manifest: Manifest;
    beforeAll(async () => {
      store = await used(await address());
      upload = await keepUpload(store, new TextEncoder().encode(`${FACTS_HEAD}\n${FACTS[0] ?? ""}\n`), Date.now());
      mkdirSync(join(documents, "sec"), { recursive: true });
      writeFileSync(join(documents, "sec", "filing.htm"), "<p>514</p>");
      const archive = Archive.open(documents);
      archive.disk.write(join(documents, "aside", "1"), "a draft");
      manifest = await backUp(store, backup, AT, documents);
      archive.close();
    });
    afterAll(async () => {
      await store.close();
    });

    test("a backup holds the store, the documents and the uploads, each with its hash", () => {
      expect(manifest.files.map(({ path }) => path)).toEqual(
        expect.arrayContaining(["documents/sec/filing.htm", "store.db", `uploads/${upload}.csv`]),
      );
      expect(manifest.files.map(({ path }) => path).filter((path) => /lock|aside/.test(path))).toEqual([]);
      expect(manifest.import).toBe(3);
      expect(JSON.parse(readFileSync(join(backup, "manifest.json"), "utf8"))).toEqual(manifest);
    });

    test("what is restored is the store as it was: record, history, queue and log, and more can be done with it", async () => {
      const url = await address();
      const home = join(folder, "home");
      expect(await restore(backup, url, { by: "ann", at: AT, documents: home })).toMatchObject({
        from: "backup",
        version: manifest.version,
      });
      const restored = openStore(url);
      expect(await told(restored)).toEqual(await told(store));
      expect(await verifyAudit(restored)).toMatchObject({ ok: true, entries: manifest.log.entries });
      expect(readFileSync(join(home, "sec", "filing.htm"), "utf8")).toBe("<p>514</p>");
      expect(await readUpload(restored, upload)).toMatchObject({ ok: true });
      expect((await accept(restored, { ids: [2] }, ann, { note: "early" })).seq).toBe(4);
      await expect(restored.prisma.$executeRawUnsafe('DELETE FROM "Fact"')).rejects.toThrow("append-only");
      expect(await verifyAudit(restored)).toMatchObject({ ok: true });
      await restored.close();
    });

    test("where its documents cannot be put nothing is restored, and it can be tried again", async () => {
      const url = await address();
      const home = join(folder, "taken");
      writeFileSync(home, "");
      await expect(restore(backup, url, { by: "ann", at: AT, documents: home })).rejects.toThrow();
      rmSync(home);
      expect(await restore(backup, url, { by: "ann", at: AT, documents: home })).toMatchObject({ version: manifest.version });
    });

    test("what is written while the backup is made is in it whole or not at all", async () => {
      const busy = await used(await address());
      const lines = Array.from(
        { length: 8 },
        (_, i) => `riot,2024-0${i + 1},btc_produced,50${i},company_release,2025-05-05,https://www.riotplatforms.com/old,`,
      );
      const writing = (async () => {
        for (const i of lines.keys()) await save(busy, smallRecord([...FACTS, ...lines.slice(0, i + 1)]), AT);
      })();
      const made = [1, 2, 3].map((n) => backUp(busy, join(folder, `busy${n}`), AT, join(folder, "none")));
      const manifests = await Promise.all(made);
      await writing;
      const seqs = new Map((await importHistory(busy)).map(({ seq, id }) => [seq, id]));
      for (const one of manifests) expect(seqs.get(one.import)).toBe(one.version);
      await busy.close();
    });

    test("nothing is overwritten: neither an earlier backup nor a store that holds something", async () => {
      await expect(backUp(store, backup, AT, documents)).rejects.toThrow("is not empty");
      const before = await told(store);
      await expect(restore(backup, store.url, { by: "ann", at: AT, documents })).rejects.toThrow(
        "already, and a restore overwrites nothing",
      );
      expect(await told(store)).toEqual(before);
    });

    test.each([
      [
        "a truncated copy",
        (path: string) => {
          writeFileSync(path, readFileSync(path).subarray(0, 30_000));
        },
      ],
      [
        "a changed byte",
        (path: string) => {
          const bytes = readFileSync(path);
          bytes[bytes.length - 5] = (bytes.at(-5) ?? 0) ^ 1;
          writeFileSync(path, bytes);
        },
      ],
      [
        "a missing file",
        (path: string) => {
          rmSync(path);
        },
      ],
    ])("%s is noticed before anything is restored", async (what, spoil) => {
      const spoiled = join(folder, what);
      cpSync(backup, spoiled, { recursive: true });
      spoil(join(spoiled, "store.db"));
      const url = await address();
      await expect(restore(spoiled, url, { by: "ann", at: AT, documents: join(folder, "none") })).rejects.toThrow("Nothing was restored");
      // The same place takes the good one afterwards.
      expect((await restore(backup, url, { by: "ann", at: AT, documents: join(folder, "none") })).version).toBe(manifest.version);
    });

    test("a copy whose log does not hold is not restored", async () => {
      const forged = join(folder, "forged");
      cpSync(backup, forged, { recursive: true });
      const path = join(forged, "store.db");
      const copy = openStore(`file:${path}`);
      await copy.prisma.$executeRawUnsafe('DROP TRIGGER "AuditEntry_no_update"');
      await copy.prisma.$executeRawUnsafe(`UPDATE "AuditEntry" SET "by" = 'eve' WHERE "seq" = 2`);
      await copy.close();
      rmSync(join(forged, "manifest.json"));
      const { createHash } = await import("node:crypto");
      const sha256 = createHash("sha256").update(readFileSync(path)).digest("hex");
      writeFileSync(join(forged, "manifest.json"), JSON.stringify({ ...manifest, files: [{ path: "store.db", bytes: 1, sha256 }] }));
      await expect(restore(forged, await address(), { by: "ann", at: AT, documents: join(folder, "none") })).rejects.toThrow(
        "The log of the store does not hold",
      );
    });

    test("a public export brings back all that it holds, and files do not withdraw what was entered by hand", async () => {
      const record = await loadRecord(store);
      const zip = join(folder, "sellthrough.zip");
      writeFileSync(zip, dataPackageZip(record, "https://sellthrough.example.org"));
      const url = await address();
      const { from, version, stated } = await restore(zip, url, { by: "ann", at: AT });
      // Addresses that cite it with its version go on working.
      expect([from, version, stated]).toEqual(["export", record.version.id, record.version.id]);
      const restored = openStore(url);
      const said = ({ facts }: Awaited<ReturnType<typeof loadRecord>>) =>
        facts.map(({ company, metric, period: of, written, note }) => [company, metric, of, written, note].join(" ")).sort();
      expect(said(await loadRecord(restored))).toEqual(said(record));
      expect((await importHistory(restored))[0]).toMatchObject({ kind: "restored", by: "ann" });
      expect(await verifyAudit(restored)).toMatchObject({ ok: true });
      expect(await withdrawnFromRestored(restored, filed(smallRecord()))).toContain("would withdraw or replace 2 of its rows");
      // Files that only add take nothing away.
      expect(await withdrawnFromRestored(store, filed(smallRecord()))).toBeUndefined();
      await restored.close();
    });

    test("an archive that leads out of itself, or is none, is refused", async () => {
      const bad = join(folder, "bad.zip");
      writeFileSync(bad, zipSync({ "../outside.txt": new Uint8Array([1]) }));
      await expect(restore(bad, await address(), { by: "ann", at: AT })).rejects.toThrow("leads out of the archive");
      writeFileSync(bad, "no archive");
      await expect(restore(bad, await address(), { by: "ann", at: AT })).rejects.toThrow("is no ZIP archive");
      await expect(restore(join(folder, "nowhere"), await address(), { by: "ann", at: AT })).rejects.toThrow("is not there");
      expect([existsSync(join(folder, "outside.txt")), readdirSync(tmpdir()).includes("outside.txt")]).toEqual([false, false]);
    });
  });
}
