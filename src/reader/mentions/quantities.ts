/** Numbers with what they count (bitcoin, dollars, hashes, per cent, days, machines), by the text beside them. */
import { ANY, WORD_END, worded } from "../languages/languages";
import { AFTER, CURRENCY, PARTS, US, WORDS_OF_SCALE, type Counted } from "../languages/units";
import { type Numeral, numeralsIn, type NumberStyle, timesTen } from "../page/numbers";
import { textBefore } from "../page/page";

export interface Quantity extends Numeral {
  readonly counted: Counted;
  /** The number with its currency and unit. */
  readonly from: number;
  readonly to: number;
  /** The figure of the same quantity at another time. */
  readonly like?: Quantity;
  /** It stands in brackets behind that figure, without a time. */
  readonly aside?: boolean;
  /** Power of ten of "million" and the like. */
  readonly scale: number;
}

const SCALE = worded`^[\s-]*(${WORDS_OF_SCALE.map(([words]) => words).join("|")})${WORD_END}(?!\s?/)`;
const SCALES = WORDS_OF_SCALE.map(([words, by]) => [worded`^(?:${words})$`, by] as const);
const DOLLARS = worded`^\s?${ANY.dollars}${WORD_END}`;

/** A larger number in thousands is already written in full. */
const LEAST_WHOLE = 1000;

const MARK_NEXT = /[^\s\w.,]/;
const MARK = /^[⁰¹²³⁴⁵⁶⁷⁸⁹*†‡]+/;

/** How a unit may begin. */
const UNIT_NEXT = /^[\s-]*[\p{L}%₿€$#/]/u;

/** The numbers of a text with their units, in order. */
export const quantitiesIn = (text: string, style: NumberStyle): Quantity[] => composed(counted(text, style), text);

/** "1億2,300万ドル", "3만 2천 개": parts, each smaller than the one before, make one number. */
function composed(quantities: Quantity[], text: string): Quantity[] {
  if (quantities.length < 2) return quantities;
  const out: Quantity[] = [];
  for (const one of quantities) {
    const before = out.at(-1);
    const joins =
      before !== undefined && before.scale % 4 === 0 && before.scale > 0 && before.decimals === 0 && one.decimals === 0 &&
      one.value < 10 ** before.scale && /^[亿億억万萬만]\s?$/u.test(text.slice(before.end, one.start)); // oxfmt-ignore
    if (!joins) out.push(one);
    else {
      const plain = String(before.value + one.value);
      out[out.length - 1] = { ...one, start: before.start, from: before.from, plain, value: Number(plain) };
    }
  }
  return out;
}

function counted(text: string, style: NumberStyle): Quantity[] {
  return numeralsIn(text, style).map((numeral): Quantity => {
    const before = text.charCodeAt(numeral.start - 1);
    // A note mark may stand between a number and its unit.
    const mark = MARK_NEXT.test(text.charAt(numeral.end)) ? (MARK.exec(text.slice(numeral.end, numeral.end + 3))?.[0].length ?? 0) : 0;
    const rest = text.slice(numeral.end + mark, numeral.end + mark + 60);
    // Most numbers of a table have nothing beside them.
    const bare = !UNIT_NEXT.test(rest);
    if (bare && !(before > 32 || /\S\s$/.test(textBefore(text, numeral.start, 2)))) return quantityOf(numeral, "none");
    const currency = CURRENCY.exec(textBefore(text, numeral.start, 14))?.[0];
    const [counted, end, scale] = unitOf(numeral, currency, bare ? "" : rest);
    return quantityOf(numeral, counted ?? prefixed(text, numeral.start), currency?.length, end === 0 ? 0 : mark + end, scale);
  });
}

/** What a number counts by its currency and by the text after it, how far this goes, and the power of ten that it gives. */
function unitOf({ value }: Numeral, currency: string | undefined, rest: string): readonly [Counted | undefined, number, number] {
  const scaled = SCALE.exec(rest);
  const word = scaled?.[1] ?? "";
  const scale = scaled === null ? 0 : (SCALES.find(([pattern]) => pattern.test(word))?.[1] ?? 0);
  const far = scaled?.[0].length ?? 0;
  if (currency !== undefined) return [US.test(currency) ? "usd" : "money", far, scale];
  const long = scale > 0 && !/^(?:[a-z]|mm|mn|bn)$/i.test(word);
  if (DOLLARS.test(rest.slice(long ? far : 0).replace(/^\s(?:de|di|of)\s/, " "))) return ["usd", far, long ? scale : 0];
  // "2,064 thousand BTC" is 2,064.
  const behind = /[^\p{Lu}\p{Ll}\s]$/u.test(word) || (long && value < LEAST_WHOLE) ? far : 0;
  for (const [counted, pattern] of rest === "" ? [] : AFTER) {
    const match = pattern.exec(rest.slice(behind));
    const between = counted === "btc" ? (match?.[1] ?? "").trim() : "";
    if (match !== null && !(between !== "" && PARTS.test(between))) return [counted, behind + match[0].length, behind > 0 ? scale : 0];
  }
  return long ? [undefined, far, scale] : [undefined, 0, 0];
}

/** Written field by field for speed: it is called for every number of a page. */
function quantityOf(numeral: Numeral, counted: Counted, currency?: number, after = 0, scale = 0): Quantity {
  const plain = scale === 0 ? numeral.plain : timesTen(numeral.plain, scale);
  return {
    start: numeral.start,
    end: numeral.end,
    plain,
    value: scale === 0 ? numeral.value : Number(plain),
    decimals: numeral.decimals,
    counted,
    from: numeral.start - (currency ?? 0),
    to: numeral.end + after,
    scale,
  };
}

/** "BTC 204", "₿204", "비트코인 431개": the unit before the number. */
const prefixed = (text: string, start: number): Counted =>
  /(?:₿|\bBTC|\bXBT|비트코인|ビットコイン|比特[币幣])\s?$/.test(textBefore(text, start, 8)) ? "btc" : "none";
