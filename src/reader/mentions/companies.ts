/**
 * The companies that a text names: known ones by name, former name, alias or ticker; others by ticker or by the legal suffix of their
 * name. The beginning of another company's name ("Marathon Oil Corporation") matches no known company.
 */
import { groupBy } from "@/domain/shared/group";
import { onceUpTo } from "@/domain/shared/once";
import { type Company, secNumbersOf } from "@/domain/facts/company";
import { CASED, patternOf } from "../languages/languages";
import { ABOUT_COMPANY, ALIASES, CORE_ENDINGS, DOES, ENDINGS, EXCHANGE, IN_TITLES, LEGAL, NO_CORE, NO_NAME, OF_MINERS, OF_OTHERS, OPENS, PRONOUN, TRADE } from "../languages/names"; // oxfmt-ignore
import { blanked, matchesIn, type Span, textBefore } from "../page/page";
import { UNSPACED } from "./words";

/** A company known to the reader. */
export interface KnownCompany {
  readonly id: string;
  readonly names: readonly string[];
  readonly tickers: readonly string[];
  /** Its CIK numbers at the SEC, including former ones. */
  readonly ciks?: readonly string[];
  /** Last month (1 to 12) of its fiscal year; absent: December. */
  readonly fiscalEnd?: number;
}

/** A company that the record does not follow. */
interface Stranger {
  readonly id: string;
  readonly name: string;
  readonly start: number;
}

export interface Mention extends Span {
  readonly id: string;
  /** Named by its ticker, hence certain. */
  readonly ticker?: boolean;
}

/** The known companies with their former names, listings and aliases. */
export function knownCompanies(companies: readonly Company[]): KnownCompany[] {
  return companies.map((company) => ({
    id: company.id,
    names: [company.name, ...company.formerNames.map((former) => former.name), ...(ALIASES[company.id] ?? [])],
    tickers: company.listings.map((listing) => listing.ticker),
    ciks: secNumbersOf(company),
    ...(typeof company.fiscalYearEnd === "string" && { fiscalEnd: Number(company.fiscalYearEnd.slice(0, 2)) }),
  }));
}

const TICKER = new RegExp(
  String.raw`[(（]\s{0,3}(?:["“][^()"”]{0,40}["”],?\s?(?:or\s)?)?${EXCHANGE}(?:\s?(?:[/|,&]|and)\s?${EXCHANGE}){0,3}\s?[:：]?\s?([A-Z][A-Z0-9]{1,5})(?![a-z])|\b${EXCHANGE}\s?[:：]\s?([A-Z]{2,5})\b|(?<![\w$])\$([A-Z]{3,5})\b|\(([A-Z]{3,5})\)|\bUS:([A-Z]{2,5})\b`,
  "g",
);
/** Every notation of a ticker contains one of these. */
const MAY_HAVE_TICKER = /[(（:：$]/;
const LONGER = new RegExp(`^ (?:${OF_OTHERS}|(?!${OF_MINERS})[A-Z][a-z]+(?: [A-Z][a-z]+)? ${LEGAL})\\b`);
/** Finds companies in texts; made once for the companies of the record. */
export class CompanyFinder {
  private readonly byName = new Map<string, { id: string; name: string; exact?: boolean }>();
  private readonly byTicker = new Map<string, string>();
  private readonly byCik = new Map<string, string>();
  /** Names by their first word in lower case. */
  private readonly beginningWith: ReadonlyMap<string, RegExp>;
  /** The names in scripts without spaces between words. */
  private readonly unspaced: RegExp;
  private readonly byId: ReadonlyMap<string, KnownCompany>;

  constructor(companies: readonly KnownCompany[]) {
    this.byId = new Map(companies.map((company) => [company.id, company]));
    for (const { id, names, tickers, ciks = [] } of companies) {
      for (const cik of ciks) this.byCik.set(cik, id);
      // "Hut8", "ciphermining.com": names are also written in one word.
      for (const name of names
        .flatMap((one) => [one, coreName(one)])
        .flatMap((one) => [one, one.replace(/(?<=[\p{L}\d]) (?=[\p{L}\d])/gu, "")]))
        if ((name.length > 3 || UNSPACED.test(name) || /^[A-Z]{3}$/.test(name)) && !this.byName.has(name.toLowerCase()))
          this.byName.set(name.toLowerCase(), { id, name, exact: name.length === 3 && !UNSPACED.test(name) });
      for (const listed of tickers) {
        const [ticker = listed] = listed.split(/[./]/);
        this.byTicker.set(ticker, id);
        if (/^[A-Z]{4,}$/.test(ticker) && !this.byName.has(ticker.toLowerCase()))
          this.byName.set(ticker.toLowerCase(), { id, name: ticker, exact: true });
      }
    }
    const written = Array.from(this.byName.values(), ({ name }) => name);
    const unspaced = written.filter((name) => UNSPACED.test(name));
    this.unspaced = new RegExp(unspaced.length === 0 ? NOTHING : oneOf(unspaced), "g");
    this.beginningWith = new Map(
      Array.from(groupBy(written, firstWord), ([first, names]) => [first, patternOf(`(?:${oneOf(names)})(?![\\p{Lu}\\p{Ll}\\d-])`, "iuy")]),
    );
  }

  /** The known company that filed a document under an SEC number, with or without leading zeros. */
  filer(cik: string | undefined): string | undefined {
    return cik === undefined ? undefined : this.byCik.get(cik.replace(/^0+/, ""));
  }

  knows(id: string): boolean {
    return this.byId.has(id);
  }

  fiscalEnd(id: string | undefined): number {
    return this.byId.get(id ?? "")?.fiscalEnd ?? 12;
  }

  /** Mentions of known companies in order, by name or ticker; a ticker in brackets is a mention beside that of the name before it. */
  readonly mentions: (text: string) => readonly Mention[] = onceUpTo(1_000, (text) => this.mentionsIn(text));

  private mentionsIn(text: string): Mention[] {
    const found: Mention[] = [];
    let past = 0;
    const take = (word: string, start: number): boolean => {
      const pattern = this.beginningWith.get(word.toLowerCase());
      if (pattern === undefined || /[\d-]/.test(text.charAt(start - 1))) return false;
      pattern.lastIndex = start;
      const name = pattern.exec(text)?.[0] ?? "";
      const known = this.byName.get(name.toLowerCase().replace(/\s+/g, " "));
      if (known === undefined) return false;
      past = start + name.length;
      if ((known.exact === true ? name === known.name : written(name, known.name)) && !othersName(text, start, name))
        found.push({ id: known.id, start, end: past });
      return true;
    };
    for (const { 0: word, index: start } of matchesIn(text, CASED)) {
      if (start < past || take(word, start)) continue;
      // A label that lost the space after it: "SponsoredCleanSpark".
      for (const index of innerCapitals(word)) if (take(word.slice(index), start + index)) break;
    }
    for (const { 0: name, index: start } of UNSPACED.test(text) ? matchesIn(text, this.unspaced) : []) {
      const id = this.byName.get(name)?.id;
      if (id !== undefined) found.push({ id, start, end: start + name.length });
    }
    for (const match of MAY_HAVE_TICKER.test(text) ? matchesIn(text, TICKER) : []) {
      const id = this.byTicker.get((match.slice(1) as (string | undefined)[]).find((ticker) => ticker !== undefined) ?? "");
      if (id !== undefined) found.push({ id, start: match.index, end: match.index + match[0].length, ticker: true });
    }
    return found.sort((a, b) => a.start - b.start);
  }

  /** The text with company names blanked, length unchanged: "Holdings" in a name does not mean holdings. */
  withoutNames(text: string): string {
    return blanked(text, this.mentions(text)).replace(BEHIND_NAME, (ending) => "_".repeat(ending.length));
  }

  /** The first company with a ticker or a legal suffix in a release's head, if it is not a known one. */
  stranger(head: string): Stranger | undefined {
    for (const match of head.matchAll(TICKER)) {
      if ((match[1] ?? match[2]) === undefined) continue;
      const before = (/[^\n]+\n?$/.exec(textBefore(head, match.index, 140))?.[0] ?? "").replace(/\s+/g, " ");
      const name = /((?:[A-Z][\w.&’'-]*|\d\w*)(?:,? (?:[A-Z0-9][\w.&’'-]*|&|of|plc)){0,7}),? ?$/.exec(
        before.replace(/\((?:["“][^()]*)\),? ?$/, ""),
      )?.[1];
      if (name !== undefined) return this.named(name, match.index);
    }
    const self = LEGALLY.exec(head) ?? IN_CAPITALS.exec(head);
    return this.named(self?.[1], self?.index ?? 0);
  }

  /** The company of a text that names no other: the one in its section "About …", else the acting one named most often. */
  unlisted(text: string, head: string): Stranger | undefined {
    const about = ABOUT.exec(text);
    if (about !== null) return this.named(about[1], about.index);
    const acting = Array.from(head.matchAll(ACTING), ({ 1: name = "", index }) => ({ name: withoutOpening(name), index }));
    const counted = acting.map((one) => ({ ...one, count: head.split(one.name).length - 1 }));
    const [best] = counted
      .filter(({ name, count }) => count > 1 && name.length > 3 && !COMMON.test(name))
      .sort((a, b) => b.count - a.count);
    return this.named(best?.name, best?.index ?? 0);
  }

  /**
   * The company that acts in a sentence naming no known one: "Core sold 453 BTC" is Core Scientific on a page with its full name; for any
   * other name the id is undefined. Undefined if no name acts.
   */
  actor(sentence: string, page: string): { readonly id: string | undefined } | undefined {
    ACTING.lastIndex = 0;
    const first = ACTING.exec(sentence);
    const name = withoutOpening(first?.[1] ?? "");
    if (first === null || COMMON.test(name)) return undefined;
    const full = Array.from(this.byName.values()).filter((known) => known.name.startsWith(`${name} `) && page.includes(known.name));
    const ids = new Set(full.map(({ id }) => id));
    return { id: ids.size === 1 ? full[0]?.id : undefined };
  }

  private named(name: string | undefined, start: number): Stranger | undefined {
    if (name === undefined || this.mentions(name).length > 0) return undefined;
    // A dateline may precede it: "Frankfurt/Main 03 June 2022 Northern Data AG".
    const called = name.replace(/^.*\b20\d\d\s/, "");
    if (COMMON.test(withoutOpening(called))) return undefined;
    const id = slugOf(withoutOpening(called));
    return id === "" ? undefined : { id, name: called, start };
  }
}

const NAME_WORD = String.raw`[A-Z0-9][\w&’-]{0,30}`;
const LEGALLY = new RegExp(
  String.raw`([A-Z][\w.&'’-]{0,30}(?:[ \u00a0][A-Z0-9][\w.&'’-]{0,30}){0,4}),?[ \u00a0]${LEGAL}\b\.?,?\s?(?:\(|["“]|(?:${DOES}|expects?|today)\s|[\p{Script=Han}\p{Script=Hangul}（]|,|\||\n|:|$)`,
  "u",
);
/** "SUNDIAL COMPUTE CORPORATION" on a line of its own. */
const IN_CAPITALS = /^([A-Z][A-Z\d&.' -]{2,50}),? (?:INC|CORP|CORPORATION|LTD|LIMITED|HOLDINGS|GROUP|COMPANY)\.?$/m;
const ABOUT = new RegExp(
  String.raw`^(?:.{0,40}\(Reuters\) [-–]|${ABOUT_COMPANY}) (${NAME_WORD}(?: ${NAME_WORD}){0,4})(?:,? ${LEGAL}\.?)? ?:?$`,
  "mu",
);
/** "Kestrel Ridge mined 96 bitcoin", "Bitcoin Miner Kestrel Ridge Sells …", "Kestrel's fleet mined 96". */
const ACTING = new RegExp(
  String.raw`(?=[A-Z])(?<=\bthat |(?<![\p{L}\d] |[\p{L}\d]))(?:${NO_NAME} )*([A-Z][\w&’-]{0,30}(?: ${NAME_WORD}){0,4}?)(?:['’]s \p{Ll}+)?(?: (?:also|today|then))? ${IN_TITLES}(?![\p{L}-])`,
  "gu",
);
const COMMON = new RegExp(`^${PRONOUN}\\b|^(?:${NO_NAME}[ ’'s]*)+$`);
const BEHIND_NAME = /_(?:,? (?:Holdings|Group|Inc|Corp|Ltd|Limited|plc)\b\.?)+/g;
const INNER_CAPITAL = /(?<=\p{Ll})\p{Lu}/gu;
const innerCapitals = onceUpTo(20_000, (word: string) => matchesIn(word, INNER_CAPITAL).map(({ index }) => index));

const firstWord = (name: string): string => (name.match(CASED)?.[0] ?? name).toLowerCase();

/** One of the names, the longest first. */
const oneOf = (names: readonly string[]): string =>
  names
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+"))
    .sort((a, b) => b.length - a.length)
    .join("|");
/** A pattern that never matches. */
const NOTHING = "(?!)";

/** As the name is written, or in capitals; short one-word names only so, longer ones in any case with an initial capital. */
function written(found: string, name: string): boolean {
  const plain = found.replace(/\s+/g, " ");
  if (plain === name || plain === name.toUpperCase()) return true;
  return (plain.length >= 6 || (plain.length >= 4 && name === name.toUpperCase())) && /\p{Lu}/u.test(plain.charAt(0));
}

/** "Marathon Oil Corporation", "Riot Games": a one-word name followed by another word and a legal suffix, or by another trade. */
function othersName(text: string, start: number, found: string): boolean {
  return !/\s/.test(found) && LONGER.test(text.slice(start + found.length, start + found.length + 60));
}

/** A name without its legal suffixes: "Riot Platforms, Inc." → "Riot Platforms". */
function coreName(name: string): string {
  let core = name.trim().replace(/[.,]+$/, "");
  while (CORE_ENDINGS.test(core)) core = core.replace(/[\s,]+\S+$/, "");
  return core;
}

/** The slug in the record's style: "Cathedra Bitcoin Inc." → "cathedra", "Bit Mining Limited" → "bit-mining". */
function slugOf(name: string): string {
  let core = name.trim();
  while (ENDINGS.test(core)) core = core.replace(ENDINGS, "");
  for (let next = core.replace(TRADE, ""); next !== core; next = core.replace(TRADE, "")) {
    if (next.length <= 3 || NO_CORE.test(next)) break;
    core = next;
  }
  return core
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** "In July Northern Data" → "Northern Data": the first words of a sentence are capitalised too. */
const withoutOpening = (name: string): string => name.replace(OPENING, "");
const OPENING = new RegExp(`^(?:(?:\\p{L}+-based|${OPENS}|20[12]\\d),?\\s+)+(?=[A-Z])`, "u");
