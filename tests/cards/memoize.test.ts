import { describe, expect, test } from "vitest";
import { figuresOf } from "@/domain/figures";
import { memoize } from "@/cards/selection/memoize";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { seedRecord } from "../domain/seed";

const figures = figuresOf(seedRecord(), "2026-06-30");
const counted = () => {
  const asked: string[] = [];
  const question = memoize((_, selection, word: string) => {
    asked.push(`${selection.per} ${word}`);
    return { word };
  });
  return { asked, question };
};

describe("a memoized result", () => {
  test("is computed once for the same figures, selection and subject", () => {
    const { asked, question } = counted();
    expect(question(figures, { ...DEFAULT_SELECTION }, "a")).toBe(question(figures, { ...DEFAULT_SELECTION }, "a"));
    expect(asked).toEqual(["month a"]);
  });

  test("is not given for another selection, subject or record", () => {
    const { asked, question } = counted();
    question(figures, DEFAULT_SELECTION, "a");
    question(figures, { ...DEFAULT_SELECTION, per: "year" }, "a");
    question(figures, DEFAULT_SELECTION, "b");
    question(figuresOf(seedRecord(), "2026-06-30"), DEFAULT_SELECTION, "a");
    expect(asked).toEqual(["month a", "year a", "month b", "month a"]);
  });

  test("not used for a long time is dropped, one in use is not", () => {
    const { asked, question } = counted();
    for (let n = 0; n < 100; n++) {
      question(figures, DEFAULT_SELECTION, "in use");
      question(figures, DEFAULT_SELECTION, String(n));
    }
    question(figures, DEFAULT_SELECTION, "0");
    expect(asked.filter((line) => line.endsWith(" in use"))).toHaveLength(1);
    expect(asked.filter((line) => line === "month 0")).toHaveLength(2);
  });
});
