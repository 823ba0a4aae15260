import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "@/domain/values/period";
import type { PriceFormat } from "@/finder/feeds/feedConfig";
import { monthlyPrices, priceAddress, readPricePage } from "@/finder/prices";

const JSON_FORM: PriceFormat = { kind: "json", rows: "data", day: "time", price: "PriceUSD", next: "next_page_url" };
const CSV_FORM: PriceFormat = { kind: "csv", day: "date", price: "close" };

describe("a page of daily prices", () => {
  it("is read from JSON, with the address of the next page", () => {
    const text = JSON.stringify({
      data: [{ asset: "btc", time: "2025-10-31T00:00:00.000000000Z", PriceUSD: "109556.163871" }],
      next_page_url: "https://example.org/2",
    });
    expect(readPricePage(text, JSON_FORM)).toEqual({
      days: [{ day: "2025-10-31", written: "109556.163871" }],
      next: "https://example.org/2",
    });
    expect(readPricePage('{"data":[]}', JSON_FORM)).toEqual({ days: [], next: null });
  });

  it("is read from CSV by the names of its columns", () => {
    expect(readPricePage("\uFEFFdate,open,close\r\n2025-10-31,1,109556.16\r\n", CSV_FORM)).toEqual({
      days: [{ day: "2025-10-31", written: "109556.16" }],
      next: null,
    });
  });

  it.each([
    ["2025-10-32,5", /Row 1 of the prices has no day under "date"/],
    ["2025-10-31,", /has "" under "close"/],
    ["2025-10-31,0", /has "0"/],
    ["2025-10-31,0.00", /has "0\.00"/],
    ["2025-10-31,-5", /has "-5"/],
    ["2025-10-31,1e5", /has "1e5"/],
    ['2025-10-31,"109,556"', /has "109,556"/],
    ["2025-10-31,NaN", /has "NaN"/],
  ])("with the row %j is refused, not skipped", (row, sentence) => {
    expect(() => readPricePage(`date,close\n${row}\n`, CSV_FORM)).toThrow(sentence);
  });

  it.each(["<html>", "[]", '{"data":{}}', "null"])("is not %j", (text) => {
    expect(() => readPricePage(text, JSON_FORM)).toThrow(/prices/);
  });

  it("is asked for by the days of its address", () => {
    const source = { publisher: "p", address: "https://example.org/?a={from}&b={to}", format: CSV_FORM };
    expect(priceAddress(source, "2025-10-01", "2025-10-31")).toBe("https://example.org/?a=2025-10-01&b=2025-10-31");
  });
});

describe("a month's price", () => {
  it("is the mean of its days and the last of them, in cents, with the days counted", () => {
    const days = [
      { day: "2025-10-31", written: "109556.16" },
      { day: "2025-10-29", written: "110000" },
      { day: "2025-10-30", written: "108000.335" },
      { day: "2025-11-01", written: "1.005" },
    ];
    expect(monthlyPrices(days, "2025-12-01")).toEqual([
      { month: "2025-10", average: 10_918_550, close: 10_955_616, days: 3 },
      // A half cent goes up, also where 1.005 as a binary fraction lies below it.
      { month: "2025-11", average: 101, close: 101, days: 1 },
    ]);
  });

  it("leaves out today, which is not over", () => {
    const days = [
      { day: "2025-10-30", written: "1" },
      { day: "2025-10-31", written: "2" },
    ];
    expect(monthlyPrices(days, "2025-10-31")).toEqual([{ month: "2025-10", average: 100, close: 100, days: 1 }]);
  });

  it("refuses a day with two prices, and takes one given twice for one", () => {
    const day = { day: "2025-10-30", written: "1" };
    expect(monthlyPrices([day, day], "2025-12-01")[0]?.days).toBe(1);
    expect(() => monthlyPrices([day, { ...day, written: "2" }], "2025-12-01")).toThrow("two for 2025-10-30: 1 and 2");
  });

  it("of whole cents is exact, whatever the order of the days", () => {
    const prices = fc.array(fc.integer({ min: 1, max: 99_999_999 }), { minLength: 1, maxLength: 31 });
    fc.assert(
      fc.property(prices, fc.boolean(), (cents, turned) => {
        const days = cents.map((value, i) => ({
          day: addDays("2025-10-01", i),
          written: `${Math.floor(value / 100)}.${String(value % 100).padStart(2, "0")}`,
        }));
        const [month] = monthlyPrices(turned ? days.toReversed() : days, "2026-01-01");
        const sum = cents.reduce((total, value) => total + value, 0);
        expect(month).toEqual({
          month: "2025-10",
          average: Math.floor((2 * sum + cents.length) / (2 * cents.length)),
          close: cents.at(-1),
          days: cents.length,
        });
      }),
    );
  });
});
