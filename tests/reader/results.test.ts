/** Tables and lists of quarterly and yearly results, in companies, times and words that no sample has. */
import { describe, expect, it } from "vitest";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES } from "./samples";

const read = (text: string): string[] =>
  readRelease(text, { companies: COMPANIES }).candidates.map(({ metric, period, plain }) => `${metric} ${period} ${plain}`);

describe("a span without an end over dates", () => {
  it("ends with each date, one or several of them under each span", () => {
    const found = read(`Argo Blockchain results for the quarter ended September 30, 2023

| | Three months ended | | Nine months ended | |
| | September 30, 2023 | September 30, 2022 | September 30, 2023 | September 30, 2022 |
| Bitcoin mined | 371 | 624 | 1,317 | 1,620 |`);
    expect(found).toEqual(
      expect.arrayContaining([
        "btc_produced 2023-Q3 371",
        "btc_produced 2022-Q3 624",
        "btc_produced 2023-01/2023-09 1317",
        "btc_produced 2022-01/2022-09 1620",
      ]),
    );
  });

  it("also where it stands before them", () => {
    const found = read(`Argo Blockchain results

| Quarter ended | Sep 30, 2023 | Jun 30, 2023 |
| Bitcoin mined | 371 | 455 |
| Bitcoin held | 2,317 | 44 |`);
    expect(found).toEqual(expect.arrayContaining(["btc_produced 2023-Q3 371", "btc_produced 2023-Q2 455", "btc_held 2023-06 44"]));
  });

  it("also where the years of the dates stand below them", () => {
    const found = read(`Argo Blockchain results

| Three Months Ended | September 30, | September 30, |
| | 2023 | 2022 |
| Bitcoin mined | 371 | 624 |`);
    expect(found).toEqual(expect.arrayContaining(["btc_produced 2023-Q3 371", "btc_produced 2022-Q3 624"]));
  });

  it("but not dates beside it, below a month", () => {
    const found = read(`<html><body><p>Argo Blockchain in September 2023</p><table>
<tr><th rowspan="2">Metric</th><th colspan="2">Month ended</th><th colspan="2">Three months ended</th></tr>
<tr><th>9/30/2023</th><th>8/31/2023</th><th>9/30/2023</th><th>6/30/2023</th></tr>
<tr><td>Bitcoin mined</td><td>129</td><td>117</td><td>371</td><td>455</td></tr></table></body></html>`);
    expect(found).toEqual(
      expect.arrayContaining([
        "btc_produced 2023-09 129",
        "btc_produced 2023-08 117",
        "btc_produced 2023-Q3 371",
        "btc_produced 2023-Q2 455",
      ]),
    );
  });

  it("also where a note on the unit of money stands below them", () => {
    const found = read(`Argo Blockchain results

| | For the three months ended | |
| | September 30, 2023 | September 30, 2022 |
| ($ in thousands, except bitcoin) |
| Bitcoin mined | 371 | 624 |`);
    expect(found).toEqual(expect.arrayContaining(["btc_produced 2023-Q3 371", "btc_produced 2022-Q3 624"]));
  });

  it("also where the dates are parted by slashes", () => {
    const found = read(`Argo Blockchain results for the quarter ended September 30, 2023

Three months ended (unaudited)
Sep 30, 2023 / Jun 30, 2023 / Sep 30, 2022
Bitcoin mined 371 / 455 / 624`);
    expect(found).toEqual(expect.arrayContaining(["btc_produced 2023-Q3 371", "btc_produced 2023-Q2 455", "btc_produced 2022-Q3 624"]));
  });
});

describe("a head in two lines of cells", () => {
  const html = (...rows: readonly (readonly string[])[]): string[] => {
    const cell = (text: string): string => `<td colspan="${text.startsWith("=") ? 3 : 1}">${text.replace("=", "")}</td>`;
    return read(
      `<p>Argo Blockchain results for the quarter ended September 30, 2023</p><table>${rows.map((row) => `<tr>${row.map(cell).join("")}</tr>`).join("")}</table>`,
    );
  };

  it("gives each time what stands above it, in cells of any width", () => {
    const found = html(
      ["", "=2023", "Three months ended"],
      ["", "July", "August", "September", "September 30, 2023"],
      ["Bitcoin mined", "129", "105", "136", "370"],
    );
    expect(found).toEqual(
      expect.arrayContaining([
        "btc_produced 2023-07 129",
        "btc_produced 2023-08 105",
        "btc_produced 2023-09 136",
        "btc_produced 2023-Q3 370",
      ]),
    );
  });

  it("may have words over its labels", () => {
    const found = html(
      ["", "=Three months ended"],
      ["Key metrics:", "Sep 30, 2023", "Jun 30, 2023", "Sep 30, 2022"],
      ["Bitcoin mined", "371", "455", "624"],
    );
    expect(found).toEqual(["btc_produced 2023-Q3 371", "btc_produced 2023-Q2 455", "btc_produced 2022-Q3 624"]);
  });

  it("may give quarters their year", () => {
    const found = html(["", "=2023"], ["", "Q1", "Q2", "Q3"], ["Bitcoin mined", "491", "455", "371"]);
    expect(found).toEqual(["btc_produced 2023-Q3 371", "btc_produced 2023-Q2 455", "btc_produced 2023-Q1 491"]);
  });
});

describe("a statement in thousands of dollars", () => {
  const statement = (note: string, ...rows: readonly string[]): string[] =>
    read(`Argo Blockchain results for the quarter ended September 30, 2023

${note}
| | September 30, 2023 | December 31, 2022 |
${rows.map((row) => `| ${row} |\n`).join("")}`);

  it("has no coins, whatever its labels name", () => {
    const rows = ["Cash | $ 8,027 | $ 20,092", "Bitcoin held | 2,317 | 4,401", "Digital assets, pledged | 1,200 | 1,900"];
    expect(statement("(in thousands)", ...rows)).toEqual([]);
    expect(statement("(in thousands, except share data)", ...rows)).toEqual([]);
  });

  it("has those that its note excepts, or that a label counts", () => {
    const held = ["btc_held 2023-09 48", "btc_held 2022-12 141"];
    expect(statement("(in thousands, except bitcoin)", "Cash | $ 8,027 | $ 20,092", "Bitcoin held | 48 | 141")).toEqual(held);
    expect(statement("(in thousands)", "Cash | $ 8,027 | $ 20,092", "Number of bitcoin held | 48 | 141")).toEqual(held);
    expect(statement("(in thousands)", "Bitcoin held | 48 | 141", "Cash | $ 8,027 | $ 20,092")).toEqual(held);
  });
});

it("words in brackets behind two compared quarters are no part of the table's head", () => {
  const found = read(`Argo Blockchain results

Operating highlights: Q3 2023 vs. Q3 2022 (September quarters)

Bitcoin mined 371 624
Bitcoin sold 352 1,200`);
  expect(found).toEqual(expect.arrayContaining(["btc_produced 2022-Q3 624", "btc_sold 2023-Q3 352", "btc_sold 2022-Q3 1200"]));
});

it("a title with a date heads the lines below it", () => {
  const found = read(`Argo Blockchain results for the quarter ended September 30, 2023

Balance sheet data as of September 30, 2023

Cash: $8.0 million
Bitcoin: 2,317 BTC carried at $62 million`);
  expect(found).toContain("btc_held 2023-09 2317");
});

it("a line with a figure of its own above a row is no part of that row", () => {
  const found = read(`Argo Blockchain results

Results for the nine months ended September 30, 2023
Bitcoin mined: 1,317 (nine months of 2022: 1,620).
Employees in total 84`);
  expect(found).toEqual(expect.arrayContaining(["btc_produced 2023-01/2023-09 1317", "btc_produced 2022-01/2022-09 1620"]));
});

it.each([
  ["Cash of", "including"],
  ["Cash and digital assets of", "and"],
  ["Digital currency of", "comprising"],
])("coins beside the cash or digital assets at the end of a quarter are held: %s … %s", (assets, joins) => {
  const found = read(
    `Argo Blockchain results for the third quarter of 2023\n\n- ${assets} $71.5 million at quarter end, ${joins} 2,317 bitcoin`,
  );
  expect(found).toContain("btc_held 2023-09 2317");
});

describe("a table that begins with the bitcoin at a period's beginning", () => {
  const table = (above: string): string[] =>
    read(`Argo Blockchain update for September 2023

${above}
| | September 2023 | August 2023 |
| Bitcoin, beginning of month | 30 | 44 |
| Mined | 136 | 105 |
| Sold | (141) | (119) |
| End of month | 25 | 30 |`);

  it("counts coins in each of its rows", () => {
    expect(table("")).toEqual(
      expect.arrayContaining(["btc_produced 2023-08 105", "btc_sold 2023-09 141", "btc_sold 2023-08 119", "btc_held 2023-09 25"]),
    );
  });

  it("but not those of customers", () => {
    const found = read(`Argo Blockchain update for September 2023

| | September 2023 |
| Customers' bitcoin, beginning of month | 30 |
| Sold | (41) |
| End of month | 25 |`);
    expect(found.filter((one) => one.includes("held"))).toEqual([]);
  });

  it("but not where its amounts are thousands of dollars", () => {
    expect(table("(in thousands of dollars)").filter((one) => one.includes("sold"))).toEqual([]);
  });
});

it("a table with a cell on each line counts coins under “Quantity”, beside money", () => {
  const found = read(`Argo Blockchain plc, quarterly report

Additional information on Bitcoin
Quantity
Amount
(in thousands)
Balance as of June 30, 2023
41
$
1,249
Change in fair value
—
(70)
Balance as of September 30, 2023
48
$
1,294`);
  expect(found).toEqual(["btc_held 2023-09 48", "btc_held 2023-06 41"]);
});

it("of several amounts beside hosted ones, that which is said to be the company's own is its figure", () => {
  const found = read(`Argo Blockchain results for the third quarter of 2023

In the third quarter of 2023 its sites produced 371 bitcoin, of which 120 bitcoin were for hosting customers and 251 bitcoin for self-mining.`);
  expect(found).toContain("btc_produced 2023-Q3 251");
});

it("the second of two clauses has its own quarter, whatever stands behind its time", () => {
  const found = read(`Argo Blockchain, quarterly report

During the three months ended September 30, 2023, the Company mined 371 bitcoin and during the three months ended September 30, 2022, the Company mined 624 bitcoin.`);
  expect(found).toEqual(["btc_produced 2023-Q3 371", "btc_produced 2022-Q3 624"]);
});

it("“last month” behind a month is that month", () => {
  const found = read(`Argo Blockchain results for the quarter ended September 30, 2023

November 14, 2023

October: Argo mined 129 bitcoin last month.`);
  expect(found).toContain("btc_produced 2023-10 129");
});
