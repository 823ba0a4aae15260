/**
 * Passages that only together say something: "Bitcoin mined:" above "31 BTC", and "the sites produced:" above its bullets;
 * and passages that say nothing of this release: the list of other headlines that a web page adds.
 * In: a document's blocks. Out: the blocks to read, each with what the line above it leads in.
 * Rule guarded: a label and its figure are joined only when nothing stands between them.
 */
import { type Block, type Document, isTable, type Passage, pieceOf } from "./document";
import { isValue, withCards } from "./cards";
import { leadCue } from "./nearCues";
import { readLabel } from "./labels";
import type { MetricId } from "@/domain/metric";
import { NUMERAL } from "./numerals";
import { findWhens, withoutWhens } from "./when";

/** What a line that ends in a colon says about the bullets below it. */
export interface Lead {
  readonly metric: MetricId | undefined;
  readonly text: string;
}

export interface Joined {
  readonly block: Block;
  readonly lead: Lead | undefined;
}

/** Opens a list of other headlines that a web page adds. */
export const RELATED =
  /^(?:you (?:may|might) also (?:like|enjoy|be interested)|related (?:articles?|news|stories|posts|content|headlines|reading|links)|more (?:from|news|stories|on this|headlines)|most (?:read|popular|viewed)|read (?:more|next|also)|see also|recommended|trending|latest (?:news|headlines|stories)|other (?:news|headlines)|popular (?:now|stories)|also in the news|in other news|around the web|up next|what to read next)\b.{0,40}$|^related:/i;
const VALUE = new RegExp(
  String.raw`^(?:(?:approximately|about)\s|[~≈])?\s?\(?(?:US\$|\$)?\s?${NUMERAL}\)?\s?(?:EH\/s|PH\/s|TH\/s|EH|PH|BTC|bitcoins?|₿|million|thousand)?[¹²³⁴-⁹*]*$`,
  "i",
);
const OPENS_WITH_FIGURE = /^(?:(?:approximately|about|some|around)\s|[~≈(])*\s?(?:US\$|\$)?\s?\d|^(?:nil|none|zero)\b/i;

/** The blocks of a document in reading order. */
export function joinedBlocks(document: Document): Joined[] {
  const blocks = withCards(withoutRelated(document.blocks));
  // In a table that lost its lines a label may stand above another column's figure.
  const hasColumns = blocks.some((block) => isTable(block) && block.rows.some((row) => row.length > 2));
  const joined: Joined[] = [];
  let lead: Lead | undefined;
  for (let at = 0; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block === undefined) continue;
    const next = blocks[at + 1];
    if (isTable(block)) {
      joined.push({ block, lead: undefined });
      lead = undefined;
      continue;
    }
    // A figure above the label that nothing has claimed may be the label's own.
    const loose = isValue(blocks[at - 1]) && joined.at(-1)?.block === blocks[at - 1] && !block.text.endsWith(":");
    const pair = next === undefined || isTable(next) || loose ? undefined : pairOf(document.text, block, next, hasColumns);
    if (pair !== undefined) {
      joined.push({ block: pair, lead: undefined });
      at += 1;
      continue;
    }
    if (block.text.endsWith(":") && block.text.length < 500) lead = { metric: leadCue(block.text.slice(0, -1)), text: block.text };
    else if (block.kind !== "bullet") lead = undefined;
    joined.push({ block, lead: block.kind === "bullet" && OPENS_WITH_FIGURE.test(block.text) ? lead : undefined });
  }
  return joined;
}

/** A label and the figure on the line below it as one passage with a colon between them, offset for offset. */
function pairOf(text: string, label: Passage, value: Passage, hasColumns: boolean): Passage | undefined {
  const colon = label.text.endsWith(":");
  if (label.text.length > 90 || value.start - label.end > 12 || /\d/.test(withoutWhens(label.text, findWhens(label.text))))
    return undefined;
  if ((!colon && hasColumns) || !(colon ? OPENS_WITH_FIGURE.test(value.text) : VALUE.test(value.text))) return undefined;
  const found = readLabel(label.text.replace(/:$/, ""));
  if (found === undefined || (!colon && found.doubts.length > 0)) return undefined;
  const piece = pieceOf(text, label.start, value.end);
  const gap = label.end - label.start;
  const joined = colon ? piece.text : `${piece.text.slice(0, gap)}:${piece.text.slice(gap + 1)}`;
  return { ...piece, kind: "bullet", text: joined };
}

/** Leaves out lists of other headlines, up to the next paragraph or table that stands for itself. */
function withoutRelated(blocks: readonly Block[]): Block[] {
  let skipping = false;
  return blocks.filter((block) => {
    if (isTable(block)) skipping = false;
    else if (/^related:\s*\S/i.test(block.text)) return false;
    else if (RELATED.test(block.text)) skipping = true;
    else if (block.text.length > 200) skipping = false;
    return !skipping;
  });
}
