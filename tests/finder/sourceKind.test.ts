/** What kind of source an address is, where nobody says so. */
import { expect, test } from "vitest";
import { isExhibit99 } from "@/finder/edgar/edgarFiling";
import { sourceKinds } from "@/finder/run/sourceKind";
import type { SourceKind } from "@/domain/facts/fact";
import { seedRecord } from "../domain/seed";

const fact = (address: string, kind: SourceKind) => ({ source: { address, kind } });
const register = { publishers: seedRecord().publishers };

test.each<[string, string, SourceKind]>([
  ["an exhibit 99 at the SEC", "https://www.sec.gov/Archives/edgar/data/1/0001/ex99-1.htm", "company_release"],
  ["another document at the SEC", "https://www.sec.gov/Archives/edgar/data/1/0001/form10-q.htm", "filing"],
  ["a company’s site", "https://www.riotplatforms.com/never-seen", "company_release"],
  ["a wire", "https://www.globenewswire.com/news-release/2030/01/01/1/0/en/never-seen.html", "company_release"],
  ["a news site", "https://www.coindesk.com/never-seen", "news_report"],
  ["a site that nobody knows", "https://blog.example.org/never-seen", "news_report"],
])("%s", (_, address, kind) => {
  expect(sourceKinds({ facts: [], ...register })(address)).toBe(kind);
});

test("an address on record keeps its kind, whatever its site is", () => {
  const address = "https://www.riotplatforms.com/summary";
  expect(sourceKinds({ facts: [fact(address, "aggregator")], ...register })(address)).toBe("aggregator");
});

test("a page of a site that is neither a company’s nor a wire’s is what most figures from there are", () => {
  const at = (page: string) => `https://www.stocktitan.net/${page}`;
  const facts = [fact(at("a"), "news_report"), fact(at("b"), "company_release"), fact(at("c"), "company_release")];
  expect(sourceKinds({ facts, ...register })(at("d"))).toBe("company_release");
});

test("no kind is made up for what is no address", () => {
  expect(() => sourceKinds({ facts: [] })("riot.com")).toThrow(TypeError);
});

test.each([
  ["ex99-1.htm", true],
  ["d224207dex991.htm", true],
  ["exhibit99-1.htm", true],
  ["riot-20260810xex99d1.htm", true],
  ["btdr-20250630_10q.htm", false],
])("%s is named as an exhibit 99: %s", (name, expected) => {
  expect(isExhibit99(name)).toBe(expected);
});
