import { describe, expect, it } from "vitest";
import { readText } from "./score";

/** A release about May 2024 with one more sentence; what it gives at high confidence, as "metric period value". */
function highOf(sentence: string): string[] {
  const text = `Riot: May 2024\n\nCASTLE ROCK, Colo., June 4, 2024 /PRNewswire/ -- Riot Platforms, Inc. (NASDAQ: RIOT) gives unaudited figures for May 2024.\n\n${sentence}\n`;
  return readText(text)
    .candidates.filter(({ confidence }) => confidence === "high")
    .map(({ metric, period, value }) => `${metric} ${period} ${value}`);
}

describe("what a sentence says of the company's own month is certain", () => {
  it.each([
    ["Riot mined 215 BTC in May, worth $14 million; it sold half.", ["btc_produced 2024-05 215"]],
    ["215 BTC mined, 43% less than the 375 BTC in April.", ["btc_produced 2024-05 215", "btc_produced 2024-04 375"]],
    ["Hash rate of 14.7 EH/s deployed, up from 12.6 EH/s in April 2024.", ["deployed_ehs 2024-05 14.7", "deployed_ehs 2024-04 12.6"]],
    ["Holdings were 9,084 BTC on May 31, 2024 including 1,500 BTC restricted.", ["btc_held 2024-05 9084", "btc_restricted 2024-05 1500"]],
    ["Sold: 100 BTC. Held: 9,084 BTC. Mined: 215 BTC.", ["btc_produced 2024-05 215", "btc_sold 2024-05 100", "btc_held 2024-05 9084"]],
    ["Holdings rose by 76 BTC to 9,084 BTC on May 31, 2024.", ["btc_held 2024-05 9084"]],
    ["Bitcoin sold: 0 (April: 0)", ["btc_sold 2024-05 0"]],
    ["BTC balance (end of month): 9,084 BTC; unencumbered: 8,100 BTC", ["btc_held 2024-05 9084"]],
    ["Riot mined 215 BTC in May, after 375 in April.", ["btc_produced 2024-05 215", "btc_produced 2024-04 375"]],
    [
      "BTC mined in May: 215 (April 2024: 375; May 2023: 676)",
      ["btc_produced 2024-05 215", "btc_produced 2024-04 375", "btc_produced 2023-05 676"],
    ],
    ["Production for May 2024 and April 2024 was 215 BTC and 375 BTC.", ["btc_produced 2024-05 215", "btc_produced 2024-04 375"]],
    ["20 bitcoin were bought and 100 bitcoin converted to cash in May.", ["btc_sold 2024-05 100", "btc_purchased 2024-05 20"]],
    ["At month end Riot had (including 500 BTC pledged) 9,084 BTC.", ["btc_held 2024-05 9084", "btc_restricted 2024-05 500"]],
    ["Holdings rose from 8,872 to 9,084 BTC.", ["btc_held 2024-05 9084"]],
    ["Riot mined 215 and 375 BTC in May and April 2024, respectively.", ["btc_produced 2024-05 215", "btc_produced 2024-04 375"]],
    ["On May 31 and April 30, 2024, Riot held 9,084 and 8,872 BTC, respectively.", ["btc_held 2024-05 9084", "btc_held 2024-04 8872"]],
    ["In May 2024 Riot mined 215 BTC, and in April it mined 375 BTC.", ["btc_produced 2024-05 215", "btc_produced 2024-04 375"]],
    ["In April 25 bitcoin were mined.", ["btc_produced 2024-04 25"]],
    ["• BTC Mined¹ 215\n• BTC Sold 100\n• BTC Held² 9,084", ["btc_produced 2024-05 215", "btc_sold 2024-05 100", "btc_held 2024-05 9084"]],
    ["In May it mined 215 BTC and held 9,084 BTC at the end of the month.", ["btc_produced 2024-05 215", "btc_held 2024-05 9084"]],
    ["Production was down 43% from 375 BTC in April.", ["btc_produced 2024-04 375"]],
    ["Riot produced 2,613 Ethereum and 215 Bitcoin in May.", ["btc_produced 2024-05 215"]],
    ["Riot ended the month with 9,084 BTC, of which 500 were pledged.", ["btc_held 2024-05 9084", "btc_restricted 2024-05 500"]],
    ["Month-end hashrate of 14.7 EH/s (installed) and 12.0 EH/s (operating).", ["deployed_ehs 2024-05 14.7"]],
    [
      "BTC purchased at an average price of $60,000; 100 BTC sold at an average price of $61,000 in May 2024.",
      ["btc_sold 2024-05 100", "avg_sale_price_usd 2024-05 61000"],
    ],
  ])("%s", (sentence, expected) => {
    expect(highOf(sentence)).toEqual(expected);
  });
});

describe("what is not the company's whole month is never certain", () => {
  it.each([
    "Bitcoin mined: 1.215 in May 2024.",
    "Opening balance: 8,872 BTC",
    "BTC Production 2024",
    "Bitcoin Holdings as of May 31",
    "Bitcoin held in week 21",
    "Riot's Rockdale facility produced 215 BTC in May.",
    "In April it held 8,872 BTC at month-end.",
    "Our average balance in May was 8,900 BTC.",
    "Riot held 9,084 BTC, excluding coins lent out.",
    "From January to May, 2,400 BTC were mined.",
    "Riot's record stands at 770 BTC mined in a month.",
    "Sold: 100.",
    "Riot has mined 12,000 BTC in its history.",
    "Riot has mined 12,000 BTC.",
    "In total, 4,120 BTC were mined this year.",
    "Since the halving on April 19, 2024, Riot mined 250 BTC.",
    "Quarter to date, 590 BTC were mined.",
    "Riot sold 215 BTC worth of power credits.",
    "The treasury company Strategy bought 15,400 BTC in May 2024.",
    "Riot agreed to buy 1,000 BTC in May 2024.",
    "Riot pledged 500 BTC in May 2024 as collateral.",
    "Network: 13,950 BTC mined in May 2024.",
    "Production: 215 BTC (of which 15 BTC belong to partners).",
    "Riot sold 100 BTC on May 3, 2024.",
    "We earned 2.1 BTC in transaction fees in May.",
    "Riot returned 12 BTC to customers; it holds 9,084 BTC for them.",
    "Riot lost 12 BTC mined in May 2024 to a hack.",
    "Monthly record: 810 BTC mined in January.",
    "Riot mined 215 BTC in May 2023.",
    "Production of 215 BTC was reported by its subsidiary Whinstone.",
    "Bitcoin holdings (excluding pledged): 8,100",
    "Riot mined 215 bitcoin cash in May 2024.",
    "Bitcoin mined in May 2024 (hosted): 40",
    "Riot would have mined 300 BTC without curtailment.",
    "It plans a sale of 500 BTC; 9,084 BTC remain.",
    "Convertible: proceeds of $500 million used to buy 5,117 BTC at about $97,800 each.",
    "Riot mined 500 to 600 BTC in May 2024.",
    "In the two weeks to May 31, 2024, 100 BTC were sold.",
    "Average network hash rate: 600 EH/s in May 2024.",
    "The hash rate is now 15.1 EH/s.",
    "No bitcoin was sold in May 2024.",
    "Riot produced and sold 215 BTC in May 2024.",
    "Riot produced and sold 215 BTC and 100 BTC, respectively, in May 2024.",
    "Preliminary production of 215 BTC was revised to 214 BTC.",
    "Unrestricted holdings stood at 9,084 BTC on May 31, 2024.",
    "Nameplate of the fleet: 14.7 EH/s.",
    "Holdings grew to 9,084 at May 31, 2024, all of it bitcoin.",
    "BTC / average EH/s: 21 in May 2024.",
    "Coins were sold for C$19.1 million in May 2024.",
  ])("%s", (sentence) => {
    expect(highOf(sentence)).toEqual([]);
  });
});

describe("what was mined and sold in one breath", () => {
  it.each(["Riot sold all 215 bitcoin it mined in May.", "All of the 215 BTC mined in May were sold."])("%s", (sentence) => {
    const text = `Riot: May 2024\n\nCASTLE ROCK, Colo., June 4, 2024 /PRNewswire/ -- Riot Platforms, Inc. (NASDAQ: RIOT) gives unaudited figures for May 2024.\n\n${sentence}\n`;
    const found = readText(text).candidates.map(({ metric, value, confidence }) => `${metric} ${value} ${confidence}`);
    // Older coins may have been sold besides: that is for a person to see.
    expect(found).toEqual(["btc_produced 215 high", "btc_sold 215 low"]);
  });
});
