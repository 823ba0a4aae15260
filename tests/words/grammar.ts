/**
 * What is wrong with a text for readers, by rules: articles, doubled words and spacing as retext knows them, and forms that this product
 * has agreed not to use. Text → complaints, none where it is fine. It is no proof of good English, but each of these slips has been made.
 */
import { retext } from "retext";
import retextIndefiniteArticle from "retext-indefinite-article";
import retextRepeatedWords from "retext-repeated-words";
import retextSentenceSpacing from "retext-sentence-spacing";

const NOUNS = "company|month|quarter|year|day|figure|fact|source|miner|time|point|release|change|address|sum|choice|total|news item";
/** Numbers that are no years: "in March 2025 company releases" is no slip. */
const MANY = String.raw`(?<![\d.,:/-])(?:0|[2-9]|[1-9]\d{1,2}|\d{1,3}(?:,\d{3})+)`;

/** Forms that are wrong or that say under another name what has one. Each with what to do. */
export const BANNED: readonly (readonly [pattern: RegExp, why: string])[] = [
  [new RegExp(String.raw`(?<![\d.,:/-])1 (?:[a-z-]+ )?(?:company-)?(?:${NOUNS})s\b`), "one has no plural"],
  [/(?<![\d.,:/-])1 (?:[a-z-]+ )?companies\b/, "one has no plural"],
  [new RegExp(String.raw`${MANY} (?:[a-z]+ )?(?:company-)?(?:${NOUNS})(?![\w’'-])`), "more than one, or none, has a plural"],
  [/\b(?:in|of|since|than|until|after|before|from|to|by|at|for|on) (?:first|second|third|fourth) quarter of/, "a quarter has an article"],
  [/\bsales (?:does|is|was|has|reconciles)\b/, "sales are many"],
  [
    /\bthey (?:sells|holds|has|does|is|was|mines)\b|(?:^|[.;,] )(?:the |these |all )?(?:\d+ )?(?:companies|miners|figures|sources) (?:sells|holds|has|does|is|was|mines)\b/i,
    "many do not take the form of one",
  ],
  [
    /(?<!\b(?:does|did|do|can|may|will|would|could|must|that|than|what) )\b(?:it|company|miner) (?:sell|hold|have|are|were|mine)\b/i,
    "one does not take the form of many",
  ],
  [/\b(?:share|part) of (?:its|their|the)? ?production(?: (?:that )?[a-z ]{0,30})? sold\b|\bsold of production\b/i, "say sell-through"],
  [/\bpooled share\b|\bshare sold\b|\bsold as a share of (?:its|their )?produc/i, "say sell-through"],
  [/\b(?:in|of|by) the panel\b|\bthe panel:/i, "say which companies are counted"],
  [/\bmixed evidence\b|\b(?:no|a|whose|of unknown) stance\b/i, "say it in plain words"],
  [/\bword and deed\b|\bdeed and word\b/i, "say what was said and what was done"],
  [/\b([A-Z]{3,5}), \1\b(?!\/)/, "a ticker is named once"],
  [/\beh\/s\b|\bbtc\b/, "units keep their capitals"],
  [/\b\d+ news\b(?! item)/, "news cannot be counted"],
  [
    /\btold a month late\b|\bis said under\b|\bsources stand\b|\bof \d+ (?:companies )?it is not known\b|\bleads? to its sources\b/i,
    "say it in plain words",
  ],
  [/^(?:New among|Not in|Sold nothing|Of what)\b[^.]*:/, "a sentence has a subject and a verb"],
  [/\.\.(?!\.)|,,|;\.|\s[,.;:](?:\s|$)|\(\s|\s\)|\(\)/, "punctuation"],
  [/\ball 2\b/i, "two are both"],
  [/\bthe 1 of\b|\b1 time\b|\bof which 0\b/, "say the one, once, none"],
  [/\bin (?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}/, "a sentence names a month in full"],
  [/(?<!\btogether )\bsold more bitcoin than they\b/, "some of them may have sold less: together"],
  [/\bthe record version\b/, "a version of the record"],
  [/\bbitcoin sold of [A-Z]/, "sold by whom"],
  [/\$[\d.,]+(?: (?:million|billion))? USD/, "a currency is said once"],
  [/\bundefined\b|\bNaN\b|\[object/, "a value is missing"],
];

const checker = retext().use(retextIndefiniteArticle).use(retextRepeatedWords).use(retextSentenceSpacing);

const checked = new Map<string, readonly string[]>();

/** Complaints about a text. Texts that differ in their numbers alone are asked once, but for none and one, which change the words. */
export function complaints(text: string): readonly string[] {
  const key = text
    .replace(/https?:\/\/\S+/g, "https://example.org")
    .replace(/\d+/g, (digits) => (digits === "0" || digits === "1" || digits.length === 4 ? digits : "7".repeat(digits.length)));
  const known = checked.get(key) ?? judged(text.replace(/https?:\/\/\S+/g, "https://example.org"));
  checked.set(key, known);
  return known;
}

function judged(text: string): string[] {
  const file = checker.processSync(text);
  // The letter h of "http" is spoken with a vowel.
  const rules = file.messages.map(({ reason }) => reason).filter((reason) => !/`an` before `https?`/.test(reason));
  const banned = BANNED.flatMap(([pattern, why]) => {
    const found = pattern.exec(text);
    return found ? [`“${found[0]}”: ${why}`] : [];
  });
  return [...rules, ...banned].map((what) => `${what} << ${text}`);
}
