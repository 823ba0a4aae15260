import { describe, expect, it } from "vitest";
import { selectedMonths, companiesInAny } from "@/cards/selection/scope";
import { stanceLanesChart } from "@/cards/charts/stanceLanesChart";
import { stanceSharesChart } from "@/cards/charts/stackedChart";
import { companyId } from "@/domain/facts/company";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import { stanceAt } from "@/domain/measures/stance";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { plain } from "@/cards/tables/sentence";
import { changes, changeWords, policySentence, policyCard } from "@/cards/strategies/strategiesChanges";
import { productionCard, productionSentence } from "@/cards/strategies/strategiesProduction";
import { lanesCard, nowLimits, nowSentence, nowCard, stancesNow, stretches } from "@/cards/strategies/strategiesStances";
import { differenceCard, summedMonths, treasurySentence } from "@/cards/strategies/strategiesTreasury";
import { recordOf, seedRecord, seed as figures, figuresOn } from "../domain/seed";

const TODAY = "2026-09-01";
const ALL: Selection = { ...DEFAULT_SELECTION, panel: "all" };
const between = (from: string, to: string, selection: Selection = ALL): Selection => ({ ...selection, from: period(from), to: period(to) });
const only = (id: string): Selection => ({ ...ALL, companies: [companyId(id)] });
const without = (company: string, from: string): Figures => {
  const record = seedRecord();
  return figuresOf({ ...record, facts: record.facts.filter((fact) => fact.company !== company || fact.period < from) }, TODAY);
};

it("production by what miners do is told of a month in which five companies' production is known", () => {
  const told = plain(productionSentence({ figures, selection: DEFAULT_SELECTION }) ?? []);
  const month = /^In (\w+ \d{4}), the latest month in which five companies’ production is known/.exec(told)?.[1];
  expect(month).toBe("December 2025");
});

describe("stances month by month", () => {
  it("every month of a company's reporting that has a stance lies in exactly one stretch, of that stance", () => {
    const found = stretches({ figures, selection: ALL });
    for (const company of companiesInAny({ figures, selection: ALL }, selectedMonths({ figures, selection: ALL }))) {
      const span = figures.reportingSpan(company.id);
      for (const month of selectedMonths({ figures, selection: ALL })) {
        const inside = span !== undefined && span.from <= month && month <= span.to;
        const stance = inside ? stanceAt(figures, company.id, month, "best")?.stance : undefined;
        const at = found.filter((s) => s.company === company && s.from <= month && month <= s.to);
        expect(at.map((s) => s.stance)).toEqual(stance === undefined ? [] : [stance]);
      }
    }
  });

  it("a stance by policy alone, or by earlier months alone, says so and is drawn otherwise", () => {
    const iren = stretches({ figures, selection: between("2025-02", "2025-04", only("iren")) });
    expect(iren.map(({ stance, basis }) => `${stance} ${basis}`)).toEqual(["sellsAll policy"]);
    const figuresSilent = figuresOn(
      TODAY,
      ["riot", "2025-04", "btc_produced", "463"],
      ["riot", "2025-04", "btc_sold", "475"],
      ["riot", "2025-05", "btc_produced", "514"],
    );
    const [riot] = stretches({ figures: figuresSilent, selection: between("2025-05", "2025-05", only("riot")) });
    expect(riot?.basis).toBe("old");
    const texture = (selection: Selection, of = figures) =>
      stanceLanesChart(lanesCard.table({ figures: of, selection })).panels[0]?.marks.flatMap((mark) =>
        mark.kind === "bars" ? [mark.texture] : [],
      );
    expect(texture(between("2025-02", "2025-04", only("iren")))).toEqual(["dots"]);
    expect(texture(between("2025-05", "2025-05", only("riot")), figuresSilent)).toEqual(["hatch"]);
    expect(texture(between("2025-04", "2025-04", only("riot")))).toEqual(["solid"]);
  });

  it("a company without known sales for a year is not counted among those that hold or sell now, whatever else it states", () => {
    const old = stancesNow({ figures, selection: ALL }).filter((entry) => entry.stale);
    const told = old.map(({ company, month, finding }) => `${company.id} ${month} by ${finding.periods[0].period}`);
    // The record reaches to September 2026. Ionic Digital gave its last figure in May 2025; HIVE stated production since, but no sales.
    expect(told).toContain("ionic-digital 2025-05 by 2025-01");
    expect(told).toContain("hive 2026-01 by 2025-Q2");
    expect(told.some((entry) => /^(mara|riot|bitdeer) /.test(entry))).toBe(false);
    expect(nowLimits({ figures, selection: ALL })).toContain(`Of ${old.length} more companies no sales of that year are known.`);
  });

  it("the sentence counts what the table lists, and changes with the facts", () => {
    const stances = nowCard
      .table({ figures, selection: DEFAULT_SELECTION })
      .rows.filter((row) => row.cells["stance"]?.text === "sells more than it mines" && !("note" in (row.cells["sales_known"] ?? {})));
    const words = nowSentence({ figures, selection: DEFAULT_SELECTION });
    expect(words && plain(words)).toContain(`${stances.length} sell more than they mine`);
    const fewer = nowSentence({ figures: without("bitdeer", "2026-01"), selection: DEFAULT_SELECTION });
    expect(fewer && plain(fewer)).not.toBe(words && plain(words));
    expect(nowSentence({ figures: figuresOf({ ...seedRecord(), facts: [] }, TODAY), selection: ALL })).toBeUndefined();
  });
});

describe("production by stance", () => {
  it("April 2025: of 3,490 BTC holders mined 33.67%, the others 32.44%, 16.59%, 16.45%; 0.86% has no stance", () => {
    const [april] = productionCard.table({ figures, selection: between("2025-04", "2025-04") }).rows;
    const plainAt = (key: string) => {
      const cell = april?.cells[key];
      return cell?.kind === "value" ? cell.plain : cell?.text;
    };
    expect(["holds_pct", "sells_some_pct", "sells_all_pct", "sells_more_pct", "without_pct", "produced_btc"].map(plainAt)).toEqual([
      "33.67",
      "32.44",
      "16.59",
      "16.45",
      "0.86",
      "3490",
    ]);
  });

  it("shares add up to 100%, or the month is a gap", () => {
    const table = productionCard.table({ figures, selection: ALL });
    for (const row of table.rows) {
      const shares = ["holds_pct", "sells_some_pct", "sells_all_pct", "sells_more_pct", "without_pct"].map((key) => row.cells[key]);
      const known = shares.flatMap((cell) => (cell?.kind === "value" ? [Number(cell.plain)] : []));
      expect([0, 5]).toContain(known.length);
      if (known.length > 0) expect(known.reduce((a, b) => a + b, 0)).toBeCloseTo(100, 1);
    }
    const gaps = table.rows.filter((row) => row.cells["holds_pct"]?.kind === "missing").length;
    const bars = stanceSharesChart(table).panels[0]?.marks.flatMap((mark) => (mark.kind === "bars" ? mark.at : [])) ?? [];
    expect(new Set(bars.map(([x0]) => x0)).size).toBe(table.rows.length - gaps);
  });
});

describe("changes of mind", () => {
  const told = (of: Figures, selection: Selection = ALL) =>
    changes({ figures: of, selection }).map((change) => plain(changeWords(change, selection)));

  it("CleanSpark stopped holding in April 2025", () => {
    expect(told(figures).some((words) => words.startsWith("CleanSpark stopped holding and sold some of what it mined in April 2025"))).toBe(
      true,
    );
  });

  it("Riot stopped in April 2025 with 32% over three months", () => {
    expect(
      told(figures).some((words) => words.startsWith("Riot stopped holding and sold some of what it mined in April 2025: over 3 months")),
    ).toBe(true);
  });

  it("the newest comes first, and a change vanishes with its facts", () => {
    const months = changes({ figures, selection: ALL }).map((change) => change.month);
    expect(months).toEqual([...months].sort().reverse());
    expect(told(figures).some((words) => words.startsWith("Cango"))).toBe(true);
    expect(told(without("cango", "2026-01")).some((words) => words.startsWith("Cango"))).toBe(false);
  });
});

describe("holding against selling", () => {
  it("Riot, April to June 2025: 1,376 BTC brought $131.8 million and would be worth $89,096,000", () => {
    const { rows, columns } = differenceCard.table({ figures, selection: between("2025-04", "2025-06", only("riot")) });
    const plains = Object.fromEntries(
      columns.map(({ key }) => {
        const cell = rows[0]?.cells[key];
        return [key, cell?.kind === "value" ? cell.plain : cell?.text];
      }),
    );
    expect(plains).toMatchObject({
      sold_btc: "1376",
      brought_usd: "131800000",
      estimated_usd: "0",
      worth_usd: "89096000",
      difference_usd: "-42704000",
      months_known: "3",
      months_unknown: "0",
    });
  });

  it("the sentence says which way the difference goes", () => {
    const words = treasurySentence({ figures, selection: between("2025-04", "2025-06", only("riot")) });
    expect(words && plain(words)).toContain("would be worth $89.1 million, $42.7 million less.");
    expect(treasurySentence({ figures, selection: between("2025-01", "2025-03", only("riot")) })).toBeUndefined();
  });

  it("the sum over months is the sum over companies where none is consolidated", () => {
    const selection: Selection = { ...ALL, companies: ["riot", "cango", "bitfarms"].map(companyId) };
    const sold = differenceCard
      .table({ figures, selection })
      .rows.map((row) => (row.cells["sold_btc"]?.kind === "value" ? Number(row.cells["sold_btc"].plain) : NaN));
    expect((summedMonths({ figures, selection }).at(-1)?.soldSoFar ?? 0) / 1e8).toBeCloseTo(
      sold.reduce((a, b) => a + b, 0),
      6,
    );
  });

  it("a consolidated child's sales are not added to its parent's, from the month of the consolidation on", () => {
    const record = recordOf(
      ["p", "2025-03", "btc_sold", "10"],
      ["p", "2025-04", "btc_sold", "10"],
      ["c", "2025-03", "btc_sold", "4"],
      ["c", "2025-04", "btc_sold", "4"],
    );
    const consolidations = [{ parent: companyId("p"), child: companyId("c"), from: period("2025-04"), to: null, note: "" }];
    const summed = summedMonths({ figures: figuresOf({ ...record, prices: seedRecord().prices, consolidations }, TODAY), selection: ALL });
    expect(summed.map(({ sold }) => sold / 1e8)).toEqual([14, 10]);
  });
});

describe("stances against stated policies", () => {
  it("Riot is listed with its source in February 2024; IREN, known by policy alone, and Cango, which says that it sells a part, never", () => {
    const rows = policyCard.table({ figures, selection: ALL }).rows;
    const riot = rows.find((row) => row.key === "riot-2024-02");
    expect(riot?.cells["policy"]).toMatchObject({ text: "holds all", href: expect.stringMatching(/^https/) as string });
    expect(riot?.cells["stance"]?.text).toBe("sells some");
    expect(rows.filter((row) => row.key.startsWith("iren") || row.key.startsWith("cango-2026"))).toEqual([]);
  });

  it("without policies nothing differs, and that is said", () => {
    expect(plain(policySentence({ figures: figuresOf({ ...seedRecord(), policies: [] }, TODAY), selection: ALL }))).toMatch(/^In no month/);
    expect(plain(policySentence({ figures, selection: ALL }))).toContain("Riot");
  });
});
