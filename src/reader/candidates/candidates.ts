/** Every number of a page that could be a metric's value, with its context. Nothing is decided here. */
import type { Block } from "../blocks/block";
import type { Context, Raw } from "./candidate";
import { rowCandidates } from "./rowCandidates";
import { textCandidates } from "./textCandidates";

/** Rates and counts of things are kept because they confirm or explain others; bare numbers without any mining word are dropped. */
export function candidatesOf(blocks: readonly Block[], context: Context): Raw[] {
  const out: Raw[] = [];
  blocks.forEach((block, at) => {
    if (block.type === "row") rowCandidates(block, at, context, out);
    else textCandidates(block, at, context, out);
  });
  return out;
}
