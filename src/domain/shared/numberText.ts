/** Number formatting for the site: groups with commas, a true minus. Formatters and the last thousands of texts are cached. */
import { once, onceUpTo } from "./once";

const MOST_TEXTS = 8_192;

function formats(option: "maximumFractionDigits" | "maximumSignificantDigits") {
  const formatOf = once((digits: number) => {
    const format = new Intl.NumberFormat("en-US", { [option]: digits, signDisplay: "negative" });
    return onceUpTo(MOST_TEXTS, (value: number) => format.format(value).replace("-", "−"));
  });
  return (value: number, digits: number): string => formatOf(digits)(value);
}

const toDecimals = formats("maximumFractionDigits");
const toDigits = formats("maximumSignificantDigits");

/** "1,140", "−12.5": at most this many decimals, without trailing zeros; never "−0". */
export const grouped = (value: number, decimals = 0): string => toDecimals(value, decimals);

/** "853.7", "1,140.00000001": a number of bitcoin to the satoshi. */
export const exactCoins = (value: number): string => grouped(value, 8);

/** "38.8", "1,250,000": rounded to this many significant digits. */
export const rounded = (value: number, digits: number): string => toDigits(value, digits);

export const pluralOf = (noun: string): string =>
  /[^aeiou]y$/.test(noun) ? `${noun.slice(0, -1)}ies` : noun.endsWith("s") ? `${noun}es` : `${noun}s`;

/** "5 companies", "1 company", "2,712 facts"; the plural is given where more than a noun is in it: "company is", "companies are". */
export const count = (n: number, singular: string, plural = pluralOf(singular)): string => `${grouped(n)} ${n === 1 ? singular : plural}`;

/** Parses a row number as somebody typed it: "12"; undefined for anything else. */
export const rowNumber = (text: string): number | undefined => (/^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined);
