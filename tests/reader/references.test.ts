/** What words refer to: a month, a year or a quantity named before them, in companies, months and words that no sample has. */
import { describe, expect, it } from "vitest";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES } from "./samples";

const read = (text: string, publishedOn?: string): string[] =>
  readRelease(text, { companies: COMPANIES, publishedOn }).candidates.map(
    ({ company, metric, period, plain }) => `${company} ${metric} ${period} ${plain}`,
  );

describe("that month", () => {
  it("is not the reference of a comparison", () => {
    expect(read("Argo mined 141 bitcoin in May (April: 166). Riot made 466 coins in that month.", "2022-06-08")).toContain(
      "riot btc_produced 2022-05 466",
    );
  });
});

describe("a figure at an earlier day", () => {
  it.each([
    "Hut 8 held 5,277 bitcoin at January 31 (Dec. 31: 5,518).",
    "The 5,277 bitcoin in Hut 8's treasury at the end of January compare with 5,518 at the end of December.",
  ])("counts what the figure before it counts: %s", (text) => {
    expect(read(text, "2022-02-07")).toEqual(expect.arrayContaining(["hut8 btc_held 2022-01 5277", "hut8 btc_held 2021-12 5518"]));
  });
});

it("coins on somebody's books are held, with their name or without", () => {
  expect(read("Hut 8 mined 308 bitcoin in January and had 5,277 on its books at the month's end.", "2022-02-07")).toContain(
    "hut8 btc_held 2022-01 5277",
  );
});

it("a month since which a company is something gives later months no year", () => {
  const text =
    "Riot Reports June 2022\n\nRiot, a member of the index since November 2021, mined 421 bitcoin in June, 45 fewer than the 466 of May.";
  expect(read(text, "2022-07-06")).toEqual(expect.arrayContaining(["riot btc_produced 2022-06 421", "riot btc_produced 2022-05 466"]));
});

it("coins from one month to a later one are those of all of them", () => {
  const text = "Riot’s report of August 11, 2022\n\nRiot said that it mined 1,395 BTC from April to June.";
  expect(read(text, "2022-08-12")).toContain("riot btc_produced 2022-Q2 1395");
});

describe("words for the end of a time before", () => {
  it.each([
    ["Hut 8 started February with 5,277 bitcoin.", "2022-02-20", "hut8 btc_held 2022-01 5277"],
    ["Hut 8 ended last year with 5,518 bitcoin on its balance sheet.", "2022-01-11", "hut8 btc_held 2021-12 5518"],
    ["Cipher: October\nMined: 161 BTC\nHODL: 1,428, from 1,512", "2024-11-06", "cipher btc_held 2024-09 1512"],
    ["Bitcoin held by Cipher in October: 1,428, from 1,512 in August.", "2024-11-06", "cipher btc_held 2024-08 1512"],
  ])("%s", (text, publishedOn, figure) => {
    expect(read(text, publishedOn)).toContain(figure);
  });

  it("are no time for the text that follows", () => {
    const text =
      "Hut 8's update for January 2022\n\n- Bitcoin held1 was 5,277 BTC, down from 5,518 BTC as of December 31, 2021.\n- Hut 8 sold 12 BTC during the month.";
    const found = read(text, "2022-02-07");
    expect(found).toEqual(expect.arrayContaining(["hut8 btc_held 2022-01 5277", "hut8 btc_sold 2022-01 12"]));
  });
});

describe("the quarter", () => {
  it("is not the last one of a table's header", () => {
    const table = "Miner  Q3 2024 BTC mined  Q2 2024 BTC mined\nRiot  1,104  844\nMARA  2,070  2,058";
    const found = read(`Miners in the third quarter of 2024\n\n${table}\n\nIn the quarter Bitfarms sold 461 bitcoin.`, "2024-11-14");
    expect(found).toContain("bitfarms btc_sold 2024-Q3 461");
  });
});

describe("the month of a company's own year", () => {
  it.each([
    ["August", "fiscal 2024", "cleanspark btc_produced 2024-08 478"],
    ["November", "its fiscal year 2024", "cleanspark btc_produced 2023-11 666"],
  ])("%s of %s", (month, year, figure) => {
    const value = figure.split(" ")[3] ?? "";
    expect(read(`CleanSpark mined ${value} bitcoin in ${month} of ${year}.`, "2025-02-01")).toContain(figure);
  });
});

describe("a figure for what the sentence before was about", () => {
  it("counts the same coins, without their name", () => {
    const found = read("Hut 8 held 5,000 bitcoin on December 31, 2021. As of January 31 it was 5,277, all in custody.", "2022-02-07");
    expect(found).toContain("hut8 btc_held 2022-01 5277");
  });

  it("may be what a year began with", () => {
    const found = read("Hut 8 ended January with 5,277 bitcoin in reserve. It entered the year with 5,000 coins.", "2022-02-07");
    expect(found).toContain("hut8 btc_held 2021-12 5000");
  });
});

describe("a time beside the figure that others are compared with", () => {
  it("is that figure's, after words of change too", () => {
    const found = read("Riot held 6,720 bitcoin at the end of the quarter, down from 6,952 at the end of September.", "2023-01-20");
    expect(found).toContain("riot btc_held 2022-09 6952");
  });

  it("in a sentence that begins with a contrast is not the page's month", () => {
    const found = read("Cipher: October\nMined: 161 BTC (Sep: 155)\nFor contrast in October 2023 they made 402 BTC.", "2024-11-06");
    expect(found).toContain("cipher btc_produced 2024-10 161");
    expect(found).toContain("cipher btc_produced 2023-10 402");
  });
});

describe("a page whose first time is the year before", () => {
  const PAGE = `How much bitcoin did the miners make in 2024?

1. CleanSpark. 7,024 BTC. In December it made 668 and sold 12 BTC, finishing with 9,952 BTC.
2. Riot. 4,828 BTC produced; 250 BTC sold, for $22.1 million.
3. Bitfarms. 2,914 BTC (2023: 4,928 BTC).`;

  it("looks back at all of it in the first months of the next, also where it names months", () => {
    expect(read(PAGE, "2025-01-20")).toEqual(
      expect.arrayContaining([
        "cleanspark btc_produced 2024 7024",
        "cleanspark btc_produced 2024-12 668",
        "riot btc_produced 2024 4828",
        "riot btc_sold 2024 250",
        "bitfarms btc_produced 2024 2914",
      ]),
    );
  });

  it("is not certain of any year by that alone", () => {
    const { candidates } = readRelease(PAGE, { companies: COMPANIES, publishedOn: "2025-01-20" });
    expect(candidates.filter(({ confidence }) => confidence === "high")).toEqual([]);
  });
});

describe("the fiscal year to date", () => {
  it("begins with the company's year", () => {
    const found = read("CleanSpark mined 655 bitcoin in November. Fiscal-year-to-date production came to 1,255 BTC.", "2024-12-04");
    expect(found).toContain("cleanspark btc_produced 2024-10/2024-11 1255");
  });
});

describe("words behind a second figure", () => {
  it.each([
    ["Riot Platforms: 415 BTC, with 465 BTC sold for $52.6 million.", "riot btc_produced 2025-09 415", "riot btc_sold 2025-09 415"],
    ["Cipher — 221 BTC (sold 158 BTC).", "cipher btc_produced 2025-09 221", "cipher btc_sold 2025-09 221"],
    ["Bitdeer – 432, and it got $4.8 million from selling bitcoin", "bitdeer btc_produced 2025-09 432", "bitdeer btc_held 2025-09 432"],
    ["HIVE — about 257 BTC, treasury 1,813", "hive btc_produced 2025-09 257", "hive btc_held 2025-09 257"],
  ])("are about that one: %s", (entry, figure, other) => {
    const found = read(`Miners' production in September 2025\n\nMARA mined 726 BTC. CleanSpark mined 619 BTC.\n\n${entry}`, "2025-10-09");
    expect(found).toContain(figure);
    expect(found).not.toContain(other);
  });
});
