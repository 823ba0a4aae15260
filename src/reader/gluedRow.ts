/**
 * Rows whose cells ran together: "Bitcoin Mined11.240.043.6", "Bitcoin Produced215375(43)%", "Bitcoin Held17,3277,3096,7660%8%". The row's
 * text and the number of its columns in → the values, cut where units, decimals or the stated changes leave one way only.
 */
import { cutsOf } from "./numbers";

export interface GluedRow {
  /** Where the label ends. */
  readonly label: number;
  readonly values: readonly string[];
  /** Cut into numbers of as many digits, which is likely but not the only way. */
  readonly likely?: boolean;
}

const LABEL = /^[\p{L}][^\d|]{1,80}?[\p{L})*](?=[~$]?\d)/u;
const WITH_UNIT = /[~$]?\d[\d.,]*\s?(?:million|EH\/s|PH\/s|MW)|[~$]\d[\d.,]*/g;
const ONE_VALUE = /^[~$]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:\s?(?:million|EH\/s|PH\/s|MW|BTC))?$/;
/** The first change in per cent may be stuck to the last value: "3559%" is 355 and 9%, or 35 and 59%. */
const FIRST_CHANGE = /^(?:\s*\(?[-–+]?\d[\d.]*\s?\)?\s?|\d{1,3}(?:\.\d)?)$/;
const LONGEST_CHANGE = 8;

export function gluedRow(text: string, columns: number): GluedRow | undefined {
  const label = text.length > 160 ? undefined : LABEL.exec(text)?.[0].length;
  if (label === undefined) return undefined;
  const rest = text.slice(label);
  // Some of them may have kept a space between: "10.3 69.271.7".
  const damaged = /\d [~$\d]/.test(rest) && !rest.split(" ").every((piece) => ONE_VALUE.test(piece));
  return cutAt(label, rest, columns) ?? (damaged ? cutAt(label, rest.replaceAll(SPACED, ""), columns) : undefined);
}

const SPACED = /(?<=\d) (?=[~$\d])/g;

function cutAt(label: number, rest: string, columns: number): GluedRow | undefined {
  if (columns === 1) return ONE_VALUE.test(rest) ? { label, values: [rest] } : undefined;
  const found = new Map<string, readonly string[]>();
  let loose: readonly (readonly string[])[] = [];
  for (const [figures, changes] of partings(rest)) {
    const ways = waysOf(figures, columns);
    for (const way of changes.length === 0 ? [] : ways) if (fits(way, changes)) found.set(way.join("|"), way);
    loose = plainWays(figures, columns);
  }
  const [only, ...more] = found.size > 0 ? [...found.values()] : loose;
  if (only !== undefined && more.length === 0) return { label, values: only };
  const [even, ...others] = loose.filter(isEven);
  return found.size === 0 && even !== undefined && others.length === 0 ? { label, values: even, likely: true } : undefined;
}

/** Figures and changes in per cent, in every way that they may part. */
function partings(rest: string): [string, number[]][] {
  const first = rest.indexOf("%");
  if (first < 0) return [[rest, []]];
  const later = [...rest.slice(first + 1).matchAll(/(\d[\d.]*)\s?\)?\s?%/g)].map(([, percent]) => Number(percent));
  const clean = /[\s(–+-]+\d[\d.]*\s?\)?\s?$/.exec(rest.slice(0, first))?.index;
  const starts = clean === undefined ? Array.from({ length: LONGEST_CHANGE }, (_, i) => first - 1 - i) : [clean];
  return starts.flatMap((start): [string, number[]][] => {
    const change = rest.slice(start, first);
    return start > 0 && FIRST_CHANGE.test(change) ? [[rest.slice(0, start).trim(), [Number(/\d[\d.]*/.exec(change)?.[0]), ...later]]] : [];
  });
}

/** Every way to cut figures, the first with or without a note's digit before it. */
function waysOf(figures: string, columns: number): string[][] {
  const units = unitsOf(figures, columns);
  if (units === undefined) return [figures, figures.slice(1)].flatMap((one) => cutsOf(one, columns).map((way) => way.map(String)));
  return units.reduce<string[][]>(
    (ways, unit) =>
      ways.flatMap((way) =>
        /^\d{2}/.test(unit)
          ? [
              [...way, unit],
              [...way, unit.slice(1)],
            ]
          : [[...way, unit]],
      ),
    [[]],
  );
}

const numberOf = (value: string | undefined): number => Number((value ?? "").replace(/[^\d.]/g, ""));

/** How far a value with decimals may be from the exact one. */
const roundingOf = (value: string | undefined): number => {
  const decimals = /\.(\d+)/.exec(value ?? "")?.[1]?.length;
  return decimals === undefined ? 0 : 0.5 * 10 ** -decimals;
};

/** The first value differs from each of the others by the changes. */
const fits = (values: readonly string[], changes: readonly number[]): boolean =>
  changes.slice(0, values.length - 1).every((percent, i) => {
    const [now, before] = [numberOf(values[0]), numberOf(values[i + 1])];
    const rounded = 100 * (now / before) * (roundingOf(values[0]) / now + roundingOf(values[i + 1]) / before);
    return before > 0 && Math.abs(Math.abs(100 * (now / before - 1)) - percent) <= 0.55 + rounded;
  });

/** The ways that need no change to confirm them: by their units, by the same number of decimals each. */
function plainWays(figures: string, columns: number): string[][] {
  const units = unitsOf(figures, columns);
  if (units !== undefined) return [units];
  if (figures.includes(".")) return byDecimals(figures, columns);
  return cutsOf(figures, columns).map((way) => way.map(String));
}

/** "358353310" is 358, 353 and 310: months of one company that have as many digits and do not double. */
function isEven(way: readonly string[]): boolean {
  const [least, most] = [Math.min(...way.map(Number)), Math.max(...way.map(Number))];
  return String(least).length === String(most).length && least >= LEAST_EVEN && most < 2 * least;
}

const LEAST_EVEN = 100;

function unitsOf(figures: string, columns: number): string[] | undefined {
  const units = figures.match(WITH_UNIT);
  return units?.length === columns && units.join("") === figures ? [...units] : undefined;
}

/** "11.240.043.6" is 11.2, 40.0 and 43.6. */
function byDecimals(figures: string, columns: number): string[][] {
  return [1, 2].flatMap((places) => {
    const parts = figures.match(new RegExp(String.raw`\d{1,3}(?:,\d{3})*\.\d{${places}}`, "g"));
    return parts?.length === columns && parts.join("") === figures ? [parts.map((part) => part.replace(/,/g, ""))] : [];
  });
}
