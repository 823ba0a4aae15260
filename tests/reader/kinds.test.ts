/** Kinds of pages and of writing, each with a company and wordings that no sample has: every figure is read, for its own company and period. */
import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { period } from "@/domain/values/period";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES } from "./samples";

/** "company metric period value" of all that was read, with its rivals left out. */
const read = (text: string, publishedOn?: `${number}-${number}-${number}`): string[] =>
  readRelease(text, { companies: COMPANIES, ...(publishedOn === undefined ? {} : { publishedOn }) }).candidates.map(
    ({ company, metric, period, plain }) => `${company} ${metric} ${period} ${plain}`,
  );

const html = (rows: readonly (readonly string[])[], before = ""): string =>
  `<html><body>${before}<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table></body></html>`;

describe("periods longer than a month", () => {
  it("a quarter and the two before it stand under their own names", () => {
    const page = html(
      [
        ["", "Q3 2023", "Q2 2023", "Q3 2022"],
        ["Bitcoin produced", "1,063", "932", "870"],
        ["Bitcoin sold", "1,001", "900", "955"],
      ],
      "<p>TeraWulf Inc. (NASDAQ: WULF) reports its third quarter of 2023.</p>",
    );
    expect(read(page)).toEqual(
      expect.arrayContaining([
        "terawulf btc_produced 2023-Q3 1063",
        "terawulf btc_produced 2023-Q2 932",
        "terawulf btc_produced 2022-Q3 870",
        "terawulf btc_sold 2023-Q3 1001",
      ]),
    );
  });

  it("a quarter is called by the month with which it ends", () => {
    const page = [
      "August 12, 2024: Cipher Mining Inc. (NASDAQ: CIFR) reported on its quarter ended June 30, 2024.",
      "It mined 563 bitcoin in the June quarter, and 859 bitcoin in the March 2024 quarter. It sold 480 bitcoin in the June quarter.",
    ].join("\n\n");
    expect(read(page)).toEqual(
      expect.arrayContaining(["cipher btc_produced 2024-Q2 563", "cipher btc_produced 2024-Q1 859", "cipher btc_sold 2024-Q2 480"]),
    );
    expect(read(page).filter((one) => / 2024-0[36] /.test(one))).toEqual([]);
  });

  it("three and six months ended on the same day are a quarter and a half year", () => {
    const page = html(
      [
        ["", "Three months ended June 30, 2024", "Six months ended June 30, 2024"],
        ["Bitcoin mined", "207", "589"],
        ["Bitcoin sold", "250", "610"],
      ],
      "<p>Gryphon Digital Mining, Inc. (NASDAQ: GRYP): second quarter of 2024</p>",
    );
    expect(read(page)).toEqual(
      expect.arrayContaining([
        "gryphon btc_produced 2024-Q2 207",
        "gryphon btc_produced 2024-01/2024-06 589",
        "gryphon btc_sold 2024-Q2 250",
        "gryphon btc_sold 2024-01/2024-06 610",
      ]),
    );
  });

  it("a year to date is the span since January, not the month", () => {
    const found = read(
      "Sphere 3D Corp. (NASDAQ: ANY) gives its figures for October 2023.\n\nIn October 2023 Sphere 3D mined 66.1 bitcoin. Year-to-date, the company has mined 589.4 bitcoin.",
    );
    expect(found).toContain("sphere3d btc_produced 2023-10 66.1");
    expect(found).toContain("sphere3d btc_produced 2023-01/2023-10 589.4");
  });

  it("a fiscal quarter is that of the company's year", () => {
    const found = read(
      "CleanSpark, Inc. (NASDAQ: CLSK) today told its results for the first quarter of fiscal year 2024.\n\nDuring the first fiscal quarter of 2024 the company mined 2,020 bitcoin.",
    );
    expect(found).toContain("cleanspark btc_produced 2023-Q4 2020");
  });
});

describe("ways of writing numbers", () => {
  it.each([
    ["(in thousands)", "5,231", "5231000"],
    ["(US$ in millions)", "5.2", "5200000"],
  ])("dollars under a head that says %s are multiplied", (head, written, plain) => {
    const page = html(
      [
        [`Unaudited ${head}`, "May 2024", "April 2024"],
        ["Bitcoin sold", "84", "91"],
        ["Proceeds from the sale of bitcoin", `$${written}`, "$6"],
      ],
      "<p>Soluna Holdings, Inc. (NASDAQ: SLNH) May 2024 site update</p>",
    );
    expect(read(page).map((one) => one.replace(/^\S+ /, ""))).toContain(`sale_proceeds_usd 2024-05 ${plain}`);
  });

  it("petahashes become exahashes, exactly", () => {
    const found = read(
      "DMG Blockchain Solutions Inc. (TSX-V: DMGI) March 2023 update\n\nDMG mined 73.1 bitcoin in March 2023. Its average hashrate in March 2023 was 906 PH/s.",
    );
    expect(found).toContain("dmg avg_ehs 2023-03 0.906");
  });

  it("numbers in the style of most of Europe", () => {
    const found = read(
      "Northern Data AG meldet Zahlen für August 2022\n\nFrankfurt am Main, 6. September 2022 – Northern Data hat im August 2022 insgesamt 248,35 Bitcoin produziert. Im Juli 2022 wurden 1.203,50 Bitcoin geschürft. Der Bestand betrug am 31. August 2022 insgesamt 1.340,75 Bitcoin.",
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "northern-data btc_produced 2022-08 248.35",
        "northern-data btc_produced 2022-07 1203.5",
        "northern-data btc_held 2022-08 1340.75",
      ]),
    );
  });

  it("the number in a company's name is no figure", () => {
    const found = read("Hut 8 Mining news for May 2023\n\nHut 8 increased its bitcoin holdings in May 2023. Hut 8 sold 214 bitcoin.");
    expect(found.filter((one) => one.endsWith(" 8"))).toEqual([]);
    expect(found).toContain("hut8 btc_sold 2023-05 214");
  });

  it("a month in the first words is the document's, though others stand with their year further down", () => {
    const words = "It tells of its sites and of its plans for them. ".repeat(6);
    const found = read(`Riot Platforms mined 431 BTC in March\n\n${words}\nIn 2024 it grew. As of February 2024 it ran 11 EH/s.`);
    expect(found).toContain("riot btc_produced 2024-03 431");
  });

  it("a month that is compared with the same month of a year is of the year after", () => {
    expect(read("Riot Platforms mined 431 bitcoin in March, 12% less than in March 2023.")).toContain("riot btc_produced 2024-03 431");
  });

  it("numbers and words in Spanish", () => {
    const found = read(
      "Stronghold Digital Mining publica sus cifras de junio de 2023\n\nLa minera Stronghold Digital Mining produjo 1.206,4 bitcoins en junio de 2023 y vendió 1.150 bitcoins. A finales de junio de 2023 poseía 2.307,5 bitcoins.",
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "stronghold btc_produced 2023-06 1206.4",
        "stronghold btc_sold 2023-06 1150",
        "stronghold btc_held 2023-06 2307.5",
      ]),
    );
  });

  it("a footnote's digit behind a number is not part of it", () => {
    const found = read(
      "Bit Digital, Inc. (NASDAQ: BTBT) Production Update for May 2024\n\nMetric\tMay 2024\tApril 2024\nBitcoin mined\t1,0632\t1,1842\nBitcoin held3\t1,2374\t1,1114\n",
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "bit-digital btc_produced 2024-05 1063",
        "bit-digital btc_produced 2024-04 1184",
        "bit-digital btc_held 2024-05 1237",
      ]),
    );
  });

  it("a dash is none sold, and tells nothing of what was mined or held", () => {
    const page = html(
      [
        ["", "August 2023", "July 2023"],
        ["Bitcoin mined", "327", "–"],
        ["Bitcoin sold", "–", "340"],
        ["Bitcoin held", "–", "15"],
      ],
      "<p>TeraWulf Inc. (NASDAQ: WULF) reports on August 2023.</p>",
    );
    expect(read(page).sort()).toEqual([
      "terawulf btc_held 2023-07 15",
      "terawulf btc_produced 2023-08 327",
      "terawulf btc_sold 2023-07 340",
      "terawulf btc_sold 2023-08 0",
    ]);
  });

  it("columns that ran together are cut where decimals or the stated change allow one way only", () => {
    const found = read(
      "Argo Blockchain plc (LSE: ARB) operational update\n\nMetricMay 2024April 2024Change\nBitcoin Mined4584(46)%\nBitcoin Held12.427.9(55)%\n",
      "2024-06-05",
    );
    expect(found).toEqual(expect.arrayContaining(["argo btc_produced 2024-05 45", "argo btc_produced 2024-04 84"]));
  });
});

describe("rows whose cells ran together", () => {
  it("heads that ran together too, and months of as many digits are cut evenly; the table's figure comes before its rounding", () => {
    const page = [
      "SYDNEY, July 4, 2024 -- IREN (NASDAQ: IREN) published its monthly update for June 2024.",
      "Operating hashrate of 9.3 EH/s on average",
      "Bitcoin Mining1Jun-24May-24Apr-24",
      "Average operating hashrate (PH/s)9,2879,1218,238",
      "Bitcoin mined233230358",
    ].join("\n\n");
    expect(read(page)).toEqual(
      expect.arrayContaining([
        "iren avg_ehs 2024-06 9.287",
        "iren avg_ehs 2024-05 9.121",
        "iren btc_produced 2024-06 233",
        "iren btc_produced 2024-05 230",
        "iren btc_produced 2024-04 358",
      ]),
    );
    const { candidates } = readRelease(page, { companies: COMPANIES });
    expect(candidates.filter(({ metric }) => metric === "btc_produced").map(({ confidence }) => confidence)).toEqual(["low", "low", "low"]);
    // Cut evenly one month would be five times another: left alone.
    expect(read(page.replace("233230358", "1035980991")).filter((one) => one.includes("btc_produced"))).toEqual([]);
  });

  it("are cut where both stated changes fit, and a note's digit before a figure is left out", () => {
    const found = read(
      "DMG Blockchain Solutions Inc. (TSX-V: DMGI) operational update\n\nMetricMay 2024April 2024May 2023Month/MonthYear/Year\nBitcoin Mined4123804018%3%\nBitcoin Held11,2401,2309901%25%\nDeployed Hash Rate11.65 EH/s21.50 EH/s1.10 EH/s 10%50%\n",
      "2024-06-05",
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "dmg btc_produced 2024-05 412",
        "dmg btc_produced 2024-04 380",
        "dmg btc_produced 2023-05 401",
        "dmg btc_held 2024-05 1240",
        "dmg btc_held 2023-05 990",
        "dmg deployed_ehs 2024-05 1.65",
        "dmg deployed_ehs 2024-04 1.5",
      ]),
    );
  });

  it("a month and its year in two cells are one column, and a mark beside a head or before the values is none", () => {
    const cells = [
      "Metric",
      "May 2024",
      "1",
      "|",
      "May",
      "2023",
      "|",
      "Bitcoin produced",
      "|",
      "412",
      "|",
      "401",
      "|",
      "Bitcoin held",
      "2",
      "|",
      "1,240",
      "|",
      "990",
    ];
    expect(read(`Gryphon Digital Mining, Inc. (NASDAQ: GRYP) gives its figures.\n\n${cells.join("\n")}\n`, "2024-06-05")).toEqual(
      expect.arrayContaining([
        "gryphon btc_produced 2024-05 412",
        "gryphon btc_produced 2023-05 401",
        "gryphon btc_held 2024-05 1240",
        "gryphon btc_held 2023-05 990",
      ]),
    );
  });
});

describe("ways of keeping a page", () => {
  const release =
    "Ionic Digital announces its April 2025 update\n\nIonic Digital Inc. mined 141 bitcoin in April 2025 and sold 90 bitcoin. On April 30, 2025 it held 2,518 bitcoin.";
  const figures = ["ionic-digital btc_produced 2025-04 141", "ionic-digital btc_sold 2025-04 90", "ionic-digital btc_held 2025-04 2518"];

  it.each([
    ["as text", release],
    ["as a JSON answer of a publishing system", JSON.stringify({ id: 7, date: "2025-05-06", content: { rendered: `<p>${release}</p>` } })],
    ["as JSON in JSON", JSON.stringify({ data: JSON.stringify({ body: `<div>${release.replace(/\n\n/g, "</div><div>")}</div>` }) })],
    ["with its line breaks written out", release.replace(/\n/g, "\\n") + "\\n\\nEnd of news\\n"],
    ["with HTML written as entities", `<html><body><pre>${release.replace(/2,518/, "2&#44;518")}</pre></body></html>`],
  ])("%s it holds the same figures", (_, text) => {
    expect(read(text)).toEqual(expect.arrayContaining(figures));
  });

  it("in one line, a table whose line breaks were lost gives its rows", () => {
    const found = read(
      "Cipher Mining Inc. (NASDAQ: CIFR) unaudited figures\n\nKey Highlights Metric July 2024 June 2024 BTC Mined 158 174 BTC Sold 172 182 BTC Held 2,021 2,209 Month End Deployed Hashrate (EH/s) 8.7 8.7",
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "cipher btc_produced 2024-07 158",
        "cipher btc_produced 2024-06 174",
        "cipher btc_sold 2024-06 182",
        "cipher btc_held 2024-07 2021",
      ]),
    );
  });

  it("as Markdown, words beside a month's amount leave it readable, and the rule under a head is no row", () => {
    const page = [
      "# TeraWulf in August",
      "TeraWulf mined less than in the month before.",
      "| Month | Bitcoin mined | Compared |",
      "|---|---|---|",
      "| August 2023 | 327 | down 5 per cent |",
      "| July 2023 | 345 | much as before, about 340 in June |",
    ].join("\n");
    expect(read(page)).toEqual(["terawulf btc_produced 2023-08 327", "terawulf btc_produced 2023-07 345"]);
  });

  it("EDGAR's submission with several documents gives what stands in any of them", () => {
    const part = (type: string, body: string): string => `<DOCUMENT>\n<TYPE>${type}\n<TEXT>\n${body}\n</TEXT>\n</DOCUMENT>\n`;
    const text = `<SEC-DOCUMENT>0001.txt : 20240807\n<SEC-HEADER>\nFILED AS OF DATE:\t\t20240807\n</SEC-HEADER>\n${part("6-K", "<html><body><p>Bitdeer Technologies Group. Exhibits: 99.1, 99.2</p></body></html>")}${part("EX-99.1", "<html><body><p>Bitdeer (NASDAQ: BTDR) self-mined 155 bitcoin in July 2024.</p></body></html>")}${part("EX-99.2", "<html><body><p>On July 31, 2024 Bitdeer held 142 bitcoin.</p></body></html>")}${part("EX-31.1", "<html><body><p>I certify that 777 bitcoin were mined in July 2024.</p></body></html>")}`;
    expect(read(text)).toEqual(expect.arrayContaining(["bitdeer btc_produced 2024-07 155", "bitdeer btc_held 2024-07 142"]));
    expect(read(text).join()).not.toContain("777");
  });
});

describe("pages about several companies", () => {
  it("each figure is its own company's, in sections, in one sentence, and in a table of companies", () => {
    const page = `<html><body><h1>Miners in March 2023</h1><h2>Argo</h2><p>The company mined 163 bitcoin in March 2023 and held 90 bitcoin.</p><h2>Greenidge</h2><p>Its output was 311 bitcoin in March 2023.</p><p>TeraWulf produced 245 bitcoin in March 2023 and Bit Digital 118.3 bitcoin.</p><table><tr><td>Company</td><td>Bitcoin mined</td><td>Bitcoin sold</td></tr><tr><td>Cipher Mining</td><td>369</td><td>343</td></tr><tr><td>Stronghold Digital Mining</td><td>210</td><td>226</td></tr></table></body></html>`;
    expect(read(page)).toEqual(
      expect.arrayContaining([
        "argo btc_produced 2023-03 163",
        "argo btc_held 2023-03 90",
        "greenidge btc_produced 2023-03 311",
        "terawulf btc_produced 2023-03 245",
        "bit-digital btc_produced 2023-03 118.3",
        "cipher btc_produced 2023-03 369",
        "cipher btc_sold 2023-03 343",
        "stronghold btc_produced 2023-03 210",
        "stronghold btc_sold 2023-03 226",
      ]),
    );
  });
});

describe("months that a page does not write out", () => {
  it("a name is known behind a label that ran into it", () => {
    const page = "Miners in June 2025\n\nAdvertisementBitfarms produced 201 BTC in June 2025. AdTeraWulf produced 150 BTC, Riot 450 BTC.";
    expect(read(page)).toEqual(
      expect.arrayContaining(["bitfarms btc_produced 2025-06 201", "terawulf btc_produced 2025-06 150", "riot btc_produced 2025-06 450"]),
    );
  });

  it("'last month' is the month before where something is compared with it, else the document's", () => {
    expect(
      read("BitFuFu mined 60 BTC last month, its update says. Holdings fell to 1,720 BTC from 1,800 BTC last month.", "2025-05-08"),
    ).toEqual(
      expect.arrayContaining(["bitfufu btc_produced 2025-04 60", "bitfufu btc_held 2025-04 1720", "bitfufu btc_held 2025-03 1800"]),
    );
  });

  it("a month without one is of a year that the document names or the record knows, whichever year that is", () => {
    const text =
      "Riot Platforms, Inc. (NASDAQ: RIOT) gives its figures for March.\n\nIn March Riot mined 555 bitcoin and sold 501 bitcoin.";
    expect(read(`${text}\n\nIts fleet is to grow throughout 2031.`)).toContain("riot btc_produced 2031-03 555");
    const fact = { company: companyId("riot"), source: { address: "https://example.org/riot" } } as const;
    const facts = [
      { ...fact, metric: "btc_produced", period: period("2031-03"), value: 55_500_000_000 },
      { ...fact, metric: "btc_sold", period: period("2031-03"), value: 50_100_000_000 },
    ] as const;
    const found = readRelease(text, { companies: COMPANIES, record: { facts, prices: [] } }).candidates;
    expect(found.map(({ metric, period: of }) => `${metric} ${of}`)).toEqual(
      expect.arrayContaining(["btc_produced 2031-03", "btc_sold 2031-03"]),
    );
  });

  it("a day of a month is no year", () => {
    expect(
      read("Argo Blockchain update for February 2023\n\nArgo held 115 BTC as of February 28, all of it mined. It mined 162 BTC."),
    ).toEqual(expect.arrayContaining(["argo btc_held 2023-02 115", "argo btc_produced 2023-02 162"]));
  });

  it("a report of results is about the quarter that it says has ended, wherever its company's year begins", () => {
    expect(
      read(
        "HIVE Digital mines 801 bitcoin\n\nVancouver - November 13, 2023 - HIVE Digital Technologies Ltd. (TSXV: HIVE) told its results for the second quarter ended September 30, 2023. It mined 801 bitcoin this quarter.",
      ),
    ).toContain("hive btc_produced 2023-Q3 801");
  });

  it("what something rose to is not of the time it rose from", () => {
    expect(read("LM Funding America: its bitcoin production rose from 5.2 BTC in May 2025 to 7.6 BTC.", "2025-07-08")).toEqual(
      expect.arrayContaining(["lm-funding btc_produced 2025-05 5.2", "lm-funding btc_produced 2025-06 7.6"]),
    );
  });
});

describe("the prose of news", () => {
  const AUGUST = "Cipher Mining in August 2024\n";
  it.each([
    [
      "words of two metrics and two figures",
      "Cipher mined and sold 158 and 97 BTC, respectively, in August 2024.",
      ["produced 158", "sold 97"],
    ],
    ["nouns of two metrics and two figures", "Production and sales in August 2024 came to 158 and 97 BTC.", ["produced 158", "sold 97"]],
    [
      "coins added to a stack, and the new total",
      "Cipher added 158 BTC to its stack, bringing its total to 2,231 BTC.",
      ["produced 158", "held 2231"],
    ],
    ["coins brought in", "In August, Cipher brought in 158 coins.", ["produced 158"]],
    ["coins parted with", "In August, Cipher parted with 97 BTC.", ["sold 97"]],
    ["what it now holds in its coffers", "It now holds 2,231 BTC in its coffers.", ["held 2231"]],
    ["a war chest", "Its war chest stood at 2,231 BTC at the end of August.", ["held 2231"]],
    [
      "holdings that are a bare number",
      "Everything mined was kept, so that its bitcoin holdings are 2,231 against 2,134 before.",
      ["held 2231"],
    ],
  ])("%s are each their own figure", (_, text, figures) => {
    const found = read(AUGUST + text, "2024-09-05");
    expect(found).toEqual(expect.arrayContaining(figures.map((one) => `cipher btc_${one.replace(" ", " 2024-08 ")}`)));
  });

  it("as many months as figures in a list have one each", () => {
    expect(read(`${AUGUST}Cipher mined 158 and 163 BTC in August and July, respectively.`, "2024-09-05")).toEqual(
      expect.arrayContaining(["cipher btc_produced 2024-08 158", "cipher btc_produced 2024-07 163"]),
    );
  });

  it("a share in per cent of what was sold is no figure", () => {
    expect(read(`${AUGUST}It sold 61% of what it mined in August.`, "2024-09-05")).toEqual([]);
  });

  it.each([
    ["English", "TeraWulf in the third quarter of 2023", "In the quarter, 981 bitcoin were mined."],
    ["German", "TeraWulf: Zahlen des dritten Quartals 2023", "Im Quartal wurden 981 Bitcoin geschürft."],
    ["Italian", "TeraWulf: il terzo trimestre 2023", "Nel trimestre sono stati minati 981 bitcoin."],
  ])('"in the quarter" is the one that the text told of, in %s', (_, title, text) => {
    expect(read(`${title}\n${text}`, "2023-11-10")).toContain("terawulf btc_produced 2023-Q3 981");
  });

  it("a year that an item begins with is its time; one beside a month's figure is not", () => {
    const found = read("Cipher Mining, December 2023\n• December output: 465 bitcoin\n• 2023 output: 4,561 bitcoin", "2024-01-04");
    expect(found).toEqual(expect.arrayContaining(["cipher btc_produced 2023-12 465", "cipher btc_produced 2023 4561"]));
  });
});

describe("a document filed with the SEC", () => {
  const [cik = ""] = COMPANIES.find(({ id }) => id === "iren")?.ciks ?? [];
  const text = "August 2024 update\nThe Company mined 184 bitcoin in August 2024, while Cipher mined 158.";

  it("is of the company whose number stands in its address", () => {
    expect(read(`https://www.sec.gov/Archives/edgar/data/${cik}/000110465924000001/ex99-1.htm\n${text}`)).toContain(
      "iren btc_produced 2024-08 184",
    );
    expect(read(`https://www.sec.gov/Archives/edgar/data/1/000110465924000001/ex99-1.htm\n${text}`)).not.toContain(
      "iren btc_produced 2024-08 184",
    );
  });

  it("is of the company that goes on with the one whose number stands in its address", () => {
    const [, former = ""] = COMPANIES.find(({ id }) => id === "hut8")?.ciks ?? [];
    expect(read(`https://www.sec.gov/Archives/edgar/data/${former}/000110465924000001/ex99-1.htm\n${text}`)).toContain(
      "hut8 btc_produced 2024-08 184",
    );
  });

  it("is of the company whose number stands in its head", () => {
    const head = `<SEC-DOCUMENT>x.txt\n<SEC-HEADER>\nCENTRAL INDEX KEY:\t\t${cik.padStart(10, "0")}\nFILED AS OF DATE:\t\t20240904\n</SEC-HEADER>`;
    const page = `${head}\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<html><body><p>${text}</p></body></html>\n</TEXT>\n</DOCUMENT>`;
    expect(read(page)).toContain("iren btc_produced 2024-08 184");
  });
});

describe("what a filing counts besides bitcoin", () => {
  it("the cover of a report that holds a release as its exhibit states nothing", () => {
    const page = [
      "<p>This report on Form 6-K is incorporated by reference in the registration statements of BitFuFu Inc. (No. 333-123456 and No.333-654321).</p>",
      "<table><tr><td>Exhibit No.</td><td>Description</td></tr>",
      "<tr><td>99.1</td><td>Press Release - BitFuFu Announces October 2025 Bitcoin Production</td></tr></table><p>1</p><p>Date: November 5, 2025</p>",
    ].join("");
    expect(read(`<html><body>${page}</body></html>`)).toEqual([]);
  });

  it("machines, shares, accounting standards and rules are no bitcoin", () => {
    const page = [
      "Cipher Mining Inc. (NASDAQ: CIFR) 10-Q for the quarter ended June 30, 2024.",
      "As of June 30, 2024, we held 22,574 bitcoin miners and sold 4,828 bitcoin mining machines in the quarter.",
      "In June 2024 the Company sold an aggregate of 504,699 ordinary shares and 1,300 Class A warrants.",
      "Bitcoin held is measured under ASC 350, and bitcoin sold under Rule 424(b)(5) of Topic 606.",
      "The weighted average number of shares with the hash rate of June 2024 was 206,889,826.",
    ].join("\n\n");
    expect(read(page)).toEqual([]);
  });

  it("dollars of shares, notes and machines are no proceeds of bitcoin", () => {
    const page = [
      "Cipher Mining Inc. (NASDAQ: CIFR) 10-Q for the quarter ended June 30, 2024.",
      "In June 2024 the Company sold 504,699 ordinary shares for net proceeds of $58.5 million: 1) through its agent; 2) directly.",
      "During June 2024 the Company sold servers for $4,898,326.",
    ].join("\n\n");
    expect(read(page)).toEqual([]);
  });

  it("dollars whose sign stands in a cell of its own are dollars", () => {
    const page = html(
      [
        ["", "", "Three months ended June 30, 2024"],
        ["Bitcoin produced", "", "563"],
        ["Restricted bitcoin, at fair value", "$", "12,885"],
        ["Proceeds from sale of bitcoin", "$", "31,250,000"],
      ],
      "<p>Cipher Mining Inc. (NASDAQ: CIFR) reports its second quarter of 2024.</p>",
    );
    expect(read(page).toSorted()).toEqual(["cipher btc_produced 2024-Q2 563", "cipher sale_proceeds_usd 2024-Q2 31250000"]);
  });

  it("holdings that are rolled forward in coins and money are read from the column of coins", () => {
    const forward = (head: readonly string[], ...rows: readonly (readonly string[])[]) =>
      html(
        [head, ...rows],
        "<p>Cipher Mining Inc. (NASDAQ: CIFR)</p><p>The table shows our bitcoin for the six months ended June 30, 2024:</p>",
      );
    const rows = [
      ["Balance at December 31, 2023", "741.5", "$", "31,319,731"],
      ["Bitcoin mined", "1,422.5", "", "84,408,801"],
      ["Bitcoin sold", "(", "598.0", ")", "(35,204,163"],
      ["Balance at June 30, 2024", "1,566.0", "$", "98,051,600"],
    ];
    const expected = [
      "cipher btc_held 2023-12 741.5",
      "cipher btc_held 2024-06 1566",
      "cipher btc_produced 2024-01/2024-06 1422.5",
      "cipher btc_sold 2024-01/2024-06 598",
    ];
    expect(read(forward(["", "Number of bitcoin", "", "Amount (1)"], ...rows))).toEqual(expect.arrayContaining(expected));
    expect(read(forward(["Digital assets", "Quantity", "Fair value"], ...rows))).toEqual(expect.arrayContaining(expected));
    const moneyFirst = [
      ["Balance at December 31, 2023", "$ 31,319,731", "741.5"],
      ["Bitcoin mined", "84,408,801", "1,422.5"],
      ["Bitcoin sold", "(35,204,163)", "(598.0)"],
      ["Balance at June 30, 2024", "$ 98,051,600", "1,566.0"],
    ];
    expect(read(forward(["", "Fair value", "Bitcoin"], ...moneyFirst))).toEqual(expect.arrayContaining(expected));
  });

  it("of many amounts for one figure a person is asked to choose among a few", () => {
    const amounts = [301, 312, 323, 334, 345, 356, 367, 378, 389];
    const page = `Cipher Mining Inc. (NASDAQ: CIFR)\n\n${amounts.map((n) => `It mined ${n} bitcoin in May 2024.`).join("\n\n")}`;
    const [only, ...more] = readRelease(page, { companies: COMPANIES }).candidates;
    expect([more.length, only?.alternatives.length]).toEqual([0, 5]);
  });
});

describe("what stands around a page's text", () => {
  it("a link about personal information says nothing of bitcoin", () => {
    const page = ["Cipher Mining Inc. (NASDAQ: CIFR) mined 563 bitcoin in May 2024.", "Privacy | Do Not Sell My Personal Information"].join(
      "\n\n",
    );
    expect(read(page)).toEqual(["cipher btc_produced 2024-05 563"]);
  });

  it("the place and day of a dateline are no part of a company's name", () => {
    const page = "Frankfurt/Main 03 June 2022 Borealis Mining AG (XETRA: BM2) reported that it produced 295 Bitcoin in May 2022.";
    expect(read(page)).toEqual(["borealis btc_produced 2022-05 295"]);
  });

  it("the previous period of a quarter is the quarter before", () => {
    const page =
      "Riot Platforms, Inc. (NASDAQ: RIOT) reports its first quarter of 2022. It mined 1,405 bitcoin in the first quarter, compared with 1,168 bitcoin mined in the previous period.";
    expect(read(page).toSorted()).toEqual(["riot btc_produced 2021-Q4 1168", "riot btc_produced 2022-Q1 1405"]);
  });
});
