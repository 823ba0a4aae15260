/**
 * The same table for programs that do not read CSV as RFC 4180 has it: with semicolons and decimal commas, as spreadsheets of much of
 * Europe expect it, and tab-separated with the columns' headings, to be pasted. Values stay exact; no thousands are grouped, so 48,237
 * is written 48237 and can be read one way only. Table → text.
 */
import { guardedText } from "@/domain/spreadsheetText";
import type { Table, TableCell } from "@/cards/table";
import { gridOf, type GridField } from "./grid";

export type DecimalSign = "." | ",";

/** CSV with semicolons and decimal commas: the columns of the plain CSV. */
export function toSemicolonCsv(table: Table): string {
  const { columns, rows } = gridOf(table);
  const field = (one: GridField): string => {
    if (one === null) return "";
    if ("number" in one) return one.number.replace(".", ",");
    const text = guardedText(one.text);
    return /[";,\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return [columns.map(({ key }) => key), ...[...rows].map((row) => row.map(field))].map((line) => `${line.join(";")}\r\n`).join("");
}

export const TSV_TYPE = "text/tab-separated-values; charset=utf-8";

/** The columns that the page shows, headings with units, a tab between; missing figures are empty. */
export function toTsv({ columns, rows }: Table, decimal: DecimalSign): string {
  const cell = (one: TableCell | undefined): string => {
    if (one?.kind === "value") return one.plain.replace(".", decimal);
    return one?.kind === "text" ? guardedText(oneLine(one.text)) : "";
  };
  const head = columns.map(({ label, unit }) => oneLine(unit === "" ? label : `${label}, ${unit}`));
  return [head, ...rows.map((row) => columns.map(({ key }) => cell(row.cells[key])))].map((line) => `${line.join("\t")}\r\n`).join("");
}

const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, " ");
