import { describe, expect, it } from "vitest";
import { type Company, companyId, inSpan, isListedOn, listingsAt, shortName } from "@/domain/facts/company";
import { p, seedRecord } from "./seed";

const find = (id: string): Company => {
  const found = seedRecord().companies.find((company) => company.id === companyId(id));
  if (!found) throw new Error(`no company ${id}`);
  return found;
};

describe("spans of months", () => {
  it("both ends are included, and an open end has no limit", () => {
    const span = { from: p("2023-04"), to: p("2024-01") };
    expect([p("2023-03"), p("2023-04"), p("2024-01"), p("2024-02")].map((m) => inSpan(span, m))).toEqual([false, true, true, false]);
    expect(inSpan({ from: null, to: p("2024-01") }, p("2000-01"))).toBe(true);
    expect(inSpan({ from: p("2024-01"), to: null }, p("2099-12"))).toBe(true);
    expect(inSpan({ from: null, to: null }, p("2024-01"))).toBe(true);
  });
});

describe("listings are dated", () => {
  it("Bitdeer is on Nasdaq from April 2023, not before", () => {
    expect(isListedOn(find("bitdeer"), "Nasdaq", p("2023-03"))).toBe(false);
    expect(isListedOn(find("bitdeer"), "Nasdaq", p("2023-04"))).toBe(true);
  });

  it("Core Scientific is off Nasdaq through Chapter 11 (2023) and back in January 2024", () => {
    const months = ["2021-12", "2022-01", "2022-12", "2023-01", "2023-12", "2024-01"];
    expect(months.map((m) => isListedOn(find("core-scientific"), "Nasdaq", p(m)))).toEqual([false, true, true, false, false, true]);
  });

  it("Cango is on NYSE, never on Nasdaq", () => {
    expect(isListedOn(find("cango"), "Nasdaq", p("2025-04"))).toBe(false);
    expect(isListedOn(find("cango"), "NYSE", p("2025-04"))).toBe(true);
  });

  it("a ticker changes with its month: Bitfarms is BITF until March 2026 and KEEL from April", () => {
    const ticker = (month: string) =>
      listingsAt(find("bitfarms"), p(month))
        .filter((l) => l.exchange === "Nasdaq")
        .map((l) => l.ticker);
    expect(ticker("2026-03")).toEqual(["BITF"]);
    expect(ticker("2026-04")).toEqual(["KEEL"]);
  });
});

describe("names", () => {
  it.each([
    ["riot", "Riot"],
    ["mara", "MARA"],
    ["cleanspark", "CleanSpark"],
    ["hive", "HIVE Digital"],
    ["bitdeer", "Bitdeer"],
    ["argo", "Argo Blockchain"],
    ["gryphon", "Gryphon"],
    ["iren", "IREN"],
    ["lm-funding", "LM Funding America"],
    ["core-scientific", "Core Scientific"],
  ])("%s is %s in a newspaper", (id, short) => {
    expect(shortName(find(id))).toBe(short);
  });

  it("no short name keeps a legal ending or is empty", () => {
    for (const company of seedRecord().companies) expect(shortName(company)).toMatch(/\w(?<!\b(Inc|Corp|Ltd|plc|Limited))$/);
  });
});
