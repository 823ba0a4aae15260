/** Reads the record's files: the whole record, or every problem. One invalid line rejects it all. */
import type { FiledRecord } from "@/domain/facts/filedRecord";
import { limitsOf } from "@/domain/review/limits";
import { type Problem, readCsv, rowProblems } from "./csv";
import { checkRecord } from "./recordCheck";
import { FACT_FILES, type Filed, FILE_NAMES, type FileName, FILES, type LineOf, type RecordRows, rowsOfFiles } from "./recordRows";

type ReadRecord = { readonly ok: true; readonly record: FiledRecord } | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads the files of a record; those not in the map are absent. */
export function readRecord(files: ReadonlyMap<string, Uint8Array>): ReadRecord {
  const problems: Problem[] = [];
  const read = <F extends FileName>(file: F): readonly Filed<LineOf<F>>[] => {
    const bytes = files.get(file);
    if (bytes) return readRows(file, bytes, problems);
    if (!FILES[file].optional)
      problems.push({ file, line: 1, column: "", message: "this file is missing; the record needs it, if only with its first line" });
    return [];
  };
  const rows = rowsOfFiles(read);
  // Without readable companies every other line would be reported as naming an unknown one.
  const companiesRead = !problems.some(({ file }) => file === "companies.csv");
  const record = toRecord(rows, files);
  const found = [...problems, ...(companiesRead ? checkRecord(rows) : []), ...impossible(record)];
  return found.length > 0 ? { ok: false, problems: inFileOrder(found) } : { ok: true, record };
}

function readRows<F extends FileName>(file: F, bytes: Uint8Array, problems: Problem[]): Filed<LineOf<F>>[] {
  const { columns, mayLack, line: schema } = FILES[file];
  const csv = readCsv(file, bytes, columns, mayLack);
  // One by one: a call takes no more than some 100,000 arguments.
  for (const problem of csv.problems) problems.push(problem);
  return csv.rows.flatMap(({ line, lines, fields }) => {
    const result = schema.safeParse(fields);
    if (result.success) return [{ line, lines, row: result.data as LineOf<F> }];
    problems.push(...rowProblems(file, { line, lines }, result.error.issues));
    return [];
  });
}

function inFileOrder(problems: readonly Problem[]): Problem[] {
  const at = ({ file }: Problem) => FILE_NAMES.indexOf(file as FileName);
  return [...problems].sort((a, b) => (a.file === b.file ? a.line - b.line : at(a) - at(b)));
}

/** Figures that exceed a hard limit, each at its line. */
function impossible({ facts, prices, decisions = [] }: FiledRecord): Problem[] {
  const beyond = limitsOf({ facts, prices, decisions });
  return facts.flatMap((fact) => {
    const message = beyond(fact);
    return message === undefined ? [] : [{ file: fact.file ?? "facts.csv", line: fact.line, column: "value", message }];
  });
}

/** A record with a single row. */
export const filedRow = <F extends FileName>(file: F, row: LineOf<F>): FiledRecord =>
  toRecord({ ...rowsOfFiles(() => []), [file]: [{ line: 1, lines: {}, row }] }, new Map([[file, new Uint8Array()]]));

function toRecord(rows: RecordRows, files: ReadonlyMap<string, Uint8Array>): FiledRecord {
  const plain = <T>(lines: readonly Filed<T>[]): T[] => lines.map(({ row }) => row);
  const stated = FACT_FILES.flatMap((file) => rows[file].map(({ line, row }) => ({ file, line, row })));
  return {
    companies: plain(rows["companies.csv"]),
    names: files.has("names.csv") ? plain(rows["names.csv"]) : undefined,
    listings: plain(rows["listings.csv"]),
    facts: stated.flatMap(({ file, line, row }) => (row.kind === "fact" ? [{ file, line, ...row.fact }] : [])),
    statements: stated.flatMap(({ line, row }) => (row.kind === "statement" ? [{ line, ...row.statement }] : [])),
    policies: plain(rows["policies.csv"]),
    consolidations: plain(rows["consolidations.csv"]),
    prices: plain(rows["btc-usd-monthly.csv"]),
    aggregates: plain(rows["published-aggregates.csv"]),
    events: plain(rows["events.csv"]),
    publishers: files.has("publishers.csv") ? plain(rows["publishers.csv"]) : undefined,
    decisions: files.has("decisions.csv") ? plain(rows["decisions.csv"]) : undefined,
  };
}
