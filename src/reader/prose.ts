/**
 * Figures of sentences, bullets and headings: "mined 215 BTC in September, after 235 BTC in August", "BTC held: 1,627".
 * In: one passage, the heading above it and what the document is about. Out: readings with their doubts.
 * Rule guarded: a figure counts only with a word that says what was done with it, next to it, in a clause about the company's own past.
 */
import { toUnits } from "@/domain/amount";
import type { MetricId } from "@/domain/metric";
import type { Passage } from "./document";
import { type Paired, pairedTimes } from "./respectively";
import { readingOf } from "./proseReading";
import { bitcoinMetric, isDailyRate } from "./bitcoinWords";
import { soldWhole } from "./nearCues";
import { asCompared } from "./comparisons";
import { finding, type Finding } from "./finding";
import { withBareNumbers } from "./bareNumbers";
import { hashMetric, moneyMetric } from "./otherWords";
import { NOT_OWN, PLANNED } from "./cues";
import type { NumeralStyle } from "./numerals";
import { labelledQuantity } from "./labelled";
import { periodOf, type Scope } from "./periods";
import type { DailyRate, Reading, Readings, Subject } from "./reading";
import { type Sentence, sentencesOf, type Spot, spotsOf, whenOf } from "./sentences";
import { exactAmount } from "./units";
import { noneSold } from "./zeroWords";
import type { When } from "./when";

/** Reads one passage. `scope`: what the heading above it says about its time; `led`: what the line above its list says was done;
 * `before`: what the passage before it spoke of last. */
export function readPassage(
  passage: Passage,
  scope: Scope,
  subject: Subject,
  style: NumeralStyle,
  led?: MetricId,
  before?: MetricId,
): Readings {
  const readings: Reading[] = [];
  const daily: DailyRate[] = [];
  const aboutBitcoin = !/\beth(?:er|ereum)?\b/i.test(passage.text);
  let topic: MetricId | undefined;
  for (const plain of sentencesOf(passage, style)) {
    const none = noneSold(plain);
    const zero = none && readingOf(none.found, none.spot, plain, passage, scope, subject, undefined);
    if (zero) readings.push(zero);
    const labelled = labelledQuantity(plain, style, subject, before);
    const paired = pairedTimes(labelled?.sentence ?? plain, style);
    const { sentence, compared, during, times } = withBareNumbers(paired?.sentence ?? labelled?.sentence ?? plain, style, aboutBitcoin);
    const unclear = doubtsOf(sentence, paired);
    let last: Finding | undefined;
    let carried: When | undefined;
    for (const spot of spotsOf(sentence)) {
      if (isDailyRate(spot) && !times.has(spot.quantity.start)) {
        const rate = rateOf(sentence, spot, scope, subject);
        if (rate) daily.push(rate);
        continue;
      }
      if (labelled?.skipped.includes(spot.quantity.start) === true) continue;
      const pairTime = paired?.times?.get(spot.quantity.start);
      const ownTime = pairTime ?? times.get(spot.quantity.start);
      const said =
        labelled?.findings.get(spot.quantity.start) ??
        findingOf(spot, sentence, last, passage.kind, topic, compared, during) ??
        (led === undefined ? undefined : ledFinding(led, spot, sentence));
      const sharesVerb = said === undefined && pairTime !== undefined && last !== undefined;
      const found = sharesVerb ? asCompared(spot, last ?? finding("btc_held", "")) : said;
      if (found === undefined) continue;
      last = found;
      topic = found.metric;
      const doubted = {
        ...found,
        compared: found.compared && pairTime === undefined,
        doubts: [...found.doubts, ...(found.labelled ? [] : unclear)],
      };
      const reading = readingOf(doubted, spot, sentence, passage, scope, subject, carried, ownTime);
      if (!found.compared) carried = whenOf(sentence, spot, carried)?.when;
      if (reading) readings.push(reading);
      const whole = found.metric === "btc_produced" ? soldWhole(spot) : undefined;
      const sold = whole && readingOf(whole, spot, sentence, passage, scope, subject, carried, ownTime);
      if (sold) readings.push(sold);
    }
  }
  return { readings, daily, warnings: [] };
}

/** What speaks against every figure of a sentence. */
function doubtsOf({ text }: Sentence, paired: Paired | undefined): string[] {
  return [
    ...(paired !== undefined && paired.times === undefined ? ["which figure belongs to which of the times is not clear"] : []),
    ...(CORRECTING.test(text) ? ["the sentence speaks of a correction"] : []),
  ];
}

const CORRECTING =
  /\b(?:revis(?:ed|ion|es)|correct(?:ed|ion|s|ing)\b(?! by)|restat(?:ed|es|ement)|previously (?:reported|stated|announced|published|disclosed)|(?:earlier|originally|initially) (?:reported|stated|announced|published)|instead of|rather than|in error|overstated|understated|double[- ]counted|counted twice)\b/i;

/** "The sites produced:" above "244 Bitcoin": the bullet's first figure takes its verb from the line above. */
function ledFinding(led: MetricId, spot: Spot, sentence: Sentence): Finding | undefined {
  const isFirst = sentence.quantities[0] === spot.quantity && /^[\s~≈(]*(?:approximately|about|some|around)?\s*$/i.test(spot.left);
  const plain = /^[\s.,;)]*(?:(?:in|during|for|at|as of|on|vs|compared|versus|up|down|\()|$)/i.test(spot.right);
  if (!isFirst || !plain || spot.quantity.kind !== "btc") return undefined;
  return finding(led, "the line above the list says what was done");
}

function findingOf(
  spot: Spot,
  sentence: Sentence,
  last: Finding | undefined,
  kind: Passage["kind"],
  topic: MetricId | undefined,
  compared: ReadonlySet<number>,
  during: ReadonlySet<number>,
): Finding | undefined {
  if (during.has(spot.quantity.start) && (last?.metric === "btc_held" || last?.metric === "btc_restricted")) return undefined;
  if (compared.has(spot.quantity.start)) return last === undefined ? undefined : asCompared(spot, last);
  switch (spot.quantity.kind) {
    case "btc":
      return bitcoinMetric(spot, sentence, last, kind);
    case "hash":
      return hashMetric(spot, sentence, last);
    case "usd":
      return moneyMetric(spot, sentence, last, topic);
    case "other":
      return undefined;
  }
}

function rateOf(sentence: Sentence, spot: Spot, scope: Scope, subject: Subject): DailyRate | undefined {
  if (
    spot.quantity.kind !== "btc" ||
    PLANNED.test(spot.clause) ||
    NOT_OWN.test(spot.clause) ||
    /\b(?:peak|best|highest|sold|record)\b/i.test(spot.left)
  )
    return undefined;
  const time = periodOf(finding("btc_produced", "a rate by the day", { own: true }), sentence, spot, scope, subject);
  const amount = exactAmount(spot.quantity.plain, "BTC");
  if (time === undefined || amount === undefined) return undefined;
  const decimals = /\.(\d+)/.exec(spot.quantity.plain)?.[1]?.length ?? 0;
  return { period: time.period, perDay: toUnits(amount, "BTC"), precision: 0.5 / 10 ** decimals, firm: false };
}
