/** Guesses the address of a company's next release: a pattern of past ones with {month}, {year}, {number}, {words}; never fetched. */
import { type Period, shift } from "@/domain/values/period";

export interface AddressPattern {
  readonly publisher: string;
  /** "https://ir.example.org/news/{month}-{year}-production-update/" */
  readonly address: string;
}

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
/** The likely address of a coming release. */
export interface LikelyPlace {
  readonly publisher: string;
  /** null: the record has no address of this publisher that contains its month. */
  readonly address: string | null;
  /** Month of the release whose address it was learned from. */
  readonly learnedFrom: Period | null;
}

/** The place in words, with the release it was learned from. */
export const placeText = ({ publisher, address, learnedFrom }: LikelyPlace): string =>
  address === null || learnedFrom === null
    ? `with ${publisher}; the record holds no address there to learn from`
    : `${address} (a guess from the address of its release for ${learnedFrom})`;

/** Release numbers of wires; the digits of a date are shorter. */
const LONG_NUMBER = /\d{5,}/g;
const DAY = /(?<=\/)\d{4}\/\d{2}\/\d{2}(?=\/)/g;

/** The pattern of an address that contains its month in words; undefined for others. */
export function patternOf(address: string, month: Period): AddressPattern | undefined {
  const name = MONTHS[Number(month.slice(5)) - 1];
  if (name === undefined || !URL.canParse(address) || !address.toLowerCase().includes(name)) return undefined;
  const { hostname } = new URL(address);
  const pattern = address
    .replaceAll(DAY, "{year}/{number}/{number}")
    .replaceAll(LONG_NUMBER, "{number}")
    .replaceAll(new RegExp(name, "gi"), (found) => (found.startsWith(name.charAt(0)) ? "{month}" : "{Month}"))
    .replaceAll(month.slice(0, 4), "{year}")
    // After the month, a number and the rest are specific to that release.
    .replace(/(\{month\}[^/{]*?-)\d[^/]*$/i, "$1{words}");
  return { publisher: hostname.replace(/^www\./, ""), address: pattern };
}

/** The pattern filled in for a month; parts that only the release itself will show stay open as "…". */
export function addressFor({ publisher, address }: AddressPattern, month: Period): AddressPattern {
  const name = MONTHS[Number(month.slice(5)) - 1] ?? "";
  // A path that begins with a date has the day of publication, in the month after.
  const published = shift(month, 1).slice(0, 4);
  const filled = address
    .replace("{year}/{number}/{number}", `${published}/…/…`)
    .replaceAll("{month}", name)
    .replaceAll("{Month}", `${name.charAt(0).toUpperCase()}${name.slice(1)}`)
    .replaceAll("{year}", month.slice(0, 4))
    .replaceAll(/\{(number|words)\}/g, "…");
  return { publisher, address: filled };
}
