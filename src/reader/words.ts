/**
 * Word classes: what the words around a number speak of (mining, selling, holding, plans, hosting …), whatever the words are and in the
 * languages that miners are written about. Text in → classes with their places. The reader learns from classes, so that a wording it has
 * never met still counts.
 */
import { onceUpTo } from "@/domain/once";
import { LANGUAGES } from "./languages";

/** Several words that mean a class together; a "#" stands for any one word. */
const PHRASES: readonly (readonly [RegExp, string])[] = [
  [/(?:per|a|each|every|por|al|pro) (?:day|día|tag)|\/ ?day|\/ ?día/giu, "DAY"],
  [/(?:total of|first) \S+ months|so far|year to date|to date/giu, "YTD"],
  [/did not|not any|no se/giu, "ZERO"],
  [/on track|up to|a goal of/giu, "PLAN"],
  [/hash rate|tasa de hash|computing power|poder de cómputo/giu, "HASH"],
  [/per (?:bitcoin|btc|coin)|por bitcoin/giu, "PRICE"],
  [/month[’']s end|on hand|month end/giu, "END"],
  [/net share/giu, "OWN"],
  [/total supply/giu, "NET"],
  [/(?:turned|churned) out|brought in/giu, "PROD"],
  [/(?:sits?|sat|sitting) on|balance sheet/giu, "HELD"],
];

/** Most texts hold none of them. */
const ANY_PHRASE = new RegExp(PHRASES.map(([{ source }]) => source).join("|"), "iu");

/** Classes with their words in all languages: whole words, and parts of text for scripts without spaces. */
function patternsOf(kind: "words" | "anywhere", whole: (words: string) => RegExp): (readonly [string, RegExp])[] {
  const all = LANGUAGES.map((language) => language[kind] ?? {});
  const names = new Set(all.flatMap((words) => Object.keys(words)));
  return [...names].map((name) => [name, whole(all.flatMap((words) => words[name] ?? []).join("|"))]);
}

const PATTERNS = patternsOf("words", (words) => new RegExp(`^(?:${words})$`, "iu"));
const PARTS = patternsOf("anywhere", (words) => new RegExp(words, "gu"));
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const TOKEN = /[\p{L}][\p{L}\p{M}\d'’/-]*/gu;
export interface ClassHit {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Classes of one word; "self-mined" and "mined-out" count for their parts too. */
const classesOfWord: (word: string) => readonly string[] = onceUpTo(20_000, (word) => {
  const whole = PATTERNS.filter(([, pattern]) => pattern.test(word)).map(([name]) => name);
  const parts = whole.length > 0 || !word.includes("-") ? [] : [word.split("-")[0] ?? "", word.split("-").at(-1) ?? ""];
  return parts.length === 0 ? whole : [...new Set(parts.flatMap((part) => (part === "" ? [] : classesOfWord(part))))];
});

/** Where classes stand in a text, in order. */
export const classHits: (text: string) => readonly ClassHit[] = onceUpTo(2_000, hitsIn);

function hitsIn(text: string): ClassHit[] {
  const hits: ClassHit[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const word = match[0].toLowerCase().replace(/['’](?:s)?$/, "");
    if (word.length > 40) continue;
    for (const name of classesOfWord(word)) hits.push({ name, start: match.index, end: match.index + match[0].length });
  }
  for (const [pattern, name] of ANY_PHRASE.test(text) ? PHRASES : [])
    for (const match of text.matchAll(pattern)) hits.push({ name, start: match.index, end: match.index + match[0].length });
  for (const [name, pattern] of UNSPACED.test(text) ? PARTS : [])
    for (const match of text.matchAll(pattern)) hits.push({ name, start: match.index, end: match.index + match[0].length });
  return hits.sort((a, b) => (a.start === b.start ? a.end - b.end : a.start - b.start));
}

export const classesIn = (text: string): string[] => [...new Set(classHits(text).map(({ name }) => name))];

/** A word or number in small letters, and where it stands. */
export interface Word {
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** The words and numbers of a text. */
export const wordsAt = (text: string): Word[] =>
  Array.from(text.matchAll(/[\p{L}][\p{L}'’/-]*|%|\d+/gu), ({ 0: word, index }) => ({
    word: word.toLowerCase(),
    start: index,
    end: index + word.length,
  }));
