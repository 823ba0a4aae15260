/**
 * Quantities: a number together with what it counts (bitcoin, hashrate, dollars) and how large it is printed ("million", "PH/s").
 * In: a stretch of text. Out: each quantity with its exact amount in the unit's smallest part and its place.
 * Rule guarded: other currencies and other coins are told apart here, so that they cannot become dollars or bitcoin.
 */
import { parseAmount, type Unit } from "@/domain/amount";
import { movePoint, NUMERAL, type NumeralStyle, readNumeral } from "./numerals";

export interface Quantity {
  /** "other": money that is not US dollars, coins that are not bitcoin. */
  readonly kind: "btc" | "hash" | "usd" | "other";
  /** Plain decimal in BTC, EH/s or USD. */
  readonly plain: string;
  /** As printed, with its unit. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  /** What stands between number and coin: "self-mined", "restricted". */
  readonly adjective: string;
  readonly doubts: readonly string[];
  /** It has no unit of its own: a comparison with the figure before it, with a time of its own. */
  readonly bare?: boolean;
}

const BTC_ADJECTIVE = String.raw`(?:(?:newly[- ](?:mined|minted|produced|generated)|produced|earned|minted|self[- ]mined|mined|unrestricted|unencumbered|restricted|pledged|whole|new|additional|more|own|proprietary|total)\s+){0,2}`;
const BTC_TAIL = String.raw`(?!-)(?!\s*(?:cash|gold|sv)\b)(?![’'](?!s))(?!\s*(?:miners?|mining|machines?|atms?|rigs|network|blocks?|holders|transactions?|call|put|options?|futures|hash|price|treasury|backed|denominated|hodl)\b(?! in\b))`;
const COINS = "eth|ether|ethereum|ltc|litecoins?|doge|dogecoins?|kas|kaspa|usdc|usdt|sol|solana|zec|zcash|etc|bch|xrp|wbtc|shares?";
const SCALE = String.raw`(?:[\s\u00a0]*-?[\s\u00a0]*(thousand|million|billion|mln|mn|bn|m|b|k)(?![a-z]))?`;

const BTC = new RegExp(
  String.raw`(?<![\d.,$£€])(${NUMERAL})[\s\u00a0-]*(${BTC_ADJECTIVE})(?:btcs?|bitcoins?|₿)(?:[\d¹²³⁴-⁹*]+)?(?![a-z])${BTC_TAIL}`,
  "gi",
);
const BTC_SIGN = new RegExp(String.raw`₿\s?(${NUMERAL})`, "g");
const HASH = new RegExp(
  String.raw`(?<![\d.,$£€])(${NUMERAL})[\s\u00a0-]*(exa[- ]?hash(?:es)?|peta[- ]?hash(?:es)?|tera[- ]?hash(?:es)?|eh|ph|th)(?:\s*\((?:eh|ph|th)\))?(?:\s*(?:/|per)\s*s(?:ec(?:ond)?)?)?(?![a-z])`,
  "gi",
);
const MONEY = new RegExp(
  String.raw`(US\$|USD|C\$|CA\$|CAD|CDN\$|A\$|AU\$|AUD|HK\$|S\$|£|GBP|€|EUR|RMB|\$)[\s\u00a0]*(${NUMERAL})${SCALE}(?:\s*(CAD|AUD|Canadian|GBP|EUR))?`,
  "gi",
);
const COIN = new RegExp(String.raw`(?<![\d.,$£€])(${NUMERAL})[\s\u00a0]*(?:${COINS})\b`, "gi");

const SCALE_PLACES: Readonly<Record<string, number>> = { thousand: 3, k: 3, million: 6, mln: 6, mn: 6, m: 6, billion: 9, bn: 9, b: 9 };

/** Places to move the point for a hashrate printed in `unit` to read in EH/s. */
export function hashPlaces(unit: string): number {
  const first = unit.trim().charAt(0).toLowerCase();
  return first === "e" ? 0 : first === "p" ? -3 : -6;
}

export function scalePlaces(word: string | undefined): number {
  return word === undefined ? 0 : (SCALE_PLACES[word.toLowerCase()] ?? 0);
}

/** Every quantity in `text`, in order, none overlapping. */
export function findQuantities(text: string, style: NumeralStyle): Quantity[] {
  const found: Quantity[] = [];
  for (const match of text.matchAll(BTC)) add(found, match, "btc", match[1], 0, match[2] ?? "", style);
  for (const match of text.matchAll(BTC_SIGN)) add(found, match, "btc", match[1], 0, "", style);
  for (const match of text.matchAll(HASH)) add(found, match, "hash", match[1], hashPlaces(match[2] ?? ""), "", style);
  for (const match of text.matchAll(MONEY)) {
    const dollars = /^(?:US\$|USD|\$)$/i.test(match[1] ?? "") && match[4] === undefined;
    add(found, match, dollars ? "usd" : "other", match[2], scalePlaces(match[3]), "", style);
  }
  for (const match of text.matchAll(COIN)) add(found, match, "other", match[1], 0, "", style);
  found.sort((a, b) => (a.start === b.start ? b.end - a.end : a.start - b.start));
  return found.filter((q, i) => i === 0 || q.start >= (found[i - 1]?.end ?? 0));
}

function add(
  to: Quantity[],
  match: RegExpExecArray,
  kind: Quantity["kind"],
  raw: string | undefined,
  places: number,
  adjective: string,
  style: NumeralStyle,
): void {
  const numeral = readNumeral(raw ?? "", style);
  // "S19 BTC miners": a number at the end of a name; a small letter before it is only a lost space.
  const afterCapital = /[A-Z]/.test(match.input.charAt(match.index - 1));
  if (numeral === undefined || (afterCapital && kind !== "usd" && kind !== "other")) return;
  const decimalHash = kind === "hash" && /^\d+\.\d+$/.test(raw ?? "");
  to.push({
    kind,
    plain: movePoint(numeral.plain, places),
    written: match[0].trim(),
    start: match.index,
    end: match.index + match[0].length,
    adjective: adjective.trim().toLowerCase(),
    doubts: numeral.doubt === undefined || decimalHash ? [] : [numeral.doubt],
  });
}

/** The exact amount in the unit's smallest part; decimals beyond it are cut for hashrates, refused for money and bitcoin. */
export function exactAmount(plain: string, unit: Unit): number | undefined {
  return parseAmount(unit === "EH/s" ? plain.replace(/(\.\d{6})\d+$/, "$1") : plain, unit);
}
