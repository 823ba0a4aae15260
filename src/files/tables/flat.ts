/** Flattens a table for CSV and XLSX: each figure with its evidence, its sources and why it is missing; notes in the last column. */
import { MISSING_LABEL } from "@/domain/facts/cell";
import type { Column, Row, Table, TableCell } from "@/cards/tables/table";

export interface FlatColumn {
  /** Column head, the same in every version of a table: "sold_btc", "sold_btc_evidence". */
  readonly key: string;
  readonly description: string;
}

/** A number as its exact plain decimal, or a text; null is an empty field. */
export type FlatField = { readonly number: string } | { readonly text: string } | null;

interface FlatTable {
  readonly columns: readonly FlatColumn[];
  readonly rows: Iterable<readonly FlatField[]>;
}

/** The columns of the flat form of a table, in order. Throws when two of them would have the same name. */
export function flatColumns(columns: readonly Column[]): FlatColumn[] {
  const flat: FlatColumn[] = [
    { key: "id", description: "Stable name of the row: a company, a period." },
    ...columns.flatMap((column) => (column.kind === "number" ? numberColumns(column) : textColumns(column))),
    { key: "notes", description: "Remarks on single figures, or why exactly one is missing, each with the column that it belongs to." },
  ];
  const twice = flat.find(({ key }, at) => flat.findIndex((other) => other.key === key) !== at);
  if (twice) throw new Error(`two columns would be named "${twice.key}"; rename the table's column`);
  return flat;
}

/** The flat form of a table. Rows are made lazily. */
export const flatOf = (table: Table): FlatTable => ({
  columns: flatColumns(table.columns),
  rows: {
    *[Symbol.iterator]() {
      for (const row of table.rows) yield flatRow(table.columns, row, table.moment);
    },
  },
});

/** The fields of one row, in the order of `flatColumns`; `moment` is a note on each row, so that a row copied elsewhere keeps it. */
export const flatRow = (columns: readonly Column[], row: Row, moment?: string): FlatField[] => [
  { text: row.key },
  ...columns.flatMap((column) =>
    column.kind === "number" ? numberFields(row.cells[column.key]) : textFields(column, row.cells[column.key]),
  ),
  text([...(moment === undefined ? [] : [moment]), ...notesOf(columns, row)].join("; ")),
];

function numberColumns({ key, unit, description }: Column): FlatColumn[] {
  return [
    { key, description: `${description}${unit === "" ? "" : ` In ${unit}.`}` },
    {
      key: `${key}_evidence`,
      description: `How ${key} is known: reported, derived, policy or missing; "second-hand" follows where a fact behind it is somebody’s summary of others’ documents.`,
    },
    { key: `${key}_source`, description: `Web addresses that ${key} comes from, with a blank between them.` },
    { key: `${key}_missing`, description: `Why ${key} is empty.` },
  ];
}

function numberFields(cell: TableCell | undefined): FlatField[] {
  switch (cell?.kind) {
    case undefined:
      return [null, null, null, null];
    case "value":
      return [
        { number: cell.plain },
        { text: cell.secondHand ? `${cell.evidence} second-hand` : cell.evidence },
        text(joinedAddresses(cell.sources.map(({ address }) => address))),
        null,
      ];
    case "missing":
      return [null, { text: "missing" }, null, { text: cell.reason }];
    case "count":
      return [{ number: cell.plain }, null, null, null];
    case "text":
      return [text(cell.text), null, null, null];
  }
}

const textColumns = ({ key, description, sourced }: Column): FlatColumn[] => [
  { key, description },
  ...(sourced === true ? [{ key: `${key}_source`, description: `Web address of the source that ${key} comes from.` }] : []),
];

function textFields({ sourced }: Column, cell: TableCell | undefined): FlatField[] {
  const field = cell === undefined ? null : text(cell.kind === "text" ? (cell.plain ?? cell.text) : cell.text);
  return sourced === true ? [field, cell?.href === undefined ? null : text(joinedAddresses([cell.href]))] : [field];
}

/** Unique addresses, separated by blanks; a blank inside one would split it. */
export const joinedAddresses = (addresses: readonly string[]): string =>
  [...new Set(addresses)].map((address) => address.replace(/\s/g, encodeURIComponent)).join(" ");

const notesOf = (columns: readonly Column[], row: Row): string[] =>
  columns.flatMap(({ key }) => {
    const cell = row.cells[key];
    const note = cell === undefined ? undefined : noteOf(cell);
    return note === undefined ? [] : [`${key}: ${note}`];
  });

/** What a figure's other fields do not say: its remark, or why it is missing where the words are more exact than the reason's. */
const noteOf = (cell: TableCell): string | undefined =>
  cell.kind !== "missing" ? cell.note : cell.text === MISSING_LABEL[cell.reason] ? undefined : cell.text;

/** An empty text is an empty field. */
export const text = (content: string | null): FlatField => (content === null || content === "" ? null : { text: content });

/** `plain`: a plain decimal, which is written unchanged. */
export const number = (plain: string): FlatField => ({ number: plain });

export const fieldText = (field: FlatField): string => (field === null ? "" : "text" in field ? field.text : field.number);
