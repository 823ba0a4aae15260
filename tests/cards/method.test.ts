/** Rules of the pages on method and data: every example is drawn from the record, every count is counted. */
import { readdirSync, readFileSync } from "node:fs";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { describe, expect, it } from "vitest";
import { figuresOf } from "@/domain/figures/figures";
import {
  contentsCard,
  growthCard,
  metricCountCard,
  portraitSentence,
  publisherCard,
  sourceKindCard,
  undatedSentence,
} from "@/cards/evidence/dataPortrait";
import { decisionsCard } from "@/cards/evidence/decisions";
import { holdingsExample } from "@/cards/method/methodExamples";
import { method } from "@/cards/method/methodText";
import { plain } from "@/cards/tables/sentence";
import { EMPTY, present, recordOf, seedRecord, figuresOn } from "../domain/seed";

const figures = figuresOf(seedRecord(), "2026-11-22");
const asked = { figures, selection: DEFAULT_SELECTION };
const empty = figuresOf(EMPTY, "2026-11-22");

it("every rule of the method that the domain's comments name is on the page", () => {
  const anchors = new Set(method(figures).flatMap(({ id, rules }) => [id, ...rules.map((rule) => rule.id)]));
  const texts = readdirSync("src/domain", { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts"))
    .map((path) => readFileSync(`src/domain/${path}`, "utf8"));
  const named = texts.flatMap((text) => [...text.matchAll(/\/method#([a-z-]+)/g)].map(([, id = ""]) => id));
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter((id) => !anchors.has(id))).toEqual([]);
});

describe("the method's examples", () => {
  it("work out Bitfarms' April 2025: 1,140 + 268 − 1,005 = 403", () => {
    const words = present(holdingsExample(figures));
    expect(plain(words)).toBe("Bitfarms, April 2025: 1,140 held before + 268 produced − 1,005 held after = 403 BTC sold.");
    expect(words.map((part) => part.href).filter((href) => href !== undefined)).toEqual([
      "/figures/bitfarms/2025-03/btc_held",
      "/figures/bitfarms/2025-04/btc_produced",
      "/figures/bitfarms/2025-04/btc_held",
      "/figures/bitfarms/2025-04/btc_sold",
    ]);
  });

  it("follow the record: another holding gives another sum, and none gives no example", () => {
    const facts = (after: string) =>
      figuresOn(
        "2026-01-01",
        ["a", "2025-01", "btc_held", "100"],
        ["a", "2025-02", "btc_produced", "10"],
        ["a", "2025-02", "btc_held", after],
      );
    expect(plain(present(holdingsExample(facts("95"))))).toBe(
      "a, February 2025: 100 held before + 10 produced − 95 held after = 15 BTC sold.",
    );
    expect(holdingsExample(facts("300"))).toBeUndefined();
  });

  it("are left out of an empty record, while the rules stand", () => {
    const rules = method(empty).flatMap((group) => group.rules);
    expect(rules.length).toBeGreaterThan(20);
    expect(rules.every((rule) => rule.example === undefined && rule.says.length > 0)).toBe(true);
  });

  it("have anchors of their own", () => {
    const groups = method(figures);
    const ids = groups.flatMap((group) => [group.id, ...group.rules.map((rule) => rule.id)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(groups.flatMap((group) => group.rules).filter((rule) => rule.example).length).toBeGreaterThanOrEqual(14);
  });

  it("print every decision of the record with its reason", () => {
    expect(decisionsCard.table(asked).rows).toHaveLength(figures.record.decisions.length);
    expect(decisionsCard.table(asked).rows.every(({ cells }) => cells["note"]?.text !== "")).toBe(true);
  });
});

describe("about the data", () => {
  const count = (cell: unknown) => Number((cell as { plain: string }).plain);
  const total = (rows: readonly { readonly cells: Readonly<Record<string, unknown>> }[]) =>
    rows.reduce((sum, row) => sum + count(row.cells["facts"]), 0);

  it("every breakdown adds up to the facts of the record", () => {
    const facts = figures.record.facts.length;
    for (const one of [metricCountCard, sourceKindCard, publisherCard, growthCard]) expect(total(one.table(asked).rows)).toBe(facts);
    expect(count(growthCard.table(asked).rows[0]?.cells["total"])).toBe(facts);
    expect(contentsCard.table(asked).rows[0]?.cells["rows"]).toMatchObject({ plain: String(facts) });
  });

  it("counts undated facts, and says nothing when all bear a date", () => {
    const dated = recordOf(["a", "2025-01", "btc_sold", "1", { published_on: "2025-02-01" }], ["a", "2025-02", "btc_sold", "1"]);
    expect(plain(present(undatedSentence(dated)))).toBe(
      "1 of the 2 facts (50%) comes from a source without a date of publication; it counts as known 45 days after its period.",
    );
    expect(undatedSentence({ ...dated, facts: dated.facts.slice(0, 1) })).toBeUndefined();
    expect(portraitSentence(empty)).toBeUndefined();
  });
});
