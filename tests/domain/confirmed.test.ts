import { describe, expect, it } from "vitest";
import { parseAmount } from "@/domain/values/amount";
import { companyId } from "@/domain/facts/company";
import { confirmedOf, type WaitingFigure } from "@/domain/review/confirmed";
import { withCandidates } from "@/domain/review/candidate";
import { type Fact, isSameKey, keyOf } from "@/domain/facts/fact";
import { figuresOf } from "@/domain/figures/figures";
import { flagsOf } from "@/domain/review/flags";
import { METRICS, type MetricId } from "@/domain/values/metric";
import { period, shift } from "@/domain/values/period";
import { sortedByWorth, worthsOf } from "@/domain/review/worth";
import { seedRecord, figuresOn } from "./seed";

const TODAY = "2026-01-15";

let ids = 0;
function waiting(document: number, month: string, metric: MetricId, value: string, more: Partial<WaitingFigure> = {}): WaitingFigure {
  return {
    id: ++ids,
    company: companyId("a"),
    metric,
    period: period(month),
    value: parseAmount(value, METRICS[metric].unit) ?? NaN,
    written: value,
    source: {
      address: `https://a.example/${document}`,
      kind: "company_release",
      publisher: "a.example",
      publishedOn: `${shift(period(month), 1)}-05`,
      retrievedOn: null,
    },
    document: { id: document },
    confidence: "high",
    vetoedBy: [],
    alternatives: [],
    words: `document ${document}`,
    ...more,
  };
}

const figures = figuresOn(TODAY, ["a", "2025-01", "btc_held", "100"]);
const confirmed = (list: readonly WaitingFigure[], of = figures) =>
  confirmedOf(of, list).map(({ candidate, by }) => [
    candidate.document.id,
    candidate.period,
    candidate.metric,
    candidate.written,
    by.join(),
  ]);

const february = (sold = "30") => [
  waiting(1, "2025-02", "btc_produced", "50"),
  waiting(1, "2025-02", "btc_sold", sold),
  waiting(1, "2025-02", "btc_held", "120"),
];

describe("what may be approved in one go", () => {
  it("are figures with which the books close", () => {
    expect(confirmed(february())).toEqual([
      [1, "2025-02", "btc_produced", "50", "books"],
      [1, "2025-02", "btc_sold", "30", "books"],
      [1, "2025-02", "btc_held", "120", "books"],
    ]);
  });

  it("are none of a month whose books do not close: nobody can say which one is wrong", () => {
    expect(confirmed(february("3"))).toEqual([]);
  });

  it("are not figures of books that close within the tolerance of a large holding only", () => {
    const large = figuresOn(TODAY, ["a", "2025-01", "btc_held", "10000"]);
    const list = [
      waiting(1, "2025-02", "btc_produced", "50"),
      waiting(1, "2025-02", "btc_sold", "30"),
      waiting(1, "2025-02", "btc_held", "10018"),
    ];
    expect(confirmed(list, large)).toEqual([]);
  });

  it("are figures that a second document states in other words, to the digits that both write", () => {
    const list = [waiting(1, "2025-02", "btc_produced", "50"), waiting(2, "2025-02", "btc_produced", "50.4", { confidence: "low" })];
    expect(confirmed(list)).toEqual([[1, "2025-02", "btc_produced", "50", "secondDocument"]]);
  });

  it("are not figures of a copy with the same words, nor of the same address again", () => {
    const one = waiting(1, "2025-02", "btc_produced", "50");
    expect(confirmed([one, waiting(2, "2025-02", "btc_produced", "50", { words: one.words })])).toEqual([]);
    expect(confirmed([one, waiting(2, "2025-02", "btc_produced", "50", { source: one.source })])).toEqual([]);
  });

  it.each<[string, Partial<WaitingFigure>]>([
    ["was read with doubt", { confidence: "low" }],
    ["was vetoed by the reader", { vetoedBy: ["it lies far from its neighbours"] }],
    ["may be another number", { alternatives: ["500"] }],
  ])("are not figures of which one %s", (_, more) => {
    const list = [waiting(1, "2025-02", "btc_produced", "50", more), waiting(2, "2025-02", "btc_produced", "50", more)];
    expect(confirmed(list)).toEqual([]);
  });

  it("are neither of two that two documents state otherwise, both surely read", () => {
    const list = [
      waiting(1, "2025-02", "btc_produced", "50"),
      waiting(2, "2025-02", "btc_produced", "50"),
      waiting(3, "2025-02", "btc_produced", "52"),
    ];
    expect(confirmed(list)).toEqual([]);
    expect(confirmed(list.map((one) => (one.document.id === 3 ? { ...one, confidence: "low" } : one)))).toHaveLength(2);
  });

  it("are not figures that the record has, or has otherwise", () => {
    const known = figuresOn(TODAY, ["a", "2025-02", "btc_produced", "50"], ["a", "2025-02", "btc_sold", "31"]);
    const list = [1, 2].flatMap((document) => [
      waiting(document, "2025-02", "btc_produced", "50"),
      waiting(document, "2025-02", "btc_sold", "30"),
    ]);
    expect(confirmed(list, known)).toEqual([]);
  });

  it("are a whole year at once on an empty record: its months stand one beside the other", () => {
    const months = Array.from({ length: 12 }, (_, i) => shift(period("2024-01"), i));
    const list = months.flatMap((month, i) => [
      waiting(i + 1, month, "btc_produced", String(40 + i)),
      // The next release says again what the month before was.
      waiting(i + 2, month, "btc_produced", String(40 + i)),
    ]);
    expect(confirmed(list, figuresOf({ ...figures.record, facts: [] }, TODAY))).toHaveLength(24);
  });

  it("are none of a company that is not on record", () => {
    expect(confirmed(february().map((one) => ({ ...one, company: companyId("b") })))).toEqual([]);
  });
});

describe("weighed among hundreds of real figures", () => {
  const record = seedRecord();
  const isAsked = (fact: Fact) => ["riot", "cipher"].includes(fact.company) && fact.period >= "2023-07";
  const asked = record.facts.filter(isAsked);
  const before = figuresOf({ ...record, facts: record.facts.filter((fact) => !isAsked(fact)) }, TODAY);
  // Each is read in two documents.
  const list = asked.flatMap((fact, i) =>
    [2 * i, 2 * i + 1].map((document) => ({
      ...waiting(document, fact.period, fact.metric, fact.written),
      company: fact.company,
      value: fact.value,
      source: { ...fact.source, address: `${fact.source.address}#${document}` },
    })),
  );
  const found = confirmedOf(before, list).map(({ candidate }) => candidate);

  it("each has nothing against it when it is weighed alone beside what else is confirmed", () => {
    expect(found.length).toBeGreaterThan(200);
    for (const one of found) {
      const beside = withCandidates(
        before,
        found.filter((other) => !isSameKey(other, one)),
      );
      expect([keyOf(one), flagsOf(beside, one)]).toEqual([keyOf(one), []]);
    }
  });

  it("what speaks against each is the same with and without the rows of other companies", () => {
    for (const one of list) {
      const own = figuresOf({ ...before.record, facts: before.record.facts.filter(({ company }) => company === one.company) }, TODAY);
      expect(flagsOf(before, one)).toEqual(flagsOf(own, one));
    }
  });
});

describe("the queue", () => {
  it("begins with what closes books, then what comes into coverage; what is on record already is last", () => {
    const known = figuresOn(
      TODAY,
      ["a", "2025-01", "btc_held", "100"],
      ["a", "2025-02", "btc_produced", "50"],
      ["a", "2025-02", "btc_held", "120"],
      ["a", "2025-04", "btc_produced", "60"],
    );
    const [onRecord, price, covers, closes] = [
      waiting(1, "2025-02", "btc_produced", "50"),
      waiting(2, "2025-03", "avg_ehs", "30"),
      waiting(3, "2025-04", "btc_sold", "60"),
      waiting(4, "2025-02", "btc_sold", "30"),
    ];
    const list = [onRecord, price, covers, closes];
    expect(sortedByWorth(known, list).map(({ document }) => document.id)).toEqual([4, 3, 2, 1]);
    expect(worthsOf(known, list).get(closes.id)).toMatchObject({ closes: 1, isOnRecord: false });
    expect(worthsOf(known, list).get(covers.id)).toMatchObject({ closes: 0, covers: 60e8 });
    expect(worthsOf(known, list).get(onRecord.id)).toMatchObject({ closes: 0, covers: 0, isOnRecord: true });
  });

  it("keeps a document's figures together and counts what they close together", () => {
    const [produced, sold, held] = february();
    const other = waiting(0, "2025-09", "avg_ehs", "30");
    const list = [other, produced, sold, held].filter((one) => one !== undefined);
    expect(sortedByWorth(figures, list).map(({ document }) => document.id)).toEqual([1, 1, 1, 0]);
    expect(worthsOf(figures, list).get(sold?.id ?? 0)).toMatchObject({ closes: 0, closesTogether: 1 });
  });

  it("credits a part of holdings with nothing, whatever else waits: it stands in no books", () => {
    const restricted = waiting(9, "2025-02", "btc_restricted", "20");
    expect(worthsOf(figures, [...february(), restricted]).get(restricted.id)).toEqual({
      closes: 0,
      closesTogether: 0,
      covers: 0,
      coversTogether: 0,
      isOnRecord: false,
    });
  });

  it("credits another amount for a covered month with nothing: it brings no month into coverage", () => {
    const known = figuresOn(TODAY, ["a", "2025-02", "btc_produced", "50"], ["a", "2025-02", "btc_sold", "30"]);
    const other = waiting(1, "2025-02", "btc_produced", "741.9");
    expect(worthsOf(known, [other]).get(other.id)).toMatchObject({ covers: 0, coversTogether: 0 });
  });
});
