/** Numbers whose unit is omitted, with the intended unit: "production fell to 204 from 215 BTC", "58 venduti". */
import { LEADS, OPENS } from "./brackets";
import { LISTED } from "./dealt";
import { ANY, CLAUSES, ending, WORD_END, WORD_START, worded } from "../languages/languages";
import type { Counted } from "../languages/units";
import { textBefore } from "../page/page";
import type { Quantity } from "../mentions/quantities";
import { timesIn } from "../mentions/times";
import { classHits } from "../mentions/words";

const COUNTABLE = new Set<Counted>(["btc", "eh", "ph", "usd"]);
const MEASURED_IN = new Set<Counted>([...COUNTABLE, "power", "machines", "coin"]);
/** What "of them" may be said of. */
const THINGS = new Set<Counted>(["btc", "machines", "coin"]);
const counts = ({ counted }: Quantity): boolean => COUNTABLE.has(counted);

/** Words before a number that is compared with another, or listed with it. */
const LINKS = ending`${WORD_START}(?:${ANY.comparing}|${ANY.leadingTo}|${CLAUSES}|${ANY.linking})\s+(?:${ANY.about}\s|\p{Lu}\p{L}+[’']s\s|an?\s\p{L}+\s)?|\s${ANY.changeOn}\s\p{Lu}\p{L}+${ANY.possessive}\s|[(;,]\s?\p{L}[\p{L}\d]*\.?(?:\s20\d\d)?:\s`;
/** "Holdings of about": words that link a number to the words before them. */
const TELLS = worded`(?=(?:${ANY.leadingTo}|${ANY.linking})\s(?:${ANY.about}\s)?$)(?<=${WORD_START}([^.;:]{0,80}))`;
const YEAR = /^20[12]\d$/;

/** "436 and 511 bitcoin": a bare number takes the unit of the next number in its list. */
const withListed = (quantities: readonly Quantity[], text: string): Quantity[] =>
  quantities.reduceRight<Quantity[]>((done, one) => {
    const [next] = done;
    const listed = one.counted === "none" && next !== undefined && counts(next) && !YEAR.test(one.plain);
    return [listed && LISTED.test(text.slice(one.to, next.from)) ? { ...one, counted: next.counted } : one, ...done];
  }, []);

/**
 * A bare number takes the unit of the next in its list; in a text about coins it takes the unit of the number it is compared with, or its
 * verb makes it coins. `bracketed`: the page tells the time of figures in brackets behind others.
 */
export function withEllipsis(quantities: readonly Quantity[], text: string, coins: boolean, bracketed: boolean): Quantity[] {
  let last: Quantity | undefined;
  const done: Quantity[] = [];
  for (const quantity of withListed(quantities, text)) {
    const before = textBefore(text, quantity.start, 120);
    const bare = quantity.counted === "none" && !YEAR.test(quantity.plain);
    const linked =
      bare &&
      last !== undefined &&
      isNear(quantity.value / last.value) &&
      LINKS.test(before) &&
      text.slice(last.to, quantity.start).split(/\s+/).length <= 12;
    const told = bare && coins && ((quantity.value >= 10 && isTold(before)) || countsCoins(text, quantity));
    // "It bought 5,000 machines and sold 356 of them".
    const part = bare && PARTITIVE.test(text.slice(quantity.end, quantity.end + 24));
    let one = quantity;
    const whole = part ? done.findLast(({ counted }) => THINGS.has(counted)) : linked ? last : undefined;
    if (whole !== undefined) one = { ...quantity, counted: whole.counted };
    else if (told) one = { ...quantity, counted: "btc" };
    const like = likeOf(one, before + text.slice(quantity.start, quantity.end + 1), text.slice(quantity.end, quantity.end + 40), done);
    if (like !== undefined) one = { ...one, counted: like.counted, like };
    const beside = bracketed && like === undefined ? done.at(-1) : undefined;
    if (beside !== undefined && OPENS.test(text.slice(beside.to, quantity.from)) && fitsBeside(one, beside))
      one = { ...one, counted: beside.counted, like: beside, aside: true };
    if (MEASURED_IN.has(one.counted)) last = one;
    done.push(one);
  }
  return done;
}

/**
 * "612 coins for $64m (September: 629; August: 657)", "612 coins, 3% below September (629)", "612 coins (September 629)": the quantity that a
 * figure in brackets after a time, or before it ("612 coins (629 in September)"), gives for that time: the nearest one before it of similar
 * size.
 */
function likeOf(quantity: Quantity, upTo: string, behind: string, done: readonly Quantity[]): Quantity | undefined {
  const aside = ENDS_ASIDE.test(upTo) ? (ASIDE.exec(upTo) ?? (OPENS_ASIDE.test(upTo) ? TIME_BEHIND.exec(behind) : null)) : null;
  const label = aside?.[1] ?? aside?.[2] ?? "";
  const rest = timesIn(label).reduceRight((words, { start, end }) => words.slice(0, start) + words.slice(end), label);
  if (rest === label || !BARE_TIME.test(rest)) return undefined;
  return done.findLast((other) => fitsBeside(quantity, other));
}
const ASIDE =
  /\((?:[^()]*[;,]\s)?([^()\d;,:]{2,30}(?:\s\d\d?,?)?(?:\s20\d\d)?:?)\s[~$€£]?\d[\d.,]*.?$|(?<!\p{L})(\p{L}+(?:\s20\d\d)?)\s\(\d[\d.,]*\)$/u;
const OPENS_ASIDE = /\(~?\d[\d.,]*.?$/;
const TIME_BEHIND = worded`^\s(${ANY.during}\s[^()\d;,:]{2,30})\)`;
/** How all forms end: few numbers match. */
const ENDS_ASIDE = /\([^()]*\d[\d.,]*.?$/;
/** Only the time precedes the colon or arrow: "(August target: 650)" is no figure for August. */
const BARE_TIME = worded`^(?:(?:${ANY.during}|${ANY.article}|${ANY.changeOn})\s){0,2}\s?${LEADS}?$`;
const fitsBeside = ({ counted, value }: Quantity, other: Quantity): boolean =>
  other.like === undefined && counts(other) && (counted === "none" || counted === other.counted) && isNear(value / other.value);
/** Whether a ratio of two values is small enough for the same quantity at two times. */
const isNear = (ratio: number): boolean => ratio >= 0.15 && ratio <= 7;

const COINS_OF = new Set(["PROD", "SOLD", "HELD"]);
/** Word classes of other quantities that a number after a colon may be. */
const OTHERS = new Set(["HASH", "COST", "PRICE", "PROC", "DEPL", "DAY", "PLAN", "HOST"]);

/** "Bitcoin production in August 2022: 216", "Reserve when May closed: 216". */
const LABELS = /(?:^|[.;]\s)([^.;:]{0,110}):\s$/u;

/** Whether the words before a number are about coins and lead to it. */
function isTold(before: string): boolean {
  const told = TELLS.exec(before);
  const clause = (told ?? LABELS.exec(before))?.[1];
  const classes = classHits(clause === undefined ? "" : `${clause} 1`).map(({ name }) => name);
  return classes.some((name) => COINS_OF.has(name)) && (told !== null || !classes.some((name) => OTHERS.has(name)));
}

/** No noun follows the number, so that it counts nothing else. */
const ENDS = worded`^\s*(?:[,.;:)—–]|$|(?:${CLAUSES}|${ANY.comparing}|${ANY.during}|${ANY.behindBare})(?!\p{L}))`;

/** `ahead`, `behind`: the number beside the words, to which phrases may refer ("212 left"). */
const speaksOfCoins = (words: string, ahead = "", behind = ""): boolean =>
  !/\d/.test(words) &&
  classHits(ahead + words + behind).some(
    ({ name, start }) => COINS_OF.has(name) && start >= ahead.length && start < ahead.length + words.length,
  );

/** Directly beside a verb of mining or selling. */
function countsCoins(text: string, { start, end }: Quantity): boolean {
  const [before, after] = [textBefore(text, start, 40), text.slice(end, end + 24)];
  if (ENDS.test(after) && speaksOfCoins(/(?:[^\s\d]+\s+){0,4}$/.exec(before)?.[0] ?? "", "", text.slice(start, end) + after)) return true;
  if (PARTITIVE.test(after) && !aboutMachines(text)) return true;
  const next = NEXT.exec(after)?.[0] ?? "";
  return next !== "" && speaksOfCoins(next, text.slice(start, end)) && !COUNTED.test(after);
}

const NEXT = worded`^\s(?:${ANY.during}\s(?:${ANY.article}\s)?|${ANY.passive}\s)?[\p{L}-]+`;
const COUNTED = worded`^\s${ANY.counted}`;
const PARTITIVE = worded`^\s${ANY.partitive}${WORD_END}`;
const MACHINES = worded`${ANY.machines}`;
export const aboutMachines = (text: string): boolean => MACHINES.test(text);
