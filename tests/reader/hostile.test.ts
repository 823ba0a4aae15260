/** Pages made to break a reader: each ends, says what was not read, and costs in proportion to its length. */
import { describe, expect, it, vi } from "vitest";
import { LONGEST, readPage } from "@/reader/page/readPage";
import { readRelease, type ReleaseReading } from "@/reader/readRelease";
import { COMPANIES, RECORD, samplesIn } from "./samples";

const read = (text: string): ReleaseReading => readRelease(text, { companies: COMPANIES, record: RECORD });

describe("hostile pages", () => {
  const pages: Readonly<Record<string, string>> = {
    "tags nested 100,000 deep": `${"<div>".repeat(100_000)}x${"</div>".repeat(100_000)}`,
    "tables nested 20,000 deep": "<table><tr><td>".repeat(20_000),
    "tags that never end": "<a href='".repeat(50_000),
    "comments that never end": "<!--".repeat(50_000),
    "a line of 60,000 words": "mined 12 bitcoin ".repeat(20_000),
    "a line of a million digits": "1".repeat(1_000_000),
    "bars alone": "|".repeat(200_000),
    "control characters": "In May 2024 Riot\u0000 Platforms mined\u0001 1\u00000 BTC\u001b[2J, \u0008it says. ".repeat(5_000),
    "heads without rows": "May 2024\nApril 2024\n".repeat(5_000),
    "brackets opened": `{"a":${"[".repeat(100_000)}`,
    "entities alone": "&amp;&lt;&#x41;".repeat(50_000),
  };

  it.each(Object.entries(pages))(
    "%s",
    (_, page) => {
      const { candidates, warnings } = read(page);
      expect(candidates.filter(({ confidence }) => confidence === "high")).toEqual([]);
      expect(candidates.length > 0 || warnings.length > 0).toBe(true);
    },
    90_000,
  );

  it("a box of half a million numbers beside another is two cells", () => {
    const page = `<html><body><span class="a">${"1 ".repeat(500_000)}coins</span><span class="b">mined</span>`;
    expect(readPage(page, "text/html").text).toMatch(/1 coins \| mined$/m);
  }, 20_000);

  it("a document beyond any release's length is read from its beginning, and said so", () => {
    const { warnings } = read(`Riot Platforms, Inc. produced 463 bitcoin in April 2025.\n${"x ".repeat(LONGEST / 2 + 10)}`);
    expect(warnings[0]).toMatch(/longer than 4 million characters: only its beginning was read/);
  }, 90_000);
});

describe("what is no text", () => {
  it.each([
    ["an archive", Buffer.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 3000 }, (_, i) => (i * 7919) % 256)]).toString("utf8")],
    ["a compressed page that would unpack to gigabytes", `\ufffd\u001f\u0000${"\ufffd\u0000".repeat(500)}`],
    ["a PDF", "%PDF-1.7\n1 0 obj << /Type /Catalog >> BTC mined 463 in April 2025"],
  ])("is said to be none: %s", (_, text) => {
    const { candidates, warnings } = read(text);
    expect(candidates).toEqual([]);
    expect(warnings[0]).toMatch(/^this is no text/);
  });
});

describe("a page twice as long", () => {
  const table = samplesIn("published").find(({ name }) => name.endsWith("riot-2024-07"))?.text ?? "";
  const prose = samplesIn("published").find(({ name }) => name.endsWith("stronghold-2024-03-release"))?.text ?? "";
  /** Characters that patterns are tried on while a text is read: counted, so that the machine's pace does not matter. */
  const work = (text: string): number => {
    let characters = 0;
    const exec: unknown = Reflect.get(RegExp.prototype, "exec");
    const counting = vi.spyOn(RegExp.prototype, "exec").mockImplementation(function (this: RegExp, on: string) {
      const from = this.global || this.sticky ? this.lastIndex : 0;
      const match = Reflect.apply(exec as RegExp["exec"], this, [on]);
      characters += match === null ? on.length - from : match.index + match[0].length - from + 1;
      return match;
    });
    read(text);
    counting.mockRestore();
    return characters;
  };

  it.each([
    ["of tables", `${table}\n`],
    ["of sentences", `${prose}\n\n`],
    ["of one line", prose.replace(/\s+/g, " ")],
    ["of HTML", `<p>${prose}</p><table><tr><td>Bitcoin produced</td><td>463</td></tr></table>`],
  ])(
    "%s takes twice the work, not four times",
    (_, text) => {
      const short = text.repeat(8);
      expect(work(short)).toBeGreaterThan(short.length);
      expect(work(text.repeat(16)) / work(short)).toBeLessThan(2.3);
    },
    90_000,
  );
});

describe("what a page says about itself", () => {
  const page = (head: string): string =>
    `<html><head>${head}</head><body><h1>Riot mined 463 bitcoin in April</h1><p>Riot Platforms produced 463 bitcoin in April and sold 475.</p></body></html>`;

  it.each([
    ["a meta tag", '<meta property="article:published_time" content="2025-05-05T12:00:00Z">'],
    ["JSON-LD", '<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2025-05-05T12:00:00Z"}</script>'],
    ["a time element", '<time datetime="2025-05-05">Monday</time>'],
  ])("%s gives the day of publication, and the day the month", (_, head) => {
    const { publishedOn, candidates } = read(page(head));
    expect(publishedOn).toBe("2025-05-05");
    expect(candidates.map(({ metric, period, value }) => [metric, period, value])).toContainEqual(["btc_produced", "2025-04", 463]);
  });

  it("its own address, as canonical link or first line, is known", () => {
    expect(readPage(page('<link rel="canonical" href="https://x.example/a">')).address).toBe("https://x.example/a");
    expect(readPage("https://x.example/b\n\nText").address).toBe("https://x.example/b");
  });

  it("of an EDGAR submission the documents with words are read, and its day is the filing's", () => {
    const text = `<SEC-DOCUMENT>x.txt : 20250505\n<SEC-HEADER>\nFILED AS OF DATE:\t\t20250505\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>8-K\n<TEXT>\n<html><body><p>Riot Platforms, Inc.</p></body></html>\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n<html><body><p>Riot Platforms produced 463 bitcoin in April 2025.</p></body></html>\n</TEXT>\n</DOCUMENT>\n<DOCUMENT>\n<TYPE>GRAPHIC\n<TEXT>\nbegin 644 a.jpg\nM999 bitcoin mined\n</TEXT>\n</DOCUMENT>`;
    const { publishedOn, candidates } = read(text);
    expect(publishedOn).toBe("2025-05-05");
    expect(candidates.map(({ value }) => value)).toEqual([463]);
  });
});
