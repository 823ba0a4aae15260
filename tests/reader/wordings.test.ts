/** What newspapers, wires, newsletters and calls say in place of "mined", "sold" and "held", in sentences that no sample has. */
import { describe, expect, it } from "vitest";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES } from "./samples";

const read = (text: string, publishedOn = "2023-09-06"): string[] =>
  readRelease(text, { companies: COMPANIES, publishedOn }).candidates.map(
    ({ company, metric, period, plain }) => `${company} ${metric} ${period} ${plain}`,
  );

describe("part of what was told of before", () => {
  it.each([
    ["CleanSpark mined 480 bitcoin in August. Only 23 of them were let go.", "btc_sold 2023-08 23"],
    ["In August CleanSpark mined 480 bitcoin and sold 356 of those.", "btc_sold 2023-08 356"],
    ["CleanSpark earned 480 coins in August; it let 95 of these go.", "btc_sold 2023-08 95"],
    ["CleanSpark made 480 bitcoin in August and turned 356 of them into cash.", "btc_sold 2023-08 356"],
    ["CleanSpark schürfte im August 480 Bitcoin und verkaufte 356 davon.", "btc_sold 2023-08 356"],
  ])("%s", (sentence, figure) => {
    expect(read(sentence)).toContain(`cleanspark ${figure}`);
  });

  it("is none of machines", () => {
    expect(read("CleanSpark mined 480 bitcoin in August. It bought 5,000 machines and sold 356 of them.")).not.toContain(
      "cleanspark btc_sold 2023-08 356",
    );
  });
});

describe("what a part of was sold", () => {
  it.each([
    "Of its output, 356 bitcoin were sold.",
    "From its treasury CleanSpark sold 356 bitcoin.",
    "Von der Ausbeute wurden 356 Bitcoin veräußert.",
    "De su producción vendió 356 bitcoins.",
  ])("is not the figure's metric: %s", (sentence) => {
    const found = read(`CleanSpark's August\n\nCleanSpark had a quiet month of August. ${sentence}`);
    expect(found).toContain("cleanspark btc_sold 2023-08 356");
    expect(found.filter((one) => /produced|held/.test(one))).toEqual([]);
  });

  it("has its own figure in a clause of its own", () => {
    const found = read("CleanSpark's August\n\nFrom the outset CleanSpark mined 480 bitcoin and sold 356.");
    expect(found).toEqual(["cleanspark btc_produced 2023-08 480", "cleanspark btc_sold 2023-08 356"]);
  });
});

describe("what is left at the end", () => {
  it.each([
    "In August Argo sold 100 bitcoin and ended with 141.",
    "When August was over, Argo had 141 left of its bitcoin.",
    "Argo retained 141 bitcoin at the end of August.",
    "At the end of August Argo still kept 141 bitcoin.",
    "Argo finished August 2023 with 141 coins.",
    "In August Argo sold 100 bitcoin and ended on 141 BTC.",
    "Argo sold 100 bitcoin in August and closed with ~141 BTC.",
    "Argo, which sold 100 bitcoin in August, had 141 at the end of that month.",
    "Argo disposed of 100 bitcoin in August and had 141 left.",
    "In August Argo sold 100 bitcoin and has 141 BTC in the piggy bank.",
    "Argo Blockchain в августе: добыто 128 BTC, на счетах 141 BTC.",
  ])("%s", (sentence) => {
    expect(read(`Argo Blockchain's month\n\n${sentence}`)).toContain("argo btc_held 2023-08 141");
  });
});

describe("what was mined", () => {
  it.each([
    "Cipher managed 358 bitcoin in August.",
    "Cipher produced bitcoin in August: after mining 358 and selling 300, it paid its bills.",
    "Cipher's August: 358 BTC earned / 300 BTC sold.",
    "Cipher mined a respectable 358 bitcoin in August.",
    "Cipher ended August with 500 bitcoin, after digging up 358 in the month.",
    "Cipher's August in bitcoin: 358 self-mined, 300 sold.",
    "In August Cipher's machines dug 358 coins.",
  ])("%s", (sentence) => {
    expect(read(sentence)).toContain("cipher btc_produced 2023-08 358");
  });

  it("is what bitcoin was mined, not what else was earned in its place", () => {
    const found = read("Stronghold generated the equivalent of 265 bitcoin in August, energy included. Bitcoin mined in August was 239.");
    expect(found).toContain("stronghold btc_produced 2023-08 239");
  });
});

describe("what goes on with the sentence before it", () => {
  it.each([
    "That compares to 389 in July.",
    "This compares with 389 in July.",
    "Compared with 389 in July.",
    "That was up from 389 in July.",
    "Up from 389 in July.",
  ])("is of the same metric and unit: %s", (sentence) => {
    const found = read(`Cipher mined 358 bitcoin in August. ${sentence}`);
    expect(found).toEqual(expect.arrayContaining(["cipher btc_produced 2023-08 358", "cipher btc_produced 2023-07 389"]));
  });
});

describe("a month after a low one", () => {
  it.each(["after a meagre 72 in July", "against a disappointing 72 in July"])("%s", (words) => {
    expect(read(`Marathon mined 184 bitcoin in August, ${words}.`)).toContain("mara btc_produced 2023-07 72");
  });
});

describe("that nothing was sold", () => {
  it.each([
    "Hut 8 has not sold a single coin in August.",
    "In August Hut 8 had not disposed of any of its bitcoin.",
    "Hut 8 hasn't parted with any bitcoin in August.",
  ])("%s", (sentence) => {
    expect(read(sentence)).toContain("hut8 btc_sold 2023-08 0");
  });
});

describe("a name between the commas behind another", () => {
  it.each([
    "Bitfarms, the target of a bid by Riot, mined 189 bitcoin in August.",
    "Bitfarms, which Riot tried to buy, mined 189 bitcoin in August.",
    "Bitfarms (NASDAQ: BITF), a rival of Riot, mined 189 bitcoin in August.",
    "Bitfarms, unlike its suitor Riot, mined 189 bitcoin in August.",
  ])("is not whose figure follows: %s", (sentence) => {
    const found = read(sentence);
    expect(found).toContain("bitfarms btc_produced 2023-08 189");
    expect(found.join()).not.toContain("riot");
  });

  it("is where the figure stands between them too", () => {
    const found = read("Bitfarms, which trails Riot with 410 bitcoin mined, mined 189 bitcoin in August.");
    expect(found).toEqual(expect.arrayContaining(["bitfarms btc_produced 2023-08 189", "riot btc_produced 2023-08 410"]));
  });
});

describe("results of a quarter or a year of its own", () => {
  it("a call tells of the quarter that ended with a day, whose year nobody says", () => {
    const found = read(
      "CleanSpark earnings call\n\nWe produced 2,031 bitcoin during the quarter ended March 31st. That compares to 2,020 in the December quarter.",
      "2024-05-09",
    );
    expect(found).toEqual(expect.arrayContaining(["cleanspark btc_produced 2024-Q1 2031", "cleanspark btc_produced 2023-Q4 2020"]));
  });

  it("twelve months are what a report of them is about", () => {
    const found = read(
      "CleanSpark's year\n\nFor the twelve months ended September 30, 2023, CleanSpark mined 6,903 bitcoin. It sold 5,300 bitcoin, and held 2,243 bitcoin at the end.",
      "2023-12-01",
    );
    expect(found).toEqual([
      "cleanspark btc_held 2023-09 2243",
      "cleanspark btc_produced 2022-10/2023-09 6903",
      "cleanspark btc_sold 2022-10/2023-09 5300",
    ]);
  });

  it("a quarter that others are compared with in a list is not what it is about", () => {
    const found = read(
      "Core Scientific posts a loss\n\nIt mined 1,680 bitcoin in the second quarter, compared with 2,480 for the prior quarter and 3,365 for the second quarter of 2023.",
      "2024-08-07",
    );
    expect(found.toSorted()).toEqual([
      "core-scientific btc_produced 2023-Q2 3365",
      "core-scientific btc_produced 2024-Q1 2480",
      "core-scientific btc_produced 2024-Q2 1680",
    ]);
  });
});

describe("newspapers in other languages", () => {
  it.each([
    ["A marzo Riot non ha ceduto nemmeno un bitcoin.", "riot btc_sold 2024-03 0"],
    ["Riot chiude marzo con 8.490 bitcoin.", "riot btc_held 2024-03 8490"],
    ["Riot boucle le mois de mars avec 8490 bitcoins.", "riot btc_held 2024-03 8490"],
    ["Al término del mes Riot contaba con 8.490 BTC.", "riot btc_held 2024-03 8490"],
    ["Riot cierra el mes de marzo con 8.490 bitcoins en cartera.", "riot btc_held 2024-03 8490"],
    ["A Riot encerrou março com 8.490 bitcoins.", "riot btc_held 2024-03 8490"],
    ["Zum Monatsende lagen bei Riot noch 8.490 Bitcoin in der Schatzkammer.", "riot btc_held 2024-03 8490"],
    ["Riot obtuvo 425 bitcoins en marzo, un 2% más que los 418 de febrero.", "riot btc_produced 2024-02 418"],
    ["Riot schürfte im März 425 Bitcoin, mehr als die 418 im Februar.", "riot btc_produced 2024-02 418"],
    ["A Riot minerou 425 bitcoins em março, ante 418 em fevereiro, e vendeu 135 bitcoins.", "riot btc_sold 2024-03 135"],
  ])("%s", (sentence, figure) => {
    expect(read(`Riot Platforms (NASDAQ: RIOT)\n\n${sentence}`, "2024-04-04")).toContain(figure);
  });
});

describe("short statements", () => {
  it("that nothing was sold parts what stands before and behind it", () => {
    const found = read("Riot in August: 333 BTC mined, none sold, 7,309 BTC held.");
    expect(found).toEqual(expect.arrayContaining(["riot btc_produced 2023-08 333", "riot btc_held 2023-08 7309"]));
  });

  it.each([
    "Argo closed the year with 9 bitcoin in treasury (2022: 141).",
    "Argo's bitcoin in treasury at year-end: 2023: 9 BTC; 2022: 141 BTC.",
  ])("a year before a colon is that of the figure behind it: %s", (sentence) => {
    expect(read(`Argo Blockchain in 2023\n\n${sentence}`, "2024-02-01")).toContain("argo btc_held 2022-12 141");
  });

  it.each(["vs. 414 bitcoin at the end of July", "against 414 bitcoin as of the end of July", "compared with 414 bitcoin at July's end"])(
    "what is compared with is of the time behind it: 420 at month-end %s",
    (words) => {
      expect(read(`DMG's self-custodied balance was 420 bitcoin at month-end ${words}.`)).toContain("dmg btc_held 2023-07 414");
    },
  );

  it("a company is known by three capitals, not by the same letters in a word", () => {
    expect(read("DMG mined 25 bitcoin in August 2023.")).toEqual(["dmg btc_produced 2023-08 25"]);
    expect(read("The dmg file speaks of 25 bitcoin mined in August 2023.").join()).not.toContain("dmg ");
  });
});

describe("what is held when a month begins", () => {
  it.each([
    "Cipher still held 520 bitcoin by the time August began.",
    "Heading into August, Cipher held 520 bitcoin.",
    "Cipher's treasury counted 520 bitcoin at the start of August 2023.",
    "When August got under way, Cipher had 520 bitcoin.",
  ])("is that of the end of the one before: %s", (sentence) => {
    expect(read(`Cipher Mining\n\n${sentence}`)).toContain("cipher btc_held 2023-07 520");
  });
});

describe("figures beside those of another time", () => {
  it.each([
    ["In August 2023 Riot's 333 bitcoin marked a 19% fall on July (410).", "riot btc_produced 2023-07 410"],
    ["Riot mined 333 bitcoin in August 2023, down from July (410).", "riot btc_produced 2023-07 410"],
    ["In Q2 2023 Riot mined 1,775 bitcoin, down 16% sequentially from 2,115.", "riot btc_produced 2023-Q1 2115"],
    ["In Q2 2023 Riot mined 1,775 bitcoin, down 16% quarter-over-quarter from 2,115 bitcoin.", "riot btc_produced 2023-Q1 2115"],
    [
      "In the six months ended June 30, 2023, Riot was busy. Six months: 3,890 bitcoin mined (2022: 2,790).",
      "riot btc_produced 2022-01/2022-06 2790",
    ],
  ])("%s", (sentence, figure) => {
    expect(read(`Riot Platforms\n\n${sentence}`)).toContain(figure);
  });

  it.each(["Argo sold 637 bitcoin in August, leaving it 141.", "Argo sold 637 bitcoin in August. Its wallet closed the month at 141 BTC."])(
    "what a sale leaves is held: %s",
    (sentence) => {
      expect(read(sentence)).toContain("argo btc_held 2023-08 141");
    },
  );
});

describe("what is left, and what is none", () => {
  it.each([
    ["CleanSpark's August\n\n480 bitcoin mined; zero sold; 2,243 in the treasury at the end of August.", "btc_sold 2023-08 0"],
    ["CleanSpark mined 659 bitcoin in August, of which 23 BTC went for $0.6 million.", "btc_sold 2023-08 23"],
    ["CleanSpark's August\n\n• Coins sold: none\n• Output: 480 BTC", "btc_sold 2023-08 0"],
    ["CleanSpark sold 23 bitcoin in August. After this 2,243 bitcoin or equivalents remained on August 31.", "btc_held 2023-08 2243"],
    ["CleanSpark's August\n\nCleanSpark - 480 BTC mined, 23 sold, 2,243 kept", "btc_held 2023-08 2243"],
    [
      "CleanSpark's figures\n\n| | August 2023 | July 2023 |\n| BTC mined | 659 | 575 |\n| Bitcoin, end of month | 2,243 | 1,558 |",
      "btc_held 2023-07 1558",
    ],
    ["CleanSpark let 23 go in August and mined 659 bitcoin.", "btc_sold 2023-08 23"],
    ["CleanSpark was busy. On August 31 there remained 2,243 bitcoin.", "btc_held 2023-08 2243"],
    ["CleanSpark reported 2,243 bitcoin at the close of August.", "btc_held 2023-08 2243"],
    ["CleanSpark went the other way, picking up 47 bitcoin in the market during August.", "btc_purchased 2023-08 47"],
    ["CleanSpark's August\n\n| Company | BTC sold | BTC on August 31 |\n| CleanSpark | 23 | 2,243 |", "btc_held 2023-08 2243"],
    [
      "CleanSpark's figures\n\n| | August 2023 | July 2023 |\n| BTC sold | 23 | 411 |\n| Proceeds from BTC sold (US$ million) | 0.6 | 12.3 |",
      "sale_proceeds_usd 2023-07 12300000",
    ],
  ])("%s", (text, figure) => {
    expect(read(text)).toContain(`cleanspark ${figure}`);
  });
});

describe("an empty treasury", () => {
  it.each([
    "At the end of August CleanSpark held 0 bitcoin.",
    "CleanSpark held no bitcoin at the end of August.",
    "CleanSpark mined 480 bitcoin in August, sold 480 and no longer holds any coins.",
    "CleanSpark sold 480 bitcoin in August. Its bitcoin treasury was empty on August 31.",
    "CleanSpark's August\n\n| | August 2023 |\n| BTC mined | 480 |\n| BTC held | 0 |",
  ])("is a balance of none: %s", (text) => {
    expect(read(text)).toContain("cleanspark btc_held 2023-08 0");
  });

  it.each([
    "CleanSpark's August\n\n| | August 2023 |\n| BTC mined | 480 |\n| BTC held | – |",
    "CleanSpark mined 480 bitcoin in August and held no bitcoin derivatives.",
    "CleanSpark mined 480 bitcoin in August and has a balance of zero-coupon notes.",
  ])("is not what is left out, or something else: %s", (text) => {
    expect(read(text).filter((one) => one.includes("btc_held"))).toEqual([]);
  });
});

it("treasuries, stashes and bags are what companies hold", () => {
  const found = read("Treasuries, August 31, 2023\n\nHut 8's 9,366 are ahead of Riot's 7,309. CleanSpark's bag is at 2,243.");
  expect(found).toEqual(expect.arrayContaining(["hut8 btc_held 2023-08 9366", "cleanspark btc_held 2023-08 2243"]));
});
