/** Layouts of tables in releases, in companies, months and words that no sample has. */
import { describe, expect, it } from "vitest";
import { readRelease } from "@/reader/readRelease";
import { COMPANIES } from "./samples";

const read = (text: string): string[] =>
  readRelease(text, { companies: COMPANIES }).candidates.map(({ metric, period, plain }) => `${metric} ${period} ${plain}`);

/** The rule, the page, what is read, and what no figure read may look like. */
type Case = readonly [rule: string, page: string, figures: string, never: RegExp];

const holds = (_: string, page: string, figures: string, never: RegExp): void => {
  const found = read(page);
  expect(found).toEqual(expect.arrayContaining(figures.split("; ")));
  expect(found.filter((one) => never.test(one))).toEqual([]);
};

describe("a table's head", () => {
  it.each<Case>([
    [
      "is not the heading above that names its first month too",
      `Argo Blockchain PLC (NASDAQ: ARBK): operational results for May 2022. June 8, 2022.

Key Figures for May 2022

Figure                                   May 2022            April 2022
Bitcoin Mined                         124                    166
Bitcoin Sold                                300                212
Proceeds from sales of Bitcoin      $9.4 million          $8.6 million`,
      "btc_produced 2022-05 124; btc_produced 2022-04 166; btc_sold 2022-05 300; btc_sold 2022-04 212; sale_proceeds_usd 2022-05 9400000; sale_proceeds_usd 2022-04 8600000",
      /2022-05 (?:166|212)/,
    ],
  ])("%s", holds);
});
