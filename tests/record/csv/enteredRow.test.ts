/** A row entered by hand meets the very checks that a line of the files meets. */
import { describe, expect, test } from "vitest";
import { companyId } from "@/domain/facts/company";
import { ENTERED_FILE, type EnteredFile, readEntered } from "@/record/csv/enteredRow";
import { readRecord } from "@/record/csv/readRecord";
import { smallRecord } from "../store/files";

const company = companyId("riot");
const RECORD = {
  companies: [{ id: company, name: "Riot Platforms, Inc.", country: "United States", secCik: "1167419", notes: "", fiscalYearEnd: null }],
  names: [{ company, name: "Riot Blockchain, Inc.", from: null, to: "2022-12" as never, sourceUrl: "", note: "" }],
  listings: [{ company, exchange: "Nasdaq", ticker: "RIOT", from: null, to: null }],
  consolidations: [],
  policies: [{ company, from: "2025-04" as never, to: null, policy: "mixed" as const, sourceUrl: "https://riot.example.org/p" }],
  events: [{ date: "2024-04-20", label: "Fourth halving", kind: "network" as const, source: "" }],
};

const RIVALS: Record<EnteredFile, readonly [Record<string, string>, string, string]> = {
  "companies.csv": [{ company: "riot", name: "Riot", country: "US" }, "company", "is on record already"],
  "names.csv": [{ company: "riot", name: "Riot Inc.", from: "2020-01" }, "from", "overlaps with what is on record"],
  "listings.csv": [{ company: "riot", exchange: "Nasdaq", ticker: "RIOT", from: "2025-01" }, "from", "overlaps with what is on record"],
  "policies.csv": [
    { company: "riot", policy: "holds_all", from: "2026-01", source_url: "https://riot.example.org/q" },
    "from",
    "overlaps with what is on record",
  ],
  "events.csv": [{ date: "2024-04-20", label: "Fourth halving", kind: "network" }, "", "this is on record already"],
};

describe.each(Object.values(ENTERED_FILE))("a row of %s", (file) => {
  test("is refused beside what it would contradict, at its column", () => {
    const [fields, column, words] = RIVALS[file];
    const read = readEntered(file, fields, RECORD);
    expect(read.ok ? "taken" : read.problems[0]).toMatchObject({ column, message: expect.stringContaining(words) as string });
  });
  test("is refused for a company that is not on record, and for a span that ends before it begins", () => {
    const [fields] = RIVALS[file];
    if (file === "events.csv" || file === "companies.csv") return;
    const unknown = readEntered(file, { ...fields, company: "newco" }, RECORD);
    expect(unknown).toMatchObject({ ok: false, problems: [{ column: "company" }] });
    const turned = readEntered(file, { ...fields, from: "2025-05", to: "2025-04" }, RECORD);
    expect(turned).toMatchObject({ ok: false, problems: [{ column: "to" }] });
  });
});

test("a share has one listing on an exchange at a time, in files too", () => {
  const listings = "company,exchange,ticker,from,to\nriot,Nasdaq,RIOT,,\nriot,Nasdaq,RIOT,2025-01,\nhut8,TSX,HUT,,\n";
  const read = readRecord(smallRecord(undefined, { "listings.csv": listings }));
  expect(read.ok || read.problems).toMatchObject([{ file: "listings.csv", line: 3, column: "from" }]);
});
