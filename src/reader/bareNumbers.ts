/**
 * Numbers that go without their unit because the figure before them had it: "mined 88 bitcoin in June, after 109 in May",
 * "581 bitcoin (October: 634)", "2,946 BTC, of which 1,000 secure a loan".
 * In: a sentence. Out: the sentence with these numbers as quantities of the same unit, and which they are.
 * Rule guarded: only a number with a time of its own, in a comparison, or a part said to be pledged; no other bare number counts.
 */
import { hashPlaces, type Quantity } from "./units";
import { movePoint, NUMERAL, type NumeralStyle, readNumeral } from "./numerals";
import type { Sentence } from "./sentences";
import type { When } from "./when";

export interface WithBareNumbers {
  readonly sentence: Sentence;
  /** Places of the numbers that were added as comparisons. */
  readonly compared: ReadonlySet<number>;
  /** Those with "in" or "during" a month: what came about then, so no holdings. */
  readonly during: ReadonlySet<number>;
  /** The time of those that follow theirs ("the October figure had been 511"). */
  readonly times: ReadonlyMap<number, When>;
}

const NO_UNIT = String.raw`(?![\d%]|[.,]\d|\s?(?:%|per\s?cent|x\b|times\b|basis|bps|million|billion|thousand|[kmb]\b|mw|gw|j\/th|w\/th|miners|machines|rigs|units|days|months|weeks|eth\b|ethereum))`;
const ABOUT = String.raw`(?:approximately\s|about\s|around\s|roughly\s|some\s|~|≈)?\s?`;
const AFTER_WORD = new RegExp(
  String.raw`(?:\b(?:compared\s(?:to|with)|in\scomparison\s(?:to|with)|relative\sto|versus|vs\.?|against|after|from|than(?:\sthe)?|and)|[(,]\s?(?:vs\.?)?)\s*${ABOUT}(${NUMERAL})${NO_UNIT}\s*(?:(?:were|was)\s+(?:mined|produced|earned|sold|held)\s+)?(?:in|for|at|on|during|of|as\sof|the)\s+(?:the\s)?$`,
  "i",
);
const BEFORE_COLON = new RegExp(String.raw`^(?:['’]s)?\s*[:=]\s*${ABOUT}(${NUMERAL})${NO_UNIT}(?=\s*[),;.]|\s*$)`, "i");
/** "the October figure had been 511", "in July, when the total was 1,221", "that of November last year 150". */
const OTHER_TIME = new RegExp(
  String.raw`^(?:['’]s)?,?\s(?:(?:when|where)\s)?(?:(?:it|the|its|our)\s)?(?:(?:total|figure|number|count|output|production|tally|level|reading|value)\s)?(?:was|were|had\sbeen|stood\sat|came\sto)\s${ABOUT}(${NUMERAL})${NO_UNIT}(?=\s*[),;.]|\s+and\b|\s*$)`,
  "i",
);
const THAT_OF = new RegExp(String.raw`^\s(?:(?:was|had\sbeen)\s)?${ABOUT}(${NUMERAL})${NO_UNIT}(?=\s*[),;.]|\s+and\b|\s*$)`, "i");
const PLEDGED = new RegExp(
  String.raw`(?:,?\s(?:of\swhich|of\sthese|of\sthem|including|and)|[;,])\s${ABOUT}(${NUMERAL})(?=\s(?:of\s(?:them|these|which|it)\s)?(?:(?:is|are|was|were|remain(?:ed)?|serve[sd]?|being)\s)?(?:secur\w+|pledged|restricted|encumbered|(?:posted|deposited|placed|held|put\sup)\sas\s(?:collateral|security)|posted|as\scollateral|in\spledge|under\spledge|on\sloan|loaned|lent))`,
  "gi",
);

/** Adds the bare numbers of a sentence. */
export function withBareNumbers(sentence: Sentence, style: NumeralStyle, aboutBitcoin: boolean): WithBareNumbers {
  const { text, whens, quantities } = sentence;
  const compared = new Set<number>();
  const during = new Set<number>();
  const times = new Map<number, When>();
  // A sentence of many pages is a page that lost its full stops.
  const unnamed = aboutBitcoin && text.length < 4000 ? unnamedOf(sentence, style) : [];
  if (unnamed.length === 0 && quantities.every(({ kind }) => kind !== "btc" && kind !== "hash"))
    return { sentence, compared, during, times };
  const added: Quantity[] = [...unnamed];
  const add = (at: number, raw: string, listed = false): boolean => {
    const model = [...quantities, ...added].filter((quantity) => quantity.end <= at && quantity.kind !== "usd").at(-1);
    const taken = [...quantities, ...added].some((quantity) => quantity.start < at + raw.length && at < quantity.end);
    if (model === undefined || model.kind === "other" || taken || (!listed && /;|\.\s[A-Z]/.test(text.slice(model.end, at)))) return false;
    const quantity = like(model, raw, at, style);
    if (quantity !== undefined) added.push(quantity);
    return quantity !== undefined;
  };
  for (const when of whens) {
    const before = AFTER_WORD.exec(text.slice(Math.max(0, when.start - 70), when.start));
    const number = before?.[1];
    if (before !== null && number !== undefined && isTime(when.kind)) {
      const at = Math.max(0, when.start - 70) + before.index + before[0].indexOf(number, before[0].search(/\d/));
      if (add(at, number)) {
        compared.add(at);
        if (/\b(?:in|for|during)\s+(?:the\s)?$/i.test(before[0])) during.add(at);
      }
      continue;
    }
    const told = OTHER_TIME.exec(text.slice(when.end, when.end + 80));
    const same = /\b(?:that|those) (?:of|for|in)\s+$/i.test(text.slice(0, when.start))
      ? THAT_OF.exec(text.slice(when.end, when.end + 40))
      : null;
    if (same?.[1] !== undefined && isTime(when.kind)) {
      const at = when.end + same[0].lastIndexOf(same[1]);
      if (add(at, same[1], true)) {
        compared.add(at);
        times.set(at, when);
      }
      continue;
    }
    if (told?.[1] !== undefined && isTime(when.kind) && quantities.some(({ end }) => end <= when.start)) {
      const at = when.end + told[0].lastIndexOf(told[1]);
      if (add(at, told[1], true)) {
        compared.add(at);
        times.set(at, when);
      }
      continue;
    }
    const colon = BEFORE_COLON.exec(text.slice(when.end, when.end + 40))?.[1];
    const opened = /[(,;]\s*(?:vs\.?\s)?$/.test(text.slice(0, when.start));
    if (colon !== undefined && opened && isTime(when.kind)) {
      const at = text.indexOf(colon, when.end);
      if (add(at, colon, true)) compared.add(at);
    }
  }
  for (const match of text.matchAll(PLEDGED)) {
    const number = match[1] ?? "";
    add(match.index + match[0].lastIndexOf(number), number, true);
  }
  if (added.length === 0) return { sentence, compared, during, times };
  const all = [...quantities, ...added].sort((a, b) => a.start - b.start);
  return { sentence: { ...sentence, quantities: all }, compared, during, times };
}

const UNNAMED = new RegExp(
  String.raw`(?:\b(?:holdings?|treasury|balance|reserves?|hodl)\b[^.;:$\d]{0,40}\b(?:to|of|at|were|was|is|stood\sat|totall?ed|reached)|\b(?:mined|produced|earned|sold|held|holds|bought|purchased|self-mining)(?:\s?:)?|\b(?:production|output)\b[^.;:$\d]{0,30}\b(?:of|was|to|totall?ed|reached))\s+${ABOUT}(${NUMERAL})${NO_UNIT}(?=\s+(?:with\s(?:a\s|an\s)|(?:at|as\sof|on|in|during|for)\s|of\s(?:them|these|those|it)\b|and\b)|\s*[,;.)]\s|\s*[,;.)]?\s*$)`,
  "gi",
);

/** "Holdings grew to 1,078 at December 31", in a passage about bitcoin: the coin is understood, so a person looks. */
function unnamedOf({ text, quantities }: Sentence, style: NumeralStyle): Quantity[] {
  return [...text.matchAll(UNNAMED)].flatMap((match) => {
    const raw = match[1] ?? "";
    const start = match.index + match[0].length - raw.length;
    const end = start + raw.length;
    const numeral = readNumeral(raw, style);
    const taken = quantities.some((quantity) => quantity.start < end && start < quantity.end);
    if (numeral === undefined || numeral.doubt !== undefined || taken || /^20[12]\d$/.test(raw)) return [];
    return [
      {
        kind: "btc",
        plain: numeral.plain,
        written: raw,
        start,
        end,
        adjective: "",
        doubts: ["the coin is not named beside the figure"],
      } as const,
    ];
  });
}

const isTime = (kind: string): boolean => ["month", "day", "priorMonth", "priorYear"].includes(kind);

/** The number as a quantity of the model's unit; undefined when the two are so far apart that the unit can hardly be the same. */
function like(model: Quantity, raw: string, start: number, style: NumeralStyle): Quantity | undefined {
  const numeral = readNumeral(raw, style);
  if (numeral === undefined || numeral.doubt !== undefined) return undefined;
  const unit = /[EPT](?=H|xa|eta|era)/i.exec(model.written)?.[0] ?? "E";
  const plain = model.kind === "hash" ? movePoint(numeral.plain, hashPlaces(unit)) : numeral.plain;
  const ratio = Number(plain) / Number(model.plain);
  if (!(ratio > 0.05 && ratio < 20)) return undefined;
  return { ...model, plain, written: raw, start, end: start + raw.length, adjective: "", doubts: [], bare: true };
}
