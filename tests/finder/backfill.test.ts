/**
 * A backfill from the web to the record: a year of three made-up companies, one month restated, one release with swapped columns. The record
 * that results is the truth known to the test, and what is swapped waits for a person; killed at any step, nothing is lost or doubled.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { figuresOf } from "@/domain/figures/figures";
import type { MetricId } from "@/domain/values/metric";
import { documentsIn } from "@/finder/archive/archive";
import { candidates, type QueuedCandidate } from "@/record/store/review/candidates";
import { acceptConfirmed, undoChange } from "@/record/store/review/confirm";
import { loadRecord } from "@/record/store/states/loadRecord";
import { accept, refuse } from "@/record/store/review/review";
import { type Filling, fillingOn } from "./filling";
import { type LocalServer, startServer } from "./localServer";
import { COMPANIES, RESTATED, SWAPPED, truthOf } from "./year";
import { testFolder } from "../testFolder";

const SEED = 20_240_101;
const root = testFolder();

let server: LocalServer;
let filling: Filling;
let count = 0;
beforeEach(async () => {
  server = await startServer();
  filling = await fillingOn(server, join(root, String(++count)), SEED);
});
afterEach(async () => {
  await filling.store.close();
  await server.close();
});

const METRICS: readonly (readonly [MetricId, "produced" | "sold" | "held"])[] = [
  ["btc_produced", "produced"],
  ["btc_sold", "sold"],
  ["btc_held", "held"],
];

/** Keys whose figure on record is not the truth, with what stands there. */
async function untrue(): Promise<string[]> {
  const figures = figuresOf(await loadRecord(filling.store), "2025-02-01");
  return [...truthOf(SEED)].flatMap(([company, months]) =>
    months.flatMap((month) =>
      METRICS.flatMap(([metric, name]) => {
        const stated = figures.choice(company as never, metric, month.month)?.chosen.value;
        return stated === month[name] * 1e8 ? [] : [`${company} ${month.month} ${metric} ${stated ?? "missing"}`];
      }),
    ),
  );
}

const isTrue = ({ company, metric, period, value }: QueuedCandidate) => {
  const name = METRICS.find(([id]) => id === metric)?.[1];
  const month = truthOf(SEED)
    .get(company)
    ?.find((one) => one.month === period);
  return name !== undefined && month !== undefined && month[name] * 1e8 === value;
};

const today = { by: "ann", at: "2025-02-01T09:00:00.000Z" };

describe("a backfill of a year", () => {
  it("leads to the record that is the truth; the restated month and the swapped release wait for a person", async () => {
    const done = await filling.run();
    expect(done.problems).toEqual([]);
    expect(done.documents).toHaveLength(36);
    const { result, seq } = await acceptConfirmed(filling.store, today);
    const waiting = await candidates(filling.store, { state: "proposed" });

    // Whatever was approved in one go is true, and it is nearly all.
    const approved = await candidates(filling.store, { state: "accepted" });
    expect(approved.filter((one) => !isTrue(one)).map(({ company, period, metric }) => `${company} ${period} ${metric}`)).toEqual([]);
    expect(result.accepted.length).toBeGreaterThan(150);
    const open = await untrue();
    expect(open.every((key) => key.endsWith("missing"))).toBe(true);
    const contested = [
      `${RESTATED.company} ${RESTATED.month} btc_produced`,
      ...["2024-07", "2024-08"].map((month) => `${SWAPPED.company} ${month}`),
      // Said once, in January's releases, and in no books.
      ...COMPANIES.flatMap(({ id }) => ["produced", "sold"].map((flow) => `${id} 2023-12 btc_${flow}`)),
    ];
    expect(open.filter((key) => !contested.some((start) => key.startsWith(start)))).toEqual([]);

    // The swapped release waits: all that it says wrongly, and nothing of it is on record.
    const swapped = waiting.filter(({ source }) => source.address === server.origin + filling.year.swapped);
    expect(swapped.filter((one) => !isTrue(one)).length).toBeGreaterThanOrEqual(6);
    expect(waiting.some((one) => one.company === RESTATED.company && one.period === RESTATED.month && one.metric === "btc_produced")).toBe(
      true,
    );

    // A person decides about what is left, and the record is the truth.
    await refuse(
      filling.store,
      waiting.filter((one) => !isTrue(one)).map(({ id }) => id),
      "the columns are swapped, or it was restated",
      today,
    );
    await accept(filling.store, { ids: waiting.filter(isTrue).map(({ id }) => id) }, today, { note: "looked at" });
    expect(await untrue()).toEqual([]);

    // Each figure keeps its document, its words and what confirmed it.
    const texts = new Map((await filling.store.prisma.document.findMany()).map(({ id, text }) => [id, text]));
    for (const { document, start, end, printed, reviews } of approved) {
      expect(texts.get(document.id)?.slice(start, end)).toContain(printed);
      expect(reviews[0]?.note).toMatch(/a second document states it too|the books close with it/);
    }

    // One undo takes back all that was approved in one go.
    await undoChange(filling.store, seq ?? 0, "the test says so", today);
    expect((await candidates(filling.store, { state: "proposed" })).length).toBe(approved.length);
  }, 120_000);

  it("run again fetches no document again, queues nothing again and reads nothing again", async () => {
    await filling.run();
    const before = await filling.snapshot();
    for (const path of filling.year.documents) expect([path, server.served(path)]).toEqual([path, 1]);
    const again = await filling.run();
    expect(again.fetched).toMatchObject({ documents: [], alreadyHere: 36 });
    for (const path of filling.year.documents) expect([path, server.served(path)]).toEqual([path, 1]);
    expect(await filling.snapshot()).toEqual(before);
    expect(filling.kept()).toBe(36);
  }, 60_000);

  it("reads a person's folder of saved pages; a page that names no address is told", async () => {
    const pages = join(root, `pages-${count}`);
    mkdirSync(join(pages, "news"), { recursive: true });
    const body = `<html><head><link rel="canonical" href="https://news.example.org/alder-march"></head><body><h1>Alder Mining March 2024 production</h1><p>April 3, 2024 - Alder Mining Corp. produced ${truthOf(SEED).get("alder")?.[3]?.produced ?? 0} bitcoin in March 2024.</p></body></html>`;
    writeFileSync(join(pages, "news", "alder.html"), body);
    writeFileSync(join(pages, "nameless.html"), "<html><body>Alder Mining produced 200 bitcoin in March 2024.</body></html>");
    writeFileSync(join(pages, "picture.png"), "");
    const first = await filling.run({ online: false, pages });
    expect(server.asked).toEqual([]);
    expect(first.pages).toEqual({ taken: 1, alreadyHere: 0 });
    expect(first.problems.map(({ sentence }) => sentence)).toEqual([
      "nameless.html names no web address that it is from. Write the address into its first line and run the command again.",
    ]);
    const found = await candidates(filling.store);
    expect(found.map(({ company, period, metric, source }) => [company, period, metric, source.address, source.kind])).toEqual([
      ["alder", "2024-03", "btc_produced", "https://news.example.org/alder-march", "news_report"],
    ]);
    expect((await filling.run({ online: false, pages })).pages).toEqual({ taken: 0, alreadyHere: 1 });
    expect(documentsIn(filling.folder)).toHaveLength(1);
  });
});

describe("a backfill that is killed", () => {
  it("between any two documents goes on where it was: nothing lost, nothing doubled", async () => {
    await filling.run();
    const whole = await filling.snapshot();
    const other = await fillingOn(server, join(root, `${count}-killed`), SEED);
    try {
      const before = server.asked.length;
      let kills = 0;
      for (let steps = 10; (await other.runUntil(steps)) === "killed"; steps = 10 + (kills % 7)) kills++;
      expect(kills).toBeGreaterThanOrEqual(8);
      expect(await other.snapshot()).toEqual(whole);
      for (const path of filling.year.documents)
        expect([path, server.asked.slice(before).filter((one) => one.path === path).length]).toEqual([path, 1]);
    } finally {
      await other.store.close();
    }
  }, 120_000);
});
