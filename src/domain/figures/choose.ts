/** Chooses one fact among several for one company, metric and period (/method#choose). The others stay attached, best first. */
import { type Fact, isSecondHand, knownSince, SOURCE_KINDS } from "../facts/fact";
import { lengthOf } from "../values/period";
import { agree, decimalsOf } from "../facts/precision";
import type { Decision } from "../facts/record";

export interface Choice {
  readonly chosen: Fact;
  readonly others: readonly Fact[];
}

/** Order: company release, filing, news report, aggregator; then the latest published; then the first recorded. */
export function byPreference(a: Fact, b: Fact): number {
  const kind = SOURCE_KINDS.indexOf(a.source.kind) - SOURCE_KINDS.indexOf(b.source.kind);
  if (kind !== 0) return kind;
  const [dayA, dayB] = [knownSince(a).day, knownSince(b).day];
  if (dayA !== dayB) return dayA > dayB ? -1 : 1;
  // A date given by the source precedes the same date assumed for another, whichever was recorded first.
  if ((a.source.publishedOn === null) !== (b.source.publishedOn === null)) return a.source.publishedOn === null ? 1 : -1;
  // A stock may be stated for a quarter and for its last month; the shorter period is more specific, whatever the recording order.
  if (a.period !== b.period) return lengthOf(a.period) - lengthOf(b.period);
  return a.id - b.id;
}

/** Chooses among facts of one key. A `prefer` decision names the figure as written and overrides the rules. */
export function choose(facts: readonly Fact[], preference?: Decision): Choice | undefined {
  const [only, ...more] = facts;
  if (only !== undefined && more.length === 0) return { chosen: only, others: [] };
  const ranked = [...facts].sort(byPreference);
  const preferred = preference === undefined ? undefined : ranked.find((fact) => fact.written === preference.written);
  const chosen = preferred ?? (ranked[0] && mostPrecise(ranked[0], ranked));
  return chosen === undefined ? undefined : { chosen, others: ranked.filter((fact) => fact !== chosen) };
}

/** Among the facts that agree with the first, the one with the most decimals. A second-hand figure never precedes a source's own. */
function mostPrecise(first: Fact, ranked: readonly Fact[]): Fact {
  const same = ranked.filter((fact) => agree(fact, first) && (!isSecondHand(fact.source) || isSecondHand(first.source)));
  return same.reduce((best, fact) => (decimalsOf(fact) > decimalsOf(best) && fact.value !== best.value ? fact : best), first);
}

/** The facts not chosen that state another number. A rounded form of the same number agrees. */
export const disagreeing = (choice: Choice): Fact[] => choice.others.filter((fact) => !agree(fact, choice.chosen));
