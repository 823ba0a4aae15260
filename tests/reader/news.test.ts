/** How news are written: companies that are only called "it", numbers without their unit, figures in lists, prices of sales, all in sentences that no sample has. */
import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { period } from "@/domain/values/period";
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

  it("dollars “worth of bitcoin” that were sold are proceeds; that were bought or are held, none", () => {
    expect(figures("Bitfarms sold $6.1 million worth of bitcoin.")).toEqual(["sale_proceeds_usd 6100000"]);
    expect(figures("Bitfarms bought $6.1 million worth of bitcoin and holds $80 million worth of bitcoin.")).toEqual([]);
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

it("a table with a bar behind each cell keeps its dashes, and a change told as “12 months/12 months” is none of its times", () => {
  const found = read(
    [
      "Bitfarms Ltd. (NASDAQ: BITF): September 2024 update",
      "",
      ...["Metric |", "September 2024 |", "August 2024 |", "September 2023 |", "Month/Month |", "12 months/12 months |", "||||"],
      ...["BTC earned |", "236 |", "233 |", "411 |", "1 % |", "-43 % |", "||||"],
      ...["BTC sold |", "– |", "– |", "362 |", "N/A |", "N/A |", "||||"],
    ].join("\n"),
  );
  for (const figure of ["produced 2024-09 236", "produced 2024-08 233", "produced 2023-09 411"])
    expect(found).toContain(`bitfarms btc_${figure}`);
  expect(found).toEqual(expect.arrayContaining(["bitfarms btc_sold 2024-09 0", "bitfarms btc_sold 2023-09 362"]));
  expect(found).not.toContain("bitfarms btc_sold 2024-09 362");
});

describe("a figure and its time", () => {
  it.each([
    ["Bitfarms mined 263 bitcoin, worth $16.1 million, in August and 251 bitcoin worth $15.2 million in September."],
    ["Bitfarms produjo 263 bitcoins por un valor de 16,1 millones de dólares en agosto y 251 bitcoins en septiembre."],
    ["Bitfarms schürfte 263 Bitcoin im Wert von 16,1 Millionen Dollar im August und 251 Bitcoin im September."],
  ])("may have what it is worth between them: %s", (sentence) => {
    const found = read(`Bitfarms Ltd. (NASDAQ: BITF), September 2024\n\n${sentence}`);
    expect(found).toEqual(expect.arrayContaining(["bitfarms btc_produced 2024-08 263", "bitfarms btc_produced 2024-09 251"]));
  });

  it("may have another coin's between them", () => {
    const found = read("Bitfarms Ltd. (NASDAQ: BITF)\n\nHoldings grew to 1,410 BTC and 2,200 ETH by the end of August 2024.");
    expect(found).toContain("bitfarms btc_held 2024-08 1410");
  });

  it.each([
    ["In 2024 it mined 2,410 bitcoin so quickly that nobody else did.", "2024-01/2024-09 2410"],
    ["It mined 2,410 bitcoin for itself and 310 bitcoin for customers in 2023.", "2023 2410"],
    ["En 2023 la empresa minó 2.410 bitcoins.", "2023 2410"],
    ["Im Jahr 2023 schürfte das Unternehmen 2.410 Bitcoin.", "2023 2410"],
  ])(
    "a year that stands at its sentence's beginning or end is its own, up to the document's month where it has not ended: %s",
    (sentence, figure) => {
      const found = readRelease(`Bitfarms Ltd. (NASDAQ: BITF), September 2024\n\n${sentence}`, { companies: COMPANIES });
      expect(found.candidates.map(({ period: of, plain }) => `${of} ${plain}`)).toContain(figure);
    },
  );

  it("a year is whole where the document's month is only guessed", () => {
    const text =
      "Bitfarms Ltd. (NASDAQ: BITF) opened a site in January. With it the company mined 2,410 bitcoin in 2023, more than others did.";
    const found = readRelease(text, { companies: COMPANIES }).candidates;
    expect(found.map(({ period: of, plain }) => `${of} ${plain}`)).toContain("2023 2410");
  });

  it("what stands in brackets beside it is compared with, and tells the year", () => {
    const found = readRelease(
      "Bitfarms Ltd. (NASDAQ: BITF) has its update for May.\nIn May it mined 266 bitcoin, in April 263. Revenue in May was $7.1 million (April 2021: $8.4 million).",
      { companies: COMPANIES },
    ).candidates.map(({ period: of, plain }) => `${of} ${plain}`);
    expect(found).toEqual(expect.arrayContaining(["2021-05 266", "2021-04 263"]));
  });

  it.each([
    "Between April and June it mined 803 bitcoin.",
    "It mined 803 bitcoin between April and June.",
    "Zwischen April und Juni schürfte das Unternehmen 803 Bitcoin.",
    "Entre abril y junio la empresa minó 803 bitcoins.",
  ])("two months may be the ends of a stretch: %s", (sentence) => {
    expect(read(`Bitfarms Ltd. (NASDAQ: BITF), September 2024\n\n${sentence}`)).toContain("bitfarms btc_produced 2024-Q2 803");
  });

  it.each([
    ["Over the last four months it mined 1,003 bitcoin.", "btc_produced 2024-06/2024-09 1003"],
    ["It mined 1,003 bitcoin over the last four months.", "btc_produced 2024-06/2024-09 1003"],
    ["It mined 741 bitcoin quarter-to-date.", "btc_produced 2024-Q3 741"],
    ["This year the company has mined 2,410 bitcoin.", "btc_produced 2024-01/2024-09 2410"],
    ["Between October 2023 and September 2024 it mined 3,902 bitcoin.", "btc_produced 2023-10/2024-09 3902"],
    ["It mined 3,902 bitcoin during the fiscal year from October 1, 2023, to September 30, 2024.", "btc_produced 2023-10/2024-09 3902"],
    ["It holds 1,147 bitcoin ($72 million), up from 804 bitcoin ($34 million) at December 31, 2023.", "btc_held 2023-12 804"],
    ["9月30日時点の保有量は1,147BTC(前月比+44)。", "btc_held 2024-09 1147"],
    ["截至2023 年底,公司持有804枚比特币。", "btc_held 2023-12 804"],
    ["De inicio a fin fue un gran mes: en lo que va del año minó 2.410 bitcoins.", "btc_produced 2024-01/2024-09 2410"],
    ["Holdings grew 98% year-over-year to 1,147 BTC, up from 579 BTC.", "btc_held 2023-09 579"],
    ["지난 8월 263개의 비트코인을 생산했지만 9월에는 251개의 비트코인을 생산했다.", "btc_produced 2024-08 263"],
    ["Da inizio anno ha estratto 2410 bitcoin.", "btc_produced 2024-01/2024-09 2410"],
    ["Bisher in diesem Jahr schürfte das Unternehmen 2410 Bitcoin.", "btc_produced 2024-01/2024-09 2410"],
  ])("may be a stretch of months, or the day behind what it is worth: %s", (sentence, figure) => {
    expect(read(`Bitfarms Ltd. (NASDAQ: BITF), September 2024\n\n${sentence}`)).toContain(`bitfarms ${figure}`);
  });

  it("months in a row have a figure each, though a sum is told", () => {
    const found = read("Bitfarms Ltd. (NASDAQ: BITF), September 2024\n\nIt mined 253 and 233 bitcoin in July and August, 486 in total.");
    expect(found).toEqual(expect.arrayContaining(["bitfarms btc_produced 2024-07 253", "bitfarms btc_produced 2024-08 233"]));
  });

  it("dollars are those of the sale in their sentence, of their time", () => {
    const found = read(
      "Bitfarms Ltd. (NASDAQ: BITF), September 2024\n\nBitfarms sold 200 bitcoin in September for $12.1 million. It had sold 190 bitcoin in July for $11.9 million.",
    );
    expect(found).toEqual(
      expect.arrayContaining(["bitfarms sale_proceeds_usd 2024-09 12100000", "bitfarms sale_proceeds_usd 2024-07 11900000"]),
    );
  });

  it.each(["previous month: 263 BTC", "prior month = 263 BTC"])("a time of a comparison that names a figure is its own: (%s)", (aside) => {
    const found = read(`Bitfarms Ltd. (NASDAQ: BITF), September 2024\n\n- Bitcoin mined: 251 BTC (${aside})`);
    expect(found).toEqual(expect.arrayContaining(["bitfarms btc_produced 2024-09 251", "bitfarms btc_produced 2024-08 263"]));
  });

  it("a month without its year is the one nearest to the dated month before it in its sentence", () => {
    const found = read(
      "Bitfarms Ltd. (NASDAQ: BITF)\n\nBitfarms sold 120 bitcoin in July 2024 at $60,010 each, followed by 95 bitcoin in August.",
    );
    expect(found).toEqual(expect.arrayContaining(["bitfarms btc_sold 2024-07 120", "bitfarms btc_sold 2024-08 95"]));
  });
});

describe("a report of a year", () => {
  const figures = (text: string): string[] =>
    readRelease(text, { companies: COMPANIES }).candidates.map(({ metric, period: of, plain }) => `${metric} ${of} ${plain}`);

  it.each([
    ["Bitfarms posted revenue of $193 million for 2024. It mined 2,914 bitcoin.", "btc_produced 2024 2914"],
    ["Bitfarms: results for the year ended 31 December 2024\n\nThe company mined 2,914 bitcoin.", "btc_produced 2024 2914"],
    ["IREN: record FY-2025 results\n\nIREN mined 5,499 bitcoin.", "btc_produced 2024-07/2025-06 5499"],
  ])("is known by the year in its first words where these name no month: %s", (text, figure) => {
    expect(figures(text)).toContain(figure);
  });

  it("is none where the year had not ended when it came out", () => {
    const found = readRelease("Bitfarms changed its plans for 2024.\n\nIt holds 1,147 bitcoin.", {
      companies: COMPANIES,
      publishedOn: "2024-10-02",
    });
    expect(found.candidates.map(({ period: of }) => of)).toEqual(["2024-09"]);
  });

  it("of a company whose own year ends within the calendar's is of its own", () => {
    const found = readRelease("DMG Blockchain Solutions\n\nDMG mined 502.5 bitcoin in the full year 2024.", {
      companies: COMPANIES,
      publishedOn: "2024-12-18",
    });
    expect(found.candidates.map(({ period: of }) => of)).toEqual(["2023-10/2024-09"]);
  });
});

describe("reports of a quarter", () => {
  const readOn = (day: string, text: string): string[] =>
    readRelease(text, { companies: COMPANIES, publishedOn: day }).candidates.map(
      ({ metric, period: of, plain }) => `${metric} ${of} ${plain}`,
    );

  it.each<[string, string, string[]]>([
    [
      "2024-05-09",
      "Riot Platforms in the first quarter of 2024\nDuring the quarter Riot mined 1,311 bitcoin, against 2,045 in the corresponding quarter last year. At quarter-end it held 9,011 bitcoin.",
      ["btc_produced 2024-Q1 1311", "btc_produced 2023-Q1 2045", "btc_held 2024-03 9011"],
    ],
    ["2024-05-09", "Riot Platforms mined 1,311 bitcoin in the first three months of the year.", ["btc_produced 2024-Q1 1311"]],
    ["2024-05-09", "Riot Platforms mined 1,311 bitcoin from January through March 2024.", ["btc_produced 2024-Q1 1311"]],
    ["2024-05-09", "Riot Platforms said that it mined 1,311 bitcoin for the quarter.", ["btc_produced 2024-Q1 1311"]],
    [
      "2024-02-20",
      "Riot Platforms mined 6,510 bitcoin in all of 2023, more than the 5,470 bitcoin of 2022.",
      ["btc_produced 2023 6510", "btc_produced 2022 5470"],
    ],
    ["2024-02-20", "Riot Platforms finished 2023 with 7,290 bitcoin.", ["btc_held 2023-12 7290"]],
    ["2024-02-14", "HIVE Digital mined 812 bitcoin in the third quarter.", ["btc_produced 2023-Q4 812"]],
    [
      "2024-05-09",
      "TeraWulf\nMetrics | Three months ended Q1 2024 | Three months ended Q1 2023\nBitcoin self-mined | 1,031 | 519",
      ["btc_produced 2024-Q1 1031", "btc_produced 2023-Q1 519"],
    ],
  ])("%s: %s", (day, text, figures) => {
    expect(readOn(day, text)).toEqual(expect.arrayContaining(figures));
  });
});

describe("several figures in one sentence", () => {
  it.each<[string, string[]]>([
    [
      "Em setembro a Riot produziu 412 BTC, vendeu 300 BTC e encerrou o mês com 10.310 BTC em caixa.",
      ["btc_produced 2024-09 412", "btc_sold 2024-09 300", "btc_held 2024-09 10310"],
    ],
    ["라이엇은 9월 412 BTC를 채굴하고 300 BTC를 매도했다.", ["btc_produced 2024-09 412", "btc_sold 2024-09 300"]],
    ["ライオットは9月に412BTCを採掘し、保有量は10,310BTCに達した。", ["btc_produced 2024-09 412", "btc_held 2024-09 10310"]],
    [
      "Riot mined 412 bitcoin in September 2024 (August: 322; September 2023: 362), sold 300 and held 10,310.",
      ["btc_produced 2024-09 412", "btc_produced 2024-08 322", "btc_produced 2023-09 362", "btc_sold 2024-09 300"],
    ],
    ["Riot held 10,310 bitcoin at September's end, above 10,000 bitcoin for the first time.", ["btc_held 2024-09 10310"]],
  ])("each is what its own words say: %s", (sentence, figures) => {
    const found = read(`Riot Platforms, September 2024\n\n${sentence}`);
    expect(found).toEqual(expect.arrayContaining(figures.map((figure) => `riot ${figure}`)));
  });
});

describe("a month without its year", () => {
  it("is the next one where the record ends with the month before", () => {
    const { candidates } = readRelease("Riot Platforms in September\n\nRiot Platforms mined 412 bitcoin in September.", {
      companies: COMPANIES,
      record: RECORD,
      recordBefore: "2024-09",
    });
    expect(candidates.map(({ metric, period: of, plain }) => `${metric} ${of} ${plain}`)).toEqual(["btc_produced 2024-09 412"]);
  });

  it("is the first after the record's end that has its name, where nothing else tells, and is certain of nothing", () => {
    const { candidates } = readRelease("Canaan\n\nIn June Canaan mined 90 bitcoin, more than in May.", {
      companies: COMPANIES,
      record: RECORD,
      recordBefore: "2022-02",
    });
    expect(candidates.map(({ period: of, confidence }) => `${of} ${confidence}`)).toEqual(["2022-06 low"]);
  });

  it("is the one after the record's last where the page names no time at all, if its amounts are like the record's", () => {
    const of = (text: string): string[] =>
      readRelease(text, { companies: COMPANIES, record: RECORD, recordBefore: "2024-09" }).candidates.map(
        ({ metric, period: when, confidence }) => `${metric} ${when} ${confidence}`,
      );
    expect(of("Riot Platforms\n\nRiot Platforms now holds 10,400 bitcoin.")).toEqual(["btc_held 2024-09 low"]);
    expect(of("Riot Platforms\n\nRiot Platforms now holds 40,400 bitcoin.")).toEqual([]);
  });

  it.each(["As of June 30 Riot held 9,334 bitcoin.", "In the second quarter Riot mined 844 bitcoin."])(
    "may be told by a month's end or a quarter: %s",
    (sentence) => {
      const { candidates } = readRelease(`Riot Platforms\n\n${sentence}`, {
        companies: COMPANIES,
        record: RECORD,
        recordBefore: "2024-04",
      });
      expect(candidates.map(({ period: of }) => of)).toEqual([sentence.includes("quarter") ? "2024-Q2" : "2024-06"]);
    },
  );
});

describe("a figure whose month nobody names", () => {
  const confidence = (text: string): string[] =>
    readRelease(text, { companies: COMPANIES, record: RECORD, recordBefore: "2024-09", publishedOn: "2024-10-04" }).candidates.map(
      (one) => one.confidence,
    );

  it("is certain of the month before publication only where the document names that month", () => {
    expect(confidence("Riot Platforms\n\nRiot Platforms mined 412 bitcoin.")).toEqual(["low"]);
    expect(confidence("Riot Platforms in September 2024\n\nRiot Platforms mined 412 bitcoin.")).toEqual(["high"]);
  });
});

describe("a time that is reckoned from another one", () => {
  it.each([
    ["Riot mined 2,500 bitcoin in the first half of 2024, down from 3,890 bitcoin in the same period last year.", "2023-01/2023-06 3890"],
    ["In the second quarter of 2024 Riot mined 844 bitcoin, against 1,364 bitcoin in the previous quarter.", "2024-Q1 1364"],
  ])("is reckoned from what its sentence tells of: %s", (sentence, figure) => {
    const { candidates } = readRelease(`Riot Platforms in September 2024\n\n${sentence}`, { companies: COMPANIES });
    expect(candidates.map(({ period: at, plain }) => `${at} ${plain}`)).toContain(figure);
  });
});

describe("the quarter that a document is about", () => {
  const of = (text: string): string[] =>
    readRelease(text, { companies: COMPANIES }).candidates.map(({ metric, period: at, plain }) => `${metric} ${at} ${plain}`);

  it("is of the year that stands beside it later, not of the one that it is compared with", () => {
    expect(of("Riot's second quarter\n\nRiot mined 844 bitcoin in the second quarter.\n\nCosts rose from Q2 2023 to Q2 2024.")).toEqual([
      "btc_produced 2024-Q2 844",
    ]);
  });

  it("is before what is planned, where nothing else says of which year", () => {
    const found = readRelease(
      "Bitfarms Ltd. (NASDAQ: BITF) has its update for July.\nIn July it mined 391 bitcoin and held 1,200 bitcoin at the end of the month. Its new site is expected to be energized in March 2022.",
      { companies: COMPANIES, record: RECORD, recordBefore: "2021-01" },
    ).candidates.map(({ period: of, plain }) => `${of} ${plain}`);
    expect(found).toEqual(expect.arrayContaining(["2021-07 391", "2021-07 1200"]));
  });

  it("is what the address says, where the text does not", () => {
    expect(of("https://example.org/riot-second-quarter-2024-results\n\nRiot's results\n\nRiot mined 844 bitcoin.")).toEqual([
      "btc_produced 2024-Q2 844",
    ]);
  });

  it("is what “the quarter” means, whatever it is compared with", () => {
    const found = of(
      "Riot Platforms, results for the three months ended June 30, 2024\n\nRevenue rose by 12% from Q1 2024. Riot mined 844 bitcoin during the quarter, against 1,775 bitcoin in the same quarter last year.",
    );
    expect(found).toEqual(expect.arrayContaining(["btc_produced 2024-Q2 844", "btc_produced 2023-Q2 1775"]));
  });
});

describe("thousands of bitcoin", () => {
  it.each([
    ["Riot held 9.334 thousand BTC at the end of June 2024.", "9334"],
    ["Riot held 9,334 thousand BTC at the end of June 2024.", "9334"],
  ])("are what can be: %s", (sentence, amount) => {
    const { candidates } = readRelease(`Riot Platforms in June 2024\n\n${sentence}`, { companies: COMPANIES });
    expect(candidates.map(({ metric, plain }) => `${metric} ${plain}`)).toEqual([`btc_held ${amount}`]);
  });
});

describe("what words do not tell", () => {
  const facts = ["2024-07", "2024-08"].flatMap((month) =>
    (["btc_held", "btc_produced"] as const).map((metric) => ({
      company: companyId("bitfarms"),
      metric,
      period: period(month),
      value: (metric === "btc_held" ? 1100 : 240) * 1e8,
      source: { address: "https://example.org/before" },
    })),
  );
  const sized = (text: string): string[] =>
    readRelease(`Bitfarms Ltd. (NASDAQ: BITF) in September 2024\n\n${text}`, {
      companies: COMPANIES,
      record: { facts, prices: [] },
    }).candidates.map(({ metric, plain, confidence }) => `${metric} ${plain} ${confidence}`);

  it.each(["By late September 2024 Bitfarms was down to N bitcoin.", "Zuletzt schlummerten bei Bitfarms N Bitcoin im September 2024."])(
    "an amount's likeness to the record's last months offers, for a person to see: %s",
    (sentence) => {
      expect(sized(sentence.replace("N", "1147"))).toContain("btc_held 1147 low");
      expect(sized(sentence.replace("N", "9147"))).not.toContain("btc_held 9147 low");
    },
  );
});

describe("whose and of when", () => {
  it.each([
    [
      "a company behind a verb and “by” is its figure's",
      "CleanSpark in September 2024\n\n236 BTC mined by Bitfarms in September.",
      "bitfarms btc_produced 2024-09 236",
    ],
    [
      "a sentence is no heading of what follows it",
      "2024年9月のBitfarms\n\n採掘量の合計は8月をわずかに下回った。\n\nBitfarmsの採掘は236BTCだった。",
      "bitfarms btc_produced 2024-09 236",
    ],
    [
      "an amount of a written day comes before one of no day",
      "Bitfarms told its owners in a long letter how September 2024 went at its sites in Québec.\n\nOn September 30, 2024 Bitfarms owned 1,147 BTC. Bitfarms holds 1,302 BTC in its treasury.",
      "bitfarms btc_held 2024-09 1147",
    ],
    [
      "the same time is the document's",
      "Bitfarms in September 2024\n\nBitfarms mined 236 BTC in September, but sold 147 BTC in the same time.",
      "bitfarms btc_sold 2024-09 147",
    ],
    [
      "months without a year may be a stretch of them",
      "Von April bis Juni hat Bitfarms 614 Bitcoin produziert.\n\n© 2024 Bitfarms",
      "bitfarms btc_produced 2024-Q2 614",
    ],
    [
      "a year that a language calls one is a figure's own",
      "Bitfarms im September 2024\n\nBitfarms hat 236 Bitcoin produziert, im Jahr 2022 waren es 5.167 BTC.",
      "bitfarms btc_produced 2022 5167",
    ],
    [
      "the year of a month is no value of a row",
      "Bitfarms\n\nThird Quarter 2024\n\n  • Some 236 bitcoin produced in September 2024",
      "bitfarms btc_produced 2024-09 236",
    ],
    [
      "a time that opens a sentence is of all of it",
      "Bitfarms in September 2024\n\nA year ago, in harder days, Bitfarms sold 147 BTC.",
      "bitfarms btc_sold 2023-09 147",
    ],
  ])("%s", (_, text, figure) => {
    expect(read(text)).toContain(figure);
  });
});
