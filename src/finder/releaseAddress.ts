/** Where a company's next release may stand: a pattern of past addresses with {month}, {year}, {number}, {words}; never fetched. */
import { type Period, shift } from "@/domain/period";

export interface AddressPattern {
  readonly publisher: string;
  /** "https://ir.example.org/news/{month}-{year}-production-update/" */
  readonly address: string;
}

const MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
/** Where a coming release is likely to stand. */
export interface LikelyPlace {
  readonly publisher: string;
  /** null: the record holds no address of the publisher's that names its month. */
  readonly address: string | null;
  /** Month of the release whose address it was learned from. */
  readonly learnedFrom: Period | null;
}

/** The place in words, with what it is known from. */
export const placeText = ({ publisher, address, learnedFrom }: LikelyPlace): string =>
  address === null || learnedFrom === null
    ? `with ${publisher}; the record holds no address there to learn from`
    : `${address} (a guess from the address of its release for ${learnedFrom})`;

/** Numbers of wires' releases; days are shorter. */
const LONG_NUMBER = /\d{5,}/g;
const DAY = /(?<=\/)\d{4}\/\d{2}\/\d{2}(?=\/)/g;

/** The pattern of an address that names its month in words; undefined for one that does not. */
export function patternOf(address: string, month: Period): AddressPattern | undefined {
  const name = MONTHS[Number(month.slice(5)) - 1];
  if (name === undefined || !URL.canParse(address) || !address.toLowerCase().includes(name)) return undefined;
  const { hostname } = new URL(address);
  const pattern = address
    .replaceAll(DAY, "{year}/{number}/{number}")
    .replaceAll(LONG_NUMBER, "{number}")
    .replaceAll(new RegExp(name, "gi"), (found) => (found.startsWith(name.charAt(0)) ? "{month}" : "{Month}"))
    .replaceAll(month.slice(0, 4), "{year}")
    // Behind the month, a number and what follows it are that release's own words.
    .replace(/(\{month\}[^/{]*?-)\d[^/]*$/i, "$1{words}");
  return { publisher: hostname.replace(/^www\./, ""), address: pattern };
}

/** The pattern with the name and year of a month; what only the release itself will tell stays open as "…". */
export function addressFor({ publisher, address }: AddressPattern, month: Period): AddressPattern {
  const name = MONTHS[Number(month.slice(5)) - 1] ?? "";
  // A path that begins with a day has the day of publication, in the month after.
  const published = shift(month, 1).slice(0, 4);
  const filled = address
    .replace("{year}/{number}/{number}", `${published}/…/…`)
    .replaceAll("{month}", name)
    .replaceAll("{Month}", `${name.charAt(0).toUpperCase()}${name.slice(1)}`)
    .replaceAll("{year}", month.slice(0, 4))
    .replaceAll(/\{(number|words)\}/g, "…");
  return { publisher, address: filled };
}
