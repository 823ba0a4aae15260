/**
 * Printed numbers as exact decimals: 19,211.5 or 19.211,5, with spaces or apostrophes between thousands. A token that fits no style is
 * not a number; it is never cut into one that fits.
 */
import { ANY } from "../languages/languages";
import { matchesIn, type Span } from "./page";

/** The decimal separator. */
export type NumberStyle = "point" | "comma";

export interface Numeral extends Span {
  /** Plain decimal: "19211.5". */
  readonly plain: string;
  readonly value: number;
  readonly decimals: number;
}

/** The decimal separator of a document, by majority among its unambiguous numbers. */
export function numberStyle(text: string): NumberStyle {
  const part = text.slice(0, 100_000);
  const count = (pattern: RegExp): number => part.match(pattern)?.length ?? 0;
  const point = count(/(?=\d)(?<![\d.,])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!,?\d)/g) + count(/(?=\d)(?<![\d.,])\d+\.\d{1,2}(?![\d.,]*\d)/g);
  const comma = count(/(?=\d)(?<![\d.,])\d{1,3}(?:\.\d{3})+(?:,\d+)?(?!\.?\d)/g) + count(/(?=\d)(?<![\d.,])\d+,\d{1,2}(?![\d.,]*\d)/g);
  // English words decide a tie: "1.003" alone could be either.
  return comma > point && (comma - point > 1 || count(ENGLISH) < 5) ? "comma" : "point";
}

const ENGLISH = new RegExp(`\\b${ANY.common}\\b`, "gi");

const TOKEN = /(?=[.\d])(?<![\p{Lu}\p{Ll}\d_])(?:\d[\d.,'’\u00a0\u202f\u2009]*\d|\.?\d+)(?![\d])/gu;

/** Every number of a text in the document's style. */
export function numeralsIn(text: string, style: NumberStyle): Numeral[] {
  const found: Numeral[] = [];
  for (const { 0: token, index } of matchesIn(text, TOKEN)) addNumerals(token, index, style, found);
  return found;
}

/** Numbers with or without decimals and thousands separators, and those separators. */
const SHAPES = {
  point: { number: /^(?:\d*\.\d+|\d+|\d{1,3}(?:[,'’\u00a0\u202f\u2009]\d{3})+(?:\.\d+)?)$/, groups: /[,'’\u00a0\u202f\u2009]/g },
  comma: { number: /^(?:\d+(?:,\d+)?|\d{1,3}(?:[.'’\u00a0\u202f\u2009]\d{3})+(?:,\d+)?)$/, groups: /[.'’\u00a0\u202f\u2009]/g },
} as const; // oxfmt-ignore

function addNumerals(token: string, start: number, style: NumberStyle, found: Numeral[]): void {
  const { number, groups } = SHAPES[style];
  const end = start + token.length;
  // Most have no separators, and this is the fastest way to read them.
  if (/^\d+$/.test(token)) found.push({ start, end, plain: token, value: Number(token), decimals: 0 });
  else if (number.test(token)) {
    const plain = token.replace(groups, "").replace(",", ".").replace(/^\./, "0.");
    const point = plain.indexOf(".");
    found.push({ start, end, plain, value: Number(plain), decimals: point < 0 ? 0 : plain.length - point - 1 });
  } else {
    // Two numbers with a space between them that separates no thousands: "57 1.184".
    const parts = matchesIn(token, /[^\u00a0\u202f\u2009]+/g);
    if (parts.length > 1) for (const { 0: part, index } of parts) addNumerals(part, start + index, style, found);
  }
}

/** A plain decimal times a power of ten, exactly: ("1.25", 6) → "1250000". */
export function timesTen(plain: string, by: number): string {
  if (by === 0 && !plain.startsWith("0")) return plain;
  const [whole = "0", fraction = ""] = plain.split(".");
  if (by >= 0) {
    const digits = (whole + fraction.slice(0, by).padEnd(by, "0")).replace(/^0+(?=\d)/, "");
    const rest = fraction.slice(by);
    return rest === "" ? digits : `${digits}.${rest}`;
  }
  const padded = whole.padStart(1 - by, "0");
  return `${padded.slice(0, by)}.${padded.slice(by)}${fraction}`;
}
