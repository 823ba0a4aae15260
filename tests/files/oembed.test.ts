import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Embed, embedHeight, embedSnippet, oembed, oembedLink } from "@/files/oembed";
import { anyText } from "./tables";

const EMBED: Embed = {
  address: "https://example.org/embed/pooled?per=month&c=riot",
  title: "Share of production sold",
  alt: "A line from 20% to 60%.",
  width: 800,
  margin: 24,
  layouts: [
    { from: 500, ratio: 0.5, least: 0, most: null, words: 62 },
    { from: 0, ratio: 1.25, least: 0, most: 440, words: 100 },
  ],
};

describe("embedding", () => {
  it("the snippet is one frame that loads late and names what it shows", () => {
    expect(embedSnippet(EMBED)).toBe(
      '<div style="container-type:inline-size"><iframe src="https://example.org/embed/pooled?per=month&amp;c=riot" title="Share of production sold. A line from 20% to 60%." ' +
        'width="800" height="450" loading="lazy" style="display:block;border:0;width:100%;max-width:800px;height:max(' +
        "(max((min(100cqw, 800px) - 24px), 0px)*0.5000 + 62px), " +
        'min((clamp(0px, (min(100cqw, 800px) - 24px), 440px)*1.2500 + 100px), (500px - 100cqw)*999))"></iframe></div>',
    );
  });

  it("a frame is as high as its layout at that width: the chart in proportion, the words around it on top", () => {
    expect([320, 499, 500, 800].map((width) => embedHeight(EMBED, width))).toEqual([470, 650, 300, 450]);
  });

  it("whatever title and alternative text say, the snippet stays one frame with that name", () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('"><script>alert(1)</script>', "'x'", "a & b"), (title, alt) => {
        const page = load(embedSnippet({ ...EMBED, title, alt }), undefined, false);
        expect(page.root().children()).toHaveLength(1);
        expect(page("iframe")).toHaveLength(1);
        expect(page("iframe").attr("src")).toBe(EMBED.address);
        expect(page("iframe").attr("title")).toContain(alt);
      }),
    );
  });

  it("the oEmbed answer is of type rich, holds the snippet, and is never larger than asked for", () => {
    const answer = oembed(EMBED, { site: "https://example.org", maxWidth: 400, maxHeight: 1000 });
    expect(answer).toMatchObject({
      type: "rich",
      version: "1.0",
      title: "Share of production sold",
      provider_name: "Sellthrough",
      provider_url: "https://example.org",
      width: 400,
      height: 570,
    });
    // As narrow as a phone, the chart is drawn for phones, which takes more height.
    expect(answer.html).toContain('width="400" height="570"');
    expect(oembed(EMBED, { site: "https://example.org", maxWidth: 400, maxHeight: 480 })).toMatchObject({ width: 400, height: 480 });
    expect(oembed(EMBED, { site: "https://example.org", frozen: true }).cache_age).toBeGreaterThan(answer.cache_age);
  });

  it("a page's discovery link carries its whole address", () => {
    const link = new URL(oembedLink("https://example.org/oembed", EMBED.address));
    expect(link.searchParams.get("url")).toBe(EMBED.address);
    expect(link.searchParams.get("format")).toBe("json");
  });
});
