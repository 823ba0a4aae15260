import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byPreference, choose, disagreeing } from "@/domain/figures/choose";
import { companyId } from "@/domain/facts/company";
import { type Fact, knownSince, SOURCE_KINDS } from "@/domain/facts/fact";
import { figuresOf } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import type { Decision } from "@/domain/facts/record";
import { recordOf, seedRecord } from "./seed";

/** Facts for one key, each [value, kind, published on]. */
function facts(...stated: [value: string, kind: string, publishedOn: string][]): readonly Fact[] {
  return recordOf(
    ...stated.map(([value, kind, day]): [string, string, "btc_produced", string, Record<string, string>] => [
      "riot",
      "2025-06",
      "btc_produced",
      value,
      { source_kind: kind, published_on: day },
    ]),
  ).facts;
}

const chosen = (...stated: Parameters<typeof facts>) => choose(facts(...stated))?.chosen.written;

describe("choosing among facts", () => {
  it("a company release goes before a filing, a filing before a news report, however late or early they are", () => {
    expect(chosen(["1", "news_report", "2025-09-01"], ["2", "filing", "2025-08-01"], ["3", "company_release", "2025-07-01"])).toBe("3");
    expect(chosen(["1", "news_report", "2025-09-01"], ["2", "filing", "2025-08-01"])).toBe("2");
  });

  it("among sources of one kind the latest published is chosen", () => {
    expect(chosen(["1", "filing", "2025-07-01"], ["2", "filing", "2025-08-01"], ["3", "filing", "2025-07-15"])).toBe("2");
  });

  it("on the same day the first recorded is chosen", () => {
    expect(chosen(["1", "filing", "2025-07-01"], ["2", "filing", "2025-07-01"])).toBe("1");
  });

  it("an undated source counts as published 45 days after the period's end", () => {
    // June ends on the 30th; 45 days later is 14 August.
    expect(chosen(["1", "filing", ""], ["2", "filing", "2025-08-13"])).toBe("1");
    // A day that is stated goes before the same day assumed, in whichever order they were recorded.
    expect(chosen(["1", "filing", ""], ["2", "filing", "2025-08-14"])).toBe("2");
    expect(chosen(["2", "filing", "2025-08-14"], ["1", "filing", ""])).toBe("2");
    expect(chosen(["1", "filing", ""], ["2", "filing", "2025-08-15"])).toBe("2");
  });

  it("nothing stated, nothing chosen", () => {
    expect(choose([])).toBeUndefined();
  });

  it("rounding is no disagreement: 550, 550.0 and 550.03 agree, the most precise is used, and 551 disagrees", () => {
    const choice = choose(
      facts(["550", "news_report", ""], ["550.0", "news_report", ""], ["550.03", "news_report", ""], ["551", "news_report", ""]),
    );
    expect(choice?.chosen.written).toBe("550.03");
    expect(choice && disagreeing(choice).map((fact) => fact.written)).toEqual(["551"]);
  });

  it("a better source's rounded figure is made more precise by another's, but not by a second-hand one", () => {
    expect(choose(facts(["616", "company_release", ""], ["616.6", "news_report", ""]))?.chosen.written).toBe("616.6");
    expect(choose(facts(["616", "company_release", ""], ["616.6", "aggregator", ""]))?.chosen.written).toBe("616");
    expect(choose(facts(["616", "company_release", ""], ["617.2", "news_report", ""]))?.chosen.written).toBe("616");
  });
});

describe("a person's decision", () => {
  const prefer = (written: string): Decision => ({
    kind: "prefer",
    company: companyId("riot"),
    metric: "btc_produced",
    period: period("2025-06"),
    written,
    basis: "",
    note: "n",
  });

  it("goes before the rules", () => {
    expect(choose(facts(["1", "company_release", ""], ["2", "news_report", ""]), prefer("2"))?.chosen.written).toBe("2");
  });

  it("has no effect once no source states the figure", () => {
    expect(choose(facts(["1", "company_release", ""], ["2", "news_report", ""]), prefer("3"))?.chosen.written).toBe("1");
  });

  it("Bitfarms July 2024 is 253, not the slip of 243, and the loser stays attached", () => {
    const figures = figuresOf(seedRecord(), "2026-09-01");
    const choice = figures.choice(companyId("bitfarms"), "btc_produced", period("2024-07"));
    expect(choice?.chosen.written).toBe("253");
    expect(choice?.others.map((fact) => fact.written)).toContain("243");
  });

  it("Riot's first quarter of 2024 is 1,364, although 1,264 was recorded first", () => {
    const figures = figuresOf(seedRecord(), "2026-09-01");
    expect(figures.choice(companyId("riot"), "btc_produced", period("2024-Q1"))?.chosen.written).toBe("1364");
  });
});

describe("laws of choosing", () => {
  const day = fc.constantFrom("", "2025-07-01", "2025-07-04", "2025-08-14", "2025-09-30");
  const stated = fc.tuple(fc.integer({ min: 0, max: 999 }).map(String), fc.constantFrom(...SOURCE_KINDS), day);
  const lists = fc.array(stated, { minLength: 1, maxLength: 8 }).map((list) => facts(...list));

  it("the order in which the facts are handed over does not matter", () => {
    fc.assert(fc.property(lists, (list) => choose([...list].reverse())?.chosen === choose(list)?.chosen));
  });

  it("nothing is dropped: the chosen fact and the others are all the facts", () => {
    fc.assert(
      fc.property(lists, (list) => {
        const choice = choose(list);
        const all = choice ? [choice.chosen, ...choice.others] : [];
        expect(new Set(all)).toEqual(new Set(list));
        expect(all).toHaveLength(list.length);
      }),
    );
  });

  it("adding a worse source never changes the chosen value", () => {
    fc.assert(
      fc.property(lists, stated, (list, [value, kind, published]) => {
        const before = choose(list)?.chosen;
        const [late] = facts([value, kind, published]);
        if (!before || !late) throw new Error("no fact to choose");
        const added: Fact = { ...late, id: 100 };
        const worse =
          SOURCE_KINDS.indexOf(added.source.kind) > SOURCE_KINDS.indexOf(before.source.kind) ||
          (added.source.kind === before.source.kind &&
            (knownSince(added).day < knownSince(before).day ||
              // Of the same day, one that the source bears goes before one that is assumed.
              (knownSince(added).day === knownSince(before).day &&
                !(added.source.publishedOn !== null && before.source.publishedOn === null))));
        expect(choose([...list, added])?.chosen).toBe(worse ? before : added);
      }),
    );
  });

  it("the preference is a strict order: two different facts never tie", () => {
    fc.assert(fc.property(lists, (list) => list.every((a) => list.every((b) => a === b || byPreference(a, b) * byPreference(b, a) < 0))));
  });
});
