/** Lists in a sentence, "MARA and Riot mined 436 and 511 bitcoin": assigns each figure its own item of an equally long list. */
import { runsBy } from "@/domain/shared/group";
import type { Mention } from "../mentions/companies";
import { ANY, worded } from "../languages/languages";
import { blanked, type Span } from "../page/page";
import type { Quantity } from "../mentions/quantities";
import type { Time } from "../mentions/time";
import { classHits } from "../mentions/words";

export interface Dealt {
  readonly company?: string;
  readonly time?: Time;
  /** The sentence with the words and figures of the other items blanked: each figure then reads like the first. */
  readonly text: string;
}

/** The separator between items of a list. */
export const LISTED = worded`^(?:\s*\([^()]*\))?\s*(?:,|,?\s*(?:${ANY.and}|${ANY.or}|&))\s*(?:${ANY.about}\s|~)?$`;
/** Word classes that each denote a different figure of the same unit. */
const METRIC_WORDS = new Set(["PROD", "SOLD", "HELD", "BUY", "RESTR", "DEPL", "OPER", "AVG"]);

/** Adjacent items with only commas and "and" between them, in runs of two or more. */
const runsOf = <T extends Span>(text: string, items: readonly T[]): T[][] =>
  runsBy(items, (before, item) => LISTED.test(text.slice(before.end, item.start))).filter(({ length }) => length > 1);

/** The company, time or words that each figure of a list has of its own. */
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
    /** A run of equal length, the nearest before the figures, else one after them. */
    const asMany = <T extends Span>(items: readonly T[]): readonly T[] | undefined => {
      const runs = runsOf(text, items).filter(({ length }) => length === run.length);
      return runs.findLast(([first]) => (first?.start ?? at) < at) ?? runs[0];
    };
    const companies = asMany(mentions.filter(({ id }, i) => id !== mentions[i - 1]?.id));
    const alike = run.every(({ quantity }) => quantity.counted === run[0]?.quantity.counted);
    const ofTimes = companies === undefined && alike ? asMany(times) : undefined;
    const words = companies === undefined && ofTimes === undefined && alike ? asMany(differing(text)) : undefined;
    if ((companies ?? ofTimes ?? words) === undefined) continue;
    run.forEach(({ quantity }, i) => {
      const [company, time] = [companies?.[i]?.id, ofTimes?.[i]];
      const others = [...(words ?? []).filter((_, at) => at !== i), ...run.filter((one) => one.quantity !== quantity)];
      dealt.set(quantity, {
        ...(company !== undefined && { company }),
        ...(time !== undefined && { time }),
        text: blanked(text, others),
      });
    });
  }
  return dealt;
}

/** Words of metrics; of several adjacent ones of the same class, the first. */
function differing(text: string): Span[] {
  const hits = classHits(text).filter(({ name }) => METRIC_WORDS.has(name));
  return hits.filter(({ name, start }, i) => name !== hits[i - 1]?.name && start >= (hits[i - 1]?.end ?? 0));
}
