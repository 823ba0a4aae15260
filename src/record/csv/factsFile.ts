/**
 * Reads a file of facts on its own, as it is uploaded at the desk, and single rows as they are typed in. Bytes or fields in → facts and
 * statements, or every problem with its line and column. The same columns and the same rules as in the record's own files.
 */
import type { CompanyId } from "@/domain/company";
import type { FiledFact, FiledStatement } from "@/domain/filedRecord";
import { type Problem, readCsv } from "./csv";
import { type FileName, FILES, type LineOf } from "./recordRows";

export type FactsFile =
  | { readonly ok: true; readonly facts: readonly FiledFact[]; readonly statements: readonly FiledStatement[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Reads a facts.csv. `known` are the companies on record; `name` is the file's name in problems. */
export function readFactsFile(bytes: Uint8Array, known: ReadonlySet<CompanyId>, name = "facts.csv"): FactsFile {
  const { columns, line: schema } = FILES["facts.csv"];
  const csv = readCsv(name, bytes, columns);
  const problems: Problem[] = [...csv.problems];
  const facts: FiledFact[] = [];
  const statements: FiledStatement[] = [];
  for (const { line, lines, fields } of csv.rows) {
    const read = schema.safeParse(fields);
    if (!read.success) {
      for (const issue of read.error.issues) {
        const column = String(issue.path[0] ?? "");
        problems.push({ file: name, line: lines[column] ?? line, column, message: issue.message });
      }
      continue;
    }
    const { company } = read.data;
    if (!known.has(company))
      problems.push({
        file: name,
        line,
        column: "company",
        message: `"${company}" is not on record; correct the name or add the company first`,
      });
    else if (read.data.kind === "fact") facts.push({ file: name, line, ...read.data.fact });
    else statements.push({ line, ...read.data.statement });
  }
  return problems.length > 0 ? { ok: false, problems: problems.sort((a, b) => a.line - b.line) } : { ok: true, facts, statements };
}

export type ReadRow<F extends FileName> =
  { readonly ok: true; readonly row: LineOf<F> } | { readonly ok: false; readonly problems: readonly RowProblem[] };

export interface RowProblem {
  readonly column: string;
  readonly message: string;
}

/** Reads one row typed in by hand; what is left out is empty. */
export function readRow<F extends FileName>(file: F, fields: Readonly<Record<string, string | undefined>>): ReadRow<F> {
  const { columns, line: schema } = FILES[file];
  const read = schema.safeParse(Object.fromEntries(columns.map((column) => [column, fields[column] ?? ""])));
  if (read.success) return { ok: true, row: read.data as LineOf<F> };
  return { ok: false, problems: read.error.issues.map(({ path: [column], message }) => ({ column: String(column ?? ""), message })) };
}
