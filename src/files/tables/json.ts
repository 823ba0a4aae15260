/** A table as a self-describing JSON document. Keys have a fixed order, so equal tables give equal bytes. */
import type { OpenRecord } from "@/domain/facts/record";
import type { Column, Row, Table, TableCell } from "@/cards/tables/table";
import type { CellJson, TableJson, VersionJson } from "./jsonSchema";

export const JSON_TYPE = "application/json; charset=utf-8";

export type DataVersion = OpenRecord["version"];

export const versionJson = ({ id, date, changedOn }: DataVersion): VersionJson => ({ id, date, changed_on: changedOn });

/** The table as plain data. Addresses relative to the site's root get the prefix `site` ("https://example.org"). */
export const tableJson = (table: Table, version: DataVersion, site = ""): TableJson => ({
  id: table.id,
  title: table.title,
  version: versionJson(version),
  columns: table.columns.map(({ key, label, kind, unit, description }) => ({ key, label, kind, unit, description })),
  rows: table.rows.map((row) => rowJson(table.columns, row, site)),
});

/** The document's text, indented by two blanks, with a final line end. */
export const toJson = (table: Table, version: DataVersion, site = ""): string =>
  `${JSON.stringify(tableJson(table, version, site), null, 2)}\n`;

function rowJson(columns: readonly Column[], row: Row, site: string): TableJson["rows"][number] {
  const cells = columns.flatMap(({ key }) => {
    const cell = row.cells[key];
    return cell === undefined ? [] : [[key, cellJson(cell, site)] as const];
  });
  return { id: row.key, ...hrefJson(row.href, site), cells: Object.fromEntries(cells) };
}

function cellJson(cell: TableCell, site: string): CellJson {
  const href = hrefJson(cell.href, site);
  switch (cell.kind) {
    case "text":
      return { text: cell.text, ...(cell.plain !== undefined && { plain: cell.plain }), ...noteJson(cell.note), ...href };
    case "count":
      return { value: Number(cell.plain), exact: cell.plain, text: cell.text, ...noteJson(cell.note), ...href };
    case "missing":
      return { value: null, text: cell.text, evidence: "missing", missing: cell.reason, ...href };
    case "value":
      return {
        value: Number(cell.plain),
        exact: cell.plain,
        text: cell.text,
        evidence: cell.evidence,
        ...(cell.secondHand && { second_hand: true as const }),
        sources: cell.sources.map(({ address, publisher, kind, publishedOn, archive = null }) => ({
          ...{ address, publisher, kind },
          ...{ published_on: publishedOn, archive_lookup: archive },
        })),
        ...noteJson(cell.note),
        ...href,
      };
  }
}

const noteJson = (note: string | undefined) => (note === undefined ? {} : { note });

/** Makes an address of the site absolute; any other is unchanged. */
export const hrefJson = (href: string | undefined, site: string) =>
  href === undefined ? {} : { href: href.startsWith("/") ? `${site}${href}` : href };
