/**
 * A table as a JSON document that explains itself: its title, the version of the record, what each column means, and for every
 * figure its value, its evidence, its sources or the reason why it is missing. Keys always stand in the same order, so equal tables
 * give equal bytes.
 */
import type { MissingReason } from "@/domain/cell";
import type { OpenRecord } from "@/domain/record";
import type { Column, Row, Table, TableCell, TableEvidence } from "@/cards/table";

export const JSON_TYPE = "application/json; charset=utf-8";

export type DataVersion = OpenRecord["version"];

export interface VersionJson {
  readonly id: string;
  readonly date: string;
  readonly changed_on: string;
}

/** A version as files and the API write it. */
export function versionJson({ id, date, changedOn }: DataVersion): VersionJson {
  return { id, date, changed_on: changedOn };
}

export interface SourceJson {
  readonly address: string;
  readonly publisher: string;
  readonly kind: string;
  /** Day of publication; null: the source does not say. */
  readonly published_on: string | null;
  /** Where to look for an archived copy; null: the publisher keeps it. */
  readonly archive_lookup: string | null;
}

export type CellJson =
  | { readonly text: string; readonly note?: string; readonly href?: string }
  | { readonly value: number; readonly exact: string; readonly text: string; readonly note?: string; readonly href?: string }
  | {
      /** The figure in the column's unit. */
      readonly value: number;
      /** The same figure as an exact decimal, for those who do not want floating point. */
      readonly exact: string;
      /** As the page prints it. */
      readonly text: string;
      readonly evidence: TableEvidence;
      /** A fact behind it is somebody\'s summary of what others published; absent otherwise. */
      readonly second_hand?: true;
      readonly sources: readonly SourceJson[];
      readonly note?: string;
      readonly href?: string;
    }
  | { readonly value: null; readonly text: string; readonly evidence: "missing"; readonly missing: MissingReason; readonly href?: string };

export interface TableJson {
  readonly id: string;
  readonly title: string;
  /** Version of the record: its fingerprint, up to which day its figures were published, and when it last changed. */
  readonly version: VersionJson;
  readonly columns: readonly Column[];
  readonly rows: readonly { readonly id: string; readonly href?: string; readonly cells: Readonly<Record<string, CellJson>> }[];
}

/** The table as plain data. Addresses that start at the site's root get `site` ("https://example.org") before them. */
export function tableJson(table: Table, version: DataVersion, site = ""): TableJson {
  return {
    id: table.id,
    title: table.title,
    version: versionJson(version),
    columns: table.columns.map(({ key, label, kind, unit, description }) => ({ key, label, kind, unit, description })),
    rows: table.rows.map((row) => rowJson(table.columns, row, site)),
  };
}

/** The document's text, two blanks deep, with a line end. */
export function toJson(table: Table, version: DataVersion, site = ""): string {
  return `${JSON.stringify(tableJson(table, version, site), null, 2)}\n`;
}

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
      return { text: cell.text, ...noteJson(cell.note), ...href };
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

const hrefJson = (href: string | undefined, site: string) =>
  href === undefined ? {} : { href: href.startsWith("/") ? `${site}${href}` : href };
