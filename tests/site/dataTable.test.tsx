/** What a reader finds in a table: HTML out, rules about it held. */
import { gzipSync } from "node:zlib";
import { load } from "cheerio";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { DataTable } from "@/site/DataTable";
import type { Row, Table, TableCell } from "@/cards/tables/table";
import { JULY_2022 } from "./tables";

const draw = (props: Partial<Parameters<typeof DataTable>[0]> = {}) =>
  load(renderToStaticMarkup(<DataTable table={JULY_2022} {...props} />));

/** The row of a company by its place, as text per cell. */
const texts = (row: number): string[] => {
  const $ = draw();
  return $("tbody tr")
    .eq(row)
    .children()
    .map((_, cell) => $(cell).text())
    .get();
};

describe("a table of figures", () => {
  test("has a caption, and heads with a scope for every column and row", () => {
    const $ = draw();
    expect($("caption").text()).toBe("Listed miners in July 2022");
    expect($("thead th[scope=col]").length).toBe(3);
    expect($("tbody th[scope=row]").length).toBe(4);
    expect($("tbody td").length).toBe(8);
  });

  test("every figure bears its evidence as a word in the text", () => {
    expect(texts(0)[1]).toContain("318reported");
    expect(texts(1)[1]).toContain("1,221derived");
    expect(texts(3)[2]).toContain("154by policy");
  });

  test("an explicit zero is shown as 0 with its evidence", () => {
    expect(texts(2)[2]).toMatch(/^0reported/);
  });

  test("a missing figure is its reason in words, without a digit or a dash", () => {
    expect(texts(2)[1]).toBe("not disclosed");
  });

  test("a figure links to its explanation and to its source, which is named with its date", () => {
    const $ = draw();
    const links = $("tbody tr").eq(0).find("td").eq(0).find("a");
    expect(links.eq(0).attr("href")).toBe("/figures/318");
    expect(links.eq(1).attr("href")).toBe("https://riotplatforms.com/july-2022");
    expect(links.eq(1).text()).toBe("riotplatforms.com");
    expect(links.eq(1).attr("title")).toBe("riotplatforms.com, company release, 3 August 2022");
  });

  test("a host may be broken before its ending in a narrow column, and nowhere else", () => {
    const name = draw()("a.src span").eq(0);
    expect(name.html()).toBe("riotplatforms<wbr>.com");
  });

  test("a source without a date says so, and further sources are counted", () => {
    const $ = draw();
    expect($('a[href="https://a.org/july-2022"]').attr("title")).toBe("a.org, company release, undated, and 1 more");
  });

  test("a row leads to its page from its first cell only", () => {
    const $ = draw();
    expect($("tbody th a").length).toBe(1);
    expect($("tbody th a").attr("href")).toBe("/companies/riot");
  });

  test("a note stands below the table once, and each cell that it concerns points to it", () => {
    const $ = draw();
    expect($(".table-notes li").length).toBe(1);
    const id = $(".table-notes li").attr("id") ?? "";
    expect($(`a[href="#${id}"]`).length).toBe(2);
    expect($(".table-notes").text()).toContain("Sold to pay debts");
  });

  test("every column's unit and meaning can be read", () => {
    const $ = draw();
    expect($("thead th").eq(2).text()).toBe("SoldBTC");
    for (const column of JULY_2022.columns) expect($("dl").text()).toContain(column.description);
  });

  test("columns are sorted by address, and the sorted one says which way", () => {
    const $ = draw({
      sortHref: (key) => (key === "company" ? undefined : `?by=t.${key}.desc`),
      sorting: { table: JULY_2022.id, column: "sold_btc", direction: "descending" },
    });
    expect(
      $("thead a")
        .map((_, a) => $(a).attr("href"))
        .get(),
    ).toEqual(["?by=t.produced_btc.desc", "?by=t.sold_btc.desc"]);
    expect($("[aria-sort]").length).toBe(1);
    expect($("[aria-sort=descending]").text()).toContain("Sold");
  });

  test("the region that scrolls can be reached by keyboard and is named by the caption", () => {
    const $ = draw();
    const region = $("[role=group]");
    expect(region.attr("tabindex")).toBe("0");
    expect($(`#${region.attr("aria-labelledby") ?? ""}`).text()).toBe("Listed miners in July 2022");
  });

  test("a row without a cell for a column is an error that names the column", () => {
    const table: Table = { ...JULY_2022, rows: [{ key: "x", cells: { company: { kind: "text", text: "X" } } }] };
    expect(() => renderToStaticMarkup(<DataTable table={table} />)).toThrow(/produced_btc/);
  });

  test("26 companies by 9 columns with different figures and sources stay below 12 kB compressed", () => {
    const columns = Array.from({ length: 9 }, (_, i) => ({
      key: `c${i}`,
      label: `Column ${i}`,
      kind: i === 0 ? ("text" as const) : ("number" as const),
      unit: "BTC" as const,
      description: "Bitcoin that the company sold in the period, whenever it was mined.",
    }));
    // Digits without a pattern, so that compression meets what real figures and addresses give it.
    const digits = (row: number, column: number): string => String(((row * 31 + column * 17 + 7) * 2654435761) % 1_000_000);
    const cell = (row: number, column: number): TableCell =>
      column === 0
        ? { kind: "text", text: `Company ${digits(row, 0)}` }
        : {
            kind: "value",
            plain: digits(row, column),
            text: digits(row, column),
            evidence: "reported",
            href: `/companies/company-${row}/2025-03#c${column}`,
            sources: [
              {
                address: `https://www.stocktitan.net/news/RIOT/riot-announces-march-2025-production-${digits(row, column)}.html`,
                publisher: "stocktitan.net",
                kind: "company release",
                publishedOn: "2025-04-04",
              },
            ],
          };
    const rows: Row[] = Array.from({ length: 26 }, (_, row) => ({
      key: String(row),
      cells: Object.fromEntries(columns.map((column, at) => [column.key, cell(row, at)])),
    }));
    const html = renderToStaticMarkup(<DataTable table={{ id: "t", title: "All", columns, rows }} />);
    expect(gzipSync(html).length).toBeLessThan(12_000);
  });
});
