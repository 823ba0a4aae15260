import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { parseMetric } from "@/domain/values/metric";
import { addDays, endOf, parsePeriod, period, shift } from "@/domain/values/period";
import { addressFor, patternOf } from "@/finder/feeds/releaseAddress";
import { committedReporting, readReporting } from "@/finder/due/reporting";
import { COMMON_DELAY_DAYS, type Due, GRACE_DAYS, dueList } from "@/finder/due/due";

const RIOT = companyId("riot");
type Facts = Parameters<typeof dueList>[1][number];

const fact = (month: string, publishedOn: string | null, metric: Facts["metric"] = "btc_produced"): Facts => ({
  company: RIOT,
  metric,
  period: period(month),
  source: { publishedOn, address: "https://example.org/update", kind: "company_release" },
});

/** Months from January 2025 on, each published so many days after its end. */
const habit = (...delays: number[]): Facts[] =>
  delays.map((delay, i) => {
    const month = shift(period("2025-01"), i);
    return fact(month, addDays(endOf(month), delay));
  });

function due(facts: readonly Facts[], today: string): Due {
  const [item] = dueList([RIOT], facts, today);
  if (item === undefined) throw new Error("no company");
  return item;
}

describe("what is known of who reports", () => {
  const reporting = readReporting(JSON.stringify({ stopped: { riot: { last: "2025-06", note: "quarterly since" } }, publishers: {} }));

  it("as committed is right, and names companies on record only", () => {
    const rows = parse<{ company: string }>(readFileSync("prisma/data/companies.csv"), { columns: true });
    const known = new Set(rows.map(({ company }) => company));
    const { stopped, publishers } = committedReporting();
    expect([...stopped.keys(), ...publishers.keys()].filter((company) => !known.has(company))).toEqual([]);
  });

  it.each([
    ["a quarter", { stopped: { riot: { last: "2025-Q1", note: "x" } }, publishers: {} }, /stopped\.riot\.last: must be a month/],
    ["an address for a host", { stopped: {}, publishers: { riot: { publisher: "x", host: "http://x" } } }, /publishers\.riot\.host/],
    ["a misspelt key", { stoped: {} }, /reporting\.json/],
  ])("with %s is refused, naming the place", (_, file, sentence) => {
    expect(() => readReporting(JSON.stringify(file))).toThrow(sentence);
  });

  it("makes a company that has ended its updates owe those up to the last one, and none after it", () => {
    const known = [fact("2025-04", "2025-05-05")];
    expect(dueList([RIOT], known, "2025-07-02", reporting)[0]).toMatchObject({
      ...{ status: "stopped", since: "2025-07-01", owed: ["2025-05", "2025-06"], note: "quarterly since" },
    });
    expect(dueList([RIOT], known, "2025-06-02", reporting)[0]).toMatchObject({ status: "due", owed: ["2025-05"], note: "" });
  });

  it("is lifted by a later update", () => {
    expect(dueList([RIOT], [fact("2025-07", "2025-08-04")], "2025-09-02", reporting)[0]).toMatchObject({
      status: "due",
      owed: ["2025-08"],
      note: "",
    });
  });
});

describe("where the next release is likely to stand", () => {
  it.each([
    [
      "https://ir.example.org/news/Riot-Announces-July-2025-Update/default.aspx",
      "2025-07",
      "2025-12",
      "https://ir.example.org/news/Riot-Announces-December-2025-Update/default.aspx",
    ],
    [
      "https://example.org/2026/01/05/4711712/riot-december-2025-update",
      "2025-12",
      "2026-01",
      "https://example.org/2026/…/…/…/riot-january-2026-update",
    ],
  ])("follows %s", (address, of, next, expected) => {
    const pattern = patternOf(address, period(of));
    expect(pattern && addressFor(pattern, period(next)).address).toBe(expected);
  });

  it("is not told by an address that does not name its month", () => {
    expect(patternOf("https://www.sec.gov/Archives/edgar/data/1/ex99.htm", period("2025-07"))).toBeUndefined();
    expect(patternOf("https://example.org/may-be/june-2025", period("2025-07"))).toBeUndefined();
  });
});

describe("a company's next update", () => {
  // January to May 2025, always four days after the month's end; June is next.
  const months = habit(4, 4, 4, 4, 4);
  it.each([
    ["2025-06-30", "upToDate", null],
    ["2025-07-01", "due", "2025-07-01"],
    ["2025-07-11", "due", "2025-07-01"],
    ["2025-07-12", "overdue", "2025-07-12"],
    ["2025-09-11", "overdue", "2025-07-12"],
    ["2025-09-12", "stopped", "2025-07-12"],
    ["2027-01-01", "stopped", "2025-07-12"],
  ])("on %s is %s since %s", (today, status, since) => {
    expect(due(months, today)).toMatchObject({ status, since, last: "2025-05", next: "2025-06", expectedOn: "2025-07-04", usualDelay: 4 });
  });

  it("counts the months owed, over the year's end too", () => {
    expect(due([fact("2025-11", null)], "2026-02-01").owed).toEqual(["2025-12", "2026-01"]);
  });

  it("is not owed by a company that gives quarters only, or single sales", () => {
    expect(due([fact("2025-Q1", "2025-05-01"), fact("2025-03", "2025-04-04", "btc_sold")], "2025-09-01")).toMatchObject({
      status: "notMonthly",
      next: null,
      since: null,
    });
    expect(due([], "2025-09-01").status).toBe("notMonthly");
  });
});

describe("a company's habit", () => {
  it("is the median delay of its months, the earliest source of each counting", () => {
    expect(due([...habit(3, 20, 5), fact("2025-02", "2025-03-04")], "2025-04-01").usualDelay).toBe(4);
  });

  it("is that of its last twelve months", () => {
    expect(due(habit(...Array.from({ length: 12 }, () => 30), ...Array.from({ length: 12 }, () => 2)), "2027-01-01").usualDelay).toBe(2);
  });

  it("does not come from figures that were first printed for comparison a year later, nor from undated ones", () => {
    const item = due([...habit(370, 370, 370), fact("2025-04", null)], "2025-05-01");
    expect(item).toMatchObject({ usualDelay: COMMON_DELAY_DAYS });
    expect(due(habit(370, 5, 5, 5), "2025-05-01")).toMatchObject({ usualDelay: 5 });
  });
});

describe("the to-do", () => {
  it("never calls a company late before its own habit and the grace have passed", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 3, maxLength: 14 }),
        fc.integer({ min: 0, max: 400 }),
        (delays, days) => {
          const facts = habit(...delays);
          const next = shift(period("2025-01"), delays.length);
          const today = addDays(endOf(next), days);
          const item = due(facts, today);
          expect(item.next).toBe(next);
          expect(item.status === "overdue" || item.status === "stopped").toBe(days > item.usualDelay + GRACE_DAYS);
          if (item.since !== null) expect(item.since <= today).toBe(true);
        },
      ),
    );
  });

  it("lists the overdue first, and every company once", () => {
    const companies = ["a", "b", "c", "d"].map(companyId);
    const own = (company: string, last: string): Facts => ({ ...fact(last, null), company: companyId(company) });
    const list = dueList(companies, [own("a", "2024-01"), own("b", "2025-08"), own("c", "2025-07")], "2025-10-01");
    expect(list.map(({ company, status }) => [company, status])).toEqual([
      ["c", "overdue"],
      ["b", "due"],
      ["a", "stopped"],
      ["d", "notMonthly"],
    ]);
  });

  it("on the record's own facts finds the companies that are known to have stopped", () => {
    const rows = parse<Record<"company" | "period" | "metric" | "published_on" | "source_url" | "source_kind", string>>(
      readFileSync("prisma/data/facts.csv"),
      {
        columns: true,
      },
    );
    const facts = rows.flatMap((row): Facts[] => {
      const [month, metric] = [parsePeriod(row.period), parseMetric(row.metric)];
      if (month === undefined || metric === undefined) return [];
      return [
        {
          company: companyId(row.company),
          metric,
          period: month,
          source: {
            publishedOn: row.published_on === "" ? null : row.published_on,
            address: row.source_url,
            kind: row.source_kind as Facts["source"]["kind"],
          },
        },
      ];
    });
    const companies = [...new Set(facts.map(({ company }) => company))];
    const list = new Map(dueList(companies, facts, "2026-11-10", committedReporting()).map((item) => [item.company as string, item]));
    // Its last monthly update was that for December 2025; IREN's for August 2025; TeraWulf's for December 2024.
    expect(list.get("riot")).toMatchObject({ status: "stopped", last: "2025-12" });
    expect(list.get("iren")).toMatchObject({ status: "stopped", last: "2025-08" });
    expect(list.get("terawulf")?.status).toBe("stopped");
    for (const company of ["hut8", "core-scientific", "bitfarms", "cipher", "mara", "cleanspark"])
      expect([company, list.get(company)?.status, list.get(company)?.note]).toEqual([
        company,
        "stopped",
        expect.stringContaining("monthly update"),
      ]);
    // Core Scientific's updates for the months up to March 2025 are out there and not on record.
    expect(list.get("core-scientific")?.owed.at(-1)).toBe("2025-03");
    expect(list.get("bitdeer")).toMatchObject({
      next: "2026-09",
      where: {
        publisher: "globenewswire.com",
        address:
          "https://www.globenewswire.com/news-release/2026/…/…/…/0/en/bitdeer-announces-september-2026-production-and-operations-update.html",
      },
    });
    // What a wire's addresses look like is learned from the record's own; where it holds none, that is said.
    expect(list.get("hive")?.where).toEqual({
      publisher: "Newsfile",
      address: expect.stringMatching(
        /^https:\/\/www\.newsfilecorp\.com\/release\/…\/HIVE-Digital-Technologies-Reports-[A-Z][a-z]+-Production-of-…$/,
      ) as string,
      learnedFrom: "2025-11",
    });
    expect(list.get("argo")?.where).toEqual({ publisher: "AccessNewswire", address: null, learnedFrom: null });
    for (const item of list.values()) expect(item.usualDelay).toBeLessThanOrEqual(45);
  });
});
