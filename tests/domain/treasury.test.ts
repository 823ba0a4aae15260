import { describe, expect, it } from "vitest";
import { plainAmount } from "@/domain/values/amount";
import { type Company, companyId } from "@/domain/facts/company";
import { figuresOf } from "@/domain/figures/figures";
import { treasuryOf } from "@/domain/measures/treasury";
import { p, seed, recordOf, seedRecord } from "./seed";

const companies = (...ids: string[]): Company[] => seedRecord().companies.filter((company) => ids.includes(company.id));
const held = (month: string, ...ids: string[]): string => plainAmount(treasuryOf(seed, companies(...ids), p(month), "best").held, "BTC");

describe("treasuries added up", () => {
  it("Hut 8 and American Bitcoin are never added: 13,696 in September 2025, not 17,114", () => {
    const treasury = treasuryOf(seed, companies("hut8", "american-bitcoin"), p("2025-09"), "best");
    expect(plainAmount(treasury.held, "BTC")).toBe("13696");
    expect(treasury.leftOut.map(({ company, parent }) => [company.id, parent.id])).toEqual([["american-bitcoin", "hut8"]]);
    expect(treasury.members.map(({ company }) => company.id)).toEqual(["hut8"]);
  });

  it("American Bitcoin alone is its own 3,418", () => {
    expect(held("2025-09", "american-bitcoin")).toBe("3418");
    expect(held("2025-Q3", "american-bitcoin")).toBe("3418");
  });

  it("the child counts where the parent's figure is unknown: December 2025", () => {
    const treasury = treasuryOf(seed, companies("hut8", "american-bitcoin"), p("2025-12"), "best");
    expect(plainAmount(treasury.held, "BTC")).toBe("5401");
    expect(treasury.members.map(({ company }) => company.id)).toEqual(["american-bitcoin"]);
    expect(treasury.unknownCount).toBe(1);
    expect(treasury.leftOut).toEqual([]);
  });

  it("before a consolidation begins, and after it ends, parent and child are two treasuries", () => {
    const stated = ["2025-03", "2025-04", "2025-05"].flatMap((month): [string, string, "btc_held", string][] => [
      ["parent", month, "btc_held", "10"],
      ["child", month, "btc_held", "4"],
    ]);
    const record = recordOf(...stated);
    const link = { parent: companyId("parent"), child: companyId("child"), from: p("2025-04"), to: p("2025-04"), note: "" };
    const figures = figuresOf({ ...record, consolidations: [link] }, "2026-09-01");
    const sum = (month: string) => plainAmount(treasuryOf(figures, record.companies, p(month), "best").held, "BTC");
    expect(["2025-03", "2025-04", "2025-05"].map(sum)).toEqual(["14", "10", "14"]);
  });

  it("others are added: Riot 19,211 and MARA 48,237 in April 2025", () => {
    expect(held("2025-04", "riot", "mara")).toBe("67448");
  });

  it("a company without a figure counts as unknown, not as 0", () => {
    const treasury = treasuryOf(seed, companies("riot", "iren"), p("2025-04"), "best");
    expect(treasury.members.map(({ company }) => company.id)).toEqual(["riot"]);
    expect(treasury.unknownCount).toBe(1);
  });

  it("the order in which companies are asked for does not matter, and every one is a member, left out or unknown", () => {
    for (const month of ["2022-06", "2025-04", "2025-09", "2025-12", "2026-03"]) {
      const [forward, backward] = [seedRecord().companies, [...seedRecord().companies].reverse()].map((list) =>
        treasuryOf(seed, list, p(month), "best"),
      );
      expect(forward?.held).toBe(backward?.held);
      expect((forward?.members.length ?? 0) + (forward?.leftOut.length ?? 0) + (forward?.unknownCount ?? 0)).toBe(
        seedRecord().companies.length,
      );
    }
  });
});
