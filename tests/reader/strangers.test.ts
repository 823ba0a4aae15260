/**
 * Pages of companies that nobody follows, and reports of quarters, as unlike each other as such pages are: whose they are is told by a ticker,
 * a legal ending, a headline or a sentence only. All made up; every figure that a careful reader finds is found.
 */
import { describe, expect, it } from "vitest";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES, RECORD } from "./samples";

interface Page {
  readonly name: string;
  readonly published?: string;
  readonly text: string;
  /** Company, metric without "btc_", period, amount. */
  readonly figures: readonly string[];
}

const PAGES: readonly Page[] = [
  {
    name: "a monthly release of a company with a ticker, and a table with a column of changes",
    text: `CALGARY, Alberta, March 4, 2025 (GLOBE NEWSWIRE) -- Boreal Hash Ltd. (TSXV: BHSH) ("Boreal" or the "Company"), an operator of hydro-powered data centres, today released its unaudited operating figures for February 2025.

Highlights
• Self-mined 41.7 bitcoin in the month, or 1.49 a day
• Disposed of 20 bitcoin at an average of C$136,200
• Treasury stood at 388.2 bitcoin on February 28, 2025

| | February 2025 | January 2025 | % change |
| Bitcoin self-mined | 41.7 | 46.3 | (10)% |
| Bitcoin disposed of | 20.0 | 15.0 | 33% |
| Bitcoin in treasury at period end | 388.2 | 366.5 | 6% |`,
    figures: [
      "boreal-hash produced 2025-02 41.7",
      "boreal-hash produced 2025-01 46.3",
      "boreal-hash sold 2025-02 20",
      "boreal-hash sold 2025-01 15",
      "boreal-hash held 2025-02 388.2",
      "boreal-hash held 2025-01 366.5",
    ],
  },
  {
    name: "news that name a company without any legal ending",
    published: "2024-08-07",
    text: `Kestrel Ridge mines 96 bitcoin in July, keeps all of it

By Staff Writer | August 7, 2024

Kestrel Ridge mined 96 bitcoin in July, four more than in June, the Texas-based miner said in an update on Tuesday. The firm did not sell any bitcoin during the month. Its stack grew to 1,204 BTC.

Kestrel Ridge has been adding machines at its Abilene campus since the spring.`,
    figures: ["kestrel-ridge produced 2024-07 96", "kestrel-ridge sold 2024-07 0", "kestrel-ridge held 2024-07 1204"],
  },
  {
    name: "a German release that begins with an article",
    text: `EQS-News: Die Hochalp Digital AG veröffentlicht Zahlen für April 2023

Zürich, 5. Mai 2023 – Die Hochalp Digital AG hat im April 2023 insgesamt 51,4 Bitcoin geschürft (März 2023: 48,9 Bitcoin). Verkauft wurden 30 Bitcoin. Seit Jahresbeginn 2023 hat Hochalp Digital 196,8 Bitcoin erzeugt.

Zum 30. April 2023 hielt das Unternehmen 1.105,2 Bitcoin.`,
    figures: [
      "hochalp produced 2023-04 51.4",
      "hochalp produced 2023-03 48.9",
      "hochalp sold 2023-04 30",
      "hochalp produced 2023-01/2023-04 196.8",
      "hochalp held 2023-04 1105.2",
    ],
  },
  {
    name: "an earnings release with a quarter, its half-year and the year before",
    published: "2024-08-13",
    text: `Sundial Compute Corporation Reports Second Quarter 2024 Results

DENVER, Aug. 13, 2024 (PRNewswire) - Sundial Compute Corporation (NASDAQ: SDCP) today announced results for the three months ended June 30, 2024.

Second Quarter 2024 Highlights
- Produced 212 bitcoin during the quarter, against 301 bitcoin in the second quarter of 2023
- Sold 180 bitcoin for proceeds of $11.7 million
- 644 bitcoin held as of June 30, 2024

In the first half of 2024 the Company produced 509 bitcoin.`,
    figures: [
      "sundial-compute produced 2024-Q2 212",
      "sundial-compute produced 2023-Q2 301",
      "sundial-compute sold 2024-Q2 180",
      "sundial-compute held 2024-06 644",
      "sundial-compute produced 2024-01/2024-06 509",
    ],
  },
  {
    name: "a roll-forward of bitcoin in a quarterly report",
    text: `SUNDIAL COMPUTE CORPORATION
NOTES TO CONDENSED CONSOLIDATED FINANCIAL STATEMENTS
NOTE 5 - BITCOIN

The following table presents a roll-forward of bitcoin for the three months ended March 31, 2025 and 2024:

| | Three Months Ended March 31, 2025 | Three Months Ended March 31, 2024 |
| Number of bitcoin at beginning of period | 702.4 | 520.0 |
| Bitcoin mined | 188.6 | 297.0 |
| Bitcoin sold | (120.0) | (205.0) |
| Number of bitcoin at end of period | 771.0 | 612.0 |`,
    figures: [
      "sundial-compute produced 2025-Q1 188.6",
      "sundial-compute produced 2024-Q1 297",
      "sundial-compute sold 2025-Q1 120",
      "sundial-compute sold 2024-Q1 205",
      "sundial-compute held 2025-03 771",
      "sundial-compute held 2024-03 612",
    ],
  },
  {
    name: "a paragraph that says its month in the sentence before",
    text: `Vidar Kraft ASA (OSE: VIDAR): Operational update

Oslo, 9 February 2024: Vidar Kraft ASA presents operating data for the month ended January 31, 2024. During the month, the company earned 37.2 bitcoin and sold 37.2 bitcoin. It did not hold any coins afterwards.`,
    figures: ["vidar-kraft produced 2024-01 37.2", "vidar-kraft sold 2024-01 37.2"],
  },
  {
    name: "a Spanish note with European decimals",
    published: "2025-06-05",
    text: `Andina Cripto S.A. informa su producción de mayo de 2025

Santiago, 5 de junio de 2025. Andina Cripto S.A. produjo 63,75 bitcoins en mayo de 2025, frente a 58,2 en abril. La compañía vendió 40 bitcoins por 4,1 millones de dólares y cerró el mes con 1.018,4 bitcoins en tesorería.`,
    figures: [
      "andina-cripto produced 2025-05 63.75",
      "andina-cripto produced 2025-04 58.2",
      "andina-cripto sold 2025-05 40",
      "andina-cripto held 2025-05 1018.4",
    ],
  },
  {
    name: "a fiscal year that is called by its number first",
    published: "2024-06-27",
    text: `HIVE Digital Technologies (NASDAQ: HIVE) Reports 2024 Fiscal Year End Results

June 27, 2024

HIVE mined 3,100 Bitcoin in its 2024 fiscal year, which ended March 31, 2024. In the previous fiscal year it had mined 3,260 Bitcoin.`,
    figures: ["hive produced 2023-04/2024-03 3100", "hive produced 2022-04/2023-03 3260"],
  },
  {
    name: "sums since the beginning of a year that is named",
    published: "2023-10-04",
    text: `Lumen Forge Inc. Announces September 2023 Production

Oct 4, 2023 -- Lumen Forge Inc. (CSE: LUMF) mined 22.9 BTC in September 2023. Since the beginning of 2023 the company has produced 231.4 BTC. From January to the end of September 2022 it had produced 190 BTC.`,
    figures: [
      "lumen-forge produced 2023-09 22.9",
      "lumen-forge produced 2023-01/2023-09 231.4",
      "lumen-forge produced 2022-01/2022-09 190",
    ],
  },
  {
    name: "a headline with a colon and a release in the third person",
    published: "2025-01-08",
    text: `Press release: Granite Peak Digital Infrastructure publishes December operating results

January 8, 2025. Granite Peak Digital Infrastructure produced 128 BTC in December 2024, compared with 133 BTC in November 2024. BTC sold in the month: 128. BTC held at month end: 17.`,
    figures: [
      "granite-peak produced 2024-12 128",
      "granite-peak produced 2024-11 133",
      "granite-peak sold 2024-12 128",
      "granite-peak held 2024-12 17",
    ],
  },
  {
    name: "a release whose company is only in the boilerplate below",
    text: `Operations update for October 2024

November 5, 2024

During October the Company produced 77 bitcoin and sold 61. As of October 31, 2024, the Company had a total of 940 bitcoin on its balance sheet.

About Ironwood Hash
Ironwood Hash is a bitcoin miner with sites in Ohio and Pennsylvania. Ironwood Hash trades as OTCQX: IRWD.`,
    figures: ["ironwood-hash produced 2024-10 77", "ironwood-hash sold 2024-10 61", "ironwood-hash held 2024-10 940"],
  },
  {
    name: "news of a quarter in French, with thousands parted by spaces",
    published: "2024-11-14",
    text: `Riot Platforms : résultats du troisième trimestre 2024

14 novembre 2024 – Riot Platforms a miné 1 104 bitcoins au troisième trimestre 2024, contre 1 106 bitcoins un an plus tôt. Au 30 septembre 2024, la société disposait de 10 427 bitcoins.`,
    figures: ["riot produced 2024-Q3 1104", "riot produced 2023-Q3 1106", "riot held 2024-09 10427"],
  },
  {
    name: "a quarter that ended with money and coins",
    published: "2024-10-30",
    text: `CleanSpark talks about its quarter

CleanSpark reported results for the quarter ended September 30, 2024. The miner finished the quarter with $121 million in cash and 8,049 bitcoin. It produced 1,450 bitcoin in the three months, while in the quarter before it had produced 1,583.`,
    figures: ["cleanspark held 2024-09 8049", "cleanspark produced 2024-Q3 1450", "cleanspark produced 2024-Q2 1583"],
  },
  {
    name: "a month of which the second half is told as well",
    published: "2024-06-04",
    text: `Argo Blockchain in May

Argo Blockchain mined 61 bitcoin in May 2024. At the end of May it held 12 bitcoin, after it had sold 20 bitcoin in the second half of May.`,
    figures: ["argo produced 2024-05 61", "argo held 2024-05 12"],
  },
  {
    name: "the halving's month is not the page's",
    published: "2025-05-08",
    text: `Bitfarms sells more than it mines

The April 2024 halving cut the reward of miners in half. Bitfarms mined 268 bitcoin last month, the company said on Thursday, and sold 300 bitcoin within the same period. It holds 1,005 bitcoin.`,
    figures: ["bitfarms produced 2025-04 268", "bitfarms sold 2025-04 300", "bitfarms held 2025-04 1005"],
  },
  {
    name: "sales that are told by their money, in several wordings",
    published: "2024-12-06",
    text: `Cipher cashes in

Cipher Mining sold 144 BTC in November 2024, generating $12.6 million. A month earlier it let go of 160 BTC, raising about $10.5 million.`,
    figures: [
      "cipher sold 2024-11 144",
      "cipher sale_proceeds_usd 2024-11 12600000",
      "cipher sold 2024-10 160",
      "cipher sale_proceeds_usd 2024-10 10500000",
    ],
  },
  {
    name: "a list of miners, of which some are strangers",
    published: "2025-02-10",
    text: `Who mined what in January 2025

- MARA: 750 BTC
- CleanSpark: 626 BTC
- Kestrel Ridge (KRDG): 101 BTC
- Riot: 527 BTC`,
    figures: ["mara produced 2025-01 750", "cleanspark produced 2025-01 626", "riot produced 2025-01 527"],
  },
  {
    name: "a table of companies and months",
    published: "2024-09-12",
    text: `Bitcoin production of public miners

| Company | July 2024 | August 2024 |
| MARA | 692 | 673 |
| CleanSpark | 494 | 478 |
| Bitfarms | 253 | 233 |`,
    figures: [
      "mara produced 2024-07 692",
      "mara produced 2024-08 673",
      "cleanspark produced 2024-07 494",
      "cleanspark produced 2024-08 478",
      "bitfarms produced 2024-07 253",
      "bitfarms produced 2024-08 233",
    ],
  },
  {
    name: "results under a heading of the year so far",
    published: "2023-08-15",
    text: `Stonebridge Mining Corp. Second Quarter 2023 Results

Aug. 15, 2023 - Stonebridge Mining Corp. (CSE: STBM)

Second Quarter 2023 Highlights (Compared to Second Quarter 2022)
Bitcoin production rose 40% to 91 bitcoin

YTD 2023 Highlights (Compared to YTD 2022)
Bitcoin production rose 52% to 176 bitcoin`,
    figures: ["stonebridge produced 2023-Q2 91", "stonebridge produced 2023-01/2023-06 176"],
  },
  {
    name: "a rival that is told of in passing",
    published: "2025-03-06",
    text: `MARA mined 706 bitcoin in February 2025

MARA Holdings mined 706 bitcoin in February 2025, down from 750 in January. The miner ended the month with 46,374 bitcoin, none of it sold.

Rival Riot, by contrast, mined 470 bitcoin in February and held 18,692 at its end.`,
    figures: [
      "mara produced 2025-02 706",
      "mara produced 2025-01 750",
      "mara held 2025-02 46374",
      "riot produced 2025-02 470",
      "riot held 2025-02 18692",
    ],
  },
  {
    name: "a balance at the first day of the month after",
    published: "2025-01-06",
    text: `Tarn Digital Inc. (CSE: TRND) December 2024 update

January 6, 2025 – Tarn Digital Inc. mined 18.4 bitcoin in December 2024. As of January 1, 2025, the Company held 212.6 bitcoin.`,
    figures: ["tarn produced 2024-12 18.4", "tarn held 2024-12 212.6"],
  },
  {
    name: "a Japanese note about a quarter",
    published: "2024-08-02",
    text: `マラソン・デジタル、2024年第2四半期の決算を発表

マラソン・デジタルは2024年第2四半期に2058BTCを採掘した。前年同期は2926BTCだった。6月30日時点の保有量は1万8536BTC。`,
    figures: ["mara produced 2024-Q2 2058", "mara produced 2023-Q2 2926", "mara held 2024-06 18536"],
  },
  {
    name: 'management\'s discussion in which the company is only "we"',
    text: `UNITED STATES SECURITIES AND EXCHANGE COMMISSION
FORM 10-Q
For the quarterly period ended September 30, 2024
Ridgeline Compute, Inc.
(Exact name of registrant as specified in its charter)

Item 2. Management's Discussion and Analysis

During the three months ended September 30, 2024, we mined 64.1 bitcoin, compared to 80.5 bitcoin during the three months ended September 30, 2023. For the nine months ended September 30, 2024, we mined 233.9 bitcoin. As of September 30, 2024, we held 55.0 bitcoin.`,
    figures: [
      "ridgeline-compute produced 2024-Q3 64.1",
      "ridgeline-compute produced 2023-Q3 80.5",
      "ridgeline-compute produced 2024-01/2024-09 233.9",
      "ridgeline-compute held 2024-09 55",
    ],
  },
  {
    name: "figures before their words, one a line",
    text: `Polar Node Inc. (TSXV: PLRN) announces unaudited production for June 2024
Vancouver, BC, July 3, 2024

29.1 BTC mined in June 2024 (May 2024: 33.0 BTC)
25 BTC sold in June 2024 for gross proceeds of US$1.64 million
301 BTC in custody at June 30, 2024`,
    figures: [
      "polar-node produced 2024-06 29.1",
      "polar-node produced 2024-05 33",
      "polar-node sold 2024-06 25",
      "polar-node sale_proceeds_usd 2024-06 1640000",
      "polar-node held 2024-06 301",
    ],
  },
  {
    name: "a Canadian miner's discussion and analysis, quarter and nine months side by side",
    published: "2023-11-22",
    text: `Glacier Peak Mining Corp.
Management's Discussion and Analysis
For the three and nine months ended September 30, 2023

| | Three months ended September 30, 2023 | Three months ended September 30, 2022 | Nine months ended September 30, 2023 | Nine months ended September 30, 2022 |
| Bitcoin mined (BTC) | 54.2 | 61.9 | 171.3 | 140.8 |
| Bitcoin sold (BTC) | 50.0 | 20.0 | 160.0 | 75.0 |

At September 30, 2023 the Company held 96.4 Bitcoin (December 31, 2022: 85.1 Bitcoin).`,
    figures: [
      "glacier-peak produced 2023-Q3 54.2",
      "glacier-peak produced 2022-Q3 61.9",
      "glacier-peak produced 2023-01/2023-09 171.3",
      "glacier-peak produced 2022-01/2022-09 140.8",
      "glacier-peak sold 2023-Q3 50",
      "glacier-peak sold 2023-01/2023-09 160",
      "glacier-peak held 2023-09 96.4",
      "glacier-peak held 2022-12 85.1",
    ],
  },
  {
    name: "a wire note with the ticker behind the name and no legal ending",
    published: "2025-03-05",
    text: `BRIEF-Juniper Hash Feb Bitcoin Output Falls To 88 BTC

March 5 (Reuters) - Juniper Hash :
* FEBRUARY BITCOIN PRODUCTION 88 BTC VERSUS 97 BTC IN JANUARY
* SOLD 60 BTC IN FEBRUARY
* HOLDINGS 512 BTC AS OF FEB 28`,
    figures: [
      "juniper-hash produced 2025-02 88",
      "juniper-hash produced 2025-01 97",
      "juniper-hash sold 2025-02 60",
      "juniper-hash held 2025-02 512",
    ],
  },
  {
    name: "a Portuguese release",
    published: "2024-07-03",
    text: `Mineradora Aurora S.A. divulga produção de junho de 2024

São Paulo, 3 de julho de 2024 – A Mineradora Aurora S.A. produziu 27,5 bitcoins em junho de 2024, contra 30,1 em maio. No mês, a empresa vendeu 15 bitcoins. Em 30 de junho, a companhia detinha 241,8 bitcoins.`,
    figures: [
      "mineradora-aurora produced 2024-06 27.5",
      "mineradora-aurora produced 2024-05 30.1",
      "mineradora-aurora sold 2024-06 15",
      "mineradora-aurora held 2024-06 241.8",
    ],
  },
  {
    name: "a release whose table has no bars",
    text: `Copperline Digital Inc. Provides November 2023 Operations Update

DALLAS, Dec. 5, 2023 /PRNewswire/ -- Copperline Digital Inc. (NYSE American: CPRL) today published its unaudited production update for November 2023.

Metric                      November 2023   October 2023
Bitcoin produced                    121.3          118.0
Bitcoin sold                        110.0           95.5
Total bitcoin holdings              402.6          391.3
Operating hash rate (EH/s)            3.1            3.0`,
    figures: [
      "copperline produced 2023-11 121.3",
      "copperline produced 2023-10 118",
      "copperline sold 2023-11 110",
      "copperline sold 2023-10 95.5",
      "copperline held 2023-11 402.6",
      "copperline held 2023-10 391.3",
    ],
  },
  {
    name: "a report of half a year under IFRS",
    published: "2022-08-30",
    text: `Fjord Compute plc
Half-year report for the six months ended 30 June 2022

Highlights
· 412 Bitcoin mined in H1 2022 (H1 2021: 305)
· 288 Bitcoin sold during the six months
· Bitcoin holdings of 640 at 30 June 2022 (31 December 2021: 516)`,
    figures: [
      "fjord-compute produced 2022-01/2022-06 412",
      "fjord-compute produced 2021-01/2021-06 305",
      "fjord-compute sold 2022-01/2022-06 288",
      "fjord-compute held 2022-06 640",
      "fjord-compute held 2021-12 516",
    ],
  },
  {
    name: "a news item with the company's possessive and a month that follows it",
    published: "2025-07-08",
    text: `Quarry Lane's June production slips

Quarry Lane's bitcoin production slipped to 64 BTC in June from 71 BTC in May, according to an update on Monday. Quarry Lane sold 64 BTC for $6.7 million and still owns 130 BTC.`,
    figures: [
      "quarry-lane produced 2025-06 64",
      "quarry-lane produced 2025-05 71",
      "quarry-lane sold 2025-06 64",
      "quarry-lane sale_proceeds_usd 2025-06 6700000",
      "quarry-lane held 2025-06 130",
    ],
  },
  {
    name: "a Chinese note about a company with a Latin name",
    published: "2024-10-08",
    text: `Redwood Bits Inc. 公布2024年9月运营数据

Redwood Bits Inc.（纳斯达克代码：RWBT）2024年9月产出36枚比特币，8月为41枚。当月出售20枚比特币，截至9月30日持有158枚比特币。`,
    figures: [
      "redwood-bits produced 2024-09 36",
      "redwood-bits produced 2024-08 41",
      "redwood-bits sold 2024-09 20",
      "redwood-bits held 2024-09 158",
    ],
  },
  {
    name: "an annual report with a roll-forward in words",
    text: `ALDER DIGITAL HOLDINGS, INC.
ANNUAL REPORT ON FORM 10-K
For the fiscal year ended December 31, 2023

As of December 31, 2022, we held 210.0 bitcoin. During the year ended December 31, 2023, we mined 355.2 bitcoin and sold 301.2 bitcoin for proceeds of $8.9 million. As of December 31, 2023, we held 264.0 bitcoin.`,
    figures: [
      "alder held 2022-12 210",
      "alder produced 2023 355.2",
      "alder sold 2023 301.2",
      "alder sale_proceeds_usd 2023 8900000",
      "alder held 2023-12 264",
    ],
  },
  {
    name: "a foreign issuer's 6-K with the quarter's name first",
    published: "2024-11-20",
    text: `Exhibit 99.1
Meridian Hash Limited Reports Unaudited Financial Results for the Third Quarter of 2024

SINGAPORE, November 20, 2024 -- Meridian Hash Limited (NASDAQ: MRDH), a bitcoin mining company, today announced its unaudited results for the third quarter ended September 30, 2024.

Operational Highlights for the Third Quarter of 2024
• Total bitcoins mined were 143, compared with 160 in the second quarter of 2024 and 201 in the third quarter of 2023.
• The Company sold 120 bitcoins during the quarter.
• The Company held 335 bitcoins as of September 30, 2024.`,
    figures: [
      "meridian-hash produced 2024-Q3 143",
      "meridian-hash produced 2024-Q2 160",
      "meridian-hash produced 2023-Q3 201",
      "meridian-hash sold 2024-Q3 120",
      "meridian-hash held 2024-09 335",
    ],
  },
  {
    name: "a miner's sale that is told in passing, with a round number in the headline",
    published: "2023-07-06",
    text: `Hut 8 holds over 9,100 bitcoin after June

Hut 8 Mining mined 149 bitcoin in June, or about 5 a day, and sold 217 bitcoin for C$7.9 million. Its reserve was 9,136 bitcoin as of June 30, the company said on Thursday.`,
    figures: ["hut8 produced 2023-06 149", "hut8 sold 2023-06 217", "hut8 held 2023-06 9136"],
  },
  {
    name: "a round-up with a paragraph per company",
    published: "2024-03-07",
    text: `February's numbers from the public miners

CleanSpark (CLSK) led in efficiency. It mined 525 BTC, sold 2.9 BTC and ended the month with 3,573 BTC.

Bitfarms (BITF) earned 300 BTC, down from 357 BTC in January. It parted with 280 BTC.

Terawulf produced 282 BTC, nine a day, and did not keep any.

At Core Scientific 689 BTC were self-mined.`,
    figures: [
      "cleanspark produced 2024-02 525",
      "cleanspark sold 2024-02 2.9",
      "cleanspark held 2024-02 3573",
      "bitfarms produced 2024-02 300",
      "bitfarms produced 2024-01 357",
      "bitfarms sold 2024-02 280",
      "terawulf produced 2024-02 282",
      "core-scientific produced 2024-02 689",
    ],
  },
  {
    name: "an Italian item about a quarter",
    published: "2025-05-13",
    text: `Bitdeer chiude il primo trimestre 2025

Bitdeer ha minato 350 bitcoin nel primo trimestre 2025, in calo rispetto ai 911 dello stesso periodo dell'anno precedente. Al 31 marzo la società deteneva 1.156 bitcoin.`,
    figures: ["bitdeer produced 2025-Q1 350", "bitdeer produced 2024-Q1 911", "bitdeer held 2025-03 1156"],
  },
  {
    name: "months of a year that the sentence names",
    published: "2022-01-14",
    text: `How miners closed December 2021

Argo Blockchain mined 214 bitcoin in December 2021.

In 2021, Bitfarms mined 3,453 bitcoin, of which 339 were produced in November and 363 in December. From selling 36 bitcoin Bitfarms got $1.8 million in December.`,
    figures: ["argo produced 2021-12 214", "bitfarms produced 2021 3453", "bitfarms produced 2021-11 339", "bitfarms produced 2021-12 363"],
  },
  {
    name: "a headline that gives the year's total, over a table of three months",
    published: "2023-01-05",
    text: `Bitfarms Provides December 2022 Production and Operations Update

Mined 496 BTC in December 2022, bringing 2022 total to 5,167 BTC
Sold 1,755 BTC for $29.6 million; 405 BTC in custody at year end

TORONTO and BROSSARD, Jan. 3, 2023 - Bitfarms Ltd. (Nasdaq/TSX: BITF)

Key Performance Indicators | December 2022 | November 2022 | December 2021
Total BTC earned | 496 | 453 | 363
Month end operating EH/s | 4.5 | 4.4 | 2.2
BTC / Avg. EH/s | 112 | 107 | 165`,
    figures: [
      "bitfarms produced 2022-12 496",
      "bitfarms produced 2022 5167",
      "bitfarms sold 2022-12 1755",
      "bitfarms sale_proceeds_usd 2022-12 29600000",
      "bitfarms held 2022-12 405",
      "bitfarms produced 2022-11 453",
      "bitfarms produced 2021-12 363",
    ],
  },
  {
    name: "own and hosted production, and a column of the year so far",
    published: "2024-05-02",
    text: `Core Scientific Announces April 2024 Production and Operations Updates

Produced 657 self-mined bitcoin
Estimated bitcoin mined by hosting customers of 331

| Metric | April | YTD |
| Self-Mined Bitcoin Produced | 657 | 3,482 |
| Bitcoin Sold | 657 | 3,533 |
| Bitcoin Sales Proceeds ($M) | 43.2 | 188.6 |`,
    figures: [
      "core-scientific produced 2024-04 657",
      "core-scientific sold 2024-04 657",
      "core-scientific produced 2024-01/2024-04 3482",
      "core-scientific sold 2024-01/2024-04 3533",
    ],
  },
  {
    name: "a German item in which coins lie in the books",
    published: "2023-08-04",
    text: `Argo Blockchain verkaufte im Juli mehr Bitcoin, als es schürfte

Argo Blockchain hat im Juli 136 Bitcoin erzeugt, nach 139 im Juni. Verkauft wurden 142 Bitcoin zu durchschnittlich 30.100 US-Dollar. Ende Juli lagen noch 46 Bitcoin in den Büchern.`,
    figures: ["argo produced 2023-07 136", "argo produced 2023-06 139", "argo sold 2023-07 142", "argo held 2023-07 46"],
  },
  {
    name: "a company with a small legal ending before its ticker",
    published: "2024-12-04",
    text: `Thornfield Compute Group plc ("Thornfield" or "the Group")
November Operational Update

Thornfield Compute Group plc (AIM: THRN) is pleased to provide its update for the month of November 2024.
- 14.6 BTC were mined (October: 15.2 BTC)
- 10.0 BTC were sold at an average of £71,300
- 63.9 BTC were held at the period end`,
    figures: [
      "thornfield-compute produced 2024-11 14.6",
      "thornfield-compute produced 2024-10 15.2",
      "thornfield-compute sold 2024-11 10",
      "thornfield-compute held 2024-11 63.9",
    ],
  },
  {
    name: "a company that is called by its town first",
    published: "2025-08-14",
    text: `Saltbox Mining logs wider loss in Q2

Toronto-based Saltbox Mining (CSE: SLTB) lost C$4.1 million in its second quarter, even as it mined 38.4 bitcoin, against 35.0 in Q1. It liquidated 45 bitcoin in the quarter and was left with 12.7 on June 30, 2025.`,
    figures: ["saltbox produced 2025-Q2 38.4", "saltbox produced 2025-Q1 35", "saltbox sold 2025-Q2 45", "saltbox held 2025-06 12.7"],
  },
];

describe("every figure of a page is found", () => {
  it.each(PAGES.map((page) => [page.name, page] as const))("%s", (_, { text, published, figures }) => {
    const { candidates } = readRelease(text, {
      companies: COMPANIES,
      record: RECORD,
      recordBefore: (published ?? /20\d\d/.exec(text)?.[0] ?? "").slice(0, 7),
      ...(published === undefined ? {} : { publishedOn: published }),
    });
    const found = candidates.map(({ company, metric, period, value }) => `${company} ${metric.replace("btc_", "")} ${period} ${value}`);
    expect({ missed: figures.filter((figure) => !found.includes(figure)), found }).toMatchObject({ missed: [] });
  });
});
