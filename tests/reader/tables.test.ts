/** Layouts of tables in releases, in companies, months and words that no sample has. */
import { describe, expect, it } from "vitest";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES } from "./samples";

const read = (text: string): string[] =>
  readRelease(text, { companies: COMPANIES }).candidates.map(({ metric, period, plain }) => `${metric} ${period} ${plain}`);

/** The rule, the page, what is read, and what no figure read may look like. */
type Case = readonly [rule: string, page: string, figures: string, never: RegExp];

const holds = (_: string, page: string, figures: string, never: RegExp): void => {
  const found = read(page);
  expect(found).toEqual(expect.arrayContaining(figures.split("; ").filter((one) => one !== "")));
  expect(found.filter((one) => never.test(one))).toEqual([]);
};

describe("a table's head", () => {
  it.each<Case>([
    [
      "is not the heading above that names its first month too",
      `Argo Blockchain PLC (NASDAQ: ARBK): operational results for May 2022. June 8, 2022.

Key Figures for May 2022

Figure                                   May 2022            April 2022
Bitcoin Mined                         124                    166
Bitcoin Sold                                300                212
Proceeds from sales of Bitcoin      $9.4 million          $8.6 million`,
      "btc_produced 2022-05 124; btc_produced 2022-04 166; btc_sold 2022-05 300; btc_sold 2022-04 212; sale_proceeds_usd 2022-05 9400000; sale_proceeds_usd 2022-04 8600000",
      /2022-05 (?:166|212)/,
    ],
    [
      "of a month forgets words in columns above it, such as those of a news wire",
      `Cipher Mining operational update

June 4, 2024 08:00 ET | Source: Cipher Mining Inc. Follow

Key Highlights	May 2024
BTC Mined1	166
BTC Sold2	25
BTC Held	2,028`,
      "btc_produced 2024-05 166; btc_sold 2024-05 25; btc_held 2024-05 2028",
      /btc_produced 2024-05 (?:25|2028)/,
    ],
    [
      "forgets the words that stood above it, and the group of columns over a part of it; its times may have a note's digit",
      `Cipher Mining (NASDAQ: CIFR) operational update, May 2024

Home | About us | Stock | Media | Contact

| | | | | Change (%) | |
| Item | May 20241 | April 20241 | May 2023 | M/M | Y/Y |
| Bitcoin mined | 166 | 296 | 450 | -44% | -63% |
| Bitcoin held2 | 2,209 | 2,142 | 479 | 3% | 361% |
| Bitcoin sold | 99 | 244 | 431 | -59% | -77% |

1. Unaudited.
2. At the end of the month.`,
      "btc_produced 2024-05 166; btc_held 2024-05 2209; btc_held 2024-04 2142; btc_held 2023-05 479; btc_sold 2024-05 99; btc_sold 2024-04 244; btc_sold 2023-05 431",
      /btc_produced 2024-05 (?!166)/,
    ],
    [
      "is the dates, not the words of comparison over them",
      `Cipher Mining (NASDAQ: CIFR) unaudited update for May 2024, June 6, 2024

                         Month
                         Ended        Prior Month      Prior Year
                         5/31/2024    4/30/2024  % Δ   5/31/2023  % Δ
BTC Produced             166          296        (44)% 450        (63)%
BTC Sold                 99           244        (59)% 431        (77)%`,
      "btc_produced 2024-05 166; btc_produced 2024-04 296; btc_produced 2023-05 450; btc_sold 2024-05 99; btc_sold 2023-05 431",
      /2024-05 (?:296|450|244|431)/,
    ],
    [
      "has a month and its year in two lines, the year twice the same, over items between tabs",
      `Soluna Holdings: unaudited report for June 2024. July 9, 2024.

	May	June
Metrics	2024	2024
- Bitcoin mined	14.1	13.3
- Bitcoin sold	(10.0)	(22.0)`,
      "btc_produced 2024-05 14.1; btc_produced 2024-06 13.3; btc_sold 2024-05 10; btc_sold 2024-06 22",
      /2024-06 (?:14.1|10)$/,
    ],
    [
      "of months that happened, as analysts mark them, has the last as the page's",
      `Argo Blockchain (ARBK): company note

            Apr-22A   May-22A   Jun-22A
BTC mined       166       124       179
BTC held      2,366     2,317     1,953

Holdings at 30 June were 1,953 BTC.`,
      "btc_produced 2022-04 166; btc_produced 2022-06 179; btc_held 2022-05 2317; btc_held 2022-06 1953",
      /2022-05 (?:166|179|1953)/,
    ],
    [
      "of years one on a line, behind words of a year, is of those years",
      `TeraWulf (Nasdaq: WULF) closes its books, March 1, 2024

Key figures of the
Fiscal year
2023
2022
Bitcoin mined
3,407
500
Value per bitcoin
$27,983
$18,100`,
      "btc_produced 2023 3407; btc_produced 2022 500",
      /2022 3407/,
    ],
    [
      "may begin with the company's name on the same line",
      `Argo Blockchain (ARBK) update for June 2024. July 3, 2024.

Argo Mining Metrics June 2024 May 2024
Bitcoin mined 45 54
Bitcoin sold 41 58.5`,
      "btc_produced 2024-06 45; btc_produced 2024-05 54; btc_sold 2024-06 41; btc_sold 2024-05 58.5",
      /2024-06 (?:54|58.5)/,
    ],
    [
      "may stand under the names of two comparisons side by side",
      `Bitfarms Ltd. (NASDAQ: BITF) August 2023 update. September 1, 2023.

                    Prior Month Comparison          Prior Year Comparison
Metric          8/31/2023   7/31/2023   % Δ     8/31/2023   8/31/2022   % Δ
BTC mined            383        378      1%          383        534     (28)%
BTC sold             341        357     (4)%         341        544     (37)%`,
      "btc_produced 2023-08 383; btc_produced 2023-07 378; btc_produced 2022-08 534; btc_sold 2023-08 341; btc_sold 2023-07 357; btc_sold 2022-08 544",
      /2023-08 (?:378|534|357|544)/,
    ],
  ])("%s", holds);
});

describe("a number with the mark of a note", () => {
  const page = (notes: string): string =>
    `Hut 8 Mining Corp. (NASDAQ: HUT): June 2023 production. July 6, 2023. In June 2023 Hut 8 mined 145 BTC. As of June 30, 2023, it held 9,1363 BTC in custody.\n\n${notes}`;

  it.each<Case>([
    [
      "is read without it where the note stands below",
      page("3Of which 7,000 are unencumbered."),
      "btc_held 2023-06 9136",
      /91363|136\b(?<!9136)/,
    ],
    ["is no number where there is no such note", page("2 Of which 7,000 are unencumbered."), "btc_produced 2023-06 145", /btc_held/],
  ])("%s", holds);
});

describe("a table of months by years", () => {
  const page = (total: string): string => `HIVE Digital Technologies (NASDAQ: HIVE): May 2024 production. June 5, 2024.

Bitcoin produced       2024      2023
January                 249       263
February                208       249
March                   224       282
April                   180       271
May                     119       256
${total}`;

  it.each<Case>([
    [
      "has each month of each year, and no month or year for its sum",
      page("Total                   980     1,321"),
      "btc_produced 2024-05 119; btc_produced 2024-01 249; btc_produced 2023-01 263; btc_produced 2023-05 256",
      / 2023 | 2024 |produced 2024-0[1-5] (?:263|980)/,
    ],
    [
      "between bars too, where months to come are blank",
      `Bitdeer (NASDAQ: BTDR): February 2025 update. March 10, 2025.

| Bitcoin mined | 2025 | 2024 |
| --- | --- | --- |
| Jan | 126 | 233 |
| Feb | 110 | 244 |
| Mar | - | 244 |`,
      "btc_produced 2025-01 126; btc_produced 2024-01 233; btc_produced 2025-02 110; btc_produced 2024-03 244",
      /2025-03|btc_produced \S+ 0$/,
    ],
    [
      "may say before each year what it counts",
      `Bitdeer (NASDAQ: BTDR): March 2025 update. April 10, 2025.

Month BTC Mined 2025 BTC Mined 2024
January 126 233
February 110 244
March 114 251
YTD Totals 350 728`,
      "btc_produced 2025-01 126; btc_produced 2024-02 244; btc_produced 2024-03 251",
      / 2025 | 2024 |2025-0[123] 2/,
    ],
    [
      "has numbers in the document's own style",
      `Northern Data (XETRA: NB2): Update März 2023. 11. April 2023.

| Geschürfte Bitcoin | 2023 | 2022 |
| Januar | 612,5 | 1.204,25 |
| Februar | 588,25 | 1.101,5 |
| März | 631,75 | 1.310,75 |
| Summe | 1.832,5 | 3.616,5 |`,
      "btc_produced 2023-03 631.75; btc_produced 2022-02 1101.5",
      / (?:2023|2022) /,
    ],
    [
      "has months as its columns too, or quarters with their sum",
      `Sphere 3D (Nasdaq: ANY): results of 2024. March 31, 2025.

Bitcoin mined by month

| | Jan | Feb | Mar |
| --- | --- | --- | --- |
| 2023 | 31.5 | 37.3 | 41.5 |
| 2024 | 54.1 | 47.2 | 43.5 |

Bitcoin mined by quarter

           Q1      Q2      Q3      Q4      Year
2023    110.3   178.4   181.7   214.4   684.8
2024    144.8    70.7    38.7    32.1   286.3`,
      "btc_produced 2023-01 31.5; btc_produced 2024-03 43.5; btc_produced 2023-Q1 110.3; btc_produced 2024-Q4 32.1",
      / (?:684\.8|286\.3)$/,
    ],
    [
      "is of what its heading counts",
      `Bitfarms (NASDAQ: BITF): March 2025. April 1, 2025.

Bitcoin mined each month

              2025      2024
January        201       357
February       213       300
March          280       286`,
      "btc_produced 2025-01 201; btc_produced 2024-01 357; btc_produced 2025-03 280; btc_produced 2024-03 286",
      /btc_(?:held|sold)/,
    ],
    [
      "has no sum where what stands below it is none",
      page("Best                    249       282"),
      "btc_produced 2024-05 119; btc_produced 2023-03 282",
      / 2023 | 2024 |\//,
    ],
    [
      "of machines has no coins",
      page("").replace("Bitcoin produced", "Machines hosted ").replace("May 2024 production", "May 2024 hosting"),
      "",
      /btc_/,
    ],
  ])("%s", holds);
});

describe("a table that compares two periods", () => {
  it.each<Case>([
    [
      "has a value for each, with the same word or a stroke between them",
      `Argo Blockchain plc (NASDAQ: ARBK): results for the second quarter of 2023. August 20, 2023.

Q2 2023 vs Q1 2023
Revenue $12.1M vs $11.4M
Bitcoin mined 503 vs 491
Bitcoin sold 480 / 502`,
      "btc_produced 2023-Q2 503; btc_produced 2023-Q1 491; btc_sold 2023-Q2 480; btc_sold 2023-Q1 502",
      / 2023-06| 2023-Q2 (?:491|502)/,
    ],
    [
      "may be headed by words before them",
      `Argo Blockchain plc (NASDAQ: ARBK): results for the second quarter of 2023. August 20, 2023.

Operating highlights, Q2 2023 against Q2 2022
Bitcoin mined 503 / 491
Bitcoin sold 480 / 502`,
      "btc_produced 2023-Q2 503; btc_produced 2022-Q2 491; btc_sold 2022-Q2 502",
      / 2023-06| 2023-Q2 (?:491|502)/,
    ],
  ])("%s", holds);
});

describe("a row", () => {
  const page = (row: string): string => `Riot Platforms, Inc. (NASDAQ: RIOT): September 2024. October 3, 2024.

Metric                     September 2024     August 2024     September 2023
Bitcoin Produced                  412             322              362
${row}`;

  it.each<Case>([
    [
      "may begin with dashes, each a value of its own",
      page("Bitcoin Sold - - 400"),
      "btc_sold 2024-09 0; btc_sold 2024-08 0; btc_sold 2023-09 400",
      /btc_sold 2024-0[89] 400/,
    ],
    [
      "scales its dollars by its own label",
      page("Proceeds from bitcoin sold (USD, millions) $18.3 $19.1 $10.4"),
      "sale_proceeds_usd 2024-09 18300000; sale_proceeds_usd 2023-09 10400000",
      /proceeds_usd \S+ \d{1,3}$/,
    ],
  ])("%s", holds);
});

it("a row that begins with a dash is a part of what the row above it counts, in its unit", () => {
  const rows = [
    ["Hash rate under management (EH/s)", "33.5", "30.1"],
    ["- Self-mining", "28.2", "23.5"],
    ["- Hosting", "5.3", "6.6"],
  ].map((cells) => `<tr><td>${cells.join("</td><td>")}</td></tr>`);
  const found = read(`<h2>Riot Platforms, Inc. (NASDAQ: RIOT): September 2024</h2><p>October 3, 2024</p>
<table><tr><th>Metric</th><th>September 2024</th><th>August 2024</th></tr>${rows.join("")}</table>`);
  expect(found).toEqual(expect.arrayContaining(["deployed_ehs 2024-09 28.2", "deployed_ehs 2024-08 23.5"]));
});

describe("figures on lines of their own", () => {
  const page = (lines: string, above = ""): string =>
    `Riot Platforms, Inc. (NASDAQ: RIOT) tells what it did in September 2024. October 3, 2024.\n\n${above}${lines}\n\nThe rest of this page is about the weather in Texas and about how to write to us.`;

  it.each<Case>([
    [
      "stand above their labels where empty lines set such pairs apart",
      page("~10,427\nBitcoin held, September 30, 2024\n\n412\nBitcoin mined\n\n28.2 EH/s\nDeployed hash rate", "Bitcoin at a glance\n\n"),
      "btc_held 2024-09 10427; btc_produced 2024-09 412",
      /held \S+ 412/,
    ],
    [
      "stand above their labels where no label is before the first",
      page("10,427\nBitcoin held\n412\nBitcoin mined\n322\nBitcoin sold"),
      "btc_held 2024-09 10427; btc_produced 2024-09 412; btc_sold 2024-09 322",
      /held \S+ 412|produced \S+ 322/,
    ],
    [
      "stand below their labels where one is",
      page("Bitcoin held\n10,427\nBitcoin mined\n412\nBitcoin sold\n322"),
      "btc_held 2024-09 10427; btc_produced 2024-09 412; btc_sold 2024-09 322",
      /produced \S+ 10427|sold \S+ 412/,
    ],
    [
      "stand below their months under what they count",
      page("July\n370\nAugust\n322\nSeptember\n412", "Bitcoin mined by month\n"),
      "btc_produced 2024-07 370; btc_produced 2024-08 322; btc_produced 2024-09 412",
      /held|sold/,
    ],
    [
      "below months count nothing where nothing above them does",
      page("July 2024\n(370)\nAugust 2024\n(322)\nSeptember 2024\n(412)", "Archive of bitcoin posts\n"),
      "",
      /btc/,
    ],
  ])("%s", holds);
});

describe("a table that goes from what a period opens with to what it closes with", () => {
  const page = (coins: string, lead: string): string => `Soluna Holdings: unaudited report for June 2024. July 9, 2024.

 | April 2024 | May 2024 | June 2024
${coins}
${lead}Beginning of Period | 40.2 | 45.9 | 50.0
${lead}Production of Bitcoin | 15.7 | 14.1 | 13.3
${lead}Sales of Bitcoin | (10.0) | (10.0) | (22.0)
${lead}End of Period | 45.9 | 50.0 | 41.3`;

  it.each<Case>([
    [
      "tells in its last row what was held, in items as well",
      page("Bitcoin", "- "),
      "btc_produced 2024-06 13.3; btc_produced 2024-04 15.7; btc_sold 2024-06 22; btc_sold 2024-04 10; btc_held 2024-04 45.9; btc_held 2024-05 50; btc_held 2024-06 41.3",
      /btc_held 2024-0[456] (?:40.2|13.3)/,
    ],
    ["but not where it is of something else", page("Miners", ""), "btc_produced 2024-06 13.3", /btc_held/],
  ])("%s", holds);
});

it("a header that shares its line with the first row is one, and values below those that begin a row are its own", () => {
  const rows = [
    "Mined, net 657",
    "629",
    "- Bitcoin sold (533.5)",
    "(445)",
    "- Bitcoin purchased 12",
    "-",
    "- Bitcoin held 12,827",
    "13,011",
  ];
  const page = `CleanSpark (NASDAQ: CLSK): September 2025\n\nMetric August 2025 September 2025 - Bitcoin - ${rows.join("\n\n")}\n\nThe company grew.`;
  expect(read(page)).toEqual(
    expect.arrayContaining([
      "btc_produced 2025-08 657",
      "btc_produced 2025-09 629",
      "btc_sold 2025-08 533.5",
      "btc_sold 2025-09 445",
      "btc_held 2025-08 12827",
      "btc_held 2025-09 13011",
    ]),
  );
});

describe("a head of two rows", () => {
  const table = (head: string, rows: string, about = "Bitfarms (NASDAQ: BITF) production"): string =>
    `<html><body><p>${about}, January 3, 2024.</p><table>${head}${rows}</table></body></html>`;
  it.each<Case>([
    [
      "keeps the columns that reach into its second row",
      table(
        '<tr><td rowspan="2">Metric</td><td colspan="2">Month of 2023</td><td rowspan="2">Quarter ended December 31, 2023</td></tr><tr><td>December</td><td>November</td></tr>',
        "<tr><td>Bitcoin earned</td><td>446</td><td>392</td><td>1,236</td></tr><tr><td>Bitcoin sold</td><td>376</td><td>351</td><td>1,135</td></tr>",
      ),
      "btc_produced 2023-12 446; btc_produced 2023-11 392; btc_produced 2023-Q4 1236; btc_sold 2023-12 376; btc_sold 2023-11 351; btc_sold 2023-Q4 1135",
      /2023-(?:Q4|12) (?:392|446|351|376)$(?<!12 446)(?<!12 376)/,
    ],
    [
      "may have the year beside the words and days below",
      table(
        '<tr><td rowspan="2">Own mining</td><td colspan="2">Three months ended, 2023</td><td rowspan="2">Year<br>2023</td></tr><tr><td>Sep. 30</td><td>Dec. 31*</td></tr>',
        "<tr><td>Bitcoin mined</td><td>1,172</td><td>1,236</td><td>4,928</td></tr>",
      ),
      "btc_produced 2023-Q3 1172; btc_produced 2023-Q4 1236; btc_produced 2023 4928",
      /2023 1/,
    ],
    [
      "may have what is counted over its months, beside other counts",
      table(
        '<tr><th rowspan="2">#</th><th rowspan="2">Company</th><th colspan="2">BTC mined</th><th rowspan="2">Change</th><th rowspan="2">BTC held</th></tr><tr><th>Nov 2023</th><th>Dec 2023</th></tr>',
        "<tr><td>1</td><td>Riot</td><td>552</td><td>619</td><td>+12%</td><td>7,362</td></tr><tr><td>2</td><td>Bitfarms</td><td>392</td><td>446</td><td>+14%</td><td></td></tr><tr><td>3</td><td>CleanSpark</td><td>666</td><td>720</td><td>+8%</td><td>3,002</td></tr>",
        "What listed miners did in December 2023",
      ),
      "btc_produced 2023-11 552; btc_produced 2023-12 619; btc_held 2023-12 7362; btc_produced 2023-11 392; btc_produced 2023-12 446",
      /btc_held 2023-1[12] \d{1,3}$/,
    ],
    [
      "may name quarters with spaces that do not break",
      table(
        '<tr><td rowspan="2">Metric</td><td colspan="2">Three months ended</td><td rowspan="2">% change</td></tr><tr><td>Q4&nbsp;2023</td><td>Q4&nbsp;2022</td></tr>',
        "<tr><td>Bitcoin mined</td><td>1,236</td><td>1,434</td><td>(13.8)%</td></tr>",
      ),
      "btc_produced 2023-Q4 1236; btc_produced 2022-Q4 1434",
      /13/,
    ],
    [
      "of times stands over words, each over as many of them",
      `<html><body><h1>Listed miners in March 2025</h1><table><tr><th rowspan="2">Miner</th><th colspan="2">March 2025</th><th colspan="2">February 2025</th></tr>
<tr><th>Mined</th><th>Held</th><th>Mined</th><th>Held</th></tr>
<tr><td>Riot</td><td>533</td><td>19,223</td><td>470</td><td>18,692</td></tr>
<tr><td>Bitfarms</td><td>280</td><td>n/r</td><td>213</td><td>n/r</td></tr>
<tr><td>IREN</td><td>533</td><td>0</td><td>460</td><td>0</td></tr></table></body></html>`,
      "btc_produced 2025-03 533; btc_held 2025-03 19223; btc_produced 2025-02 470; btc_held 2025-02 18692; btc_produced 2025-02 213",
      /2025-03 (?:470|213|18692)/,
    ],
    [
      "may have the time of all in its first cell, before companies",
      `<html><body><h1>Four miners, one table</h1><table><tr><th>March 2025</th><th>Riot</th><th>Bitfarms</th><th>Cipher</th></tr>
<tr><td>Mined, BTC</td><td>533</td><td>280</td><td>206</td></tr><tr><td>On February</td><td>+13%</td><td>+31%</td><td>+20%</td></tr>
<tr><td>Held, BTC</td><td>19,223</td><td>1,140</td><td>1,034</td></tr></table></body></html>`,
      "btc_produced 2025-03 533; btc_produced 2025-03 280; btc_produced 2025-03 206; btc_held 2025-03 1140; btc_held 2025-03 1034",
      / (?:13|31|20)$/,
    ],
    [
      "may have the year of the months below in its first cell, but a word's own day is its own",
      `<html><body><h1>Cipher Mining in the first months</h1><table><tr><td>2025</td><td>BTC mined</td><td>BTC sold</td><td>BTC held</td></tr>
<tr><td>January</td><td>218</td><td>195</td><td>1,063</td></tr><tr><td>February</td><td>171</td><td>78</td><td>1,156</td></tr></table>
<table><tr><td>Q1 2025</td><td>BTC sold</td><td>BTC held on March 31, 2025</td></tr><tr><td>Cipher</td><td>601</td><td>1,034</td></tr></table></body></html>`,
      "btc_produced 2025-01 218; btc_sold 2025-02 78; btc_held 2025-02 1156; btc_sold 2025-Q1 601; btc_held 2025-03 1034",
      /btc_\w+ 2025(?:-Q1)? 1034/,
    ],
    [
      "may count its months in digits, and leave the last cell of a row empty",
      "Cipher and Bitfarms, notes\n\nbitcoin mined each month\ncompany\t2025-01\t2025-02\t2025-03\nCipher\t218\t171\t\nBitfarms\t\t213\t\nRiot\t527\t\t533\n",
      "btc_produced 2025-01 218; btc_produced 2025-02 171; btc_produced 2025-02 213; btc_produced 2025-01 527; btc_produced 2025-03 533",
      / (?:2025|-?0[123])$/,
    ],
    [
      "of years below a span of months has changes in dollars and in per cent behind them",
      `Bitfarms Ltd., management's discussion
                                            Three months ended June 30,
                                            2024          2023         $ change     % change
BTC earned (2)                               614         1,223         (609)        (50%)
BTC sold                                     515         1,109         (594)        (54%)
Average price per BTC sold (US$)          66,100        28,100       38,000         135%`,
      "btc_produced 2024-Q2 614; btc_produced 2023-Q2 1223; btc_sold 2024-Q2 515; btc_sold 2023-Q2 1109; avg_sale_price_usd 2023-Q2 28100",
      / 202[34] |(?:609|594|38000)$/,
    ],
    [
      "may mark its quarters as reported or estimated: those that are still to come are no figures",
      `<html><body><p>Research, May 22, 2025: bitcoin produced by quarter (A: actual, E: forecast)</p><table><tr><td></td><td>4Q24A</td><td>1Q25A</td><td>2Q25E</td></tr>
<tr><td>IREN (IREN, Neutral)</td><td>1,347</td><td>1,513</td><td>1,800</td></tr><tr><td>Riot (RIOT, Buy)</td><td>1,516</td><td>1,530</td><td>1,490</td></tr><tr><td>Cipher (CIFR)</td><td></td><td>595</td><td>570</td></tr></table></body></html>`,
      "btc_produced 2024-Q4 1516; btc_produced 2025-Q1 1530; btc_produced 2025-Q1 595",
      / (?:1490|570|1800)$/,
    ],
  ])("%s", holds);
});

describe("a list of companies", () => {
  it.each<Case>([
    [
      "whose column is just called BTC counts what its heading says, whatever empty items stand before it",
      `<html><body><ul><li>News</li><li><button>More</button></li></ul><h1>Listed miners' bitcoin holdings</h1><p>As of 31 October 2023.</p>
<table><tr><th>#</th><th>Miner</th><th>Listed in</th><th>BTC</th><th>Value</th></tr><tr><td>1</td><td>Riot Platforms</td><td>US</td><td>7,345</td><td>$254M</td></tr>
<tr><td>2</td><td>CleanSpark</td><td>US</td><td>2,575</td><td>$89M</td></tr><tr><td>3</td><td>Bitfarms</td><td>CA</td><td>760</td><td>$26M</td></tr></table></body></html>`,
      "btc_held 2023-10 7345; btc_held 2023-10 2575; btc_held 2023-10 760",
      / (?:1|2|3|254|89|26)$/,
    ],
    [
      "may have its two months in brackets over pairs of values",
      `Miners in February 2025, March 7, 2025

Bitcoin produced (Feb 2025 / Jan 2025):
Riot (RIOT) 470 / 527
Bitfarms (BITF) 213 / 201
CleanSpark (CLSK) 624 / 626
Month-end holdings (Feb 2025 / Jan 2025):
RIOT 18,692 / 18,221
CLSK 11,177 / 10,556`,
      "btc_produced 2025-02 470; btc_produced 2025-01 527; btc_produced 2025-01 201; btc_held 2025-02 18692; btc_held 2025-01 10556",
      /btc_produced .* (?:18692|11177)$/,
    ],
    [
      "may be made of boxes of one class, and digits in such boxes are one number",
      `<html><body><p>Bitfarms, Riot and Cipher compared.</p><div><span class="d">1</span><span class="d">2</span> miners</div><h2>Bitcoin mined</h2>
<div><span class="f">Miner</span><span class="f">Oct. 2023</span><span class="f">Sept. 2023</span><span class="f">M/M</span></div>
<div><span class="f">Riot</span><span class="f">458</span><span class="f">362</span><span class="f">+27%</span></div>
<div><span class="f">Cipher</span><span class="f">434</span><span class="f"></span><span class="f"></span></div>
<div><span class="f">Bitfarms</span><span class="f"></span><span class="f">411</span><span class="f"></span></div></body></html>`,
      "btc_produced 2023-10 458; btc_produced 2023-09 362; btc_produced 2023-10 434; btc_produced 2023-09 411",
      /2023-10 (?:362|411)| (?:12|27)$/,
    ],
  ])("%s", holds);
});

it("a head may have a lettered note, and a label's words end where a tag does", () => {
  const page = `<html><body><h1>Bitfarms production</h1><table><tr><th></th><th>as at / for May 31, 2025</th><th>as at / for April 30, 2025<sup>a</sup></th></tr>
<tr><td>Bitcoin <b>mined</b><span>Total</span></td><td>230</td><td>268</td></tr><tr><td>Bitcoin held<sup>iv</sup></td><td>1,005</td><td>1,005</td></tr></table></body></html>`;
  expect(read(page)).toEqual(
    expect.arrayContaining(["btc_produced 2025-05 230", "btc_produced 2025-04 268", "btc_held 2025-05 1005", "btc_held 2025-04 1005"]),
  );
});

it("dots lead from a label to its value", () => {
  const page = `BITFARMS IN MAY 2025

                                           May 2025
Total BTC earned ........................   230
BTC sold ................................   199
BTC left at month-end ................... 1,005`;
  expect(read(page)).toEqual(expect.arrayContaining(["btc_produced 2025-05 230", "btc_sold 2025-05 199", "btc_held 2025-05 1005"]));
});

it("labels may stand over the values alone, in a text of gaps", () => {
  const page = `Miners in December 2023, January 9, 2024

                 mined      sold     held
Riot               619       600     7,362
Bitfarms           446       n/a       804
CleanSpark         720        15     3,002`;
  expect(read(page)).toEqual(
    expect.arrayContaining([
      "btc_produced 2023-12 619",
      "btc_sold 2023-12 600",
      "btc_held 2023-12 7362",
      "btc_held 2023-12 804",
      "btc_sold 2023-12 15",
    ]),
  );
});

it("a number without a unit in running text is not the exact form of a count in a table", () => {
  const page = `<html><body><p>Argo Blockchain (ARB) in January 2022, February 7, 2022. It mined 172 bitcoin.</p><table><tr><td>Mined, January</td><td>172</td></tr>
<tr><td>Bought in January</td><td>172.5 bitcoin</td></tr></table><p>What about the 172.5? Options obliged Argo to take coins in.</p></body></html>`;
  expect(read(page)).toContain("btc_produced 2022-01 172");
  expect(read(page)).not.toContain("btc_produced 2022-01 172.5");
});

describe("a number in brackets behind a cell's value", () => {
  const page = (told: string): string => `<html><body><h1>Bitcoin mined in December 2023${told}</h1>
<table><tr><th>Company</th><th>Mined</th><th>Held</th></tr>
<tr><td>Riot</td><td>619 (552)</td><td>7,362</td></tr><tr><td>Bitfarms</td><td>446 (+14%)</td><td>804</td></tr>
<tr><td>CleanSpark</td><td>720 (666)</td><td>3,002</td></tr></table></body></html>`;
  const own = ["btc_produced 2023-12 619", "btc_produced 2023-12 446", "btc_produced 2023-12 720", "btc_held 2023-12 804"];

  it("is of the time that the page tells of brackets", () => {
    const found = read(page(" (in brackets: November)"));
    expect(found).toEqual(expect.arrayContaining([...own, "btc_produced 2023-11 552", "btc_produced 2023-11 666"]));
    expect(found.filter((one) => / 14$/.test(one))).toEqual([]);
  });

  it.each(["", " (change on November in brackets)", " (in brackets: November and October)"])("is of no time otherwise: %s", (told) => {
    const found = read(page(told));
    expect(found).toEqual(expect.arrayContaining(own));
    expect(found.filter((one) => / (?:552|666|14)$/.test(one))).toEqual([]);
  });

  it("is so in running text too", () => {
    const found = read(
      "Riot in Zahlen: Dezember 2023 (in Klammern: November)\n\n• Produktion: 619 BTC (552)\n• Bestand: 7.362 BTC (7.358)",
    );
    expect(found).toEqual(expect.arrayContaining(["btc_produced 2023-12 619", "btc_produced 2023-11 552", "btc_held 2023-11 7358"]));
  });
});

it("is that form where its words are clear", () => {
  const page = `Miners in March 2024, April 9, 2024

- **Bitfarms** - mined **286.4 BTC**, sold **301.27**, holds **806** at the end of March.

| Company | BTC mined | BTC sold |
| Bitfarms | 286 | 301 |
| Cipher | 341 | 257 |`;
  expect(read(page).filter((one) => one.startsWith("btc_sold 2024-03 301"))).toEqual(["btc_sold 2024-03 301.27"]);
});
