/**
 * Zero said in words: "No bitcoin was sold in September", "sold no BTC".
 * In: a sentence. Out: the quantity of zero and what it is.
 * Rule guarded: words are not a figure, so a person confirms them.
 */
import { finding, type Finding } from "./finding";
import type { Sentence, Spot } from "./sentences";

const NONE_SOLD =
  /\bno (?:bitcoins?|btc) (?:was|were|has been|have been) (?:sold|liquidated)\b|\b(?:sold|sells|selling|liquidated) (?:no|zero|none of its) (?:bitcoins?|btc)\b|\b(?:has|have|had) (?:not|n['’]t) (?:yet )?(?:sold|liquidated) any (?:of (?:its|our|the) )?(?:mined |produced )?(?:bitcoins?|btc)\b|\b(?:bitcoins?|btc)\b[^.]{0,80}\bnone (?:of (?:it|them|these) )?(?:was|were) (?:sold|liquidated)\b|\bno (?:bitcoins?|btc) sales\b|\bdid(?: not|n['’]t) (?:sell|liquidate|dispose of) any (?:of (?:its|our|the) )?(?:mined |produced )?(?:bitcoins?|btc)\b|\bdid(?: not|n['’]t) (?:sell|part with|dispose of|liquidate) (?:a single|one|even one) (?:bitcoin|btc|coin)\b|\b(?:we|the company|the group|it) sold (?:none|nothing)\b(?! of)|\b(?:none|nothing) (?:of (?:it|them|these|that|the (?:output|production|coins)) )?(?:was|were) sold\b|\bno (?:coins?|sales? of (?:bitcoins?|btc)) (?:was|were|took place)(?: sold| made)?\b/i;

/** The statement that nothing was sold, with its place; undefined when the sentence makes none. */
export function noneSold(sentence: Sentence): { found: Finding; spot: Spot } | undefined {
  const match = NONE_SOLD.exec(sentence.text);
  if (!match) return undefined;
  const start = match.index;
  const end = start + match[0].length;
  const { text } = sentence;
  const quantity = { kind: "btc" as const, plain: "0", written: match[0], start, end, adjective: "", doubts: [] };
  const spot: Spot = {
    quantity,
    left: text.slice(0, start),
    right: text.slice(end),
    before: text.slice(0, start),
    clause: text,
    clauseStart: 0,
    clauseEnd: text.length,
    afterCoin: false,
  };
  return { found: finding("btc_sold", "zero said in words", { doubts: ["zero is said in words, not as a figure"] }), spot };
}
