/** Pictures of charts: what is in them, and how the route answers. */
import { crc32 } from "node:zlib";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, it, vi } from "vitest";
import { GET } from "@/app/charts/[file]/route";
import type { LiveModel } from "@/charts/live/liveModel";
import { renderPng } from "@/charts/png";
import { POSTER_SIZES } from "@/charts/poster";
import { ask } from "./world";

vi.mock("@/cards/stateAt", async () => (await import("./world")).record);

const picture = (file: string, query = "", headers: HeadersInit = {}) =>
  GET(ask(`/charts/${file}${query}`, headers), { params: Promise.resolve({ file }) });

/** The chunks of a PNG, each with its check sum proved. */
function chunks(png: Buffer): { readonly type: string; readonly data: Buffer }[] {
  const found = [];
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    const body = png.subarray(at + 4, at + 8 + length);
    expect(png.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    found.push({ type: body.subarray(0, 4).toString("latin1"), data: body.subarray(4) });
    at += length + 12;
  }
  return found;
}

describe("a chart as PNG", () => {
  it.each(Object.entries(POSTER_SIZES))("of size %s has exactly that size and much in it", async (size, { width, height }) => {
    const answer = await picture("sold-2025-04.png", `?size=${size}&theme=dark`);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "image/png"]);
    const png = Buffer.from(await answer.arrayBuffer());
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width, height]);
    expect(png.length).toBeGreaterThan(30_000);
  });

  it("carries title, alternative text and address in the file, and is a sound PNG", async () => {
    const png = Buffer.from(await (await picture("sold-2025-04.png")).arrayBuffer());
    const all = chunks(png);
    expect(all.map(({ type }) => type)).toEqual(expect.arrayContaining(["IHDR", "iTXt", "IDAT", "IEND"]));
    const words = all.filter(({ type }) => type === "iTXt").map(({ data }) => data.toString("utf8"));
    expect(words.find((text) => text.startsWith("Description\0"))).toContain("IREN sold most: 579 BTC");
    expect(words.find((text) => text.startsWith("Source\0"))).toContain("/months/2025-04#sold-2025-04");
  });
});

describe("a chart as SVG", () => {
  it("tells other evidence and an earlier day apart in its name", async () => {
    const { headers } = await picture("sold-2025-04.svg", "?evidence=firsthand&asof=2026-06-01");
    expect(headers.get("content-disposition")).toContain("_wide-light-first-hand-as-of-2026-06-01_v");
  });

  it("is well-formed and says title, sentence, source, date, version and alternative text", async () => {
    const answer = await picture("holders-and-sellers-2025-04.svg", "?size=square");
    const svg = await answer.text();
    // The renderer's parser is strict: it throws on what is not well-formed.
    expect((await renderPng(svg, 300)).length).toBeGreaterThan(1_000);
    const { svg: root } = new XMLParser().parse(svg) as { svg: { title: string; desc: string } };
    expect(root.title).toBe("Holders and sellers, April 2025");
    expect(root.desc).toContain("Cipher Digital (201%)");
    const texts = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]).join(" ");
    for (const part of [
      "sold 77% of the bitcoin they produced",
      "Sources: company releases, news reports, regulatory filings, second-hand summaries and stated policies, compiled by Sellthrough",
      "CC-BY-4.0",
      "Data of 20 November 2026, version 0123456789ab",
    ])
      expect(texts).toContain(part);
    expect(svg).not.toMatch(/<script|var\(/);
  });

  it("of a thin month says that it is thin: November 2025", async () => {
    expect(await (await picture("holders-and-sellers-2025-11.svg")).text()).toContain("thin");
  });

  it("is named after subject, companies, form and version", async () => {
    const { headers } = await picture("sold-2025-04.svg", "?panel=all&theme=dark");
    expect(headers.get("content-disposition")).toBe('inline; filename="sellthrough_sold-2025-04_all_wide-dark_v0123456789ab.svg"');
  });

  it("a social card has the sentence with the number as its title", async () => {
    const svg = await (await picture("pooled-sell-through.svg", "?size=card")).text();
    expect(svg).toMatch(/font-weight="600"[^>]*>In the first quarter of 2026, 5 Nasdaq-listed miners together sold/);
  });
});

describe("asking for a picture", () => {
  it.each([
    ["sold-2025-04.gif", "", 404, "svg or .png"],
    ["sold.png", "", 404, "No table"],
    ["sold-2025-13.png", "", 404, "No table"],
    ["miners-2025-04.png", "", 404, "without a chart"],
    ["sold-2025-04.png", "?size=huge", 400, "wide, square, portrait, card"],
    ["sold-2025-04.png", "?c=rio", 400, "riot"],
    ["sold-2025-04.png", "?version=ffffffffffff", 400, "version"],
  ])("%s%s is refused with %i and says why", async (file, query, status, why) => {
    const answer = await picture(file, query);
    expect([answer.status, answer.headers.get("content-type")]).toEqual([status, "application/problem+json; charset=utf-8"]);
    expect(((await answer.json()) as { detail: string }).detail).toContain(why);
  });
});

describe("what a chart is drawn from", () => {
  const model = async (query = ""): Promise<LiveModel> => (await picture("pooled-sell-through.json", query)).json() as Promise<LiveModel>;

  it("comes to the pages' script with all its stops and layouts, and with the price where the page shows it", async () => {
    const [plain, priced] = await Promise.all([model(), model("?price=log")]);
    expect(plain.stops.length).toBeGreaterThan(12);
    expect(Object.keys(plain.layouts)).toEqual(Object.keys(priced.layouts));
    const rowsOf = ({ stops }: LiveModel) => stops.flatMap(({ rows }) => rows).length;
    expect(rowsOf(priced)).toBeGreaterThan(rowsOf(plain));
  });

  it("is no second drawing: neither marks nor words nor ticks come with it", async () => {
    const { panels, layouts, ...rest } = await model();
    expect(Object.keys(rest).sort()).toEqual(["reach", "stops", "x"]);
    expect(panels.map((panel) => Object.keys(panel))).toEqual(panels.map(() => ["y"]));
    const places = layouts.flatMap((layout) => layout.panels.map((panel) => Object.keys(panel)));
    expect(places).toEqual(places.map(() => ["top", "bottom", "plot"]));
  });

  it("of small multiples is the one that is asked for, and all of them without a number", async () => {
    const compared = async (query: string): Promise<LiveModel> =>
      (await picture("compare-btc-held.json", `?c=riot,mara${query}`)).json() as Promise<LiveModel>;
    const [first, second, all] = await Promise.all(["&only=0", "&only=1", ""].map(compared));
    expect([first, second].map((one) => one?.stops[0]?.rows.length)).toEqual([1, 1]);
    expect(first?.stops[0]?.rows[0]?.label).not.toBe(second?.stops[0]?.rows[0]?.label);
    expect(all?.stops[0]?.rows).toHaveLength(2);
  });

  it("is not there for a table without a chart", async () => {
    expect((await picture("new-sources.json")).status).toBe(404);
  });
});
