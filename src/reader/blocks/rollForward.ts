/** Roll-forwards: what came and went between two dated balances is of the time between them, whatever the table's head says. */
import { BALANCE } from "../languages/heads";
import { timesIn } from "../mentions/times";
import type { Time } from "../mentions/time";
import type { Block, GatheredRow, RowBlock } from "./block";
import { placedValues, type RowCell } from "./cells";
import type { Column } from "./columns";
import { isTimedRow } from "./header";

/** Maximum rows from one balance to the next. */
const MOST_ROWS = 30;

/** "At March 31, 2025 | 2,201 | 181,710" under coins and dollars: a balance whose label is its day alone; undefined for any other line. */
export function datedBalance(cells: readonly RowCell[], columns: readonly Column[] | undefined): GatheredRow | undefined {
  const [day, ...counts] = cells;
  if (day === undefined || !isTimedRow(cells) || columns?.some(({ kind }) => kind === "coins") !== true) return undefined;
  const values = counts.flatMap((cell) => placedValues(cell) ?? []);
  return { label: `Balance ${day.text}`, start: day.start, section: "", values, columns };
}

/** The blocks, where each balance has its day over its columns, and each row between two of them the time between. */
export function withRollForwards(blocks: readonly Block[]): Block[] {
  const dated = [...blocks];
  let last: { readonly at: number; readonly day: Time } | undefined;
  for (const [at, block] of blocks.entries()) {
    const day = block.type === "row" ? balanceDay(block) : undefined;
    if (block.type !== "row") last = undefined;
    if (day === undefined || block.type !== "row") continue;
    dated[at] = under(block, day);
    const months = last === undefined ? 0 : monthsEnded(day) - monthsEnded(last.day);
    if (last !== undefined && months > 0 && at - last.at <= MOST_ROWS) {
      const [time] = timesIn(`${months} months ended ${day.text}`);
      for (let i = last.at + 1; i < at; i++) {
        const between = blocks[i] as RowBlock;
        // "Number of bitcoin held at June 30, 2024", between June and December, has a time of its own.
        if (!timesIn(between.label).some(({ year }) => year !== undefined)) dated[i] = under(between, time);
      }
    }
    last = { at, day };
  }
  return dated;
}

/** The day of a balance; undefined for any other row. */
function balanceDay({ label }: RowBlock): Time | undefined {
  const [time, ...more] = BALANCE.test(label) ? timesIn(label) : [];
  return time?.kind === "day" && time.year !== undefined && more.length === 0 ? time : undefined;
}

/** Whole months that had ended on a day, since the year 0. */
const monthsEnded = ({ year = 0, month = 1, day = 1 }: Time): number => 12 * year + month - (day >= NEARLY ? 0 : 1);
const NEARLY = 28;

/** A row with a time over its coins, or over its only value. */
function under(row: RowBlock, time: Time | undefined): RowBlock {
  if (time === undefined) return row;
  const columns = row.columns?.some(({ kind }) => kind === "coins") === true ? row.columns : undefined;
  if (columns === undefined && row.values.length > 1) return row;
  return { ...row, columns: columns?.map((column) => ({ ...column, time })) ?? [{ kind: "time", text: time.text, time }] };
}
