/** One address per page: whatever name of a company or an order an address uses, it leads to the one of now. */
import { describe, expect, test } from "vitest";
import { canonicalAddress } from "@/cards/selection/canonical";
import { DEFAULT_SELECTION, parseSelection, queryOf } from "@/cards/selection/selection";
import { companyId } from "@/domain/facts/company";
import { seedRecord } from "../domain/seed";

const record = seedRecord();
const formerNames = [{ name: "Marathon Digital Holdings, Inc.", from: null, to: null }];
const companies = record.companies.map((company) => (company.id === "mara" ? { ...company, formerNames } : company));
const to = (address: string) => canonicalAddress(address, companies);

describe("an address that names a company or an order otherwise", () => {
  test.each([
    ["/companies/RIOT", "/companies/riot"],
    ["/companies/RIOT/", "/companies/riot"],
    ["/companies/RIOT/facts/?year=2025/", "/companies/riot/facts?year=2025/"],
    ["/companies/marathon-digital", "/companies/mara"],
    ["/companies/Marathon%20Digital/facts?asof=2025-05-31", "/companies/mara/facts?asof=2025-05-31"],
    ["/figures/BITF/2025-03/btc_sold", "/figures/bitfarms/2025-03/btc_sold"],
    ["/companies?sort=treasury", "/companies?by=companies.held_btc.desc"],
    ["/companies?sort=name&c=riot,mara", "/companies?c=riot,mara&by=companies.company.asc"],
    ["/companies?order=asc", "/companies?by=companies.produced_btc.asc"],
    ["/companies?by=companies.stance.asc&sort=last&order=asc", "/companies?by=companies.stance.asc"],
  ])("%s is sent to %s", (address, canonical) => {
    expect(to(address)).toBe(canonical);
    expect(to(canonical)).toBeUndefined();
  });

  const every = companies.map(({ id }) => id);

  test.each([
    [`/?c=${every.join(",")}`, "/?panel=all"],
    [`/map?${every.map((id) => `c=${id}`).join("&")}&panel=largest15&sort=name`, "/map?panel=all&sort=name"],
    [`/companies?c=${every.join(",")}&sort=name`, `/companies?c=${every.join(",")}&by=companies.company.asc`],
    [`/companies?c=${every.join(",")}&by=companies.company.asc`, "/companies?by=companies.company.asc&panel=all"],
  ])("every company picked is the panel of all: %s", (address, canonical) => {
    expect(to(address)).toBe(canonical);
  });

  const half = Math.floor(every.length / 2);
  const minus = (ids: readonly string[]) => ids.map((id) => `-${id}`).join(",");

  test.each([
    [`/?c=${every.slice(1).join(",")}`, `/?c=-${every[0]}`],
    [`/compare?c=${every.slice(2).join(",")}&as=indexed`, `/compare?c=${minus(every.slice(0, 2))}&as=indexed`],
    [`/map?c=${minus(every.slice(2))}&sort=name`, `/map?c=${every.slice(0, 2).join(",")}&sort=name`],
  ])("the shorter list of companies is written, those picked or those left out: %s", (address, canonical) => {
    expect(to(address)).toBe(canonical);
    expect(to(canonical)).toBeUndefined();
    const [asked, led] = [address, canonical].map((one) => {
      const c = new URL(one, "http://site").searchParams.get("c") ?? "";
      return parseSelection({ c }, record).selection;
    });
    expect(asked?.companies).toEqual(led?.companies);
    expect(queryOf(asked ?? DEFAULT_SELECTION)).toBe(`?c=${new URL(canonical, "http://site").searchParams.get("c")}`);
  });

  test("a selection with other companies is written with these, whatever it was made from", () => {
    const { selection } = parseSelection({ c: "-riot" }, record);
    expect(queryOf({ ...selection, companies: [companyId("mara")] })).toBe("?c=mara");
    expect(queryOf({ ...selection, companies: [] })).toBe("");
    expect(queryOf({ ...selection, per: "year" })).toBe("?c=-riot&per=year");
  });

  test.each([
    `/compare?c=${every.join(",")}`,
    `/?c=${every.slice(0, half).join(",")}`,
    `/?c=${minus(every.slice(0, half - 1))}`,
    `/?c=${minus(every)}`,
    `/?c=${every.slice(1).join(",")},nobody`,
  ])("%s is left as it is", (address) => {
    expect(to(address)).toBeUndefined();
  });

  test.each([
    "/companies/riot",
    "/companies",
    "/companies?sort=zz",
    "/companies?sort=name&order=zz",
    "/companies/nobody",
    "/companies/%zz",
    "/months/RIOT",
    "/",
  ])("%s is left as it is", (address) => {
    expect(to(address)).toBeUndefined();
  });
});

test("the filter takes tickers and former names, and writes slugs; what names nothing is told", () => {
  const read = (c: string) => parseSelection({ c }, { ...record, companies });
  expect(read("RIOT,marathon-digital,Riot").selection.companies.toSorted()).toEqual(["mara", "riot"]);
  expect(queryOf({ ...DEFAULT_SELECTION, companies: read("KEEL").selection.companies })).toBe("?c=bitfarms");
  expect(read("RIOT").problems).toEqual([]);
  expect(read("riott").problems).toMatchObject([{ parameter: "c", value: "riott", choices: expect.arrayContaining(["riot"]) as unknown }]);
  expect(read("riot").selection.companies).toEqual([companyId("riot")]);
  expect(read("-riott").problems).toMatchObject([{ value: "-riott", choices: expect.arrayContaining(["-riot"]) as unknown }]);
  expect(read("riot,mara,-RIOT").selection.companies).toEqual([companyId("mara")]);
  expect(read("riot,-riot").problems).toMatchObject([{ parameter: "c", value: "riot,-riot", choices: [] }]);
});
