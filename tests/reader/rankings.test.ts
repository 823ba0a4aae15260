/** Rankings of companies and statements of cash flows, in companies, months and words that no sample has. */
import { describe, expect, it } from "vitest";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES } from "./samples";

const read = (text: string): string[] =>
  readRelease(text, { companies: COMPANIES }).candidates.map(
    ({ company, metric, period, plain }) => `${company} ${metric} ${period} ${plain}`,
  );

describe("a ranking of companies", () => {
  it.each<[string, string, string, string]>([
    [
      "coins of months beside hash rates are those made in them, ranks before the names or not",
      `Hash rate standings, November 2023

Rank  Prev  Miner          Fleet EH/s   Uptime %   BTC Nov   BTC Oct
 1     1    Marathon           24.7        91       1,187     1,190
 2     3    CleanSpark         10.0        94         666       637
 3     2    Riot               12.4        70         552       458
 4     4    Bitfarms            6.4        96         392       n/a`,
      "mara btc_produced 2023-11 1187; mara btc_produced 2023-10 1190; cleanspark btc_produced 2023-11 666; riot btc_produced 2023-10 458; bitfarms btc_produced 2023-11 392",
      "btc_held",
    ],
    [
      "ranks and tickers stand before the figures between bars; what is not disclosed or kept is no figure",
      `November 2023
Data from company statements.

No. | Miner | Code | Produced, BTC | y/y | Sold, BTC | Held, BTC | EH/s
1 | Marathon Digital | MARA | 1,187 | +150% | 704 | 14,025 | 24.7
2 | CleanSpark | CLSK | 666 | +24% | n/d | 2,575 | 10.0
3 | Iris Energy | IREN | 363 | +99% | all, at once | – | 5.6
4 | Argo | ARB | 118 | –7% | n.d. | 27 | 2.8`,
      "mara btc_produced 2023-11 1187; mara btc_sold 2023-11 704; mara btc_held 2023-11 14025; cleanspark btc_produced 2023-11 666; cleanspark btc_held 2023-11 2575; iren btc_produced 2023-11 363; argo btc_held 2023-11 27",
      "cleanspark btc_sold|iren btc_sold|iren btc_held",
    ],
    [
      "columns of years under a heading, what is counted in the one above",
      `Almanac, part 2: Output
Released 3 March 2024.

2.4 Coins of each firm, full years

                     2023      2022    Change
Marathon            12,852     4,144    +210%
Riot                 6,626     5,554     +19%
Bitfarms             4,928     5,167      –5%`,
      "mara btc_produced 2023 12852; mara btc_produced 2022 4144; riot btc_produced 2023 6626; bitfarms btc_produced 2022 5167",
      "btc_held",
    ],
    [
      "numbers before the names, what is counted and its year in the headline",
      `LEAGUE TABLE OF COINS MINED IN 2024

1 Marathon 9,430
2 CleanSpark 7,082
3. Riot 4,828
10 Hut 8 1,103`,
      "mara btc_produced 2024 9430; cleanspark btc_produced 2024 7082; riot btc_produced 2024 4828; hut8 btc_produced 2024 1103",
      "btc_held|btc_sold",
    ],
  ])("%s", (_, text, figures, never) => {
    expect(read(text)).toEqual(expect.arrayContaining(figures.split("; ")));
    expect(read(text).filter((figure) => new RegExp(`\\b(?:${never})\\b`).test(figure))).toEqual([]);
  });

  it("of hash rates, of machines or of months to come has no coins", () => {
    const page = `Fleet standings, November 2023

Rank  Miner          EH/s Nov   EH/s Oct   Machines
 1    Marathon          24.7       23.1    231,000
 2    CleanSpark        10.0        9.6     88,000`;
    expect(read(page).filter((figure) => figure.includes(" btc_"))).toEqual([]);
  });
});

describe("a statement of cash flows", () => {
  const page = (head: string, row: string, dollars = "(in thousands)"): string =>
    `TeraWulf Inc. (NASDAQ: WULF): results of the third quarter of 2024, November 12, 2024

CONSOLIDATED STATEMENTS OF CASH FLOWS, ${dollars}

${head}
Net cash used in operations      (9,410)      (3,115)
${row}
Deposits on miners              (12,004)      (2,250)
Issue of shares                   8,800       10,150`;
  const row = "Proceeds from sale of bitcoin    27,114       18,960";
  const figures = ["terawulf sale_proceeds_usd 2024-Q3 27114000", "terawulf sale_proceeds_usd 2023-Q3 18960000"];

  it.each([
    [
      "years below the months that they are of",
      page("Three Months Ended September 30,\n                                  2024         2023", row),
    ],
    ["the same on one line", page("Three months to September 30,          2024         2023", row)],
    [
      "between bars",
      page("| For the three months ended September 30 | 2024 | 2023 |", "| Proceeds from sales of bitcoin | 27,114 | 18,960 |"),
    ],
    [
      "thousands of USD",
      page("Three Months Ended September 30,\n                       2024         2023", row, "all amounts in USD thousands"),
    ],
  ])("gives what the coins were sold for: %s", (_, text) => {
    expect(read(text)).toEqual(expect.arrayContaining(figures));
    expect(read(text).filter((figure) => / btc_/.test(figure))).toEqual([]);
  });

  it.each(["(in thousands of Canadian dollars)", "in C$ thousands"])("in other dollars gives none: %s", (dollars) => {
    const text = page("Three Months Ended September 30,\n                 2024         2023", row, dollars);
    expect(read(text).filter((figure) => figure.includes("proceeds"))).toEqual([]);
  });
});
