import { Resvg } from "@resvg/resvg-js";
import { XMLParser } from "fast-xml-parser";
import { describe, expect, it } from "vitest";
import { type ChartModel, layoutAt, type Mark } from "@/charts/model";
import { timeSeries } from "@/cards/charts/timeSeries";
import { posterSvg } from "@/charts/poster";
import { marginsOf, stretch } from "@/charts/stretch";
import { pageDrawing } from "@/charts/svg/page";
import { tickTexts } from "@/charts/svg/paint";
import { textWidth } from "@/charts/textWidth";
import { month } from "./figures";

// Riot: May 2025 is left out here, to stand for a month that was not disclosed.
const points = [
  month("2025-02", 470, 0),
  month("2025-03", 533, 0),
  month("2025-04", 463, 475),
  month("2025-05", undefined, undefined),
  month("2025-06", 450, 397),
];
const input = { id: "riot", title: "Riot", alt: "Riot sold nothing until April 2025.", points };

function marks<K extends Mark["kind"]>(model: ChartModel, panel: number, kind: K): Extract<Mark, { kind: K }>[] {
  return (model.panels[panel]?.marks ?? []).filter((mark): mark is Extract<Mark, { kind: K }> => mark.kind === kind);
}

const page = (model: ChartModel): string => pageDrawing(model);

describe("a chart of sell-through over time", () => {
  const model = timeSeries(input);

  it("is plain data: it survives a trip through JSON unchanged", () => {
    expect(JSON.parse(JSON.stringify(model))).toEqual(model);
  });

  it("breaks the line at a month without data instead of drawing a zero", () => {
    const runs = marks(model, 1, "line")[0]?.runs;
    expect(runs?.map((run) => run.map(([x]) => x))).toEqual([[0, 1, 2], [4]]);
  });

  it("draws nothing at all for a missing month", () => {
    const bars = marks(model, 0, "bars").flatMap((mark) => mark.at);
    const dots = marks(model, 1, "dots").flatMap((mark) => mark.at);
    expect(bars.some(([x0]) => Math.round(x0) === 3)).toBe(false);
    expect(dots.some(([x]) => x === 3)).toBe(false);
    expect(model.stops[3]?.rows.map((row) => row.text)).toEqual(["not disclosed", "not disclosed", "not disclosed"]);
  });

  it("draws an explicit zero: a point on the ground and a visible bar, unlike a gap", () => {
    expect(marks(model, 1, "dots").flatMap((mark) => mark.at)).toContainEqual([1, 0, 3.4]);
    const sold = marks(model, 0, "bars").filter((mark) => mark.ink === "sold");
    const march = sold.flatMap((mark) => mark.at).find(([x0]) => Math.round(x0 - 0.01) === 1);
    expect(march?.[3]).toBeGreaterThan(0);
  });

  it("names each of two arrows side by side beside itself, so that no value reads as its neighbour’s", () => {
    const usual = Array.from({ length: 58 }, (_, i) => month(`202${Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`, 100, 80));
    const two = usual.with(20, month("2021-09", 100, 438)).with(21, month("2021-10", 100, 375));
    const { layouts } = timeSeries({ ...input, points: two });
    const sides = (named: string) => layouts.map(({ texts }) => texts.find(({ text }) => text === named)?.anchor);
    expect([sides("438%"), sides("375%")]).toEqual([layouts.map(() => "end"), layouts.map(() => "start")]);
  });

  it("has no empty panel: where no ratio is known there is none, and zeros alone are seen too", () => {
    const zeros = timeSeries({ ...input, points: [month("2025-03", undefined, 0), month("2025-04", undefined, 0)] });
    expect(zeros.panels.map(({ title }) => title)).toEqual(["Bitcoin produced and sold, BTC"]);
    expect(zeros.layouts.flatMap(({ texts }) => texts.map(({ text }) => text))).not.toContain("100%: sold as much as mined");
    expect(marks(zeros, 0, "bars").flatMap((mark) => mark.at.map(([, , , top]) => top > 0))).toEqual([true, true]);
    const made = timeSeries({ ...input, points: [month("2025-03", 500, undefined)] });
    expect(made.keys.map(({ text }) => text)).toEqual(["produced"]);
  });

  it("names the 100% mark and keeps it inside the axis even when all ratios are small", () => {
    const low = timeSeries({ ...input, points: [month("2025-03", 500, 5)] });
    expect(marks(low, 1, "rule")[0]?.at).toBe(100);
    const axis = low.panels[1]?.y;
    expect(axis?.domain[1]).toBeGreaterThanOrEqual(100);
    expect(page(low)).toContain("100%: sold as much as mined");
  });

  it("writes the name of the 100% mark on no line, however steep it is", () => {
    const none = (count: number) => Array<undefined>(count).fill(undefined);
    // HIVE Digital: a month alone, then up to 245% within one month.
    const known = [0, 5, 30, 58, 38, 62, 68, 70, 67, 83, 14, 11, 245, 141];
    const ratios = [...none(20), 100, ...none(3), ...known, ...none(11)];
    const points = ratios.map((ratio, i) => {
      const at = `${2022 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
      return month(at, ratio === undefined ? undefined : 100, ratio);
    });
    const texts = timeSeries({ ...input, points }).layouts.flatMap((layout) => layout.texts.filter(({ text }) => text.startsWith("100%:")));
    expect(texts.length).toBeGreaterThan(0);
    expect(texts.filter(({ anchor }) => anchor === "end")).toEqual([]);
  });

  it("shows evidence as texture: derived hatched, by policy dotted, reported solid", () => {
    const mixed = timeSeries({
      ...input,
      points: [month("2025-03", 268, 403, "derived"), month("2025-04", 100, 100, "policy"), month("2025-05", 10, 5)],
    });
    expect(
      marks(mixed, 0, "bars")
        .filter((mark) => mark.ink === "sold")
        .map((mark) => mark.texture),
    ).toEqual(["hatch", "dots", "solid"]);
    const svg = page(mixed);
    for (const id of ["riot-sold-hatch", "riot-sold-dots"]) {
      expect(svg).toContain(`<pattern id="${id}"`);
      expect(svg).toContain(`fill="url(#${id})"`);
    }
  });

  it("stacks a pooled month's sales by evidence level up to their sum", () => {
    const pooled = timeSeries({
      ...input,
      points: [{ ...month("2025-03", 1000, 400, "mixed"), soldBy: { reported: 250, derived: 100, policy: 50 } }],
    });
    const heights = marks(pooled, 0, "bars")
      .filter((mark) => mark.ink === "sold")
      .flatMap((mark) => mark.at.map(([, , y0, y1]) => [y0, y1]));
    expect(heights).toEqual([
      [0, 250],
      [250, 350],
      [350, 400],
    ]);
  });

  it("marks thin months: hollow point, pale bars, a word in the key and in the stop", () => {
    const thin = timeSeries({ ...input, points: [{ ...month("2025-03", 500, 200), thin: true }, month("2025-04", 500, 200)] });
    expect(marks(thin, 1, "dots").map((mark) => [mark.hollow === true, mark.at.length])).toEqual([
      [false, 1],
      [true, 1],
    ]);
    expect(marks(thin, 0, "bars").filter((mark) => mark.faint === true)).toHaveLength(2);
    expect(thin.keys.some((key) => key.text.startsWith("thin"))).toBe(true);
    expect(thin.stops[0]?.note).toMatch(/^Thin/);
  });

  it("turns a ratio far beyond the others into an arrow with its value (Core Scientific, June 2022)", () => {
    const others = Array.from({ length: 11 }, (_, i) => month(`2021-${String(i + 1).padStart(2, "0")}`, 1000, 500 + i * 50));
    const model = timeSeries({ ...input, points: [...others, month("2021-12", 1106, 7202)] });
    expect(marks(model, 1, "arrows")[0]?.at).toHaveLength(1);
    expect(model.panels[1]?.y.domain[1]).toBeLessThan(300);
    expect(page(model)).toContain(">651%<");
  });

  it("leaves out events before or after its months and places the others on their day", () => {
    const dated = timeSeries({
      ...input,
      events: [
        { date: "2025-04-02", label: "Tariffs" },
        { date: "2022-11-11", label: "FTX" },
      ],
    });
    expect(dated.layouts[0].events).toHaveLength(1);
    expect(page(dated)).toContain("Tariffs");
    expect(page(dated)).not.toContain("FTX");
    const event = dated.labels.find((label) => label.kind === "event");
    expect(event?.x).toBeGreaterThan(1.5);
    expect(event?.x).toBeLessThan(1.6);
  });
});

describe("the server's drawing", () => {
  const model = timeSeries(input);

  it("is valid XML in a page; as a picture on its own, in any size and both themes", () => {
    expect(new XMLParser().parse(page(model))).toHaveProperty("div.svg");
    expect(page(model)).not.toContain("NaN");
    for (const [width, height] of [
      [1200, 675],
      [340, 400],
    ] as const) {
      for (const theme of ["light", "dark"] as const) {
        const svg = posterSvg(model, { title: "", sentence: "", source: "", version: "", width, height, theme });
        expect(() => new Resvg(svg)).not.toThrow();
        expect(svg).not.toContain("var(");
        expect(svg).not.toContain("NaN");
      }
    }
  });

  it("escapes what strangers wrote", () => {
    const rude = timeSeries({ ...input, title: `<script>"&` });
    const parsed = new XMLParser().parse(page(rude)) as { div: { svg: { title?: string }[] } };
    expect(parsed.div.svg.find(({ title }) => title !== undefined)?.title).toBe(`<script>"&`);
  });

  it("links every month to its page, the missing ones too", () => {
    expect(model.stops.map(({ href }) => href)).toEqual(points.map(({ href }) => href));
  });

  it("is named by its title and described by its alternative text", () => {
    const svg = page(model);
    expect(svg).toContain(`<title id="riot-t">Riot</title>`);
    expect(svg).toContain(`<desc id="riot-d">Riot sold nothing until April 2025.</desc>`);
    expect(svg).toContain(`aria-labelledby="riot-t riot-d"`);
  });

  it("writes no words but the model's", () => {
    const { keys, layouts, stops, title, alt } = model;
    const known = [title, alt, ...layouts.flatMap(({ texts }) => texts.map(({ text }) => text)), ...keys.map(({ text }) => text)];
    for (const panel of layouts.flatMap(({ panels }) => panels))
      known.push(...panel.xTicks.map((tick) => tick.text), ...panel.yTicks.map((tick) => tick.text));
    const drawn = [...page(model).matchAll(/<(?:text|desc|\/svg)[^>]*>([^<]+)</g)].map((match) => match[1]);
    expect(drawn.length).toBeGreaterThan(10);
    for (const text of drawn) expect(known).toContain(text);
    expect(stops).toHaveLength(points.length);
  });

  it("stands once for all widths: each bar and each line of the grid", () => {
    const drawing = page(model);
    const bars = marks(model, 0, "bars").reduce((sum, { at }) => sum + at.length, 0);
    // Bars are what is closed by z; the textures' and the key's samples are in elements of their own.
    const [pattern, sample] = [/<pattern.*?<\/pattern>/g, /<ul.*?<\/ul>/g];
    const marked = drawing.replaceAll(pattern, "").replaceAll(sample, "");
    expect(marked.match(/z(?=[M"])/g)?.length).toBe(bars);
    expect(marked.match(/(?<=M)[\d. ]+H/g)?.length).toBe(model.layouts[0].panels.flatMap(({ yTicks }) => yTicks).length + 1);
  });

  it.each([288, 300, 499, 500, 640, 799, 800, 1100, 1600])("in a column of %i px no two of its words touch and none is cut", (width) => {
    const years = Array.from({ length: 90 }, (_, i) =>
      month(`${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`, 500, i * 9),
    );
    const events = ["2020-05-11", "2022-11-11", "2023-01-10", "2024-01-10", "2024-04-20"].map((date, i) => ({
      date,
      label: `What happened on day ${i}`,
      short: `Day ${i}`,
    }));
    const long = timeSeries({ ...input, points: years, events });
    const placed = layoutAt(long, width);
    const { left, right } = marginsOf(placed);
    const layout = stretch(placed, { left, right: width - right, width });
    const boxes = [...tickTexts(long, layout), ...layout.texts].map(({ x, dx, y, text, anchor, bold }) => {
      const wide = textWidth(text, layout.font, bold);
      const left = x + dx - (anchor === "start" ? 0 : anchor === "end" ? wide : wide / 2);
      return { text, left, right: left + wide, top: y - layout.font * 0.7, bottom: y };
    });
    for (const [i, a] of boxes.entries()) {
      expect([a.text, a.left >= -1, a.right <= width + layout.font]).toEqual([a.text, true, true]);
      for (const b of boxes.slice(i + 1))
        expect([a.text, b.text, a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom]).toEqual([
          a.text,
          b.text,
          false,
        ]);
    }
  });
});
