/** A company is found by every name it has or had, and nothing is guessed beyond that. */
import { describe, expect, it } from "vitest";
import { companiesLike, findCompany } from "@/domain/facts/companyNames";
import { lines, recordOf } from "./seed";
import { type Company, companyId } from "@/domain/facts/company";
import { period } from "@/domain/values/period";

const month = (written = "") => (written === "" ? null : period(written));
const span = (line: Record<string, string>) => ({
  from: month(line["from"]),
  to: month(line["to"]),
});
const companies: Company[] = lines("companies.csv").map((line) => {
  const mine = (file: string) => lines(file).filter(({ company }) => company === line["company"]);
  return {
    id: companyId(line["company"] ?? ""),
    name: line["name"] ?? "",
    country: "",
    secCik: null,
    notes: "",
    formerNames: mine("names.csv").map((name) => ({ name: name["name"] ?? "", ...span(name) })),
    listings: mine("listings.csv").map((one) => ({ exchange: one["exchange"] ?? "", ticker: one["ticker"] ?? "", ...span(one) })),
  };
});
const found = (text: string) => findCompany(companies, text)?.id;

describe("a company is found by", () => {
  it.each([
    ["RIOT", "riot"],
    ["riot", "riot"],
    ["NASDAQ: BITF", "bitfarms"],
    ["KEEL", "bitfarms"],
    ["$mara", "mara"],
    ["marathon-digital", "mara"],
    ["Marathon Digital Holdings, Inc.", "mara"],
    ["Iris Energy", "iren"],
    ["Hut 8 Mining", "hut8"],
    ["hut-8", "hut8"],
    ["Greenidge Generation", "greenidge"],
    ["VIP", "greenidge"],
    ["cipher mining", "cipher"],
    ["Digi Power X", "digihost"],
    ["BTDR", "bitdeer"],
  ])("%s: %s", (text, id) => {
    expect(found(text)).toBe(id);
  });

  it("each of its names and tickers in the record", () => {
    for (const { id, name, formerNames, listings } of companies)
      for (const text of [id, name, ...formerNames.map((former) => former.name), ...listings.map(({ ticker }) => ticker)])
        expect(found(text), text).toBe(id);
  });

  it.each(["", "nobody", "digital", "bit", "inc", ":", "x".repeat(5000)])("%j names none", (text) => {
    expect(found(text)).toBeUndefined();
  });

  it("what a company is called today goes before what another was called once, and a name that two bear names neither", () => {
    const [a, b] = recordOf(["a", "2025-01", "btc_sold", "1"], ["b", "2025-01", "btc_sold", "1"]).companies;
    if (!a || !b) throw new Error("no companies");
    const former = { ...a, formerNames: [{ name: "Gold Inc.", from: null, to: null }] };
    expect(findCompany([former, { ...b, name: "Gold Corp." }], "gold")?.id).toBe("b");
    expect(
      findCompany(
        [
          { ...a, name: "Gold Ltd." },
          { ...b, name: "Gold Corp." },
        ],
        "gold",
      ),
    ).toBeUndefined();
  });
});

describe("companies like a text", () => {
  it("begin with it, by a name of today or earlier or a ticker, the exact one first; then those with such a word", () => {
    expect(companiesLike(companies, "mar").map(({ id }) => id)).toEqual(["mara"]);
    expect(companiesLike(companies, "hive").map(({ id }) => id)[0]).toBe("hive");
    expect(companiesLike(companies, "bit").map(({ id }) => id)).toEqual(
      expect.arrayContaining(["bit-digital", "bitdeer", "bitfarms", "bitfufu"]),
    );
    expect(companiesLike(companies, "energy").map(({ id }) => id)).toEqual(expect.arrayContaining(["iren", "mawson"]));
    expect(companiesLike(companies, "zzz")).toEqual([]);
  });
});
