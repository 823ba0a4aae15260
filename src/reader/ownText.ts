/**
 * Is this the company's own text? Marks of a release (ticker, newswire, exhibit, dateline, "unaudited") against marks of others' writing.
 * In: the document and its company. Out: own, perhaps own (a person looks), or the reason why nothing is read.
 * Rule guarded: news rewrites, round-ups of several miners and law firms' alerts give no figure.
 */
import type { FoundCompany } from "./companies";
import { type Document, isTable, type Passage } from "./document";
import { publicationDay } from "./publication";
import { findWhens } from "./when";

export type Ownership = { readonly refused: string } | { readonly doubts: readonly string[] };

const WIRE =
  /\b(?:PRNewswire|PR Newswire|GLOBE ?NEWSWIRE|Business Wire|BUSINESSWIRE|ACCESSWIRE|Newsfile|CNW|EQS-?News|DGAP|RNS Number|REG -|News Release|Press Release|Newswire)\b|\(NEWSFILE/;
const FILING = /\bExhibit\s+99(?:\.\d)?\b|\bFORM\s+(?:10-[QK]|8-K|6-K|20-F|40-F)\b|\bMANAGEMENT['’]?S DISCUSSION\b/i;
const ALERT =
  /\b(?:law firm|class action|securities (?:law|fraud|litigation)|investors? alert|shareholder (?:alert|rights)|lead plaintiff)\b/i;
const DAY = String.raw`(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s+\d{1,2},?\s+20[12]\d|\d{1,2}\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?,?\s+20[12]\d)`;
/** "CASTLE ROCK, Colo., June 4, 2024" at the beginning of a line. */
const DATELINE = new RegExp(
  String.raw`(?:^|\n|[.:]\s)\s*(?:[A-Z][\p{L}.'’&-]*(?:[ /](?:[A-Z(][\p{L}.'’)&-]*|of|and)){0,4},?\s+){1,5}[,(–—-]*\s*${DAY}`,
  "u",
);
/** Words over what a company tells month by month. */
const UPDATE =
  /\b(?:production|operations?|operational|operating|mining|monthly|investor|bitcoin|output|hashrate|treasury)\b.{0,40}\b(?:updates?|results|figures|report|statistics|metrics|highlights|numbers|data)\b|\b(?:production|output|operations)\b/i;
const FIGURE = /\d\s?(?:BTC|bitcoins?)\b|\b(?:BTC|bitcoins?)\b.{0,40}\d/i;
const FIRST_PERSON = /\b(?:the|The) (?:Company|Group)\b|\b(?:[Ww]e|[Oo]ur)\b/;

/** Whose text it is. `otherNames`: names of other miners. */
export function ownershipOf(
  document: Document,
  company: FoundCompany,
  ownWords: ReadonlySet<string>,
  otherNames: readonly string[],
  address: string | undefined,
): Ownership {
  const { text } = document;
  const head = text.slice(0, 3000);
  if (ALERT.test(head) || ALERT.test(address?.replace(/[-_]/g, " ") ?? ""))
    return { refused: "a law firm's notice about a company, not the company's own release" };
  const lead = leadOf(document);
  const ownLead = lead !== undefined && !otherNames.some((name) => named(lead.text, name));
  const passages = document.blocks.filter((block): block is Passage => !isTable(block)).slice(0, 12);
  const subject = isAboutCompany(passages, ownWords) && FIGURE.test(text);
  // What an undated article puts together may be of any month.
  const datedSubject = subject && isAboutCompany(passages.slice(0, 1), ownWords) && publicationDay(head, undefined) !== undefined;
  if (rivalsWithFigures(text, otherNames) >= 2 && !ownLead)
    return datedSubject
      ? { doubts: ["an article that gives figures of several companies"] }
      : { refused: "an article about several companies" };
  if (company.ticker || WIRE.test(text.slice(0, 6000)) || FILING.test(head)) return { doubts: [] };
  if (DATELINE.test(head) || /\bunaudited\b/i.test(text.slice(0, 6000))) return { doubts: [] };
  const title = passages.some(
    (passage) => passage.text.length < 160 && UPDATE.test(passage.text) && passage.text.split(/\W+/).some((word) => isOwn(word, ownWords)),
  );
  const rewritten = /^\s*(?:by|written by|author:?)\s+[A-Z]|\bmin(?:ute)?s? read\b/im.test(head);
  if (!rewritten && ownVoice(text) && subject) return { doubts: [] };
  if (!rewritten && (title || (FIRST_PERSON.test(text) && FIGURE.test(text))))
    return { doubts: title ? [] : ["not certain that this is the company's own release"] };
  const opening = text
    .slice(0, 500)
    .split(/\W+/)
    .some((word) => isOwn(word, ownWords));
  if (!rewritten && opening && FIGURE.test(text)) return { doubts: ["not certain that this is the company's own release"] };
  if (subject) return { doubts: ["a reporter's text about the company, not its own"] };
  return {
    refused: "neither a company's own release nor a filing: no ticker, newswire, dateline or exhibit mark, and no title of an update",
  };
}

/** Whether the title opens with the company's name ("Bitdeer: November output …"), its address or letter head at the latest. */
function isAboutCompany(passages: readonly Passage[], ownWords: ReadonlySet<string>): boolean {
  const opening = passages
    .slice(0, 2)
    .map(({ text }) => text.slice(0, 60))
    .join(" ");
  return opening.split(/[^\p{L}\p{N}]+/u).some((word) => isOwn(word, ownWords) && /^[A-Z\d]/.test(word) && !COMMON.test(word));
}

/** Words of companies' names that a text about anything may have. */
const COMMON =
  /^(?:bitcoin|mining|digital|energy|power|blockchain|group|technolog\w+|holdings|american|core|scientific|data|infrastructure)$/i;

/** "We mined 141 bitcoin", outside of what is quoted. */
const ownVoice = (text: string): boolean =>
  /\b(?:we|our (?:fleet|miners|machines|sites))\s+(?:have |had |also |then )?(?:mined|produced|earned|generated|sold|held|hold|ended)\b/i.test(
    text.replace(/["“][^"”]{0,600}["”]/g, " "),
  );

const isOwn = (word: string, ownWords: ReadonlySet<string>): boolean => word.length > 2 && ownWords.has(word.toLowerCase());

/** The paragraph with the dateline that opens a release, wherever on a copied page it stands. */
function leadOf(document: Document): Passage | undefined {
  let seen = 0;
  for (const block of document.blocks) {
    if (isTable(block)) continue;
    seen += block.text.length;
    if (seen > 4000) return undefined;
    const opening = block.text.slice(0, 200);
    const dated = DATELINE.test(opening) && findWhens(opening).some((when) => when.kind === "day");
    if (dated || (WIRE.test(opening) && block.kind !== "heading")) return block;
  }
  return undefined;
}

const named = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\w-])${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`).test(text);

/** How many other companies stand close to an amount of bitcoin. */
function rivalsWithFigures(text: string, otherNames: readonly string[]): number {
  const near = [...text.slice(0, 20_000).matchAll(/\d[\d,.]*\s?(?:BTC|bitcoins?)\b/gi)].map((match) =>
    text.slice(Math.max(0, match.index - 70), match.index),
  );
  const found = otherNames.filter((name) => near.some((words) => named(words, name)));
  return found.filter((name) => !found.some((other) => other !== name && name.includes(other))).length;
}
