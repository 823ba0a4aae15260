/** A manually entered figure: the form's fields are the columns of facts.csv, parsed by the same rules. */
import type { FiledFact } from "@/domain/facts/filedRecord";
import { readRow, type RowProblem } from "@/record/csv/factsFile";

/** In form order. */
export const FIGURE_FIELDS = ["company", "metric", "period", "value", "source_url", "source_kind", "published_on", "note"] as const;
export type FigureField = (typeof FIGURE_FIELDS)[number];

type TypedFigure = { readonly ok: true; readonly fact: FiledFact } | { readonly ok: false; readonly problems: readonly RowProblem[] };

export function readTypedFigure(typed: Readonly<Record<string, string>>): TypedFigure {
  const read = readRow("facts.csv", typed);
  if (!read.ok) return read;
  if (read.row.kind === "fact") return { ok: true, fact: { ...read.row.fact, line: 1 } };
  return { ok: false, problems: [{ column: "metric", message: "a statement carries no figure; upload it in a file" }] };
}
