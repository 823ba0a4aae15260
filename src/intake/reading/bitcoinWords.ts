/**
 * What was done with a number of bitcoin, by the words next to it: mined, sold, bought, held, pledged.
 * In: a quantity of bitcoin and its clause. Out: the metric with doubts, or nothing.
 * Rule guarded: rates, differences, equivalents, loans, options and other people's bitcoin are no figures of the company.
 */
import { METRICS, type MetricId } from "@/domain/metric";
import {
  COMPARED,
  CUES_AFTER,
  CUES_BEFORE,
  DIFFERENCE_AFTER,
  DIFFERENCE_BEFORE,
  EQUIVALENT_AFTER,
  EQUIVALENT_BEFORE,
  GLUE,
  NOT_OWN,
  OTHER_USE,
  PLANNED,
  RATE_AFTER,
  RATE_BEFORE,
  WITH_EQUIVALENTS,
} from "./cues";
import type { Passage } from "./document";
import type { Sentence, Spot } from "./sentences";
import { findWhens, withoutWhens } from "./when";

/** What a quantity was found to be. */
export interface Finding {
  readonly metric: MetricId;
  readonly doubts: readonly string[];
  readonly questions: readonly string[];
  readonly notes: readonly string[];
  readonly how: string;
  /** The words say that the production is the company's own. */
  readonly own: boolean;
  readonly labelled: boolean;
  /** It stands as a comparison and takes its metric from the figure before it. */
  readonly compared: boolean;
  /** A name right before the word that was found: who did it. */
  readonly actor?: string;
}

export const finding = (metric: MetricId, how: string, more: Partial<Finding> = {}): Finding => ({
  metric,
  how,
  doubts: [],
  questions: [],
  notes: [],
  own: false,
  labelled: false,
  compared: false,
  ...more,
});

export function isDailyRate(spot: Spot): boolean {
  return spot.quantity.kind === "btc" && (RATE_AFTER.test(spot.right) || RATE_BEFORE.test(ownWords(spot)));
}

/** The clause before a figure without the "per day" of the figure before it. */
const ownWords = (spot: Spot): string => {
  const rate = RATE_AFTER.exec(spot.left);
  return rate === null ? spot.before : spot.left.slice(rate[0].length);
};

/** The metric of a number of bitcoin, or undefined when the words do not say one. */
export function bitcoinMetric(spot: Spot, sentence: Sentence, last: Finding | undefined, kind: Passage["kind"]): Finding | undefined {
  const { quantity, left, right } = spot;
  if (quantity.adjective.includes("unrestricted") || quantity.adjective.includes("unencumbered")) {
    return finding("btc_held", "an unrestricted part", { doubts: ["only the unrestricted part of the holdings"] });
  }
  if (/\brestricted|pledged/.test(quantity.adjective)) return finding("btc_restricted", `"${quantity.adjective}" before the coin`);
  const compared = comparedTo(spot, sentence, last);
  if (compared) return compared;
  const withEquivalents = WITH_EQUIVALENTS.test(right);
  if ((!withEquivalents && EQUIVALENT_AFTER.test(right)) || EQUIVALENT_BEFORE.test(left)) return undefined;
  if (last?.metric === "btc_produced" && OWN_AFTER.test(right)) return finding("btc_produced", "the company's own part", { own: true });
  if (cueAfter(right)?.metric === "btc_restricted") return finding("btc_restricted", "pledged or restricted after the figure");
  if (
    RANGE_BEFORE.test(left) ||
    RANGE_AFTER.test(right) ||
    isNextLabel(right) ||
    DIFFERENCE_AFTER.test(right) ||
    DIFFERENCE_BEFORE.test(left) ||
    (/\bremaining\s*$/i.test(left) && cueAfter(right)?.passive !== true)
  )
    return undefined;
  if (NOT_OWN.test(left.slice(-70)) || OTHER_USE.test(left.slice(-50)) || OTHER_USE.test(right.slice(0, 22))) return undefined;
  const cued = byCues(spot) ?? byHeading(spot, kind);
  // "Production was down from 375 BTC in April": a comparison whose other side is not said; it needs its own time.
  const isComparison = last === undefined && FROM_BEFORE.test(withoutWhens(left, findWhens(left)));
  if (isComparison && !OWN_TIME.test(right)) return undefined;
  const found = cued !== undefined && isComparison ? { ...cued, compared: true } : cued;
  const mixed = found?.metric === "btc_produced" && !found.own && MIXED_AFTER.test(sentence.text.slice(quantity.end));
  if (found !== undefined && mixed) return { ...found, doubts: [...found.doubts, "a part of it was mined for or with others"] };
  if (found === undefined || !withEquivalents) return found;
  return { ...found, notes: [...found.notes, "includes bitcoin equivalents"] };
}

/** "500 to 600 BTC", "between 500 BTC and 600 BTC". */
export const RANGE_BEFORE = /\d\s*(?:[-–]|to|or)\s*$|\bbetween\b[^.;]{0,40}$/i;
const RANGE_AFTER = /^\s*(?:[-–]|to|or)\s*\d/i;

/** "58 BTC from self-mining", "58 bitcoin by its own machines". */
const OWN_AFTER = /^[\s,(]*(?:(?:mined|produced|earned)\s+)?(?:from|by|through|in)\s+(?:[\w'’]+\s+){0,2}(?:own\s+)?self-min(?:ing|ed)\b/i;
/** "of which 148 by hosted customers": the figure before is a mixture. */
const MIXED_AFTER = /\b(?:host(?:ed|ing)|customers?|clients?|cloud|third[- ]part\w*|partners?|belong\w*|subsidiar\w+|joint venture|JV)\b/i;

/** "216.9 Bitcoin mined in August: 104": the coin opens the next label. */
const isNextLabel = (right: string): boolean => /^[^.;,()]{0,60}:\s*[~$(]?\d/.test(right);

const SITE =
  /\b(?:at|in)\s+(?:(?:the|its|our)\s+)?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|Q[1-4]|H[12]|Bitcoin|BTC|North America)[A-Z][a-z]{2,}/;

/** "200 BTC were mined at Rockdale", "11 EH/s in Texas": perhaps a part only. */
export function mayBeOneSite(spot: Spot): string[] {
  return SITE.test(spot.left.slice(-45)) || SITE.test(spot.right.slice(0, 60)) ? ["perhaps the figure of one site only"] : [];
}

const OWN_MONTH = /^\s*(?:in|for|during)\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const OWN_DAY = /^\s*(?:on|at|as of|as at)\s+(?:the end of )?(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const FROM_BEFORE =
  /\b(?:down|up|from|versus|vs\.?|compared (?:to|with)|than|against|below|above|under|over)\s+(?:from\s+|the\s+|on\s+)*(?:approximately\s+|about\s+)?$/i;
const OWN_TIME =
  /^\s*(?:mined\s+|produced\s+|sold\s+|held\s+)?(?:in|for|during|at|on|as of|of)\s+(?:the\s+(?:end of\s+)?)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|prior|previous|same|month)/;
const COMPARING_WORD = /\b(?:after|against|versus|vs|than|compared|from)\b/i;

const TWO_VERBS =
  /\b(?:mined|produced|earned|sold|bought|purchased|held|holds|liquidated)(?: and|\/|, | or)\s*(?:then |also )?(?:mined|produced|earned|sold|bought|purchased|held|holds|liquidated)\s+(?:approximately\s+|about\s+)?$/i;

interface Near {
  readonly metric: MetricId;
  readonly word: string;
  readonly strange: readonly string[];
  readonly gap: string;
  readonly actor?: string;
}

function byCues(spot: Spot): Finding | undefined {
  // "Holdings rose by 76 BTC to 7,190 BTC": the word stands before the difference.
  const isResult = /^\s*to(?:\s+(?:a\s+)?(?:total|record)(?:\s+of)?)?\s*(?:approximately\s*|about\s*)?$/i.test(spot.left);
  // "2,613 Ethereum and 227 Bitcoin": two coins share one verb.
  const beside = /^\s*(?:,|and|&|as well as|plus)\s*$/i.test(spot.left) && spot.afterCoin;
  const before = cueBefore(
    beside
      ? spot.before.replace(/\d[\d.,]*\s*[a-z]+\s*(?:,|and|&|as well as|plus)+\s*$/i, "")
      : isResult
        ? spot.before.replace(/\bby\s+(?:approximately\s+|about\s+)?\d[\d.,]*\s*(?:btc|bitcoins?)\s*/i, "")
        : spot.left,
  );
  const after = cueAfter(spot.right);
  const own =
    /self-mined/.test(spot.quantity.adjective) || /\bself-min(?:ed|ing)\b/i.test(spot.left.slice(-60)) || OWN_AFTER.test(spot.right);
  const chosen = choose(before, after);
  // "Produced and sold 215 BTC": one number for two verbs.
  const both = chosen !== undefined && chosen === before && TWO_VERBS.test(spot.left);
  if (chosen === undefined) {
    return spot.quantity.adjective.includes("mined")
      ? finding("btc_produced", `"${spot.quantity.adjective}" before the coin`, { own })
      : undefined;
  }
  if (chosen.word.toLowerCase() === "received" && !/\bfrom\b[^.;]{0,60}\b(?:mining|pool)\b/i.test(spot.right)) return undefined;
  if (chosen.strange.length > 10) return undefined;
  const questions =
    chosen.strange.length === 0 ? [] : [`words between "${chosen.word}" and the figure were not understood: ${chosen.strange.join(" ")}`];
  const doubts = /\bun(?:restricted|encumbered|pledged)\b/i.test(`${spot.left.slice(-70)} ${chosen.word} ${chosen.gap}`)
    ? ["only the unrestricted part of the holdings"]
    : [];
  if (both) doubts.push("one number stands for two verbs");
  if (/^[\s,(]*unrestricted\b/i.test(spot.right)) doubts.push("only the unrestricted part of the holdings");
  if (
    /\b(?:has|have)\s+(?:(?:now|already|so far)\s+)?$/i.test(spot.left.slice(0, Math.max(0, spot.left.lastIndexOf(chosen.word)))) &&
    chosen.metric !== "btc_held"
  )
    doubts.push(`"has ${chosen.word}" may count from the beginning`);
  if (chosen === before && chosen.metric === "btc_restricted") doubts.push("pledged in a deal, perhaps not all that is pledged");
  if (chosen.metric === "btc_produced") doubts.push(...mayBeOneSite(spot));
  return finding(chosen.metric, `"${chosen.word}" beside the figure`, {
    questions: doubts.length > 0 ? [] : questions,
    doubts,
    own,
    ...(chosen.actor === undefined ? {} : { actor: chosen.actor }),
  });
}

/** Verb before the number or participle after it; a passive ("were sold") outweighs what stands before. */
function choose(before: Near | undefined, after: (Near & { passive: boolean }) | undefined): Near | undefined {
  if (before === undefined || after === undefined || before.metric === after.metric)
    return before !== undefined && after !== undefined && before.strange.length > 0 ? after : (before ?? after);
  if (after.passive || before.strange.length > 0) return after;
  return /,/.test(before.gap) ? after : before;
}

function cueBefore(left: string): Near | undefined {
  let best: { metric: MetricId; word: string; end: number } | undefined;
  for (const { metric, pattern } of CUES_BEFORE) {
    for (const match of left.matchAll(pattern)) {
      const end = match.index + match[0].length;
      if (best === undefined || end > best.end || (end === best.end && metric !== "btc_held")) best = { metric, word: match[0], end };
    }
  }
  if (best === undefined) return undefined;
  const gap = left.slice(best.end);
  const actor = /([A-Z][\w&.’'-]*)\s+(?:(?:has|had|have|also|self-|then|currently|now)\s*)*$/.exec(
    left.slice(0, best.end - best.word.length),
  )?.[1];
  return { metric: heldBy(best, left), word: best.word, strange: strangeWords(gap), gap, ...(actor === undefined ? {} : { actor }) };
}

/** The metric that a line before a list leads in ("the Company's sites produced"), when its verb stands at the end. */
export function leadCue(text: string): MetricId | undefined {
  const cue = cueBefore(text.slice(-120));
  return cue === undefined || cue.strange.length > 0 || cue.gap.length > 50 || PLANNED.test(text) ? undefined : cue.metric;
}

/** "Self-mined reserve of", "production added to treasury": a noun of holding wins over how the coins came about. */
function heldBy(best: { metric: MetricId; word: string; end: number }, left: string): MetricId {
  return best.metric === "btc_restricted" && /\bun$/i.test(left.slice(0, best.end - best.word.length)) ? "btc_held" : best.metric;
}

function cueAfter(right: string): (Near & { passive: boolean }) | undefined {
  const lead =
    /^[\s,(]*(?:(?:or|and) (?:bitcoin |btc )?equivalents?\s*(?:\([^)]*\)\s*)?)?(?:(?:of (?:that|these|those|them|it)|(?:from|of) (?:the month['’]s |its |our |the )?(?:own )?(?:output|production|mining))\s+)?((?:(?:all|remain(?:ed|s)?|were|was|are|is|have|has|had|been|being|also|that|which|it|we|then|thereof|currently|still)\s+)*)/i.exec(
      right,
    );
  const rest = right.slice(lead?.[0].length ?? 0);
  for (const { metric, pattern } of CUES_AFTER) {
    const match = pattern.exec(rest);
    if (match)
      return { metric, word: match[0], strange: [], gap: lead?.[0] ?? "", passive: /\b(?:were|was|been|are|is)\b/i.test(lead?.[1] ?? "") };
  }
  return undefined;
}

/** Words of a gap that are not glue; times, percentages and brackets are. */
export function strangeWords(gap: string): string[] {
  const plain = withoutWhens(gap, findWhens(gap))
    .replace(/\([^)]*\)/g, " ")
    .replace(/~|≈/g, " ")
    .replace(
      /\b\d[\d.,]*\s?(?:%|per ?cent)\s*(?:(?:higher|lower|more|less|up|down|over|under|above|below|increase|decrease|than|on|from|versus|vs\.?|year|month|m\/m|y\/y)\b[\s.,/]*)*/gi,
      " ",
    )
    .replace(/[’]/g, "'");
  return plain.split(/[^\p{L}\p{N}'-]+/u).filter((word) => word !== "" && word !== "-" && !GLUE.has(word.toLowerCase()));
}

/** A number that was found to be a comparison with the figure before it. */
export function asCompared(spot: Spot, last: Finding): Finding | undefined {
  return sameUnit(spot, last)
    ? { ...last, how: `compared with the figure before it (${last.how})`, compared: true, labelled: false }
    : undefined;
}

/** "against 443 BTC in July 2021" after a figure: the same metric then. Needs its own time. */
function comparedTo(spot: Spot, sentence: Sentence, last: Finding | undefined): Finding | undefined {
  if (last === undefined || !sameUnit(spot, last)) return undefined;
  const left = withoutWhens(spot.left, findWhens(spot.left));
  const dated = sentence.whens.some((when) => {
    const offset = spot.quantity.start - spot.left.length;
    if (when.start < offset || when.end > spot.quantity.end + Math.min(spot.right.length, 40)) return false;
    // "on November 30, 2024, after 0.7 EH/s": the date before the comparing word is the other figure's.
    return when.start > spot.quantity.start || !COMPARING_WORD.test(sentence.text.slice(when.end, spot.quantity.start));
  });
  // "466 BTC in May 2022 and 639 BTC in April 2023": one verb, each with its own month.
  const listed =
    /^\s*(?:in|for|during|on|at|as of|as at)?(?:\s+the\s+end\s+of)?\s*,?\s*(?:and)?\s*$/i.test(left) &&
    (METRICS[last.metric].kind === "flow" ? OWN_MONTH : OWN_DAY).test(spot.right);
  if (!dated || (!COMPARED.test(left) && !listed)) return undefined;
  const own = cueAfter(spot.right);
  if (own !== undefined && own.metric !== last.metric) return undefined;
  return asCompared(spot, last);
}

function sameUnit(spot: Spot, last: Finding): boolean {
  return spot.quantity.kind === "btc"
    ? last.metric.startsWith("btc_")
    : spot.quantity.kind === "hash"
      ? last.metric.endsWith("_ehs")
      : false;
}

export { comparedTo };

/** "463 Bitcoin in April 2025" as a title: production by custom, so only a hint. */
function byHeading(spot: Spot, kind: Passage["kind"]): Finding | undefined {
  if (kind !== "heading" || !/^\s*(?:in|for|during)\b/i.test(spot.right)) return undefined;
  return finding("btc_produced", "a title without a verb", { questions: ["the title does not say what was done with the bitcoin"] });
}
