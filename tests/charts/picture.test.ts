import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { timeSeries } from "@/cards/charts/timeSeries";
import { renderPng } from "@/charts/png";
import { POSTER_SIZES, posterSvg } from "@/charts/poster";
import { month } from "./figures";

const model = timeSeries({
  id: "riot",
  title: "Riot",
  alt: "Riot sold 103% in April 2025.",
  points: [month("2025-03", 533, 0), month("2025-04", 463, 475)],
});
const words = {
  title: "Riot sold 475 bitcoin in April 2025, more than it mined, after more than a year in which it had kept every single one",
  sentence: "It mined 463.",
  source: "Source: Riot Platforms, compiled by Sellthrough, CC BY 4.0",
  version: "Data of 12 March 2026, version 3f2a9c",
};

/** Width and height out of a PNG's header. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe("a poster", () => {
  it.each(Object.entries(POSTER_SIZES))("of size %s is a PNG of exactly that size with much in it", async (_, size) => {
    const png = await renderPng(posterSvg(model, { ...words, ...size, theme: "light" }));
    expect([...png.slice(0, 4)]).toEqual([0x89, 0x50, 0x4e, 0x47]);
    expect(sizeOf(png)).toEqual([size.width, size.height]);
    expect(png.length).toBeGreaterThan(20_000);
  });

  it("carries title, sentence, source, version and alternative text in the picture itself", () => {
    const svg = posterSvg(model, { ...words, ...POSTER_SIZES.square, theme: "dark" });
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]).join(" ");
    for (const text of Object.values(words)) expect(texts).toContain(text);
    const parsed = new XMLParser().parse(svg) as { svg: { desc: string } };
    expect(parsed.svg.desc).toBe(model.alt);
    expect(svg).not.toContain("var(");
  });

  it("sets letters, not empty boxes: without its words the picture is smaller", async () => {
    const size = { ...POSTER_SIZES.wide, theme: "light" } as const;
    const bare = await renderPng(posterSvg(model, { title: "", sentence: "", source: "", version: "", ...size }));
    expect((await renderPng(posterSvg(model, { ...words, ...size }))).length).toBeGreaterThan(bare.length + 5_000);
  });

  it("too small to be read is refused", () => {
    expect(() => posterSvg(model, { ...words, width: 100, height: 100, theme: "light" })).toThrow(RangeError);
  });
});

describe("drawings that are rendered together", () => {
  const square = (width: number) => `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${width}"/>`;

  it("each give their own picture, and a broken one among them says what is wrong with it", async () => {
    const [first, broken, last] = await Promise.allSettled([renderPng(square(20)), renderPng("<svg"), renderPng(square(40), 10)]);
    expect(first.status === "fulfilled" && sizeOf(first.value)).toEqual([20, 20]);
    expect(broken).toMatchObject({ status: "rejected", reason: { message: expect.stringMatching(/SVG/) as string } });
    expect(last.status === "fulfilled" && sizeOf(last.value)).toEqual([10, 10]);
  });
});
