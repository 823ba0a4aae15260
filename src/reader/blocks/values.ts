/** The values of a text: a run of numbers with their units and the marks beside them, alone or behind a label. */
import { onceUpTo } from "@/domain/shared/once";
import { VALUE_UNIT } from "../languages/heads";
import type { NumberStyle } from "../page/numbers";
import { hasWord, matchesIn, movedBy, type Piece } from "../page/page";
import { timesIn } from "../mentions/times";

const valuePattern = (number: string, group: string): RegExp =>
  new RegExp(
    String.raw`\s*(?:(?:appx\.?|approx(?:imately|\.)?|about|circa|ca\.|~|≈)\s*)?(\(?\s?(?:[-–+](?:(?<!(?:^|\s)[-–—]\s+.)\s(?!\())?)?(?:(?:US\$|USD|C\$|\$|£|€|₿)\s?)?\(?[-–]?${number}(?:\s?${VALUE_UNIT}(?![a-z]))?(?:\/s|\/day)?\s?%?\s?\)?\s?%?|(?:[-–—]+|nil|n\/?a|n\/d|n\.[ad]\.|none)(?=\s|$))(?:(?<=[a-zA-Z%)])\d(?:,\d)?(?=\s|$)|(?<=${group}\d\d\d)\d(?=\s|$)|[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡^]+|\s?\([\da-z]\)(?=\s|$))?`,
    "iy",
  );
const VALUE: Readonly<Record<NumberStyle, RegExp>> = {
  point: valuePattern(String.raw`(?:\d{1,3}(?:[,\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)`, ","),
  comma: valuePattern(String.raw`(?:\d{1,3}(?:[.\u00a0\u202f\u2009]\d{3})+(?:,\d+)?|\d+(?:,\d+)?)`, String.raw`\.`),
};

/** Two values with only a unit between them. The lengths are bounded because lines in scripts without spaces can be one long run. */
export const NEXT_VALUE = new RegExp(
  String.raw`(?:\d|[-–—]|nil|none|n\/?a)\S{0,12}(?:\s?${VALUE_UNIT}(?![a-z]))?\S{0,6}\s+\S{0,5}(?:\d|[-–—]|nil|none|n\/?a)`,
  "gi",
);

/** Between two values: "182 vs 121", "7,099 / 6,904". */
const BETWEEN = /[\s,;]*(?:(?<=\s)(?:\/|vs\.?|versus)(?=\s)\s*)?/iy;

/** The value at a position of a text, and where the next may begin. */
export function valueAt(text: string, at: number, style: NumberStyle): { value: Piece; next: number } | undefined {
  const pattern = VALUE[style];
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const written = match?.[1];
  if (match === null || written === undefined || match[0] === "") return undefined;
  const start = at + match[0].indexOf(written);
  let next = at + match[0].length;
  BETWEEN.lastIndex = next;
  next += BETWEEN.exec(text)?.[0].length ?? 0;
  return { value: { text: written.trim(), start, end: start + written.trimEnd().length }, next };
}

/** The run of values that begins at a position of a text, and where it ends. */
export function valuesFrom(text: string, from: number, style: NumberStyle): { values: Piece[]; end: number } {
  const values: Piece[] = [];
  let end = from;
  for (let found = valueAt(text, end, style); found !== undefined; found = valueAt(text, end, style)) {
    values.push(found.value);
    end = found.next;
  }
  return { values, end };
}

/** The values of a text that holds nothing else; else undefined. */
export function valuesOf(text: string, style: NumberStyle, from = 0): Piece[] | undefined {
  const { values, end } = valuesFrom(text, from, style);
  return values.length === 0 || end < text.trimEnd().length ? undefined : values;
}

export interface LabelledValues {
  readonly label: string;
  readonly start: number;
  readonly values: readonly Piece[];
}

/** Where a value may begin after a label. */
export const VALUE_START = /(?<=[\s:])(?=[(~≈$€£+–\-\d.]|US\$|C\$|n\/[ad]|nil\b|appx|approx)/gi;

/** Whether a line is a label with values: never a part of running text. */
export function isRow(text: string, style: NumberStyle): boolean {
  const row = labelledValues(text, style);
  return row !== undefined && (row.values.length >= 2 || /:\s*\S+\s?\S*$/.test(text));
}

/** "Bitcoin sold 100 125": a label and its values on one line, which begins at an offset. */
export function labelledValues(text: string, style: NumberStyle, at = 0): LabelledValues | undefined {
  const row = text.length > LONGEST_ROW ? undefined : LABELLED[style](text);
  return row && { label: row.label, start: at + row.start, values: row.values.map((value) => movedBy(at, value)) };
}
const LONGEST_ROW = 170;

/** Each way to join lines asks the same of them. */
const LABELLED: Readonly<Record<NumberStyle, (text: string) => LabelledValues | undefined>> = {
  point: onceUpTo(2_000, (text) => labelledIn(text, "point")),
  comma: onceUpTo(2_000, (text) => labelledIn(text, "comma")),
};

function labelledIn(text: string, style: NumberStyle): LabelledValues | undefined {
  if (!hasWord(text)) return undefined;
  for (const match of matchesIn(text, VALUE_START)) {
    const label = text.slice(0, match.index).replace(/[\s:]+$/, "");
    if (!hasWord(label) || label.lastIndexOf("(") > label.lastIndexOf(")")) continue;
    const values = valuesOf(text, style, match.index);
    const inTime = values !== undefined && timesIn(text).some(({ start, end }) => start < match.index && match.index < end);
    if (values !== undefined && !inTime) return { label: label.trim(), start: label.search(/\S/), values };
  }
  return undefined;
}
