/** Pages that do not say outright which month or quarter they are about: what they aim at, and what a day without its year tells. */
import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { period } from "@/domain/values/period";
import { type ReadingOptions, readRelease } from "@/reader/readRelease";
import { COMPANIES, RECORD } from "./samples";

const read = (text: string, options: Partial<ReadingOptions> = {}): string[] =>
  readRelease(text, { companies: COMPANIES, ...options }).candidates.map(
    ({ company, metric, period: of, plain }) => `${company} ${metric} ${of} ${plain}`,
  );

describe("a quarter that something is to be reached by is not what a page is about", () => {
  it.each([
    "CleanSpark mines 395 bitcoin, eyes 5.5 EH/s by Q4 2022",
    "CleanSpark hopes for an early restart by Q1 as it mines 395 bitcoin",
    "CleanSpark to reach 4.1 EH/s in the first quarter, mines 395 bitcoin",
    "CleanSpark seeks to triple its fleet by the end of the fourth quarter of 2022",
    "CleanSpark keeps its Q4 2022 target of 5 EH/s",
    "CleanSpark will bis zum vierten Quartal 2022 auf 5 EH/s wachsen",
    "CleanSpark quiere llegar a 5 EH/s para el cuarto trimestre de 2022",
    "CleanSpark veut atteindre 5 EH/s d'ici le quatrième trimestre 2022",
  ])("%s", (title) => {
    const found = read(`${title}\n\nCleanSpark produced 395 bitcoin and held 511 bitcoin.`, { publishedOn: "2022-09-06" });
    expect(found).toEqual(expect.arrayContaining(["cleanspark btc_produced 2022-08 395", "cleanspark btc_held 2022-08 511"]));
  });

  it("nor where its address says so", () => {
    const text = "CleanSpark grows\n\nCleanSpark produced 395 bitcoin in August.";
    expect(read(text, { address: "https://example.org/2022/09/06/cleanspark-targets-5-ehs-by-q4-2022" })).toContain(
      "cleanspark btc_produced 2022-08 395",
    );
  });

  it.each(["will discuss its second quarter 2023 results", "expects to publish second quarter financial results soon"])(
    "a quarter whose results are announced is: %s",
    (words) => {
      const found = read(`CleanSpark ${words}\n\nCleanSpark produced 1,621 bitcoin.`, { publishedOn: "2023-08-09" });
      expect(found).toContain("cleanspark btc_produced 2023-Q2 1621");
    },
  );
});

describe("a year before any that the record knows", () => {
  it("is not that of a month without its year", () => {
    const text =
      "Bitfarms in the autumn\n\nThe plant runs under a contract of 2018. In October Bitfarms produced 398 bitcoin, after 411 in September.";
    expect(read(text, { record: RECORD })).toEqual(["bitfarms btc_produced 2023-10 398", "bitfarms btc_produced 2023-09 411"]);
  });
});

describe("a day without its year", () => {
  it.each(["Tuesday, September 5", "Tues. Sept. 5", "Dienstag, 5. September", "martes 5 de septiembre", "mardi 5 septembre"])(
    "is of the only year in which it is such a weekday, and a page of that day tells of the month before: %s",
    (day) => {
      const found = read(`${day}\n\nBitfarms mined 383 bitcoin and held 654 bitcoin.`, { record: RECORD, recordBefore: "2023-08" });
      expect(found).toEqual(expect.arrayContaining(["bitfarms btc_produced 2023-08 383", "bitfarms btc_held 2023-08 654"]));
    },
  );

  it("beside the month before it is the day on which that was told", () => {
    const found = read("Bitfarms said on 4 July 2024 that all is well.\n\nOn July 3 it reported that it had mined 189 bitcoin in June.");
    expect(found).toContain("bitfarms btc_produced 2024-06 189");
  });
});

it("the month after a month's end that is written with its year is the one in which it was told", () => {
  const found = read("What we found in the July releases\n\nBitfarms held 3,144 bitcoin at the close of 30 June 2022 and mined 420.");
  expect(found).toEqual(expect.arrayContaining(["bitfarms btc_held 2022-06 3144", "bitfarms btc_produced 2022-06 420"]));
});

describe("the year of a month that stands without one", () => {
  const facts = ["2021-06", "2021-07", "2022-04", "2022-05", "2022-06"].flatMap((month) =>
    ["bitfarms", "riot"].map((company) => ({
      company: companyId(company),
      metric: "btc_produced" as const,
      period: period(month),
      value: 400 * 1e8,
      source: { address: "https://example.org/before" },
    })),
  );
  const record = { facts, prices: [] };

  it.each(["The miner earned 361 bitcoin in July.", "In July it dug up 361 bitcoin.", "July brought 361 bitcoin of production."])(
    "is not that of which the record has another amount: %s",
    (sentence) => {
      const found = read(`Bitfarms in July\n\n${sentence} Bitfarms went public in 2021.`, { record });
      expect(found).toContain("bitfarms btc_produced 2022-07 361");
    },
  );

  it("is told by the record of any of the companies of a round-up", () => {
    const found = read("What miners did in July\n\nCipher waited. Bitfarms mined 361 bitcoin, Riot 410 and Argo 219.", { record });
    expect(found).toEqual(expect.arrayContaining(["bitfarms btc_produced 2022-07 361", "riot btc_produced 2022-07 410"]));
  });

  it.each(["five times what it dug in July 2021", "twice the output of July 2021"])(
    "is not that of what it is measured by: %s",
    (measure) => {
      const found = read(`Bitfarms in July\n\nBitfarms mined 361 bitcoin, ${measure}.`, { record });
      expect(found).toContain("bitfarms btc_produced 2022-07 361");
    },
  );

  it("is the one of two written years of which the record has not another amount", () => {
    const two =
      "Bitfarms mined 361 bitcoin in July.\n\nIn July 2022 it was hot. That month differed from July 2021, when much was planned.";
    expect(read(`Bitfarms\n\n${two}`, { record })).toContain("bitfarms btc_produced 2022-07 361");
  });
});
