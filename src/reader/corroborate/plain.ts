/**
 * Plain statements: nothing stands beside the figure but company, time, metric and ordinary words. Any other word ("its lender held 450",
 * "mined 450 until the storm") may make the figure something else, so that words alone make only a plain statement certain.
 */
import type { CompanyFinder, Mention } from "../mentions/companies";
import { ANY, CLAUSES, ending, patternOf, WORD_END, WORD_START, worded } from "../languages/languages";
import { HEAD_NOISE, OF_FIGURES } from "../languages/heads";
import { addMonths, isMonthEnd, monthNumber, monthOf, yearOfMonth } from "../mentions/months";
import { blanked, matchesIn, textBefore } from "../page/page";
import type { Raw, UnitSaid } from "../candidates/candidate";
import { isDay, isMonthName, type Time } from "../mentions/time";
import { timesIn } from "../mentions/times";
import { classHits, DOUBTS, GUESSES, speaksOf } from "../mentions/words";

const ORDINARY = patternOf(`${WORD_START}${ANY.plain}${WORD_END}`, "giu");
/** Classes of words that leave a figure what it is; of coins, and of anything. */
const OF_COINS = new Set("PROD SOLD HELD END ALL OWN".split(" "));
const OF_ALL = new Set([...OF_COINS, ..."HASH DEPL AVG OPER PRICE PROC".split(" ")]);
const OF_OTHERS = new Set<UnitSaid>(["eh", "ehLabel", "ph", "usd"]);
/** What else may stand beside a figure that fits other numbers: words of a change, of prices, of a sum. */
const FITTING = new Set([...OF_ALL, ..."UP FROM EQ ALL".split(" ")]);
const COMPARED = patternOf(`%|${WORD_START}(?:(?:${ANY.changed})\\p{L}*|${ANY.comparing}|${ANY.leadingTo})${WORD_END}`, "giu");

/** Where what is said of a figure begins and ends. */
const BEGIN = /^[^]*(?:[:：](?![^()（）]*[)）])(?=[^]*\p{L})|[;|•]|\s[–—-]{1,2}\s|^>\s)/u;
const END = patternOf(`[,，、;；。|]|\\.(?:\\s|$)|\\s?[–—(（]|\\s-\\s|\\s${CLAUSES}\\s`, "iu");
/** A note's digit behind a word. */
const MARK = /(?<=\p{Ll}{3})\d(?![\p{L}\d])/gu;
/** A ticker, a unit or a note in brackets. */
const ASIDE = /[(（][^()（）\p{Ll}]*[\d:：][^()（）\p{Ll}]*[)）]/gu;

/** "Bitfarms, a small miner, held 760". */
const APPOSED = /(?<=^[^,]{1,60}),\s(?:an?|the)\s[^,.;:\d]{1,60},(?=\s)/u;
/** Behind an amount: "(BTC)", "(15.2 per day)". */
const BRACKETS = worded`^\s?(?:${ANY.coins})?\s?[(（][^()（）]*[)）]`;

const ASIDE_WITHIN = 40;

/** "Consensus: 440 mined"; "If it mined 440, it sold 430". */
const LABEL = /[^.;:：\d]{1,60}$/;
const FIRST = /^\P{L}*(\p{L}+)/u;
const NO_FACT = new Set([...DOUBTS, "PLAN"]);
/** The words before the last colon of a text. */
function labelOf(before: string): string {
  const colon = colonIn(before);
  return colon < 0 || /\d/.test(before.slice(colon)) ? "" : (LABEL.exec(before.slice(Math.max(0, colon - 60), colon))?.[0] ?? "");
}
const colonIn = (text: string): number => Math.max(text.lastIndexOf(":"), text.lastIndexOf("："));
/** Whether the label before a figure, or the first word of its sentence or behind the label, says that it may be none. */
const isOpenedDoubtful = ({ beside: [before] }: Raw): boolean => {
  const openings = [before, before.slice(colonIn(before) + 1)];
  return speaksOf(labelOf(before), NO_FACT) || openings.some((words) => speaksOf(FIRST.exec(words)?.[1] ?? "", DOUBTS));
};

/** Features of a figure whose clause has words of a plan, of a guess, of somebody else or of a part. */
export const PLANNED: ReadonlySet<string> = new Set(["Lc:PLAN", "Tc:PLAN"]);
const HEDGED = new Set(["Lc:HEDGE", "Tc:HEDGE", "Lc:LIMIT", "Rc:LIMIT"]);
const HOSTED = new Set(["Lc:HOST"]);
/** Whether a figure has one of these features. */
export const says = ({ features }: Raw, any: ReadonlySet<string>): boolean => features.some((feature) => any.has(feature));
/** Whether words ahead of a figure, or beside it, tell of a guess, of a part or of somebody else. */
export const isHedged = (raw: Raw): boolean => says(raw, HEDGED) || (raw.unit === "btc" && says(raw, HOSTED)) || isOpenedDoubtful(raw);

const BEHIND = 60;
/** "440 in May, our estimate": whether words just behind a figure tell of a guess or of somebody else. */
const isGuessedBehind = ({ beside: [, behind] }: Raw): boolean => behind !== "" && speaksOf(`bitcoin${behind.slice(0, BEHIND)}`, GUESSES);
const HEADED = new Set(["H:HEDGE", "H:PLAN", "H:LIMIT"]);
/** Whether words beside a figure, on either side or in its heading, tell of a guess, of a plan, of a part or of somebody else. */
export const isGuessed = (raw: Raw): boolean => isHedged(raw) || says(raw, HEADED) || isGuessedBehind(raw);

/** "About 480": rounded, unless its last digit says otherwise. */
const ROUGH = ending`(?:[~≈±]|${WORD_START}(?:${ANY.about}|${ANY.bound}))\s?`;

/** "MARA said Riot mined 470": words other than "and" part two names, and no figure. */
const parts = (names: readonly Mention[], text: string): boolean =>
  names.some(({ id, end }, i) => {
    const next = names[i + 1];
    const between = next === undefined || next.id === id ? "" : text.slice(end, next.start).replace(ANDS, "");
    return /\p{L}/u.test(between) && !/\d/.test(between);
  });
const ANDS = patternOf(`${WORD_START}${CLAUSES}${WORD_END}`, "giu");

/** Words without those of known classes, without ordinary ones and, if it `fits`, without those of a change. */
function bareOf(said: string, known: ReadonlySet<string>, fits: boolean): string {
  const hits = classHits(said).filter(({ name }) => known.has(name));
  const rest = blanked(said, hits).replaceAll("_", "·").replace(ORDINARY, " ");
  return fits ? rest.replace(COMPARED, " ") : rest;
}

/**
 * Whether a heading or label may make what is below it another figure: "Georgia campuses", "Illustration". One that names a company or a
 * time is a title, which has words of any kind.
 */
const isOther = (heading: string, finder: CompanyFinder): boolean => {
  const parted = heading.replace(/(?<=\p{Ll}{3})\d/gu, " ");
  if (finder.mentions(parted).length > 0 || timesIn(parted).length > 0) return speaksOf(parted, OF_OTHER);
  return /\p{L}/u.test(bareOf(parted, HEADING, true).replace(HEAD_NOISE, " ").replace(IN_HEADINGS, " "));
};
const IN_HEADINGS = patternOf(`${WORD_START}(?:${OF_FIGURES})${WORD_END}`, "giu");
const OF_OTHER = new Set("HOST SITE RESTR NET".split(" "));
const HEADING = new Set([...FITTING, "DAY"]);

/** Whether a figure of a period is plainly stated. `fits`: other numbers confirm its amount, which may then be round or compared. */
export const isPlain = (raw: Raw, period: string, finder: CompanyFinder, fits: boolean): boolean => {
  const { beside, plain, written, unit } = raw;
  const [before, behind] = beside;
  const after = behind.replace(BRACKETS, "");
  const times = timesIn(after);
  const bare = blanked(after, times);
  const end = END.exec(bare)?.index ?? after.length;
  const ahead = before.replace(ASIDE, "").replace(MARK, "").replace(BEGIN, "").replace(APPOSED, "");
  const timesAhead = timesIn(ahead);
  const within = [...times.filter(({ start }) => start < end + ASIDE_WITHIN), ...timesIn(before)].some((time) => isWithin(time, period));
  const counted = written.replace(/[\d.,'’\s]+/g, " ");
  const said = finder.withoutNames(`${blanked(ahead, timesAhead).trimEnd()} 1 ${counted} ${bare.slice(0, end)}`);
  const known = fits ? FITTING : OF_OTHERS.has(unit) ? OF_ALL : OF_COINS;
  const rest = bareOf(said, known, fits);
  const rough = !fits && plain.endsWith("0") && ROUGH.test(before);
  return (
    (fits || ![raw.heading, labelOf(before)].some((words) => isOther(words, finder))) &&
    !within &&
    !rough &&
    !isDue(ahead, timesAhead) &&
    !isDue(after, times) &&
    !parts(finder.mentions(ahead), ahead) &&
    !/[\p{L}%<>]/u.test(rest) &&
    !/^[\p{Ll}]|\?/u.test(after) &&
    !speaksOf(bare.slice(end), DOUBTS)
  );
};

/** "Mined 440 by August": also the months before it, perhaps. */
const isDue = (text: string, times: readonly Time[]): boolean =>
  times.some((time) => isMonthName(time) && DUE.test(textBefore(text, time.start, DUE_WITHIN)));
const DUE = ending`${WORD_START}${ANY.due}\s`;
const DUE_WITHIN = 12;

/** A day inside the period, or inside the month before it: "from August 3", "from July 28". */
const isWithin = ({ kind, month, year, day = 1 }: Time, period: string): boolean =>
  isDay({ kind }) &&
  day > 1 &&
  month !== undefined &&
  [0, -1].some((by) => month === monthNumber(addMonths(period, by))) &&
  !isMonthEnd(monthOf(year ?? yearOfMonth(period), month), day);

/**
 * Whether the sentence behind a figure goes on about it in other than ordinary words: "That is what a fake release said", "This includes
 * its customers' coins", "Correct?"; or the one ahead of it tells of a guess, or of a statement in other than ordinary words: "A forged
 * release was sent out", "The number below is a typo".
 */
export const isTurned = (ahead: string, behind: string, finder: CompanyFinder): boolean => {
  const [last, next] = [LAST.exec(ahead)?.[0] ?? "", GOES_ON.exec(behind)?.[1] ?? ""];
  const isOdd = (words: string): boolean => /\p{L}/u.test(bareOf(finder.withoutNames(blanked(words, timesIn(words))), GOING_ON, true));
  const brief = BRIEF.exec(NEXT.exec(behind)?.[1] ?? "")?.[0] ?? "";
  const isAside = isOdd(brief) && finder.mentions(brief).length === 0 && !speaksOf(brief, FITTING);
  const isOf = OF_STATEMENT.test(last) && isOdd(last);
  return speaksOf(last, DOUBTS) || isOf || isOdd(next) || isAside || ASKS.test(behind);
};
/** Whether a few words behind a figure take it back, whatever confirms it: "Scratch that.", "No, wait." */
export const isRetracted = ({ beside: [, after] }: Raw, behind: string): boolean =>
  [behind, LAST_CLAUSE.exec(after)?.[0] ?? ""].some((words) => RETRACTS.test(NEXT.exec(words)?.[1] ?? ""));
const LAST_CLAUSE = /[;–—][^;–—]*$/;
const RETRACTS = worded`${WORD_START}${ANY.retracts}${WORD_END}`;
/** The next short sentence or line without a figure; two or three words as a sentence: "As if.", "Pure fiction." */
const NEXT = /^[^\p{L}]{0,60}(\p{L}[^.!?。！？;\n\d]{0,50}(?:[.!?。！？;\n]|$))/u;
const BRIEF = /^.{1,24}[.!?]$/u;
const OF_STATEMENT = worded`${WORD_START}${ANY.statement}${WORD_END}`;
/** The sentence or line before. */
const LAST = /[^.!?\n]*[.!?:]?\s*$/u;
const GOING_ON = new Set([...FITTING, "DAY"]);
const GOES_ON = worded`^[.;:]?["”’)]?\s+${ANY.goesOn}${WORD_END}((?:[^.!?,;:\n]|[.,]\d)*)`;
const ASKS = /^[.]?["”’)]?\s+[^.!?\n]{0,40}\p{L}\?/u;

/** Characters in which a page may take something back. */
const OPENING = 30_000;
const TAKEN_BACK = worded`${WORD_START}${ANY.takenBack}`;
/** A note below a table or text, "* our estimate", and its first words: later ones may explain what is counted. */
const NOTE = /^[ \t]*(?:[*†‡¹²³⁴⁵⁶⁷⁸⁹]+|\(\d\))[ \t]*((?:\S+\s?){1,4})/gm;
/** Whether a page takes something back, was written by a machine, or has a note that tells of a guess: its words alone prove nothing. */
export const isTakenBack = (text: string): boolean => {
  const opening = text.slice(0, OPENING);
  return TAKEN_BACK.test(opening) || matchesIn(opening, NOTE).some(([, words = ""]) => speaksOf(words, DOUBTS));
};
