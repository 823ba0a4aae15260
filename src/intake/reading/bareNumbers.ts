/**
 * Numbers that go without their unit because the figure before them had it: "mined 88 bitcoin in June, after 109 in May",
 * "581 bitcoin (October: 634)", "2,946 BTC, of which 1,000 secure a loan".
 * In: a sentence. Out: the sentence with these numbers as quantities of the same unit, and which they are.
 * Rule guarded: only a number with a time of its own, in a comparison, or a part said to be pledged; no other bare number counts.
 */
import { hashPlaces, type Quantity } from "./units";
import { movePoint, NUMERAL, type NumeralStyle, readNumeral } from "./numerals";
import type { Sentence } from "./sentences";

export interface WithBareNumbers {
  readonly sentence: Sentence;
  /** Places of the numbers that were added as comparisons. */
  readonly compared: ReadonlySet<number>;
}

const NO_UNIT = String.raw`(?![\d%]|[.,]\d|\s?(?:%|per\s?cent|x\b|times\b|basis|bps|million|billion|thousand|[kmb]\b|mw|gw|j\/th|w\/th|miners|machines|rigs|units|days|months|weeks|eth\b|ethereum))`;
const ABOUT = String.raw`(?:approximately\s|about\s|around\s|roughly\s|some\s|~|≈)?\s?`;
const AFTER_WORD = new RegExp(
  String.raw`(?:\b(?:compared\s(?:to|with)|in\scomparison\s(?:to|with)|relative\sto|versus|vs\.?|against|after|from|than(?:\sthe)?|and)|[(,]\s?(?:vs\.?)?)\s*${ABOUT}(${NUMERAL})${NO_UNIT}\s*(?:(?:were|was)\s+(?:mined|produced|earned|sold|held)\s+)?(?:in|for|at|on|during|of|as\sof|the)\s+(?:the\s)?$`,
  "i",
);
const BEFORE_COLON = new RegExp(String.raw`^(?:['’]s)?\s*[:=]\s*${ABOUT}(${NUMERAL})${NO_UNIT}(?=\s*[),;.]|\s*$)`, "i");
const PLEDGED = new RegExp(
  String.raw`,?\s(?:of\swhich|of\sthese|of\sthem|including)\s${ABOUT}(${NUMERAL})(?=\s(?:(?:is|are|was|were|remain(?:ed)?|serve[sd]?|being)\s)?(?:secur\w+|pledged|restricted|encumbered|posted|held\sas\scollateral|as\scollateral|on\sloan|loaned|lent))`,
  "gi",
);

/** Adds the bare numbers of a sentence. */
export function withBareNumbers(sentence: Sentence, style: NumeralStyle): WithBareNumbers {
  const { text, whens, quantities } = sentence;
  const compared = new Set<number>();
  if (quantities.every(({ kind }) => kind !== "btc" && kind !== "hash")) return { sentence, compared };
  const added: Quantity[] = [];
  const add = (at: number, raw: string): boolean => {
    const model = quantities.filter((quantity) => quantity.end <= at && quantity.kind !== "usd").at(-1);
    const taken = [...quantities, ...added].some((quantity) => quantity.start < at + raw.length && at < quantity.end);
    if (model === undefined || model.kind === "other" || taken || /[;]|\.\s[A-Z]/.test(text.slice(model.end, at))) return false;
    const quantity = like(model, raw, at, style);
    if (quantity !== undefined) added.push(quantity);
    return quantity !== undefined;
  };
  for (const when of whens) {
    const before = AFTER_WORD.exec(text.slice(Math.max(0, when.start - 70), when.start));
    const number = before?.[1];
    if (before !== null && number !== undefined && isTime(when.kind)) {
      const at = Math.max(0, when.start - 70) + before.index + before[0].indexOf(number, before[0].search(/\d/));
      if (add(at, number)) compared.add(at);
      continue;
    }
    const colon = BEFORE_COLON.exec(text.slice(when.end, when.end + 40))?.[1];
    const opened = /[(,;]\s*(?:vs\.?\s)?$/.test(text.slice(0, when.start));
    if (colon !== undefined && opened && isTime(when.kind)) {
      const at = text.indexOf(colon, when.end);
      if (add(at, colon)) compared.add(at);
    }
  }
  for (const match of text.matchAll(PLEDGED)) {
    const number = match[1] ?? "";
    add(match.index + match[0].lastIndexOf(number), number);
  }
  if (added.length === 0) return { sentence, compared };
  const all = [...quantities, ...added].sort((a, b) => a.start - b.start);
  return { sentence: { ...sentence, quantities: all }, compared };
}

const isTime = (kind: string): boolean => ["month", "day", "priorMonth", "priorYear"].includes(kind);

/** The number as a quantity of the model's unit; undefined when the two are so far apart that the unit can hardly be the same. */
function like(model: Quantity, raw: string, start: number, style: NumeralStyle): Quantity | undefined {
  const numeral = readNumeral(raw, style);
  if (numeral === undefined || numeral.doubt !== undefined) return undefined;
  const unit = /[EPT](?=H|xa|eta|era)/i.exec(model.written)?.[0] ?? "E";
  const plain = model.kind === "hash" ? movePoint(numeral.plain, hashPlaces(unit)) : numeral.plain;
  const ratio = Number(plain) / Number(model.plain);
  if (!(ratio > 0.02 && ratio < 50)) return undefined;
  return { ...model, plain, written: raw, start, end: start + raw.length, adjective: "", doubts: [], bare: true };
}
