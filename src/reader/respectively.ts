/**
 * "Held 9,084 and 8,872 bitcoin on May 31 and April 30, 2024, respectively": figures and times told off in pairs.
 * In: a sentence with "respectively". Out: the sentence with all its figures and the time of each; or that the pairs are not clear.
 * Rule guarded: pairs are made only between as many figures as times, each list in one piece.
 */
import { NUMERAL, type NumeralStyle, readNumeral } from "./numerals";
import type { Sentence } from "./sentences";
import type { Quantity } from "./units";
import type { When } from "./when";

export interface Paired {
  readonly sentence: Sentence;
  /** Time by the figure's place; undefined where the pairs are not clear. */
  readonly times: ReadonlyMap<number, When> | undefined;
}

const LIST = new RegExp(String.raw`(${NUMERAL})\s*(?:[A-Za-z/₿]+)?\s*(?:,|and|,\s*and|&)\s*(?:approximately\s|about\s)?$`);

/** The pairs of a sentence; undefined when it makes none. */
export function pairedTimes(sentence: Sentence, style: NumeralStyle): Paired | undefined {
  const { text } = sentence;
  const said = /\brespectively\b/i.test(text);
  const whens = runOf(
    sentence.whens.filter((when) => ["month", "day"].includes(when.kind)),
    text,
  );
  // "Production for May and April was 215 BTC and 375 BTC": told off in pairs without the word.
  if (!said && whens.length < 2) return undefined;
  const quantities = withFirst(sentence, style).filter(({ kind }) => kind === "btc" || kind === "hash");
  const list = runOf(quantities, text);
  const counted = {
    ...sentence,
    quantities: [...sentence.quantities.filter((q) => !list.includes(q)), ...list].sort((a, b) => a.start - b.start),
  };
  if (list.length < 2 || whens.length !== list.length || quantities.length !== list.length) return { sentence, times: undefined };
  const year = whens.at(-1)?.year;
  const dated = whens.map((when): When => (when.year === undefined && year !== undefined ? { ...when, year } : when));
  return {
    sentence: counted,
    times: new Map(list.flatMap((quantity, i) => (dated[i] === undefined ? [] : [[quantity.start, dated[i]] as const]))),
  };
}

/** The numbers of a list whose unit stands only behind the last. */
function withFirst({ text, quantities }: Sentence, style: NumeralStyle): Quantity[] {
  const all = [...quantities];
  for (const quantity of quantities) {
    let before = quantity;
    for (let match = tailOf(text, before.start); match; match = tailOf(text, before.start)) {
      const raw = match[1] ?? "";
      const numeral = readNumeral(raw, style);
      const start = Math.max(0, before.start - 60) + match.index;
      if (numeral === undefined || all.some((other) => other.start <= start && start < other.end)) break;
      before = { ...quantity, plain: numeral.plain, written: raw, start, end: start + raw.length, doubts: [] };
      all.push(before);
    }
  }
  return all.sort((a, b) => a.start - b.start);
}

/** A number that ends in "and" or a comma right before `end`. */
const tailOf = (text: string, end: number): RegExpExecArray | null => LIST.exec(text.slice(Math.max(0, end - 60), end));

/** The longest run of pieces with nothing but "and" or a comma between them. */
function runOf<T extends { readonly start: number; readonly end: number }>(pieces: readonly T[], text: string): T[] {
  let best: T[] = [];
  let run: T[] = [];
  for (const piece of pieces) {
    const last = run.at(-1);
    const joined =
      last !== undefined &&
      /^\s*(?:BTC|bitcoins?)?\s*(?:,|and|,\s*and|&|,?\s*(?:20[12]\d)?,?\s*and)?\s*(?:on\s|in\s|at\s|approximately\s|about\s)?$/i.test(
        text.slice(last.end, piece.start),
      );
    run = joined ? [...run, piece] : [piece];
    if (run.length > best.length) best = run;
  }
  return best;
}
