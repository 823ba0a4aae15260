import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Embed, embedHeight, embedSnippet, oembed, oembedLink } from "@/files/sharing/oembed";
import { anyText } from "./tables";

const EMBED: Embed = {
  address: "https://example.org/embed/pooled?per=month&c=riot",
  title: "Share of production sold",
  alt: "A line from 20% to 60%.",
  width: 800,
  heights: [
    { from: 500, height: 450 },
    { from: 0, height: 570 },
  ],
};

describe("embedding", () => {
  it("the snippet is one frame that loads late and names what it shows", () => {
    expect(embedSnippet(EMBED)).toBe(
      '<div style="container-type:inline-size"><iframe src="https://example.org/embed/pooled?per=month&amp;c=riot" title="Share of production sold. A line from 20% to 60%." ' +
        'width="800" height="450" loading="lazy" style="display:block;border:0;width:100%;max-width:800px;' +
        'height:max(450px, min(570px, (500px - 100cqw)*999))"></iframe></div>',
    );
  });

  it("a frame is as high as what it shows at that width", () => {
    expect([320, 499, 500, 800].map((width) => embedHeight(EMBED, width))).toEqual([570, 570, 450, 450]);
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
    // As narrow as on a phone, its words take more lines.
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
