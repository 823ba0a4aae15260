/**
 * Figures and labels that stand on lines of their own in turns: "158" above "BTC mined", or "BTC mined" above "158".
 * In: a document's blocks. Out: the blocks with each run of figures above their labels as a small table.
 * Rule guarded: which stands first is taken from the whole run; a run that neither opens nor closes with a label is not joined.
 */
import { type Block, isTable, type Passage, type TableBlock, type TableCell } from "./document";
import { readLabel } from "./labels";
import { findWhens } from "./when";

const VALUE =
  /^(?:approximately\s|about\s|[~≈])?\s?\(?(?:US\$|\$)?\s?\d[\d,.]*\)?\s?(?:[A-Za-z%₿][\w/%₿]{0,9})?(?:\s?(?:million|thousand|BTC))?[¹²³⁴-⁹*+]*$/;

/** A line that is nothing but a figure. */
export const isValue = (block: Block | undefined): block is Passage => block !== undefined && !isTable(block) && VALUE.test(block.text);
const isName = (block: Block | undefined): block is Passage =>
  block !== undefined && !isTable(block) && block.text.length < 80 && !VALUE.test(block.text) && !/[.!?:;]$/.test(block.text);

/** The blocks of a document with figures above labels brought together. */
export function withCards(blocks: readonly Block[]): Block[] {
  const out: Block[] = [];
  let at = 0;
  while (at < blocks.length) {
    const run = isValue(blocks[at]) && opensRun(blocks, at) ? pairsFrom(blocks, at) : [];
    if (run.length >= 2 && run.some(([, label]) => isLabel(label))) {
      out.push(tableOf(run));
      at += run.length * 2;
    } else out.push(...blocks.slice(at, (at += 1)));
  }
  return out;
}

/** Whether what stands above the figure is no name of it: a title or dateline with its date, a paragraph, a table, nothing. */
function opensRun(blocks: readonly Block[], at: number): boolean {
  const above = blocks[at - 1];
  if (isValue(blocks[at - 2])) return false;
  return !isName(above) || (!isLabel(above) && findWhens(above.text).length > 0);
}

const isLabel = (block: Block | undefined): boolean => isName(block) && readLabel(block.text) !== undefined;

/** Pairs of figure and name in turns; none when a figure closes the run, for then the names may stand above. */
function pairsFrom(blocks: readonly Block[], from: number): (readonly [Passage, Passage])[] {
  const pairs: (readonly [Passage, Passage])[] = [];
  let at = from;
  for (; ; at += 2) {
    const [value, name] = [blocks[at], blocks[at + 1]];
    if (!isValue(value)) break;
    if (!isName(name)) return [];
    pairs.push([value, name]);
  }
  return pairs;
}

function tableOf(pairs: readonly (readonly [Passage, Passage])[]): TableBlock {
  const cell = ({ text, start, end }: Passage, column: number): TableCell => ({ text, start, end, column, width: 1 });
  const rows = pairs.map(([value, name]) => [cell(name, 0), cell(value, 1)]);
  return { kind: "table", start: pairs[0]?.[0].start ?? 0, end: pairs.at(-1)?.[1].end ?? 0, rows, glued: false };
}
