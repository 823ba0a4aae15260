/** Every sentence of the press pack stands or falls with the facts: change them and it changes or vanishes. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isKnown } from "@/domain/facts/cell";
import type { CompanyId } from "@/domain/facts/company";
import type { Fact } from "@/domain/facts/fact";
import { type Figures, figuresOf, recordSpan } from "@/domain/figures/figures";
import type { MetricId } from "@/domain/values/metric";
import { calendarKindOf, type Period, period, periodOfKind, periodRange, shift } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { formatRatio } from "@/domain/measures/sellThrough";
import { headlineWords, pooledCard } from "@/cards/months/headline";
import { headlines, poolAt } from "@/cards/months/pooled";
import { isPooled } from "@/domain/measures/panel";
import { chartOf } from "@/cards/registry";
import { paragraph, pressOf } from "@/cards/months/press";
import { reportOf, STATEMENT_IDS } from "@/cards/months/report";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { plain } from "@/cards/tables/sentence";
import { periodName } from "@/cards/words/phrases";
import { seedRecord, seed } from "../domain/seed";

const TODAY = "2026-09-01";
const ALL: Selection = { ...DEFAULT_SELECTION, panel: "all" };
const MONTHS = ["2022-06", "2023-01", "2024-01", "2024-07", "2025-03", "2025-04", "2025-05", "2025-Q1", "2024"].map(period);

const told = (figures: Figures, of: Period, selection: Selection = ALL): ReadonlyMap<string, string> =>
  new Map(reportOf({ figures, selection }, of).map(({ id, sentence }) => [id, plain(sentence)]));

/** The record in which a company's own release states this figure, and nobody contradicts it. */
function stated(record: OpenRecord, company: CompanyId, metric: MetricId, of: Period, value: number): OpenRecord {
  const other = (fact: { company: CompanyId; metric: MetricId; period: Period }) =>
    fact.company !== company || fact.metric !== metric || fact.period !== of;
  const fact: Fact = {
    id: 1_000_000,
    company,
    metric,
    period: of,
    value,
    written: String(value / 1e8),
    source: {
      id: 1,
      address: "https://example.org/",
      kind: "company_release",
      publisher: "example.org",
      publishedOn: TODAY,
      retrievedOn: null,
    },
    note: "",
  };
  return { ...record, facts: [...record.facts.filter(other), fact], decisions: record.decisions.filter(other) };
}

describe("a press pack speaks of its own period", () => {
  const span = recordSpan(seed);
  const months = span === undefined ? [] : periodRange(periodOfKind(span.from, "month"), periodOfKind(span.to, "month"));
  const years = [...new Set(months.map((month) => periodOfKind(month, "year")))];
  const quarters = [...new Set(months.map((month) => periodOfKind(month, "quarter")))];

  it.each([...months, ...quarters, ...years])("%s: each sentence that stands alone and each picture's words name it", (of) => {
    const { lead, points, caveats, charts } = pressOf({ figures: seed, selection: ALL }, of);
    for (const { alone } of [...lead, ...points, ...caveats]) expect(alone.toLowerCase()).toContain(periodName(of).toLowerCase());
    for (const { table } of charts) {
      const words = `${table.title} ${table.sentence ?? ""}`.toLowerCase();
      expect(words).toContain(periodName(of).toLowerCase());
      // The alternative text is what is written into the picture's file as its description.
      expect(chartOf(table)?.alt.toLowerCase()).toContain(periodName(of).toLowerCase());
      // No other period's headline slips in.
      const spoken = [...(table.sentence ?? "").matchAll(/\bIn ((?:the \w+ quarter of |[A-Z]\w+ )?\d{4}), /g)].map(([, name]) =>
        name?.replace(/^the /, ""),
      );
      expect(spoken.filter((name) => name !== periodName(of))).toEqual([]);
    }
  });

  it.each([...months, ...quarters, ...years])(
    "%s: the overview of a range that ends there, its chart and the pack speak of the same period",
    (of) => {
      const selection: Selection = { ...DEFAULT_SELECTION, per: calendarKindOf(of) ?? "month", to: of };
      const [found] = headlines({ figures: seed, selection });
      const told = found && headlineWords(found.main, selection);
      expect(pooledCard.table({ figures: seed, selection }).sentence).toBe(told && plain(told));
      if (isPooled(poolAt({ figures: seed, selection }, of).ratio)) expect(found?.main.question.period).toBe(of);
      const chart = pressOf({ figures: seed, selection: DEFAULT_SELECTION }, of).charts.find(
        ({ table }) => table.id === "pooled-sell-through",
      );
      if (chart) expect(chart.table.sentence).toBe(told && plain(told));
    },
  );

  it("there are thin months among them, so the rule is put to the test", () => {
    expect(months.filter((of) => poolAt({ figures: seed, selection: DEFAULT_SELECTION }, of).thin).length).toBeGreaterThan(3);
  });
});

const restated = (...change: [CompanyId, MetricId, Period, number]): Figures => figuresOf(stated(seedRecord(), ...change), TODAY);

/** The record without anything that these companies said. */
const without = (companies: readonly CompanyId[]): Figures =>
  figuresOf({ ...seedRecord(), facts: seedRecord().facts.filter((fact) => !companies.includes(fact.company)) }, TODAY);

/** How the facts behind each statement are changed; undefined where the month gives nothing to change. */
const CHANGES: Readonly<Record<string, (of: Period, pick: number) => Figures | undefined>> = {
  headline: (of, pick) => member(of, pick, (id, produced) => restated(id, "btc_sold", of, produced * 50)),
  change: (of, pick) => member(shift(of, -1), pick, (id, produced) => restated(id, "btc_sold", shift(of, -1), produced * 50)),
  // It says "the highest" or "the lowest": with the other extreme it must say something else.
  record: (of) => {
    const before = told(seed, of).get("record") ?? "";
    const at = poolAt({ figures: seed, selection: ALL }, of);
    const to = before.includes("highest") ? 0 : 60;
    const changed = at.members.reduce(
      (record, { company, sellThrough }) => stated(record, company.id, "btc_sold", of, sellThrough.produced * to),
      seedRecord(),
    );
    return figuresOf(changed, TODAY);
  },
  sellers: (of) => {
    const first = [...poolAt({ figures: seed, selection: ALL }, of).members].sort((a, b) => b.sellThrough.sold - a.sellThrough.sold)[0];
    return first && restated(first.company.id, "btc_sold", of, 0);
  },
  over: (of, pick) =>
    member(
      of,
      pick,
      (id, produced) => restated(id, "btc_sold", of, produced / 2),
      (ratio) => ratio > 1.05,
    ),
  holders: (of, pick) =>
    member(
      of,
      pick,
      (id, produced) => restated(id, "btc_sold", of, produced),
      (ratio) => ratio < 0.05,
    ),
  new: (of) => eachMember(of, (record, id) => stated(record, id, "btc_sold", of, 0)),
  stopped: (of) => eachMember(of, (record, id, produced) => stated(record, id, "btc_sold", of, produced)),
  proceeds: (of) => eachMember(of, (record, id, produced) => stated(record, id, "btc_sold", of, produced * 9)),
  treasury: (of, pick) => {
    const holders = seedRecord().companies.filter(({ id }) => isKnown(seed.cell(id, "btc_held", of)));
    const id = holders[pick % holders.length]?.id;
    const children = seedRecord().consolidations.map(({ child }) => child);
    return id === undefined || children.includes(id) ? undefined : restated(id, "btc_held", lastMonth(of), 99_999_00000000);
  },
  coverage: (of, pick) => member(of, pick, (id, produced) => restated(id, "btc_produced", of, produced * 40)),
  panel: (of, pick) => member(of, pick, (id) => without([id])),
  absent: (of) => {
    const absent = poolAt({ figures: seed, selection: ALL }, of).absentProducers.find(({ produced }) => produced.value > 0);
    return absent && restated(absent.company.id, "btc_sold", of, 100_00000000);
  },
};

function member(
  of: Period,
  pick: number,
  change: (id: CompanyId, produced: number) => Figures,
  which: (ratio: number) => boolean = () => true,
): Figures | undefined {
  const members = poolAt({ figures: seed, selection: ALL }, of).members.filter(({ sellThrough }) => which(sellThrough.ratio));
  const found = members[pick % members.length];
  return found && change(found.company.id, Math.round(found.sellThrough.produced));
}

function eachMember(of: Period, change: (record: OpenRecord, id: CompanyId, produced: number) => OpenRecord): Figures {
  const { members } = poolAt({ figures: seed, selection: ALL }, of);
  return figuresOf(
    members.reduce((record, { company, sellThrough }) => change(record, company.id, sellThrough.produced), seedRecord()),
    TODAY,
  );
}

const lastMonth = (of: Period): Period => (of === "2025-Q1" ? period("2025-03") : of === "2024" ? period("2024-12") : of);

describe("a sentence stands or falls with its facts", () => {
  it("there is a change for every statement that a report can hold", () => {
    expect(Object.keys(CHANGES).sort()).toEqual([...STATEMENT_IDS].sort());
  });

  it.each(STATEMENT_IDS)("“%s” changes or vanishes when its facts are restated", (id) => {
    const before = new Map(MONTHS.map((of) => [of, told(seed, of).get(id)]));
    let tried = 0;
    fc.assert(
      fc.property(fc.constantFrom(...MONTHS.filter((of) => before.get(of) !== undefined)), fc.nat(30), (of, pick) => {
        const changed = CHANGES[id]?.(of, pick);
        if (!changed) return;
        tried++;
        expect(told(changed, of).get(id)).not.toBe(before.get(of));
      }),
      { numRuns: 12 },
    );
    expect(tried).toBeGreaterThan(0);
  });

  it("with nothing known of any company there is no sentence at all", () => {
    const empty = figuresOf({ ...seedRecord(), facts: [] }, TODAY);
    for (const of of MONTHS) expect([...told(empty, of)]).toEqual([]);
  });

  it("a company whose facts are gone is named nowhere", () => {
    fc.assert(
      fc.property(fc.constantFrom(...MONTHS), fc.nat(20), (of, pick) => {
        const { members } = poolAt({ figures: seed, selection: ALL }, of);
        const company = members[pick % members.length]?.company;
        if (!company) return;
        const links = reportOf({ figures: without([company.id]), selection: ALL }, of).flatMap(({ sentence }) =>
          sentence.map(({ href }) => href ?? ""),
        );
        expect(links.filter((href) => href.includes(`/${company.id}`))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  it("the headline says the share that sold and produced make", () => {
    for (const of of MONTHS) {
      const { members } = poolAt({ figures: seed, selection: ALL }, of);
      if (members.length < 2) continue;
      const sum = (what: "btc_sold" | "btc_produced") =>
        members.reduce((total, { company }) => {
          const cell = seed.cell(company.id, what, of);
          return total + (isKnown(cell) ? cell.value : NaN);
        }, 0);
      expect(told(seed, of).get("headline")).toContain(`${formatRatio(sum("btc_sold") / sum("btc_produced"))} of`);
    }
  });
});

describe("the press pack", () => {
  const april = pressOf({ figures: seed, selection: DEFAULT_SELECTION }, period("2025-04"));

  it("April 2025: the lead, the points and what to bear in mind are the report, each sentence once", () => {
    const ids = [...april.lead, ...april.points, ...april.caveats].map(({ id }) => id);
    expect(ids.sort()).toEqual([...told(seed, period("2025-04"), DEFAULT_SELECTION).keys()].sort());
    expect(paragraph(april.lead)).toMatch(/^In April 2025, 7 Nasdaq-listed miners sold 77% of the bitcoin they produced\. That is /);
  });

  it("each sentence can stand alone: it names its period", () => {
    for (const of of MONTHS) {
      const press = pressOf({ figures: seed, selection: ALL }, of);
      for (const { alone } of [...press.lead, ...press.points, ...press.caveats])
        expect(alone.toLowerCase()).toContain(periodName(of).toLowerCase());
    }
  });

  it("a thin month says that it is thin in the lead and with every sentence that leans on it: September 2025", () => {
    const march = pressOf({ figures: seed, selection: DEFAULT_SELECTION }, period("2025-09"));
    expect(paragraph(march.lead)).toContain("The figure is thin");
    for (const { alone } of march.lead) expect(alone).toContain("The figure is thin");
    expect(paragraph(april.lead)).not.toContain("The figure is thin");
  });

  it("the chart over time ends with the period", () => {
    const overTime = april.charts.find(({ table }) => table.id === "pooled-sell-through");
    expect(overTime?.table.rows.at(-1)?.key).toBe("2025-04");
    expect(april.charts.map(({ table }) => table.id)).toEqual(["holders-and-sellers-2025-04", "sold-2025-04", "pooled-sell-through"]);
  });
});
