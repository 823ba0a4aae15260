/** Pages that do not name their company, or their year: what their metadata, pictures and addresses say, which makes nothing certain. */
import { describe, expect, it } from "vitest";
import { toQueue } from "@/finder/run/toQueue";
import { readRelease, type ReleaseReading } from "@/reader/readRelease";
import { COMPANIES, RECORD } from "./samples";

const TEXT = "In August 2024 the Company mined 478 bitcoin.";
const reading = (text: string): ReleaseReading => readRelease(text, { companies: COMPANIES, record: RECORD });
const read = (text: string): string[] =>
  reading(text).candidates.map(({ company, metric, period, plain, confidence }) => `${company} ${metric} ${period} ${plain} ${confidence}`);
const html = (head: string, body: string): string => `<html><head>${head}</head><body>${body}</body></html>`;

describe("the company of a page that does not name it", () => {
  it.each([
    ["its title", html("<title>CleanSpark | News</title>", `<p>${TEXT}</p>`)],
    ["the name of its site", html('<meta property="og:site_name" content="CleanSpark, Inc.">', `<p>${TEXT}</p>`)],
    ["its publisher", html('<script type="application/ld+json">{"publisher":{"name":"CleanSpark, Inc."}}</script>', `<p>${TEXT}</p>`)],
    ["its logo", html("", `<img src="logo.svg" alt="CleanSpark"><p>${TEXT}</p>`)],
    ["an address for mail", `${TEXT}\n\nContact: ir@cleanspark.com`],
    ["its site", `${TEXT}\n\nMore at https://investors.cleanspark.com/news`],
  ])("is told by %s, and never certain, even if the record has the figure", (_, page) => {
    expect(read(page)).toEqual(["cleanspark btc_produced 2024-08 478 low"]);
  });

  it("is nobody's where these tell of two", () => {
    expect(read(`${TEXT}\n\nContact: ir@cleanspark.com, news@bitfarms.com`)).toEqual([]);
  });

  it("is the one that the text names, whoever publishes it", () => {
    const page = html('<meta property="og:site_name" content="CleanSpark, Inc.">', `<p>Bitfarms (NASDAQ: BITF)</p><p>${TEXT}</p>`);
    expect(read(page).map((one) => one.split(" ")[0])).toEqual(["bitfarms"]);
  });
});

it.each([
  ["the line of its rights", "\n\nAll about our mines. Copyright © 2021 Bitfarms Ltd."],
  ["the day of its last change", '<meta property="article:modified_time" content="2021-08-03">'],
])("the year of a page without one is told by %s, and never certain", (_, more) => {
  const lead = more.startsWith("<") ? html(more, "<p>Bitfarms in July</p><p>Bitfarms mined 391 bitcoin in July.</p>") : "";
  const text = lead === "" ? `Bitfarms in July\n\nBitfarms mined 391 bitcoin in July.${" We go on.".repeat(700)}${more}` : lead;
  const { candidates } = readRelease(text, { companies: COMPANIES });
  expect(candidates.map(({ period, confidence }) => [period, confidence])).toEqual([["2021-07", "low"]]);
});

describe("a form's cover", () => {
  const cover = (name: string): string => `UNITED STATES
SECURITIES AND EXCHANGE COMMISSION
Washington, D.C. 20549

FORM 10-Q

For the quarterly period ended September 30, 2024

${name}
(Exact name of registrant as specified in its charter)

As of September 30, 2024, the Company held 8,049 bitcoin.`;
  const about = { sha256: "", address: "", kind: "filing", title: "", publishedOn: null, retrievedOn: "2024-11-20" } as const;

  it("names the company and the form in the title of the document", () => {
    expect(toQueue(reading(cover("CLEANSPARK, INC.")), about).title).toBe("CLEANSPARK, INC., Form 10-Q");
    expect(toQueue(reading(cover("Kestrel Ridge Inc.")), about).title).toBe("Kestrel Ridge Inc., Form 10-Q");
    expect(toQueue(reading("CleanSpark mined 478 bitcoin"), about).title).toBe("CleanSpark mined 478 bitcoin");
  });

  it("names a company whose figures may be certain", () => {
    expect(read(cover("CLEANSPARK, INC."))).toEqual(["cleanspark btc_held 2024-09 8049 high"]);
  });
});
