/** A person's month at the desk: how many decisions fifteen real releases leave, whoever hurries or dawdles over each. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { isClear, lookedUpReason, type QueueItem, queueOf } from "@/cards/desk";
import { isPlainlyPrinted } from "@/domain/review/flags";
import { appStore } from "@/record/store/database/client";
import { acceptConfirmed } from "@/record/store/review/confirm";
import { candidates } from "@/record/store/review/candidates";
import { documentOf } from "@/record/store/review/documents";
import { loadRecord } from "@/record/store/states/loadRecord";
import { ReviewRefused } from "@/record/store/review/deskChange";
import { accept, correct, refuse } from "@/record/store/review/review";
import { METRICS } from "@/domain/values/metric";
import { toUnits } from "@/domain/values/amount";
import { lastMonthOf } from "@/reader/mentions/months";
import { monthAtTheDesk, RELEASES } from "./month";

const DAY = "2026-09-01";
const ANN = { by: "ann", at: `${DAY}T12:00:00.000Z` };
const folder = mkdtempSync(join(tmpdir(), "sellthrough-month-"));

/** What a careful reader of the same release finds: the value of a figure, if it states one. */
function stated({ candidate: { company, metric, period } }: QueueItem): number | undefined {
  const release = RELEASES.find((one) => one.company === company);
  const of = [...(release?.figures ?? []), ...(release?.ambiguous ?? [])].filter((one) => one.metric === metric);
  const figure = of.find((one) => one.period === period) ?? of.find((one) => one.period === lastMonthOf(period));
  return figure?.value ?? undefined;
}

/** Decisions by keys alone, and those for which a sentence was typed. */
const done = { keys: 0, typed: 0 };

async function decide(item: QueueItem): Promise<void> {
  const { candidate, flags } = item;
  const right = stated(item);
  const choice = candidate.alternatives.find(({ plain }) => Number(plain) === right);
  if (right === Number(candidate.written)) {
    const plain = isPlainlyPrinted(flags);
    const note = plain ? lookedUpReason(candidate) : "It is printed so.";
    // A quotation in the log is one, to the comma.
    const { text = "" } = (await documentOf(appStore(), candidate.document.id)) ?? {};
    if (plain) expect(text.slice(candidate.start, candidate.end)).toContain(/“(.*)”$/s.exec(note)?.[1]);
    await accept(appStore(), { ids: [candidate.id] }, ANN, { note: flags.length > 0 ? note : "" });
    if (flags.length > 0 && !plain) done.typed += 1;
    else done.keys += 1;
  } else if (choice !== undefined) {
    await correct(appStore(), candidate.id, choice.plain, "chosen", ANN);
    done.keys += 1;
  } else {
    await refuse(appStore(), [candidate.id], "It is something else.", ANN);
    done.typed += 1;
  }
}

beforeAll(async () => {
  process.env["DATABASE_URL"] = `file:${join(folder, "store.db")}`;
  await (await monthAtTheDesk(process.env["DATABASE_URL"])).close();
}, 240_000);
afterAll(async () => {
  await appStore().close();
  rmSync(folder, { recursive: true, force: true });
});

it("fifteen releases of companies that the record follows leave a person at most fifty decisions, most of them one key", async () => {
  expect(RELEASES).toHaveLength(15);
  const found = (await candidates(appStore(), { state: "proposed" })).length;
  await acceptConfirmed(appStore(), ANN).catch((error: unknown) => {
    if (!(error instanceof ReviewRefused)) throw error;
  });
  done.keys += 1;
  for (let { items } = await queueOf(DAY); items[0] !== undefined; { items } = await queueOf(DAY)) {
    const { document } = items[0].candidate;
    const own = items.filter(({ candidate }) => candidate.document.id === document.id);
    if (own.some(isClear)) {
      await accept(appStore(), { document: document.id }, ANN, { leaveFlagged: true });
      done.keys += 1;
    }
    for (const item of own.filter((one) => !isClear(one))) await decide(item);
  }
  expect(done.keys + done.typed).toBeLessThanOrEqual(50);
  expect(done.typed).toBeLessThanOrEqual(9);
  expect(done.keys + done.typed).toBeLessThan(found * 0.6);
  const { facts } = await loadRecord(appStore());
  const lost = RELEASES.flatMap(({ company, figures }) =>
    figures.filter(
      ({ metric, period, value }) =>
        period === null ||
        !facts.some(
          (fact) =>
            fact.company === company &&
            fact.metric === metric &&
            lastMonthOf(fact.period) === lastMonthOf(period) &&
            Math.abs(toUnits(fact.value, METRICS[metric].unit) - (value ?? Number.NaN)) < 1e-6 * Math.max(1, value ?? 1),
        ),
    ),
  );
  const all = RELEASES.flatMap(({ figures }) => figures).length;
  expect(lost.length / all).toBeLessThan(0.05);
}, 240_000);
