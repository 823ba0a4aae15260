/**
 * Every number of a page with what is said around it: its unit, the words of its row or sentence as features, the time beside it, whose it
 * is. Blocks in → candidates out. Nothing is decided here, and nothing is left out but numbers that no metric could be counted in.
 */
import type { Block } from "./block";
import type { Context, Raw } from "./rawCandidate";
import { rowCandidates } from "./rowCandidates";
import { textCandidates } from "./textCandidates";

/** Rates and things are kept because they confirm or explain others; bare numbers without any word of mining are not. */
export function candidatesOf(blocks: readonly Block[], context: Context): Raw[] {
  const out: Raw[] = [];
  let place = 0;
  blocks.forEach((block, at) => {
    if (block.type === "row") {
      place += 1;
      rowCandidates(block, { at, place }, context, out);
    } else place = textCandidates(block, { at, place }, context, out);
  });
  return out;
}
