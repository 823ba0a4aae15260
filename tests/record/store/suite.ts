/** What every store has to hold, whether it is a file or a libSQL server. */
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Store } from "@/record/store/database/client";
import { dataVersion, importHistory, loadRecord } from "@/record/store/states/loadRecord";
import { countLines } from "@/record/store/states/importWords";
import { saveRecord } from "@/record/store/states/save";
import { FACTS, RELEASE, smallRecord } from "./files";
import { committed, emptyStore, filed, save } from "../../stores";

/** `address` gives the address of a store that nobody used yet. */
export function storeSuite(name: string, address: () => Promise<string>): void {
  const fresh = async (): Promise<Store> => emptyStore(await address());

  describe(`${name}: who published a source`, () => {
    const register = (...lines: readonly string[]) => smallRecord(FACTS, { "publishers.csv": ["host,name,role", ...lines, ""].join("\n") });
    const publishers = async (store: Store) => (await loadRecord(store)).facts.map(({ source }) => source.publisher);
    let store: Store;
    beforeAll(async () => {
      store = await fresh();
    });
    afterAll(() => store.close());

    test("the register names it, for figures, policies and statements alike", async () => {
      await save(store, register("riotplatforms.com,Riot Platforms,company", "example.org,The Example,publisher"));
      expect(await publishers(store)).toEqual(["Riot Platforms", "Riot Platforms", "The Example", "The Example"]);
      const { policies, statements } = await loadRecord(store);
      expect([policies[0]?.publisher, statements[0]?.source.publisher]).toEqual(["Riot Platforms", "Riot Platforms"]);
    });

    test("a register that is corrected names every figure anew and counts its rows as changed; no fact changes, and the past keeps its names", async () => {
      const before = await loadRecord(store);
      const { counts } = await save(store, register("riotplatforms.com,Riot,company", "example.org,,mirror"));
      expect(countLines(counts)).toEqual(["2 publishers changed"]);
      const after = await loadRecord(store);
      expect(after.facts.map(({ source }) => source.publisher)).toEqual([
        ...["Riot", "Riot"],
        ...["a copy at news.example.org", "a copy at news.example.org"],
      ]);
      expect(after.facts.map(({ id }) => id)).toEqual(before.facts.map(({ id }) => id));
      expect(after.version.id).not.toBe(before.version.id);
      expect((await loadRecord(store, { atImport: 1 })).facts.map(({ source }) => source.publisher)).toEqual(
        before.facts.map(({ source }) => source.publisher),
      );
    });

    test("files without a register leave it as it is", async () => {
      expect((await save(store, smallRecord())).seq).toBeNull();
      expect(await publishers(store)).toContain("Riot");
    });
  });

  describe(`${name}: the history of a small record`, () => {
    let store: Store;
    beforeAll(async () => {
      store = await fresh();
    });
    afterAll(() => store.close());

    test("an empty store has an empty record and version", async () => {
      expect(await dataVersion(store)).toEqual({ id: "000000000000", date: "1970-01-01", seq: 0 });
      expect((await loadRecord(store)).facts).toEqual([]);
    });

    test("figures come back exactly as written, in file order, with their source", async () => {
      await save(store, smallRecord());
      const record = await loadRecord(store);
      expect(record.facts.map(({ company, metric, written, value }) => [company, metric, written, value])).toEqual([
        ["riot", "btc_produced", "463", 46_300_000_000],
        ["riot", "btc_sold", "475", 47_500_000_000],
        ["riot", "btc_sold", "450", 45_000_000_000],
        ["hut8", "btc_held", "569.0", 56_900_000_000],
      ]);
      expect(record.facts[1]?.source).toMatchObject({
        address: RELEASE,
        // No register is among these files.
        publisher: "Riot (a page at riotplatforms.com)",
        archive: `https://web.archive.org/web/20250505/${RELEASE}`,
        publishedOn: "2025-05-05",
      });
      expect(record.facts[1]?.recordedOn).toMatch(/^\d{4}-\d\d-\d\d$/);
      expect(record.statements.map(({ note }) => note)).toEqual(["sells to fund growth"]);
      expect(record.prices).toEqual([{ month: "2025-04", average: 8_587_652, close: 9_420_731, days: 30 }]);
      expect(record.companies.map(({ id, secCik }) => [id, secCik])).toEqual([
        ["hut8", null],
        ["riot", "1167419"],
      ]);
      expect(record.version.date).toBe("2025-05-06");
    });

    test("the same files again are nothing new and leave no import", async () => {
      const again = await save(store, smallRecord());
      expect([again.seq, again.details]).toEqual([null, []]);
      expect((await dataVersion(store)).seq).toBe(1);
    });

    test("a dry run tells the difference and writes nothing", async () => {
      const dry = await saveRecord(store, filed(smallRecord(FACTS.slice(1))), { by: "test", at: "", files: {}, dryRun: true });
      expect(dry.details).toEqual(["− riot 2025-04 btc_produced 463 (company release, 2025-05-05): no longer in the record"]);
      expect((await dataVersion(store)).seq).toBe(1);
    });

    test("a changed figure supersedes the old one, a removed line withdraws it, and both stay visible", async () => {
      const facts = FACTS.map((line) => line.replace("btc_sold,450", "btc_sold,449")).filter((line) => !line.includes("btc_produced"));
      const files = smallRecord(facts, { "listings.csv": "company,exchange,ticker,from,to\nriot,Nasdaq,RIOT,,\nhut8,TSX,HUT,,\n" });
      const { counts, details } = await save(store, files);
      expect(counts.facts).toEqual({ added: 1, superseded: 1, withdrawn: 1 });
      expect(details).toContain("~ riot 2025-04 btc_sold 450 → 449 (news report, 2025-05-06)");
      const { supersessions, facts: now } = await loadRecord(store);
      expect(supersessions.map(({ fact, by, recordedOn }) => [fact.written, by?.written, recordedOn])).toEqual([
        ["463", undefined, "2026-07-01"],
        ["450", "449", "2026-07-01"],
      ]);
      expect(now.map(({ written }) => written)).toEqual(["475", "569.0", "449"]);
    });

    test("the record as of an earlier import loads again exactly", async () => {
      const then = await loadRecord(store, { atImport: 1 });
      expect(then.facts.map(({ written }) => written)).toEqual(["463", "475", "450", "569.0"]);
      expect(then.supersessions).toEqual([]);
      expect(then.companies.find(({ id }) => id === "hut8")?.listings[0]?.to).toBe("2025-03");
      expect((await loadRecord(store)).companies.find(({ id }) => id === "hut8")?.listings[0]?.to).toBeNull();
      await expect(loadRecord(store, { atImport: 9 })).rejects.toThrow("no import 9");
    });

    test("going back to earlier files gives the earlier version, though the history is longer", async () => {
      await save(store, smallRecord());
      const history = await importHistory(store);
      expect(history.map(({ seq, kind }) => [seq, kind])).toEqual([
        [3, "record"],
        [2, "record"],
        [1, "record"],
      ]);
      expect(history[0]?.id).toBe(history[2]?.id);
      expect(history[0]?.id).not.toBe(history[1]?.id);
    });

    test("a record that is loaded from any other state is the one that is loaded from nothing, with the facts that both have", async () => {
      const { seq } = await dataVersion(store);
      const states = Array.from({ length: seq + 1 }, (_, atImport) => atImport);
      for (const from of states)
        for (const atImport of states) {
          const earlier = await loadRecord(store, { atImport: from });
          const record = await loadRecord(store, { atImport, earlier });
          expect(record).toEqual(await loadRecord(store, { atImport }));
          const known = new Set(earlier.facts);
          const ids = new Set(earlier.facts.map(({ id }) => id));
          expect(record.facts.filter((fact) => known.has(fact))).toEqual(record.facts.filter(({ id }) => ids.has(id)));
        }
    });

    test("former names that the files do not state stay as they are", async () => {
      const names = { "names.csv": 'company,name,from,to,source_url,note\nriot,"Riot Blockchain, Inc.",,2022-12,,\n' };
      await save(store, smallRecord(FACTS, names));
      expect((await save(store, smallRecord())).seq).toBeNull();
      expect((await loadRecord(store)).companies.find(({ id }) => id === "riot")?.formerNames).toEqual([
        { name: "Riot Blockchain, Inc.", from: null, to: "2022-12", sourceUrl: "", note: "" },
      ]);
    });

    test.each([
      ['UPDATE "Fact" SET value = 1', "Fact is append-only"],
      ['DELETE FROM "Fact"', "Fact is append-only"],
      [`UPDATE "Import" SET "by" = 'x'`, "Import is append-only"],
      ['DELETE FROM "Supersession"', "Supersession is append-only"],
      [`UPDATE "Source" SET publisher = 'x'`, "Source is append-only"],
      ['DELETE FROM "Policy"', "Policy keeps its history"],
      [`UPDATE "Policy" SET policy = 'holds_all'`, "Policy keeps its history"],
      ['UPDATE "Listing" SET "retiredIn" = 9 WHERE "retiredIn" IS NOT NULL', "Listing keeps its history"],
    ])("the database itself refuses %s", async (sql, message) => {
      await expect(store.prisma.$executeRawUnsafe(sql)).rejects.toThrow(message);
    });
  });

  describe(`${name}: files and versions`, () => {
    test("the same content has the same version however many imports it took, also when lines come in between", async () => {
      const [one, two] = [await fresh(), await fresh()];
      const first = FACTS[2] ?? "";
      const tie = first.replace("news.example.org/riot", "a.example.org/riot").replace(",450,", ",451,");
      await save(one, smallRecord(FACTS));
      await save(one, smallRecord([...FACTS.slice(0, 2), tie, ...FACTS.slice(2)]));
      await save(two, smallRecord([...FACTS.slice(0, 2), tie, ...FACTS.slice(2)]));
      expect((await dataVersion(one)).id).toBe((await dataVersion(two)).id);
      // "then the first in file": the new line stands before the old one in both.
      const order = async (store: Store) =>
        (await loadRecord(store)).facts.filter(({ metric }) => metric === "btc_sold").map((f) => f.written);
      expect(await order(one)).toEqual(await order(two));
      await Promise.all([one.close(), two.close()]);
    });

    test("two lines that agree word for word are two facts", async () => {
      const store = await fresh();
      const twice = smallRecord([...FACTS, ...FACTS.slice(0, 1)]);
      await save(store, twice);
      expect((await loadRecord(store)).facts).toHaveLength(5);
      expect((await save(store, twice)).seq).toBeNull();
      await store.close();
    });

    test("what was entered at the desk is not undone by a file", async () => {
      const store = await fresh();
      await save(store, smallRecord());
      const [version] = await importHistory(store);
      await store.prisma.import.create({
        data: {
          id: 2,
          at: "2026-07-02T00:00:00Z",
          by: "desk",
          kind: "desk",
          files: "{}",
          counts: "{}",
          details: "[]",
          versionId: "x",
          versionDate: version?.date ?? "",
        },
      });
      await store.prisma.fact.create({
        data: {
          id: 100,
          companyId: "riot",
          metric: "btc_held",
          period: "2025-04",
          value: 1_921_100_000_000n,
          unit: "BTC",
          written: "19211",
          sourceId: 1,
          note: "",
          addedIn: 2,
        },
      });
      expect((await save(store, smallRecord())).seq).toBeNull();
      await save(store, smallRecord(FACTS.slice(1)));
      expect((await loadRecord(store)).facts.map(({ written }) => written)).toContain("19211");
      await store.close();
    });

    test("the committed record goes in and comes out whole", async () => {
      const store = await fresh();
      await save(store, committed());
      const record = await loadRecord(store);
      const lines = filed(committed());
      expect(record.facts.map(({ company, metric, period, written }) => [company, metric, period, written])).toEqual(
        lines.facts.map(({ company, metric, period, written }) => [company, metric, period, written]),
      );
      expect(record.statements).toHaveLength(lines.statements.length);
      expect((await save(store, committed())).seq).toBeNull();
      await store.close();
    });
  });
}
