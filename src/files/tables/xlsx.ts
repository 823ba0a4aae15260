/** A table as an XLSX workbook, with a sheet on columns, evidence and sources; repacked with fixed dates to be reproducible. */
import { unzipSync } from "fflate";
import writeExcelFile, { type Cell, type Row as SheetRow } from "write-excel-file/node";
import { EVIDENCE_LABEL, EVIDENCE_LEVELS, type Evidence, MISSING_LABEL, MISSING_REASONS } from "@/domain/facts/cell";
import { NOT_IN_XML } from "@/domain/shared/escapeXml";
import type { Table } from "@/cards/tables/table";
import { type FlatColumn, type FlatField, flatColumns, flatOf } from "./flat";
import type { DataVersion } from "./json";
import { dayName } from "@/domain/shared/dayName";
import { LICENCE, PUBLISHER } from "../publisher";
import { tableSources } from "./tableSources";
import { toZip } from "./zip";

export const XLSX_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

interface XlsxOrigin {
  readonly version: DataVersion;
  /** Full address of the page that shows the table. */
  readonly address: string;
}

/** The workbook's bytes, the same for the same table and origin. */
export async function toXlsx(table: Table, origin: XlsxOrigin): Promise<Uint8Array> {
  const flat = flatOf(table);
  const rows = [...flat.rows];
  const figures = [flat.columns.map(({ key }) => head(key)), ...rows.map((row) => row.map(cellOf))];
  const written = await writeExcelFile([
    {
      data: figures,
      sheet: "Figures",
      columns: flat.columns.map((column, at) => ({ width: widthOf(column, rows, at) })),
      stickyRowsCount: 1,
      // Keeps the header and the first column visible while scrolling.
      stickyColumnsCount: 2,
    },
    {
      data: definitions(table, origin),
      sheet: "Sources and definitions",
      columns: [{ width: 30 }, { width: 70 }, { width: 24 }, { width: 16 }],
    },
  ]).toBuffer();
  const files = Object.entries(unzipSync(new Uint8Array(written))).sort(([a], [b]) => (a < b ? -1 : 1));
  // [Content_Types].xml has to come first for streaming readers; "[" sorts before all lower-case letters and "_".
  return toZip(
    files.map(([name, content]) => ({ name, content })),
    origin.version.changedOn,
  );
}

/** The meaning of each level of evidence, as on the method page. */
export const EVIDENCE_MEANING: Readonly<Record<Evidence, string>> = {
  reported: "A source states this figure.",
  derived: "Computed from reported figures only: a sum of months, a quarter less its other months, or the change in holdings.",
  policy: "Follows from the company’s stated treasury policy: it sells all it mines, or nothing.",
  missing: "Not known. It is never filled in and never counted as 0; the reason stands beside it.",
};

function definitions(table: Table, { version, address }: XlsxOrigin): SheetRow[] {
  const sources = tableSources(table);
  return [
    [title(table.title)],
    ["Page", text(address)],
    ["Data version", text(version.id)],
    ["Record changed on", text(dayName(version.changedOn))],
    ["Figures published up to", text(dayName(version.date))],
    ["Publisher", PUBLISHER],
    ["Licence", `${LICENCE.title}, ${LICENCE.address}`],
    [],
    [head("Column"), head("Meaning")],
    ...flatColumns(table.columns).map(({ key, description }) => [text(key), wrapped(description)]),
    [],
    [head("Evidence"), head("Meaning")],
    ...EVIDENCE_LEVELS.map((level) => [text(level), wrapped(`${EVIDENCE_MEANING[level]} On the page: “${EVIDENCE_LABEL[level]}”.`)]),
    [],
    [head("Missing because"), head("In words")],
    ...MISSING_REASONS.map((reason) => [text(reason), text(MISSING_LABEL[reason])]),
    [],
    [head("Publisher"), head("Address"), head("Kind"), head("Published on"), head("Look for an archived copy")],
    ...sources.map(({ publisher, address: at, kind, publishedOn, archive }) =>
      [publisher, at, kind, publishedOn ?? "not stated", archive ?? ""].map(text),
    ),
  ];
}

function cellOf(field: FlatField): Cell {
  if (field === null) return null;
  if ("text" in field) return text(field.text);
  const decimals = field.number.split(".")[1]?.length ?? 0;
  return { type: Number, value: Number(field.number), format: decimals === 0 ? "#,##0" : `#,##0.${"0".repeat(decimals)}` };
}

/** Excel's maximum length of a cell's text. */
const MAX_CELL_LENGTH = 32_767;

function text(content: string): Cell {
  // Characters that XML forbids would make the whole workbook unreadable, and spreadsheets break lines only at line feeds.
  const clean = content.replace(/\r\n?/g, "\n").replace(NOT_IN_XML, "").replace(ESCAPE_LOOKALIKE, "_x005F_");
  return { type: String, value: distinct(clean.length > MAX_CELL_LENGTH ? `${clean.slice(0, MAX_CELL_LENGTH - 1)}…` : clean) };
}

/** “_x0041_” stands for “A” in a workbook (ECMA-376 part 1, 22.9.2.19, ST_Xstring): such a text has its first underscore escaped. */
const ESCAPE_LOOKALIKE = /_(?=x[0-9A-Fa-f]{4}_)/g;

/** The writer looks texts up in a plain object, where "constructor" and the like exist: a zero-width space makes such a text unique. */
const distinct = (content: string): string => (content in Object.prototype ? `${content}\u200B` : content);

const wrapped = (content: string): Cell => ({ type: String, value: content, wrap: true, alignVertical: "top" });
const title = (content: string): Cell => ({ type: String, value: content, fontWeight: "bold", fontSize: 14 });
const head = (content: string): Cell => ({ type: String, value: distinct(content), fontWeight: "bold", backgroundColor: "#E8EBEE" });

const WIDEST = 44;

function widthOf(column: FlatColumn, rows: readonly (readonly FlatField[])[], at: number): number {
  const lengths = rows.map((row) => {
    const field = row[at];
    if (field === undefined || field === null) return 0;
    return "text" in field ? field.text.length : field.number.length + 2;
  });
  return Math.min(WIDEST, Math.max(column.key.length, ...lengths) + 2);
}
