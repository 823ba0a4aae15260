import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { count, grouped, rounded } from "@/domain/shared/numberText";

describe("a number in words of the site", () => {
  test("groups thousands by commas and takes a true minus sign", () => {
    expect(grouped(1_140)).toBe("1,140");
    expect(grouped(-12.5, 1)).toBe("−12.5");
  });

  test("has no decimals that are zeros, and is never minus zero", () => {
    expect(grouped(475, 2)).toBe("475");
    expect(grouped(-0.001, 2)).toBe("0");
  });

  test("counts one as one, and thousands in groups", () => {
    expect([count(0, "fact"), count(1, "fact"), count(2_712, "fact"), count(1, "company", "companies")]).toEqual([
      ...["0 facts", "1 fact", "2,712 facts", "1 company"],
    ]);
  });

  test("keeps as many digits as count", () => {
    expect(rounded(38.84, 3)).toBe("38.8");
    expect(rounded(1_234_567, 3)).toBe("1,230,000");
  });

  test("reads back as the number, rounded", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), (n) => {
        expect(Number(grouped(n).replaceAll(",", "").replace("−", "-")) + 0).toBe(n);
      }),
    );
  });
});
