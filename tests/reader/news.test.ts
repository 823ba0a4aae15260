/** How news are written: companies that are only called "it", numbers without their unit, figures in lists, prices of sales, all in sentences that no sample has. */
import { describe, expect, it } from "vitest";
import { period } from "@/domain/period";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES, RECORD } from "./samples";

const read = (text: string): string[] =>
  readRelease(text, { companies: COMPANIES, record: RECORD, recordBefore: "2024-09" }).candidates.map(
    ({ company, metric, period: of, plain }) => `${company} ${metric} ${of} ${plain}`,
  );

describe("a sentence that names no company", () => {
  const page = (...paragraphs: string[]): string => ["Miners in September 2024", ...paragraphs].join("\n\n");

  it("is about the one that the sentence before it is about", () => {
    const found = read(
      page(
        "CleanSpark (NASDAQ: CLSK) mined 493 bitcoin in September 2024. CleanSpark sold 2 bitcoin.",
        "Bitfarms had a quieter month, though one with more hashrate than Argo. It mined 236 bitcoin.",
      ),
    );
    expect(found).toContain("bitfarms btc_produced 2024-09 236");
    expect(found).not.toContain("argo btc_produced 2024-09 236");
  });

  it.each([
    ["It sold 150 bitcoin.", "btc_sold 2024-09 150"],
    ["In that time it sold 150 bitcoin.", "btc_sold 2024-09 150"],
    ["The company sold 150 bitcoin.", "btc_sold 2024-09 150"],
    ["Das Unternehmen verkaufte 150 Bitcoin.", "btc_sold 2024-09 150"],
    ["La empresa vendió 150 bitcoins.", "btc_sold 2024-09 150"],
    ["同社は150ビットコインを売却した。", "btc_sold 2024-09 150"],
  ])("in the paragraph after one that began with a company's name: %s", (sentence, figure) => {
    const found = read(
      page(
        "CleanSpark (NASDAQ: CLSK) mined 493 bitcoin in September 2024. CleanSpark is in Nevada.",
        "Bitfarms mined 236 bitcoin.",
        sentence,
      ),
    );
    expect(found).toContain(`bitfarms ${figure}`);
  });

  it("an aside about another company ends with its paragraph", () => {
    const found = read(
      page(
        "CleanSpark (NASDAQ: CLSK) mined 493 bitcoin in September 2024.",
        "CleanSpark curtailed less. Its rival Bitfarms did so as well.",
        "It sold 2.5 bitcoin in September.",
      ),
    );
    expect(found).toContain("cleanspark btc_sold 2024-09 2.5");
  });
});

describe("numbers without their unit", () => {
  const OPENING = "Bitfarms Ltd. (NASDAQ: BITF) in September 2024\n\n";

  it.each([
    ["Bitfarms did poorly with bitcoin in September: it mined no more than 236.", "btc_produced 2024-09 236"],
    ["Of its bitcoin 150 were kept, and Bitfarms sold 86, as it said.", "btc_sold 2024-09 86"],
    ["Bitfarms mined 12.5 units of its bitcoin itself.", "btc_produced 2024-09 12.5"],
    ["A Bitfarms extraiu bitcoin em setembro: 236 minerados.", "btc_produced 2024-09 236"],
  ])("%s", (sentence, figure) => {
    expect(read(OPENING + sentence)).toContain(`bitfarms ${figure}`);
  });

  it.each([
    "For its bitcoin mine Bitfarms bought 236 units of hardware.",
    "Bitfarms mines bitcoin in September (12).",
    "Bitfarms raised the power of its bitcoin mine to 394 MW from 236.",
  ])("nothing is counted in coins that is none: %s", (sentence) => {
    expect(read(OPENING + sentence)).toEqual([]);
  });
});

describe("figures that are compared or listed", () => {
  const OPENING = "Bitfarms Ltd. (NASDAQ: BITF) in September 2024\n\n";

  it("what a figure is compared with is of the same metric", () => {
    const found = read(`${OPENING}Bitfarms mined 236 bitcoin in September, slightly more than the 233 bitcoin of August.`);
    expect(found).toEqual(["bitfarms btc_produced 2024-09 236", "bitfarms btc_produced 2024-08 233"]);
  });

  it("of a list of companies each figure is of the same metric", () => {
    const found = read(
      "Riot (NASDAQ: RIOT), Bitfarms and Argo in September 2024\n\nBitfarms and Argo sold 150 and 40 BTC respectively in September.",
    );
    expect(found).toEqual(expect.arrayContaining(["bitfarms btc_sold 2024-09 150", "argo btc_sold 2024-09 40"]));
  });

  it("items with dashes after a note's mark are sentences of their own", () => {
    const found = read(
      `${OPENING}- Bitfarms mined 236 bitcoin in September (1). - Sales rose to 150 bitcoin in September (2). - Power was cheap.`,
    );
    expect(found).toEqual(expect.arrayContaining(["bitfarms btc_produced 2024-09 236", "bitfarms btc_sold 2024-09 150"]));
  });
});

describe("the price of what was sold", () => {
  const prices = [{ month: period("2024-09"), average: 60_000_00 }];
  const figures = (text: string): string[] =>
    readRelease(`Bitfarms Ltd. (NASDAQ: BITF) in September 2024\n\n${text}`, {
      companies: COMPANIES,
      record: { facts: [], prices },
    }).candidates.map(({ metric, plain }) => `${metric} ${plain}`);

  it.each([
    ["Bitfarms sold 100 BTC in September for $6.1 million, $61,000 apiece.", "avg_sale_price_usd 61000"],
    ["Bitfarms sold 100 BTC for $6.1 million at $61,000 on average.", "avg_sale_price_usd 61000"],
  ])("is one near the month's mean, beside words of a price: %s", (text, figure) => {
    expect(figures(text)).toContain(figure);
  });

  it("the proceeds may stand in the paragraph behind the sale", () => {
    expect(figures("Bitfarms sold 100 BTC in September.\n\nAbout $6.1 million came in from it.")).toContain("sale_proceeds_usd 6100000");
  });

  it("a price far from the month's mean is none of a sale", () => {
    expect(figures("Bitfarms sold 100 BTC in September. Mining a coin cost $31,000 on average.")).not.toContain("avg_sale_price_usd 31000");
  });
});

it("a table with a cell and a bar on each line is a table", () => {
  const found = read(
    [
      "Bitfarms Ltd. (NASDAQ: BITF): September 2024 update",
      "|",
      "July |",
      "August |",
      "September |",
      "September |",
      "Total self-mined BTC |",
      "253 |",
      "233 |",
      "236 |",
      "+1% |",
    ].join("\n"),
  );
  expect(found).toEqual(
    expect.arrayContaining(["bitfarms btc_produced 2024-09 236", "bitfarms btc_produced 2024-08 233", "bitfarms btc_produced 2024-07 253"]),
  );
});
