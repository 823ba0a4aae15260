/**
 * The verb or noun beside a number of bitcoin: "mined 215 BTC", "215 BTC were sold", "holdings of 9,084 BTC".
 * In: a quantity with the words around it. Out: the metric that the nearest word gives, with what is doubtful about it.
 * Rule guarded: words between that are not understood make a question, a verb that stands for two numbers a doubt.
 */
import type { MetricId } from "@/domain/metric";
import { CUES_AFTER, CUES_BEFORE, GLUE, PLANNED } from "./cues";
import { finding, type Finding } from "./finding";
import type { Spot } from "./sentences";
import { findWhens, withoutWhens } from "./when";

/** "58 BTC from self-mining", "58 bitcoin by its own machines". */
export const OWN_AFTER =
  /^[\s,(]*(?:(?:mined|produced|earned)\s+)?(?:from|by|through|in)\s+(?:[\w'’]+\s+){0,2}(?:own\s+)?self-min(?:ing|ed)\b/i;
const SITE =
  /\b(?:at|in)\s+(?:(?:the|its|our)\s+)?(?!(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\b|Q[1-4]|H[12]|Bitcoin|BTC|North America)[A-Z][a-z]{2,}/;

/** "200 BTC were mined at Rockdale", "11 EH/s in Texas": perhaps a part only. */
export function mayBeOneSite(spot: Spot): string[] {
  const named = SITE.test(spot.left.slice(-45)) || SITE.test(spot.right.slice(0, 60)) || ONE_SITE.test(spot.before);
  return named ? ["perhaps the figure of one site only"] : [];
}

/** "Its Rockdale facility produced": one does it, not the company. */
const ONE_SITE =
  /\b(?:facility|site|campus|plant|data ?cent(?:er|re)|farm|location|building|mine|hall)\s+(?:alone\s+|also\s+|has\s+|had\s+)?(?:self-)?(?:mined|produced|earned|generated|yielded|brought|contributed|delivered)\b/i;

const TWO_VERBS =
  /\b(?:mined|produced|earned|sold|bought|purchased|held|holds|liquidated)(?: and|\/|, | or)\s*(?:then |also )?(?:mined|produced|earned|sold|bought|purchased|held|holds|liquidated)\s+(?:approximately\s+|about\s+)?$/i;

/** "Opening balance", "average holdings", "the start of May". */
const NOT_AT_END =
  /\b(?:opening|beginning|began|begun|started|start of|brought forward|average|avg|mean|peak(?:ed)?|highest|lowest|maximum|minimum|pro forma|intra-?month|mid-?month)\b(?![^.;]*\b(?:end|ended|closed|finished)\b)/i;
export const NOT_WHOLE =
  /^\s*,?\s*\(?(?:before|prior to|ahead of|after (?:the|its|our|a|settl\w+|sell\w+)|excluding|excl\.|without|not (?:including|counting)|net of|exclusive of|other than|apart from|following|pending)\b/i;

interface Near {
  readonly metric: MetricId;
  readonly word: string;
  readonly strange: readonly string[];
  readonly gap: string;
  readonly actor?: string;
}

export function byCues(spot: Spot): Finding | undefined {
  // "Holdings rose by 76 BTC to 7,190 BTC": the word stands before the difference.
  const isResult = /^[\s,]*to(?:\s+(?:a\s+)?(?:total|record)(?:\s+of)?)?\s*(?:approximately\s*|about\s*)?$/i.test(
    withoutWhens(spot.left, findWhens(spot.left)).replace(/^\s*(?:on|at|in|as of)\s+(?=to\b)/i, " "),
  );
  // "2,613 Ethereum and 227 Bitcoin": two coins share one verb.
  const beside = /^\s*(?:,|and|&|as well as|plus)\s*$/i.test(spot.left) && spot.afterCoin;
  const before = cueBefore(
    beside
      ? spot.before.replace(/\d[\d.,]*\s*[a-z]+\s*(?:,|and|&|as well as|plus)+\s*$/i, "")
      : isResult
        ? spot.before.replace(/\b(?:by|from)\s+(?:approximately\s+|about\s+)?\d[\d.,]*\s*(?:btc|bitcoins?)\s*/i, "")
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
  if (chosen.metric === "btc_held" && NOT_AT_END.test(spot.left.slice(-90))) doubts.push("not the balance at the month's end");
  if (chosen.metric === "btc_held" && NOT_WHOLE.test(spot.right)) doubts.push("the words after the figure take something out of it");
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
  // "2 bitcoin were bought and 9 bitcoin converted": the second number opens a statement of its own.
  if (after.passive || before.strange.length > 0 || /\band\s*$/i.test(before.gap)) return after;
  return /,/.test(before.gap) ? after : before;
}

/** "Sold all 215 BTC that it mined", "all of the 215 BTC mined were sold": production and sales at once. */
export function soldWhole({ left, right }: Spot): Finding | undefined {
  const before = /\b(?:sold|liquidated|moneti[sz]ed) (?:all|every one)(?: of)?(?: the| its| our)? (?:approximately |about )?$/i.test(left);
  const after =
    /\ball(?: of)?(?: the| its| our)? $/i.test(left) && /^[^.;]{0,60}\b(?:was|were) (?:then )?(?:sold|liquidated)\b/i.test(right);
  if (!before && !after) return undefined;
  return finding("btc_sold", "all of what was mined was sold", { questions: ["older bitcoin may have been sold besides"] });
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

export function cueAfter(right: string): (Near & { passive: boolean }) | undefined {
  const lead =
    /^[\s,(]*(?:(?:or|and) (?:bitcoin |btc )?equivalents?\s*(?:\([^)]*\)\s*)?)?(?:(?:of (?:that|these|those|them|it)|(?:from|of) (?:the month['’]s |its |our |the )?(?:own )?(?:output|production|mining))\s+)?((?:(?:all|remain(?:ed|s)?|were|was|are|is|have|has|had|been|being|also|that|which|it|we|then|thereof|currently|still|in custody(?=\s+(?:pledged|restricted|posted|as)\b))\s+)*)/i.exec(
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
