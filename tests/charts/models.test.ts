import { describe, expect, it } from "vitest";
import type { ChartModel, Figure, Mark } from "@/charts/model";
import { divergingInk } from "@/cards/charts/figures";
import { lines, smallMultiples } from "@/cards/charts/lines";
import { mapChart } from "@/cards/charts/mapChart";
import { amountChart } from "@/cards/charts/rankingChart";
import { signalScatter } from "@/cards/charts/scatterChart";
import { stanceSharesChart } from "@/cards/charts/stackedChart";
import { shareChart } from "@/cards/charts/stripChart";
import { pageDrawing } from "@/charts/svg/page";
import { absent, btc, percent, tableOf } from "./figures";

const words = { id: "chart", title: "A chart", alt: "What it shows." };
const page = (model: ChartModel): string => pageDrawing(model);

function marks<K extends Mark["kind"]>(model: ChartModel, kind: K): Extract<Mark, { kind: K }>[] {
  return (model.panels[0]?.marks ?? []).filter((mark): mark is Extract<Mark, { kind: K }> => mark.kind === kind);
}

const periods = ["2025-01", "2025-02", "2025-03"].map((period) => ({ period, title: period, href: `/months/${period}` }));

describe("holders against sellers", () => {
  const row = (company: string, share: Figure, produced: number, sold: Figure) => ({
    ...{ company, sell_through_pct: share, produced_btc: btc(produced), sold_btc: sold },
    href: `/companies/${company.toLowerCase()}`,
  });
  const model = shareChart(
    tableOf([
      row("Core Scientific", percent(651), 1106, btc(7202)),
      row("Riot", percent(71), 421, btc(300)),
      row("Bitfarms", percent(40, "derived"), 100, btc(40)),
      row("MARA", absent, 140, absent),
    ]),
  );

  it("clips an outlier to an arrow at the edge that says how far it lies (Core Scientific, June 2022: 651%)", () => {
    expect(marks(model, "arrows")[0]?.at).toEqual([[250, 3]]);
    expect(page(model)).toContain(">651%<");
  });

  it("makes the area of a dot its production", () => {
    const [riot, bitfarms] = marks(model, "dots").flatMap((mark) => mark.at);
    expect(riot?.[2]).toBeCloseTo(10 * Math.sqrt(421 / 1106), 0);
    expect(bitfarms?.[2]).toBeCloseTo(10 * Math.sqrt(100 / 1106), 0);
  });

  it("keeps the row of a company without a share and says why, without a dot", () => {
    expect(marks(model, "dots").flatMap((mark) => mark.at)).toHaveLength(2);
    expect(page(model)).toContain(">not disclosed<");
    expect(model.stops.map(({ href }) => href)).toContain("/companies/mara");
  });

  it("hatches a derived share and explains the texture in the key", () => {
    expect(marks(model, "dots").some((mark) => mark.texture === "hatch")).toBe(true);
    expect(model.keys.some((key) => key.text === "derived" && key.texture === "hatch")).toBe(true);
  });
});

describe("a ranking", () => {
  it("starts at 0, keeps the caller's order from the top and draws no bar for a missing figure", () => {
    const model = amountChart(
      tableOf([
        { company: "Riot", sold_btc: btc(475), sell_through_pct: percent(100) },
        { company: "MARA", sold_btc: absent, sell_through_pct: absent },
      ]),
    );
    expect(marks(model, "bars").flatMap((mark) => mark.at)).toEqual([[0, 475, 1 - 0.34, 1 + 0.34]]);
    expect(model.layouts[0].texts.map((text) => text.text)).toEqual(expect.arrayContaining(["475 BTC", "not disclosed"]));
  });
});

describe("shares stacked over time", () => {
  it("stack from the first group upward and leave an unknown month blank", () => {
    const month = (period: string, holds: Figure, sells: Figure, none: Figure) => ({
      ...{ period, holds_pct: holds, sells_some_pct: none, sells_all_pct: none, sells_more_pct: sells, without_pct: none },
      ...{ companies: "2", produced_btc: btc(100), weak_pct: none },
    });
    const months = [month("2025-01", percent(30), percent(70), percent(0)), month("2025-02", absent, absent, absent)];
    const model = stanceSharesChart(tableOf(months));
    expect(marks(model, "bars").map((mark) => mark.at)).toEqual([[[-0.46, 0.46, 0, 30]], [[-0.46, 0.46, 30, 100]]]);
  });
});

describe("lines", () => {
  const input = {
    ...words,
    measure: "Held, BTC",
    format: "number" as const,
    periods,
    series: [
      { label: "Riot", figures: [btc(200), btc(300), btc(100)] },
      { label: "MARA", figures: [btc(50), absent, btc(201)] },
    ],
  };

  it("are named at their ends with their last value, apart even where they end together", () => {
    const model = lines({ ...input, series: input.series.map((series) => ({ ...series, figures: [btc(1), btc(2), btc(3)] })) });
    const at = model.layouts[0].texts.filter((text) => text.text === "Riot 3 BTC" || text.text === "MARA 3 BTC").map((text) => text.y);
    expect(at).toHaveLength(2);
    expect(Math.abs((at[0] ?? 0) - (at[1] ?? 0))).toBeGreaterThanOrEqual(model.layouts[0].font);
  });

  it("break at gaps, and a lone month is a point", () => {
    const model = lines(input);
    expect(marks(model, "line")[1]?.runs).toEqual([[[0, 50]], [[2, 201]]]);
    expect(marks(model, "dots").flatMap((mark) => mark.at.map(([x]) => x))).toEqual([0, 2]);
  });

  it("on a log axis leave a zero out of the drawing but not out of the words", () => {
    const model = lines({ ...input, scale: "log", series: [{ label: "Riot", figures: [btc(10), btc(0), btc(1000)] }] });
    expect(
      marks(model, "line")[0]
        ?.runs.flat()
        .map(([x]) => x),
    ).toEqual([0, 2]);
    expect(model.stops[1]?.rows[0]?.text).toBe("0 BTC");
    expect(page(model)).not.toContain("NaN");
  });

  it("refuse a seventh company", () => {
    const seven = Array.from({ length: 7 }, (_, i) => ({ label: String(i), figures: [btc(1), btc(1), btc(1)] }));
    expect(() => lines({ ...input, series: seven })).toThrow(RangeError);
    expect(smallMultiples({ ...input, series: seven })).toHaveLength(7);
  });

  it("as small multiples share one axis", () => {
    expect(new Set(smallMultiples(input).map((model) => model.panels[0]?.y.domain.join()))).toHaveProperty("size", 1);
  });
});

describe("a scatter plot", () => {
  it("draws only points that have both figures", () => {
    const model = signalScatter(
      tableOf([
        { period: "2025-01", sell_through_pct: percent(40), return_pct: percent(-12) },
        { period: "2025-02", sell_through_pct: percent(40), return_pct: absent },
      ]),
    );
    expect(marks(model, "dots")[0]?.at).toEqual([[40, -12, 4]]);
    expect(model.stops).toHaveLength(1);
  });
});

describe("the heat map", () => {
  it("is centred: 95 to 105% is neutral, below is a holder's colour, above a seller's", () => {
    expect([0, 50, 94, 100, 106, 700].map(divergingInk)).toEqual(["d0", "d2", "d4", "d5", "d6", "d8"]);
    // Exactly 5% is "sells some", 95% and 105% are "sells all", on the map as in the words.
    expect([4.99, 5, 95, 105].map(divergingInk)).toEqual(["d0", "d1", "d5", "d5"]);
  });

  it("says with a texture how a share is known, on the full colour, and explains each in the key", () => {
    const shares = [percent(71), percent(71, "derived"), percent(0, "policy")];
    const model = mapChart(tableOf(shares.map((share, at) => ({ company: "Riot", period: `2025-0${at + 1}`, sell_through_pct: share }))));
    expect(marks(model, "bars").map(({ ink, texture }) => `${ink} ${texture}`)).toEqual(["d3 solid", "d3 lines", "d0 points"]);
    expect(model.keys.map(({ text }) => text)).toEqual(
      expect.arrayContaining(["plain: reported", "lines: derived from reported figures", "dots: by stated policy"]),
    );
  });

  it("tells the reasons for gaps apart, leaves 'not reporting' blank, and links each cell", () => {
    const reasons = ["quarterOnly", "doesNotReconcile", "notReporting"] as const;
    const gaps = reasons.map((reason, at) => ({
      ...{ company: "MARA", period: `2025-0${at + 1}`, href: `/x/${reason}` },
      sell_through_pct: { kind: "missing", text: reason, reason } as const,
    }));
    const model = mapChart(tableOf(gaps));
    expect(marks(model, "bars").map((mark) => mark.texture)).toEqual(["hatch", "cross"]);
    expect(model.stops.map(({ href }) => href)).toEqual(reasons.map((reason) => `/x/${reason}`));
  });

  it("of 26 companies over 55 months weighs under 8 kB compressed", async () => {
    const { gzipSync } = await import("node:zlib");
    const months = Array.from({ length: 55 }, (_, i) => `${2021 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`);
    const rows = Array.from({ length: 26 }, (_, r) =>
      months.map((period, c) => ({
        ...{ company: `Company ${r}`, period, sell_through_pct: percent((r * 37 + c * 53) % 400) },
        href: `/companies/company-${r}?month=${period}`,
      })),
    );
    expect(gzipSync(page(mapChart(tableOf(rows.flat())))).length).toBeLessThan(8_000);
  });
});
