/**
 * Lists in a sentence: "MARA and Riot mined 436 and 511 bitcoin", "5 and 7 EH/s in June and July". As many companies or times in a row as
 * figures in a row: each figure has its own. Sentence in → what is dealt out.
 */
import { runsBy } from "@/domain/group";
import type { Mention } from "./companies";
import { anyOf } from "./languages";
import type { Quantity } from "./quantities";
import type { Time } from "./time";

interface Dealt {
  readonly company?: string;
  readonly time?: Time;
}

/** What stands between the items of a list. */
export const LISTED = new RegExp(
  `^(?:\\s*\\([^()]*\\))?\\s*(?:,|,?\\s*(?:${anyOf("and")}|&|or))\\s*(?:(?:${anyOf("about")})\\s|~)?$`,
  "iu",
);

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Neighbours in a text that nothing but commas and "and" part, in runs of two or more. */
const runsOf = <T extends Span>(text: string, items: readonly T[]): T[][] =>
  runsBy(items, (before, item) => LISTED.test(text.slice(before.end, item.start))).filter(({ length }) => length > 1);

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
    const at = run[0]?.start ?? 0;
    /** As many in a row, the nearest before the figures or else behind them. */
    const asMany = <T extends Span>(items: readonly T[]): readonly T[] | undefined => {
      const runs = runsOf(text, items).filter(({ length }) => length === run.length);
      return runs.findLast(([first]) => (first?.start ?? at) < at) ?? runs[0];
    };
    const companies = asMany(mentions.filter(({ id }, i) => id !== mentions[i - 1]?.id));
    const alike = run.every(({ quantity }) => quantity.counted === run[0]?.quantity.counted);
    const ofTimes = companies === undefined && alike ? asMany(times) : undefined;
    run.forEach(({ quantity }, i) => {
      const [company, time] = [companies?.[i]?.id, ofTimes?.[i]];
      dealt.set(quantity, { ...(company !== undefined && { company }), ...(time !== undefined && { time }) });
    });
  }
  return dealt;
}
