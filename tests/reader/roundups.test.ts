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
  [
    "a paragraph for each company, what it rose or fell from behind its figure",
    `Bitcoin miners kept more of their coins last month

Public miners published their numbers for August 2024 this week.

Marathon Digital said it won 673 BTC, 3% fewer than in July, and lifted its treasury to 25,945 BTC.

CleanSpark's haul came to 478 BTC. The company let go of 3 BTC and finished the period with 7,558 BTC.

Over at Riot Platforms, production fell to 322 BTC from 370 BTC; the company's stack reached 10,019 BTC.

Bitfarms earned 233 BTC and sold 147 BTC for $8.7 million.`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_sold 2024-08 3; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_produced 2024-07 370; riot btc_held 2024-08 10019; bitfarms btc_produced 2024-08 233; bitfarms btc_sold 2024-08 147; bitfarms sale_proceeds_usd 2024-08 8700000",
  ],
  [
    "all companies of a metric in one item, by their tickers",
    `Key takeaways – mining sector, August 2024
• Production: MARA 673 BTC, CLSK 478 BTC, RIOT 322 BTC
• Holdings: MARA 25,945 BTC, CLSK 7,558 BTC, RIOT 10,019 BTC
Marathon (MARA), CleanSpark (CLSK) and Riot (RIOT) are the largest.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; mara btc_held 2024-08 25945; cleanspark btc_held 2024-08 7558; riot btc_held 2024-08 10019",
  ],
  [
    "a table whose heads say month and metric",
    `Public miner tracker

Company | Aug 2024 mined | Aug 2024 held
MARA | 673 | 25,945
CleanSpark | 478 | 7,558
Riot | 322 | 10,019`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
  [
    "names in bold with changes behind",
    `## August 2024 production

**Marathon Digital Holdings** – **673 BTC** (-3% MoM)

**CleanSpark** – **478 BTC** (-3% MoM)

**Riot Platforms** – **322 BTC** (-13% MoM)`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "two companies in a headline",
    `CleanSpark mines 478 BTC, Riot 322 BTC in August 2024

CleanSpark and Riot Platforms released their monthly numbers.`,
    "cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "sentences that rank holdings",
    `Who holds the most? Miner treasuries at the end of August 2024

Marathon sits on top with 25,945 BTC. Riot is second with 10,019 BTC, ahead of Hut 8 (9,106 BTC) and CleanSpark (7,558 BTC). Bitfarms holds 1,103 BTC.`,
    "mara btc_held 2024-08 25945; riot btc_held 2024-08 10019; hut8 btc_held 2024-08 9106; cleanspark btc_held 2024-08 7558; bitfarms btc_held 2024-08 1103",
  ],
  [
    "a head of two lines",
    `Monthly comparison
| Company | August | July |
| | (BTC) | (BTC) |
| Marathon | 673 | 692 |
| CleanSpark | 478 | 494 |
| Riot | 322 | 370 |
Bitcoin production of three miners in 2024.`,
    "mara btc_produced 2024-08 673; mara btc_produced 2024-07 692; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-07 370",
  ],
  [
    "names over figures with their words behind",
    `Mining output, August 2024

Marathon Digital
673 BTC mined
25,945 BTC held

CleanSpark
478 BTC mined
7,558 BTC held

Riot Platforms
322 BTC mined
10,019 BTC held`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
  [
    "months as headings over items",
    `Quarter in review: what CleanSpark, Riot and Bitfarms mined

July 2024
CleanSpark: 494 BTC
Riot: 370 BTC
Bitfarms: 253 BTC

August 2024
CleanSpark: 478 BTC
Riot: 322 BTC
Bitfarms: 233 BTC`,
    "cleanspark btc_produced 2024-07 494; riot btc_produced 2024-07 370; bitfarms btc_produced 2024-07 253; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "a quarter and the one a year before",
    `Miner earnings: the second quarter of 2024

Riot Platforms mined 844 bitcoin in the second quarter of 2024, down from 1,775 a year earlier. Marathon produced 2,058 BTC in the quarter, 30% less than the 2,926 BTC of Q2 2023. Hut 8 mined 279 BTC.`,
    "riot btc_produced 2024-Q2 844; riot btc_produced 2023-Q2 1775; mara btc_produced 2024-Q2 2058; mara btc_produced 2023-Q2 2926; hut8 btc_produced 2024-Q2 279",
  ],
  [
    "sellers in one sentence",
    `Miners sold in August 2024

Sellers in August: Bitfarms with 147 BTC, Cipher with 94 BTC and Terawulf with 185 BTC. CleanSpark sold just 3.`,
    "bitfarms btc_sold 2024-08 147; cipher btc_sold 2024-08 94; terawulf btc_sold 2024-08 185; cleanspark btc_sold 2024-08 3",
  ],
  [
    "changes before figures",
    `Output down in August 2024

CleanSpark (-3% to 478 BTC), Riot (-13% to 322 BTC) and Marathon (-3% to 673 BTC) all mined fewer bitcoin in August.`,
    "cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; mara btc_produced 2024-08 673",
  ],
  [
    "lines of a name and a number",
    `JUST IN: August 2024 #Bitcoin production
@MarathonDH Marathon: 673
CleanSpark: 478
Riot: 322
Bitfarms: 233`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "Portuguese",
    `Mineradoras em agosto de 2024

- Marathon: 673 BTC
- CleanSpark: 478 BTC
- Riot: 322 BTC
Os números são de bitcoins minerados em agosto.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "Turkish",
    `Ağustos 2024'te madenciler

Marathon Ağustos ayında 673 BTC üretti. CleanSpark 478 BTC, Riot ise 322 BTC üretti.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "Russian",
    `Майнеры в августе 2024 года

Marathon добыла 673 BTC, CleanSpark — 478 BTC, а Riot — 322 BTC.`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "a Chinese table",
    `2024年8月上市矿企数据

公司 | 产量(BTC) | 持币(BTC)
Marathon | 673 | 25945
CleanSpark | 478 | 7558
Riot | 322 | 10019`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
  [
    "a Japanese list",
    `上場マイニング企業の2024年8月の生産量

・マラソン:673BTC
・クリーンスパーク:478BTC
・ライオット:322BTC`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "the same, of months",
    `Bitcoin mined in August 2024

Company
July
August
Marathon
692
673
CleanSpark
494
478
Riot
370
322`,
    "mara btc_produced 2024-08 673; mara btc_produced 2024-07 692; cleanspark btc_produced 2024-08 478; cleanspark btc_produced 2024-07 494; riot btc_produced 2024-08 322; riot btc_produced 2024-07 370",
  ],
  [
    "places in words",
    `August 2024 miner ranking

First place went to Marathon, which mined 673 BTC. In second place, CleanSpark mined 478 BTC. Third was Riot (322 BTC), and fourth Bitfarms (233 BTC).`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "a year and its end",
    `How the miners closed 2023

Marathon produced 12,852 BTC in 2023 and held 15,126 BTC at year-end. Riot mined 6,626 BTC and ended the year with 7,362 BTC. Bitfarms mined 4,928 BTC over the year.`,
    "mara btc_produced 2023 12852; mara btc_held 2023-12 15126; riot btc_produced 2023 6626; riot btc_held 2023-12 7362; bitfarms btc_produced 2023 4928",
  ],
  [
    "a year so far and the month in it",
    `Bitcoin miners: August 2024 tally

Marathon has mined 5,633 BTC year to date, of which 673 BTC in August. Riot has produced 2,866 BTC so far this year, including 322 in August.`,
    "mara btc_produced 2024-01/2024-08 5633; mara btc_produced 2024-08 673; riot btc_produced 2024-01/2024-08 2866; riot btc_produced 2024-08 322",
  ],
  [
    "a list of HTML",
    `<html><head><title>August 2024 bitcoin production roundup</title></head><body><p>Here is what public miners produced in August 2024:</p><ul><li><strong>Marathon Digital</strong>: 673 BTC</li><li><strong>CleanSpark</strong>: 478 BTC</li><li><strong>Riot Platforms</strong>: 322 BTC</li></ul></body></html>`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322",
  ],
  [
    "sections of HTML",
    `<html><body><h1>Miner updates: August 2024</h1><h3>Marathon</h3><p>Production of 673 bitcoin, down 3%. Holdings rose to 25,945 bitcoin.</p><h3>CleanSpark</h3><p>478 bitcoin were mined and 3 sold; the balance is 7,558.</p><h3>Riot</h3><p>The miner reported 322 bitcoin, against 370 in July.</p></body></html>`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_sold 2024-08 3; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_produced 2024-07 370",
  ],
  [
    "a caption over names and numbers",
    `Chart: Monthly bitcoin production (BTC), August 2024. Source: company reports.
Marathon 673
CleanSpark 478
Riot 322
Bitfarms 233`,
    "mara btc_produced 2024-08 673; cleanspark btc_produced 2024-08 478; riot btc_produced 2024-08 322; bitfarms btc_produced 2024-08 233",
  ],
  [
    "items of a sign, a name and what it did, coins without their unit",
    `Treasury watch, Sep 3, 2024

August 2024: who sold bitcoin, who kept it?

🔵 BITFARMS — mined 233, sold 147 for $8.7M. Left: 1,103.

🔵 CIPHER MINING — mined 196, sold 94 (!) at about $59k. What's left: 1,424.

🟣 RIOT — mined 322, none sold. 10,019 in the bank.`,
    "bitfarms btc_produced 2024-08 233; bitfarms btc_sold 2024-08 147; bitfarms sale_proceeds_usd 2024-08 8700000; bitfarms btc_held 2024-08 1103; cipher btc_produced 2024-08 196; cipher btc_sold 2024-08 94; cipher btc_held 2024-08 1424; riot btc_produced 2024-08 322; riot btc_sold 2024-08 0; riot btc_held 2024-08 10019",
  ],
  [
    "a name that opens each paragraph, parts of the coins told before",
    `August 2024 review: listed bitcoin miners

Bitfarms. A hot month: 233 bitcoin produced (July: 253). The firm sold 147 of them, netting $8.7 million, and kept 1,103.

Cipher Mining. In Texas about 196 were mined and 94 sold, leaving 1,424.

CleanSpark. 478 bitcoin. Only 3 of them were sold. Its pile stood at 7,558 on the 31st of August.

Riot Platforms. It mined 322; 10,019 remained at the end of August.`,
    "bitfarms btc_produced 2024-08 233; bitfarms btc_produced 2024-07 253; bitfarms btc_sold 2024-08 147; bitfarms btc_held 2024-08 1103; cipher btc_produced 2024-08 196; cipher btc_sold 2024-08 94; cipher btc_held 2024-08 1424; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
  [
    "Spanish, with words of keeping and letting go",
    `Mineras en agosto de 2024

1) CleanSpark. Extrajo 478 bitcoins y al cierre del mes guardaba 7.558 BTC.

2) Bitfarms. Sacó 233 y colocó 147. Su reserva quedó en 1.103 BTC.

3) Cipher. 196 minados, 94 vendidos, 1.424 en tesorería.`,
    "cleanspark btc_produced 2024-08 478; cleanspark btc_held 2024-08 7558; bitfarms btc_produced 2024-08 233; bitfarms btc_sold 2024-08 147; bitfarms btc_held 2024-08 1103; cipher btc_produced 2024-08 196; cipher btc_sold 2024-08 94; cipher btc_held 2024-08 1424",
  ],
  [
    "a table with what was sold in a column of its own behind the months, and a rank before each company",
    `Mining output by company, coins

Rank | Company | July 2024 | August 2024 | Change | Sold in August
1 | MARA (MARA) | 692 | 673 | -3% | 12
2 | CleanSpark (CLSK) | 494 | 478 | -3% | –
3 | Bitfarms (BITF) | 253 | 233 | -8% | 147`,
    "mara btc_produced 2024-07 692; mara btc_produced 2024-08 673; mara btc_sold 2024-08 12; cleanspark btc_produced 2024-08 478; bitfarms btc_produced 2024-08 233; bitfarms btc_sold 2024-08 147",
  ],
  [
    "a list with a cell on each line, of which the last is of no figure",
    `Listed miners' bitcoin holdings at the end of August 2024

MARA Holdings
25,945
Florida
CleanSpark
7,558
Nevada
Riot Platforms
10,019
Colorado`,
    "mara btc_held 2024-08 25945; cleanspark btc_held 2024-08 7558; riot btc_held 2024-08 10019",
  ],
  [
    "a table with a cell on each line",
    `Public miners, August 2024
Company
BTC mined
BTC held
MARA
673
25,945
CleanSpark
478
7,558
Riot
322
10,019`,
    "mara btc_produced 2024-08 673; mara btc_held 2024-08 25945; cleanspark btc_produced 2024-08 478; cleanspark btc_held 2024-08 7558; riot btc_produced 2024-08 322; riot btc_held 2024-08 10019",
  ],
];

describe("a page about several companies", () => {
  it.each(FORMS)("%s", (_, text, figures) => {
    expect(read(text)).toEqual(expect.arrayContaining(figures.split("; ")));
  });

  it("counts no machines, sites, power, targets or purchases as coins that were mined, sold or kept", () => {
    const found = read(`August 2024 review: listed bitcoin miners

Bitfarms. 233 bitcoin mined. It sold 900 of its machines, six rigs a day. Riot kept 450 megawatts.

CleanSpark. 478 bitcoin. It has 20 left of its sites, wants 600 by December.`);
    expect(found.filter((figure) => / (?:900|450|20|600)$/.test(figure))).toEqual([]);
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

it("a paragraph that names no company is not about the last company of a list above it", () => {
  const found = read(
    `How the listed miners did in August 2024\n\n- MARA: 673 BTC mined\n- Riot: 322 BTC mined\n- Bitfarms: 233 BTC mined\nHoldings of 50,000 BTC make the sector rich.`,
  );
  expect(found).not.toContain("bitfarms btc_held 2024-08 50000");
});

it("a year until which a company was something else is not that of its months", () => {
  const found = read(
    "Miners in the summer of 2024\n\nRiot, CleanSpark and Bitfarms sold some. Bitfarms, a builder of boats until 2017, sold 150 bitcoin in August 2024. Riot, a biotechnology firm until 2017, sold 40 bitcoin in August.",
  );
  expect(found).toEqual(expect.arrayContaining(["bitfarms btc_sold 2024-08 150", "riot btc_sold 2024-08 40"]));
});

it("who comes after somebody else's coins in a ranking has a figure of its own", () => {
  const found = readRelease("Miners in May 2024\n\nHut 8's treasury of 9,133 BTC was followed by Riot's 7,072.", {
    companies: COMPANIES,
    publishedOn: "2024-06-12",
  }).candidates;
  expect(found.filter(({ company, value }) => company === "riot" && value === 9133)).toEqual([]);
});

it("a bare count of two digits beside its verb is offered", () => {
  const found = readRelease("Miners in May 2024\n\nBitdeer: mined 61.7, sold 4.9", { companies: COMPANIES, publishedOn: "2024-06-12" });
  expect(found.candidates.map(({ metric, plain }) => `${metric} ${plain}`)).toEqual(["btc_produced 61.7", "btc_sold 4.9"]);
});
