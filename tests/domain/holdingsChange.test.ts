import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { changeTogether, holdingsChange, isChange } from "@/domain/measures/holdingsChange";
import { period, periodRange } from "@/domain/values/period";
import { treasuryOf } from "@/domain/measures/treasury";
import { seed, recordOf, figuresOn } from "./seed";

describe("a change of holdings", () => {
  test("is held at the end less held at the beginning, for months, quarters and years alike", () => {
    const figures = figuresOn(
      "2026-03-01",
      ["one", "2024-12", "btc_held", "100"],
      ["one", "2025-02", "btc_held", "90.5"],
      ["one", "2025-03", "btc_held", "120"],
      ["one", "2025-12", "btc_held", "150"],
    );
    const of = (text: string) => holdingsChange(figures, companyId("one"), period(text), "best");
    expect(of("2025-03")).toMatchObject({ change: 29.5e8 });
    expect(of("2025-Q1")).toMatchObject({ change: 20e8 });
    expect(of("2025")).toMatchObject({ change: 50e8 });
  });

  test("is missing, never 0, where an end is not known, and says why", () => {
    const figures = figuresOn("2026-03-01", ["one", "2025-01", "btc_held", "100"], ["one", "2025-03", "btc_held", "100"]);
    for (const text of ["2025-02", "2025-03"])
      expect(holdingsChange(figures, companyId("one"), period(text), "best")).toEqual({ evidence: "missing", reason: "notDisclosed" });
  });

  test("is not given between two ends that count different things", () => {
    const record = recordOf(["one", "2025-01", "btc_held", "100"], ["one", "2025-02", "btc_held", "60"]);
    const decision = {
      kind: "basis",
      company: companyId("one"),
      metric: "btc_held",
      period: period("2025-02"),
      written: "60",
      basis: "unencumbered part",
      note: "The release counts the unencumbered part only.",
    } as const;
    const figures = figuresOf({ ...record, decisions: [decision] }, "2026-03-01");
    expect(holdingsChange(figures, companyId("one"), period("2025-02"), "best")).toEqual({ evidence: "otherBasis" });
  });

  test("of two months of the record adds up to the change over both", () => {
    const months = periodRange(period("2021-02"), period("2026-07"));
    fc.assert(
      fc.property(fc.constantFrom(...seed.record.companies), fc.integer({ min: 0, max: months.length - 3 }), (company, at) => {
        const three = months.slice(at, at + 3).map((month) => holdingsChange(seed, company.id, month, "best"));
        if (!three.every(isChange)) return;
        const [first, last] = [three[0], three[2]];
        if (!first || !last) return;
        expect(three.reduce((sum, { change }) => sum + change, 0)).toBe(last.to.value - first.from.value);
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});

describe("changes added up", () => {
  test("take only companies that are known at both ends: a silence is no sale", () => {
    const figures = figuresOn(
      "2026-03-01",
      ["one", "2025-01", "btc_held", "100"],
      ["one", "2025-02", "btc_held", "110"],
      ["two", "2025-01", "btc_held", "50"],
    );
    const sum = changeTogether(
      figures,
      figures.record.companies,
      treasuryOf(figures, figures.record.companies, period("2025-02"), "best"),
      "best",
    );
    expect(sum.change).toBe(10e8);
    expect(sum.members.map(({ company }) => company.id)).toEqual(["one"]);
    expect(sum.unknownCount).toBe(1);
    expect(sum.thin).toBe(true);
  });

  test("a child that becomes part of its parent's figure is neither gained nor lost", () => {
    const record = recordOf(
      ["parent", "2025-03", "btc_held", "100"],
      ["parent", "2025-04", "btc_held", "155"],
      ["child", "2025-03", "btc_held", "50"],
      ["child", "2025-04", "btc_held", "52"],
    );
    const consolidations = [{ parent: companyId("parent"), child: companyId("child"), from: period("2025-04"), to: null, note: "" }];
    const figures = figuresOf({ ...record, consolidations }, "2026-03-01");
    expect(changeTogether(figures, record.companies, treasuryOf(figures, record.companies, period("2025-04"), "best"), "best").change).toBe(
      5e8,
    );
  });
});
