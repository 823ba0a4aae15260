/**
 * A figure that is like the months around it may still be a guess, a part of the whole or somebody else's: where words say so and nothing
 * else confirms it, nothing is certain. The record ends with July 2024, when CleanSpark had mined 494 bitcoin and held 7,082.
 */
import { describe, expect, it } from "vitest";
import { CompanyFinder } from "@/reader/mentions/companies";
import { matchesIn } from "@/reader/page/page";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES, RECORD } from "./samples";

const certainIn = (text: string): string[] =>
  readRelease(`CleanSpark (NASDAQ: CLSK) update for August 2024\n\nSeptember 4, 2024\n\n${text}`, {
    companies: COMPANIES,
    record: RECORD,
    recordBefore: "2024-08",
    publishedOn: "2024-09-04",
  }).candidates.flatMap(({ confidence, metric, period, value }) => (confidence === "high" ? [`${metric} ${period} ${value}`] : []));

it("the same words without such a hint are", () => {
  expect(certainIn("CleanSpark mined 478 bitcoin in August 2024.")).toEqual(["btc_produced 2024-08 478"]);
});

it.each([
  "CleanSpark's hosting customers mined 455 bitcoin in August 2024.",
  "CleanSpark expects to have mined 480 bitcoin in August 2024.",
  "CleanSpark mined an average of 470 bitcoin a month in the three months ended August 31, 2024.",
  "A finales de agosto de 2024 CleanSpark tenía 6.900 bitcoins libres de gravámenes.",
  "Ende August 2024 hielt CleanSpark 6.900 unbelastete Bitcoin.",
  "As collateral for its credit line CleanSpark held 6,900 bitcoin on August 31, 2024.",
  "As of September 3, 2024, CleanSpark held 7,600 bitcoin.",
  "CleanSpark had mined 430 bitcoin by August 28, 2024.",
  "Analysts estimate that CleanSpark mined 470 bitcoin in August 2024.",
  "CleanSpark could have mined 490 bitcoin in August 2024 had it not curtailed.",
  "Without its new sites in Tennessee CleanSpark mined 430 bitcoin in August 2024.",
  "CleanSpark's campuses in Georgia mined 400 bitcoin in August 2024.",
  "CleanSpark mined 520 bitcoin in August 2024 before pool fees and hosting.",
  "The loan was of 6,800 bitcoin at the end of August 2024.",
  "CleanSpark's rival held 7,000 bitcoin at the end of August 2024.",
  "CleanSpark mined 455 bitcoin in the first 28 days of August 2024.",
  "CleanSpark held 7,100 bitcoin in cold storage on August 31, 2024, besides what is pledged.",
  "CleanSpark's joint venture mined 410 bitcoin in August 2024, of which CleanSpark owns half.",
  "CleanSpark's target was to mine 500 bitcoin in August 2024.",
  "Its pro forma production with GRIID would be 520 bitcoin in August 2024.",
  "CleanSpark mined about 16 bitcoin a day, or roughly 490 bitcoin, in August 2024.",
  "CleanSpark denied reports that it mined 440 bitcoin in August 2024.",
  "CleanSpark's preliminary count of 485 bitcoin mined in August 2024 was wrong.",
  "CleanSpark said on August 15, 2024, that it held 7,250 bitcoin.",
  "CleanSpark bought machines for 6,800 bitcoin in August 2024.",
  "Since the halving CleanSpark has mined 490 bitcoin a month, August 2024 included.",
  "Unlike MARA, which held 7,300 bitcoin more, CleanSpark sold nothing in August 2024.",
  "CleanSpark produced 474 bitcoin in August 2024 according to one tracker and 482 according to another.",
  "Together with the acquired GRIID, CleanSpark held 7,700 bitcoin on August 31, 2024.",
  "CleanSpark mined 478 bitcoin or bitcoin equivalents in August 2024.",
  "BTC-equivalent holdings were 7,300 on August 31, 2024.",
  "Its coins, 7,250 BTC equivalent, were all kept at the end of August 2024.",
  "CleanSpark hosts two clients. In August 2024 they mined 470 bitcoin.",
  "CleanSpark mined 470 bitcoin by August 2024.",
  "CleanSpark's month of August 2024 (July 28 to August 31): it mined 470 bitcoin.",
  "A visitor claimed: CleanSpark mined 470 bitcoin in August 2024.",
  "CleanSpark mined 470 bitcoin in August 2024, according to our tally.",
  "CleanSpark minó 470 bitcoins en agosto de 2024, según cálculos propios.",
  "Prévisions : CleanSpark a miné 470 bitcoins en août 2024.",
  "CleanSpark, an example: if it held 7,082 bitcoin and mined 478 and sold 2, it held 7,558 bitcoin on August 31, 2024.",
  "CleanSpark competes with a neighbor. In August 2024 it mined 470 bitcoin.",
  "CleanSpark mined 470 bitcoin in August of its fiscal 2025.",
  "CleanSpark mined 478 bitcoin in August 2024.\n\nA correction: it was 465 bitcoin instead of 478 bitcoin.",
  "CleanSpark's holdings were close on 7,300 bitcoin on August 31, 2024.",
  "CleanSpark held 7,082 bitcoin on August 31, 2024, and 7,200 bitcoin on July 31, 2024.",
  "CleanSpark mined 470 bitcoin in August 2024, a guess at this point.",
  "| Month | Bitcoin mined |\n| August 2024* | 470 |\n\n* our estimate",
  "| | August 2024† |\n| Bitcoin mined | 470 |\n\n† Preliminary; the final count follows",
  "| Bitcoin mined, guidance | 490 |",
  "| | August 2024 | July 2024 |\n| Average bitcoin held | 7,300 | 6,800 |",
  "CleanSpark hat nach Schätzung von Analysten im August 2024 etwa 470 Bitcoin geschürft.",
])("certain of nothing: %s", (text) => {
  expect(certainIn(text)).toEqual([]);
});

it.each(["What analysts expect", "Our model", "Budget", "A scenario", "Forecast"])(
  "a heading that tells of a guess or a plan makes nothing certain below it: %s",
  (heading) => {
    expect(certainIn(`${heading}\n\nCleanSpark mined 478 bitcoin in August 2024.`)).toEqual([]);
    expect(
      certainIn(`<h2>${heading}</h2><table><tr><th></th><th>August 2024</th></tr><tr><td>Bitcoin mined</td><td>478</td></tr></table>`),
    ).toEqual([]);
  },
);

it.each([
  ["Key highlights", ["btc_produced 2024-08 478"]],
  ["Operational and financial summary", ["btc_produced 2024-08 478"]],
  ["CleanSpark keeps growing in August 2024", ["btc_produced 2024-08 478"]],
  ["Georgia campuses", []],
  ["Leaked numbers", []],
  ["Illustration", []],
  ["What full power would give", []],
  ["CleanSpark's hosting customers", []],
])("words alone are certain only under a heading or behind a label of plain words, or a title: %s", (heading, certain) => {
  const text = "CleanSpark mined 478 bitcoin in August 2024.";
  expect(certainIn(`${heading}\n\n${text}`)).toEqual(certain);
  expect(certainIn(`${heading}: ${text}`)).toEqual(certain);
});

it.each([
  ["The month went well.", ["btc_produced 2024-08 478"]],
  ["Here are the numbers.", ["btc_produced 2024-08 478"]],
  ["The company today announced its production for August.", ["btc_produced 2024-08 478"]],
  ["A forged release was sent out in the morning.", []],
  ["An earlier statement named the other month.", []],
  ["The number below is a typo.", []],
  ["What follows was taken down within the hour.", []],
  ["The company has since restated the month.", []],
  ["None of this happened.", []],
  ["We got it wrong.", []],
  ["The following is invented.", []],
  ["Readers sent in their guesses.", []],
])(
  "a sentence ahead that tells of a guess, or of a statement in other than plain words, leaves words alone to a person: %s",
  (ahead, certain) => {
    const text = "CleanSpark mined 478 bitcoin in August 2024.";
    expect(certainIn(`${ahead} ${text}`)).toEqual(certain);
    expect(certainIn(`${ahead}\n\n${text}`)).toEqual(certain);
  },
);

it.each([
  ["That is 3% less than in July.", ["btc_produced 2024-08 478"]],
  ["This was its own record, at 15.4 bitcoin a day.", ["btc_produced 2024-08 478"]],
  ["The company's hashrate rose.", ["btc_produced 2024-08 478"]],
  ["That is what a forged release said.", []],
  ["This includes coins of its customers.", []],
  ["The figure counts GRIID's from before the merger.", []],
  ["Or so it hoped.", []],
  ["Is that so?", []],
])("a sentence that goes on about the figure before it in other than plain words leaves it to a person: %s", (next, certain) => {
  expect(certainIn(`CleanSpark mined 478 bitcoin in August 2024. ${next}`)).toEqual(certain);
});

describe.each(["Scratch that.", "No, wait: not so.", "Only joking!", "Please ignore the above.", "We take it back.", "Wrong."])(
  "a figure that the next few words take back is never certain: %s",
  (words) => {
    it.each([
      ["a sentence", "CleanSpark mined 478 bitcoin in August 2024. "],
      ["a clause", "CleanSpark mined 478 bitcoin in August 2024 – "],
      ["a table", "| | August 2024 |\n| Bitcoin mined | 478 |\n\n"],
    ])("%s, though the record has it", (_, text) => {
      const page = `CleanSpark (NASDAQ: CLSK) update for August 2024\n\nSeptember 4, 2024\n\n${text}`;
      const certain = (whole: string): unknown[] =>
        readRelease(whole, { companies: COMPANIES, record: RECORD }).candidates.filter(({ confidence }) => confidence === "high");
      expect([
        certain(page).length,
        certain(page + (page.endsWith("– ") ? words.charAt(0).toLowerCase() + words.slice(1) : words)).length,
      ]).toEqual([1, 0]);
    });
  },
);

it.each([
  ["Pure invention.", []],
  ["As if.", []],
  ["Its machines sold none.", ["btc_produced 2024-08 478"]],
  ["Investors were pleased with the pace of growth.", ["btc_produced 2024-08 478"]],
])("a sentence of two or three odd words behind a figure leaves words alone to a person: %s", (next, certain) => {
  expect(certainIn(`CleanSpark mined 478 bitcoin in August 2024. ${next}`)).toEqual(certain);
});

const FITTING = [
  ["a rate per day", "That is 15.2 bitcoin per day."],
  ["a second statement", "In detail: BTC mined in August 2024: 470"],
] as const;
describe.each(FITTING)("what fits an amount does not say what it is an amount of: %s", (_, fitting) => {
  it.each([
    ["CleanSpark mined 470 bitcoin in August 2024.", ["btc_produced 2024-08 470"]],
    ["The company's machines mined approximately 470 bitcoin in August 2024, 5% less than in July.", ["btc_produced 2024-08 470"]],
    ["CleanSpark's campuses in Georgia mined 470 bitcoin in August 2024.", []],
    ["CleanSpark trails a miner that mined 470 bitcoin in August 2024.", []],
    ["CleanSpark mined half of the 470 bitcoin of August 2024.", []],
    ["CleanSpark mined 470 bitcoin (15.2 a day) in Georgia in August 2024.", []],
    ["CleanSpark mined 470 bitcoin from August 3 to August 31, 2024.", []],
    ["Since the halving CleanSpark has mined 470 bitcoin a month, August 2024 included.", []],
  ])("%s", (text, certain) => {
    expect(
      certainIn(`${text}\n\n${certain.length > 0 ? fitting : fitting.replace(/^In detail: .*/, text.replace("bitcoin", "BTC"))}`),
    ).toEqual(certain);
  });
});

it.each([
  ["CleanSpark sold 470 bitcoin for $28.2 million in August 2024.", ["btc_sold 2024-08 470", "sale_proceeds_usd 2024-08 28200000"]],
  ["CleanSpark's hosting customers sold 470 bitcoin for $28.2 million in August 2024.", []],
  ["CleanSpark sold half of the 470 bitcoin for $28.2 million in August 2024.", []],
])("dollars are as certain as the coins that they were paid for: %s", (text, certain) => {
  expect(certainIn(text).sort()).toEqual(certain);
});

it.each([
  "CleanSpark mined 478 bitcoin in August 2024.\n\nErratum: read 487.",
  "CleanSpark mined 478 bitcoin in August 2024.\n\nAn earlier version of this text had another number.",
  "CleanSpark mined 478 bitcoin in August 2024, but later withdrew this.",
  "CleanSpark mined 478 bitcoin in August 2024. Sorry: in July.",
  "April fools!\n\nCleanSpark mined 478 bitcoin in August 2024.",
  "Korrektur: Die Zahl war falsch.\n\nCleanSpark mined 478 bitcoin in August 2024.",
  "CleanSpark mined 478 bitcoin in August 2024.\n\nThis summary was written by a bot.",
])("words alone make nothing certain on a page that takes something back, or that a machine wrote: %s", (text) => {
  expect(certainIn(text)).toEqual([]);
});

it("a figure that the record has is certain where the page states it as a fact once, whatever it says elsewhere", () => {
  const text =
    "CleanSpark (NASDAQ: CLSK) update for August 2024\n\nSeptember 4, 2024\n\nA rival estimates that CleanSpark mined 478 bitcoin in August 2024.\n\nCleanSpark mined 478 bitcoin in August 2024.";
  const { candidates } = readRelease(text, { companies: COMPANIES, record: RECORD, publishedOn: "2024-09-04" });
  expect(candidates.map(({ confidence, value }) => [confidence, value])).toEqual([["high", 478]]);
});

it("of what is pledged and what was held, only the one is certain that the record has", () => {
  const words = "Collateral: 6,900 bitcoin at the end of August 2024, against 7,082 bitcoin held at the end of July 2024.";
  expect(certainIn(words)).toEqual(["btc_held 2024-07 7082"]);
});

it("a round amount is certain where the books close with it, which they hardly do by chance", () => {
  const figures = "Mined in August 2024: 596. Sold: 120. Held on August 31, 2024: 7,558 bitcoin.";
  expect(certainIn(figures)).toContain("btc_sold 2024-08 120");
  expect(certainIn(figures.replace("Sold: 120", "Sold: 140"))).not.toContain("btc_sold 2024-08 140");
});

it("a note that only explains what is counted leaves a figure certain", () => {
  const note = "* Includes the coins of its sites in Georgia, which are pledged in part to lenders";
  expect(certainIn(`| | August 2024 |\n| Bitcoin mined* | 478 |\n\n${note}`)).toEqual(["btc_produced 2024-08 478"]);
});

it.each([
  ["CleanSpark mined", ["btc_produced 2024-08 478"]],
  ["CleanSpark never mined", []],
  ["Its landlord mined", []],
  ["Perhaps CleanSpark mined", []],
  ["CleanSpark's guidance was", []],
])("nor where the record has the same: %s", (words, certain) => {
  const text = `CleanSpark (NASDAQ: CLSK) update for August 2024\n\nSeptember 4, 2024\n\n${words} 478 bitcoin in August 2024.`;
  const { candidates } = readRelease(text, { companies: COMPANIES, record: RECORD, publishedOn: "2024-09-04" });
  const high = candidates.filter(({ confidence }) => confidence === "high");
  expect(high.map(({ metric, period, value }) => `${metric} ${period} ${value}`)).toEqual(certain);
});

it.each([
  "We look for 470 mined in August 2024 after 494 in July.",
  "Analysts had modelled an output of 470 bitcoin in August 2024.",
  "Against a consensus of 470 bitcoin mined in August 2024 the company did well.",
  "Les analystes attendent une production de 470 bitcoins en août 2024.",
  "Los analistas esperan 470 bitcoins minados en agosto de 2024.",
])("what somebody expects is no figure: %s", (text) => {
  const { candidates } = readRelease(`CleanSpark (NASDAQ: CLSK): August 2024\n\n${text}`, {
    companies: COMPANIES,
    record: RECORD,
    recordBefore: "2024-08",
  });
  expect(candidates.filter(({ value }) => value === 470)).toEqual([]);
});

it.each([
  ["target", ["btc_produced 2024-07 494"]],
  ["as previously reported", ["btc_produced 2024-07 494"]],
])("a row whose label says so confirms only what the record has: bitcoin mined, %s", (label, certain) => {
  expect(certainIn(`| | August 2024 | July 2024 |\n| Bitcoin mined, ${label} | 470 | 494 |`)).toEqual(certain);
});

it.each([
  ["Q2 2024", []],
  ["the second quarter of 2024", []],
  ["calendar quarter ended June 30, 2024", ["btc_held 2024-06 6591"]],
])("a quarter that may be the calendar's or the company's makes nothing certain: %s", (quarter, certain) => {
  const text = `CleanSpark (NASDAQ: CLSK) in ${quarter}\n\nAugust 1, 2024\n\nCleanSpark's treasury rose to 6,591 BTC in ${quarter}. The treasury, now holding 6,591 BTC, is its pride.`;
  const { candidates } = readRelease(text, { companies: COMPANIES, record: RECORD, recordBefore: "2024-06", publishedOn: "2024-08-01" });
  const high = candidates.filter(({ confidence }) => confidence === "high");
  expect(high.map(({ metric, period, value }) => `${metric} ${period} ${value}`)).toEqual(certain);
});

it.each([
  ["sold no bitcoin in April 2022", ["btc_sold 2022-04 0"]],
  ["has not sold any bitcoin since it began to keep them", []],
  ["mined 299 coins in April 2022 and has sold none so far", []],
  ["kept them all: it hasn't sold any", []],
])("that none were sold is certain of a month only where it is told of it: %s", (words, certain) => {
  const { candidates } = readRelease(`Marathon Digital (NASDAQ: MARA) update for April 2022\n\nMay 4, 2022\n\nMarathon ${words}.`, {
    companies: COMPANIES,
    record: RECORD,
    publishedOn: "2022-05-04",
  });
  const sold = candidates.filter(({ confidence, metric }) => confidence === "high" && metric === "btc_sold");
  expect(sold.map(({ metric, period, value }) => `${metric} ${period} ${value}`)).toEqual(certain);
});

const certainSales = (text: string): string[] =>
  readRelease(text, { companies: COMPANIES, record: RECORD, recordBefore: "2025-06", publishedOn: "2025-07-09" }).candidates.flatMap(
    ({ confidence, metric, company, value }) =>
      confidence === "high" && metric !== "btc_produced" ? [`${company} ${metric} ${value}`] : [],
  );

it("a sentence whose subject is a name that is not known makes nothing certain of the company before", () => {
  const of = (subject: string): string[] =>
    certainSales(
      `Miners in June 2025\n\nJuly 9, 2025\n\nMARA and CleanSpark mined less. Bitfarms mined 240 BTC in June 2025. ${subject} sold 300 BTC at $105,000 each for $31.5M in June 2025.`,
    );
  expect(of("Bitfarms")).toContain("bitfarms sale_proceeds_usd 31500000");
  expect(of("Kestrel")).toEqual([]);
  expect(of("Kestrel's fleet")).toEqual([]);
  expect(of("Kestrel, once bought by MARA,")).toEqual([]);
});

it.each([
  ["CleanSpark buys machines.", ["cleanspark sale_proceeds_usd 31500000"]],
  ["CleanSpark buys a tenth of Bitfarms.", []],
])("what a sentence says of “the company” is certain only where the one before it names no second: %s", (before, certain) => {
  expect(certainSales(`July 9, 2025\n\n${before} The company sold 300 BTC at $105,000 each for $31.5M in June 2025.`)).toEqual(certain);
});

it("a name with another trade behind it is somebody else's", () => {
  const of = (name: string): string[] =>
    certainSales(`July 9, 2025\n\n${name} sold 310 BTC at $105,000 each for $32.55M in June 2025. ${name} is pleased.`);
  expect(of("Cipher")).toContain("cipher btc_sold 310");
  expect(["Cipher Labs", "Cipher Capital", "Cipher Energy"].flatMap(of)).toEqual([]);
});

it("a verb behind a name in a headline leaves the name what it is, and so does a word of another trade with its noun", () => {
  const of = (headline: string): readonly string[] => new CompanyFinder(COMPANIES).mentions(headline).map(({ id }) => id);
  expect(["Bitfarms Partners With Google", "Riot Funds Its Expansion"].map(of)).toEqual([["bitfarms"], ["riot"]]);
  expect(["Riot Energy Credits Rise", "Cipher Capital Raise Closes"].map(of)).toEqual([["riot"], ["cipher"]]);
  expect(["Riot Games Sells a Studio", "Marathon Oil Profit Rises", "Cipher Energy Sells a Plant"].map(of)).toEqual([[], [], []]);
});

it("matches are found once each, also empty ones between characters of two code units; a pattern that finds the first alone is refused", () => {
  expect(matchesIn("a₿😀b", /(?=\p{L})|$/gu).map(({ index }) => index)).toEqual([0, 4, 5]);
  expect(matchesIn("😀😀", /x*/gu)).toHaveLength([..."😀😀".matchAll(/x*/gu)].length);
  expect(() => matchesIn("a", /a/)).toThrow("global");
});

it("holdings that are those of the month before are old where they changed just before", () => {
  const of = (held: string): string[] =>
    readRelease(`Cango update for August 2025\n\nSeptember 3, 2025\n\nCango held ${held} BTC on August 31, 2025.`, {
      ...{ companies: COMPANIES, record: RECORD, recordBefore: "2025-08", publishedOn: "2025-09-03" },
    }).candidates.flatMap(({ confidence, value }) => (confidence === "high" ? [String(value)] : []));
  expect(of("5,193.4")).toEqual(["5193.4"]);
  expect(of("4,529.7")).toEqual([]);
});

it("the first word of a name that the page gives in full stands for it where it acts", () => {
  const text =
    "Miners in June 2025\n\nJuly 9, 2025\n\nMARA and Core Scientific mined less. Bitfarms mined 240 BTC in June 2025. Core sold 300 BTC for $31.5M in June 2025.";
  const { candidates } = readRelease(text, { companies: COMPANIES, record: RECORD, recordBefore: "2025-06", publishedOn: "2025-07-09" });
  expect(candidates.find(({ metric }) => metric === "btc_sold")).toMatchObject({ company: "core-scientific", value: 300 });
});

const IN_PASSING = `June production is here - 190 BTC

TL;DR for those who are at work and cannot open the release, as a service to the community of this forum, which asks for it every month:
- 190 BTC in June 2025, mined at 13 EH/s

Cipher trades at ten times less.`;

it("nothing is certain of a company that a page about another one names in passing", () => {
  const { candidates } = readRelease(IN_PASSING, { companies: COMPANIES, record: RECORD, recordBefore: "2025-06" });
  expect(candidates.map(({ value, confidence }) => [value, confidence])).toContainEqual([190, "low"]);
});

it("an address may write a name without the space between its words", () => {
  const address = "https://forum.example/r/HIVEDigital/comments/1";
  expect(readRelease(IN_PASSING, { companies: COMPANIES, record: RECORD, address }).company).toBe("hive");
});

it.each([
  "CleanSpark mined 470 bitcoin in August 2024.",
  "In August 2024, the company mined 470 bitcoin, up 3% from a year before.",
  "CleanSpark announced that it mined approximately 471 bitcoin during August 2024.",
  "El minero CleanSpark produjo 470 bitcoins en agosto de 2024.",
  "CleanSpark a miné 470 bitcoins en août 2024.",
  "CleanSparkは2024年8月に470BTCを採掘した。",
])("a plain statement is certain by itself: %s", (text) => {
  expect(certainIn(text)).toEqual([expect.stringMatching(/^btc_produced 2024-08 47[01]$/)]);
});

it.each([
  "Its lender held 7,500 bitcoin on August 31, 2024.",
  "CleanSpark trails a miner that mined 500 bitcoin in August 2024.",
  "CleanSpark mined 470 bitcoin in August 2024 until the storm.",
  "CleanSpark mined 470 bitcoin from August 3 to August 31, 2024.",
  "CleanSpark mined 470 bitcoin in August 2024, with four days to go.",
  "CleanSpark mined 470 bitcoin in Georgia in August 2024.",
  "CleanSpark held options on 7,500 bitcoin on August 31, 2024.",
  "CleanSpark mined at least 470 bitcoin in August 2024.",
  "CleanSpark mined about 470 bitcoin in August 2024.",
  "CleanSpark mined half of the 470 bitcoin of August 2024.",
  "CleanSpark never mined 470 bitcoin in August 2024.",
  "Had CleanSpark mined 470 bitcoin in August 2024, it would have led.",
  "Did CleanSpark hold 7,500 bitcoin on August 31, 2024?",
  "Su filial minó 470 bitcoins en agosto de 2024.",
  "CleanSpark no minó 470 bitcoins en agosto de 2024.",
  "Bitcoin produced (MTD): 470",
  "MARA said that CleanSpark mined 470 bitcoin in August 2024.",
  "CleanSpark mined 470 wrapped bitcoin in August 2024.",
  "- Production, Georgia: 470 BTC",
  "Die Tochter von CleanSpark hat im August 2024 470 Bitcoin geschürft.",
  "CleanSparkの子会社は2024年8月に470BTCを採掘した。",
])("any other word beside a figure may make it another one: %s", (text) => {
  expect(certainIn(text)).toEqual([]);
});

const certainBesideJuly = (text: string): string[] => certainIn(text).filter((one) => !one.includes("2024-07"));

it("a figure beside one of the record is, where it is told as a fact", () => {
  expect(certainBesideJuly("CleanSpark mined 478 bitcoin in August 2024, compared to 494 bitcoin in July 2024.")).toEqual([
    "btc_produced 2024-08 478",
  ]);
});

it.each([
  "CleanSpark probably mined 478 bitcoin in August 2024, compared to 494 bitcoin in July 2024.",
  "CleanSpark may have mined 478 bitcoin in August 2024, compared to 494 bitcoin in July 2024.",
  "If CleanSpark mined 478 bitcoin in August 2024, as against 494 bitcoin in July 2024, it did well.",
  "CleanSpark did not mine 478 bitcoin in August 2024, after 494 bitcoin in July 2024.",
  "CleanSpark mined at least 470 bitcoin in August 2024, compared to 494 bitcoin in July 2024.",
  "Its neighbor mined 478 bitcoin in August 2024, compared to 494 bitcoin in July 2024.",
  "Its tenants mined 478 bitcoin in August 2024. The tenants' 478 bitcoin were mined in August 2024 with its power.",
  "Consensus for CleanSpark: 478 bitcoin mined in August 2024, down 3.2% from July.",
  "Bitcoin mined (E): 478 in August 2024, compared to 494 bitcoin in July 2024.",
  "CleanSpark mined 478 bitcoin as planned for August 2024, compared to 494 bitcoin in July 2024.",
  "CleanSpark may end August 2024 with 7,558 bitcoin, compared to 7,082 bitcoin at the end of July 2024.",
  "At constant difficulty 478 bitcoin would have been mined in August 2024, compared to 494 bitcoin in July 2024.",
  "Our model puts CleanSpark at 478 bitcoin mined in August 2024, compared to 494 bitcoin in July 2024.",
  "CleanSpark sold shares for 300 bitcoin in August 2024, which is $18.0 million.",
  "Someone in Georgia sold 300 bitcoin in August 2024 for $18.0 million.",
  "CleanSpark was to have sold 300 bitcoin in August 2024 for $18.0 million.",
  "Der Nachbar von CleanSpark schürfte im August 2024 478 Bitcoin, nach 494 Bitcoin im Juli 2024.",
  "Los clientes de CleanSpark minaron 478 bitcoins en agosto de 2024, frente a 494 bitcoins en julio de 2024.",
  "CleanSpark aurait miné 478 bitcoins en août 2024, contre 494 bitcoins en juillet 2024.",
  "据传CleanSpark在2024年8月产出478枚比特币，低于2024年7月的494枚。",
  "If CleanSpark mined 478 bitcoin and sold 2 in August 2024, it held 7,558 bitcoin at the end of August 2024.",
  "| | August 2024 (preliminary) | July 2024 |\n| Bitcoin mined | 478 | 494 |",
  "| | Change in August 2024 | July 2024 |\n| Bitcoin mined | 478 | 494 |",
  "| Month | Bitcoin mined |\n| July 2024 | 494 |\n| August 2024 (est.) | 478 |",
  "| Month | Bitcoin mined |\n| July 2024 | 494 |\n| Average | 478 |",
])("guesses, bounds, plans and other people's figures are not, though arithmetic fits them: %s", (text) => {
  expect(certainBesideJuly(text)).toEqual([]);
});

it("of two amounts that the record has for one month, as a correction names them, neither is certain", () => {
  const text =
    "Bitfarms (NASDAQ: BITF) update\n\nSeptember 5, 2024\n\nJuly 2024 production was given as 243 bitcoin; it should have read 253 bitcoin.";
  const { candidates } = readRelease(text, { companies: COMPANIES, record: RECORD, publishedOn: "2024-09-05" });
  expect(candidates.filter(({ period, confidence }) => period === "2024-07" && confidence === "high")).toEqual([]);
});

it("the record's amount for the month or the year before is an old one under a new date, as far as words alone go", () => {
  expect(certainIn("CleanSpark mined 494 bitcoin in August 2024.")).toEqual([]);
  expect(certainIn("CleanSpark mined 493 bitcoin in August 2024.")).toEqual(["btc_produced 2024-08 493"]);
});

it("of a time that had not begun when a document came out nothing is offered", () => {
  const text = `CleanSpark (NASDAQ: CLSK) in August 2024

CleanSpark sold 23 bitcoin in August 2024. It sold 4,826 bitcoin in 2026 and 2,844 bitcoin in July 2027.`;
  const periods = readRelease(text, { companies: COMPANIES, publishedOn: "2024-09-04" }).candidates.map(({ period }) => period);
  expect(periods).toContain("2024-08");
  expect(periods.filter((period) => period > "2024-09")).toEqual([]);
});
