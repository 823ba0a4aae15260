/** Splits running text into sentences, and anything longer than a sentence into pieces, so that work on each is bounded. */
import type { TextBlock } from "../blocks/block";
import { ANY, WORD_END, worded } from "../languages/languages";
import { matchesIn } from "../page/page";

export interface Sentence {
  readonly text: string;
  /** Offset in the page's text. */
  readonly start: number;
}

const END =
  /(?=[.!?])(?<!\b[A-Z])(?<!(?<![\d.,])\d\d?(?=\.\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)))(?<!\b(?:Mio|Mrd)(?=\.\s(?:US|Dollar|Euro|Bitcoin|BTC)))(?<!\b(?:Inc|Ltd|Corp|Co|[Aa]pprox|[Pp]rev|vs|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|U\.S|ca|bzw|z\.B))(?<!\.{3})[.!?]["”’)]?\s+(?=(?:[-–]\s)?[\p{Lu}\p{Lo}“"$\d•(¡¿])|[.!?](?<=\p{Ll}{3}.)(?=\p{Lu}\p{Ll}*\s)|[。！？；]|;(?=\p{Lo})|;\s+(?![^()]{0,200}\))|\s•\s|\((?<=\s.)\d{1,2}\)\s+(?=[-–•\p{Lu}])/gu;
const LONGEST = 1200;
/** "It mined 2,031. That compares to 2,020 in the quarter before." */
const AGAIN = worded`^${ANY.again}${WORD_END}`;
const AGAIN_WITHIN = 60;

/** The sentences of a block, in order. */
export function sentencesOf(block: TextBlock): Sentence[] {
  const found: Sentence[] = [];
  let from = 0;
  for (const match of matchesIn(block.text, END)) {
    const next = match.index + match[0].length;
    if (AGAIN.test(block.text.slice(next, next + AGAIN_WITHIN))) continue;
    addPieces(block, from, match.index + 1, found);
    from = next;
  }
  addPieces(block, from, block.text.length, found);
  return found;
}

function addPieces({ text, start }: TextBlock, from: number, to: number, found: Sentence[]): void {
  for (let at = from; at < to;) {
    const space = at + LONGEST < to ? text.lastIndexOf(" ", at + LONGEST) : -1;
    const end = space > at + LONGEST / 2 ? space + 1 : Math.min(to, at + LONGEST);
    found.push({ text: text.slice(at, end), start: start + at });
    at = end;
  }
}
