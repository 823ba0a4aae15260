import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mulDiv, parseAmount, plainAmount, toUnits, type Unit, UNIT_SCALE } from "@/domain/values/amount";

const units = fc.constantFrom<Unit>(...(Object.keys(UNIT_SCALE) as Unit[]));
const exact = fc.integer({ min: -2_100_000_000_000_000, max: 2_100_000_000_000_000 });

describe("reading an amount", () => {
  it.each<[string, Unit, number]>([
    ["463", "BTC", 46_300_000_000],
    ["853.70", "BTC", 85_370_000_000],
    ["0.00000001", "BTC", 1],
    ["21000000", "BTC", 2_100_000_000_000_000],
    ["-12", "BTC", -1_200_000_000],
    ["-0", "BTC", 0],
    ["38800000", "USD", 3_880_000_000],
    ["81731", "USD/BTC", 8_173_100],
    ["33.7", "EH/s", 33_700_000],
    ["5.50", "USD", 550],
    ["5.500", "USD", 550],
  ])("%s %s is %d of the smallest part", (written, unit, value) => {
    expect(parseAmount(written, unit)).toBe(value);
  });

  it.each(["", "1,140", "1e3", ".5", "5.", "+5", "~500", "500 BTC", "−5", "NaN", "Infinity", " 5", "0x10"])(
    "%j is no plain decimal and gives no amount",
    (written) => {
      expect(parseAmount(written, "BTC")).toBeUndefined();
    },
  );

  it("a figure with more places than its unit holds is refused, not rounded", () => {
    expect(parseAmount("0.000000001", "BTC")).toBeUndefined();
    expect(parseAmount("1.005", "USD")).toBeUndefined();
  });

  it("a figure beyond the exact integers is refused", () => {
    expect(parseAmount("90071992.54740993", "BTC")).toBeUndefined();
    expect(parseAmount("90071992.54740991", "BTC")).toBe(Number.MAX_SAFE_INTEGER);
  });
});

describe("laws of amounts", () => {
  it("what is written plainly reads back as the same amount", () => {
    fc.assert(fc.property(exact, units, (value, unit) => parseAmount(plainAmount(value, unit), unit) === value));
  });

  it("the plain text is the shortest: no trailing zeros, no bare point, no minus zero", () => {
    expect(plainAmount(46_300_000_000, "BTC")).toBe("463");
    expect(plainAmount(85_370_000_000, "BTC")).toBe("853.7");
    expect(plainAmount(0, "USD")).toBe("0");
    expect(plainAmount(-1, "BTC")).toBe("-0.00000001");
    fc.assert(fc.property(exact, units, (value, unit) => !/\.\d*0$|\.$|^-0$/.test(plainAmount(value, unit))));
  });

  it("sums of amounts that add up to all bitcoin there is are exact", () => {
    const tenth = parseAmount("0.1", "BTC") ?? NaN;
    const fifth = parseAmount("0.2", "BTC") ?? NaN;
    expect(plainAmount(tenth + fifth, "BTC")).toBe("0.3");
  });
});

describe("multiplying and dividing exactly", () => {
  it("475 BTC at $86,086.30 are $40,890,992.50", () => {
    expect(mulDiv(47_500_000_000, 8_608_630, 100_000_000)).toBe(4_089_099_250);
  });

  it("halves are rounded away from zero, on both sides", () => {
    expect(mulDiv(1, 1, 2)).toBe(1);
    expect(mulDiv(-1, 1, 2)).toBe(-1);
    expect(mulDiv(1, 1, 3)).toBe(0);
    expect(Object.is(mulDiv(-1, 1, 3), 0)).toBe(true);
  });

  it("division by zero and a result beyond the exact range are errors", () => {
    expect(() => mulDiv(1, 1, 0)).toThrow(RangeError);
    expect(() => mulDiv(Number.MAX_SAFE_INTEGER, 2, 1)).toThrow(/exact/);
  });

  it("a × b ÷ b is a, however large the product", () => {
    fc.assert(fc.property(exact, fc.integer({ min: 1, max: 1_000_000_000_000 }), (a, b) => Object.is(mulDiv(a, b, b), a === 0 ? 0 : a)));
  });

  it("an amount in its unit is its smallest parts over the scale", () => {
    expect(toUnits(46_350_000_000, "BTC")).toBe(463.5);
    expect(toUnits(3_880_000_000, "USD")).toBe(38_800_000);
  });
});
