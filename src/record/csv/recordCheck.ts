/** Checks across lines: companies must be known, no line may be duplicated, exclusive spans may not overlap. */
import { groupBy } from "@/domain/shared/group";
import { METRICS } from "@/domain/values/metric";
import type { Span } from "@/domain/facts/company";
import type { Problem } from "./csv";
import { FACT_FILES, type Filed, FILE_NAMES, type FileName, type RecordRows } from "./recordRows";

/** Line number of a row on record, used when a manually entered row is checked against it. */
export const ON_RECORD = 0;

/** The column that identifies a file's lines, and its property in the row; without one, the whole line is the key. */
const KEY_OF: Readonly<Partial<Record<FileName, { readonly column: string; readonly property: string }>>> = {
  "companies.csv": { column: "company", property: "id" },
  "btc-usd-monthly.csv": { column: "month", property: "month" },
  "publishers.csv": { column: "host", property: "host" },
};

/** Everything that requires comparing lines. Files that are absent are empty here. */
export function checkRecord(rows: RecordRows): Problem[] {
  const problems: Problem[] = [];
  const report = (file: FileName, { line, lines }: Filed<unknown>, column: string, message: string) => {
    problems.push({ file, line: lines[column] ?? line, column, message });
  };

  const known = new Set(rows["companies.csv"].map(({ row }) => row.id));
  const mustBeKnown = <K extends string>(file: FileName, column: K, lines: readonly Filed<Record<K, string>>[]) => {
    for (const filed of lines) {
      const id = filed.row[column];
      if (!(known as Set<string>).has(id))
        report(file, filed, column, `"${id}" is not in companies.csv; correct the name or add the company there`);
    }
  };
  for (const file of ["names.csv", "listings.csv", ...FACT_FILES, "policies.csv", "decisions.csv"] as const)
    mustBeKnown(file, "company", rows[file]);
  mustBeKnown("consolidations.csv", "parent", rows["consolidations.csv"]);
  mustBeKnown("consolidations.csv", "child", rows["consolidations.csv"]);

  for (const filed of rows["consolidations.csv"]) {
    if (filed.row.parent === filed.row.child)
      report("consolidations.csv", filed, "child", "a company cannot consolidate itself; correct one of the two");
  }
  // Two identical facts are two statements until someone removes one.
  for (const file of FILE_NAMES) if (!(FACT_FILES as readonly FileName[]).includes(file)) checkOnce(file, rows[file], report);
  checkOverlaps(rows, report);
  checkDecisions(rows, report);
  return problems;
}

type Report = (file: FileName, filed: Filed<unknown>, column: string, message: string) => void;

function checkOnce(file: FileName, lines: readonly Filed<object>[], report: Report): void {
  const { column = "", property } = KEY_OF[file] ?? {};
  const first = new Map<string, number>();
  for (const filed of lines) {
    const entries = Object.entries(filed.row).filter(([name]) => property === undefined || name === property);
    const key = JSON.stringify(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    const before = first.get(key);
    if (before === undefined) first.set(key, filed.line);
    else report(file, filed, column, duplicateText(file === "companies.csv" ? String(entries[0]?.[1]) : undefined, before));
  }
}

/** The message about a duplicate of line `before`. */
function duplicateText(company: string | undefined, before: number): string {
  const onRecord = before === ON_RECORD;
  if (company === undefined) return onRecord ? "this is on record already" : `says the same as line ${before}; remove one of the two`;
  return onRecord
    ? `"${company}" is on record already, and a company has one line`
    : `"${company}" is already on line ${before}; a company has one line, remove the other`;
}

/** A company has one policy and one name at a time, and a share one listing per exchange. */
function checkOverlaps(rows: RecordRows, report: Report): void {
  type Dated = Span & { readonly company: string };
  const overlapping = <T extends Dated>(file: FileName, lines: readonly Filed<T>[], subjectOf = ({ company }: T): string => company) => {
    for (const same of groupBy(lines, ({ row }) => subjectOf(row)).values()) {
      same.forEach((filed, i) => {
        const other = same.find(({ row }, at) => at < i && overlap(row, filed.row));
        if (other === undefined) return;
        const advice =
          other.line === ON_RECORD
            ? "overlaps with what is on record; to change that, change the record's files and import them"
            : `overlaps with line ${other.line} of the same company; end the earlier one before the later begins`;
        report(file, filed, "from", advice);
      });
    }
  };
  overlapping("policies.csv", rows["policies.csv"]);
  overlapping("names.csv", rows["names.csv"]);
  overlapping("listings.csv", rows["listings.csv"], ({ company, exchange, ticker }) => JSON.stringify([company, exchange, ticker]));
}

const overlap = (a: Span, b: Span): boolean =>
  (a.from === null || b.to === null || a.from <= b.to) && (b.from === null || a.to === null || b.from <= a.to);

/** A decision about a figure that no fact states would silently do nothing; only an `accept` may come before its fact, for the desk. */
function checkDecisions(rows: RecordRows, report: Report): void {
  const stated = new Set(
    FACT_FILES.flatMap((file) => rows[file]).flatMap(({ row }) =>
      row.kind === "fact" ? [[row.fact.company, row.fact.metric, row.fact.period, row.fact.written].join(" ")] : [],
    ),
  );
  for (const filed of rows["decisions.csv"]) {
    const { company, metric, period, written, kind } = filed.row;
    if (kind !== "accept" && !stated.has([company, metric, period, written].join(" "))) {
      report(
        "decisions.csv",
        filed,
        "written",
        `no line of facts.csv gives ${company} ${period} ${metric} as "${written}"; copy the figure as it is written there`,
      );
    }
    if (kind === "basis" && METRICS[metric].kind !== "stock")
      report("decisions.csv", filed, "metric", `${metric} is no holding; a basis is decided for holdings only`);
  }
}
