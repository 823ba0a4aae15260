/**
 * Numbers as releases print them: thousands separated in several ways, footnote digits stuck to the end, amounts in parentheses,
 * dashes and "nil" for nothing.
 * In: the characters of one number or one table cell. Out: a plain decimal ("19211"), never a float, with what is doubtful about it.
 * Rule guarded: what could be read in two ways says so; it is for a person then.
 */

/** Digits with separators, as a pattern for larger ones; whether they make a number is for readNumeral to say. */
export const NUMERAL = String.raw`\d(?:[\d,.'’\u00a0]*\d)?`;

export interface Numeral {
  /** Plain decimal: "19211", "61.53". */
  readonly plain: string;
  /** Digits of a footnote that stood at the end: "3" of "19,2113". */
  readonly footnote: string;
  readonly doubt?: string;
}

/** How the document separates thousands: "19,211.5" (english) or "19.211,5" (continental). */
export type NumeralStyle = "english" | "continental";

const ENGLISH = /^\d{1,3}(?:,\d{3})+(?:\.\d+)?$/;
const ENGLISH_WITH_FOOTNOTE = /^(\d{1,3}(?:,\d{3})+)(\d{1,2}(?:,\d)*|,\d(?:,\d)*)$/;
const PLAIN = /^\d+(?:\.\d+)?$/;
const GROUPED = /^\d{1,3}(?:['’\u00a0]\d{3})+(?:[.,]\d{1,2})?$/;
const CONTINENTAL = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/;
const DECIMAL_COMMA = /^\d+,\d+$/;

/** Which style a document follows: continental only when numbers show it that cannot be English, and none shows the opposite. */
export function styleOf(text: string): NumeralStyle {
  const continental =
    text.match(/(?<![\d.,])\d{1,3}(?:\.\d{3})+,\d{1,2}(?![\d.,])|(?<![\d.,])\d{1,3}(?:\.\d{3}){2,}(?![\d.,])/g)?.length ?? 0;
  const english = text.match(/(?<![\d.,])\d{1,3}(?:,\d{3})+(?![\d])/g)?.length ?? 0;
  return continental > 0 && english === 0 ? "continental" : "english";
}

/** Reads the characters of one number; undefined when they are none ("1.2.3", "12,34,5"). */
export function readNumeral(raw: string, style: NumeralStyle): Numeral | undefined {
  if (style === "continental") return readContinental(raw);
  if (ENGLISH.test(raw)) return { plain: raw.replace(/,/g, ""), footnote: "" };
  const stuck = ENGLISH_WITH_FOOTNOTE.exec(raw);
  if (stuck) return { plain: (stuck[1] ?? "").replace(/,/g, ""), footnote: (stuck[2] ?? "").replace(/^,/, "") };
  if (PLAIN.test(raw)) {
    const doubt = /^[1-9]\d{0,2}\.\d{3}$/.test(raw) ? { doubt: `"${raw}" may be a decimal or a thousand` } : {};
    return { plain: raw.replace(/^0+(?=\d)/, ""), footnote: "", ...doubt };
  }
  if (GROUPED.test(raw)) return { plain: raw.replace(/['’\u00a0]/g, "").replace(",", "."), footnote: "" };
  if (CONTINENTAL.test(raw) || DECIMAL_COMMA.test(raw)) {
    const read = readContinental(raw);
    return read && { ...read, doubt: `"${raw}" may use a comma for decimals` };
  }
  return undefined;
}

function readContinental(raw: string): Numeral | undefined {
  if (CONTINENTAL.test(raw) || DECIMAL_COMMA.test(raw) || /^\d+$/.test(raw)) {
    return {
      plain: raw
        .replace(/\./g, "")
        .replace(",", ".")
        .replace(/^0+(?=\d)/, ""),
      footnote: "",
    };
  }
  if (GROUPED.test(raw)) return { plain: raw.replace(/['’\u00a0]/g, "").replace(",", "."), footnote: "" };
  if (/^\d+\.\d{1,2}$/.test(raw)) return { plain: raw, footnote: "", doubt: `"${raw}" stands among numbers with decimal commas` };
  return undefined;
}

/** `plain` with its point moved `places` to the right (negative: left): ("1164", -3) → "1.164". */
export function movePoint(plain: string, places: number): string {
  const [whole = "0", fraction = ""] = plain.split(".");
  if (places >= 0) {
    const digits = fraction.padEnd(places, "0");
    const rest = digits.slice(places);
    return trimmed(`${whole}${digits.slice(0, places)}${rest === "" ? "" : `.${rest}`}`);
  }
  const digits = whole.padStart(1 - places, "0");
  return trimmed(`${digits.slice(0, places)}.${digits.slice(places)}${fraction}`);
}

const trimmed = (plain: string): string => {
  const short = plain.includes(".") ? plain.replace(/\.?0+$/, "") : plain;
  return short.replace(/^0+(?=\d)/, "");
};

/** A dash that stands for a cell without a figure. */
export const DASH = /^(?:[-–—−‐‑]{1,3}|\(\s*[-–—]\s*\))$/;
/** Words that say zero. */
export const NIL = /^(?:nil|none|zero)\.?$/i;
/** Words that say that there is no figure. */
export const NOT_GIVEN = /^(?:n\/?\.?a\.?|n\/m|nm|not (?:applicable|available|disclosed|reported|meaningful)|tbd|tba)$/i;
