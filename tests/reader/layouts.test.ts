import { describe, expect, it } from "vitest";
import { readText } from "./score";

/** A made release of Riot about May 2024 around `body`; its certain figures as "metric period value", sorted. */
function highOf(body: string, title = "Riot: May 2024 production update"): string[] {
  const text = `${title}\n\nCASTLE ROCK, Colo., June 4, 2024 - Riot Platforms, Inc. (NASDAQ: RIOT) gives unaudited figures for May 2024.\n\n${body}\n`;
  return certain(text);
}

function certain(text: string): string[] {
  return readText(text)
    .candidates.filter(({ confidence }) => confidence === "high")
    .map(({ metric, period, value }) => `${metric} ${period} ${value}`)
    .sort();
}

describe("columns that ran together", () => {
  it("are cut where the change in per cent beside them fits, past a footnote's digit", () => {
    const table = "MetricMay 20241April 2024Month/Month\nBitcoin Produced215375(43)%\nBitcoin Held29,0848,8722%\nBitcoin Sold100125(20)%";
    expect(highOf(table)).toEqual([
      "btc_held 2024-04 8872",
      "btc_held 2024-05 9084",
      "btc_produced 2024-04 375",
      "btc_produced 2024-05 215",
      "btc_sold 2024-04 125",
      "btc_sold 2024-05 100",
    ]);
  });

  it("are cut by their decimals where nothing else tells", () => {
    expect(highOf("MetricMay 2024April 2024\nBitcoin Mined41.539.8\nBitcoin Held102.4117.9")).toEqual([
      "btc_held 2024-04 117.9",
      "btc_held 2024-05 102.4",
      "btc_produced 2024-04 39.8",
      "btc_produced 2024-05 41.5",
    ]);
  });

  it("stay a person's matter where whole numbers could be cut in several ways", () => {
    expect(highOf("MetricMay 2024April 2024\nBitcoin Mined215375\nBitcoin Held90848872")).toEqual([]);
  });
});

describe("tables without a label in every row", () => {
  it("take the metric from the words above them where rows are months and columns years", () => {
    const table = "Bitcoin produced by month\n\nMonth | 2024 | 2023\nApril | 375 | 639\nMay | 215 | 676";
    expect(highOf(table)).toEqual([
      "btc_produced 2023-04 639",
      "btc_produced 2023-05 676",
      "btc_produced 2024-04 375",
      "btc_produced 2024-05 215",
    ]);
  });

  it("read the total over sites when the sites add up to it", () => {
    const sites = (total: string): string =>
      `Hash rate (EH/s), May 31, 2024\n\nSite | Deployed | Operating\nRockdale | 12.4 | 11.0\nCorsicana | 2.3 | 1.1\nTotal | ${total} | 12.1`;
    expect(highOf(sites("14.7"))).toContain("deployed_ehs 2024-05 14.7");
    expect(highOf(sites("15.9"))).not.toContain("deployed_ehs 2024-05 15.9");
  });

  it("put the figures of neighbouring lines together only where no figure can have been lost", () => {
    expect(highOf("Bitcoin produced\n215\n\nBitcoin held\n9,084")).toEqual(["btc_held 2024-05 9084", "btc_produced 2024-05 215"]);
    expect(highOf("Metric\nMay 2024\nApril 2024\nBitcoin produced\n215\n375\nBitcoin held\n9,084\nBitcoin sold\n100\n90")).not.toContain(
      "btc_held 2024-05 9084",
    );
  });

  it("never take a row that lost a figure for one of all columns", () => {
    const table =
      "Metric          May 2024     April 2024\nBitcoin mined        215          375\nBitcoin sold         90\nBitcoin held         9,084        8,872";
    expect(highOf(table)).toEqual([
      "btc_held 2024-04 8872",
      "btc_held 2024-05 9084",
      "btc_produced 2024-04 375",
      "btc_produced 2024-05 215",
    ]);
  });
});

describe("lines that belong together", () => {
  it("give a list's figures the verb of the line above it", () => {
    expect(highOf("In May 2024 the Company's sites produced:\n\n- 215 Bitcoin\n- 1,200 Ethereum")).toEqual(["btc_produced 2024-05 215"]);
  });

  it("give a part that is pledged the holdings above it", () => {
    expect(highOf("- Bitcoin held: 9,084\n- of which pledged as collateral: 500")).toEqual([
      "btc_held 2024-05 9084",
      "btc_restricted 2024-05 500",
    ]);
  });

  it("leave out the headlines that a page adds", () => {
    expect(highOf("Riot mined 215 BTC in May.\n\nYou may also like\n- Riot sells 400 BTC in April\n- Miner holds 12,000 BTC")).toEqual([
      "btc_produced 2024-05 215",
    ]);
  });
});

describe("whose text it is", () => {
  it("is the company's with a dateline or an update's title, without ticker and newswire", () => {
    expect(certain("Riot production update, May 2024\n\nCastle Rock, June 4, 2024\n\nBitcoin produced: 215")).toEqual([
      "btc_produced 2024-05 215",
    ]);
    expect(certain("Riot Platforms: production and operations update for May 2024\n\nBitcoin produced: 215")).toEqual([
      "btc_produced 2024-05 215",
    ]);
  });

  it("is not the company's when a reporter writes it", () => {
    expect(certain("Riot production update: miner keeps its coins\n\nBy A. Writer\n\nRiot produced 215 bitcoin in May 2024.")).toEqual([]);
  });

  it("stays the company's when the page around it names other miners", () => {
    const page = `Related: MARA mined 741 BTC | CleanSpark mined 400 BTC | Bitfarms sold 100 BTC\n\nRiot: May 2024\n\nCASTLE ROCK, Colo., June 4, 2024 -- Riot Platforms, Inc. (NASDAQ: RIOT) mined 215 BTC in May 2024.`;
    expect(certain(page)).toEqual(["btc_produced 2024-05 215"]);
  });
});

describe("boxes and lines in turns", () => {
  it("take the figure above its label where a figure opens the run and a label closes it", () => {
    expect(highOf("215\nBTC mined\n\n100\nBTC sold\n\n9,084\nBTC held")).toEqual([
      "btc_held 2024-05 9084",
      "btc_produced 2024-05 215",
      "btc_sold 2024-05 100",
    ]);
  });

  it("make a table of a web page's grid", () => {
    const boxes = ["Key figures", "May 2024", "April 2024", "BTC mined", "215", "375", "BTC held", "9,084", "8,872"];
    const page = `<html><body><h1>Riot: May 2024 update</h1><p>Castle Rock, June 4, 2024</p>${boxes.map((box) => `<div>${box}</div>`).join("")}</body></html>`;
    expect(certain(page)).toEqual([
      "btc_held 2024-04 8872",
      "btc_held 2024-05 9084",
      "btc_produced 2024-04 375",
      "btc_produced 2024-05 215",
    ]);
  });

  it("are read in about linear time however many there are", () => {
    const started = Date.now();
    highOf("Bitcoin mined:\n\n215\n\n".repeat(5000));
    highOf("215\n\nBitcoin mined\n\n".repeat(5000));
    expect(Date.now() - started).toBeLessThan(20_000);
  });
});

describe("the day of publication", () => {
  it("is no day that figures are told for, and no end of a number before a month", () => {
    const text = "Riot treasury note\n2024-06-05\n\nRiot Platforms (Nasdaq: RIOT)\n\nBitcoin held, close of 31 May 2024: 9,084 BTC";
    expect(readText(text).publishedOn).toBe("2024-06-05");
    expect(certain(text)).toEqual(["btc_held 2024-05 9084"]);
    const rows =
      "<h2>Riot production, May 2024</h2><table><tr><th>Month</th><th>Bitcoin mined</th></tr><tr><td>April 2024</td><td>375.4</td></tr><tr><td>May 2024</td><td>215.3</td></tr></table>";
    expect(certain(`<html><body>${rows}</body></html>`)).toEqual(["btc_produced 2024-04 375.4", "btc_produced 2024-05 215.3"]);
  });
});

describe("a reporter's article", () => {
  it("is read for a person, never for certain", () => {
    const text = "Riot: May output falls\n\nBy our desk, 10 June 2024\n\nRiot mined 215 bitcoin in May, the April figure had been 375.";
    expect(readText(text).candidates.map(({ period, value, confidence }) => `${period} ${value} ${confidence}`)).toEqual([
      "2024-05 215 low",
      "2024-04 375 low",
    ]);
  });
});

describe("the corner of a table", () => {
  it("names the coin that its rows count", () => {
    const table = "(in BTC unless stated)\tMay 2024\nMined\t215\nSold\t100\nPower sold (MWh)\t1,000";
    expect(highOf(table)).toEqual(["btc_produced 2024-05 215", "btc_sold 2024-05 100"]);
  });
});
