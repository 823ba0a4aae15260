/** Rules of the pages on conflicts and changes. */
import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { conflictsOf } from "@/domain/measures/conflicts";
import { figuresOf } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import {
  correctionsCard,
  importSentence,
  importTable,
  restatements,
  restatementsCard,
  restatementSentence,
} from "@/cards/evidence/changes";
import { booksCard, booksSentence, drawnBooks } from "@/cards/evidence/books";
import { conflictsCard, conflictSentence, selectedConflicts } from "@/cards/evidence/conflictTable";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { plain } from "@/cards/tables/sentence";
import { present, recordOf, seedRecord, figuresOn } from "../domain/seed";

const figures = figuresOf(seedRecord(), "2026-11-22");

describe("conflicts", () => {
  it("shows every disagreement of the record, whatever the listing filter says", () => {
    expect(conflictsCard.table({ figures, selection: DEFAULT_SELECTION }).rows).toHaveLength(conflictsOf(figures).length);
  });

  it("sets Riot's 450 and 459 for June 2025 beside the chosen 449", () => {
    const row = conflictsCard.table({ figures, selection: DEFAULT_SELECTION }).rows.find(({ key }) => key === "riot-btc_produced-2025-06");
    expect(row?.cells["chosen"]?.text).toBe("449");
    expect(row?.cells["others"]?.text).toMatch(/459 BTC \(.*undated\); 450 BTC \(.*4 July 2025\)/);
    expect(row?.cells["spread_pct"]).toMatchObject({ plain: "2.23" });
  });

  it("names what one source states for a month and again for its quarter once", () => {
    for (const { cells, key } of conflictsCard.table({ figures, selection: DEFAULT_SELECTION }).rows) {
      const others = cells["others"]?.text.split("; ") ?? [];
      expect([key, others]).toEqual([key, [...new Set(others)]]);
    }
    const twice = figuresOn(
      "2026-01-01",
      ["a", "2025-03", "btc_held", "20", { source_kind: "filing" }],
      ["a", "2025-03", "btc_held", "10", { source_kind: "news_report" }],
      ["a", "2025-Q1", "btc_held", "10", { source_kind: "news_report" }],
    );
    const [row] = conflictsCard.table({ figures: twice, selection: DEFAULT_SELECTION }).rows;
    expect(row?.cells["others"]?.text).toMatch(/^10 BTC \([^;]*\)$/);
  });

  it("keeps to the chosen company and months", () => {
    const selection = { ...DEFAULT_SELECTION, companies: [companyId("riot")], from: period("2024-01"), to: period("2024-12") };
    const found = selectedConflicts({ figures, selection }).map(({ choice }) => `${choice.chosen.metric} ${choice.chosen.period}`);
    expect(found.sort()).toEqual(["btc_produced 2024-11", "btc_produced 2024-Q1", "deployed_ehs 2024-07"]);
  });

  it("has no sentence when sources agree", () => {
    const agreed = figuresOn(
      "2026-01-01",
      ["a", "2025-01", "btc_produced", "10"],
      ["a", "2025-01", "btc_produced", "10", { source_kind: "filing" }],
    );
    expect(conflictSentence(selectedConflicts({ figures: agreed, selection: DEFAULT_SELECTION }))).toBeUndefined();
  });
});

describe("books that do not close", () => {
  it("leaves Argo's July 2022 with 1,953 + 219 − 887 − 1,295 = −10 BTC", () => {
    const row = booksCard.table({ figures, selection: DEFAULT_SELECTION }).rows.find(({ key }) => key === "argo-2022-07");
    const plainOf = (key: string) => (row?.cells[key] as { plain: string } | undefined)?.plain;
    expect(["held_before_btc", "produced_btc", "sold_btc", "held_after_btc", "unexplained_btc"].map(plainOf)).toEqual([
      "1953",
      "219",
      "887",
      "1295",
      "-10",
    ]);
  });

  it("adds up in every row", () => {
    for (const { cells } of booksCard.table({ figures, selection: DEFAULT_SELECTION }).rows) {
      const n = (key: string) => {
        const cell = cells[key];
        return cell?.kind === "value" ? Number(cell.plain) : 0;
      };
      const left = n("held_before_btc") + n("produced_btc") + n("purchased_btc") - n("sold_btc") - n("held_after_btc");
      expect(left).toBeCloseTo(n("unexplained_btc"), 6);
      expect(Math.abs(left)).toBeGreaterThan(n("tolerance_btc"));
    }
  });

  it("says that all books close when none is flagged", () => {
    const good = figuresOn(
      "2026-01-01",
      ["a", "2025-01", "btc_held", "100"],
      ["a", "2025-02", "btc_held", "105"],
      ["a", "2025-02", "btc_produced", "10"],
      ["a", "2025-02", "btc_sold", "5"],
    );
    const drawn = drawnBooks({ figures: good, selection: DEFAULT_SELECTION });
    expect(plain(present(booksSentence(drawn)))).toBe(
      "For 1 company-month every term of the books is known, and none leaves more unexplained than is tolerated.",
    );
    expect(booksSentence([])).toBeUndefined();
  });
});

describe("changes", () => {
  it("finds that Bit Digital restated September 2023 from 821.1 to 820.8 BTC", () => {
    const row = restatementsCard
      .table({ figures, selection: DEFAULT_SELECTION })
      .rows.find(({ key }) => key.startsWith("bit-digital-btc_held-2023-09"));
    expect([row?.cells["before"]?.text, row?.cells["after"]?.text, row?.cells["change_pct"]?.text]).toEqual(["821.1", "820.8", "−0.04%"]);
  });

  it("takes neither a news report, nor an undated source, nor another basis for a restatement", () => {
    const pair = (more: object) =>
      recordOf(
        ["a", "2025-01", "btc_held", "10", { published_on: "2025-02-03" }],
        ["a", "2025-01", "btc_held", "11", { published_on: "2025-05-03", ...more }],
      );
    const found = (record: ReturnType<typeof pair>) =>
      restatements({ figures: figuresOf(record, "2026-01-01"), selection: DEFAULT_SELECTION }).length;
    expect(found(pair({}))).toBe(1);
    expect(found(pair({ source_kind: "news_report" }))).toBe(0);
    expect(found(pair({ published_on: "" }))).toBe(0);
    const basis = { kind: "basis", company: companyId("a"), metric: "btc_held", period: period("2025-01"), written: "11" } as const;
    expect(found({ ...pair({}), decisions: [{ ...basis, basis: "unrestricted part", note: "" }] })).toBe(0);
    expect(restatementSentence([])).toBeUndefined();
  });

  it("shows a corrected fact with its old and new value, and a withdrawn one as withdrawn", () => {
    const record = recordOf(["a", "2025-01", "btc_sold", "10"], ["a", "2025-01", "btc_sold", "12"]);
    const [old, now] = record.facts;
    const at = (by: typeof now | null) => ({
      ...record,
      facts: by ? [by] : [],
      supersessions: [{ fact: present(old), by: by ?? null, reason: "misread", recordedOn: "2026-01-05" }],
    });
    const cells = (by: typeof now | null) =>
      correctionsCard.table({ figures: figuresOf(at(by), "2026-02-01"), selection: DEFAULT_SELECTION }).rows[0]?.cells;
    expect(cells(now)).toMatchObject({ before: { plain: "10" }, after: { plain: "12" }, reason: { text: "misread" } });
    expect(cells(null)?.["after"]?.text).toBe("withdrawn");
    expect(correctionsCard.table({ figures, selection: DEFAULT_SELECTION }).rows).toEqual([]);
  });

  it("lists imports with what each brought: facts or other rows, one or many, or nothing", () => {
    const NO_FACTS = { added: 0, superseded: 0, withdrawn: 0 };
    const entry = {
      seq: 2,
      id: "abc",
      date: "2026-01-01",
      at: "2026-01-05T10:20:30.000Z",
      by: "Ada",
      kind: "record",
      files: {},
      filesDate: null,
      counts: { facts: { added: 3, superseded: 1, withdrawn: 0 }, tables: {} },
      details: [],
    } as const;
    expect(importTable([entry]).rows[0]?.cells).toMatchObject({
      at: { text: "5 January 2026, 10:20" },
      changed: { text: "3 facts added, 1 superseded" },
    });
    expect(plain(present(importSentence([entry, { ...entry, seq: 1 }])))).toBe(
      "The record was built in 2 imports, the last on 5 January 2026: 3 facts added, 1 superseded.",
    );
    const publishers = {
      ...entry,
      counts: {
        ...entry.counts,
        facts: NO_FACTS,
        tables: {
          companyProfile: { changed: 1, added: 0, retired: 0 },
          publisher: { added: 2, retired: 1 },
          event: { changed: 0, added: 0, retired: 1 },
        },
      },
    };
    expect(plain(present(importSentence([publishers])))).toBe(
      "The record was read in whole on 5 January 2026: 1 company changed; 1 event retired; 2 publishers added, 1 retired.",
    );
    expect(plain(present(importSentence([{ ...entry, counts: { ...entry.counts, facts: NO_FACTS } }])))).toBe(
      "The record was read in whole on 5 January 2026.",
    );
    expect(importSentence([])).toBeUndefined();
  });
});
