/**
 * The head of a table whose columns count bitcoin and money ("Quantity | Cost basis | Fair value"), as filings roll holdings forward: rows are
 * balances and flows, and only the column of coins has figures for us. Cells of a line → its columns.
 */
import type { RowCell } from "./cells";
import type { Column } from "./cellText";
import { COINS_HEAD, MONEY_HEAD } from "./languages/heads";

const LONGEST = 60;
/** What points to a note behind a head. */
const MARK = /\s*(?:\(\d\)|[¹²³*])$/;

/** Undefined for any other line. `times` are those of the line above; each stands over as many columns as the others. */
export function unitHead(cells: readonly RowCell[], times: readonly Column[]): Column[] | undefined {
  if (
    cells.length < 2 ||
    cells.some(({ bar, text, head, values }) => !bar || text.length > LONGEST || head !== undefined || values !== undefined)
  )
    return undefined;
  const kinds = cells.map(({ text }) => (COINS_HEAD.test(text.replace(MARK, "")) ? "coins" : MONEY_HEAD.test(text) ? "other" : undefined));
  // The first may stand over the labels.
  const from = kinds[0] === undefined ? 1 : 0;
  const own = kinds.slice(from);
  if (own.includes(undefined) || !own.includes("coins") || !own.includes("other")) return undefined;
  const each = own.length / Math.max(1, times.length);
  return cells.slice(from).map(({ text, column, width, grid }, i) => {
    const time = times[Math.floor(i / each)]?.time;
    return { kind: own[i] ?? "other", text, column, width, grid, ...(time !== undefined && { time }) };
  });
}
