/** What has changed between two states of the record: every difference once, told by its kind. */
import { expect, test } from "vitest";
import { asOf } from "@/domain/asOf";
import { isKnown } from "@/domain/cell";
import { changesSince } from "@/domain/changesSince";
import { figuresOf } from "@/domain/figures";
import { seedRecord } from "./seed";

const record = seedRecord();
const today = "2026-11-20";
const at = (day: string) => figuresOf(asOf(record, day), day);
const now = figuresOf(record, today);

test("between a state and itself nothing has changed", () => {
  expect(changesSince(now, figuresOf(record, today))).toEqual([]);
});

test("since 1 May 2025 Riot's April 2025 is new: 463 BTC produced and 475 sold, told on 5 May", () => {
  const found = changesSince(at("2025-05-01"), now).filter(({ company, period }) => company === "riot" && period === "2025-04");
  const values = found.flatMap((change) => (change.kind === "new" ? [[change.metric, change.after.value]] : []));
  expect(values).toEqual(
    expect.arrayContaining([
      ["btc_produced", 463e8],
      ["btc_sold", 475e8],
    ]),
  );
});

test("read backwards, what was new is withdrawn and what was restated is restated back", () => {
  const then = at("2025-05-01");
  const [forth, back] = [changesSince(then, now), changesSince(now, then)];
  expect(back).toHaveLength(forth.length);
  const kinds = (list: typeof forth, kind: string) =>
    list.filter((change) => change.kind === kind).map((c) => `${c.company} ${c.metric} ${c.period}`);
  expect(kinds(back, "withdrawn")).toEqual(kinds(forth, "new"));
  expect(kinds(back, "new")).toEqual(kinds(forth, "withdrawn"));
  expect(kinds(back, "restated")).toEqual(kinds(forth, "restated"));
});

test("a change is one of what is shown: each differs, and none that is unknown is called new", () => {
  for (const change of changesSince(at("2024-01-15"), now)) {
    if (change.kind === "restated") expect(change.before.value).not.toBe(change.after.value);
    if (change.kind === "withdrawn") expect(isKnown(change.after)).toBe(false);
  }
});
