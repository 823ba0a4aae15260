/** What has changed between two states of the record: every difference once, told by its kind. */
import { expect, test } from "vitest";
import { asOf } from "@/domain/facts/asOf";
import { isKnown } from "@/domain/facts/cell";
import { changesSince } from "@/domain/measures/changesSince";
import { figuresOf } from "@/domain/figures/figures";
import { recordOf, seedRecord, figuresOn } from "./seed";

const record = seedRecord();
const today = "2026-11-20";
const at = (day: string) => figuresOf(asOf(record, day), day);
const now = figuresOf(record, today);

test("between a state and itself nothing has changed", () => {
  expect(changesSince(now, figuresOf(record, today), "best")).toEqual([]);
});

test("since 1 May 2025 Riot's April 2025 is new: 463 BTC produced and 475 sold, told on 5 May", () => {
  const found = changesSince(at("2025-05-01"), now, "best").filter(({ company, period }) => company === "riot" && period === "2025-04");
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
  const [forth, back] = [changesSince(then, now, "best"), changesSince(now, then, "best")];
  expect(back).toHaveLength(forth.length);
  const kinds = (list: typeof forth, kind: string) =>
    list.filter((change) => change.kind === kind).map((c) => `${c.company} ${c.metric} ${c.period}`);
  expect(kinds(back, "withdrawn")).toEqual(kinds(forth, "new"));
  expect(kinds(back, "new")).toEqual(kinds(forth, "withdrawn"));
  expect(kinds(back, "restated")).toEqual(kinds(forth, "restated"));
});

test("a change is one of what is shown: each differs, and none that is unknown is called new", () => {
  for (const change of changesSince(at("2024-01-15"), now, "best")) {
    if (change.kind === "restated") expect(change.before.value).not.toBe(change.after.value);
    if (change.kind === "withdrawn") expect(isKnown(change.after)).toBe(false);
  }
});

test("a company that one of the states does not have has no figure there: its figures are new, or withdrawn", () => {
  const [without, having] = [
    ["riot", "2025-04", "btc_sold", "475"],
    ["hive", "2025-04", "btc_sold", "100"],
  ] as const;
  const [one, both] = [recordOf([...without]), recordOf([...without], [...having])].map((of) => figuresOf(of, today));
  if (!one || !both) throw new Error("no states");
  expect(changesSince(one, both, "best").map(({ company, kind }) => `${company} ${kind}`)).toEqual(["hive new"]);
  expect(changesSince(both, one, "best")).toMatchObject([{ company: "hive", kind: "withdrawn", after: { reason: "notDisclosed" } }]);
});

test("the newest period stands first; within it companies by name and figures in the order of the register", () => {
  const none = figuresOf(recordOf(), today);
  const found = changesSince(
    none,
    figuresOn(
      today,
      ["riot", "2025-03", "btc_sold", "1"],
      ["riot", "2025-04", "btc_sold", "1"],
      ["riot", "2025-04", "btc_produced", "1"],
      ["hive", "2025-04", "btc_sold", "1"],
    ),
    "best",
  );
  expect(found.map(({ company, period, metric }) => `${period} ${company} ${metric}`)).toEqual([
    "2025-04 hive btc_sold",
    "2025-04 riot btc_produced",
    "2025-04 riot btc_sold",
    "2025-03 riot btc_sold",
  ]);
});
