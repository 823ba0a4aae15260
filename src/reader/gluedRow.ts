/**
 * Rows whose cells ran together: "Bitcoin Mined11.240.043.6". The row's text and the number of its columns in → the values. Every way to cut
 * it is tried; the only one is taken, or the only one that leaves values of one kind.
 */

export interface GluedRow {
  /** Where the label ends. */
  readonly label: number;
  readonly values: readonly string[];
}

const LABEL = /^[\p{L}][^\d|]{1,80}?[\p{L})*](?=[~$]?\d)/u;
const VALUE = /^[~$]?(?:[1-9]\d{0,2}(?:,\d{3})+|0|[1-9]\d{0,6})(?:\.\d{1,2})?(?:\s?(?:million|EH\/s|PH\/s|MW|BTC))?$/;
/** Changes in per cent behind the figures. */
const CHANGES = /[\s(–+-]+\d[\d.]*\s?\)?\s?%.*$/;

export function gluedRow(text: string, columns: number): GluedRow | undefined {
  const label = text.length > 160 || columns > 4 ? undefined : LABEL.exec(text)?.[0].length;
  if (label === undefined) return undefined;
  const ways = waysOf(text.slice(label).replace(CHANGES, "").trim(), columns);
  const [values, ...more] = ways.length > 1 ? ways.filter(areAlike) : ways;
  return values === undefined || more.length > 0 ? undefined : { label, values };
}

const MOST_WAYS = 200;

/** Every way to cut a text into so many values, thousands without their signs. */
function waysOf(text: string, count: number): string[][] {
  const found: string[][] = [];
  const cut = (from: number, taken: readonly string[]): void => {
    for (let end = taken.length === count - 1 ? text.length : from + 1; end <= text.length && found.length < MOST_WAYS; end++) {
      const value = text.slice(from, end).trimStart();
      if (!VALUE.test(value)) continue;
      const values = [...taken, value.replace(/,/g, "")];
      if (values.length === count) found.push(values);
      else cut(end, values);
    }
  };
  cut(0, []);
  return found;
}

/** Values of one row have the same unit, and as many decimals. */
const areAlike = (values: readonly string[]): boolean =>
  new Set(values.map((value) => `${value.replace(/[\d.]+/, "")}${/\.(\d+)/.exec(value)?.[1]?.length ?? 0}`)).size === 1;
