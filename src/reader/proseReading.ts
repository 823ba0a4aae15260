/**
 * A figure of a sentence as a reading: its period, its exact amount, the words that show it, and what speaks against it.
 * In: what the figure was found to be, and where it stands. Out: the reading, or nothing where the words speak of plans or of others.
 * Rule guarded: bounds, "now", others' names and words that were not understood are doubts, never passed over.
 */
import { toUnits } from "@/domain/amount";
import { METRICS, type MetricId } from "@/domain/metric";
import type { Passage } from "./document";
import { NOT_OWN, NOW, PLANNED } from "./cues";
import type { Finding } from "./finding";
import { isCommonWord } from "./labels";
import { periodOf, type Scope } from "./periods";
import type { Reading, Subject } from "./reading";
import type { Sentence, Spot } from "./sentences";
import { exactAmount } from "./units";
import type { When } from "./when";

export function readingOf(
  finding: Finding,
  spot: Spot,
  sentence: Sentence,
  passage: Passage,
  scope: Scope,
  subject: Subject,
  carried: When | undefined,
  pairTime?: When,
): Reading | undefined {
  const { quantity } = spot;
  const metric = METRICS[finding.metric];
  // A bare "$" of a document in Canadian dollars is not the record's.
  if (quantity.kind === "usd" && !subject.usDollars && !/^US/i.test(quantity.written)) return undefined;
  if (PLANNED.test(spot.clause) || namesOther(spot.clause, subject)) return undefined;
  const time = periodOf(finding, sentence, spot, scope, subject, carried, pairTime);
  const amount = exactAmount(quantity.plain, metric.unit);
  if (time === undefined || amount === undefined || !isPlausible(finding.metric, amount)) return undefined;
  const doubts = [...finding.doubts, ...time.doubts, ...quantity.doubts];
  if (metric.kind === "stock" && NOW.test(spot.clause) && !time.dated) doubts.push('"now" may be a day after the month\'s end');
  if (finding.metric === "btc_produced" && subject.minesForOthers && !finding.own) doubts.push("may include what was mined for customers");
  if (NOT_OWN.test(spot.right.slice(0, 60)) && finding.metric !== "btc_restricted")
    doubts.push("the words after the figure speak of others");
  const possessed = new RegExp(String.raw`\b(?:its|our|the company['’]s)\s+(?:\d+\s+)?$`, "i").test(
    spot.before.slice(0, Math.max(0, spot.before.lastIndexOf(finding.actor ?? " "))),
  );
  if (finding.actor !== undefined && !possessed && !isOwn(finding.actor, subject)) doubts.push(`"${finding.actor}" may not be the company`);
  const around = spot.left.slice(-40);
  if (
    /\b(?:over|above|more than|exceed(?:s|ed|ing)|in excess of|greater than|past|topp(?:ed|ing)|beyond|nearly|almost|(?<!\b(?:went|gone|rose|grew|moved|climbed|goes|go) )up to|less than|below|under|at least|close to)\s*(?:US)?$/i.test(
      around.trimEnd(),
    )
  )
    doubts.push("the figure is given as a bound");
  const notes = [
    `${passage.kind}: ${finding.how}`,
    ...(/(?:approximately|about|roughly|around|circa|\bca?\.|~|≈|some)\s*$/i.test(around) ? ["the figure is approximate"] : []),
    ...finding.notes,
  ];
  return {
    metric: finding.metric,
    period: time.period,
    amount,
    written: quantity.written,
    ...spanOf(sentence, spot),
    origin: passage.kind === "heading" ? "heading" : finding.labelled ? "list" : "sentence",
    doubts,
    questions: finding.questions,
    notes,
    alternatives: [],
    own: finding.own,
  };
}

/** The sentence when it is short, else the clause, else the words around the figure. */
function spanOf(sentence: Sentence, spot: Spot): { start: number; end: number } {
  let from = 0;
  let to = sentence.text.trimEnd().length;
  if (to - from > 220) {
    from = spot.clauseStart;
    to = spot.clauseEnd;
  }
  if (to - from > 260) {
    from = Math.max(from, spot.quantity.start - 120);
    to = Math.min(to, spot.quantity.end + 80);
    while (from > 0 && from < spot.quantity.start && /\S/.test(sentence.text.charAt(from - 1))) from += 1;
    while (to < sentence.text.length && to > spot.quantity.end && /\S/.test(sentence.text.charAt(to))) to -= 1;
  }
  while (from < spot.quantity.start && /\s/.test(sentence.text.charAt(from))) from += 1;
  while (to > spot.quantity.end && /\s/.test(sentence.text.charAt(to - 1))) to -= 1;
  return { start: sentence.start + from, end: sentence.start + to };
}

/** Whether a capitalised word may stand for the company: its name, "Company", or a word that only opens the sentence. */
function isOwn(actor: string, subject: Subject): boolean {
  const word = actor.replace(/['’]s?$/, "").replace(/[.,]+$/, "");
  return subject.ownWords.has(word.toLowerCase()) || isCommonWord(word);
}

function namesOther(clause: string, subject: Subject): boolean {
  return subject.otherNames.some((name) => {
    const at = clause.indexOf(name);
    return at >= 0 && !/[A-Za-z]/.test(clause.charAt(at - 1)) && !/[A-Za-z]/.test(clause.charAt(at + name.length));
  });
}

/** Bounds that no listed company has come near; a figure beyond them was misread. */
function isPlausible(metric: MetricId, amount: number): boolean {
  const value = toUnits(amount, METRICS[metric].unit);
  switch (METRICS[metric].unit) {
    case "BTC":
      return value < 1_000_000;
    case "EH/s":
      return value < 500;
    case "USD":
      return value >= 1000;
    case "USD/BTC":
      return value >= 1000 && value <= 1_000_000;
  }
}
