import { describe, expect, it } from "vitest";
import { companyId } from "@/domain/facts/company";
import { documentsToFetch, mayCarryRelease, readIndexJson, readIndexPage } from "@/finder/edgar/edgarFiling";
import { edgarAt, type Filing, readContinuation, readSubmissions, SEC_HOSTS, submissionsAddress } from "@/finder/edgar/edgarSubmissions";
import { readUnits, unitsAddress } from "@/finder/edgar/edgarUnits";
import { columns, indexPage } from "./world";

const filing = (own: Partial<Filing> = {}): Filing => ({
  cik: "1921158",
  accession: "0001213900-25-106500",
  form: "6-K",
  filedOn: "2025-11-05",
  items: [],
  primaryDocument: "ea0264147-6k_bitfufu.htm",
  ...own,
});

describe("addresses at the SEC", () => {
  it("pad the number to ten digits", () => {
    expect(submissionsAddress(edgarAt(SEC_HOSTS.data, SEC_HOSTS.www), "827876")).toBe(
      "https://data.sec.gov/submissions/CIK0000827876.json",
    );
    expect(unitsAddress(edgarAt(SEC_HOSTS.data, SEC_HOSTS.www), "827876")).toBe(
      "https://data.sec.gov/api/xbrl/companyconcept/CIK0000827876/us-gaap/CryptoAssetNumberOfUnits.json",
    );
  });
});

describe("the list of filings", () => {
  const listed = [
    { accession: "0001213900-25-106500", form: "6-K", filed: "2025-11-05", primary: "a.htm" },
    { accession: "0001213900-25-100000", form: "8-K", filed: "2025-10-05", items: "7.01,9.01", primary: "b.htm" },
  ];

  it("is read from its columns, row by row", () => {
    const text = JSON.stringify({ cik: "0001921158", name: "BitFuFu Inc.", filings: { recent: columns(listed) } });
    expect(readSubmissions(text, "1921158").filings).toEqual([
      filing({ primaryDocument: "a.htm" }),
      filing({ accession: "0001213900-25-100000", form: "8-K", filedOn: "2025-10-05", items: ["7.01", "9.01"], primaryDocument: "b.htm" }),
    ]);
    expect(readContinuation(JSON.stringify(columns(listed)), "1921158")).toHaveLength(2);
  });

  it.each(["filingDate", "form", "items", "primaryDocument"])("with a column too short (%s) is refused", (name) => {
    const broken = columns(listed);
    broken[name] = (broken[name] as string[]).slice(1);
    expect(() => readContinuation(JSON.stringify(broken), "1921158")).toThrow(`2 numbers but 1 entries under "${name}"`);
  });

  it.each([
    ["cut off", '{"cik":"1921158","na'],
    ["a web page", "<html>"],
    ["without filings", '{"cik":"1921158","name":"x"}'],
    [
      "with a path for a continuation file",
      JSON.stringify({
        cik: 1,
        name: "x",
        filings: { recent: columns([]), files: [{ name: "../x.json", filingFrom: "2020-01-01", filingTo: "2021-01-01" }] },
      }),
    ],
    [
      "with an odd accession number",
      JSON.stringify({
        cik: 1,
        name: "x",
        filings: { recent: columns([{ accession: "../../x", form: "8-K", filed: "2020-01-01", primary: "" }]) },
      }),
    ],
  ])("%s is refused with a sentence", (_, text) => {
    expect(() => readSubmissions(text, "1")).toThrow(/list of filings (is not JSON|does not have the expected form)/);
  });
});

describe("a current report", () => {
  it.each([
    ["6-K", [], true],
    ["6-K/A", [], true],
    ["8-K", ["7.01", "9.01"], true],
    ["8-K/A", ["2.02"], true],
    ["8-K", [], true],
    ["8-K", ["5.02"], false],
    ["10-Q", [], false],
    ["4", [], false],
  ] as const)("of form %s with items %j may carry a release: %s", (form, items, may) => {
    expect(mayCarryRelease(filing({ form, items }))).toBe(may);
  });
});

describe("a filing's index", () => {
  const rows = [
    ["ea0264147-6k_bitfufu.htm", "6-K", "REPORT"],
    ["ea026414701ex99-1_bitfufu.htm", "EX-99.1", "PRESS RELEASE"],
    ["ex99-2.pdf", "EX-99.2"],
    ["ex99-1_001.jpg", "GRAPHIC"],
    ["ex10-1.htm", "EX-10.1"],
  ] as const;

  it("tells documents by their type, through the viewer's links, and leaves pictures, PDF and data files", () => {
    const documents = readIndexPage(
      indexPage(
        "1921158",
        "0001213900-25-106500",
        rows.map((row) => [...row] as [string, string]),
      ),
    );
    expect(documents[0]).toEqual({ name: "ea0264147-6k_bitfufu.htm", type: "6-K", description: "REPORT" });
    expect(documentsToFetch(filing(), documents).map(({ name }) => name)).toEqual(["ea026414701ex99-1_bitfufu.htm"]);
  });

  it("without exhibits 99 leads to the report itself", () => {
    const documents = readIndexPage(
      indexPage("1921158", "0001213900-25-106500", [
        ["a6k.htm", "6-K"],
        ["ex10-1.htm", "EX-10.1"],
      ]),
    );
    expect(documentsToFetch(filing(), documents).map(({ name }) => name)).toEqual(["a6k.htm"]);
    expect(documentsToFetch(filing({ primaryDocument: "main.htm" }), []).map(({ name }) => name)).toEqual(["main.htm"]);
  });

  it.each([
    ["riot-20231204xex99d1.htm", "EX-99.1"],
    ["exhibit99-1.htm", "EX-99.1"],
    ["ea169601ex99-1_bitdigital.htm", "EX-99.1"],
    ["exh_991.htm", "EX-99.1"],
    ["d224207dex991.htm", "EX-99.1"],
    ["d162706dex992.htm", "EX-99.2"],
    ["brhc10037185_ex99-1.htm", "EX-99.1"],
    ["august2022pressrelease-jul.htm", ""],
  ])("as bare names takes %s for %j", (name, type) => {
    expect(readIndexJson(JSON.stringify({ directory: { item: [{ name }] } }))).toEqual([{ name, type, description: "" }]);
  });

  it("never leads out of the filing's folder", () => {
    const page = indexPage("1", "0001213900-25-106500", [
      ["a.htm", "6-K"],
      ["../../../../etc/ex99.htm", "EX-99.1"],
      ["ex99.htm?x=1", "EX-99.1"],
    ]);
    for (const { name } of documentsToFetch(filing(), readIndexPage(page))) expect(name).toMatch(/^[\w.-]+$/);
  });
});

describe("tagged units of bitcoin", () => {
  const at = "https://data.sec.gov/x.json";
  const figure = (own: Record<string, unknown> = {}): Record<string, unknown> => ({
    end: "2025-06-30",
    val: 280.4,
    accn: "0001213900-25-075000",
    form: "10-Q",
    filed: "2025-08-14",
    ...own,
  });
  const read = (units: Record<string, unknown[]>) =>
    readUnits(JSON.stringify({ units }), companyId("bit-digital"), at, (accession) => `https://www.sec.gov/${accession}-index.htm`);

  it("become a proposal of holdings at the month's end, in satoshis", () => {
    expect(read({ Bitcoin: [figure()] })).toEqual([
      {
        company: "bit-digital",
        metric: "btc_held",
        period: "2025-06",
        value: 28_040_000_000,
        written: "280.4",
        source: {
          address: at,
          filing: "https://www.sec.gov/0001213900-25-075000-index.htm",
          accession: "0001213900-25-075000",
          form: "10-Q",
          filedOn: "2025-08-14",
          unit: "Bitcoin",
        },
        reasons: [],
      },
    ]);
  });

  it.each([
    ["Bitcoin", true],
    ["bitcoins", true],
    ["BTC", true],
    ["pure", false],
    ["item", false],
  ])('in the unit "%s" are certain: %s', (unit, certain) => {
    expect(read({ [unit]: [figure()] }).map(({ reasons }) => reasons.length === 0)).toEqual([certain]);
  });

  it.each(["ETH", "Ethereum", "USDC", "USD", "shares", "WBTC", "BitcoinCash"])(
    'in the unit "%s" are another asset and left out',
    (unit) => {
      expect(read({ [unit]: [figure()] })).toEqual([]);
    },
  );

  it("over a span of time, or not at a month's end, are no holdings", () => {
    expect(
      read({
        Bitcoin: [figure({ start: "2025-04-01" }), figure({ end: "2025-06-29" }), figure({ end: "2025-02-30" }), figure({ val: -1 })],
      }),
    ).toEqual([]);
  });

  it("repeated in later filings count once, for the filing that said it first", () => {
    const found = read({
      Bitcoin: [figure({ filed: "2025-11-14", accn: "0001213900-25-110000" }), figure(), figure({ filed: "2026-03-14" })],
    });
    expect(found.map(({ source }) => source.filedOn)).toEqual(["2025-08-14"]);
  });

  it("that differ between filings are both proposed, each naming the other", () => {
    const found = read({
      Bitcoin: [figure()],
      pure: [figure({ val: 281, filed: "2026-03-14", form: "10-K", accn: "0001213900-26-020000" })],
    });
    expect(found.map(({ written }) => written)).toEqual(["280.4", "281"]);
    expect(found[0]?.reasons).toEqual(["Filing 0001213900-26-020000 (10-K) says 281 for the same day."]);
    expect(found[1]?.reasons).toHaveLength(2);
  });
});
