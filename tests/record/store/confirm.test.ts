/** Approving what something else confirms in one go, and taking it back in one go; and what the reader says when it reads again. */
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { figuresOf } from "@/domain/figures/figures";
import { auditLog } from "@/record/store/database/audit";
import { verifyAudit } from "@/record/store/copies/auditCheck";
import { candidates } from "@/record/store/review/candidates";
import type { Store } from "@/record/store/database/client";
import { acceptConfirmed, confirmedInQueue, undoChange } from "@/record/store/review/confirm";
import { queueDocument, type ReadDocument, type ReadFigure } from "@/record/store/review/documents";
import { dataVersion, loadRecord } from "@/record/store/states/loadRecord";
import { correct, refuse } from "@/record/store/review/review";
import { smallStore } from "../../stores";
import { testFolder } from "../../testFolder";

const folder = testFolder();

const ann = { by: "ann", at: "2025-06-10T09:00:00.000Z" };
let store: Store;
let count = 0;
beforeEach(async () => {
  store = await smallStore(`file:${join(folder, `${++count}.db`)}`);
  return () => store.close();
});

function document(
  name: string,
  text: string,
  figures: Partial<Record<ReadFigure["metric"], string>>,
  more: Partial<ReadFigure> = {},
): ReadDocument {
  return {
    sha256: name.padEnd(64, "0"),
    address: `https://example.org/${name}`,
    ...{ kind: "news_report", title: name, company: "riot", publishedOn: "2025-06-04", retrievedOn: "2025-06-05", warnings: [], text },
    candidates: Object.entries(figures).map(([metric, plain]) => ({
      ...{
        company: "riot",
        metric: metric as ReadFigure["metric"],
        period: "2025-05",
        amount: Math.round(Number(plain) * 1e8),
        plain,
        written: plain,
      },
      ...{ start: text.indexOf(plain), end: text.indexOf(plain) + plain.length, confidence: "high" as const, reasons: ["a clean row"] },
      ...more,
    })),
  };
}

const queue = (read: ReadDocument) => queueDocument(store, read, ann);
const states = async () => (await candidates(store)).map(({ document: { title }, metric, state }) => `${title} ${metric} ${state}`);
const may = async () =>
  (await loadRecord(store)).facts
    .filter(({ period }) => period === "2025-05")
    .map(({ metric, written, source }) => `${metric} ${written} ${source.address}`);

async function threeDocuments() {
  await queue(document("a1", "In May Riot produced 514 bitcoin, sold 500 and bought nothing.", { btc_produced: "514", btc_sold: "500" }));
  await queue(document("b2", "Production at Riot came to 514 coins.", { btc_produced: "514" }));
  await queue(document("c3", "In May Riot produced 514 bitcoin, sold 500 and bought nothing.", { btc_sold: "500" }));
}

test("only what a second document says in other words is approved, each with its own source, as one change", async () => {
  await threeDocuments();
  const before = (await dataVersion(store)).seq;
  const { seq, result } = await acceptConfirmed(store, ann, 2);
  expect([seq, (await dataVersion(store)).seq, result.accepted]).toEqual([before + 1, before + 1, [1, 3]]);
  expect(await may()).toEqual(["btc_produced 514 https://example.org/a1", "btc_produced 514 https://example.org/b2"]);
  // The copy with the same words confirms no sales.
  expect(await states()).toEqual(["a1 btc_produced accepted", "a1 btc_sold proposed", "b2 btc_produced accepted", "c3 btc_sold proposed"]);
  const [decided] = await candidates(store, { ids: [1] });
  expect(decided?.reviews[0]?.note).toBe("approved with 2 confirmed figures: a second document states it too");
  expect((await auditLog(store, { limit: 1 }))[0]).toMatchObject({ what: "accept", subject: { candidates: [1, 3], confirmed: true } });
});

test("one undo takes all of it back, but for what was corrected since", async () => {
  await threeDocuments();
  const untouched = await may();
  const { seq } = await acceptConfirmed(store, ann);
  await undoChange(store, seq ?? 0, "too early", ann);
  expect(await may()).toEqual(untouched);
  expect((await states()).every((state) => state.endsWith("proposed"))).toBe(true);
  await expect(undoChange(store, seq ?? 0, "again", ann)).rejects.toThrow("nothing to undo");

  const again = await acceptConfirmed(store, ann);
  await correct(store, 1, "515", "the document's own table", ann);
  await undoChange(store, again.seq ?? 0, "too early", ann);
  expect(await may()).toEqual(["btc_produced 515 https://example.org/a1"]);
});

test("it needs a reason to take back, and there must be something", async () => {
  await threeDocuments();
  const { seq } = await acceptConfirmed(store, ann);
  await expect(undoChange(store, seq ?? 0, " ", ann)).rejects.toThrow("needs a note");
  await expect(undoChange(store, 99, "why", ann)).rejects.toThrow("There is no change 99.");
});

test("when the number is not the one that was told, nothing is approved", async () => {
  await threeDocuments();
  const untouched = await may();
  await expect(acceptConfirmed(store, ann, 3)).rejects.toThrow("There were 3 confirmed figures and now there are 2.");
  expect(await may()).toEqual(untouched);
});

test("what the reader says when it knows more counts from then on, and saying the same again adds nothing", async () => {
  const text = "In May Riot produced 514 bitcoin";
  await queue(document("a1", text, { btc_produced: "514" }, { confidence: "low", reasons: ["far from its neighbours"] }));
  await queue(document("b2", "Production at Riot came to 514 coins.", { btc_produced: "514" }, { confidence: "low" }));
  const confirmed = async () =>
    (await confirmedInQueue(store, figuresOf(await loadRecord(store), "2025-06-10"))).map(({ candidate }) => candidate.id);
  expect(await confirmed()).toEqual([]);
  const better = document(
    "a1",
    text,
    { btc_produced: "514" },
    { corroboratedBy: ["the row's other column is on record"], alternatives: [] },
  );
  expect(await queue(better)).toMatchObject({ document: 1, isNew: false, added: 0, reread: 1 });
  expect(await queue(better)).toMatchObject({ document: 1, isNew: false, added: 0, reread: 0 });
  expect((await candidates(store, { ids: [1] }))[0]).toMatchObject({
    ...{
      confidence: "high",
      reasons: ["a clean row"],
      corroboratedBy: ["the row's other column is on record"],
      vetoedBy: [],
      alternatives: [],
    },
  });
  expect(await confirmed()).toEqual([1]);
});

test("numbers that the document may mean as well are kept as choices, from the first reading on", async () => {
  const alternatives = [{ plain: "5.14", written: "5,14" }];
  await queue(document("a1", "In May Riot produced 514 bitcoin", { btc_produced: "514" }, { confidence: "low", alternatives }));
  expect((await candidates(store))[0]?.alternatives).toEqual(alternatives);
});

test("a thousand figures and more are queued, read again, decided about in one go and logged like a few", { timeout: 60_000 }, async () => {
  const one = document("many", "In May Riot produced 514 bitcoin.", { btc_produced: "514" });
  const figures = Array.from({ length: 1_100 }, (_, amount) => one.candidates.map((figure) => ({ ...figure, amount }))).flat();
  const { document: id } = await queue({ ...one, candidates: figures });
  const again = figures.map((figure) => ({ ...figure, corroboratedBy: ["record"] }));
  expect(await queue({ ...one, candidates: again })).toMatchObject({ document: id, isNew: false, added: 0, reread: 1_100 });
  const ids = (await candidates(store, { document: id })).map((candidate) => candidate.id);
  await refuse(store, ids, "for the test", ann);
  const refused = await candidates(store, { ids, state: "refused" });
  expect(refused.map((candidate) => candidate.id)).toEqual(ids);
  expect(refused.every(({ corroboratedBy, reviews }) => corroboratedBy.length === 1 && reviews.length === 1)).toBe(true);
  expect(await verifyAudit(store)).toMatchObject({ ok: true, entries: 4 });
});
