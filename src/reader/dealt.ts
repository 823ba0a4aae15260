/**
 * Lists in a sentence: "MARA and Riot mined 436 and 511 bitcoin", "5 and 7 EH/s in June and
 * July". As many companies or times in a row as figures in a row: each figure has its own. Sentence in → what is dealt out.
 */
import type { Mention } from "./companies";
import type { Quantity } from "./quantities";
import type { Time } from "./times";

export interface Dealt {
  readonly company?: string;
  readonly time?: Time;
  /** The sentence with the figures of the others blank: each stands where the first one does. */
  readonly text: string;
}

const LISTED = /^(?:\s*\([^()]*\))?\s*(?:,|,?\s*(?:and|&|y|und|e|et|or))\s*(?:the\s|about\s|approximately\s|~)?$/i;
interface Span {
  readonly start: number;
  readonly end: number;
}

/** Neighbours in a text that nothing but commas and "and" part, in runs of two or more. */
function runsOf<T extends Span>(text: string, items: readonly T[]): T[][] {
  const runs: T[][] = [];
  for (const item of items) {
    const before = runs.at(-1)?.at(-1);
    if (before !== undefined && LISTED.test(text.slice(before.end, item.start))) runs.at(-1)?.push(item);
    else runs.push([item]);
  }
  return runs.filter(({ length }) => length > 1);
}

/** What each figure of a list has of its own. */
export function dealtOut(
  text: string,
  mentions: readonly Mention[],
  times: readonly Time[],
  quantities: readonly Quantity[],
): Map<Quantity, Dealt> {
  const dealt = new Map<Quantity, Dealt>();
  const spans = quantities.map((quantity) => ({ quantity, start: quantity.from, end: quantity.to }));
  for (const run of runsOf(text, spans)) {
    const asMany = <T extends Span>(items: readonly T[]): readonly T[] | undefined =>
      runsOf(text, items).find(({ length }) => length === run.length);
    const companies = asMany(mentions.filter(({ id }, i) => id !== mentions[i - 1]?.id));
    const alike = run.every(({ quantity }) => quantity.counted === run[0]?.quantity.counted);
    const ofTimes = companies === undefined && alike ? asMany(times) : undefined;
    if (companies === undefined && ofTimes === undefined) continue;
    run.forEach(({ quantity }, i) => {
      const [company, time] = [companies?.[i]?.id, ofTimes?.[i]];
      const others = run.filter((one) => one.quantity !== quantity);
      dealt.set(quantity, {
        ...(company !== undefined && { company }),
        ...(time !== undefined && { time }),
        text: withoutSpans(text, others),
      });
    });
  }
  return dealt;
}

const withoutSpans = (text: string, spans: readonly Span[]): string =>
  spans.reduce((rest, { start, end }) => rest.slice(0, start) + "_".repeat(end - start) + rest.slice(end), text);

/** "436 and 511 bitcoin": a bare number takes the unit of the next in its list. */
export function withListed(quantities: readonly Quantity[], text: string, counts: (quantity: Quantity) => boolean): Quantity[] {
  return quantities.reduceRight<Quantity[]>((done, one) => {
    const [next] = done;
    const listed = one.counted === "none" && next !== undefined && counts(next) && !/^20[12]\d$/.test(one.plain);
    return [listed && LISTED.test(text.slice(one.to, next.from)) ? { ...one, counted: next.counted } : one, ...done];
  }, []);
}
