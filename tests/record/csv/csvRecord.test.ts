import { describe, expect, test } from "vitest";
import { problemText, readCsv } from "@/record/csv/csv";
import { readRecord } from "@/record/csv/readRecord";
import { FACTS, FACTS_HEAD, RELEASE, smallRecord } from "../store/files";
import { committed } from "../../stores";

const bytes = (text: string) => new TextEncoder().encode(text);
const columns = ["a", "b"];
const read = (text: string) => readCsv("x.csv", bytes(text), columns);
const problems = (files: ReadonlyMap<string, Uint8Array>) => {
  const result = readRecord(files);
  return result.ok ? [] : result.problems.map(problemText);
};

describe("CSV", () => {
  test("a byte order mark, both line endings, empty lines and columns in another order are accepted", () => {
    const { rows, problems: none } = read('\uFEFFb,a\r\n"1, ""2""",x\r\n\n3,y');
    expect(none).toEqual([]);
    expect(rows.map(({ fields }) => fields)).toEqual([
      { b: '1, "2"', a: "x" },
      { b: "3", a: "y" },
    ]);
  });

  test.each(["\n", "\r\n"])("line numbers stay right behind a field of several lines that end with %j", (end) => {
    const text = ["a,b", '"one', "two", 'three",x', "4,y", ""].join(end);
    expect(read(text).rows.map(({ line, lines }) => [line, lines["b"]])).toEqual([
      [2, 4],
      [5, 5],
    ]);
  });

  test.each(["\n", "\r\n"])("a wrong quote behind such a field is told at its own line, also where lines end with %j", (end) => {
    const told = (wrong: string) => read(["a,b", '"one', "two", 'three",x', wrong, "5,z", ""].join(end)).problems.map(problemText);
    expect(told('4,"y"z')[0]).toContain("x.csv:5: text follows a closing double quote");
    expect(told('4,y"z')[0]).toContain("x.csv:5: a double quote inside a field without quotes");
  });

  test.each([
    ["a,b\n1\n", "x.csv:2: 1 field where the head has 2"],
    ["a,b\n1,2,3\n", "x.csv:2: 3 fields where the head has 2"],
    ["Riot mined 463 BTC, it says\n", "x.csv:1: this is not such a file: its first line must be a,b"],
    ["a\n1\n", "x.csv:1:b this column is missing"],
    ["a,b,c\n", "x.csv:1:c this column is unknown"],
    ["a,b,b\n", "x.csv:1:b this column is there twice"],
    ['a,b\n1,"2\n3,4\n', "x.csv:2: a double quote opens here and never closes"],
    ['a,b\n1,"2"x\n', "x.csv:2: text follows a closing double quote"],
    ['a,b\n1,2"x\n', "x.csv:2: a double quote inside a field without quotes"],
    ["", "x.csv:1: the file is empty"],
  ])("%j is told line by line", (text, message) => {
    expect(read(text).problems.map(problemText).join("\n")).toContain(message);
  });

  test.each([0xe9, 0])("bytes that are not UTF-8 text are refused with their line: %i", (byte) => {
    const latin1 = Uint8Array.from([...bytes("a,b\n1,2\n3,"), byte, 0x0a]);
    expect(readCsv("x.csv", latin1, columns).problems.map(problemText)[0]).toContain("x.csv:3: this line is not UTF-8");
  });
});

describe("the record's files", () => {
  test("the committed record is valid", () => {
    expect(problems(committed())).toEqual([]);
  });

  test("every problem is reported, each at its line and column", () => {
    const lines = [
      `riot,2025-13,btc_sold,475,company_release,2025-05-05,${RELEASE},`,
      `riot,2025-04,btc_sold,"1,475",company_release,2025-05-05,${RELEASE},`,
      `riot,2025-04,btc_sold,-4,company_release,2025-02-30,${RELEASE},"two\nlines"`,
      `riott,2025-04,btc_sold,4,company_release,,${RELEASE},`,
      "riot,2025-04,btc_mined,4,blog,,riot.com,",
    ];
    expect(problems(smallRecord(lines)).map((text) => text.replace(/;.*/, ""))).toEqual([
      'facts.csv:2:period "2025-13" is no period',
      'facts.csv:3:value "1,475" has thousands separated',
      'facts.csv:4:published_on "2025-02-30" is no day',
      'facts.csv:6:company "riott" is not in companies.csv',
      'facts.csv:7:metric "btc_mined" is not known here',
      'facts.csv:7:source_kind "blog" is not known here',
      'facts.csv:7:source_url "riot.com" is no web address',
    ]);
  });

  test("of a file with 150,000 wrong lines each is told", () => {
    const files = new Map([...smallRecord(), ["facts.csv", bytes(`${FACTS_HEAD}\n${"x\n".repeat(150_000)}`)]]);
    expect(problems(files)).toHaveLength(150_000);
  });

  test("what is wrong with an amount is told as it is", () => {
    const wrong = (value: string) => problems(smallRecord([`riot,2025-04,btc_sold,${value},filing,,${RELEASE},`]))[0]?.replace(/;.*/, "");
    expect(["", "4x0", "-4", "-1.123456789", "1.123456789", "99999999", '"1 475"'].map(wrong)).toEqual([
      "facts.csv:2:value is empty",
      'facts.csv:2:value "4x0" is no number',
      'facts.csv:2:value "-4" is negative',
      'facts.csv:2:value "-1.123456789" is negative',
      'facts.csv:2:value "1.123456789" has more than 8 decimals or is too large for BTC',
      'facts.csv:2:value "99999999" is too large for BTC',
      'facts.csv:2:value "1 475" has thousands separated',
    ]);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      "a company that stands twice",
      { "companies.csv": "company,name,country,sec_cik,notes\nriot,R,US,,\nhut8,H,US,,\nriot,R,US,,\n" },
      "companies.csv:4:company",
    ],
    [
      "a listing that ends before it begins",
      { "listings.csv": "company,exchange,ticker,from,to\nriot,Nasdaq,RIOT,2025-04,2025-03\n" },
      "listings.csv:2:to",
    ],
    [
      "a consolidated child that is unknown",
      { "consolidations.csv": "parent,child,from,to,note\nhut8,abtc,2025-04,,\n" },
      "consolidations.csv:2:child",
    ],
    [
      "two policies at a time",
      { "policies.csv": `company,from,to,policy,source_url\nriot,2025-01,,mixed,${RELEASE}\nriot,2025-03,,holds_all,${RELEASE}\n` },
      "policies.csv:3:from",
    ],
    [
      "a decision about a figure that nobody states",
      { "decisions.csv": "kind,company,metric,period,written,basis,note\nprefer,riot,btc_sold,2025-04,476,,why\n" },
      "decisions.csv:2:written",
    ],
    ["a host with its www", { "publishers.csv": "host,name,role\nwww.a.example,A,wire\n" }, "publishers.csv:2:host"],
    ["a part that nobody plays", { "publishers.csv": "host,name,role\na.example,A,paper\n" }, "publishers.csv:2:role"],
    ["a host with two publishers", { "publishers.csv": "host,name,role\na.example,A,wire\na.example,B,wire\n" }, "publishers.csv:3:host"],
  ])("%s is refused", (_, files, at) => {
    expect(problems(smallRecord(FACTS, files)).map((text) => text.split(" ")[0])).toEqual([at]);
  });

  const held = (month: string, value: string) => `riot,${month},btc_held,${value},company_release,2025-05-05,${RELEASE},`;

  test("what cannot be is refused with file, line, why and what to do, and taken with a decision that says why it is right", () => {
    const facts = [held("2025-01", "18221"), held("2025-02", "3800000"), held("2025-03", "19223")];
    expect(problems(smallRecord(facts))).toEqual([
      "facts.csv:3:value riot 2025-02 btc_held 3800000 is more than tenfold of the 19,223 BTC held in the months around; correct it, or say why it is right with a line in decisions.csv: accept,riot,btc_held,2025-02,3800000,,why",
    ]);
    const decisions = "kind,company,metric,period,written,basis,note\naccept,riot,btc_held,2025-02,3800000,,it bought them\n";
    expect(problems(smallRecord(facts, { "decisions.csv": decisions }))).toEqual([]);
  });

  test("spans.csv holds facts as facts.csv does, after those, and may be absent", () => {
    const spans = `${FACTS_HEAD}\nriot,2025-Q1,btc_produced,1428,filing,2025-05-01,${RELEASE},\n`;
    const result = readRecord(smallRecord(FACTS, { "spans.csv": spans }));
    expect(result.ok && result.record.facts.map(({ file, line }) => `${file}:${line}`)).toEqual([
      "facts.csv:2",
      "facts.csv:3",
      "facts.csv:4",
      "facts.csv:6",
      "spans.csv:2",
    ]);
    const wrong = `${FACTS_HEAD}\nriot,2025-Q1,btc_produced,4x,filing,2025-05-01,${RELEASE},\nnobody,2025-Q1,btc_produced,4,filing,,${RELEASE},\n`;
    expect(problems(smallRecord(FACTS, { "spans.csv": wrong })).map((text) => text.split(" ")[0])).toEqual([
      "spans.csv:2:value",
      "spans.csv:3:company",
    ]);
  });

  test("a fiscal year's end is month and day; files from before that column are taken, and say nothing of it", () => {
    const head = "company,name,country,sec_cik,notes,fiscal_year_end\n";
    const companies = (end: string) => ({ "companies.csv": `${head}riot,R,US,,,${end}\nhut8,H,US,,,\n` });
    const ends = (files: ReadonlyMap<string, Uint8Array>) => {
      const result = readRecord(files);
      return result.ok && result.record.companies.map(({ fiscalYearEnd }) => fiscalYearEnd);
    };
    expect(ends(smallRecord(FACTS, companies("06-30")))).toEqual(["06-30", null]);
    expect(ends(smallRecord())).toEqual([null, null]);
    for (const wrong of ["02-29", "6-30", "13-01", "June"])
      expect(problems(smallRecord(FACTS, companies(wrong)))[0]).toContain("companies.csv:2:fiscal_year_end");
  });

  test("a file that must be there and is not is named", () => {
    const files = smallRecord();
    files.delete("events.csv");
    expect(problems(files)).toEqual(["events.csv:1: this file is missing; the record needs it, if only with its first line"]);
  });

  test("a policy statement is no fact, and a figure in it is refused", () => {
    expect(FACTS_HEAD.split(",")[3]).toBe("value");
    expect(problems(smallRecord([`riot,2025-04,treasury_policy,5,filing,,${RELEASE},words`]))[0]).toContain("facts.csv:2:value");
  });
});
