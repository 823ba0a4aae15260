/**
 * Asks about a figure with one decimal more than the others of its row: the last may be a footnote's digit ("43.61" beside "40.0").
 * In: the readings of one table. Out: the same readings, some with a question.
 * Rule guarded: a digit that may belong to a footnote is never taken for certain.
 */
import type { Reading } from "./reading";

/** More figures than any row has: rows with the same label throughout a page, which tell nothing. */
const MOST_COLUMNS = 40;

/** `numbered`: the document marks its notes with digits, so that one other figure is enough to ask. */
export function decimalsAsked(readings: readonly Reading[], numbered: boolean): Reading[] {
  const rows = new Map<string, Reading[]>();
  for (const reading of readings) {
    const row = rows.get(rowOf(reading));
    if (row === undefined) rows.set(rowOf(reading), [reading]);
    else row.push(reading);
  }
  return readings.map((reading) => {
    const whole = rows.get(rowOf(reading)) ?? [];
    if (whole.length > MOST_COLUMNS) return reading;
    const row = whole.filter((other) => other !== reading && other.amount !== 0);
    const usual = new Set(row.map(decimals));
    const [only] = usual;
    if (row.length < (numbered ? 1 : 2) || usual.size !== 1 || only === undefined || only === 0 || decimals(reading) !== only + 1)
      return reading;
    return {
      ...reading,
      questions: [...reading.questions, `"${reading.written}" has one decimal more than its row; the last may be a footnote's digit`],
    };
  });
}

const rowOf = (reading: Reading): string => `${reading.metric}|${reading.notes[0]?.split(", column")[0] ?? ""}`;
const decimals = (reading: Reading): number => /\d\.(\d+)/.exec(reading.written)?.[1]?.length ?? 0;
