/**
 * "- Self-mining" under "Hash rate under management (EH/s)", "of which self-mining" under any row: the row above says what the items of
 * its total count.
 */
import { ANY, WORD_END, worded } from "../languages/languages";
import type { Block } from "./block";

const DASHED = /^\s*[-–—•·]\s/;
const OF_TOTAL = worded`^\s*(?:${ANY.ofTotal})${WORD_END}`;
/** The unit that a label ends with. */
const UNIT = /\([^()]*\)\W*$/;

/** The blocks, where an item without a unit of its own has the total that it belongs to above it; dashes need one that names a unit. */
export function withTotals(blocks: readonly Block[]): Block[] {
  let total: string | undefined;
  return blocks.map((block) => {
    if (block.type !== "row") total = undefined;
    else if (!DASHED.test(block.label) && !OF_TOTAL.test(block.label)) total = block.label;
    else if (total !== undefined && block.section === "" && !UNIT.test(block.label) && (UNIT.test(total) || OF_TOTAL.test(block.label)))
      return { ...block, section: total };
    return block;
  });
}
