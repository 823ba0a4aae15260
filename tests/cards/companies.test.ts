/**
 * The list of companies: who passes a filter, in what order, and what an address means. On the committed record, checked by hand against
 * prisma/data/facts.csv.
 */
import { describe, expect, it } from "vitest";
import { companySparks } from "@/cards/charts/companySparks";
import { asOf } from "@/domain/facts/asOf";
import { figuresOf } from "@/domain/figures/figures";
import { companiesCard, companySummaries, sparksCard } from "@/cards/companies/companies";
import {
  chosenCompanies,
  companiesAddress,
  companiesFields,
  companiesSorting,
  type CompaniesQuery,
  isFiltered,
  parseCompanies,
} from "@/cards/companies/companiesQuery";
import { companiesSentence, filterWords } from "@/cards/companies/companiesWords";
import { DEFAULT_SELECTION, type SearchParams } from "@/cards/selection/selection";
import { sorted, viewedOf } from "@/cards/tables/viewed";
import { shortName } from "@/domain/facts/company";
import { seedRecord } from "../domain/seed";

const figures = figuresOf(seedRecord(), "2026-06-22");
const summaries = companySummaries({ figures, selection: DEFAULT_SELECTION });
const query = (params: SearchParams = {}): CompaniesQuery => parseCompanies(params, figures).query;
const ids = (params: SearchParams): string[] => chosenCompanies(figures, summaries, query(params)).map(({ company }) => company.id);
const summary = (id: string) => {
  const found = summaries.find(({ company }) => company.id === id);
  if (!found) throw new Error(`no company ${id}`);
  return found;
};

describe("a company's row", () => {
  it("takes each company's own latest month: Riot produced 460 BTC in December 2025 and held 11,380 in June 2026", () => {
    expect(summary("riot").produced).toMatchObject({ month: "2025-12", cell: { value: 460e8 } });
    expect(summary("riot").held).toMatchObject({ month: "2026-06", cell: { value: 11_380e8 } });
    const table = companiesCard.tableOf({ figures, selection: DEFAULT_SELECTION }, [summary("riot")]);
    expect(table.rows[0]?.cells).toMatchObject({
      trailing_sell_through_pct: { plain: "256.48" },
      produced_month: { text: "Dec 2025" },
      first_figure: { text: "Oct 2021" },
      policy: { text: "sells part" },
    });
  });

  it("covers the share of months with sell-through: all tables agree on the count", () => {
    const riot = summary("riot");
    const sparks = sparksCard.tableOf({ figures, selection: DEFAULT_SELECTION }, [riot]);
    const [row] = sparks.rows;
    const known = sparks.columns.filter(({ key }) => row?.cells[key]?.kind === "value").length;
    // October 2021 to June 2026 are 57 months.
    expect(riot.coverage).toBeCloseTo(known / 57, 10);
  });

  it("knows on a past day only what was published: in 2024 Riot's latest production was another", () => {
    const before = figuresOf(asOf(seedRecord(), "2024-06-30"), "2024-06-30");
    const riot = companySummaries({ figures: before, selection: DEFAULT_SELECTION }).find(({ company }) => company.id === "riot");
    // April's figure was published in May 2025; May's source bears no date and counts from 15 July.
    expect(riot?.produced?.month).toBe("2024-03");
  });
});

describe("filters", () => {
  it("keep those listed on an exchange now, whatever they were listed on before", () => {
    expect(ids({ listing: "NYSE" })).toEqual(["cango"]);
    expect(ids({ listing: "TSX" })).toEqual(["hut8"]); // Bitfarms left in March 2026
    expect(ids({ listing: "none" })).toContain("stronghold");
  });

  it("leave out what is not known from any threshold", () => {
    const large = ids({ treasury: "10000" });
    expect(large).toContain("mara");
    expect(large).toContain("riot");
    expect(large).not.toContain("iren");
    for (const id of ids({ coverage: "75" })) expect(summary(id).coverage).toBeGreaterThanOrEqual(0.75);
  });

  it("by stance are a partition: every company passes exactly one", () => {
    const stances = ["holds", "sellsSome", "sellsAll", "sellsMore", "unknown"].flatMap((stance) => ids({ stance }));
    expect([...stances].sort()).toEqual(summaries.map(({ company }) => company.id).sort());
  });

  it("are named in words", () => {
    expect(filterWords(query({ listing: "nasdaq", treasury: "1000" }))).toBe("listed on Nasdaq now, with at least 1,000 BTC held");
    expect(isFiltered(query())).toBe(false);
  });
});

describe("order", () => {
  const asked = { figures, selection: DEFAULT_SELECTION };
  const table = companiesCard.tableOf(asked, summaries);
  const order = (by?: string) => sorted(table, companiesSorting(table, viewedOf({ by }).sorting)).rows.map(({ key }) => key);
  const field = (by?: string) =>
    companiesFields(figures, query(), table, companiesSorting(table, viewedOf({ by }).sorting)).find(({ name }) => name === "by")?.choices;

  it("is by latest production unless asked otherwise", () => {
    expect(order()[0]).toBe("bitdeer");
    expect(order("companies.none.asc")).toEqual(order());
    expect(order("other.company.asc")).toEqual(order());
    expect(field()?.filter(({ checked }) => checked)).toMatchObject([{ value: "companies.produced_btc.desc", label: "latest production" }]);
  });

  it("can be each that the form offers: the largest, the latest or the first name first, what is not known last", () => {
    const first = Object.fromEntries((field() ?? []).map(({ value, label }) => [label, order(value)]));
    const known = (ids: readonly string[] | undefined, of: (id: string) => unknown) => (ids ?? []).filter((id) => of(id) !== undefined);
    const held = known(first["latest treasury"], (id) => summary(id).held).map((id) => summary(id).held?.cell.value ?? 0);
    expect(held.length).toBeGreaterThan(10);
    expect(held).toEqual(held.toSorted((a, b) => b - a));
    const last = (first["last figure"] ?? []).map((id) => summary(id).span?.to ?? "");
    expect(last).toEqual(last.toSorted().reverse());
    const names = (first["name"] ?? []).map((id) => shortName(summary(id).company));
    expect(names).toEqual(names.toSorted((a, b) => a.localeCompare(b, "en", { numeric: true })));
    const sold = (first["latest sell-through"] ?? []).map((id) => summary(id).stance !== undefined);
    expect(sold).toEqual(sold.toSorted((a, b) => Number(b) - Number(a)));
  });

  it("that the form does not offer is named by it all the same", () => {
    expect(field("companies.held_btc.asc")?.at(-1)).toMatchObject({ label: "latest treasury, ascending", checked: true });
    expect(field("companies.stance.desc")?.at(-1)).toMatchObject({ label: "what it does, descending", checked: true });
  });
});

describe("addresses", () => {
  it("are read back as what they were written from", () => {
    const asked = query({ listing: "Nasdaq", stance: "holds", coverage: "50" });
    const params = Object.fromEntries(new URL(companiesAddress(asked, DEFAULT_SELECTION), "http://x").searchParams);
    expect(query(params)).toEqual(asked);
    expect(companiesAddress(query(), DEFAULT_SELECTION)).toBe("/companies");
  });

  it("name nothing unknown: a wrong value is a problem with the valid choices", () => {
    const { problems, query: found } = parseCompanies({ stance: "hodl", listing: "" }, figures);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ parameter: "stance", value: "hodl" });
    expect(problems[0]?.choices).toContain("holds");
    expect(found.stance).toBeNull();
  });
});

describe("words and small multiples", () => {
  it("count every company once, and follow the facts", () => {
    const numbers =
      companiesSentence(summaries)
        .match(/\d+(?! months)/g)
        ?.map(Number) ?? [];
    const [all = 0, ...parts] = numbers;
    expect(all).toBe(26);
    expect(parts.reduce((a, b) => a + b, 0)).toBe(26);
    expect(companiesSentence(summaries.map((s) => ({ ...s, stance: undefined })))).toContain("is not known");
  });

  it("draw a gap as a gap, and what lies beyond the axis as an arrow", () => {
    const [riot] = companySparks(sparksCard.tableOf({ figures, selection: DEFAULT_SELECTION }, [summary("riot")]));
    expect(riot?.latest).toBe("395%, Dec 2025"); // 1,818 of 460
    const [gryphon] = companySparks(sparksCard.tableOf({ figures, selection: DEFAULT_SELECTION }, [summary("gryphon")]));
    expect(gryphon?.latest).toBe("no month with both figures");
    expect(gryphon?.svg).not.toContain("--chart-sold");
  });
});
