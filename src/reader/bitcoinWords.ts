/**
 * What was done with a number of bitcoin, by the words next to it: mined, sold, bought, held, pledged.
 * In: a quantity of bitcoin and its clause. Out: the metric with doubts, or nothing.
 * Rule guarded: rates, differences, equivalents, loans, options and other people's bitcoin are no figures of the company.
 */
import { comparedTo, loneComparison } from "./comparisons";
import {
  DIFFERENCE_AFTER,
  DIFFERENCE_BEFORE,
  EQUIVALENT_AFTER,
  EQUIVALENT_BEFORE,
  NOT_OWN,
  OTHER_USE,
  RATE_AFTER,
  RATE_BEFORE,
  WITH_EQUIVALENTS,
} from "./cues";
import type { Passage } from "./document";
import { finding, type Finding } from "./finding";
import { byCues, cueAfter, OWN_AFTER } from "./nearCues";
import type { Sentence, Spot } from "./sentences";
import { findWhens, withoutWhens } from "./when";

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
    RANGE_BEFORE.test(withoutWhens(left, findWhens(left))) ||
    RANGE_AFTER.test(right) ||
    isNextLabel(right) ||
    DIFFERENCE_AFTER.test(right) ||
    DIFFERENCE_BEFORE.test(left) ||
    (/\bremaining\s*$/i.test(left) && cueAfter(right)?.passive !== true)
  )
    return undefined;
  if (NOT_OWN.test(left.slice(-70)) || OTHER_USE.test(left.slice(-50)) || OTHER_USE.test(right.slice(0, 22))) return undefined;
  // "Sold 46% of the 215 BTC that it mined": what stands before counts a part of the figure.
  if (
    /(?:%|\bper ?cent|\bhalf|\bthirds?|\bquarters?|\bmost|\bmuch|\bsome|\bpart|\bportion|\bmajority|\bbulk|\brest|\bnone|\d) of (?:the|its|our|these|those|all)?\s*(?:approximately\s|about\s)?$/i.test(
      left,
    )
  ) {
    const whole = cueAfter(right);
    return whole === undefined ? undefined : finding(whole.metric, `"${whole.word}" after the figure`);
  }
  const cued = byCues(spot) ?? byHeading(spot, kind);
  const alone = last === undefined ? loneComparison(spot) : undefined;
  if (alone === "lost") return undefined;
  const found = cued !== undefined && alone === "dated" ? { ...cued, compared: true } : cued;
  const mixed = found?.metric === "btc_produced" && !found.own && MIXED_AFTER.test(sentence.text.slice(quantity.end));
  if (found !== undefined && mixed) return { ...found, doubts: [...found.doubts, "a part of it was mined for or with others"] };
  if (found === undefined || !withEquivalents) return found;
  return { ...found, notes: [...found.notes, "includes bitcoin equivalents"] };
}

/** "500 to 600 BTC", "between 500 BTC and 600 BTC". */
export const RANGE_BEFORE = /\d\s*(?:[-–]|to|or)\s*$|\bbetween\b[^.;]{0,40}$/i;
const RANGE_AFTER = /^\s*(?:[-–]|to|or)\s*\d/i;

/** "of which 148 by hosted customers": the figure before is a mixture. */
export const MIXED_AFTER =
  /\b(?:host(?:ed|ing)|customers?|clients?|cloud|third[- ]part\w*|partners?|belong\w*|subsidiar\w+|joint venture|JV)\b/i;

/** "216.9 Bitcoin mined in August: 104": the coin opens the next label. */
const isNextLabel = (right: string): boolean => /^[^.;,()]{0,60}:\s*[~$(]?\d/.test(right);

/** "463 Bitcoin in April 2025" as a title: production by custom, so only a hint. */
function byHeading(spot: Spot, kind: Passage["kind"]): Finding | undefined {
  if (kind !== "heading" || !/^\s*(?:in|for|during)\b/i.test(spot.right)) return undefined;
  return finding("btc_produced", "a title without a verb", { questions: ["the title does not say what was done with the bitcoin"] });
}
