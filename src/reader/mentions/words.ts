/**
 * Word classes: the topics of the words around a number (mining, selling, holding, plans, hosting …) in all languages. The reader learns
 * from classes, so that a wording that it has never met still counts.
 */
import { groupBy } from "@/domain/shared/group";
import { onceUpTo } from "@/domain/shared/once";
import { LANGUAGES, patternOf, worded, ANY } from "../languages/languages";
import { matchesIn, type Span } from "../page/page";

/** Classes with their words in all languages. */
function wordsOf(kind: "words" | "phrases" | "anywhere"): (readonly [string, string])[] {
  const all = LANGUAGES.map((language) => language[kind] ?? {});
  const names = new Set(all.flatMap((words) => Object.keys(words)));
  return [...names].map((name) => [name, all.flatMap((words) => words[name] ?? []).join("|")]);
}

const PATTERNS = wordsOf("words").map(([name, words]) => [name, worded`^(?:${words})$`] as const);
/** Not inside a word: no phrase begins there, and most characters stand there. */
const OUTSIDE = "(?<![\\p{Lu}\\p{Ll}](?=[\\p{Lu}\\p{Ll}]))";
const WORDS_OF_PHRASES = wordsOf("phrases");
const PHRASES = WORDS_OF_PHRASES.map(([name, words]) => [name, patternOf(`${OUTSIDE}(?:${words})`, "iuy")] as const);
/** Word boundaries and what must or must not stand before. */
const BEFORE = /\\b|\(\?<[!=](?:[^()]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))*\)/g;
/** Where any phrase may begin: the patterns of the classes are tried only there. What stands before one would cost more here than it excludes. */
const ANY_PHRASE = patternOf(`(?=${OUTSIDE}(?:${WORDS_OF_PHRASES.map(([, words]) => words.replaceAll(BEFORE, "")).join("|")}))`, "giu");
/** Words of scripts without spaces, by their first character. */
const PARTS = groupBy(
  wordsOf("anywhere").flatMap(([name, words]) => words.split("|").map((word) => ({ name, word }))),
  ({ word }) => word.charAt(0),
);
export const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
/** Two adjacent words, as in every phrase. */
const SPACED = /\p{Ll} \p{Ll}/u;
const TOKEN = /[\p{L}][\p{L}\p{M}\d'’/-]*/gu;
export interface ClassHit extends Span {
  readonly name: string;
}

/** Classes of a word as written; none for a word longer than any in the lists. */
const classesOf: (written: string) => readonly string[] = onceUpTo(20_000, (written) => {
  const word = written.toLowerCase().replace(POSSESSED, "");
  return word.length > LONGEST_WORD ? [] : classesOfWord(word);
});
const LONGEST_WORD = 40;
const POSSESSED = /['’]s?$|(?<=\p{Ll}{3})\d$/u;

/** Classes of one word in lower case; "self-mined" and "mined-out" count for their parts too. */
function classesOfWord(word: string): readonly string[] {
  const whole = PATTERNS.filter(([, pattern]) => pattern.test(word)).map(([name]) => name);
  const parts = whole.length > 0 || !word.includes("-") ? [] : [word.split("-")[0] ?? "", word.split("-").at(-1) ?? ""];
  return parts.length === 0 ? whole : [...new Set(parts.flatMap((part) => (part === "" ? [] : classesOfWord(part))))];
}

/** The classes in a text with their positions, in order. */
export function classHits(text: string): ClassHit[] {
  const hits: ClassHit[] = [];
  for (const match of matchesIn(text, TOKEN)) {
    for (const name of classesOf(match[0])) hits.push({ name, start: match.index, end: match.index + match[0].length });
  }
  const unspaced = UNSPACED.test(text);
  const past: Record<string, number> = {};
  for (const { index } of !unspaced || SPACED.test(text) ? matchesIn(text, ANY_PHRASE) : [])
    for (const [name, pattern] of PHRASES) {
      if (index < (past[name] ?? 0)) continue;
      pattern.lastIndex = index;
      if (!pattern.test(text)) continue;
      hits.push({ name, start: index, end: pattern.lastIndex });
      past[name] = pattern.lastIndex;
    }
  if (unspaced)
    for (let start = 0; start < text.length; start++)
      for (const { name, word } of PARTS.get(text.charAt(start)) ?? [])
        if (text.startsWith(word, start)) hits.push({ name, start, end: start + word.length });
  return hits.sort((a, b) => (a.start === b.start ? a.end - b.end : a.start - b.start));
}

/** The classes of a heading or label; cached, because many figures share it. */
export const classesIn: (text: string) => readonly string[] = onceUpTo(2_000, (text) => [
  ...new Set(classHits(text).map(({ name }) => name)),
]);

/** Classes of words by which a figure may be a guess, a part or somebody else's. */
export const DOUBTS: ReadonlySet<string> = new Set(["HEDGE", "LIMIT"]);
/** Classes of words that tell of a guess or a plan. */
export const GUESSES: ReadonlySet<string> = new Set(["HEDGE", "PLAN"]);

/** Whether a text has a word of one of these classes. */
export const speaksOf = (text: string, classes: ReadonlySet<string>): boolean => classesIn(text).some((name) => classes.has(name));

/** A word or number in lower case. */
export interface Word extends Span {
  readonly word: string;
}

/** The words and numbers of a text. */
export const wordsAt = (text: string): Word[] =>
  matchesIn(text, WORD).map(({ 0: word, index }) => ({ word: word.toLowerCase(), start: index, end: index + word.length }));
const WORD = /[\p{L}][\p{L}'’/-]*|%|\d+/gu;

const COINS = worded`${ANY.coins}`;
/** Whether a text mentions bitcoin, so that bare numbers in it may be coins. */
export const aboutCoins = (text: string): boolean => COINS.test(text);
