/**
 * Running text that was copied in narrow lines, told from lists of one statement per line.
 * In: lines without an empty one between. Out: whether they are one paragraph.
 * Rule guarded: lines with labels or columns are never joined into a sentence.
 */
import type { Piece } from "./document";

/** Narrow lines of running text: sentences end inside lines, and several lines go on in small letters. */
export function isFlowing(group: readonly Piece[]): boolean {
  const inside = group.filter((line) => /[a-z\d)][.!?] [A-Z]/.test(line.text)).length;
  const goesOn = group.slice(1).filter((line) => /^[a-z]/.test(line.text)).length;
  const labelled = group.filter((line) => /:\s*[~$(]?\d|\t| {2,}/.test(line.text) && !/\(/.test(line.text)).length;
  return group.length >= 4 && inside >= 2 && goesOn >= 3 && labelled === 0;
}
