import { describe, expect, test } from "vitest";
import { companyId } from "@/domain/facts/company";
import { changeTogetherCard, treasuryCard } from "@/cards/months/heldTogether";
import { reportOf } from "@/cards/months/report";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { plain } from "@/cards/tables/sentence";
import { period } from "@/domain/values/period";
import { figuresOn, seed } from "../domain/seed";

describe("bitcoin held together", () => {
  test("says of each sum how much of what was last published it stands for, and a thin one is marked", () => {
    const { rows } = treasuryCard.table({ figures: seed, selection: DEFAULT_SELECTION });
    for (const { cells } of rows) {
      const [share, thin] = [cells["coverage_pct"], cells["thin"]];
      if (share?.kind !== "value" || thin?.kind !== "text") continue;
      expect(Number(share.plain)).toBeGreaterThanOrEqual(0);
      expect(Number(share.plain)).toBeLessThanOrEqual(100);
      if (Number(share.plain) < 79.99) expect(thin.text).toBe("thin");
      if (Number(share.plain) > 80.01) expect(thin.text).toBe("");
    }
    expect(rows.filter(({ cells }) => cells["coverage_pct"]?.kind === "value").length).toBeGreaterThan(20);
  });

  test("of companies that count otherwise than usual say so: how often above the chart, and whose in the table", () => {
    const mara = {
      figures: seed,
      selection: {
        ...DEFAULT_SELECTION,
        companies: [companyId("mara"), companyId("riot")],
        from: period("2022-10"),
        to: period("2022-12"),
      },
    };
    const { caveat, rows } = treasuryCard.table(mara);
    expect(caveat).toBe(
      "At the end of December 2022, MARA (unrestricted part) counts its holdings otherwise than usual; so does a company in 1 other period: the table names it.",
    );
    expect(rows.map(({ cells }) => cells["counted_otherwise"]?.text)).toEqual(["", "MARA (unrestricted part)", "MARA (unrestricted part)"]);
    const riot = { ...mara, selection: { ...mara.selection, companies: [companyId("riot")] } };
    expect(treasuryCard.table(riot).caveat).toBeUndefined();
  });

  test("in the report of a period say whose holdings are counted otherwise", () => {
    const said = (companies: readonly string[], of: string) =>
      reportOf({ figures: seed, selection: { ...DEFAULT_SELECTION, companies: companies.map(companyId) } }, period(of), ["treasury"])
        .map(({ sentence }) => plain(sentence))
        .join();
    expect(said(["mara", "riot"], "2022-12")).toMatch(
      /\. Of these, MARA \(unrestricted part\) counts its holdings otherwise than usual\. Of those known, /,
    );
    expect(said(["mara"], "2022-12")).toMatch(/\. MARA \(unrestricted part\) counts its holdings otherwise than usual\.$/);
    expect(said(["riot"], "2022-12")).not.toContain("otherwise");
  });

  test("of one company are told as of one", () => {
    const canaan = { figures: seed, selection: { ...DEFAULT_SELECTION, companies: [companyId("canaan")] } };
    expect(treasuryCard.table(canaan)).toMatchObject({
      title: "Bitcoin held, the chosen miner",
      sentence: expect.stringMatching(/, Canaan held [\d,]+ BTC\.$/) as unknown,
    });
    expect(changeTogetherCard.table(canaan)).toMatchObject({
      title: "Change of the bitcoin held, the chosen miner, per month",
      sentence: expect.stringMatching(/^The holdings of Canaan (rose|fell) by [\d,.]+ BTC in /) as unknown,
    });
    expect(treasuryCard.table({ figures: seed, selection: DEFAULT_SELECTION }).sentence).toMatch(
      /, the \d+ companies with a known figure together held [\d,]+ BTC\.$/,
    );
  });

  test("treasuries that are all empty hold 0, which is known, and have no share of anything", () => {
    const emptied = figuresOn("2026-03-01", ["one", "2026-01", "btc_held", "0"], ["two", "2026-01", "btc_held", "0"]);
    const [row] = treasuryCard.table({ figures: emptied, selection: { ...DEFAULT_SELECTION, panel: "all" } }).rows;
    expect(row?.cells["held_btc"]).toMatchObject({ kind: "value", plain: "0" });
    expect(row?.cells["companies"]).toMatchObject({ plain: "2" });
    expect(row?.cells["coverage_pct"]?.kind).toBe("missing");
  });
});
