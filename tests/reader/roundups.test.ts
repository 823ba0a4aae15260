/** Pages that name the month or year once and then tell of several companies: each figure is its company's and of that time, in every form of list. */
import { describe, expect, it } from "vitest";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES, RECORD } from "./samples";

const read = (text: string): string[] =>
  readRelease(text, { companies: COMPANIES, record: RECORD, recordBefore: "2024-08" }).candidates.map(
    ({ company, metric, period, plain }) => `${company} ${metric} ${period} ${plain}`,
  );

/** A form, a page in it, and the figures that it states. */
const FORMS: readonly (readonly [string, string, string])[] = [
  [
    "items of a company and its figure, in coins",
    `How the listed miners did in August 2024

Public miners had a slow summer.

• MARA Holdings: 673 BTC
• CleanSpark: 478 BTC
• Riot Platforms: 322 BTC
• Bitfarms: 233 BTC

All figures are bitcoin mined.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "the same without a unit: the headline tells what is counted",
    `Bitcoin mined by public companies, August 2024

- Marathon Digital: 673
- CleanSpark: 478
- Riot Platforms: 322
- Bitfarms: 233`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "a ranking with tickers",
    `Which miner produced the most bitcoin in August 2024?

1. Marathon Digital (MARA) – 673 BTC
2. CleanSpark (CLSK) – 478 BTC
3. Riot Platforms (RIOT) – 322 BTC
4. Bitfarms (BITF) – 233 BTC`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "clauses parted by semicolons, of which the first tells what is counted",
    `Miner production report for August 2024

Among listed companies, MARA mined 673 bitcoin; CleanSpark followed with 478; Riot came third with 322; Bitfarms managed 233 BTC.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "as many figures as companies in one list",
    `Miner production report for August 2024

CleanSpark, Riot Platforms and Bitfarms mined 478, 322 and 233 BTC in August, respectively.`,
    "cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "two such lists in one sentence",
    `Miner production report for August 2024

Riot Platforms and CleanSpark produced 322 BTC and 478 BTC respectively, while Bitfarms and Hut 8 ended the month holding 1,103 and 9,106 bitcoin.`,
    "riot btc_produced 2024-08 322; cleanspark btc_produced 2024-08 478; bitfarms btc_held 2024-08 1103; hut8 btc_held 2024-08 9106",
  ],
  [
    "a table with companies as rows",
    `Mining stocks in August 2024

| Company | BTC mined | BTC sold | BTC held |
| --- | --- | --- | --- |
| MARA | 673 | 0 | 25,945 |
| CleanSpark | 478 | 3 | 7,558 |
| Riot | 322 | 0 | 10,019 |`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_sold 2024-08 3; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
  [
    "a table with a column of words and one of hash rate",
    `Mining stocks in August 2024

Company\tTicker\tProduction (BTC)\tHash rate (EH/s)\tHoldings (BTC)
MARA\tMARA\t673\t35.2\t25,945
CleanSpark\tCLSK\t478\t24.1\t7,558
Riot\tRIOT\t322\t23.5\t10,019`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
  [
    "a table of months whose caption tells what is counted",
    `Bitcoin production of public miners

Company | July 2024 | August 2024
MARA | 692 | 673
CleanSpark | 494 | 478
Riot | 370 | 322`,
    "mara btc_produced 2024-07 692; mara btc_produced 2024-08 673; cleanspark btc_produced 2024-07 494; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-07 370; riot btc_produced 2024-08 322",
  ],
  [
    "a table with companies as columns",
    `August 2024 in numbers

| | MARA | CleanSpark | Riot |
| --- | --- | --- | --- |
| Bitcoin mined | 673 | 478 | 322 |
| Bitcoin held | 25,945 | 7,558 | 10,019 |`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
  [
    "names as headings over labelled lines",
    `Bitcoin miners' August 2024 updates

MARA Holdings
Bitcoin produced: 673
Bitcoin held: 25,945

CleanSpark
Bitcoin produced: 478
Bitcoin sold: 3
Bitcoin held: 7,558

Riot Platforms
Bitcoin produced: 322
Bitcoin held: 10,019`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_sold 2024-08 3; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
  [
    "names as headings over sentences",
    `Bitcoin miners' August 2024 updates

MARA Holdings

Mined 673 BTC during the month. It sold none and ended August with 25,945 BTC.

CleanSpark

Produced 478 BTC, sold 3 and now holds 7,558 BTC.

Riot Platforms

The Texas miner produced 322 BTC and holds 10,019.`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_sold 2024-08 3; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
  [
    "figures in brackets behind names",
    `Miner production report for August 2024

The largest producers were MARA (673 BTC), CleanSpark (478 BTC), Riot (322 BTC) and Bitfarms (233 BTC).`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "figures before their companies",
    `Miner production report for August 2024

In August 673 BTC were mined by MARA, 478 BTC by CleanSpark and 322 BTC by Riot.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "a ranking of holdings at a month's end",
    `Top corporate miners by bitcoin holdings at the end of August 2024

1) MARA Holdings: 25,945 BTC
2) Riot Platforms: 10,019 BTC
3) CleanSpark: 7,558 BTC
4) Bitfarms: 1,103 BTC`,
    "mara btc_held 2024-08 25945; riot btc_held 2024-08 10019; cleanspark btc_held 2024-08 7558; bitfarms btc_held 2024-08 1103",
  ],
  [
    "items with the month before in brackets",
    `August 2024 bitcoin production of US miners

MARA – 673 BTC (July: 692 BTC)
CleanSpark – 478 BTC (July: 494 BTC)
Riot – 322 BTC (July: 370 BTC)`,
    "mara btc_produced 2024-08 673; mara btc_produced 2024-07 692; cleanspark btc_produced 2024-08 478; cleanspark btc_produced 2024-07 494; riot btc_produced 2024-08 322; riot btc_produced 2024-07 370",
  ],
  [
    "items with what the figure rose or fell from",
    `Production August 2024

MARA: 692 → 673 BTC
Riot: 370 → 322 BTC
CleanSpark: 494 → 478 BTC`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "peers beside the page's own company",
    `Riot Platforms mined 322 BTC in August 2024

Riot Platforms (NASDAQ: RIOT) mined 322 bitcoin in August 2024. Among its peers, CleanSpark produced 478 BTC and Bitfarms 233 BTC in the same month.`,
    "riot btc_produced 2024-08 322; cleanspark btc_produced 2024-08 478; bitfarms btc_produced 2024-08 233",
  ],
  [
    "a table parted by spaces",
    `Public miners, August 2024

Company          Mined BTC     Held BTC
MARA             673           25,945
CleanSpark       478           7,558
Riot             322           10,019`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
  [
    "a leader and those that follow",
    `August 2024 mining round-up

MARA led with 673 bitcoin mined, followed by CleanSpark with 478 and Riot with 322. Bitfarms, Cipher and Hut 8 produced 233, 196 and 66 BTC.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233; cipher btc_produced 2024-08 196; hut8 btc_produced 2024-08 66",
  ],
  [
    "a quarter named in the headline",
    `Second-quarter 2024 scorecard for bitcoin miners

MARA produced 2,058 BTC in the quarter, CleanSpark 1,583 BTC, Riot 844 BTC and Bitfarms 614 BTC.`,
    "mara btc_produced 2024-Q2 2058; cleanspark btc_produced 2024-Q2 1583; riot btc_produced 2024-Q2 844; bitfarms btc_produced 2024-Q2 614",
  ],
  [
    "a year named in the headline",
    `2023 in review: who mined what

Over the year, Marathon Digital mined 12,852 BTC, Riot 6,626 BTC and Bitfarms 4,928 BTC.`,
    "mara btc_produced 2023 12852; riot btc_produced 2023 6626; bitfarms btc_produced 2023 4928",
  ],
  [
    "items with signs before them",
    `⛏️ August 2024 production

🔹 MARA – 673 BTC mined
🔹 CleanSpark – 478 BTC mined
🔹 Riot – 322 BTC mined`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "tickers with a dollar sign",
    `August 2024 production:
$MARA 673 BTC
$CLSK 478 BTC
$RIOT 322 BTC
$BITF 233 BTC`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "a heading that tells of sales",
    `Miners sell: August 2024

Bitcoin sold in August 2024:
- Bitfarms: 147 BTC
- Cipher: 94 BTC
- CleanSpark: 3 BTC`,
    "bitfarms btc_sold 2024-08 147; cipher btc_sold 2024-08 94; cleanspark btc_sold 2024-08 3",
  ],
  [
    "items below items",
    `August 2024 mining updates
- MARA
  - Produced: 673 BTC
  - Holdings: 25,945 BTC
- CleanSpark
  - Produced: 478 BTC
  - Holdings: 7,558 BTC
- Riot
  - Produced: 322 BTC
  - Holdings: 10,019 BTC`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
  [
    "Spanish",
    `Mineros en agosto de 2024

MARA minó 673 bitcoins, CleanSpark 478, Riot 322 y Bitfarms 233 en agosto.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "German",
    `Miner im August 2024

Marathon schürfte 673 Bitcoin, CleanSpark kam auf 478, Riot auf 322 und Bitfarms auf 233 Bitcoin.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "Chinese",
    `2024年8月上市矿企产量

马拉松挖出673枚比特币,CleanSpark挖出478枚,Riot挖出322枚,Bitfarms挖出233枚。`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "Japanese",
    `2024年8月のマイニング企業

マラソンは673BTCを採掘し、クリーンスパークは478BTC、ライオットは322BTCを採掘した。`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "Korean",
    `2024년 8월 채굴 기업

마라톤 디지털은 673개의 비트코인을 채굴했고, 클린스파크는 478개, 라이엇은 322개를 채굴했다.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "possessive names",
    `CleanSpark and Riot in August 2024

Both miners raised output. CleanSpark's production was 478 BTC, Riot's 322 BTC.`,
    "cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "figures compared with those of others",
    `August 2024: Marathon and peers

Marathon mined 673 BTC compared with 478 for CleanSpark, 322 for Riot and 233 for Bitfarms.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "a table of months with a column of changes",
    `Monthly production

Miner | Aug-24 | Jul-24 | Change
MARA | 673 BTC | 692 BTC | -3%
CleanSpark | 478 BTC | 494 BTC | -3%
Riot | 322 BTC | 370 BTC | -13%`,
    "mara btc_produced 2024-08 673; mara btc_produced 2024-07 692; cleanspark btc_produced 2024-08 478; cleanspark btc_produced 2024-07 494; riot btc_produced 2024-08 322; riot btc_produced 2024-07 370",
  ],
  [
    "a table of HTML with ranks",
    `<html><body><h1>Bitcoin miners: August 2024 production</h1><table><tr><th>Rank</th><th>Company</th><th>BTC mined</th><th>EH/s</th></tr><tr><td>1</td><td>MARA</td><td>673</td><td>35.2</td></tr><tr><td>2</td><td>CleanSpark</td><td>478</td><td>24.1</td></tr><tr><td>3</td><td>Riot</td><td>322</td><td>23.5</td></tr></table></body></html>`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "a table of HTML with tickers behind the names",
    `<html><body><h1>Bitcoin mined by listed companies</h1><table><tr><th>Company</th><th>Jul 2024</th><th>Aug 2024</th></tr><tr><td>MARA (MARA)</td><td>692</td><td>673</td></tr><tr><td>CleanSpark (CLSK)</td><td>494</td><td>478</td></tr><tr><td>Riot (RIOT)</td><td>370</td><td>322</td></tr></table></body></html>`,
    "mara btc_produced 2024-08 673; mara btc_produced 2024-07 692; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; riot btc_produced 2024-07 370",
  ],
];

describe("a page about several companies", () => {
  it.each(FORMS)("%s", (_, text, figures) => {
    expect(read(text)).toEqual(expect.arrayContaining(figures.split("; ")));
  });

  it("gives no company the figures of another", () => {
    for (const [, text, figures] of FORMS) {
      const told = figures.split("; ").map((figure) => figure.split(" "));
      const wrong = read(text).filter((figure) => {
        const [company, metric, , value] = figure.split(" ");
        return told.some(([, of, , amount]) => of === metric && amount === value) && !told.some(([whose, of, , amount]) => whose === company && of === metric && amount === value); // oxfmt-ignore
      });
      expect(wrong).toEqual([]);
    }
  });
});
