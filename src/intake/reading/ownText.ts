/**
 * Is this the company's own text? Marks of a release (ticker, newswire, exhibit, dateline, "unaudited") against marks of others' writing.
 * In: the document and its company. Out: own, perhaps own (a person looks), or the reason why nothing is read.
 * Rule guarded: news rewrites, round-ups of several miners and law firms' alerts give no figure.
 */
import type { FoundCompany } from "./companies";
import { type Document, isTable, type Passage } from "./document";
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
  String.raw`(?:^|\n)\s*(?:[A-Z][\p{L}.'’&-]*(?:[ /](?:[A-Z(][\p{L}.'’)&-]*|of|and)){0,4},?\s+){1,5}[,(–—-]*\s*${DAY}`,
  "u",
);
/** Words over what a company tells month by month. */
const UPDATE =
  /\b(?:production|operations?|operational|operating|mining|monthly|investor|bitcoin|output|hashrate|treasury)\b.{0,40}\b(?:updates?|results|figures|report|statistics|metrics|highlights|numbers|data)\b|\b(?:production|output|operations)\b/i;
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
  if (rivalsWithFigures(text, otherNames) >= 2 && !ownLead) return { refused: "an article about several companies" };
  if (company.ticker || WIRE.test(text.slice(0, 6000)) || FILING.test(head)) return { doubts: [] };
  if (DATELINE.test(head) || /\bunaudited\b/i.test(text.slice(0, 6000))) return { doubts: [] };
  const passages = document.blocks.filter((block): block is Passage => !isTable(block)).slice(0, 12);
  const title = passages.some(
    (passage) => passage.text.length < 160 && UPDATE.test(passage.text) && passage.text.split(/\W+/).some((word) => isOwn(word, ownWords)),
  );
  const rewritten = /^\s*(?:by|written by|author:?)\s+[A-Z]|\bmin(?:ute)?s? read\b/im.test(head);
  if (!rewritten && (title || (FIRST_PERSON.test(text) && /\d\s?(?:BTC|bitcoins?)\b|\b(?:BTC|bitcoins?)\b.{0,40}\d/i.test(text))))
    return { doubts: title ? [] : ["not certain that this is the company's own release"] };
  const opening = text
    .slice(0, 500)
    .split(/\W+/)
    .some((word) => isOwn(word, ownWords));
  if (!rewritten && opening && /\d\s?(?:BTC|bitcoins?)\b|\b(?:BTC|bitcoins?)\b.{0,40}\d/i.test(text))
    return { doubts: ["not certain that this is the company's own release"] };
  return {
    refused: "neither a company's own release nor a filing: no ticker, newswire, dateline or exhibit mark, and no title of an update",
  };
}

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
