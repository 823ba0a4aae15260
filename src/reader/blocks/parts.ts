/** "- Self-mining" under "Hash rate under management (EH/s)": what counts the parts of the row above is named there. */
import type { Block } from "./block";

const OF_WHOLE = /^\s*(?:[-–—•·]\s+|(?:thereof|of which)\b)/i;
/** The unit that a label ends with. */
const UNIT = /\([^()]*\)\W*$/;

/** The blocks, where each row that begins as a part, and names no unit, has the row that it is a part of above it. */
export function withWholes(blocks: readonly Block[]): Block[] {
  let whole: string | undefined;
  return blocks.map((block) => {
    if (block.type !== "row") whole = undefined;
    else if (!OF_WHOLE.test(block.label)) whole = block.label;
    else if (whole !== undefined && block.section === "" && !UNIT.test(block.label)) return { ...block, section: whole };
    return block;
  });
}
