import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import {
  addDays,
  byTime,
  firstMonth,
  lastMonth,
  lengthOf,
  parseCalendarPeriod,
  periodFromSlug,
  periodOver,
  periodSlug,
  endOf,
  kindOf,
  monthOfDay,
  monthsOf,
  parseDay,
  parsePeriod,
  partsOf,
  type CalendarKind,
  type Period,
  period,
  periodOfKind,
  periodRange,
  quarterOf,
  shift,
  startOf,
  writtenDay,
  yearOf,
} from "@/domain/values/period";

const p = period;
const twoDigits = (n: number) => String(n).padStart(2, "0");
const months = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 12 })).map(([y, m]) => p(`${y}-${twoDigits(m)}`));
const quarters = fc.tuple(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 1, max: 4 })).map(([y, q]) => p(`${y}-Q${q}`));
const years = fc.integer({ min: 2000, max: 2099 }).map((y) => p(String(y)));
const calendar = fc.oneof(months, quarters, years);
/** Spans start early enough to end within the century. */
const earlyMonths = months.filter((month) => month < "2096");
const spans = fc
  .tuple(earlyMonths, fc.integer({ min: 1, max: 36 }))
  .map(([from, more]) => periodOver(from, shift(from, more)))
  .filter((of) => kindOf(of) === "span");
const periods = fc.oneof(calendar, spans);
const smallStep = fc.integer({ min: -60, max: 60 });

describe("reading a period", () => {
  it.each(["2025-03", "2025-12", "2025-Q1", "2025-Q4", "2025", "2026-01/2026-06", "2025-11/2026-01", "2024-01/2025-12"])(
    "%s is a period",
    (text) => {
      expect(parsePeriod(text)).toBe(text);
    },
  );

  it.each([
    "",
    "2025-00",
    "2025-13",
    "2025-3",
    "2025-Q0",
    "2025-Q5",
    "2025-q1",
    "25",
    "2025-03-01",
    " 2025",
    "FY2025",
    "2025\n",
    "0000-01",
    "1025-03",
    "9999-12",
    "2026-06/2026-01",
    "2026-01/2026-13",
    "2026-01/2026-06/2026-07",
    "2026-Q1/2026-Q2",
    "2026-01--2026-06",
  ])("%j is none", (text) => {
    expect(parsePeriod(text)).toBeUndefined();
  });

  it("a literal that is no period is refused with what to write instead", () => {
    expect(() => p("2025-Q5")).toThrow(/"2025-Q5" is not a period: write 2025-03, 2025-Q1 or 2025, or 2026-01\/2026-06/);
  });
});

describe("a span of months has one spelling", () => {
  it.each([
    ["2026-01/2026-03", "2026-Q1"],
    ["2026-10/2026-12", "2026-Q4"],
    ["2026-01/2026-12", "2026"],
    ["2026-05/2026-05", "2026-05"],
  ])("%s is refused, and %s is what to write", (text, instead) => {
    expect(parsePeriod(text)).toBeUndefined();
    expect(() => p(text)).toThrow(`write ${instead}, which means the same`);
  });

  it("whatever months are taken, their period reads back, has them, and begins and ends with them", () => {
    fc.assert(
      fc.property(earlyMonths, fc.integer({ min: 0, max: 40 }), (from, more) => {
        const to = shift(from, more);
        const of = periodOver(from, to);
        expect(parsePeriod(of)).toBe(of);
        expect(monthsOf(of)).toEqual(periodRange(from, to));
        expect([firstMonth(of), lastMonth(of), lengthOf(of)]).toEqual([from, to, more + 1]);
      }),
    );
  });

  it("no other way to write the same months is a period", () => {
    fc.assert(fc.property(calendar, (of) => parsePeriod(`${firstMonth(of)}/${lastMonth(of)}`) === undefined));
  });

  it("in an address it is one part, and reads back", () => {
    expect(periodSlug(p("2026-01/2026-06"))).toBe("2026-01--2026-06");
    expect(periodFromSlug("2026-01/2026-06")).toBeUndefined();
    fc.assert(fc.property(periods, (of) => periodFromSlug(periodSlug(of)) === of && !periodSlug(of).includes("/")));
  });

  it("where months, quarters and years alone are taken it is none", () => {
    expect(parseCalendarPeriod("2026-01/2026-06")).toBeUndefined();
    fc.assert(fc.property(calendar, (of) => parseCalendarPeriod(of) === of));
  });
});

describe("the order of time", () => {
  it("what ends first comes first, and a month before the quarter and the year that it ends", () => {
    const sorted = ["2026-03", "2026-Q1", "2025-11/2026-03", "2026-01/2026-06", "2026"].map(p);
    expect([...sorted].reverse().sort(byTime)).toEqual(sorted);
  });

  it("is one order, whatever the kinds: no two periods tie but the same", () => {
    fc.assert(
      fc.property(periods, periods, (a, b) => {
        expect(Math.sign(byTime(a, b)) + Math.sign(byTime(b, a))).toBe(0);
        expect(byTime(a, b) === 0).toBe(a === b);
        if (endOf(a) < endOf(b)) expect(byTime(a, b)).toBeLessThan(0);
      }),
    );
  });
});

describe("what a period consists of", () => {
  it("a quarter has its three months, a year twelve, a month itself", () => {
    expect(monthsOf(p("2025-Q2"))).toEqual(["2025-04", "2025-05", "2025-06"]);
    expect(monthsOf(p("2025-04"))).toEqual(["2025-04"]);
    expect(monthsOf(p("2025"))).toHaveLength(12);
    expect(monthsOf(p("2025")).at(-1)).toBe("2025-12");
  });

  it("a quarter is summed from months, a year from quarters, a month from nothing", () => {
    expect(partsOf(p("2025-Q4"))).toEqual(["2025-10", "2025-11", "2025-12"]);
    expect(partsOf(p("2025"))).toEqual(["2025-Q1", "2025-Q2", "2025-Q3", "2025-Q4"]);
    expect(partsOf(p("2025-01"))).toEqual([]);
  });

  it.each([
    ["2024-02", "2024-02-01", "2024-02-29"],
    ["2025-02", "2025-02-01", "2025-02-28"],
    ["2025-12", "2025-12-01", "2025-12-31"],
    ["2025-Q1", "2025-01-01", "2025-03-31"],
    ["2025-Q4", "2025-10-01", "2025-12-31"],
    ["2025", "2025-01-01", "2025-12-31"],
  ])("%s runs from %s to %s", (of, from, to) => {
    expect(startOf(p(of))).toBe(from);
    expect(endOf(p(of))).toBe(to);
  });

  it.each([
    ["2025-01", "2025-Q1"],
    ["2025-03", "2025-Q1"],
    ["2025-04", "2025-Q2"],
    ["2025-12", "2025-Q4"],
    ["2025-Q3", "2025-Q3"],
  ])("%s lies in %s", (of, quarter) => {
    expect(quarterOf(p(of))).toBe(quarter);
  });

  it("a period taken as another kind is the one it lies in, or the first part of it", () => {
    expect(periodOfKind(p("2025-08"), "quarter")).toBe("2025-Q3");
    expect(periodOfKind(p("2025-08"), "year")).toBe("2025");
    expect(periodOfKind(p("2025"), "month")).toBe("2025-01");
    expect(periodOfKind(p("2025"), "quarter")).toBe("2025-Q1");
  });
});

describe("laws of periods", () => {
  it("a step there and back is no step, and steps add up", () => {
    fc.assert(
      fc.property(periods, smallStep, smallStep, (of, a, b) => {
        expect(shift(shift(of, a), -a)).toBe(of);
        expect(shift(shift(of, a), b)).toBe(shift(of, a + b));
        expect(kindOf(shift(of, a))).toBe(kindOf(of));
      }),
    );
  });

  it("a later period is a later text", () => {
    fc.assert(fc.property(periods, fc.integer({ min: 1, max: 60 }), (of, by) => shift(of, by) > of));
  });

  it("a range of n steps has n + 1 periods, each one step after the one before, and an inverted range is empty", () => {
    fc.assert(
      fc.property(periods, fc.integer({ min: 0, max: 30 }), (of, n) => {
        const range = periodRange(of, shift(of, n));
        expect(range).toHaveLength(n + 1);
        expect(range.every((at, i) => at === shift(of, i))).toBe(true);
        expect(periodRange(shift(of, n + 1), of)).toEqual([]);
      }),
    );
  });

  it("a period ends the day before the next one starts", () => {
    fc.assert(fc.property(periods, (of) => addDays(endOf(of), 1) === startOf(shift(of, 1))));
  });

  it("the months of a period are those that lie in it, and its parts have the same months", () => {
    fc.assert(
      fc.property(fc.oneof(quarters, years), (of) => {
        expect(monthsOf(of).every((month) => periodOfKind(month, kindOf(of) as CalendarKind) === of)).toBe(true);
        expect(partsOf(of).flatMap(monthsOf)).toEqual(monthsOf(of));
        expect(yearOf(of)).toBe(Number(monthsOf(of)[0]?.slice(0, 4)));
      }),
    );
  });
});

describe("days", () => {
  it("a day that the calendar does not have is none", () => {
    expect(parseDay("2024-02-29")).toBe("2024-02-29");
    expect(parseDay("2025-02-29")).toBeUndefined();
    expect(parseDay("2025-2-9")).toBeUndefined();
    expect(parseDay("2025-13-01")).toBeUndefined();
  });

  it("days are counted in UTC, across months, leap days and clock changes", () => {
    expect(addDays("2025-04-30", 45)).toBe("2025-06-14");
    expect(addDays("2024-02-28", 1)).toBe("2024-02-29");
    expect(addDays("2025-03-29", 2)).toBe("2025-03-31");
    expect(addDays("2025-01-01", -1)).toBe("2024-12-31");
  });

  it("a day lies in the month that its text begins with", () => {
    const month: Period = monthOfDay("2025-03-31");
    expect(month).toBe("2025-03");
  });
});

describe("no period that anybody writes makes the program run away", () => {
  const anyYear = fc.integer({ min: 0, max: 100_000 }).map((year) => String(year).padStart(4, "0"));
  const anyText = fc.tuple(anyYear, fc.constantFrom("", "-01", "-12", "-Q1", "-Q4")).map(([year, rest]) => `${year}${rest}`);

  it("of all years only those of this century are read, and a range between any two of them has at most 1,200 periods", () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const [from, to] = [parsePeriod(a), parsePeriod(b)];
        expect(from === undefined).toBe(!/^20\d\d(?!\d)/.test(a));
        if (from !== undefined && to !== undefined) expect(periodRange(from, to).length).toBeLessThanOrEqual(1200);
      }),
      { numRuns: 2000 },
    );
  });

  it("a day outside this century is none", () => {
    for (const text of ["0000-01-01", "1999-12-31", "2100-01-01", "9999-12-31"]) expect(parseDay(text)).toBeUndefined();
  });
});

it.each([
  ["Tue, 04 Jun 2024 23:30:00 GMT", "2024-06-04"],
  ["June 4, 2024 8:00 PM ET", "2024-06-05"],
  ["June 4, 2024", "2024-06-04"],
  ["4 Jun 2024 23:30", "2024-06-04"],
  ["2024-06-04T01:00:00+02:00", "2024-06-03"],
  ["Tue, 04 Jun 2024 01:00 +0200", "2024-06-03"],
  ["June 4, 2024 8:00 PM", "2024-06-04"],
  ["06-04-2024", "2024-06-04"],
  ["soon", undefined],
])("%s is the day %s, in whichever time zone the machine stands", (written, day) => {
  for (const zone of ["America/New_York", "Asia/Tokyo"]) {
    vi.stubEnv("TZ", zone);
    expect(writtenDay(written)).toBe(day);
  }
  vi.unstubAllEnvs();
});
