/** Tables whose columns are kept by spaces alone, as a PDF's text or a text browser gives them: what stands below what tells its column. */
import { describe, expect, it } from "vitest";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES } from "./samples";

const read = (text: string): string[] =>
  readRelease(text, { companies: COMPANIES, publishedOn: "2024-07-10" }).candidates.map(
    ({ company, metric, period, plain }) => `${company} ${metric} ${period} ${plain}`,
  );

describe("a table kept by spaces", () => {
  it("has heads in two lines, one over two months beside one over a balance, and letters of notes behind numbers", () => {
    const found = read(`Miners in June 2024

                BTC mined
Name         Jun-24   May-24    chg    BTC held    View
                                        Jun 30
RIOT            255      215    19%      9,334      +
CLSK            445      417     7%      6,591 a    o
BITF            189      156    21%        905      o

a not all of it free`);
    for (const figure of [
      "riot 2024-06 255",
      "riot 2024-05 215",
      "cleanspark 2024-06 445",
      "cleanspark 2024-05 417",
      "bitfarms 2024-05 156",
    ])
      expect(found).toContain(figure.replace(" ", " btc_produced "));
    for (const figure of ["riot 2024-06 9334", "cleanspark 2024-06 6591", "bitfarms 2024-06 905"])
      expect(found).toContain(figure.replace(" ", " btc_held "));
  });

  it("may leave a cell empty: what stands behind the hole keeps its column", () => {
    const found = read(`Cipher Mining (NASDAQ: CIFR): update for June 2024, July 3, 2024

                          June 2024     May 2024    June 2023
Bitcoin mined                   177          166          426
Bitcoin sold                    103                       397
Bitcoin held                  2,209        2,142          517`);
    expect(found).toEqual(expect.arrayContaining(["cipher btc_sold 2024-06 103", "cipher btc_sold 2023-06 397"]));
    expect(found).not.toContain("cipher btc_sold 2024-05 397");
  });

  it("may have heads that are broken over lines, also within a word, and labels that go on below", () => {
    const found = read(`LM Funding America (NASDAQ: LMFA) in June 2024, July 9, 2024

                            One month       One month
                            ended           ended Sept-
                            June 30,        ember 30,
                            2024            2023
Bitcoin mined, net               5.4             38.1
Bitcoin sold                   (8.0)           (22.5)
Bitcoin at the end
  of the month                 160.4            112.0`);
    expect(found).toEqual(
      expect.arrayContaining([
        "lm-funding btc_produced 2024-06 5.4",
        "lm-funding btc_produced 2023-09 38.1",
        "lm-funding btc_sold 2024-06 8",
        "lm-funding btc_held 2023-09 112",
      ]),
    );
  });

  it("is read by the order of a row that has every value, where one is out of its place", () => {
    const found = read(`Riot Platforms (NASDAQ: RIOT), June 2024, July 3, 2024

                                Month ended             Prior month      Year to date
Metric                     6/30/2024    6/30/2023       5/31/2024        6/30/2024
Bitcoin produced           255          460             215              2,130
Deployed hash rate (EH/s) (1)   22.0    10.7            14.7             22.0
Bitcoin held               9,334        7,265           9,084            9,334`);
    expect(found).toEqual(
      expect.arrayContaining([
        "riot btc_produced 2024-06 255",
        "riot btc_produced 2023-06 460",
        "riot btc_produced 2024-05 215",
        "riot deployed_ehs 2024-05 14.7",
        "riot btc_held 2023-06 7265",
      ]),
    );
  });

  it("may have a value one space behind its label, or two values one space apart", () => {
    const found = read(`Bitfarms Ltd. (NASDAQ: BITF), June 2024 production update, July 1, 2024

                                June 2024   May 2024   %
BTC earned by our machines, all 189         156        21%
BTC sold                        134         136        -1%
BTC in treasury at end of month 905         850 6%`);
    expect(found).toEqual(
      expect.arrayContaining([
        "bitfarms btc_produced 2024-06 189",
        "bitfarms btc_produced 2024-05 156",
        "bitfarms btc_sold 2024-05 136",
        "bitfarms btc_held 2024-06 905",
        "bitfarms btc_held 2024-05 850",
      ]),
    );
  });

  it("may have companies whose names take two lines", () => {
    const found = read(`Miners in June 2024

                     mined    sold      held
Riot                   255       0     9,334
Core
  Scientific           443     443
CleanSpark             445       8     6,591`);
    expect(found).toEqual(expect.arrayContaining(["core-scientific btc_produced 2024-06 443", "cleanspark btc_held 2024-06 6591"]));
    expect(found.filter((one) => one.startsWith("riot") && one.endsWith("443"))).toEqual([]);
  });
});

it("prose with wide gaps is no table", () => {
  const found = read(`Riot in June 2024

In June 2024   Riot mined 255 bitcoin,   after 215 in May.
At the end of June 2024   it held 9,334 bitcoin.`);
  expect(found).toEqual(
    expect.arrayContaining(["riot btc_produced 2024-06 255", "riot btc_produced 2024-05 215", "riot btc_held 2024-06 9334"]),
  );
});
