/** The committed data itself: whatever is in prisma/data must be readable, consistent and plausible before it is anyone's figure. */
import { describe, expect, it } from "vitest";
import { parseAmount, SATS_PER_BTC } from "@/domain/values/amount";
import { inSpan, type Span } from "@/domain/facts/company";
import { SOURCE_KINDS } from "@/domain/facts/fact";
import { issuanceIn } from "@/domain/facts/issuance";
import { limitsOf } from "@/domain/review/limits";
import { METRICS, parseMetric } from "@/domain/values/metric";
import { endOf, kindOf, parseDay, parsePeriod, type Period, period, shift } from "@/domain/values/period";
import { type OpenRecord, PUBLISHED_METRICS, STATED_POLICIES } from "@/domain/facts/record";
import { lines, seedRecord } from "./seed";

type Line = Record<string, string>;
const facts = ["facts.csv", "spans.csv"].flatMap(lines);
const ids = new Set(lines("companies.csv").map((line) => line["company"]));
const at = (line: Line, column: string): string => line[column] ?? "";
/** Bad rows by number (the first row after the heading is 1) and content, so that a failing test says what to correct. */
const tell = (file: string, bad: readonly { line: Line; index: number }[]): string[] =>
  bad.map(({ line, index }) => `${file} row ${index + 1}: ${Object.values(line).slice(0, 6).join(", ")}`);
const badIn = (file: string, rows: readonly Line[], isBad: (line: Line) => boolean): string[] =>
  tell(
    file,
    rows.map((line, index) => ({ line, index })).filter(({ line }) => isBad(line)),
  );

describe("facts.csv", () => {
  it("has the columns of a fact, and over two thousand of them", () => {
    expect(Object.keys(facts[0] ?? {})).toEqual([
      "company",
      "period",
      "metric",
      "value",
      "source_kind",
      "published_on",
      "source_url",
      "note",
    ]);
    expect(facts.length).toBeGreaterThan(2000);
  });

  it("names known companies, periods, metrics and kinds of sources alone", () => {
    const isBad = (line: Line) =>
      !ids.has(at(line, "company")) ||
      parsePeriod(at(line, "period")) === undefined ||
      (parseMetric(at(line, "metric")) === undefined && at(line, "metric") !== "treasury_policy") ||
      !SOURCE_KINDS.some((kind) => kind === at(line, "source_kind"));
    expect(badIn("facts.csv", facts, isBad)).toEqual([]);
  });

  it("states each value as a plain decimal that its unit holds, and none below zero; a policy in words has a note and no value", () => {
    const isBad = (line: Line) => {
      const metric = parseMetric(at(line, "metric"));
      if (metric === undefined) return at(line, "value") !== "" || at(line, "note") === "";
      const value = parseAmount(at(line, "value"), METRICS[metric].unit);
      return value === undefined || value < 0;
    };
    expect(badIn("facts.csv", facts, isBad)).toEqual([]);
  });

  it("gives each fact an address on the web and a real day or none", () => {
    const isBad = (line: Line) =>
      !/^https?:\/\/[^/\s]+\.[^/\s]+/.test(at(line, "source_url")) ||
      !URL.canParse(at(line, "source_url")) ||
      (at(line, "published_on") !== "" && parseDay(at(line, "published_on")) === undefined);
    expect(badIn("facts.csv", facts, isBad)).toEqual([]);
  });

  it("holds no fact twice", () => {
    // One page may say two things about a treasury in words; a figure is stated once per page.
    const columns = ["company", "period", "metric", "value", "source_kind", "published_on", "source_url"];
    const seen = facts.map((line) =>
      (parseMetric(at(line, "metric")) === undefined ? [...columns, "note"] : columns).map((column) => at(line, column)).join(" "),
    );
    expect(seen.filter((key, i) => seen.indexOf(key) !== i)).toEqual([]);
  });

  it("knows no figure of a period before that period is over, unless its note says as of when", () => {
    const isBad = (line: Line) =>
      at(line, "metric") !== "treasury_policy" &&
      at(line, "published_on") !== "" &&
      at(line, "published_on") < endOf(period(at(line, "period"))) &&
      at(line, "note") === "";
    expect(badIn("facts.csv", facts, isBad)).toEqual([]);
  });

  it("keeps spans apart: what is no month, quarter or year, and that alone, is in spans.csv", () => {
    const isSpan = (line: Line) => kindOf(period(at(line, "period"))) === "span";
    expect(lines("facts.csv").filter(isSpan)).toEqual([]);
    expect(lines("spans.csv").every(isSpan)).toBe(true);
  });

  it("states stocks at a month's end, or for a quarter that ends with it", () => {
    const isBad = (line: Line) => {
      const metric = parseMetric(at(line, "metric"));
      return metric !== undefined && METRICS[metric].kind === "stock" && !["month", "quarter"].includes(kindOf(period(at(line, "period"))));
    };
    expect(badIn("facts.csv", facts, isBad)).toEqual([]);
  });

  it("keeps what a company mined to a quarter of what all miners of the world were paid, and holdings below a million", () => {
    const isBad = ({ metric, value, period: of }: OpenRecord["facts"][number]) =>
      metric === "btc_produced" ? value > issuanceIn(of) / 4 : METRICS[metric].unit === "BTC" && value > 1_000_000 * SATS_PER_BTC;
    expect(seedRecord().facts.filter(isBad)).toEqual([]);
  });

  it("states nothing that cannot be", () => {
    const beyond = limitsOf(seedRecord());
    expect(seedRecord().facts.flatMap((fact) => beyond(fact) ?? [])).toEqual([]);
  });
});

describe("companies and listings", () => {
  it("each company has one row, a slug, a name and a country", () => {
    const companies = lines("companies.csv");
    expect(ids.size).toBe(companies.length);
    const isBad = (line: Line) =>
      !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(at(line, "company")) || at(line, "name") === "" || at(line, "country") === "";
    expect(badIn("companies.csv", companies, isBad)).toEqual([]);
    expect(badIn("companies.csv", companies, (line) => !/^([1-9]\d*( [1-9]\d*)*)?$/.test(at(line, "sec_cik")))).toEqual([]);
  });

  it("a filing that is quoted is filed under one of the company's numbers at the SEC", () => {
    const companies = new Map(lines("companies.csv").map((line) => [at(line, "company"), line]));
    const isOther = (line: Line) => {
      const [, cik] = /\/edgar\/data\/0*(\d+)\//.exec(at(line, "source_url")) ?? [];
      const company = companies.get(at(line, "company"));
      return cik !== undefined && company !== undefined && !at(company, "sec_cik").split(" ").includes(cik);
    };
    expect(badIn("facts.csv", facts, isOther)).toEqual([]);
  });

  it("a company has one listing at a time on an exchange, but for the month in which its ticker changes", () => {
    const overlaps: string[] = [];
    for (const { id, listings } of seedRecord().companies) {
      for (const [i, one] of listings.entries()) {
        for (const other of listings.slice(i + 1)) {
          if (one.exchange !== other.exchange) continue;
          const [first, second] = (one.from ?? "") <= (other.from ?? "") ? [one, other] : [other, one];
          const handOver = first.ticker !== second.ticker && first.to !== null && first.to === second.from;
          if (!handOver && (first.to === null || second.from === null || second.from <= first.to))
            overlaps.push(`${id} on ${one.exchange}`);
        }
      }
    }
    expect(overlaps).toEqual([]);
  });

  it("listings, policies and consolidations name known companies and do not end before they begin", () => {
    for (const [file, columns] of [
      ["listings.csv", ["company"]],
      ["policies.csv", ["company"]],
      ["consolidations.csv", ["parent", "child"]],
    ] as const) {
      const isBad = (line: Line) =>
        columns.some((column) => !ids.has(at(line, column))) ||
        ["from", "to"].some((column) => at(line, column) !== "" && parsePeriod(at(line, column)) === undefined) ||
        (at(line, "from") !== "" && at(line, "to") !== "" && at(line, "to") < at(line, "from"));
      expect(badIn(file, lines(file), isBad)).toEqual([]);
    }
  });

  it("a company states one policy at a time, out of the closed list, with its source", () => {
    const rows = lines("policies.csv");
    const isBad = (line: Line) => !STATED_POLICIES.some((policy) => policy === at(line, "policy")) || !URL.canParse(at(line, "source_url"));
    expect(badIn("policies.csv", rows, isBad)).toEqual([]);
    const covers = (span: Span & { company: string }, month: Period) => inSpan(span, month);
    for (const { month } of seedRecord().prices) {
      const now = seedRecord()
        .policies.filter((policy) => covers(policy, month))
        .map((policy) => policy.company);
      expect(now.filter((id, i) => now.indexOf(id) !== i)).toEqual([]);
    }
  });
});

describe("decisions.csv", () => {
  it("each decision names a figure that the record states, and says why", () => {
    const isBad = (line: Line) =>
      at(line, "note") === "" ||
      !facts.some(
        (fact) => ["company", "metric", "period"].every((column) => fact[column] === line[column]) && fact["value"] === line["written"],
      );
    expect(badIn("decisions.csv", lines("decisions.csv"), isBad)).toEqual([]);
  });

  it("is a preference without a basis, or a basis with its name, for holdings alone", () => {
    const isBad = (line: Line) =>
      at(line, "kind") !== "basis" ? at(line, "basis") !== "" : at(line, "basis") === "" || at(line, "metric") !== "btc_held";
    expect(badIn("decisions.csv", lines("decisions.csv"), isBad)).toEqual([]);
  });

  it("a preference decides a real disagreement, once", () => {
    const preferences = seedRecord().decisions.filter((decision) => decision.kind === "prefer");
    for (const { company, metric, period: of } of preferences) {
      const values = new Set(
        seedRecord()
          .facts.filter((f) => f.company === company && f.metric === metric && f.period === of)
          .map((f) => f.value),
      );
      expect(values.size).toBeGreaterThan(1);
      expect(preferences.filter((d) => d.company === company && d.metric === metric && d.period === of)).toHaveLength(1);
    }
  });
});

describe("prices, published figures and events", () => {
  it("bitcoin has a price in every month from the first to the last, without gap or repetition", () => {
    const months = seedRecord().prices.map((price) => price.month);
    expect(months.length).toBeGreaterThan(60);
    for (const [i, month] of months.entries()) if (i > 0) expect(month).toBe(shift(months[i - 1] ?? month, 1));
  });

  it("each price is positive, rests on no more days than the month has, and lies near its neighbour", () => {
    const { prices } = seedRecord();
    for (const [i, { month, average, close, days }] of prices.entries()) {
      expect(average).toBeGreaterThan(0);
      expect(close).toBeGreaterThan(average / 2);
      expect(close).toBeLessThan(average * 2);
      expect(days).toBeLessThanOrEqual(Number(endOf(month).slice(8)));
      if (i < prices.length - 1) expect(days).toBe(Number(endOf(month).slice(8)));
    }
  });

  it("there is a price for every month with a sale, up to the last one with a price", () => {
    const priced = new Set(seedRecord().prices.map((price) => price.month));
    const last = [...priced].sort().at(-1) ?? "";
    const sold = seedRecord().facts.filter((fact) => fact.metric === "btc_sold" && kindOf(fact.period) === "month" && fact.value > 0);
    expect(sold.filter((fact) => fact.period <= last && !priced.has(fact.period)).map((fact) => `${fact.company} ${fact.period}`)).toEqual(
      [],
    );
  });

  it("published figures are numbers of a known kind with publisher and address; events have a real day", () => {
    const isBad = (line: Line) =>
      parsePeriod(at(line, "period")) === undefined ||
      !PUBLISHED_METRICS.some((metric) => metric === at(line, "metric")) ||
      !/^\d+(\.\d+)?$/.test(at(line, "value")) ||
      at(line, "publisher") === "" ||
      !URL.canParse(at(line, "source_url"));
    expect(badIn("published-aggregates.csv", lines("published-aggregates.csv"), isBad)).toEqual([]);
    expect(
      badIn("events.csv", lines("events.csv"), (line) => parseDay(at(line, "date")) === undefined || at(line, "label") === ""),
    ).toEqual([]);
  });
});
