import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stanceLanesChart } from "@/cards/charts/stanceLanesChart";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { lanesCard } from "@/cards/strategies/strategiesStances";
import { eventNamesHeight } from "@/charts/layout";
import { pageDrawing } from "@/charts/svg/page";
import { figuresOf } from "@/domain/figures/figures";
import { spread } from "@/charts/labels";
import { timeSeries } from "@/cards/charts/timeSeries";
import { stopAfterKey } from "@/charts/live/stopKeys";
import { nearestStop, placeOf, spoken } from "@/charts/live/stops";
import { axisText, numberTicks, periodTicks, roundDomain } from "@/charts/scale";
import { textWidth, wrapText } from "@/charts/textWidth";
import { PALETTE } from "@/charts/palette";
import { chartStyleSheet } from "@/charts/styleSheet";
import { seedRecord } from "../domain/seed";
import { month } from "./figures";

describe("ticks", () => {
  it("never run into one another, however many months and however little room", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 120, max: 1200 }), (count, width) => {
        const periods = Array.from({ length: count }, (_, i) => `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`);
        const ticks = periodTicks(periods, width, 12);
        const step = width / count;
        ticks.slice(1).forEach((tick, i) => {
          const before = ticks[i];
          const gap = (tick.at - (before?.at ?? 0)) * step - (textWidth(tick.text, 12) + textWidth(before?.text ?? "", 12)) / 2;
          expect(gap).toBeGreaterThan(0);
        });
      }),
    );
  });

  it("name the year where it begins", () => {
    const periods = Array.from({ length: 24 }, (_, i) => `${2024 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`);
    expect(periodTicks(periods, 600, 12).map((tick) => tick.text)).toEqual(["2024", "Apr", "Jul", "Oct", "2025", "Apr", "Jul", "Oct"]);
  });

  it("read as a newspaper writes them", () => {
    expect([axisText(1200, "number"), axisText(100, "percent"), axisText(60_000, "usd"), axisText(-20, "percent")]).toEqual([
      "1,200",
      "100%",
      "$60k",
      "−20%",
    ]);
  });

  it("an axis starts at 0 and ends round, also when all values are 0", () => {
    expect(roundDomain(0, 533)).toEqual([0, 600]);
    expect(roundDomain(0, 0)[0]).toBe(0);
    expect(roundDomain(0, 0)[1]).toBeGreaterThan(0);
    expect(roundDomain(-97, 0)).toEqual([-100, 0]);
  });

  const texts = (domain: readonly [number, number], height: number) =>
    numberTicks({ kind: "linear", domain, format: "number" }, height, 36).map(({ text }) => text);

  it("below and above 0 stand at even distances, 0 among them, and at both ends where there is room", () => {
    expect(texts([-2_000, 8_000], 120)).toEqual(["−2,000", "0", "2,000", "4,000", "6,000", "8,000"]);
    expect(texts([-2_000, 8_000], 60)).toEqual(["0", "4,000", "8,000"]);
    expect(texts([-400, 400], 100)).toEqual(["−400", "−200", "0", "200", "400"]);
    expect(texts([-0.6, 0.2], 100)).toEqual(["−0.6", "−0.4", "−0.2", "0", "0.2"]);
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: -0.1, noNaN: true }), fc.double({ min: 0, max: 1e6, noNaN: true }), (least, most) => {
        for (const height of [60, 100, 250]) {
          const domain = roundDomain(least, most);
          const ticks = numberTicks({ kind: "linear", domain, format: "number" }, height, 36).map(({ at }) => at);
          const [step = 0, ...steps] = ticks.slice(1).map((at, i) => at - (ticks[i] ?? 0));
          for (const other of steps) expect(other / step).toBeCloseTo(1, 6);
          expect(ticks).toContain(0);
          expect((step / (domain[1] - domain[0])) * height).toBeGreaterThanOrEqual(18 - 1e-6);
          if (height === 250) expect([ticks[0], ticks.at(-1)]).toEqual([...domain]);
        }
      }),
    );
  });
});

describe("labels", () => {
  it("at line ends are spread apart and keep their order", () => {
    const wanted = fc.array(fc.float({ min: 0, max: 300, noNaN: true }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(wanted, (at) => {
        const placed = spread(at, 15, 0, 300).toSorted((a, b) => a - b);
        placed.slice(1).forEach((y, i) => {
          expect(y - (placed[i] ?? 0)).toBeGreaterThanOrEqual(15 - 1e-6);
        });
        expect(Math.max(...placed)).toBeLessThanOrEqual(300);
      }),
    );
  });

  it("are wrapped to their width and lose no word", () => {
    const text = "US tariffs announced on countries that make mining machines";
    const lines = wrapText(text, 150, 13);
    expect(lines.join(" ")).toBe(text);
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(150);
  });
});

describe("stops", () => {
  const model = timeSeries({
    id: "riot",
    title: "Riot",
    alt: "",
    points: [month("2025-02", 470, 0), month("2025-03", undefined, undefined), month("2025-04", 463, 475)],
  });

  it("can all be reached by arrow keys, missing months included; Escape leaves", () => {
    let at = stopAfterKey("ArrowRight", undefined, 3)?.stop;
    const seen = [at];
    for (let i = 0; i < 3; i++) seen.push((at = stopAfterKey("ArrowRight", at, 3)?.stop));
    expect(seen).toEqual([0, 1, 2, 2]);
    expect(stopAfterKey("Escape", 1, 3)).toEqual({ stop: undefined });
    expect(stopAfterKey("a", 1, 3)).toBeUndefined();
  });

  it("are found from where they are drawn", () => {
    for (const layout of Object.values(model.layouts)) {
      model.stops.forEach((stop, i) => {
        const { x, y } = placeOf(stop, model, layout);
        expect(nearestStop(x, y, model, layout)).toBe(i);
      });
    }
  });

  it("are spoken with value, unit, evidence and source, or the reason why there is nothing", () => {
    const [first, second] = model.stops;
    expect(first && spoken(first, 0, 3)).toBe(
      "Month 2025-02: Produced 470 BTC (reported, Riot Platforms); Sold 0 BTC (reported, Riot Platforms); Sell-through 0% (reported, Riot Platforms). 1 of 3.",
    );
    expect(second && spoken(second, 1, 3)).toContain("Sold not disclosed");
  });
});

describe("the palette", () => {
  const luminance = (hex: string): number => {
    const [r = 0, g = 0, b = 0] = [1, 3, 5].map((i) => {
      const part = parseInt(hex.slice(i, i + 2), 16) / 255;
      return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (a: string, b: string): number => {
    const [light, dark] = [Math.max(luminance(a), luminance(b)), Math.min(luminance(a), luminance(b))];
    return (light + 0.05) / (dark + 0.05);
  };

  it("is readable: texts have a contrast of 4.5 on paper, lines of 3, in both themes", () => {
    for (const palette of Object.values(PALETTE)) {
      for (const ink of ["ink", "muted", "c1", "c2", "c3", "c4", "c5", "c6"] as const)
        expect(contrast(palette[ink], palette.paper)).toBeGreaterThanOrEqual(4.5);
      for (const ink of ["sold", "price", "holds", "more", "reference"] as const)
        expect(contrast(palette[ink], palette.paper)).toBeGreaterThanOrEqual(3);
    }
  });

  it("is in the style sheet for both themes", () => {
    for (const ink of ["paper", "sold"] as const)
      expect(chartStyleSheet()).toContain(`--chart-${ink}:light-dark(${PALETTE.light[ink]},${PALETTE.dark[ink]})`);
  });
});

describe("on a phone", () => {
  const events = [
    { date: "2025-02-11", label: "An exchange that many miners used files for bankruptcy" },
    { date: "2025-03-20", label: "The block subsidy falls by half for the fourth time" },
    { date: "2025-04-02", label: "Tariffs are announced on countries that make mining machines" },
  ];
  const model = timeSeries({
    id: "riot",
    title: "Riot",
    alt: "",
    points: [month("2025-02", 470, 0), month("2025-03", 500, 100), month("2025-04", 463, 475)],
    events,
  });

  it("events whose names find no room are numbered, and all their names stand below the drawing", () => {
    const [wide, , narrow] = model.layouts;
    expect(wide.numbered).toEqual([]);
    expect(narrow?.numbered).toEqual(events.map(({ label }) => label));
    expect(narrow?.events).toHaveLength(3);
    expect(narrow?.texts.filter(({ text }) => /^[123]$/.test(text)).map(({ text }) => text)).toEqual(["1", "2", "3"]);
    const drawn = pageDrawing(model);
    expect(drawn).toMatch(/<ol class="chart-events no-wide( no-medium)?">/);
    for (const { label } of events) expect(drawn).toContain(`<li>${label}</li>`);
    expect(eventNamesHeight(narrow ?? wide)).toBeGreaterThanOrEqual(3 * 13);
  });

  it("companies keep their whole names, in lines that do not touch those of their neighbours", () => {
    const chart = stanceLanesChart(
      lanesCard.table({ figures: figuresOf(seedRecord(), "2026-09-01"), selection: { ...DEFAULT_SELECTION, panel: "all" } }),
    );
    const narrow = chart.layouts.at(-1) ?? chart.layouts[0];
    const axis = chart.panels[0]?.y;
    if (axis?.kind !== "rows") throw new Error("lanes have rows");
    const ticks = narrow.panels[0]?.yTicks ?? [];
    const plot = narrow.panels[0]?.plot ?? { top: 0, bottom: 0, left: 0, right: 0 };
    const pitch = (plot.bottom - plot.top) / (axis.domain[1] - axis.domain[0]);
    expect(ticks.length).toBeGreaterThan(axis.labels.length);
    expect(ticks.map(({ text }) => text).join(" ")).toBe(axis.labels.join(" "));
    for (const { text } of ticks) expect(textWidth(text, narrow.font)).toBeLessThanOrEqual(plot.left);
    ticks.slice(1).forEach(({ at }, i) => {
      expect(((ticks[i]?.at ?? 0) - at) * pitch).toBeGreaterThanOrEqual(narrow.font * 0.9);
    });
  });
});
