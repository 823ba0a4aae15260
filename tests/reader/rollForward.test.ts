/** Roll-forwards of filings: balances with their days, and between them what came and went, beside the same in dollars. */
import { expect, it } from "vitest";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES } from "./samples";

const read = (text: string): string[] =>
  readRelease(text, { companies: COMPANIES }).candidates.map(({ metric, period, plain }) => `${metric} ${period} ${plain}`);

/** A table as EDGAR's viewer writes it: empty cells hold a character that nobody sees. */
const filing = (
  rows: readonly (readonly [string, string, string])[],
): string => `<html><body><p>CleanSpark, Inc. (Nasdaq: CLSK) notes to its statements</p>
<table><tr><th rowspan="2"><strong>Bitcoin (Details) - USD ($) $ in Thousands</strong></th><th>12 Months Ended</th></tr><tr><th>Dec. 31, 2023</th></tr>
<tr><td>Movements of bitcoin</td><td><table><tr><td>&#8203;</td><td>Quantity</td><td>&#8203;</td><td>Amounts</td></tr>
${rows.map(([label, coins, dollars]) => `<tr><td>${label}</td><td>${coins}</td><td>&#8203;</td><td>${dollars}</td></tr>`).join("\n")}
</table></td></tr></table></body></html>`;

const YEARS = [
  ["Balance as of December 31, 2021", "471", "23,603"],
  ["Bitcoin mined", "4,621", "131,525"],
  ["Bitcoin sold", "(4,864)", "(131,301)"],
  ["Balance as of December 31, 2022", "228", "11,147"],
  ["Bitcoin mined", "6,904", "188,051"],
  ["Bitcoin sold", "(4,130)", "(110,004)"],
  ["Balance as of December 31, 2023", "3,002", "126,951"],
] as const;

it("each year's movements are of the time between its balances, each balance of its day, and dollars are no coins", () => {
  const found = read(filing(YEARS));
  expect(found).toEqual(
    expect.arrayContaining([
      "btc_held 2021-12 471",
      "btc_produced 2022 4621",
      "btc_sold 2022 4864",
      "btc_held 2022-12 228",
      "btc_produced 2023 6904",
      "btc_sold 2023 4130",
      "btc_held 2023-12 3002",
    ]),
  );
  expect(found.filter((one) => /131525|188051|126951|2023 4621|2022 6904/.test(one))).toEqual([]);
});

it("a balance may be a day alone", () => {
  const found = read(
    filing([
      ["At September 30, 2023", "2,243", "60,404"],
      ["Mined", "2,019", "73,786"],
      ["Sold for cash", "(1,260)", "(46,004)"],
      ["At December 31, 2023", "3,002", "126,951"],
    ]),
  );
  expect(found).toEqual(
    expect.arrayContaining(["btc_held 2023-09 2243", "btc_produced 2023-Q4 2019", "btc_sold 2023-Q4 1260", "btc_held 2023-12 3002"]),
  );
});

it("a count with its own day stands at that day, under whatever balance and head", () => {
  const found = read(filing([...YEARS.slice(0, 4), ["Number of bitcoin held at December 31, 2022", "228", ""], ...YEARS.slice(4)]));
  expect(found).toContain("btc_held 2022-12 228");
  expect(found.filter((one) => / (?!2022-12)\S+ 228$/.test(one))).toEqual([]);
});

it("a row's own scale is not its table's", () => {
  const page = `<html><body><p>American Bitcoin Corp. (Nasdaq: ABTC), quarter ended March 31, 2026</p><table>
<tr><td></td><td>March 31, 2026</td><td>December 31, 2025</td></tr><tr><td>Revenue (in millions)</td><td>$62.1</td><td>$78.3</td></tr>
<tr><td>Bitcoin in reserve</td><td>7,021</td><td>5,401</td></tr></table></body></html>`;
  expect(read(page)).toEqual(expect.arrayContaining(["btc_held 2026-03 7021", "btc_held 2025-12 5401"]));
});

it("its heads may say in brackets that they count bitcoin", () => {
  const found = read(`<html><body><p>CleanSpark, Inc. (Nasdaq: CLSK) notes to its statements, in thousands of dollars except for coins</p>
<table><tr><td></td><td colspan="2">Quantity (Bitcoin)</td><td colspan="2">Amount</td></tr>
<tr><td>Balance as of December 31, 2022</td><td></td><td>228</td><td>$</td><td>11,147</td></tr>
<tr><td>Revenue from bitcoin mined</td><td></td><td>6,904</td><td></td><td>188,051</td></tr>
<tr><td>Balance as of December 31, 2023</td><td></td><td>3,002</td><td>$</td><td>126,951</td></tr></table></body></html>`);
  expect(found).toEqual(expect.arrayContaining(["btc_held 2022-12 228", "btc_produced 2023 6904", "btc_held 2023-12 3002"]));
  expect(found.filter((one) => / (?:11147|188051|126951)$/.test(one))).toEqual([]);
});

it("bitcoin stand beside other coins, and their balances are units", () => {
  const found =
    read(`<html><body><p>CleanSpark, Inc. (Nasdaq: CLSK) notes to its statements. Movements in the three months ended June 30, 2024:</p>
<table><tr><td></td><td>BTC</td><td>ETH</td></tr><tr><td>Units as of April 1, 2024</td><td>5,021</td><td>310.2</td></tr>
<tr><td>Received from mining</td><td>1,583</td><td>-</td></tr><tr><td>Sold for cash</td><td>(36)</td><td>(210.5)</td></tr>
<tr><td>Units as of June 30, 2024</td><td>6,591</td><td>99.7</td></tr></table></body></html>`);
  expect(found).toEqual(expect.arrayContaining(["btc_produced 2024-Q2 1583", "btc_sold 2024-Q2 36", "btc_held 2024-06 6591"]));
  expect(found.filter((one) => / (?:310\.2|210\.5|99\.7)$/.test(one))).toEqual([]);
});
