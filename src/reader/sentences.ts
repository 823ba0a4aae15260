/** Splits running text into sentences, and anything longer than a sentence into pieces, so that work on each is bounded. */
import type { TextBlock } from "./block";
import { ANY, WORD_END, worded } from "./languages";

export interface Sentence {
  readonly text: string;
  /** Offset in the page's text. */
  readonly start: number;
}

const END =
  /(?=[.!?])(?<!\b[A-Z])(?<!(?<![\d.,])\d\d?(?=\.\s(?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)))(?<!\b(?:Mio|Mrd)(?=\.\s(?:US|Dollar|Euro|Bitcoin|BTC)))(?<!\b(?:Inc|Ltd|Corp|Co|[Aa]pprox|vs|No|Nos|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|U\.S|ca|bzw|z\.B))(?<!\.{3})[.!?]["”’)]?\s+(?=(?:[-–]\s)?[\p{Lu}\p{Lo}“"$\d•(¡¿])|[.!?](?<=\p{Ll}{3}.)(?=\p{Lu}\p{Ll}*\s)|[。！？；]|;(?=\p{Lo})|;\s+(?![^()]{0,200}\))|\s•\s|\((?<=\s.)\d{1,2}\)\s+(?=[-–•\p{Lu}])/gu;
const LONGEST = 1200;
/** "It mined 2,031. That compares to 2,020 in the quarter before." */
const AGAIN = worded`^${ANY.again}${WORD_END}`;
const AGAIN_WITHIN = 60;

/** The sentences of a block, in order. */
export function sentencesOf(block: TextBlock): Sentence[] {
  const found: Sentence[] = [];
  const push = (from: number, to: number): void => {
    for (let at = from; at < to;) {
      let end = Math.min(to, at + LONGEST);
      if (end < to) {
        const space = block.text.lastIndexOf(" ", end);
        if (space > at + LONGEST / 2) end = space + 1;
      }
      found.push({ text: block.text.slice(at, end), start: block.start + at });
      at = end;
    }
  };
  let from = 0;
  for (const match of block.text.matchAll(END)) {
    const next = match.index + match[0].length;
    if (AGAIN.test(block.text.slice(next, next + AGAIN_WITHIN))) continue;
    push(from, match.index + 1);
    from = next;
  }
  push(from, block.text.length);
  return found;
}
