/**
 * Figures that stand as comparisons: "against 443 BTC in July 2021", "and 639 BTC in April", "down from 375 BTC in April".
 * In: a quantity and the finding before it. Out: the same metric at the other time, or nothing.
 * Rule guarded: a comparison counts only with a time of its own.
 */
import { METRICS } from "@/domain/metric";
import { COMPARED } from "./cues";
import type { Finding } from "./finding";
import { cueAfter } from "./nearCues";
import type { Sentence, Spot } from "./sentences";
import { findWhens, withoutWhens } from "./when";

const OWN_MONTH = /^\s*(?:in|for|during)\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const OWN_DAY = /^\s*(?:on|at|as of|as at)\s+(?:the end of )?(?:\d{1,2} )?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/;
const FROM_BEFORE =
  /\b(?:down|up|from|versus|vs\.?|compared (?:to|with)|than|against|below|above|under|over)\s+(?:from\s+|the\s+|on\s+)*(?:approximately\s+|about\s+)?$/i;
const OWN_TIME =
  /^\s*(?:mined\s+|produced\s+|sold\s+|held\s+)?(?:in|for|during|at|on|as of|of)\s+(?:the\s+(?:end of\s+)?)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|prior|previous|same|month)/;
const COMPARING_WORD = /\b(?:after|against|versus|vs|than|compared|from)\b/i;

/** A number that was found to be a comparison with the figure before it. */
export function asCompared(spot: Spot, last: Finding): Finding | undefined {
  return sameUnit(spot, last)
    ? { ...last, how: `compared with the figure before it (${last.how})`, compared: true, labelled: false }
    : undefined;
}

/** "against 443 BTC in July 2021" after a figure: the same metric then. Needs its own time. */
export function comparedTo(spot: Spot, sentence: Sentence, last: Finding | undefined): Finding | undefined {
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

/** "Production was down from 375 BTC in April", the other side not said; "lost" when it has no time of its own. */
export function loneComparison(spot: Spot): "lost" | "dated" | undefined {
  if (!FROM_BEFORE.test(withoutWhens(spot.left, findWhens(spot.left)))) return undefined;
  return OWN_TIME.test(spot.right) ? "dated" : "lost";
}
