/** Figures on lines of their own, each below its month or above its label: the two lines of each make a row. */
import { columnsIn } from "./columns";
import { speakOfMetrics } from "./columnLabels";
import type { LogicalLine } from "./lines";
import type { NumberStyle } from "../page/numbers";
import { blanked, type Piece } from "../page/page";
import { isMonthName } from "../mentions/time";
import { timesIn } from "../mentions/times";
import { valuesOf } from "./values";

/** Indices of two lines. */
type Pair = readonly [number, number];
type Test = (text: string) => boolean;

const LONGEST_VALUE = 24;
const LONGEST_LABEL = 60;

/** The lines with the two of each pair as one line of two cells, label first. */
export function withPairs(lines: readonly LogicalLine[], style: NumberStyle): LogicalLine[] {
  const isValue: Test = (text) => text.length <= LONGEST_VALUE && /^[^(]*\d/.test(text) && valuesOf(text, style)?.length === 1;
  const out: LogicalLine[] = [];
  let past = 0;
  for (const [at, line] of lines.entries()) {
    if (at < past) continue;
    out.push(line);
    const next = lines[at + 1]?.text === "" ? lines[at + 2] : lines[at + 1];
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

/** Runs of two lines that pass two tests, with at most one empty line before each. */
function pairsFrom(lines: readonly LogicalLine[], from: number, isFirst: Test, isSecond: Test): Pair[] {
  const next = (at: number, test: Test): number | undefined => {
    const found = lines[at]?.text === "" ? at + 1 : at;
    const { text = "", cells, bullet } = lines[found] ?? {};
    return cells === undefined && bullet === false && test(text) ? found : undefined;
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
  const [above, below] = [lines[first - 1]?.text === "" ? first - 2 : first - 1, lines[last + 1]?.text === "" ? last + 2 : last + 1];
  if (!speakOfMetrics(pairs.flatMap(([, label]) => lines[label] ?? [])) || isValue(lines[below]?.text ?? "")) return false;
  const apart = above === first - 2 && pairs.every(([value, label], i) => label === value + 1 && value !== (pairs[i - 1]?.[1] ?? -1) + 1);
  const before = lines[above];
  return apart || before === undefined || !isLabel(before.text) || !speakOfMetrics([before]);
}

function rowOf(label: Piece, value: Piece): LogicalLine {
  const [first, last] = label.start < value.start ? [label, value] : [value, label];
  const cells = [label, value].map(({ text, start, end }, column) => ({ text, start, end, column, width: 1 }));
  return { text: `${first.text} ${last.text}`, start: first.start, end: last.end, bullet: false, cells };
}
