/**
 * Labels of rows and lines: which metric "Net Price per BTC, Average" or "Self-Mining Energized Hash rate" names.
 * In: the label's text. Out: the metric, with the label's unit and what is doubtful about it; or nothing.
 * Rule guarded: every word of a label must be understood; a label with a strange word ("– Rockdale") is for a person.
 */
import type { MetricId } from "@/domain/metric";
import { GLUE } from "./cues";
import { withoutMarks } from "./heads";
import { findWhens, type When, withoutWhens } from "./when";

export interface Label {
  readonly metric: MetricId | "perDay";
  readonly whens: readonly When[];
  readonly doubts: readonly string[];
  /** The coin is not named: something around the label must name bitcoin. */
  readonly needsCoin: boolean;
  /** The balance that a period opens with: the month before's. */
  readonly opening: boolean;
  /** The label says that the production is the company's own. */
  readonly own: boolean;
  /** It counts what was mined for others. */
  readonly hosted: boolean;
}

const COIN = /\b(?:bitcoins?|btcs?|hodl(?:ed)?)\b/;
const OTHER_COIN = /\b(?:eth|ether|ethereum|altcoins?|litecoins?|ltc|doge(?:coin)?|kas(?:pa)?|usdc|usdt|stablecoins?|solana|zec|zcash)\b/;
const FOR_OTHERS =
  /\b(?:host(?:ed|ing)|customers?|clients?|colocation|co-location|third[- ]part(?:y|ies)|partners?|cloud|members?|affiliates?|lessees?)\b/;
const EQUIVALENT = /\bequivalents?\b/;
const COIN_OR_EQUIVALENT = /\b(?:bitcoins?|btc)\s*(?:and|or|&|\/|and\/or)\s*(?:bitcoin |btc )?equivalents?\b/;
const NOT_A_COUNT =
  /\b(?:costs?|expenses?|revenues?|margins?|ebitda|income|profit|values?|valued|worth|fair|impairment|difficulty|network|global|fees?|uptime|utili[sz]ation|efficiency|power|energy|electric\w*|credits?|curtail\w*|megawatts?|mw|j\/th|w\/th|difference|gains?|loss(?:es)?|shares?|yield|options?|futures|derivatives?|notional|cash|usd|debt|growth|increase|decrease|change|percent(?:age)?|ratio|blocks?|won|found|rank|target\w*|goals?|guidance|expected|expects?|forecast\w*|planned|projected|contracted|ordered|pending|potential|remaining|estimated to|miners?|rigs?|machines?|asics?|containers?|employees|acquisition)\b|%/;
const HASH = /\bhash(?:[- ]?rate|[- ]?power|ing)?\b|\bexa[- ]?hash|\b[ept]h\/s\b|\bcomputing power\b|\b[ep]h\b/;
const NOT_OWN_HASH =
  /\b(?:network|global|target\w*|potential|expected|planned|contracted|ordered|purchased|pipeline|pending|transit|under (?:management|construction|development)|efficiency|costs?|price|revenues?|per|growth|increase|change|peak|maximum|max|share|additional|future|committed|option\w*|not yet|value|produced)\b|%/;

const WORDS = new Set(
  (
    "close stock coins group sites bitcoin bitcoins btc btcs hodl hodled number numbers total totals net of the a an in for at as on by from and or to with our its company company's own self " +
    "self-mined self-mining selfmining mined mining produced production earned generated output rewards receipt received sold sale sales liquidated liquidations disposed disposal " +
    "monetized monetised converted conversion held hold holding holdings treasury reserve reserves balance balances inventory ending closing end ended month months month-end monthly period during quantity units unit count " +
    "unaudited approx approximately amount operations operation proprietary equivalent equivalents services activities hash rate hashrate hash-rate hashing power deployed installed energized energised " +
    "operating operational average avg mean fleet capacity eh/s ph/s eh ph th/s exahash us us$ usd $ price per coin realized realised proceeds restricted pledged collateral as-of purchased purchases purchase bought acquired " +
    "beginning opening start including incl inclusive unrestricted loaned lent encumbered owned hand custody second s month's preliminary growth daily day selling million millions thousands $m m k thousand mm adjusted market only strategic corporate own-account computing machines miners rigs asic which posted put up secured loan loans currently fully"
  ).split(" "),
);

/** Reads a label; undefined when it names nothing that is recorded. */
export function readLabel(text: string): Label | undefined {
  if (text.length > 110) return undefined;
  const marked = withoutMarks(text).replace(/(?<=[a-z)])\d(?:,\d)*(?=\s|$|,|\))/gi, "");
  const whens = findWhens(marked).filter((when) => when.kind !== "thisMonth");
  const plain = withoutWhens(marked, whens)
    .toLowerCase()
    .replace(/(?<=\S)\s+\d(?:\s?,\s?\d)*\s*$/, "")
    .replace(/[’]/g, "'");
  const found = classify(plain);
  if (found === undefined) return undefined;
  const strange = strangeWords(plain);
  const hosted = FOR_OTHERS.test(plain) && !/\bself[- ]min|\bown\b|\bproprietary\b|\bexcl/.test(plain);
  const doubts = [...found.doubts, ...(strange.length > 0 ? [`the label has words that were not understood: ${strange.join(", ")}`] : [])];
  return {
    metric: found.metric,
    whens,
    doubts,
    needsCoin: found.needsCoin,
    opening: found.opening ?? false,
    own: /\bself[- ]?min|\bown\b|-owned\b|\bproprietary\b/.test(plain),
    hosted,
  };
}

interface Class {
  readonly metric: MetricId | "perDay";
  readonly doubts: readonly string[];
  readonly needsCoin: boolean;
  readonly opening?: boolean;
}

function classify(plain: string): Class | undefined {
  if (OTHER_COIN.test(plain)) return undefined;
  const coin = COIN.test(plain);
  const some = (metric: MetricId, ...doubts: string[]): Class => ({ metric, doubts, needsCoin: !coin });
  if (/\bprice\b|\bper (?:bitcoin|btc|coin) sold\b/.test(plain)) return priceLabel(plain);
  if (/\bproceeds\b/.test(plain)) {
    const ofCoins = /\bs(?:old|ales?)\b|\bliquidat/.test(plain) || coin;
    return !ofCoins || /\b(?:offering|equity|stock|shares?|notes?|loan|debt|atm|machines?|miners?|equipment)\b/.test(plain)
      ? undefined
      : some("sale_proceeds_usd");
  }
  if (HASH.test(plain) && !(coin && /\b(?:mined|produced|earned|sold|held)\b/.test(plain))) return hashLabel(plain);
  if (/\bper day\b|\bdaily\b|\/day\b|\ba day\b|\bper-day\b/.test(plain)) {
    const ofProduction =
      (coin || /\bself-min/.test(plain) || /\bproduced\b|\bmined\b/.test(plain)) &&
      !NOT_A_COUNT.test(plain) &&
      !FOR_OTHERS.test(plain) &&
      !/\bsold\b|\bpeak\b|\bbest\b|\bhigh/.test(plain);
    return ofProduction ? { metric: "perDay", doubts: [], needsCoin: false } : undefined;
  }
  if (/\baverage\b|\bavg\b|\bmean\b|\bper\b|\bcumulative\b|\bsince\b|\byear\b/.test(plain)) return undefined;
  if (EQUIVALENT.test(plain) && !COIN_OR_EQUIVALENT.test(plain)) return undefined;
  if (NOT_A_COUNT.test(plain.replace(/\bblock rewards?\b/g, ""))) return undefined;
  return countLabel(plain, some);
}

function priceLabel(plain: string): Class | undefined {
  const ofSales = /\bsold\b|\bsales?\b|\bselling\b|\bnet price\b|\breali[sz]ed\b/.test(plain);
  if (!ofSales || /\bshare|\bpower|\benergy|\bclosing\b|\bmarket price\b|\bhash ?price\b|\belectric/.test(plain)) return undefined;
  return { metric: "avg_sale_price_usd", doubts: [], needsCoin: false };
}

function hashLabel(plain: string): Class | undefined {
  // "BTC / average EH/s" counts coins per hashrate.
  if (/\b(?:bitcoins?|btc|watts?|w|j|mw|\$)\s*(?:\/|per\b)/.test(plain)) return undefined;
  if (NOT_OWN_HASH.test(plain) || (FOR_OTHERS.test(plain) && !/\bself[- ]min|\bproprietary\b/.test(plain))) return undefined;
  const average = /\baverage\b|\bavg\b|\bmean\b/.test(plain);
  const installed = /\bdeployed\b|\binstalled\b|\benergi[sz]ed\b/.test(plain);
  if (average)
    return { metric: "avg_ehs", doubts: installed ? ["average of the installed hashrate, not of what ran"] : [], needsCoin: false };
  const doubts = installed ? [] : ["the label does not say that the hashrate is deployed or installed"];
  return { metric: "deployed_ehs", doubts, needsCoin: false };
}

function countLabel(plain: string, some: (metric: MetricId, ...doubts: string[]) => Class): Class | undefined {
  const mined =
    /\b(?:self-)?mined\b|\bproduc(?:ed|tion)\b|\bearned\b|\bgenerated\b|\boutput\b|\breceipt\b|\breceived\b|\brewards?\b|\bself-min/.test(
      plain,
    );
  const sold = /\bsold\b|\bsales?\b|\bliquidat|\bdispos|\bmoneti[sz]|\bconver(?:ted|sion)\b/.test(plain);
  const held =
    /\bheld\b|\bhold(?:ings?)?\b|\bhodl|\bstock of (?:bitcoins?|btcs?|coins)\b|\btreasury\b|\breserves?\b|\bbalances?\b|\binventory\b|(?<!-)\bowned\b|\bending\b|\bclosing\b|\bon hand\b|\bcustody\b/.test(
      plain,
    );
  const bought = /\bpurchas|\bbought\b|\bacquired\b/.test(plain);
  if (/\bunrestricted\b|\bunencumbered\b|\bunpledged\b|\bexcl/.test(plain) && held !== mined)
    return some("btc_held", "only the unrestricted part of the holdings");
  if (/\bunrestricted\b/.test(plain)) return some("btc_held", "only the unrestricted part of the holdings");
  if (/\brestricted\b|\bpledged\b|\bcollateral|\bencumbered\b|\bloaned\b|\blent\b/.test(plain)) {
    if (/\bincl/.test(plain) && held) return some("btc_held");
    return mined || sold || /\bby\b|\bto be\b/.test(plain) ? undefined : some("btc_restricted");
  }
  if (/\bbeginning\b|\bopening\b|\bstart of\b/.test(plain)) {
    return held ? { ...some("btc_held", "an opening balance, so the month before's"), opening: true } : undefined;
  }
  if (Number(mined) + Number(sold) + Number(bought) > 1) return undefined;
  if (held && !sold && !bought) return some("btc_held");
  if (held) return undefined;
  if (sold) return some("btc_sold");
  if (bought) return some("btc_purchased");
  return mined ? some("btc_produced") : undefined;
}

/** Words that name no one: times, coins, pronouns and the vocabulary of labels. */
export const isCommonWord = (word: string): boolean =>
  WORDS.has(word.toLowerCase()) ||
  GLUE.has(word.toLowerCase()) ||
  findWhens(word).length > 0 ||
  /^(?:inc|corp|ltd|plc|limited|group|holdings|technologies|team|miners?|machines|cryptocurrenc(?:y|ies)|coins?|assets|fleet|asic|gpu|last|this|that|these|all|no|when|during|while|after|here|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|strong|higher|lower|first|second|third|fourth)$/i.test(
    word,
  );

/** Words of a column's head that are not understood. */
export const strangeHeadWords = (words: string): string[] => strangeWords(withoutMarks(words).toLowerCase());

/** Words that make a column, a row or a table one of plans. */
export const isPlan = (text: string): boolean =>
  /\b(?:targets?|targeted|guidance|expected|forecasts?|planned|plans?|budget(?:ed)?|goals?|projected|projections?|outlook|potential|pro forma)\b/i.test(
    text,
  );

function strangeWords(plain: string): string[] {
  const words = plain.split(/[^a-z0-9$'/-]+/).map((word) => word.replace(/^[-'/]+|[-'/]+$/g, ""));
  return words.filter((word) => word !== "" && !WORDS.has(word) && !/^\d{1,2}$/.test(word));
}

/** The coin named near a label that names none ("Number of bitcoins" over a column). */
export const namesBitcoin = (text: string): boolean => COIN.test(text.toLowerCase()) && !OTHER_COIN.test(text.toLowerCase());

/** A column of money or of shares of something, whatever its rows say. */
export const isNotACount = (text: string): boolean => NOT_A_COUNT.test(text.toLowerCase()) || /\$|\bamounts?\b|£|€/i.test(text);
