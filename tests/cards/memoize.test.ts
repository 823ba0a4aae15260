import { describe, expect, test } from "vitest";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import { memoize, memoizePeriods, memoizeTable } from "@/cards/selection/memoize";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { seedRecord } from "../domain/seed";

const figures = figuresOf(seedRecord(), "2026-06-30");
const counted = () => {
  const asked: string[] = [];
  const question = memoize(({ selection }, word: string) => {
    asked.push(`${selection.per} ${word}`);
    return { word };
  });
  return { asked, question };
};

describe("a memoized result", () => {
  test("is computed once for the same figures, selection and subject", () => {
    const { asked, question } = counted();
    expect(question({ figures, selection: { ...DEFAULT_SELECTION } }, "a")).toBe(
      question({ figures, selection: { ...DEFAULT_SELECTION } }, "a"),
    );
    expect(asked).toEqual(["month a"]);
  });

  test("is not given for another selection, subject or record", () => {
    const { asked, question } = counted();
    question({ figures, selection: DEFAULT_SELECTION }, "a");
    question({ figures, selection: { ...DEFAULT_SELECTION, per: "year" } }, "a");
    question({ figures, selection: DEFAULT_SELECTION }, "b");
    question({ figures: figuresOf(seedRecord(), "2026-06-30"), selection: DEFAULT_SELECTION }, "a");
    expect(asked).toEqual(["month a", "year a", "month b", "month a"]);
  });

  test("about one period serves every range, and no other companies, basis or evidence", () => {
    const asked: string[] = [];
    const question = memoizePeriods(({ selection: { panel, basis, evidence } }, at) => asked.push(`${at} ${panel} ${basis} ${evidence}`));
    const march = period("2025-03");
    question({ figures, selection: DEFAULT_SELECTION }, march);
    question({ figures, selection: { ...DEFAULT_SELECTION, from: period("2024-01"), to: march, per: "quarter" } }, march);
    question({ figures, selection: { ...DEFAULT_SELECTION, panel: "all" } }, march);
    question({ figures, selection: { ...DEFAULT_SELECTION, basis: "net" } }, march);
    question({ figures, selection: { ...DEFAULT_SELECTION, evidence: "reported" } }, march);
    question({ figures, selection: DEFAULT_SELECTION }, period("2025-04"));
    expect(asked).toEqual([
      "2025-03 nasdaq gross best",
      "2025-03 all gross best",
      "2025-03 nasdaq net best",
      "2025-03 nasdaq gross reported",
      "2025-04 nasdaq gross best",
    ]);
  });

  test("that compares two states of the record is not kept", () => {
    const made: string[] = [];
    const earlier = figuresOf(seedRecord(), "2025-06-30");
    const table = memoizeTable(
      (asked: { figures: Figures; selection: Selection; latest?: Figures; id: string }) => made.push(asked.id),
      ({ id }) => id,
    );
    for (const id of ["a", "a", "b"]) table({ figures, selection: DEFAULT_SELECTION, id });
    for (const id of ["c", "c"]) table({ figures: earlier, selection: DEFAULT_SELECTION, latest: figures, id });
    expect(made).toEqual(["a", "b", "c", "c"]);
  });

  test("not used for a long time is dropped, one in use is not", () => {
    const { asked, question } = counted();
    for (let n = 0; n < 100; n++) {
      question({ figures, selection: DEFAULT_SELECTION }, "in use");
      question({ figures, selection: DEFAULT_SELECTION }, String(n));
    }
    question({ figures, selection: DEFAULT_SELECTION }, "0");
    expect(asked.filter((line) => line.endsWith(" in use"))).toHaveLength(1);
    expect(asked.filter((line) => line === "month 0")).toHaveLength(2);
  });
});
