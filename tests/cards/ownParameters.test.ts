import { describe, expect, it } from "vitest";
import { ownProblems } from "@/cards/ownParameters";
import { nowhere } from "@/cards/selection/nowhere";
import { parametersOf } from "@/server/address/parameters";
import { figuresOf } from "@/domain/figures";
import { seedRecord } from "../domain/seed";

const figures = figuresOf(seedRecord(), "2026-09-01");
const problems = (address: string) => {
  const [path = "/", query = ""] = address.split("?");
  return ownProblems(path, Object.fromEntries(new URLSearchParams(query)), figures);
};

describe("a page's own parameter with a value that means nothing", () => {
  it.each([
    ["/?price=zz", "price takes one of: linear, log."],
    ["/map?sort=zz", "sort takes one of: name, stance, latest, known, production."],
    ["/strategies?show=zz", "show takes one of: stances, production, treasury."],
    ["/signal?measure=zz", "measure takes one of: sell_through, sold."],
    ["/signal?thin=zz", "thin takes one of: exclude, include."],
    ["/compare?as=zz", "as takes one of: absolute, indexed, per_ehs."],
    ["/compare?scale=zz", "scale takes one of: linear, log."],
    ["/compare?layout=zz", "layout takes one of: shared, multiples."],
    ["/coverage?metric=zz", "metric takes one of: btc_produced, btc_sold"],
    ["/companies?stance=zz", "stance takes one of: holds, "],
    ["/companies/riot/facts?year=1999", "year takes one of: 2026, 2025, "],
    ["/takeaway/pooled-sell-through?price=zz", "price takes one of: none, linear, log."],
  ])("%s is told which it is, and what it may be, with the pages that are", (address, words) => {
    const found = nowhere(address, { problems: problems(address), years: undefined, figures });
    expect(found.sentences).toHaveLength(1);
    expect(found.sentences[0]).toContain(words);
    expect(found.choices.length).toBeGreaterThan(1);
    for (const { href } of found.choices) expect(problems(href)).toEqual([]);
  });

  it("left out, empty, or on another page means nothing is wrong", () => {
    for (const address of ["/", "/map?sort=", "/map?sort=stance", "/months?sort=zz", "/?utm_source=zz"])
      expect(problems(address)).toEqual([]);
  });

  it("is one that the page's address takes at all", () => {
    for (const address of ["/?price=zz", "/map?sort=zz", "/signal?thin=zz", "/companies/riot/facts?year=1", "/takeaway/x?price=zz"])
      for (const { parameter } of problems(address)) expect(parametersOf(address.split("?")[0] ?? "")).toHaveProperty(parameter);
  });
});
