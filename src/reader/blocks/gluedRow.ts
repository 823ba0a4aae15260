/**
 * Rows whose cells ran together ("Bitcoin Mined11.240.043.6", "Bitcoin Produced215375(43)%"): of all ways to cut them, the one consistent
 * with the stated changes, or with values of one kind.
 */

export interface GluedRow {
  /** Where the label ends. */
  readonly label: number;
  readonly values: readonly string[];
  /** Cut into numbers with equally many digits: likely, but not the only way. */
  readonly likely?: boolean | undefined;
}

const LABEL = /^[\p{L}][^\d|]{1,80}?[\p{L})*](?=[~$]?\d)/u;
const VALUE = /^[~$]?(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d{0,6})(?:\.\d{1,2})?(?:\s?(?:million|EH\/s|PH\/s|MW|BTC))?$/;
/** The first change in per cent may be joined to the last value: "3559%" is 355 and 9%, or 35 and 59%. */
const FIRST_CHANGE = /^(?:\s*\(?[-–+]?\d[\d.]*\s?\)?\s?|\d{1,3}(?:\.\d)?)$/;
const LONGEST_CHANGE = 8;

/** Where the label ends and the values, one per column; undefined unless exactly one cut fits. */
export function gluedRow(text: string, columns: number): GluedRow | undefined {
  const label = text.length > 160 || columns > 4 ? undefined : LABEL.exec(text)?.[0].length;
  if (label === undefined) return undefined;
  const parts = partings(text.slice(label));
  const fitting = parts.flatMap(([figures, changes]) =>
    changes.length === 0
      ? []
      : waysOf(figures, columns)
          .flatMap(withoutNotes)
          .filter((way) => fits(way, changes)),
  );
  const plain = waysOf(parts.at(-1)?.[0] ?? "", columns);
  const of = (ways: readonly (readonly string[])[], likely?: true): GluedRow | undefined => {
    const [only, ...more] = new Map(ways.map((way) => [way.join("|"), way])).values();
    return only === undefined || more.length > 0 ? undefined : { label, values: only, ...(likely && { likely }) };
  };
  if (fitting.length > 0) return of(fitting);
  return of(plain) ?? of(plain.filter(areAlike)) ?? of(plain.filter(isEven), true);
}

/** All ways to split a text into figures and changes in per cent. */
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

const MOST_WAYS = 200;

/** All ways to cut a text into `count` values, without thousands separators. */
function waysOf(text: string, count: number): string[][] {
  const found: string[][] = [];
  const cut = (from: number, taken: readonly string[]): void => {
    for (let end = taken.length === count - 1 ? text.length : from + 1; end <= text.length && found.length < MOST_WAYS; end++) {
      const value = text.slice(from, end).trim();
      if (!VALUE.test(value)) continue;
      const values = [...taken, value.replace(/,/g, "")];
      if (values.length === count) found.push(values);
      else cut(end, values);
    }
  };
  cut(0, []);
  return found;
}

/** With and without a note's digit before the first value, and before later ones that follow a unit. */
const withoutNotes = (values: readonly string[]): string[][] =>
  values.reduce<string[][]>(
    (ways, value, i) => {
      const read = i === 0 || /[a-z]$/i.test(values[i - 1] ?? "") ? [value, value.replace(/^\d(?=\d)/, "")] : [value];
      return ways.flatMap((way) => read.map((one) => [...way, one]));
    },
    [[]],
  );

const numberOf = (value: string | undefined): number => Number((value ?? "").replace(/[^\d.]/g, ""));
const decimalsOf = (value: string | undefined): number => /\.(\d+)/.exec(value ?? "")?.[1]?.length ?? 0;
/** Rounding error: how far a value with decimals may be from the exact one. */
const roundingOf = (value: string | undefined): number => (decimalsOf(value) === 0 ? 0 : 0.5 * 10 ** -decimalsOf(value));

/** The first value differs from each of the others by the changes. */
const fits = (values: readonly string[], changes: readonly number[]): boolean =>
  changes.slice(0, values.length - 1).every((percent, i) => {
    const [now, before] = [numberOf(values[0]), numberOf(values[i + 1])];
    const rounded = 100 * (now / before) * (roundingOf(values[0]) / now + roundingOf(values[i + 1]) / before);
    return before > 0 && Math.abs(Math.abs(100 * (now / before - 1)) - percent) <= 0.55 + rounded;
  });

/** Values of one row have the same unit and equally many decimals. */
const areAlike = (values: readonly string[]): boolean =>
  new Set(values.map((value) => `${value.replace(/[\d.]+/, "")}${decimalsOf(value)}`)).size === 1;

/** "358353310" is 358, 353 and 310: months of one company with equally many digits that do not double. */
function isEven(values: readonly string[]): boolean {
  const [least, most] = [Math.min(...values.map(numberOf)), Math.max(...values.map(numberOf))];
  return String(least).length === String(most).length && least >= LEAST_EVEN && most < 2 * least;
}

const LEAST_EVEN = 100;
