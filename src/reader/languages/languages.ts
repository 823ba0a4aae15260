/**
 * The languages of texts about miners, and patterns of their words. Data, not rules: a language is a file in languages/, its
 * name below, and a case in its test.
 */
import { groupBy } from "@/domain/shared/group";
import { CHINESE } from "./chinese";
import { ENGLISH } from "./english";
import { FRENCH } from "./french";
import { GERMAN } from "./german";
import { ITALIAN } from "./italian";
import { JAPANESE } from "./japanese";
import { KOREAN } from "./korean";
import { PORTUGUESE } from "./portuguese";
import { RUSSIAN } from "./russian";
import { SPANISH } from "./spanish";
import { TURKISH } from "./turkish";
import type { Language } from "./language";

export const LANGUAGES: readonly Language[] = [
  ENGLISH,
  SPANISH,
  PORTUGUESE,
  ITALIAN,
  FRENCH,
  GERMAN,
  RUSSIAN,
  TURKISH,
  JAPANESE,
  CHINESE,
  KOREAN,
];

type Kind = Exclude<keyof Language, "months" | "capital" | "words" | "phrases" | "anywhere">;

/** The words for each concept in all languages, as a pattern fragment. */
export const ANY = Object.fromEntries(
  Array.from(
    groupBy(
      LANGUAGES.flatMap((language) => Object.entries(language)),
      ([kind]) => kind,
    ),
    ([kind, all]) => [kind, `(?:${[...new Set(all.flatMap(([, words]) => words as string | string[]))].join("|")})`],
  ),
) as Readonly<Record<Kind, string>>;

/**
 * A pattern without regard to case, by whole characters. Its classes of letters become ranges, about those of the scripts read here: with
 * \p{…}, which has hundreds, it takes ten times as long to make, and patterns that are not in use are made anew after a while.
 */
export const patternOf = (source: string, flags = "iu"): RegExp =>
  new RegExp(
    source.replace(CLASSES, (written) =>
      written === String.raw`\p{L}` ? LETTER : written.replace(String.raw`\p{Lu}\p{Ll}`, CASED_LETTERS),
    ),
    flags,
  );
const CLASSES = /\[(?:\\.|[^\]\\])*\]|\\p\{L\}/g;
/** All but signs, digits, marks and symbols. */
const LETTER = String.raw`[^\0-@\[-\x60{-©«-´¶-¹»-¿×÷\u02c2-\u0344\u2000-\u20ff\u2150-\u2bff\u3000-\u3004\u3007-\u3030\uff00-\uff20\uff3b-\uff40\uff5b-\uff65\u{10000}-\u{10ffff}]`;
const CASED_LETTERS = String.raw`A-Za-zµÀ-ÖØ-öø-ʯͰ-ҁҊ-ևḀ-ỿ`;

/** A pattern of words. */
export const worded = ({ raw }: TemplateStringsArray, ...parts: readonly string[]): RegExp => patternOf(String.raw({ raw }, ...parts));
/** Words at the end of a text, found from there: a search from its beginning would try all of them at each character. */
export const ending = ({ raw }: TemplateStringsArray, ...parts: readonly string[]): RegExp =>
  patternOf(`$(?<=${String.raw({ raw }, ...parts)})`);

/** Words that begin another clause. */
export const CLAUSES = `(?:${ANY.and}|${ANY.but}|${ANY.while})`;
/** Words before the reference of a comparison, directly before a time. */
export const MEASURING = `(?:${ANY.comparing}|${ANY.measuring})`;

/** Word boundaries, except in scripts without spaces between words: only other scripts have lower and upper case. */
export const WORD_START = "(?<![\\p{Lu}\\p{Ll}\\d_])";
export const WORD_END = "(?![\\p{Lu}\\p{Ll}])";
/** Words of scripts that have capitals. */
export const CASED = /[\p{Lu}\p{Ll}\p{M}]+/gu;
/** A figure behind words, perhaps of money. */
export const FIGURE = "[~$€£]?\\d[\\d.,]*";
/** Years that documents may be about. */
export const YEAR = "20[1-4]\\d";
export const YEAR_ALONE = new RegExp(`^${YEAR}$`);
/** "Did not sell any", "held no bitcoin": the words for each metric that say that its amount is nil. */
export const NONE_OF = [
  ["btc_sold", worded`${WORD_START}${ANY.soldNone}${WORD_END}`],
  ["btc_held", worded`${WORD_START}${ANY.heldNone}${WORD_END}`],
] as const;
