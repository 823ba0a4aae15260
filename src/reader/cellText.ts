/** What a cell is by its form: values or a header if it holds only these and the usual words beside them, a mark of change, or words. */
import type { NumberStyle } from "./numbers";
import type { Cell, Piece } from "./page";
import type { Time } from "./time";
import { CHANGE, HEAD_NOISE, HEAD_WORDS, VALUE_UNIT } from "./languages/heads";
import { MONTH_NAMES, timesIn } from "./times";

/** A table column by its header: a time, a change, coins next to money, or other. Position: set only if its cell heads one column. */
export interface Column extends Partial<Pick<Cell, "column" | "width">> {
  readonly kind: "time" | "change" | "coins" | "other";
  readonly time?: Time | undefined;
  readonly text: string;
  readonly grid?: number;
}

const valuePattern = (number: string, group: string): RegExp =>
  new RegExp(
    String.raw`\s*(?:(?:appx\.?|approx(?:imately|\.)?|about|circa|ca\.|~|≈)\s*)?(?<v>\(?\s?(?:[-–+](?:\s(?!\())?)?(?:(?:US\$|USD|C\$|\$|£|€|₿)\s?)?\(?[-–]?${number}(?:\s?${VALUE_UNIT}(?![a-z]))?(?:\/s|\/day)?\s?%?\s?\)?\s?%?|(?:[-–—]+|nil|n\/?a|n\/d|n\.[ad]\.|none)(?=\s|$))(?:(?<=[a-zA-Z%)])\d(?:,\d)?(?=\s|$)|(?<=${group}\d\d\d)\d(?=\s|$)|[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡^]+|\s?\([\da-z]\)(?=\s|$))?`,
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

/** The value at a position of a text, and where the next may begin. */
export function valueAt(text: string, at: number, style: NumberStyle): { value: Piece; next: number } | undefined {
  const pattern = VALUE[style];
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const written = match?.groups?.["v"];
  if (match === null || written === undefined || match[0] === "") return undefined;
  const start = at + match[0].indexOf(written);
  let next = at + match[0].length;
  while (/[\s,;]/.test(text.charAt(next))) next++;
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

/** "Month/Month", "12 months/12 months": a change, not two times. */
const OVER_SAME = /^(\d{0,2} ?\p{L}+)\/\1$/iu;
/** "MetricMay 20241April 2024": words and times that lost their separators. */
const STUCK =
  /(?<=[a-z\d])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*(?:\.? 20|[-–]|['’])[12]\d)|(?<=20[12]\d)\d?(?=[A-Z])/g;

const IN_HEADS = new Set([...MONTH_NAMES, ...HEAD_WORDS]);
/** In scripts without spaces no time is this long. */
const LONGER_WORD = /\p{Lu}?\p{Ll}{3,}|\p{Lu}{4,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{9,}/gu;

/** True if none of its words excludes it as a header. */
export function mayBeHead(text: string): boolean {
  if (text.length > 160) return false;
  // Called for every cell: matchAll takes several times as long for a short text.
  LONGER_WORD.lastIndex = 0;
  for (let found = LONGER_WORD.exec(text); found !== null; found = LONGER_WORD.exec(text))
    if (!IN_HEADS.has(found[0].toLowerCase())) return false;
  return true;
}

/** Every time is written with letters or a year. */
const MAY_NAME_TIME = /[A-Za-z\u00c0-\uffff]|20[12]\d/;

/** The columns of a header that holds only times (and a change); undefined for anything else. */
export function headOf(text: string): Column[] | undefined {
  if (!MAY_NAME_TIME.test(text) || !mayBeHead(text) || OVER_SAME.test(text)) return undefined;
  const loose = text.replace(STUCK, " ").replace(/(?<=\p{Ll})\d(?=\s|$)/gu, " ");
  const times = timesIn(loose).filter(({ kind }) => kind !== "thisMonth");
  if (times.length === 0) return undefined;
  let rest = loose;
  for (const time of [...times].reverse()) rest = `${rest.slice(0, time.start)} ¤ ${rest.slice(time.end)}`;
  const lastTime = rest.lastIndexOf("¤");
  const changed = [...rest.matchAll(CHANGE)].some((match) => match.index > lastTime);
  if (rest.replace(CHANGE, " ").replace(HEAD_NOISE, " ").replace(/¤/g, " ").trim() !== "") return undefined;
  const columns: Column[] = times.map((time) => ({ kind: "time", time, text: time.text }));
  return changed ? [...columns, { kind: "change", text: "" }] : columns;
}

/** "Change", "% m/m": the header of a column of changes. */
export function isChange(text: string): boolean {
  if (text.length >= 40) return false;
  if (OVER_SAME.test(text)) return true;
  const without = text.replace(CHANGE, " ");
  return without !== text && without.replace(HEAD_NOISE, " ").trim() === "";
}

export interface LabelledValues {
  readonly label: string;
  readonly labelStart: number;
  readonly values: readonly Piece[];
}

/** Where a value may begin after a label. */
export const VALUE_START = /(?<=[\s:])(?=[(~≈$€£+–\-\d.]|US\$|C\$|n\/[ad]|nil\b|appx|approx)/gi;

/** "Bitcoin sold 100 125": a label and its values on one line. */
export function labelledValues(text: string, style: NumberStyle): LabelledValues | undefined {
  if (text.length > 170 || !/\p{L}{2}/u.test(text)) return undefined;
  for (const match of text.matchAll(VALUE_START)) {
    const label = text.slice(0, match.index).replace(/[\s:]+$/, "");
    if (!/\p{L}{2}/u.test(label) || /\([^)]*$/.test(label)) continue;
    const values = valuesOf(text, style, match.index);
    const inTime = values !== undefined && timesIn(text).some(({ start, end }) => start < match.index && match.index < end);
    if (values !== undefined && !inTime) return { label: label.trim(), labelStart: label.length - label.trimStart().length, values };
  }
  return undefined;
}
