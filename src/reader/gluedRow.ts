/**
 * Rows whose cells ran together: "Bitcoin Mined11.240.043.6", "Bitcoin Produced215375(43)%", "Revenue$0.3 million$1.1 million". The row's
 * text and the number of its columns in → the values, cut where units, decimals or the stated change leave one way only.
 */
import { cutsOf } from "./numbers";

export interface GluedRow {
  /** Where the label ends. */
  readonly label: number;
  readonly values: readonly string[];
}

const ROW =
  /^([\p{L}][^\d|]{1,80}?[\p{L})*])[12]?(?=[~$]?\d)((?:[~$]?[\d.,]+\s?(?:million|EH\/s|PH\/s|MW)?)+)(\(?[-–+]?\d[\d.]*\s?\)?\s?%.*)?$/u;
const WITH_UNIT = /[~$]?\d[\d.,]*\s?(?:million|EH\/s|PH\/s|MW)|[~$]\d[\d.,]*/g;

export function gluedRow(text: string, columns: number): GluedRow | undefined {
  if (text.length > 160) return undefined;
  const row = ROW.exec(text);
  const [, label = "", figures = "", change] = row ?? [];
  if (row === null) return undefined;
  const end = row[0].indexOf(figures, label.length);
  const units = figures.match(WITH_UNIT);
  if (units !== null && units.length === columns && units.join("") === figures) return { label: end, values: units };
  const ways = cutsOf(figures, columns);
  const evenly = ways.filter((cut) => new Set(cut.map((value) => String(value).split(".")[1]?.length ?? 0)).size === 1);
  const percent = change === undefined ? undefined : Number(/\d[\d.]*/.exec(change)?.[0] ?? Number.NaN);
  const fits = ([now = 0, before = 0]: readonly number[]): boolean =>
    percent !== undefined && before > 0 && Math.abs(Math.abs(100 * (now / before - 1)) - percent) <= 0.55;
  const found =
    percent !== undefined && ways.some(fits) ? ways.filter(fits) : figures.includes(".") ? byDecimals(figures, columns) : evenly;
  const [only] = found;
  return only !== undefined && found.length === 1 ? { label: end, values: only.map(String) } : undefined;
}

/** Figures with the same number of decimals each: "11.240.043.6" is 11.2, 40.0 and 43.6. */
function byDecimals(figures: string, columns: number): number[][] {
  return [1, 2].flatMap((places) => {
    const parts = figures.match(new RegExp(String.raw`\d{1,3}(?:,\d{3})*\.\d{${places}}`, "g"));
    return parts !== null && parts.length === columns && parts.join("") === figures
      ? [parts.map((part) => Number(part.replace(/,/g, "")))]
      : [];
  });
}
