/**
 * From a document in the queue to the record: decisions, what they leave, and what cannot happen. The same must hold of a store in a file
 * and of one on a server, so it is run against both.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { beforeEach, describe, expect, test } from "vitest";
import { asOf } from "@/domain/facts/asOf";
import { auditLog, logAction } from "@/record/store/database/audit";
import { verifyAudit } from "@/record/store/copies/auditCheck";
import { candidates } from "@/record/store/review/candidates";
import { openStore, type Store } from "@/record/store/database/client";
import { addFigure, uploadFacts } from "@/record/store/review/deskEntry";
import { queueDocument } from "@/record/store/review/documents";
import { dataVersion, importHistory, loadRecord } from "@/record/store/states/loadRecord";
import { accept, correct, refuse, undo } from "@/record/store/review/review";
import { FACTS, RELEASE, smallRecord } from "./files";
import { ann, bob, figure, MAY, release } from "./readings";
import { bundled } from "../../bundled";
import { save, smallStore } from "../../stores";

let store: Store;

async function importFiles(facts: readonly string[] = FACTS, more: Readonly<Record<string, string>> = {}) {
  return save(store, smallRecord(facts, more), "2025-06-01T00:00:00.000Z");
}

const written = async (metric: string, period = "2025-05") =>
  (await loadRecord(store)).facts.filter((fact) => fact.metric === metric && fact.period === period).map((fact) => fact.written);

interface Decider {
  readonly child: ChildProcess;
  readonly ready: Promise<void>;
  /** All that it said. */
  readonly ended: Promise<string>;
}

function decider(by: string, what: "accept" | "refuse", ids: readonly number[]): Decider {
  const args = [bundled("tests/record/store/deciding.ts"), store.url, by, what, ...ids.map(String)];
  const child = spawn(process.execPath, args, { stdio: ["pipe", "pipe", "inherit"] });
  let said = "";
  const ready = new Promise<void>((resolve) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.startsWith("ready\n")) resolve();
    });
  });
  const ended = new Promise<string>((resolve, reject) => {
    child.on("close", (status) => {
      if (status === 0) resolve(said);
      else reject(new Error(`${by} ended with ${status ?? "a signal"}: ${said}`));
    });
  });
  return { child, ready: Promise.race([ready, ended.then(() => undefined)]), ended };
}

/** `fresh` gives the address of an empty store. */
export function reviewSuite(name: string, fresh: () => Promise<string>): void {
  describe(`decisions in ${name}`, () => {
    beforeEach(async () => {
      store = await smallStore(await fresh());
      return () => store.close();
    });

    test("what was read is no figure of the record until a person accepts it", async () => {
      const before = await dataVersion(store);
      await queueDocument(store, release([figure("btc_produced", "514")]), ann);
      expect([await dataVersion(store), await written("btc_produced")]).toEqual([before, []]);
    });

    test("an accepted figure is in the record with its source, under a new data version, and tells who approved it", async () => {
      await queueDocument(store, release([figure("btc_produced", "514")]), ann);
      const before = await dataVersion(store);
      const { seq, version } = await accept(store, { ids: [1] }, ann);
      const after = await dataVersion(store);
      expect([seq, after.seq, after.id]).toEqual([2, 2, version.id]);
      expect(after.id).not.toBe(before.id);
      const fact = (await loadRecord(store)).facts.at(-1);
      expect(fact).toMatchObject({ written: "514", source: { address: MAY, publishedOn: "2025-06-04", retrievedOn: "2025-06-05" } });
      expect((await importHistory(store))[0]).toMatchObject({
        kind: "desk",
        by: "ann",
        details: ["+ riot 2025-05 btc_produced 514 (company release, 2025-06-04)"],
      });
      expect((await auditLog(store, { limit: 1 }))[0]).toMatchObject({
        by: "ann",
        what: "accept",
        subject: { candidates: [1], import: 2, facts: [fact?.id] },
      });
    });

    test("a store that took the same figure from a file or from the desk holds the same version", async () => {
      await queueDocument(store, release([figure("btc_produced", "514")], { retrievedOn: "2025-06-05" }), ann);
      await accept(store, { ids: [1] }, ann);
      const line = `riot,2025-05,btc_produced,514,company_release,2025-06-04,${MAY},`;
      expect((await importFiles([...FACTS, line])).seq).toBeNull();
    });

    test("the same document again adds nothing, and only new figures when the reader has learned more", async () => {
      await queueDocument(store, release([figure("btc_produced", "514")]), ann);
      expect(await queueDocument(store, release([figure("btc_produced", "514")]), bob)).toMatchObject({
        document: 1,
        isNew: false,
        added: 0,
        reread: 0,
      });
      expect(await queueDocument(store, release([figure("btc_produced", "514"), figure("btc_sold", "500")]), bob)).toMatchObject({
        isNew: false,
        added: 1,
      });
    });

    test("of two who accept one candidate at the same time one wins, and the other is told by whom", async () => {
      await queueDocument(store, release([figure("btc_produced", "514")]), ann);
      const other = openStore(store.url);
      const ends = await Promise.allSettled([accept(store, { ids: [1] }, ann), accept(other, { ids: [1] }, bob)]);
      await other.close();
      const lost = ends.filter((end) => end.status === "rejected");
      expect(lost).toHaveLength(1);
      expect(String(lost[0]?.reason)).toMatch(/Candidate 1 was accepted by (ann|bob) already, on 2025-06-10 at \d\d:\d\d UTC\./);
      expect([await written("btc_produced"), (await verifyAudit(store)).ok]).toEqual([["514"], true]);
    });

    test("ten different candidates accepted at the same time are all in, each in an import of its own", async () => {
      const figures = Array.from({ length: 10 }, (_, i) =>
        figure("btc_produced", "500", { period: `2024-${String(i + 1).padStart(2, "0")}` }),
      );
      await queueDocument(store, release(figures), ann);
      const other = openStore(store.url);
      await Promise.all(figures.map((_, i) => accept(i % 2 === 0 ? store : other, { ids: [i + 1] }, ann, { note: "older months" })));
      await other.close();
      expect((await dataVersion(store)).seq).toBe(11);
      expect((await loadRecord(store)).facts.filter(({ written: text }) => text === "500")).toHaveLength(10);
      expect(await verifyAudit(store)).toMatchObject({ ok: true, entries: 12 });
    }, 60_000);

    test("what cannot be is refused whatever the note says: a candidate, a figure typed in, a line of a file", async () => {
      await queueDocument(store, release([figure("btc_produced", "51400")]), ann);
      await expect(accept(store, { ids: [1] }, ann, { note: "sure" })).rejects.toThrow(
        /all miners of the world were paid in 2025-05; correct it, or/,
      );
      await correct(store, 1, "514", "a digit too many", ann);
      const [typed] = (await loadRecord(store)).facts.filter(({ metric }) => metric === "btc_produced");
      if (typed === undefined) throw new Error("nothing was produced");
      const wrong = { ...typed, period: typed.period, metric: "btc_held" as const, value: 22_000_000e8, written: "22000000" };
      const before = await dataVersion(store);
      await expect(addFigure(store, { ...wrong, line: 1, note: "sure" }, ann)).rejects.toThrow(/21,000,000 BTC that there will ever be/);
      const filed = { facts: [{ ...wrong, file: "new.csv", line: 7 }], statements: [], sha256: "b".repeat(64) };
      await expect(uploadFacts(store, filed, ann, { note: "sure" })).rejects.toThrow(/new\.csv:7 riot/);
      expect(await dataVersion(store)).toEqual(before);
    });

    test("approval and import at the same time both count", async () => {
      await queueDocument(store, release([figure("btc_produced", "514")]), ann);
      const line = `riot,2025-05,btc_sold,500,company_release,2025-06-04,${MAY},`;
      await Promise.all([accept(store, { ids: [1] }, ann), importFiles([...FACTS, line])]);
      expect([await written("btc_produced"), await written("btc_sold")]).toEqual([["514"], ["500"]]);
    });

    test("three processes that decide about the same candidates, and imports meanwhile: every decision counts once, and nothing is lost", async () => {
      const months = Array.from({ length: 8 }, (_, i) => `2024-${String(i + 1).padStart(2, "0")}`);
      await queueDocument(store, release(months.map((period, i) => figure("btc_produced", String(500 + i), { period }))), ann);
      const ids = months.map((_, i) => i + 1);
      const deciders = [
        decider("ann", "accept", ids),
        decider("bob", "refuse", ids.toReversed()),
        decider("cem", "accept", [...ids.slice(4), ...ids.slice(0, 4)]),
      ];
      await Promise.all(deciders.map(({ ready }) => ready));
      const before = (await dataVersion(store)).seq;
      for (const { child } of deciders) child.stdin?.write("go\n");
      const lines: string[] = [];
      for (let day = 1; day <= 4; day++) {
        lines.push(`riot,2025-05,btc_sold,${500 + day},news_report,2025-06-0${day},${MAY},`);
        await importFiles([...FACTS, ...lines]);
      }
      const said = await Promise.all(deciders.map(({ ended }) => ended));

      const all = await candidates(store);
      expect(all.map(({ reviews }) => reviews.length)).toEqual(ids.map(() => 1));
      const mine = said.map((text) => [...text.matchAll(/^done (\d+)$/gm)].map(([, id]) => Number(id)));
      expect(mine.flat().sort((a, b) => a - b)).toEqual(ids);
      // Whoever said that it was done stands in the record, and whoever came late was told so.
      for (const [i, by] of ["ann", "bob", "cem"].entries()) {
        expect(all.filter(({ reviews }) => reviews[0]?.by === by).map(({ id }) => id)).toEqual(mine[i]?.toSorted((a, b) => a - b));
        expect(said[i]?.match(/^(done|late) /gm)).toHaveLength(ids.length);
      }
      const accepted = all.filter(({ state }) => state === "accepted");
      const facts = (await loadRecord(store)).facts.filter(({ metric }) => metric === "btc_produced");
      expect(facts.filter(({ period }) => period.startsWith("2024")).map(({ period, written: text }) => [period, text])).toEqual(
        facts.flatMap(({ period }) => accepted.filter((one) => one.period === period).map((one) => [period, one.written])),
      );
      expect(facts.filter(({ period }) => period.startsWith("2024"))).toHaveLength(accepted.length);
      expect((await written("btc_sold")).toSorted()).toEqual(["501", "502", "503", "504"]);
      // Each acceptance and each import is a version of its own; each refusal is none.
      expect((await dataVersion(store)).seq).toBe(before + accepted.length + lines.length);
      expect(await verifyAudit(store)).toMatchObject({ ok: true, entries: 1 + 1 + ids.length + lines.length });
    }, 180_000);

    test("a figure that contradicts the record needs a note; with one both stand, and the later release is chosen", async () => {
      const restated = figure("btc_sold", "480", { period: "2025-04" });
      await queueDocument(store, release([restated]), ann);
      await expect(accept(store, { ids: [1] }, ann)).rejects.toThrow("The record has 475 BTC by a company release");
      expect((await dataVersion(store)).seq).toBe(1);
      await accept(store, { ids: [1] }, ann, { note: "restated in the May release" });
      expect(await written("btc_sold", "2025-04")).toEqual(["475", "450", "480"]);
    });

    test("a figure read otherwise in the same document supersedes what was recorded from it; as of that day it is the new one", async () => {
      const again = figure("btc_sold", "480", { period: "2025-04" });
      await queueDocument(store, release([again], { address: RELEASE, publishedOn: "2025-05-05" }), ann);
      await accept(store, { ids: [1] }, ann, { note: "a typing error" });
      const record = await loadRecord(store);
      expect(record.supersessions.map(({ fact, by }) => [fact.written, by?.written])).toEqual([["475", "480"]]);
      expect(
        asOf(record, "2025-05-05")
          .facts.filter(({ metric }) => metric === "btc_sold")
          .map((fact) => fact.written),
      ).toEqual(["480"]);
    });

    test("files imported later do not bring back what the desk has replaced", async () => {
      const again = figure("btc_sold", "480", { period: "2025-04" });
      await queueDocument(store, release([again], { address: RELEASE, publishedOn: "2025-05-05" }), ann);
      await accept(store, { ids: [1] }, ann, { note: "a typing error" });
      expect((await importFiles()).seq).toBeNull();
      await importFiles([...FACTS, `riot,2025-05,btc_sold,500,company_release,2025-06-04,${MAY},`]);
      expect(await written("btc_sold", "2025-04")).toEqual(["450", "480"]);
    });

    test("a correction keeps what the document says and records the right figure with its note", async () => {
      await queueDocument(store, release([figure("btc_held", "192113")]), ann);
      await correct(store, 1, "19211", "the last digit is a footnote", ann);
      const fact = (await loadRecord(store)).facts.at(-1);
      expect([fact?.written, fact?.note]).toEqual(["19211", "the last digit is a footnote; printed as “192113”"]);
      const [candidate] = await candidates(store, { ids: [1] });
      expect([candidate?.state, candidate?.written]).toEqual(["corrected", "192113"]);
    });

    test("correcting an accepted figure supersedes it, and undoing takes both away", async () => {
      await queueDocument(store, release([figure("btc_produced", "541")]), ann);
      await accept(store, { ids: [1] }, ann);
      await correct(store, 1, "514", "digits swapped", bob);
      expect(await written("btc_produced")).toEqual(["514"]);
      await undo(store, 1, "the wrong company", ann);
      expect([await written("btc_produced"), (await candidates(store))[0]?.state]).toEqual([[], "proposed"]);
      await accept(store, { ids: [1] }, bob);
      expect([await written("btc_produced"), await verifyAudit(store)]).toMatchObject([["541"], { ok: true }]);
    });

    test("undoing an approval gives the record its earlier version back, word for word", async () => {
      const before = await dataVersion(store);
      const again = figure("btc_sold", "480", { period: "2025-04" });
      await queueDocument(store, release([again], { address: RELEASE, publishedOn: "2025-05-05" }), ann);
      await accept(store, { ids: [1] }, ann, { note: "a typing error" });
      await undo(store, 1, "it was right", bob);
      expect((await dataVersion(store)).id).toBe(before.id);
      expect((await importFiles()).seq).toBeNull();
    });

    test("a refused candidate stays out, with its reason, until that is undone", async () => {
      await queueDocument(store, release([figure("btc_produced", "514")]), ann);
      await refuse(store, [1], "an expectation", ann);
      await expect(accept(store, { ids: [1] }, bob)).rejects.toThrow("was refused by ann");
      await expect(refuse(store, [1], "twice", bob)).rejects.toThrow("was refused by ann");
      await undo(store, 1, "it is none", bob);
      await accept(store, { ids: [1] }, bob);
      expect(await written("btc_produced")).toEqual(["514"]);
    });

    test("decisions without their reason are refused and change nothing", async () => {
      await queueDocument(store, release([figure("btc_produced", "514")]), ann);
      await expect(refuse(store, [1], " ", ann)).rejects.toThrow("needs its reason");
      await expect(correct(store, 1, "514", "", ann)).rejects.toThrow("needs a note");
      await expect(correct(store, 1, "5,14", "x", ann)).rejects.toThrow("no figure in BTC");
      await expect(undo(store, 1, "x", ann)).rejects.toThrow("nothing to undo");
      await expect(accept(store, { ids: [7] }, ann)).rejects.toThrow("There is no candidate 7");
      expect(await store.prisma.review.count()).toBe(0);
    });

    test("a document in one go takes what nothing speaks against and leaves the rest with the reason", async () => {
      const figures = [
        figure("btc_produced", "514"),
        figure("btc_sold", "475", { period: "2025-04" }),
        figure("btc_held", "19211", { confidence: "low", reasons: ["the unit is not said"] }),
      ];
      await queueDocument(store, release(figures), ann);
      const { result, seq } = await accept(store, { document: 1 }, ann, { leaveFlagged: true });
      expect([seq, result.accepted, result.left.map(({ id }) => id)]).toEqual([2, [1], [2, 3]]);
      expect(await written("btc_held")).toEqual([]);
    });

    test("a figure of a document without a web address is not taken, as no file could state it", async () => {
      await queueDocument(store, release([figure("btc_produced", "514")], { address: "may.html" }), ann);
      await expect(accept(store, { ids: [1] }, ann)).rejects.toThrow(/Candidate 1 cannot stand in the record: source_url: "may\.html"/);
      expect(await store.prisma.review.count()).toBe(0);
    });

    test("a figure of a company that is not on record is not taken, and the message says what to do", async () => {
      await queueDocument(store, release([figure("btc_produced", "514", { company: "newco" })]), ann);
      await expect(accept(store, { ids: [1] }, ann)).rejects.toThrow("Add the company first");
    });

    test("the database refuses to change or delete documents, candidates, reviews and log entries, whoever asks", async () => {
      await queueDocument(store, release([figure("btc_produced", "514")]), ann);
      await accept(store, { ids: [1] }, ann);
      for (const table of ["Document", "Candidate", "Review", "AuditEntry"]) {
        const column = table === "AuditEntry" ? "seq" : "id";
        await expect(store.prisma.$executeRawUnsafe(`DELETE FROM "${table}"`)).rejects.toThrow("append-only");
        await expect(store.prisma.$executeRawUnsafe(`UPDATE "${table}" SET "${column}" = "${column}" + 1`)).rejects.toThrow("append-only");
      }
    });

    test("an entry that does not continue the chain does not get in", async () => {
      const add = (seq: number) =>
        store.prisma.$executeRawUnsafe(`INSERT INTO "AuditEntry" VALUES (${seq}, 'x', 'x', 'x', '{}', '${"0".repeat(64)}', 'f')`);
      await expect(add(9)).rejects.toThrow("out of the chain");
      await expect(add(2)).rejects.toThrow("out of the chain");
    });

    test("entries written at the same time make one chain", async () => {
      const other = openStore(store.url);
      const entry = (i: number) => ({ at: ann.at, by: `p${i}`, what: "login" as const, subject: {} });
      await Promise.all(Array.from({ length: 8 }, (_, i) => logAction(i % 2 === 0 ? store : other, entry(i))));
      await other.close();
      expect(await verifyAudit(store)).toMatchObject({ ok: true, entries: 9 });
    });

    /** As someone would who can write to the file: the triggers are dropped first. */
    async function forge(sql: string) {
      for (const table of ["AuditEntry", "Review", "Fact", "Import"])
        for (const what of ["update", "delete"]) await store.prisma.$executeRawUnsafe(`DROP TRIGGER IF EXISTS "${table}_no_${what}"`);
      await store.prisma.$executeRawUnsafe(sql);
    }

    test.each([
      ["a changed name", `UPDATE "AuditEntry" SET "by" = 'eve' WHERE "seq" = 3`, { ok: false, seq: 3 }],
      ["a changed subject", `UPDATE "AuditEntry" SET "subject" = '{}' WHERE "seq" = 2`, { ok: false, seq: 2 }],
      ["an entry taken out", `DELETE FROM "AuditEntry" WHERE "seq" = 2`, { ok: false, seq: 3, why: "entry 2 is missing" }],
      [
        "an end cut off",
        `DELETE FROM "AuditEntry" WHERE "seq" = 3`,
        { ok: false, seq: null, why: "import 2 is in the store, but no entry tells of it" },
      ],
      ["a changed figure", `UPDATE "Fact" SET "value" = "value" + 1, "written" = '515' WHERE "written" = '514'`, { ok: false, seq: 3 }],
      ["a changed import", `UPDATE "Import" SET "versionId" = 'x' WHERE "id" = 1`, { ok: false, seq: 1 }],
    ])("the audit finds %s", async (_, sql, found) => {
      await queueDocument(store, release([figure("btc_produced", "514")]), ann);
      await accept(store, { ids: [1] }, ann);
      expect(await verifyAudit(store)).toMatchObject({ ok: true, entries: 3 });
      await forge(sql);
      expect(await verifyAudit(store)).toMatchObject(found);
    });
  });
}
