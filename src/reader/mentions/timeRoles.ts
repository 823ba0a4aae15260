/** What a sentence says about a time itself: that it is the reference of a comparison, of a plan, of prices, or of the halving. */
import { onceUpTo } from "@/domain/shared/once";
import { ANY, CLAUSES, ending, FIGURE, MEASURING, WORD_END, WORD_START, worded } from "../languages/languages";
import { textBefore } from "../page/page";
import { isQuarter, type Time } from "./time";
import { timesIn } from "./times";
import { classHits } from "./words";

/** "from 3.8 EH/s in September": the time of the figure that others are compared with, and of no figure after it. */
const COMPARED = worded`(?=\d)(?<=${WORD_START}${ANY.comparing}\s+(?:[\p{L}'’]+\s+){0,4}[~$€£]?)\d[\d.,]*(?:\s*(?:(?!(?:as|at|by|${ANY.and})\b)[\p{L}/-]+|\([^)]*\))){0,6}(?:(?:\s20\d\d)?,?\s${ANY.and}\s${FIGURE}(?:\s[\p{L}/-]+){0,4})?(?:\sas (?:of|at))?\s*$`;

/** "160 in August after", before what it came after. */
export const SUCCEEDING = String.raw`\d[^.;:\d]{0,24}\s${ANY.succeeding}`;
/** "160 in August after 178 in July". */
const SUCCEEDED = ending`${SUCCEEDING}\s(?:${ANY.about}\s)?${FIGURE}(?:\s[\p{L}/-]+){0,3}\s*`;

/** "9% above the 421 bitcoin of June 2022". */
const MEASURED_BY = ending`%[^.;:\d]{0,12}${MEASURING}\s+(?:\p{L}{1,5}\s+){0,2}${FIGURE}(?:\s[\p{L}/-]+){0,4}\s*`;

/** "21% below January's", "up 8% on July", "5月より": a time that is the reference of a comparison. */
const MEASURED = ending`${WORD_START}${MEASURING}\s+(?:\p{L}{1,5}\s+){0,2}|%\)?\s(?:\p{L}+\s)?${ANY.changeOn}\s(?:${ANY.article}\s)?|[较較比]`;
export const MEASURED_BEFORE = worded`^\s?${ANY.comparedBefore}`;

/** "From May to July", "over six months", directly before a span. */
export const SINCE = worded`${WORD_START}(?:${ANY.from}|${ANY.over})\s(?:${ANY.article}\s)?$`;

/** "compared with 425 in March": the reference figure precedes its time. */
export const hasFigure = (sentence: string, { start }: Time): boolean => COMPARED.test(textBefore(sentence, start, 90));

/** A time with its role in its sentence: it belongs only to the reference of a comparison, or is the halving's, which is that of no figure. */
export interface SaidTime extends Time {
  readonly role: "own" | "reference" | "halving";
}

/** The times named in a sentence with their roles. */
export const saidTimes: (sentence: string) => readonly SaidTime[] = onceUpTo(2_000, (sentence) =>
  timesIn(sentence).map((time) => ({
    ...time,
    role: isOfHalving(sentence, time) ? "halving" : isReference(sentence, time) ? "reference" : "own",
  })),
);

const isReference = (sentence: string, { start, end }: Time): boolean => {
  const [before, after] = [textBefore(sentence, start, 90), sentence.slice(end, end + 9)];
  // "$7.8 million (April 2021: $9.3 million)".
  if (/\(\s?$/.test(before) && /^:\s?[~$€£]?\d/.test(after)) return true;
  if ([MEASURED, MEASURED_BY, COMPARED, SUCCEEDED].some((pattern) => pattern.test(before)) || MEASURED_BEFORE.test(after)) return true;
  return ROSE_FROM.test(sentence.slice(end, end + 30)) || (FROM.test(before) && LEADS.test(after));
};

export const PARTED = String.raw`[;:,]\s|\s(?:${CLAUSES}|${ANY.when}|as)\s`;
/** Characters before a time in which a plan may be stated: "is expected to be ready in Q1 2023". */
const PLAN_BEFORE = 100;
const speaksOfPlans = (words: string): boolean => classHits(words).some(({ name }) => name === "PLAN");
/** "6 EH/s by the end of Q4 2022", "an output of 600 by the fourth quarter". */
const DUE = ending`${WORD_START}${ANY.due}\s(?:\p{L}{1,6}[\s-]){0,3}`;

/** "Will discuss its second quarter 2023 financial results". */
const RESULTS = worded`^(?:\s[\p{L}\d]+){0,2}\s${ANY.results}${WORD_END}`;
const RESULTS_BEHIND = 40;

/** Whether something is still to come at a time: due by it, or planned in the words before it or directly after it ("its Q1 target"). */
export function isPlanned(text: string, time: Time): boolean {
  const { start, end } = time;
  const before = /(?:[^.;]|\.\d)*$/.exec(textBefore(text, start, PLAN_BEFORE))?.[0] ?? "";
  const after = text.slice(end, end + RESULTS_BEHIND);
  if (!isQuarter(time)) return speaksOfPlans(before);
  return !RESULTS.test(after) && (DUE.test(before) || speaksOfPlans(before) || speaksOfPlans(/^\s\p{L}+/u.exec(after)?.[0] ?? ""));
}

/** "The April 2024 halving", "since the halving in April": often mentioned, but the time of no figure. */
const isOfHalving = (sentence: string, { start, end }: Time): boolean =>
  HALVING.test(sentence) &&
  (AFTER_HALVING.test(textBefore(sentence, start, 40)) || /^\s(?:bitcoin\s)?halving/i.test(sentence.slice(end, end + 20)));
const HALVING = /halving/i;
const AFTER_HALVING = ending`(?<!-)halving(?:\s(?:event|${ANY.of}|${ANY.during}|${ANY.changeOn}))*\s`;

const FROM = ending`${WORD_START}${ANY.from}\s`;
const LEADS = worded`^\s*${ANY.leadingTo}\s`;

/** "8月の477BTCから445BTCに": the time of the figure that another rose or fell from. */
const ROSE_FROM = worded`^${ANY.possessive}?\s?[\d.,]+\s?[^\s\d、，。]{0,20}?${ANY.fromBehind}`;
