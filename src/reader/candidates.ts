/** Every number of a page that a metric could be counted in, with what is said around it. Nothing is decided here. */
import type { Block } from "./block";
import type { Context, Raw } from "./rawCandidate";
import { rowCandidates } from "./rowCandidates";
import { textCandidates } from "./textCandidates";

/** Rates and things are kept because they confirm or explain others; bare numbers without any word of mining are not. */
export function candidatesOf(blocks: readonly Block[], context: Context): Raw[] {
  const out: Raw[] = [];
  blocks.forEach((block, at) => {
    if (block.type === "row") rowCandidates(block, at, context, out);
    else textCandidates(block, at, context, out);
  });
  return out;
}
