import { load } from "cheerio";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fillPlaces, giveStaticHtml, hasPlace, htmlOrPlace, takeStaticHtml, withStaticHtml } from "@/site/staticHtml";
import { address, attribute, markup } from "@/site/markup";

describe("markup", () => {
  test("an address of ours is written without escaping and read as it is; any other text is escaped", () => {
    const written = (href: string) => markup`<a href="${address(href)}">x</a>`.text;
    expect(written("/months/2025-03?c=riot&per=year&copy=1")).toContain("?c=riot&per=year&copy=1");
    for (const href of ["/a?b=1&copy=2", "?c=riot,mara&to=2025#map", "https://example.org/?a&copy;=1", '/"><script>&lt;', "/a;&lt;b"])
      expect(load(written(href))("a").attr("href"), href).toBe(href);
  });

  test("whatever stands in it is text, in an element and in an attribute", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii" }), (text) => {
        const $ = load(markup`<p title="${text}">${text}</p>`.text, null, false);
        expect($("p").text()).toBe(text);
        expect($("p").attr("title")).toBe(text);
        expect($("*").length).toBe(1);
      }),
    );
  });

  test("goes into other markup as it is, a list in order, and undefined as nothing", () => {
    const items = ["a", "b"].map((text) => markup`<li>${text}</li>`);
    expect(markup`<ol${attribute("class", undefined)}${attribute("start", 3)}>${items}${undefined}</ol>`.text).toBe(
      '<ol start="3"><li>a</li><li>b</li></ol>',
    );
  });
});

describe("static HTML", () => {
  test("is found by the page that it was given for, and waits no longer then", () => {
    const [first, second, same] = [giveStaticHtml("<p>1</p>"), giveStaticHtml("<p>2</p>"), giveStaticHtml("<p>1</p>")];
    expect([second, first, same].map(takeStaticHtml)).toEqual(["<p>2</p>", "<p>1</p>", "<p>1</p>"]);
    expect(() => takeStaticHtml(first)).toThrow(first);
  });

  test("may be made when it is taken, and is not made for nobody", () => {
    let made = 0;
    const [taken] = [giveStaticHtml(() => `made ${++made}`), giveStaticHtml(() => `made ${++made}`)];
    expect(takeStaticHtml(taken)).toBe("made 1");
    expect(made).toBe(1);
  });

  test("that was never given is an error: no page goes out without its table", () => {
    expect(() => takeStaticHtml("never")).toThrow("never");
  });

  test("stands in the document itself where no server fills places in, and in its place where one does", () => {
    const [now, later] = [giveStaticHtml("<p>now</p>"), giveStaticHtml("<p>$& later</p>")];
    expect(htmlOrPlace(now)).toBe("<p>now</p>");
    fillPlaces();
    const document = `<main>${htmlOrPlace(later)}</main>`;
    expect(hasPlace(Buffer.from(document))).toBe(true);
    expect(withStaticHtml(document)).toBe("<main><p>$& later</p></main>");
    expect(() => withStaticHtml(document)).toThrow(later);
  });

  test("leaves a document without a place as it is", () => {
    expect(hasPlace(Buffer.from("<main></main>"))).toBe(false);
    expect(withStaticHtml("<main></main>")).toBe("<main></main>");
  });
});
