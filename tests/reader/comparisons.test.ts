/** A document compares: what stands beside the time of a comparison is that time's only where it is the figure compared with. */
import { describe, expect, it } from "vitest";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES } from "./samples";

const read = (text: string): string[] =>
  readRelease(text, { companies: COMPANIES }).candidates.map(({ metric, period, plain }) => `${metric} ${period} ${plain}`);

const OPENING = "Riot Platforms, Inc. (NASDAQ: RIOT) has its update for September 2024.\n\n";

describe("the time of a comparison", () => {
  it.each([
    ["Revenue was 12% below August's, and Riot mined 412 bitcoin.", ["btc_produced 2024-09 412"]],
    ["Riot mined 412 bitcoin, slightly above the month before.", ["btc_produced 2024-09 412"]],
    ["Riot mined 412 bitcoin (in August 322 bitcoin).", ["btc_produced 2024-09 412", "btc_produced 2024-08 322"]],
    ["Riot mined 412 bitcoin (August 322).", ["btc_produced 2024-09 412", "btc_produced 2024-08 322"]],
    [
      "• Bitcoin mined: 412 (prev. 322)\n• Bitcoin held: 10,427 (prev. 10,019)",
      ["btc_produced 2024-09 412", "btc_produced 2024-08 322", "btc_held 2024-08 10019"],
    ],
    [
      "Riot mined 412 bitcoin in September, where August had brought 322 bitcoin.",
      ["btc_produced 2024-09 412", "btc_produced 2024-08 322"],
    ],
    [
      "At 412 bitcoin Riot mined 28% more than in August, when it mined 322 bitcoin.",
      ["btc_produced 2024-09 412", "btc_produced 2024-08 322"],
    ],
    [
      "At 412 bitcoin output was up 28% from August, when Riot's own machines brought in 322 bitcoin.",
      ["btc_produced 2024-09 412", "btc_produced 2024-08 322"],
    ],
    [
      "Riot mined 412 bitcoin in September after 322 in August, selling 375.",
      ["btc_produced 2024-09 412", "btc_produced 2024-08 322", "btc_sold 2024-09 375"],
    ],
    ["Production was 28% above August's 322 bitcoin.", ["btc_produced 2024-08 322"]],
    [
      "Riot mined 412 bitcoin in September 2024, 14% above the 362 bitcoin of September 2023 and 28% more than the 322 it had mined in August. It sold 375 bitcoin in the month.",
      ["btc_produced 2024-09 412", "btc_produced 2023-09 362", "btc_produced 2024-08 322", "btc_sold 2024-09 375"],
    ],
    [
      "Riot mined 412 bitcoin, 28% more than the month before, which brings its holdings to 10,427 bitcoin.",
      ["btc_produced 2024-09 412", "btc_held 2024-09 10427"],
    ],
    [
      "During September, Riot mined 412 bitcoin, or 13.7 per day, compared with 322 bitcoin, or 10.4 per day, during August.",
      ["btc_produced 2024-09 412", "btc_produced 2024-08 322"],
    ],
    ["Riot mined 412 bitcoin – nearly double August's 222 bitcoin.", ["btc_produced 2024-09 412", "btc_produced 2024-08 222"]],
    ["Riot mined 412 bitcoin, more than in August, when it rose to 322 bitcoin.", ["btc_produced 2024-09 412", "btc_produced 2024-08 322"]],
    [
      "Riot minó 412 bitcoins, más que en agosto, cuando llegó a los 322 bitcoins.",
      ["btc_produced 2024-09 412", "btc_produced 2024-08 322"],
    ],
    ["Im Vergleich zu 322 im August wurden 412 Bitcoin produziert.", ["btc_produced 2024-09 412", "btc_produced 2024-08 322"]],
    ["Output fell by a tenth to 412 bitcoin, mainly because of the halving in April.", ["btc_produced 2024-09 412"]],
    ["9月に412ビットコインを採掘した。8月から28%の増加だ。", ["btc_produced 2024-09 412"]],
    ["Riot mined 412 bitcoin last month, which brings the total for 2024 to 3,500.", ["btc_produced 2024-09 412"]],
    ["Output in the month was 20% above the previous year's: Riot mined 412 bitcoin.", ["btc_produced 2024-09 412"]],
    ["Riot mined 412 bitcoin, 28% up on August, and sold 300 bitcoin.", ["btc_produced 2024-09 412", "btc_sold 2024-09 300"]],
    ["Die Erlöse lagen 12% unter dem August, und Riot hat 412 Bitcoin gemint.", ["btc_produced 2024-09 412"]],
    ["Un 12% por debajo de agosto, Riot minó 412 bitcoins.", ["btc_produced 2024-09 412"]],
    ["9月の生産量は8月より多く、412ビットコインを採掘した。", ["btc_produced 2024-09 412"]],
  ])("%s", (text, figures) => {
    expect(read(OPENING + text)).toEqual(expect.arrayContaining(figures));
    expect(read(OPENING + text).filter((one) => one.startsWith("btc_produced"))).toHaveLength(
      figures.filter((one) => one.startsWith("btc_produced")).length,
    );
  });
});

describe("a figure in brackets behind its time is the same of that time", () => {
  it.each([
    [
      "Riot had 412 bitcoin of production (Aug: 322; Mar: 425).",
      ["btc_produced 2024-09 412", "btc_produced 2024-08 322", "btc_produced 2024-03 425"],
    ],
    ["→ Mined: 412 BTC (August 2024, revised†: 322 BTC)", ["btc_produced 2024-09 412", "btc_produced 2024-08 322"]],
    [
      "Now September:\n\n→ dug up 412 coins (Aug: 322)\n→ let go of 300 coins",
      ["btc_produced 2024-09 412", "btc_produced 2024-08 322", "btc_sold 2024-09 300"],
    ],
    ["Let go: 300 coins for $18m, at $60,100 a coin (August: 210).", ["btc_sold 2024-09 300", "btc_sold 2024-08 210"]],
    ["Reserve when September closed: 10,427 (vs 10,019 when August closed).", ["btc_held 2024-09 10427", "btc_held 2024-08 10019"]],
    [
      "Riot mined 412 bitcoin in September, versus 322 in August and 362 in September a year earlier.",
      ["btc_produced 2024-09 412", "btc_produced 2024-08 322", "btc_produced 2023-09 362"],
    ],
    ["In the same month of 2023, when the weather was hotter, output was 362 bitcoin.", ["btc_produced 2023-09 362"]],
    [
      "The stack grew to 10,427 BTC in September; on August 31 it had been 10,019 BTC.",
      ["btc_held 2024-09 10427", "btc_held 2024-08 10019"],
    ],
    [
      "By September 30 the treasury had 10,427 BTC, from 7,362 BTC when the year began.",
      ["btc_held 2024-09 10427", "btc_held 2023-12 7362"],
    ],
    ["Since the year began, Riot has mined 3,500 bitcoin.", ["btc_produced 2024-01/2024-09 3500"]],
    ["From July to September it mined 1,104 bitcoin.", ["btc_produced 2024-Q3 1104"]],
    ["A principios de año tenía 7.362 BTC y en septiembre produjo 412 BTC.", ["btc_held 2023-12 7362", "btc_produced 2024-09 412"]],
  ])("%s", (text, figures) => {
    expect(read(OPENING + text)).toEqual(expect.arrayContaining(figures));
  });

  it("but not what is expected for it, costs or is counted in hashes", () => {
    const text = "Riot mined 412 bitcoin (guidance: 450), at 28 EH/s (August: 23.5), for $35,376 a coin (August: 33,100).";
    expect(read(OPENING + text).filter((one) => one.startsWith("btc_"))).toEqual(["btc_produced 2024-09 412"]);
  });

  it("a quarter's figure in brackets behind the quarter before or the one of the prior year", () => {
    const text =
      "Riot Platforms, Inc. (NASDAQ: RIOT): results of the third quarter of 2024\n\nIn the quarter 1,104 bitcoin were mined (prior-year quarter: 1,106; preceding quarter: 844).";
    expect(read(text)).toEqual(
      expect.arrayContaining(["btc_produced 2024-Q3 1104", "btc_produced 2023-Q3 1106", "btc_produced 2024-Q2 844"]),
    );
  });

  it("a quarter of another year that is only compared with is not the one that is told of next", () => {
    const text =
      "Riot Platforms, Inc. (NASDAQ: RIOT): results of the quarter ended September 30, 2024\n\nIn the third quarter of 2023 it was hotter. None of the bitcoin was sold during the quarter. Its reserve had 10,427 bitcoin at quarter-end.";
    expect(read(text)).toEqual(expect.arrayContaining(["btc_sold 2024-Q3 0", "btc_held 2024-09 10427"]));
  });
});

describe("a figure and the time or the words that belong to it", () => {
  it.each([
    [
      "En septiembre produjo 412 bitcoins, más que los 362 BTC que la empresa dijo haber minado en septiembre de 2023.",
      ["btc_produced 2024-09 412", "btc_produced 2023-09 362"],
    ],
    ["Riot had $355 million in cash and 10,427 bitcoin on September 30.", ["btc_held 2024-09 10427"]],
    [
      "Em setembro produziu 412 bitcoins; 10.427 BTC restantes ficam no balanço da empresa.",
      ["btc_produced 2024-09 412", "btc_held 2024-09 10427"],
    ],
    ["保有量は9月末に10,427BTCとなり、前年の7,327BTCから増えた。", ["btc_held 2024-09 10427", "btc_held 2023-09 7327"]],
  ])("%s", (text, figures) => {
    expect(read(OPENING + text)).toEqual(expect.arrayContaining(figures));
  });

  it("a change from month to month is of a month, in a page about a quarter too", () => {
    const text =
      "Riot Platforms, Inc. (NASDAQ: RIOT): third quarter and September 2024\n\nIts production reached a high of 412 BTC, up 28% month-over-month. In the three months ended September 30, 2024, it mined 1,104 BTC.";
    const found = read(text);
    expect(found).toEqual(expect.arrayContaining(["btc_produced 2024-09 412", "btc_produced 2024-Q3 1104"]));
    expect(found).not.toContain("btc_produced 2024-Q3 412");
  });

  it("more than in a month is not of that month", () => {
    expect(read(`${OPENING}Riot minó 412 bitcoins, más que en agosto.`)).not.toContain("btc_produced 2024-08 412");
  });
});

describe("a figure of what was told before, or whose words stand between it and its coins", () => {
  it.each([
    ["Its machines yielded 412 BTC in September. In the last quarter of 2023, that number was 1,180 BTC.", ["btc_produced 2023-Q4 1180"]],
    ["Riot had 412 freshly mined bitcoin in September on 20.1 EH/s of realized hash rate.", ["btc_produced 2024-09 412"]],
    ["Riot had 10,427 self-mined bitcoin in custody on September 30.", ["btc_held 2024-09 10427"]],
    ["Riot shed 300 bitcoin in September, which left it 10,427 BTC.", ["btc_sold 2024-09 300", "btc_held 2024-09 10427"]],
    ["300 coins were sold, and the total stood at 10,427 at month-end.", ["btc_sold 2024-09 300", "btc_held 2024-09 10427"]],
    ["截至9月30日，Riot持币10,427枚比特币，较去年底的7,362枚增加。", ["btc_held 2024-09 10427", "btc_held 2023-12 7362"]],
    ["Riot随挖随卖，9月末仅余462枚比特币。", ["btc_held 2024-09 462"]],
    ["截至9月30日,Riot持有比特币10,427枚,8月末为10,019枚。", ["btc_held 2024-09 10427", "btc_held 2024-08 10019"]],
    ["今年前九个月,Riot累计产出3,620枚比特币。", ["btc_produced 2024-01/2024-09 3620"]],
    ["Riot's stack shrank to 10,019 BTC, from 10,427.", ["btc_held 2024-09 10019", "btc_held 2024-08 10427"]],
    ["Riot holds 10,427 BTC, up from a mere 10,019.", ["btc_held 2024-09 10427", "btc_held 2024-08 10019"]],
    ["Riot mined 412 bitcoin in September, an improvement on August's 322.", ["btc_produced 2024-09 412", "btc_produced 2024-08 322"]],
    [
      "In the third quarter Riot mined 1,104 bitcoin, versus 844 in the second, as it grew.",
      ["btc_produced 2024-Q3 1104", "btc_produced 2024-Q2 844"],
    ],
    ["Riot sold 900 BTC in the quarter for around $56 million, 300 of them in September.", ["btc_sold 2024-09 300"]],
    ["What's left, 462 BTC at the end of the month, is little.", ["btc_held 2024-09 462"]],
    ["What's left, 462 BTC, is little beside the 2,000-odd coins of last winter.", ["btc_held 2024-09 462"]],
    ["Riot mined 412 bitcoin in September (322 in August).", ["btc_produced 2024-09 412", "btc_produced 2024-08 322"]],
    ["Riot mined 1,104 bitcoin in the third quarter (844 in the second).", ["btc_produced 2024-Q3 1104", "btc_produced 2024-Q2 844"]],
    ["The third quarter, July to September 2024, brought in 1,104 bitcoin.", ["btc_produced 2024-Q3 1104"]],
    ["Riot mined 412 BTC, nearly matching August's 425.", ["btc_produced 2024-09 412", "btc_produced 2024-08 425"]],
    ["Riot mined 412 BTC, and 300 of them turned into $18.6 million.", ["btc_produced 2024-09 412", "btc_sold 2024-09 300"]],
    ["Riot sold 300 BTC so its balance improved to 10,427 BTC.", ["btc_sold 2024-09 300", "btc_held 2024-09 10427"]],
    ["Riot kept 10,427 BTC after selling 300 BTC in September.", ["btc_sold 2024-09 300", "btc_held 2024-09 10427"]],
    ["Riot 9月卖出300枚比特币，回笼1,800万美元。", ["btc_sold 2024-09 300", "sale_proceeds_usd 2024-09 18000000"]],
    ["Riot is down to its last 462 coins.", ["btc_held 2024-09 462"]],
    ["Riot sold 300 bitcoin. What's left: 10,427.", ["btc_held 2024-09 10427"]],
    ["Riot ended at 10,427, of which 300 bitcoin were bought.", ["btc_held 2024-09 10427"]],
    ["The shares fell on low margins.At the same time, mining came in at 412 bitcoins.", ["btc_produced 2024-09 412"]],
  ])("%s", (text, figures) => {
    expect(read(OPENING + text)).toEqual(expect.arrayContaining(figures));
  });

  it("is not one per day, in dollars or of shares", () => {
    const text = "Riot averaged 13 self-mined bitcoins per day. The shares ended at 12.10, what's left: $412 million.";
    expect(read(OPENING + text).filter((one) => one.startsWith("btc_"))).toEqual([]);
  });
});

describe("a month of the year before", () => {
  it.each([
    "Riot mined 412 bitcoin in September, against 362 bitcoin in September last year.",
    "Riot mined 412 bitcoin in September, compared with 362 bitcoin in September of the previous year.",
    "Riot hat im September 412 Bitcoin gemint, gegenüber 362 Bitcoin im September des Vorjahres.",
    "Riot minó 412 bitcoins en septiembre, frente a 362 bitcoins en septiembre del año pasado.",
    "Riot a miné 412 bitcoins en septembre, contre 362 bitcoins en septembre de l’année dernière.",
    "Riot在9月挖出412枚比特币，去年9月挖出362枚比特币。",
  ])("%s", (text) => {
    const found = read(OPENING + text);
    expect(found).toContain("btc_produced 2024-09 412");
    expect(found).toContain("btc_produced 2023-09 362");
  });
});

describe("the month that a document is about", () => {
  it("is after the one that it compares with", () => {
    const found = read("Riot's January: 508 bitcoin mined\n\nRiot mined 508 bitcoin in January, 18% below December 2023.");
    expect(found).toContain("btc_produced 2024-01 508");
  });

  it("is not the one in brackets behind a year ago", () => {
    const text =
      "Argo Blockchain: July update. August 6, 2024.\n\n• Output 48 BTC. A year ago (July 2023) it was 129, in cooler weather.\n• Sold 40 BTC.";
    expect(read(text)).toEqual(expect.arrayContaining(["btc_produced 2024-07 48", "btc_produced 2023-07 129", "btc_sold 2024-07 40"]));
  });

  it("is not dated by what another month is compared with", () => {
    const found = read(
      "Riot's record\n\nRiot mined 619 bitcoin in December 2023, 17% more than in December 2022. The next halving is in April.",
    );
    expect(found).toContain("btc_produced 2023-12 619");
  });

  it("is the one before that of the address, not that of the day of a copy", () => {
    const text = "Riot has mined less\n\nIn June Riot mined 421 bitcoin. In June it was hot.";
    expect(read(`https://example.org/2022/07/riot-mined-less\n\n${text}`)).toContain("btc_produced 2022-06 421");
  });
});

describe("the year up to a month", () => {
  it.each([
    "Year-to-date through September 12, 2024, Riot mined 3,500 bitcoin.",
    "Riot mined 3,500 bitcoin in 2023, as of September 30, 2024.",
  ])("is no month's up to a day inside it, nor another year's: %s", (text) => {
    expect(read(OPENING + text)).not.toContain("btc_produced 2024-01/2024-09 3500");
  });

  it.each([
    "Year-to-date through September 30, 2024, Riot mined 3,500 bitcoin.",
    "Riot mined 3,500 bitcoin in 2024 through the end of September.",
    "Riot mined 3,500 bitcoin in 2024 to end of September.",
    "Riot mined 3,500 bitcoin year-to-date as of September 30.",
  ])("%s", (text) => {
    expect(read(OPENING + text)).toContain("btc_produced 2024-01/2024-09 3500");
  });
});

describe("the same quarter a year before", () => {
  it.each([
    "Argo mined 491 bitcoin, compared to 403 bitcoin in the prior-year period.",
    "Argo mined 491 bitcoin in the second quarter, versus 403 in the year-ago quarter.",
    "Argo mined 491 bitcoin in the quarter, a gain of 22% from 403 in the year-earlier quarter.",
    "In the quarter Argo mined 491 bitcoin, against 403 bitcoin in the comparable period.",
    "Argo mined 491 bitcoin in Q2, up from 403 bitcoin in the previous year's quarter.",
  ])("%s", (sentence) => {
    const found = read(`Argo Blockchain plc (NASDAQ: ARBK) reports for Q2 2023\n\n${sentence}`);
    expect(found).toEqual(["btc_produced 2023-Q2 491", "btc_produced 2022-Q2 403"]);
  });
});

describe("a time that another one measures", () => {
  const quarter = (sentence: string): string[] => read(`Argo Blockchain plc (NASDAQ: ARBK) reports for Q2 2023\n\n${sentence}`);

  it.each([
    "Argo mined 491 bitcoin, 20% over the 409 bitcoin of the preceding three months.",
    "Argo mined 491 bitcoin in the quarter, up from 409 bitcoin in the three months before.",
    "Argo mined 491 bitcoin in the second quarter; in the three months up to the end of March it was 409.",
    "Argo mined 491 bitcoin in the quarter to June, after 409 in the quarter to March.",
  ])("is the quarter before: %s", (sentence) => {
    expect(quarter(sentence)).toEqual(["btc_produced 2023-Q2 491", "btc_produced 2023-Q1 409"]);
  });

  it("is as long a part of the year before", () => {
    const found = read(`${OPENING}So far this year Riot has mined 3,500 bitcoin, below the 4,600 bitcoin of the same nine months of 2023.`);
    expect(found).toEqual(["btc_produced 2024-01/2024-09 3500", "btc_produced 2023-01/2023-09 4600"]);
  });

  it("is the same month a year before", () => {
    for (const ago of ["Un año antes, la firma poseía 7.327 BTC", "Twelve months earlier it held 7,327 BTC"]) {
      const found = read(`${OPENING}Riot minó 412 bitcoins. ${ago}.`);
      expect(found).toEqual(expect.arrayContaining(["btc_produced 2024-09 412", "btc_held 2023-09 7327"]));
    }
  });
});

describe("what the words before are carried on to", () => {
  it("is counted as they count", () => {
    const found = read(`${OPENING}Riot's machines brought in 412 bitcoin in September; in the warmer month of August it had been 322.`);
    expect(found).toEqual(["btc_produced 2024-09 412", "btc_produced 2024-08 322"]);
  });

  it("is of the size of what they count", () => {
    const found = read(`${OPENING}Riot held 10,427 bitcoin. In August it was 28 degrees hotter.`);
    expect(found).toEqual(["btc_held 2024-09 10427"]);
  });
});

it("millions of dollars go on behind the full stop of their short form", () => {
  const found = read(`${OPENING}Riot verkaufte im September 412 Bitcoin für 24,8 Mio. US-Dollar.`);
  expect(found).toContain("sale_proceeds_usd 2024-09 24800000");
});

describe("what a figure moved from, without a time", () => {
  it.each([
    "Holdings climbed to 10,427 bitcoin at the end of the month from 10,019 bitcoin.",
    "Holdings climbed to 10,427 bitcoin, worth $660 million, from 10,019 bitcoin.",
    "Holdings climbed to 10,427 bitcoin at month-end, of which none are pledged, from 10,019 bitcoin.",
  ])("is of the month before: %s", (sentence) => {
    expect(read(OPENING + sentence)).toEqual(expect.arrayContaining(["btc_held 2024-09 10427", "btc_held 2024-08 10019"]));
  });

  it("is of no month where it moved to the end of a year", () => {
    expect(read(`${OPENING}Holdings climbed to 10,427 bitcoin at the end of 2023, from 6,974 bitcoin.`)).not.toContain(
      "btc_held 2024-08 6974",
    );
  });
});

describe("a report on a year", () => {
  const page = `Argo Blockchain plc (NASDAQ: ARBK) reports for the year 2023

In 2023 Argo mined 1,760 bitcoin.`;

  it("has, where it speaks of a quarter, the later of two", () => {
    const found = read(
      `${page}\n\nIn the three months to December its sites mined 388 bitcoin, after 371 in the quarter to September. It sold 406 bitcoin in the quarter.`,
    );
    expect(found).toEqual(
      expect.arrayContaining(["btc_produced 2023 1760", "btc_produced 2023-Q4 388", "btc_produced 2023-Q3 371", "btc_sold 2023-Q4 406"]),
    );
  });
});

const namedIn = (text: string): string[] =>
  readRelease(text, { companies: COMPANIES, publishedOn: "2024-06-12" }).candidates.map(
    ({ company, metric, period, plain }) => `${company} ${metric} ${period} ${plain}`,
  );

it("a month in brackets has the year of its own sentence, not of other brackets", () => {
  const found = namedIn("Bitfarms mined 156 BTC in May 2024 (April: 269; May 2023: 459) and sold 136 BTC (April: 239).");
  expect(found).toEqual(expect.arrayContaining(["bitfarms btc_produced 2023-05 459", "bitfarms btc_sold 2024-04 239"]));
});

describe("what a figure came after", () => {
  it.each([
    ["TeraWulf mined 186 bitcoin after 348.", "terawulf btc_produced 2024-05 186; terawulf btc_produced 2024-04 348"],
    ["Argo\n198 mined, after about 204.", "argo btc_produced 2024-05 198; argo btc_produced 2024-04 204"],
    ["TeraWulf schürfte 186 Bitcoin nach 348.", "terawulf btc_produced 2024-05 186; terawulf btc_produced 2024-04 348"],
  ])("is the month's before: %s", (sentence, figures) => {
    expect(namedIn(`Miners in May 2024\n\n${sentence}`)).toEqual(expect.arrayContaining(figures.split("; ")));
  });

  it("has a time of its own if one follows, and is none where days passed", () => {
    expect(namedIn("Miners in May 2024\n\nTeraWulf mined 186 bitcoin, after 371 in March.")).toContain("terawulf btc_produced 2024-03 371");
    expect(namedIn("Miners in May 2024\n\nTeraWulf mined 186 bitcoin after 20 days of repairs.")).not.toContain(
      "terawulf btc_produced 2024-04 20",
    );
  });
});
