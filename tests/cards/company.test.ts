/**
 * What a company's page says, on the committed record. The numbers are worked out by hand from prisma/data/facts.csv; sentences must
 * change or vanish when the facts behind them do.
 */
import { describe, expect, it } from "vitest";
import { chartOf, tableById } from "@/cards/registry";
import { asOf } from "@/domain/facts/asOf";
import { type Company, companyId, type CompanyId } from "@/domain/facts/company";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { period } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { agreementCard } from "@/cards/companies/companyPolicy";
import { dollarsCard } from "@/cards/companies/companyDollars";
import { companyConflictsCard, companyCorrectionsCard, factsCard, factsOfYear, factYears } from "@/cards/companies/companyFacts";
import { hashrateCard } from "@/cards/companies/companyHashrate";
import { historyCard } from "@/cards/companies/companyHistory";
import { holdingsCard } from "@/cards/companies/companyHoldings";
import { ledgerCard } from "@/cards/evidence/books";
import { doesNow, formerNameLines, lastReported, listingLines, neighbours, portrait, secAddress } from "@/cards/companies/companyPortrait";
import { minersCard } from "@/cards/months/periodTable";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { plain } from "@/cards/tables/sentence";
import type { Row, Table } from "@/cards/tables/table";
import { recordOf, seedRecord, figuresOn } from "../domain/seed";

const TODAY = "2026-06-22";
const seed = figuresOf(seedRecord(), TODAY);
const companyIn = (figures: Figures, id: string): Company => {
  const found = figures.record.companies.find((company) => company.id === id);
  if (!found) throw new Error(`no company ${id}`);
  return found;
};
const select = (over: Partial<Selection> = {}): Selection => ({ ...DEFAULT_SELECTION, ...over });
const row = (table: Table, key: string): Row => {
  const found = table.rows.find((r) => r.key === key);
  if (!found) throw new Error(`${table.id} has no row ${key}`);
  return found;
};
const plainOf = (table: Table, key: string, column: string): string => {
  const cell = row(table, key).cells[column];
  return cell?.kind === "value" ? cell.plain : `(${cell?.text ?? "no cell"})`;
};
const without = (record: OpenRecord, drop: (fact: OpenRecord["facts"][number]) => boolean): OpenRecord => ({
  ...record,
  facts: record.facts.filter((fact) => !drop(fact)),
});
const isFact = (id: string, metric: string, of: string) => (fact: OpenRecord["facts"][number]) =>
  fact.company === id && fact.metric === metric && fact.period === of;
/** The question put to a company's card. */
const about = (id: string, over: Partial<Selection> = {}, figures: Figures = seed) => ({
  figures,
  selection: select(over),
  company: companyIn(figures, id),
});
const words = (figures: Figures, id: string, over: Partial<Selection> = {}): string =>
  portrait(about(id, over, figures))
    .map(plain)
    .join(" ");

describe("what a company does now", () => {
  it("is its last three months with data: Riot sold 400 + 383 + 1,818 of 437 + 428 + 460 BTC", () => {
    const figures = figuresOf(
      without(seedRecord(), (f) => f.company === "riot" && f.period >= "2026"),
      TODAY,
    );
    expect(plain(doesNow(about("riot", {}, figures)) ?? [])).toBe(
      "Riot last sold more than it mined: 2,601 BTC against 1,325 BTC mined (196%) in October, November and December 2025.",
    );
  });

  it("is its last quarter where no later month is known: Riot told its sales by the quarter after December 2025", () => {
    expect(plain(doesNow(about("riot")) ?? [])).toBe(
      "Riot last sold more than it mined: 3,778 BTC against 1,473 BTC mined (256%) in the first quarter of 2026.",
    );
  });

  it("follows the facts: without December's sale Riot's last months are others", () => {
    const figures = figuresOf(
      without(
        seedRecord(),
        // Without them and their quarter the month follows from nothing any more.
        (f) => f.company === "riot" && ["btc_sold", "btc_held"].includes(f.metric) && (f.period >= "2025-12" || f.period === "2025"),
      ),
      TODAY,
    );
    const now = plain(doesNow(about("riot", {}, figures)) ?? []);
    expect(now).not.toContain("2,601");
    expect(now).not.toContain("Dec 2025");
  });

  it("is said in the present only while the next month may still be unpublished", () => {
    const figures = figuresOf(asOf(seedRecord(), "2026-01-10"), "2026-01-10");
    expect(plain(doesNow(about("riot", { asOf: "2026-01-10" }, figures)) ?? [])).toContain("Riot sells ");
  });

  it("takes the year where neither a month nor a quarter is known: 693 BTC against 406 BTC mined in 2025", () => {
    const year = recordOf(["a", "2025", "btc_produced", "406"], ["a", "2025", "btc_sold", "693"]);
    expect(words(figuresOf(year, TODAY), "a")).toContain("in 2025 it was 171% (693 BTC against 406 BTC mined).");
    expect(words(figuresOf(without(year, isFact("a", "btc_sold", "2025")), TODAY), "a")).not.toContain("171%");
  });

  it("sets the stated policy beside what was done, and says where they differ", () => {
    expect(words(seed, "riot")).toContain("Its stated policy then was that it sells part; sales cannot show whether it kept to that.");
    const sells = recordOf(["a", "2025-01", "btc_produced", "10"], ["a", "2025-01", "btc_sold", "9"]);
    const policy = { company: companyId("a"), policy: "holds_all", from: null, to: null, sourceUrl: "https://example.org/policy" } as const;
    expect(words(figuresOf({ ...sells, policies: [policy] }, TODAY), "a")).toContain(
      "Its stated policy was that it holds all, and it did otherwise.",
    );
    expect(words(figuresOf(sells, TODAY), "a")).not.toContain("differ");
  });

  it("does not test a word by itself: all of IREN's sales are taken from its policy", () => {
    expect(words(seed, "iren")).toContain("What it sold is not known, so its word cannot be tested");
  });

  it("says so where only some of the months rest on the word: no sale was stated for June 2025, and nothing after", () => {
    const record = recordOf(
      ["a", "2025-06", "btc_produced", "700"],
      ["a", "2025-06", "btc_sold", "0"],
      ["a", "2025-07", "btc_produced", "703"],
      ["a", "2025-08", "btc_produced", "708"],
    );
    const policy = { company: companyId("a"), policy: "holds_all", from: null, to: null, sourceUrl: "https://example.org/policy" } as const;
    expect(words(figuresOf({ ...record, policies: [policy] }, TODAY), "a")).toContain(
      "it sold 0 of 2,111 BTC (0%, in part by its stated policy) in June, July and August 2025",
    );
  });

  it("says when monthly figures stopped and what came later", () => {
    const riot = lastReported(seed, companyIn(seed, "riot"));
    expect(plain(riot ?? [])).toContain(
      "Its last monthly production figure is of December 2025; its latest figures of production or sales are of the first quarter of 2026.",
    );
    const quarters = figuresOn("2025-11-01", ["a", "2025-01", "btc_produced", "5"], ["a", "2025-Q3", "btc_produced", "20"]);
    expect(plain(lastReported(quarters, companyIn(quarters, "a")) ?? [])).toBe(
      "Its last monthly production figure is of January 2025; since then it has given figures by the quarter only, the latest for the third quarter of 2025.",
    );
  });

  it("says whose holdings include whose: Hut 8 and American Bitcoin, never others", () => {
    expect(words(seed, "hut8")).toContain("Since April 2025 its reported holdings have included those of American Bitcoin");
    expect(words(seed, "american-bitcoin")).toContain("has been included in what Hut 8 reports as held");
    expect(words(seed, "riot")).not.toContain("included");
    const before = figuresOf(asOf(seedRecord(), "2025-03-01"), "2025-03-01");
    expect(words(before, "hut8", { asOf: "2025-03-01" })).not.toContain("American Bitcoin");
  });

  it("says the day when it is asked as of a day", () => {
    const before = figuresOf(asOf(seedRecord(), "2024-01-31"), "2024-01-31");
    expect(words(before, "riot", { asOf: "2024-01-31" })).toContain("as it was known on 31 January 2024");
    expect(words(seed, "riot")).not.toContain("as it was known");
  });
});

describe("a company's tables", () => {
  it("history: Bitfarms' April 2025 sale is derived, 1,140 + 268 − 1,005 = 403 BTC, 150.37% of 268", () => {
    const table = historyCard.table(about("bitfarms"));
    expect(plainOf(table, "2025-04", "sold_btc")).toBe("403");
    expect(plainOf(table, "2025-04", "sell_through_pct")).toBe("150.37");
    expect(row(table, "2025-04").cells["sold_btc"]).toMatchObject({ evidence: "derived" });
  });

  it("history: where no month has both figures it says so, and that quarters have: American Bitcoin", () => {
    const of = (id: string) => historyCard.table(about(id)).sentence;
    expect(of("american-bitcoin")).toMatch(
      /^Of no month are both production and sales of American Bitcoin known; of \d quarters they are\.$/,
    );
    expect(of("mawson")).toBe("Of no month are both production and sales of Big Digital Energy known.");
    expect(of("ionic-digital")).toMatch(/^In the one month with both figures \(January 2025\), /);
  });

  it("history by quarters shows what months cannot: HIVE's second quarter of 2025", () => {
    expect(plainOf(historyCard.table(about("hive", { per: "quarter" })), "2025-Q2", "sell_through_pct")).toBe("170.69");
    expect(plainOf(historyCard.table(about("hive", { per: "month" })), "2025-05", "sold_btc")).toBe("(quarter only)");
    // Net: (693 − 86) / 406.
    expect(plainOf(historyCard.table(about("hive", { per: "quarter", basis: "net" })), "2025-Q2", "sell_through_pct")).toBe("149.51");
  });

  it("history ranges over the company's own figures, or over what is asked for", () => {
    expect(historyCard.table(about("riot")).rows.at(-1)?.key).toBe("2026-06");
    const asked = historyCard.table(about("riot", { from: period("2025-10"), to: period("2025-12") }));
    expect(asked.rows.map((r) => r.key)).toEqual(["2025-10", "2025-11", "2025-12"]);
    expect(asked.sentence).toBe("Over the 3 months with both figures, Riot sold 2,601 BTC of 1,325 BTC produced: 196%.");
  });

  it("holdings: a figure on another basis says so, and is not taken for the most", () => {
    const table = holdingsCard.table(about("hive"));
    const cell = row(table, "2025-06").cells["held_btc"];
    expect(cell).toMatchObject({ kind: "value", plain: "435" });
    expect(cell?.kind === "value" ? cell.note : "").toBe(
      "Counted otherwise (balance-sheet coins): not to be compared with the company’s other holdings.",
    );
    // Wherever holdings are shown.
    const month = minersCard.table({ figures: seed, selection: select({ panel: "all" }), period: period("2025-06") });
    expect(month.rows.find(({ key }) => key === "hive")?.cells["held_btc"]).toMatchObject({
      note: cell?.kind === "value" ? cell.note : "",
    });
    expect(row(table, "2024-12").cells["held_btc"]).not.toHaveProperty("note");
    expect(table.sentence).not.toContain("2,805");
  });

  it("holdings show the restricted part: 4,000 of Riot's 18,005 BTC in December 2025", () => {
    const table = holdingsCard.table(about("riot", { to: period("2025-12") }));
    expect(plainOf(table, "2025-12", "restricted_btc")).toBe("4000");
    expect(table.sentence).toContain(
      "Riot held 18,005 BTC, of which 4,000 BTC were restricted; the most in the range shown was 19,368 BTC",
    );
  });

  it("BTC per EH/s is by the average hashrate, else by the deployed one, and says which", () => {
    const riot = hashrateCard.table(about("riot"));
    expect(plainOf(riot, "2025-10", "produced_per_ehs_btc")).toBe("13.1627"); // 437 / 33.2
    expect(row(riot, "2025-10").cells["produced_per_ehs_btc"]).not.toHaveProperty("note");
    const hive = hashrateCard.table(about("hive"));
    expect(plainOf(hive, "2022-04", "produced_per_ehs_btc")).toBe("125.0233"); // 268.8 / 2.15 deployed
    const deployed = row(hive, "2022-04").cells["produced_per_ehs_btc"];
    expect(deployed?.kind === "value" ? deployed.note : "").toContain("deployed");
  });

  it("dollars: reported proceeds are reported, others are estimated at the average price and marked", () => {
    const riot = dollarsCard.table(about("riot"));
    const levels = new Set(
      riot.rows.map((r) => r.cells["proceeds_usd"]).flatMap((c) => (c?.kind === "value" ? [`${c.evidence} ${c.note ?? ""}`] : [])),
    );
    expect(levels).toContain("reported ");
    expect(levels).toContain("derived estimated");
    const none = dollarsCard.table({
      figures: figuresOf({ ...seedRecord(), prices: [] }, TODAY),
      selection: select(),
      company: companyIn(seed, "riot"),
    });
    expect(none.rows.some((r) => r.cells["proceeds_usd"]?.kind === "value" && r.cells["proceeds_usd"].note === "estimated")).toBe(false);
  });

  it("dollars: the sentence counts the periods whose proceeds the table shows, not those of all known sales", () => {
    for (const per of ["month", "quarter"] as const)
      for (const id of ["riot", "bitdeer", "cleanspark"]) {
        const { rows, sentence } = dollarsCard.table(about(id, { per }));
        const shown = rows.filter((r) => r.cells["proceeds_usd"]?.kind === "value").length;
        const counted = shown === 1 ? `in the one ${per} ` : `over the ${shown} of ${rows.length} ${per}s `;
        expect(sentence, `${id} by ${per}`).toContain(`${counted}whose proceeds are known or can be estimated`);
      }
  });

  it("dollars: that nothing was sold is told as a company’s word where it is nothing else", () => {
    const told = (id: string, from: string, to: string) => dollarsCard.table(about(id, { from: period(from), to: period(to) })).sentence;
    expect(told("american-bitcoin", "2025-04", "2025-09")).toMatch(/^American Bitcoin sold no bitcoin .*, by its stated policy\.$/);
    expect(told("riot", "2024-12", "2025-03")).toMatch(/^Riot sold no bitcoin over .* can be estimated\.$/);
    expect(told("mara", "2024-07", "2025-08")).toMatch(/^MARA sold no bitcoin over .*, in \d+ of them by its stated policy\.$/);
  });

  it("policy and stance: Riot's spans cover each month once, newest first", () => {
    const table = agreementCard.table(about("riot"));
    const keys = table.rows.map((r) => r.key);
    expect(keys).toEqual([...keys].sort().reverse());
    const months = table.rows.map((r) => Number(r.cells["months"]?.text)).reduce((a, b) => a + b, 0);
    expect(months).toBeLessThanOrEqual(historyCard.table(about("riot")).rows.length);
    expect(table.rows.some((r) => r.cells["agreement"]?.text === "deeds differ")).toBe(true);
  });

  it("policy and stance: where months before the policy say otherwise, a note tells by which the test was made: Riot in March 2024", () => {
    const table = agreementCard.table(about("riot"));
    const { stance, policy, agreement } = row(table, "2024-03").cells;
    expect([stance?.text, policy?.text, agreement?.text]).toEqual(["sells some", "holds all", "agree"]);
    expect(agreement).toMatchObject({ note: "Only months under this policy are tested; by these alone the company holds." });
    for (const { cells } of table.rows)
      if (cells["agreement"]?.text === "agree" && cells["policy"]?.text === "holds all" && cells["stance"]?.text !== "holds")
        expect(cells["agreement"]).toHaveProperty("note");
  });

  it("policy and stance: a span without figures of its own says that earlier months tell: HIVE's last quarter of 2023", () => {
    const table = agreementCard.table(about("hive"));
    expect(row(table, "2023-10").cells["stance"]).toMatchObject({ note: "These months have no figures and are judged by earlier ones." });
    expect(row(table, "2023-07").cells["stance"]).not.toHaveProperty("note");
  });

  it("policy and stance: IREN's months without a stated sale are not counted as agreement", () => {
    const table = agreementCard.table(about("iren", { from: period("2025-08"), to: period("2025-08") }));
    expect(table.rows.map((r) => r.cells["agreement"]?.text)).not.toContain("agree");
    expect(table.sentence).toBeUndefined();
  });

  it("the books: Riot's December 2025 leaves 19,368 + 460 − 1,818 − 18,005 = 5 BTC, within 0.5% of holdings", () => {
    const table = ledgerCard.table(about("riot"));
    expect(plainOf(table, "2025-12", "unexplained_btc")).toBe("5");
    expect(row(table, "2025-12").cells["finding"]?.text).toBe("closes");
    expect(table.rows[0]?.key).toBe("2026-06");
    expect(table.rows.at(-1)?.key).toBe("2021-10");
  });

  it("the books: a sale that was computed from holdings tests nothing", () => {
    const table = ledgerCard.table(about("bitfarms"));
    expect(row(table, "2025-04").cells["finding"]?.text).toContain("computed from the holdings");
    expect(row(table, "2025-04").cells["unexplained_btc"]?.kind).toBe("missing");
  });

  it("the books: a difference beyond the tolerance is flagged", () => {
    const figures = figuresOn(
      TODAY,
      ["a", "2025-01", "btc_held", "1000"],
      ["a", "2025-02", "btc_produced", "100"],
      ["a", "2025-02", "btc_sold", "50"],
      ["a", "2025-02", "btc_held", "1040"],
    );
    const table = ledgerCard.table(about("a", {}, figures));
    expect(plainOf(table, "2025-02", "unexplained_btc")).toBe("10");
    expect(row(table, "2025-02").cells["finding"]?.text).toBe("flagged: beyond 5.2 BTC");
    expect(table.sentence).toContain("1 of them leaves more unexplained than the tolerance, the most in February 2025 (10 BTC)");
  });

  it("facts: every fact of the company is there once, losers and the years included", () => {
    const riot = companyIn(seed, "riot");
    const all = factsCard.table(about(riot.id));
    expect(all.rows).toHaveLength(seed.record.facts.filter((fact) => fact.company === riot.id).length);
    expect(new Set(all.rows.map((r) => r.key)).size).toBe(all.rows.length);
    const order = all.rows.map((r) => r.cells["period"]?.text);
    expect(order.indexOf("Jun 2026")).toBeLessThan(order.indexOf("Q1 2026"));
    expect(order.indexOf("Q1 2026")).toBeLessThan(order.indexOf("Jan 2026"));
    const years = factYears(seed, riot).map((year) => factsOfYear(about(riot.id), year).rows.length);
    expect(years.reduce((a, b) => a + b, 0)).toBe(all.rows.length);
  });

  it("conflicts: Riot's first quarter of 2024 is 1,364 BTC by a person's decision, 1,264 beside it", () => {
    const table = companyConflictsCard.table(about("riot"));
    const found = row(table, "riot-btc_produced-2024-Q1");
    expect(found.cells["chosen"]).toMatchObject({ plain: "1364" });
    expect(found.cells["others"]?.text).toContain("1,264");
    expect(found.cells["why"]?.text).toContain("decided by a person");
  });

  it("corrections: a superseded figure stays, with what replaced it and why", () => {
    const record = recordOf(["a", "2025-01", "btc_sold", "10"], ["a", "2025-01", "btc_sold", "12"]);
    const [old, by] = record.facts;
    if (!old || !by) throw new Error("two facts are needed");
    const figures = figuresOf(
      { ...record, facts: [by], supersessions: [{ fact: old, by, reason: "corrected by the company", recordedOn: "2025-03-01" }] },
      TODAY,
    );
    const table = companyCorrectionsCard.table(about("a", {}, figures));
    expect(table.rows[0]?.cells).toMatchObject({
      before: { plain: "10" },
      after: { plain: "12" },
      reason: { text: "corrected by the company" },
    });
    expect(table.sentence).toContain("1 figure of a has been corrected");
    expect(factsCard.table(about("a", {}, figures)).rows).toHaveLength(2);
  });
});

describe("names, listings and neighbours", () => {
  it("dates former names and listings", () => {
    const company: Company = {
      ...companyIn(seed, "bitfarms"),
      formerNames: [{ name: "Old Ltd.", from: null, to: period("2022-12") }],
    };
    expect(formerNameLines(company)).toEqual(["Old Ltd., until Dec 2022"]);
    expect(listingLines(company)).toContain("Nasdaq: BITF, until Mar 2026");
    expect(listingLines(company)).toContain("Nasdaq: KEEL, since Apr 2026");
  });

  it("leads to the SEC only where the number is known", () => {
    expect(secAddress(companyIn(seed, "riot"))).toContain("CIK=0001167419");
    expect(secAddress(companyIn(seed, "dmg"))).toBeUndefined();
  });

  it("the next company's previous one is this one, for all of them", () => {
    for (const company of seed.record.companies) {
      const { next } = neighbours(seed, company);
      if (next) expect(neighbours(seed, next).previous?.id).toBe(company.id);
    }
  });
});

describe("every company's tables", () => {
  const subjects = ["history", "holdings", "hashrate", "dollars", "deeds", "statements", "ledger", "facts", "conflicts", "restatements"];
  const ids = seedRecord().companies.map((company): [CompanyId] => [companyId(company.id)]);

  it.each(ids)("%s: each has all its cells, and each known figure leads to its explanation", (id) => {
    for (const subject of subjects) {
      const table = tableById({ figures: seed, selection: select({ asOf: null }) }, `${subject}-${id}`);
      expect(table?.id).toBe(`${subject}-${id}`);
      for (const { cells } of table?.rows ?? []) {
        for (const { key } of table?.columns ?? []) {
          const cell = cells[key];
          expect(cell).toBeDefined();
          if (cell?.kind === "value" && !["facts", "conflicts"].includes(subject)) expect(cell.href).toMatch(/^\/figures\//);
        }
      }
      if (table && ["history", "holdings", "hashrate", "dollars"].includes(subject))
        expect(chartOf(table)?.stops).toHaveLength(table.rows.length);
    }
  });

  it("links keep the day and the evidence that were asked for", () => {
    const figures = figuresOf(asOf(seedRecord(), "2025-12-31"), "2025-12-31");
    const table = historyCard.table(about("riot", { asOf: "2025-12-31", evidence: "reported" }, figures));
    expect(row(table, "2025-10").cells["sold_btc"]?.href).toBe("/figures/riot/2025-10/btc_sold?evidence=reported&asof=2025-12-31");
  });
});
