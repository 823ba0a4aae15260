/**
 * A table as tab-separated text with the columns' headings, to be pasted into a spreadsheet. Values stay exact; no thousands are grouped.
 */
import { guardedText } from "@/domain/spreadsheetText";
import type { Table, TableCell } from "@/cards/table";

export const TSV_TYPE = "text/tab-separated-values; charset=utf-8";

/** The columns that the page shows, headings with units, a tab between; missing figures are empty. */
export function toTsv({ columns, rows }: Table, decimal: "." | ","): string {
  const cell = (one: TableCell | undefined): string => {
    if (one?.kind === "value") return one.plain.replace(".", decimal);
    return one?.kind === "text" ? guardedText(oneLine(one.text)) : "";
  };
  const head = columns.map(({ label, unit }) => oneLine(unit === "" ? label : `${label}, ${unit}`));
  return [head, ...rows.map((row) => columns.map(({ key }) => cell(row.cells[key])))].map((line) => `${line.join("\t")}\r\n`).join("");
}

const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, " ");
