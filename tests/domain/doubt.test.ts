/** Doubts about well-formed figures: each points at the facts that it is about, and none is raised where nothing is odd. */
import { describe, expect, test } from "vitest";
import { companyId } from "@/domain/facts/company";
import {
  doubtsAbout,
  figuresBeforeListing,
  holdingsThatJump,
  sourcesThatDiffer,
  totalsThatDisagree,
  unnamedHosts,
} from "@/domain/review/doubt";
import { period } from "@/domain/values/period";
import { recordOf, seedRecord } from "./seed";

describe("two sources that differ", () => {
  test("are told with both numbers, that of the better kind of source first; sources that agree are not", () => {
    const { facts } = recordOf(
      ["riot", "2025-04", "btc_sold", "450", { source_kind: "news_report" }],
      ["riot", "2025-04", "btc_sold", "475"],
      ["riot", "2025-04", "btc_produced", "463"],
      ["riot", "2025-04", "btc_produced", "463.0"],
    );
    expect(sourcesThatDiffer(facts)).toEqual([{ kind: "sourcesDiffer", text: "riot 2025-04 btc_sold: 475 or 450", facts: [2, 1] }]);
  });
});

describe("holdings that jump", () => {
  const jump = (before: string, after: string) =>
    holdingsThatJump(recordOf(["riot", "2025-03", "btc_held", before], ["riot", "2025-04", "btc_held", after]).facts).map(
      ({ text }) => text,
    );

  test("change by more than half and by more than 500 BTC against the month before", () => {
    expect(jump("1000", "2000")).toEqual(["riot 2025-04 btc_held: 1000 → 2000"]);
    expect(jump("2000", "900")).toEqual(["riot 2025-04 btc_held: 2000 → 900"]);
  });

  test("a small holder that doubles and a large one that grows by a third do not", () => {
    expect(jump("300", "700")).toEqual([]);
    expect(jump("9000", "12000")).toEqual([]);
  });

  test("nothing is said where the month before is not known, nor of quarters", () => {
    expect(holdingsThatJump(recordOf(["riot", "2025-02", "btc_held", "10"], ["riot", "2025-04", "btc_held", "9000"]).facts)).toEqual([]);
    expect(holdingsThatJump(recordOf(["riot", "2025-Q1", "btc_held", "10"], ["riot", "2025-Q2", "btc_held", "9000"]).facts)).toEqual([]);
  });
});

describe("totals that their parts do not make", () => {
  const months = (last: string) =>
    [
      ["riot", "2025-01", "btc_sold", "100"],
      ["riot", "2025-02", "btc_sold", "100"],
      ["riot", "2025-03", "btc_sold", last],
    ] as const;

  test("are told with what the parts make; rounding is no disagreement", () => {
    const off = recordOf(...months("150").map((line) => [...line] as [string, string, "btc_sold", string]), [
      "riot",
      "2025-Q1",
      "btc_sold",
      "300",
    ]);
    expect(totalsThatDisagree(off.facts)).toEqual([
      { kind: "partsDisagree", text: "riot 2025-Q1 btc_sold: 300, its parts make 350", facts: [4, 1, 2, 3] },
    ]);
    const near = recordOf(...months("101").map((line) => [...line] as [string, string, "btc_sold", string]), [
      "riot",
      "2025-Q1",
      "btc_sold",
      "300",
    ]);
    expect(totalsThatDisagree(near.facts)).toEqual([]);
  });

  test("a total of which a month is not stated is left alone, and so are holdings and dollars", () => {
    const missing = recordOf(["riot", "2025-01", "btc_sold", "1"], ["riot", "2025-Q1", "btc_sold", "300"]);
    const others = recordOf(["riot", "2025-Q1", "btc_held", "300"], ["riot", "2025-Q1", "sale_proceeds_usd", "300"]);
    expect(totalsThatDisagree([...missing.facts, ...others.facts])).toEqual([]);
  });

  test("a year is held against its quarters too", () => {
    const year = recordOf(
      ["riot", "2025-Q1", "btc_sold", "100"],
      ["riot", "2025-Q2", "btc_sold", "100"],
      ["riot", "2025-Q3", "btc_sold", "100"],
      ["riot", "2025-Q4", "btc_sold", "100"],
      ["riot", "2025", "btc_sold", "500"],
    );
    expect(totalsThatDisagree(year.facts).map(({ text }) => text)).toEqual(["riot 2025 btc_sold: 500, its parts make 400"]);
  });
});

describe("figures before the first listing", () => {
  const listing = (from: string | null) => ({
    company: "riot",
    exchange: "Nasdaq",
    ticker: "RIOT",
    from: from === null ? null : period(from),
    to: null,
  });
  const { facts } = recordOf(
    ["riot", "2021-12", "btc_sold", "1"],
    ["riot", "2022-Q1", "btc_sold", "1"],
    ["other", "2019-01", "btc_sold", "1"],
  );

  test("end before the earliest of its listings begins; a period that reaches into it is not before it", () => {
    expect(figuresBeforeListing(facts, [listing("2023-01"), listing("2022-02")])).toEqual([
      { kind: "beforeListing", text: "riot 2021-12 btc_sold: 1, listed from 2022-02", facts: [1] },
    ]);
  });

  test("a company that was listed before the record begins, or never, raises none", () => {
    expect(figuresBeforeListing(facts, [listing("2023-01"), listing(null)])).toEqual([]);
  });
});

test("a host that the register does not name is told once, with all its figures", () => {
  const { facts } = recordOf(
    ["riot", "2025-01", "btc_sold", "1", { source_url: "https://a.example.com/1" }],
    ["riot", "2025-02", "btc_sold", "1", { source_url: "https://a.example.com/2" }],
    ["riot", "2025-03", "btc_sold", "1", { source_url: "https://www.sec.gov/x" }],
  );
  const register = [{ host: "sec.gov", name: "SEC", role: "regulator" as const }];
  expect(unnamedHosts(facts, register)).toEqual([{ kind: "unnamedHost", text: "a.example.com", facts: [1, 2] }]);
});

test("the committed record: every doubt points at facts of one company, and all that it is about are in the record", () => {
  const { facts, companies } = seedRecord();
  const listings = companies.flatMap(({ id, listings: own }) => own.map((one) => ({ ...one, company: id })));
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const doubts = doubtsAbout(facts, listings);
  expect(doubts.length).toBeGreaterThan(50);
  for (const { facts: about } of doubts) {
    const subjects = new Set(about.map((id) => byId.get(id)?.company));
    expect([...subjects], JSON.stringify(about)).toEqual([byId.get(about[0] ?? -1)?.company ?? companyId("none")]);
  }
});
