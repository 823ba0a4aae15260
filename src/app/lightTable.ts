/** A table in the place of a chart, about as light as the chart was. */
import type { Table } from "@/cards/tables/table";
import { firstRows, newestFirst, sorted, type TableSorting, withoutSources } from "@/cards/tables/viewed";
import { type TableOptions, tableParts } from "@/site/tableMarkup";

interface Limits {
  /** Approximate maximum bytes of its markup. */
  readonly bytes: number;
  readonly most: number | undefined;
  /** Its figures link to their sources: it never names them. */
  readonly sourcesBehind: boolean;
}

/**
 * As many rows as fit, the newest where not all do: as shown, and as `part` with all their sources. `behind`: the figures leave their
 * sources to the pages that the rows lead to, because not all rows fit with them.
 */
export function lightTable(table: Table, sorting: TableSorting | undefined, options: TableOptions, limits: Limits) {
  const fitting = (one: Table): Table => tableParts(firstRows(one, limits.most), options, limits.bytes)[0] ?? one;
  const isWhole = fitting(withoutSources(table)).rows.length === table.rows.length;
  const order = isWhole || sorting?.table === table.id ? sorting : newestFirst(table);
  const rows = firstRows(sorted(table, order), limits.most);
  const behind = limits.sourcesBehind || fitting(rows).rows.length < rows.rows.length;
  const shown = behind ? fitting(withoutSources(rows)) : rows;
  return { shown, part: firstRows(rows, shown.rows.length), sorting: order, behind };
}
