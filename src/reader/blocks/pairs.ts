/**
 * Figures on lines of their own, each below its month or above its label, or all but the first of a row below it: the lines of each make a
 * row.
 */
import { columnsIn } from "./columns";
import { speakOfMetrics } from "./columnLabels";
import type { LogicalLine } from "./lines";
import type { NumberStyle } from "../page/numbers";
import { blanked, pieceOf, type Piece } from "../page/page";
import { isMonthName } from "../mentions/time";
import { timesIn } from "../mentions/times";
import { labelledValues, valuesOf } from "./values";

/** Indices of two lines. */
type Pair = readonly [number, number];
type Test = (text: string) => boolean;

const LONGEST_VALUE = 24;
const LONGEST_LABEL = 60;

const LEAST_ROWS = 3;
const LONGEST_ROW = 80;

/** The line below another one, or below an empty line there. */
const below = (lines: readonly LogicalLine[], at: number): LogicalLine | undefined =>
  lines[at + 1]?.text === "" ? lines[at + 2] : lines[at + 1];

/** The lines with those of each row in one: "Sold (9.0)" over "(12.5)", several times below each other. */
export function withRest(lines: readonly LogicalLine[], text: string, style: NumberStyle): LogicalLine[] {
  const isRest: Test = (one) => one.length <= LONGEST_VALUE && valuesOf(one, style) !== undefined;
  const isBegun: Test = (one) => one.length <= LONGEST_ROW && labelledValues(one, style)?.values.length === 1;
  const out: LogicalLine[] = [];
  for (let at = 0; at < lines.length;) {
    // Tested first: few lines stand above values.
    const rows = isRest(below(lines, at)?.text ?? "") ? pairsFrom(lines, at, isBegun, isRest, true) : [];
    const found = rows.length < LEAST_ROWS ? [] : rows;
    for (const [first, last] of found) {
      const [begun, end] = [lines[first], lines[last]?.end];
      if (begun !== undefined && end !== undefined) out.push({ ...begun, ...pieceOf(text, begun.start, end) });
    }
    const past = found.at(-1)?.[1];
    if (past === undefined) out.push(...lines.slice(at, at + 1));
    at = (past ?? at) + 1;
  }
  return out;
}

/** The lines with the two of each pair as one line of two cells, label first. */
export function withPairs(lines: readonly LogicalLine[], style: NumberStyle): LogicalLine[] {
  const isValue: Test = (text) => text.length <= LONGEST_VALUE && /^[^(]*\d/.test(text) && valuesOf(text, style)?.length === 1;
  const out: LogicalLine[] = [];
  let past = 0;
  for (const [at, line] of lines.entries()) {
    if (at < past) continue;
    out.push(line);
    const next = below(lines, at);
    // Tested first: few lines stand above a value.
    const inOrder = isValue(next?.text ?? "") && isMonth(line.text);
    const pairs = inOrder ? pairsFrom(lines, at, isMonth, isValue) : isValue(line.text) ? pairsFrom(lines, at, isValue, isLabel) : [];
    const last = pairs.at(-1)?.[1];
    if (last === undefined || pairs.length < 2) continue;
    past = last + 1;
    const rows = pairs.flatMap(([first, second]) => {
      const [label, value] = inOrder ? [lines[first], lines[second]] : [lines[second], lines[first]];
      return label === undefined || value === undefined ? [] : [rowOf(label, value)];
    });
    out.pop();
    for (const row of inOrder || areCards(lines, pairs, isValue) ? rows : lines.slice(at, past)) out.push(row);
  }
  return out;
}

/** The name of a month, with its year or without. */
const isMonth: Test = (text) => {
  const [only, ...more] = text.length > LONGEST_VALUE ? [] : (columnsIn(text) ?? []);
  return only?.time !== undefined && more.length === 0 && isMonthName(only.time);
};

/** A few words, in which only a time has digits. */
const isLabel: Test = (text) =>
  text.length <= LONGEST_LABEL &&
  /^\p{L}.*[^.:;!?]$/u.test(text) &&
  columnsIn(text) === undefined &&
  !/\d/.test(blanked(text, timesIn(text)));

/** Runs of two lines that pass two tests, with at most one empty line before each; `items`: of a list too. */
function pairsFrom(lines: readonly LogicalLine[], from: number, isFirst: Test, isSecond: Test, items = false): Pair[] {
  const next = (at: number, test: Test): number | undefined => {
    const found = lines[at]?.text === "" ? at + 1 : at;
    const { text = "", cells, bullet } = lines[found] ?? {};
    return cells === undefined && (bullet === false || items) && test(text) ? found : undefined;
  };
  const pairs: Pair[] = [];
  for (let at = from; ;) {
    const first = next(at, isFirst);
    const second = first === undefined ? undefined : next(first + 1, isSecond);
    if (first === undefined || second === undefined) return pairs;
    pairs.push([first, second]);
    at = second + 1;
  }
}

/** Whether values stand above their labels, not below: empty lines tell it, or that the words before the first value name no metric. */
function areCards(lines: readonly LogicalLine[], pairs: readonly Pair[], isValue: Test): boolean {
  const [[first] = [0], [, last] = [0, 0]] = [pairs[0], pairs.at(-1)];
  const above = lines[first - 1]?.text === "" ? first - 2 : first - 1;
  if (!speakOfMetrics(pairs.flatMap(([, label]) => lines[label] ?? [])) || isValue(below(lines, last)?.text ?? "")) return false;
  const apart = above === first - 2 && pairs.every(([value, label], i) => label === value + 1 && value !== (pairs[i - 1]?.[1] ?? -1) + 1);
  const before = lines[above];
  return apart || before === undefined || !isLabel(before.text) || !speakOfMetrics([before]);
}

function rowOf(label: Piece, value: Piece): LogicalLine {
  const [first, last] = label.start < value.start ? [label, value] : [value, label];
  const cells = [label, value].map(({ text, start, end }, column) => ({ text, start, end, column, width: 1 }));
  return { text: `${first.text} ${last.text}`, start: first.start, end: last.end, bullet: false, cells };
}
