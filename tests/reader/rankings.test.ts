/** Rankings of companies and statements of cash flows, in companies, months and words that no sample has. */
import { describe, expect, it } from "vitest";
import { readPage } from "@/reader/page/readPage";
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
      "a balance told by its day stands beside columns of metrics",
      `<html><body><h2>November 2023, side by side</h2><table>
<tr><th>Firm</th><th>Share</th><th>BTC made</th><th>BTC sold</th><th>BTC on Nov. 30</th></tr>
<tr><td>CleanSpark</td><td>CLSK</td><td>666</td><td>24</td><td>2,575</td></tr>
<tr><td>Bitfarms</td><td>BITF</td><td>392</td><td>349</td><td>746</td></tr>
<tr><td>Riot</td><td>RIOT</td><td>552</td><td>540</td><td>7,358</td></tr></table>`,
      "cleanspark btc_produced 2023-11 666; cleanspark btc_sold 2023-11 24; cleanspark btc_held 2023-11 2575; bitfarms btc_sold 2023-11 349; bitfarms btc_held 2023-11 746",
      "deployed_ehs",
    ],
    [
      "words behind the values of a row label nothing in the next one",
      `<h2>Bitcoin mined, by company</h2><table>
<tr><th>#</th><th>Company</th><th>Nov 2023</th><th>Oct 2023</th><th>Most sites in</th></tr>
<tr><td>1</td><td>Marathon</td><td>1,187</td><td>1,190</td><td>Texas</td></tr>
<tr><td>2</td><td>Riot</td><td>552</td><td>458</td><td>Texas</td></tr>
<tr><td>3</td><td>Bitfarms</td><td>392</td><td>398</td><td>Quebec</td></tr></table>`,
      "mara btc_produced 2023-11 1187; riot btc_produced 2023-11 552; riot btc_produced 2023-10 458; bitfarms btc_produced 2023-11 392; bitfarms btc_produced 2023-10 398",
      "btc_held|btc_sold",
    ],
    [
      "a card for each company: a name with its change over terms and their values, a sentence below",
      `<html><body><h1>November 2023 in cards</h1>
<div><div>CleanSpark <span>+5%</span></div><dl><dt>Mined</dt><dd>666</dd><dt>Sold</dt><dd>24 BTC at $37,000</dd><dt>Treasury</dt><dd>2,575 BTC</dd></dl><p>All of 20 EH/s are to run by the end of 2024.</p></div>
<div><div>Iris Energy <span>(-8%)</span></div><dl><dt>Mined</dt><dd>363</dd><dt>Sold</dt><dd>as mined</dd><dt>Treasury</dt><dd>none</dd></dl></div>
<div><div>Riot <span>+21%</span></div><dl><dt>BTC produced</dt><dd><b>552</b></dd><dt>Treasury</dt><dd>7,358 BTC</dd></dl></div>`,
      "cleanspark btc_produced 2023-11 666; cleanspark btc_held 2023-11 2575; iren btc_produced 2023-11 363; riot btc_produced 2023-11 552; riot btc_held 2023-11 7358",
      "iren btc_held 2023-11 [1-9]\\d*|btc_produced 2023-11 20",
    ],
    [
      "a company as a term, with sentences for its definition",
      `<html><body><h1>Bitcoin mined in November 2023</h1>
<dl><dt>Marathon</dt><dd>1,187 BTC. It sold 704 BTC.</dd><dt>Bitfarms</dt><dd>392 BTC. It held 746 BTC at the end of the month.</dd><dt>Riot</dt><dd>552 BTC. It sold 540 BTC.</dd></dl>`,
      "mara btc_sold 2023-11 704; bitfarms btc_held 2023-11 746; riot btc_sold 2023-11 540",
      "btc_sold 2023-11 (?:392|552)",
    ],
    [
      "boxes of classes that begin alike are the cells of a row",
      `<html><body><h1>Bitcoin in treasury</h1><div class="r"><span class="c">Firm</span><span class="c">Code</span><span class="c right">BTC Nov 30</span><span class="c right">BTC Oct 31</span></div>
<div class="r"><span class="c">Riot</span><span class="c">RIOT</span><span class="c right">₿&nbsp;7,358</span><span class="c right">7,345</span></div>
<div class="r"><span class="c">CleanSpark</span><span class="c">CLSK</span><span class="c right">₿&nbsp;2,575</span><span class="c right">2,483</span></div>
<div class="r"><span class="c">Bitfarms</span><span class="c">BITF</span><span class="c right">₿&nbsp;746</span><span class="c right">760</span></div><p>© 2023, as of December 8, 2023</p>`,
      "riot btc_held 2023-11 7358; cleanspark btc_held 2023-11 2575; bitfarms btc_held 2023-11 746; bitfarms btc_held 2023-10 760",
      "btc_sold|btc_produced",
    ],
    [
      "lists under names, of which one has a digit; after an arrow in brackets another month",
      `November 2023, one by one

Sphere 3D ($ANY)

- Mined 30.1 / sold 28.5 / kept 24.6 at month-end

Riot ($RIOT)

- Mined 552 BTC (Oct -> 458), sold 540 BTC

CleanSpark ($CLSK)

- Mined 666 BTC (Oct → 637)`,
      "sphere3d btc_sold 2023-11 28.5; riot btc_produced 2023-11 552; riot btc_produced 2023-10 458; riot btc_sold 2023-11 540; cleanspark btc_produced 2023-11 666; cleanspark btc_produced 2023-10 637",
      "btc_produced 2023-10 (?:552|666)|riot btc_sold 2023-11 28.5",
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
    [
      "of two has each its own, on a page about nobody else",
      `Two miners in November 2023

| Company | Produced | Sold |
|---|---|---|
| Riot | 552 | 540 |
| CleanSpark | 666 | 24 |`,
      "riot btc_produced 2023-11 552; riot btc_sold 2023-11 540; cleanspark btc_produced 2023-11 666; cleanspark btc_sold 2023-11 24",
      "btc_held",
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

it("a label and its value, which only boxes part, are a row; the day of publication above heads nothing", () => {
  const page = `<html><body><h1>Cipher (CIFR) November 2023: the numbers</h1><p>6 Dec 2023 · 2 min</p>
<div><span class="label">Sold</span><span class="number">303 BTC</span><span class="note">↓ from 414 in October</span></div>
<div><span class="label">Held, 30 Nov</span><span class="number">707 BTC</span><span class="note">all of it free</span></div></body></html>`;
  expect(read(page)).toEqual(expect.arrayContaining(["cipher btc_sold 2023-11 303", "cipher btc_held 2023-11 707"]));
  expect(read(page).filter((figure) => figure.includes("2023-12"))).toEqual([]);
});

it("a term of digits and its value are two numbers", () => {
  const page =
    "<html><body><h1>Riot: bitcoin mined, by year</h1><dl><dt>2023</dt><dd>6,626</dd><dt>2022</dt><dd>5,554</dd></dl></body></html>";
  expect(readPage(page, "text/html").text).toMatch(/2023 \| 6,626\n2022 \| 5,554/);
});
