/** Parses each file's lines into the domain's rows, by the columns of domain/facts/recordFiles.ts. */
import { z } from "zod";
import type { Span } from "@/domain/facts/company";
import { METRICS } from "@/domain/values/metric";
import { hostOf } from "@/domain/facts/publisher";
import { type ColumnKind, POLICY_STATEMENT, RECORD_FILES, type RecordColumn, type RecordFile } from "@/domain/facts/recordFiles";
import { amountComplaint, oneOf, READ, readAmount } from "./csvFields";

/** Checks that a span does not end before it begins. */
function inOrder({ from, to }: Span, context: z.RefinementCtx): void {
  if (from !== null && to !== null && to < from)
    context.addIssue({
      code: "custom",
      path: ["to"],
      message: `ends in ${to}, before it begins in ${from}; correct one of the two`,
      input: to,
    });
}

type Columns = RecordFile["columns"];
type Reader<C extends RecordColumn> = C extends readonly ["word", string, readonly (infer W extends string)[]]
  ? ReturnType<typeof oneOf<W>>
  : C extends readonly [infer K extends ColumnKind, string]
    ? (typeof READ)[K]
    : never;
type Shape<C extends Columns> = { readonly [Name in keyof C]: Reader<C[Name]> };

const shapeOf = <C extends Columns>(columns: C): Shape<C> =>
  Object.fromEntries(
    Object.entries<RecordColumn>(columns).map(([name, column]) => [name, column[0] === "word" ? oneOf(column[2]) : READ[column[0]]]),
  ) as unknown as Shape<C>;

const factLine = (line: z.ZodObject<Shape<typeof RECORD_FILES.facts.columns>>) =>
  line.transform((row, context) => {
    const complain = (column: string, message: string) => {
      context.addIssue({ code: "custom", path: [column], message, input: row.value });
      return z.NEVER;
    };
    const { company, period, note } = row;
    const source = {
      address: row.source_url,
      kind: row.source_kind,
      publisher: hostOf(row.source_url),
      publishedOn: row.published_on,
      retrievedOn: null,
    };
    if (row.metric === POLICY_STATEMENT) {
      if (row.value !== "")
        return complain("value", `a ${POLICY_STATEMENT} line carries no figure; leave it empty and put the words into note`);
      if (note === "") return complain("note", `a ${POLICY_STATEMENT} line says nothing without its note; write what the source says`);
      return { kind: "statement" as const, company, statement: { company, period, source, note } };
    }
    const { unit } = METRICS[row.metric];
    const value = readAmount(row.value, unit);
    if (row.value === "") return complain("value", "is empty; write the figure, or remove the line when the source states none");
    if (value === undefined) return complain("value", amountComplaint(row.value, unit));
    return { kind: "fact" as const, company, fact: { company, metric: row.metric, period, value, written: row.value, source, note } };
  });

/** A file's columns in order, the parser of a line, and whether the file or some of its columns may be absent. */
const fileOf = <C extends Columns, L extends z.ZodType>(
  { columns }: { readonly columns: C },
  lineOf: (line: z.ZodObject<Shape<C>>) => L,
  { optional: isOptional = false, mayLack = [] }: { readonly optional?: boolean; readonly mayLack?: readonly (keyof C & string)[] } = {},
) => ({
  columns: Object.keys(columns) as (keyof C & string)[],
  mayLack: mayLack as readonly string[],
  optional: isOptional,
  line: lineOf(z.object(shapeOf(columns))),
});

export const FILES = {
  "companies.csv": fileOf(
    RECORD_FILES.companies,
    (line) =>
      line.transform(({ company: id, sec_cik: secCik, fiscal_year_end: fiscalYearEnd, ...row }) => ({ id, secCik, fiscalYearEnd, ...row })),
    // Files written before this column existed lack it.
    { mayLack: ["fiscal_year_end"] },
  ),
  "names.csv": fileOf(
    RECORD_FILES.names,
    (line) => line.superRefine(inOrder).transform(({ source_url: sourceUrl, ...row }) => ({ ...row, sourceUrl })),
    { optional: true },
  ),
  "listings.csv": fileOf(RECORD_FILES.listings, (line) => line.superRefine(inOrder)),
  "facts.csv": fileOf(RECORD_FILES.facts, factLine),
  // Facts about periods other than months, quarters and years; facts.csv may hold them as well.
  "spans.csv": fileOf(RECORD_FILES.facts, factLine, { optional: true }),
  "policies.csv": fileOf(RECORD_FILES.policies, (line) =>
    line.superRefine(inOrder).transform(({ source_url: sourceUrl, ...row }) => ({ ...row, sourceUrl })),
  ),
  "consolidations.csv": fileOf(RECORD_FILES.consolidations, (line) => line.superRefine(inOrder)),
  "btc-usd-monthly.csv": fileOf(RECORD_FILES["btc-usd-monthly"], (line) =>
    line.transform(({ average_usd: average, close_usd: close, ...row }) => ({ ...row, average, close })),
  ),
  "published-aggregates.csv": fileOf(RECORD_FILES["published-aggregates"], (line) =>
    line.transform(({ value: written, source_url: sourceUrl, ...row }) => ({ ...row, written, sourceUrl })),
  ),
  "events.csv": fileOf(RECORD_FILES.events, (line) => line),
  "publishers.csv": fileOf(RECORD_FILES.publishers, (line) => line, { optional: true }),
  "decisions.csv": fileOf(
    RECORD_FILES.decisions,
    (line) =>
      line.superRefine((row, context) => {
        const complain = (message: string) => {
          context.addIssue({ code: "custom", path: ["basis"], message, input: row.basis });
        };
        if (row.kind === "basis" && row.basis === "") complain("is empty; say what the figure counts");
        if (row.kind !== "basis" && row.basis !== "") complain("only a basis line has one; leave it empty");
      }),
    { optional: true },
  ),
};

/** The files that hold facts, in the order in which they are recorded. */
export const FACT_FILES = ["facts.csv", "spans.csv"] as const;

export type FileName = keyof typeof FILES;
export const FILE_NAMES = Object.keys(FILES) as FileName[];

export type LineOf<F extends FileName> = z.output<(typeof FILES)[F]["line"]>;

export interface Filed<T> {
  readonly line: number;
  /** Line on which each column's field starts (a note can hold several lines). */
  readonly lines: Readonly<Record<string, number>>;
  readonly row: T;
}

export type RecordRows = { readonly [F in FileName]: readonly Filed<LineOf<F>>[] };

/** Builds the rows of every file with `read`. */
export const rowsOfFiles = (read: <F extends FileName>(file: F) => readonly Filed<LineOf<F>>[]): RecordRows =>
  Object.fromEntries(FILE_NAMES.map((file) => [file, read(file)])) as unknown as RecordRows;
