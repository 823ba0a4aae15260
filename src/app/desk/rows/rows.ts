/**
 * The rows that an operator may add besides figures: companies, former names, listings, policies and events. What was typed in → the row for
 * the store, or what is wrong in which field. The fields are the columns of the record's files and are read by the same rules.
 */
import { readRow } from "@/record/csv/factsFile";
import type { addRow, EnteredTable } from "@/record/store/deskEntry";

export const ROW_KINDS = ["company", "name", "listing", "policy", "event"] as const;
export type RowKind = (typeof ROW_KINDS)[number];

export const isRowKind = (text: string): text is RowKind => ROW_KINDS.some((kind) => kind === text);

/** The fields of each form, by the names of their columns. */
export const ROW_FIELDS = {
  company: ["company", "name", "country", "sec_cik", "fiscal_year_end", "notes"],
  name: ["company", "name", "from", "to", "source_url", "note"],
  listing: ["company", "exchange", "ticker", "from", "to"],
  policy: ["company", "policy", "from", "to", "source_url"],
  event: ["date", "label", "kind", "source"],
} as const satisfies Record<RowKind, readonly string[]>;

export type RowField = (typeof ROW_FIELDS)[RowKind][number];

type Values = Readonly<Record<string, string>>;

export interface FieldProblem {
  readonly column: string;
  readonly message: string;
}

export type TypedRow =
  | { readonly ok: true; readonly table: EnteredTable; readonly content: Parameters<typeof addRow>[2] }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** What was typed into the form of a row, read. */
export function readTypedRow(kind: RowKind, values: Values): TypedRow {
  switch (kind) {
    case "company": {
      const read = readRow("companies.csv", values);
      if (!read.ok) return read;
      const { id, name, country, secCik, notes, fiscalYearEnd } = read.row;
      return { ok: true, table: "companyProfile", content: { companyId: id, name, country, cik: secCik, notes, fiscalYearEnd } };
    }
    case "name": {
      const read = readRow("names.csv", values);
      return read.ok ? spanned("companyName", read.row) : read;
    }
    case "listing": {
      const read = readRow("listings.csv", values);
      return read.ok ? spanned("listing", read.row) : read;
    }
    case "policy": {
      const read = readRow("policies.csv", values);
      return read.ok ? spanned("policy", read.row) : read;
    }
    case "event": {
      const read = readRow("events.csv", values);
      return read.ok ? { ok: true, table: "event", content: { ...read.row } } : read;
    }
  }
}

interface Spanned {
  readonly company: string;
  readonly from: string | null;
  readonly to: string | null;
}

function spanned(table: EnteredTable, { company, ...rest }: Spanned): TypedRow {
  const { from, to } = rest;
  if (from !== null && to !== null && to < from)
    return { ok: false, problems: [{ column: "to", message: `"${to}" lies before the first month, ${from}; correct one of the two` }] };
  return { ok: true, table, content: { companyId: company, ...rest } };
}
