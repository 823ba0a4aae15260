/** Parses an uploaded file of facts, or a typed row: facts and statements, or problems by line and column, by the record's own rules. */
import type { CompanyId } from "@/domain/facts/company";
import type { FiledFact, FiledStatement } from "@/domain/facts/filedRecord";
import { type Problem, readCsv, rowProblems } from "./csv";
import { type FileName, FILES, type LineOf } from "./recordRows";

export type FactsFile =
  | { readonly ok: true; readonly facts: readonly FiledFact[]; readonly statements: readonly FiledStatement[] }
  | {
      readonly ok: false;
      /** The first of them, by line. */
      readonly problems: readonly Problem[];
      /** How many there are in all. */
      readonly count: number;
    };

/** Maximum number of lines per file: twice the record, and few enough to check while other requests wait. */
export const MOST_LINES = 5_000;
export const MOST_PROBLEMS = 100;
/** Lines that are read before yielding to other requests. */
const SLICE = 200;

/** Reads in slices, so that other requests are answered meanwhile. `known`: companies on record. Reads part of a file that is too long. */
export async function readFactsFile(bytes: Uint8Array, known: ReadonlySet<CompanyId>, name = "facts.csv"): Promise<FactsFile> {
  const { columns, line: schema } = FILES["facts.csv"];
  const { start, lines: total } = firstLines(bytes, MOST_LINES + 1);
  const csv = readCsv(name, start, columns);
  const problems = [...csv.problems];
  if (total > MOST_LINES + 1)
    problems.unshift({
      ...{ file: name, line: 1, column: "" },
      message: `the file has ${total} lines and ${MOST_LINES} are taken at a time; only those were looked at: cut it in parts`,
    });
  let count = problems.length;
  const complain = (problem: Problem) => {
    count++;
    if (problems.length < 2 * MOST_PROBLEMS) problems.push(problem);
  };
  const facts: FiledFact[] = [];
  const statements: FiledStatement[] = [];
  for (const [at, { line, lines, fields }] of csv.rows.entries()) {
    if (at % SLICE === SLICE - 1) await nextTurn();
    const read = schema.safeParse(fields);
    if (!read.success) {
      rowProblems(name, { line, lines }, read.error.issues).forEach(complain);
      continue;
    }
    const { company } = read.data;
    const message = `"${company}" is not on record; correct the name or add the company first`;
    if (!known.has(company)) complain({ file: name, line, column: "company", message });
    else if (read.data.kind === "fact") facts.push({ file: name, line, ...read.data.fact });
    else statements.push({ line, ...read.data.statement });
  }
  if (count === 0) return { ok: true, facts, statements };
  return { ok: false, problems: problems.sort((a, b) => a.line - b.line).slice(0, MOST_PROBLEMS), count };
}

/** Yields to pending events: a request, or a signal to stop. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** The first `most` lines of a file, and its total number of lines. */
function firstLines(bytes: Uint8Array, most: number): { readonly start: Uint8Array; readonly lines: number } {
  let lines = 0;
  let end = bytes.length;
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) if (++lines === most) end = at + 1;
  const last = bytes.length > 0 && bytes.at(-1) !== 0x0a ? 1 : 0;
  return { start: bytes.subarray(0, end), lines: lines + last };
}

export type ReadRow<F extends FileName> =
  | { readonly ok: true; readonly row: LineOf<F> }
  | { readonly ok: false; readonly problems: readonly RowProblem[] };

export type RowProblem = Pick<Problem, "column" | "message">;

/** Parses one typed row; missing fields are empty. */
export function readRow<F extends FileName>(file: F, fields: Readonly<Record<string, string | undefined>>): ReadRow<F> {
  const { columns, line: schema } = FILES[file];
  const read = schema.safeParse(Object.fromEntries(columns.map((column) => [column, fields[column] ?? ""])));
  if (read.success) return { ok: true, row: read.data as LineOf<F> };
  return { ok: false, problems: rowProblems(file, { line: 1, lines: {} }, read.error.issues) };
}
