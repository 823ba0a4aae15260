/**
 * Whose release is this? Found from "(NASDAQ: RIOT)", the names in title and first lines, and the address.
 * In: the document and the known companies. Out: the company's slug with how it was found; a new slug for a company not yet known.
 * Rule guarded: two companies in the subject's place make a doubt, not a choice.
 */
import type { Company } from "@/domain/company";
import { ALIASES } from "./aliases";
import type { Document } from "./document";

/** A company as the reader knows it: its slug, every name, every ticker. */
export interface KnownCompany {
  readonly id: string;
  readonly names: readonly string[];
  readonly tickers: readonly string[];
}

export interface FoundCompany {
  readonly id: string;
  readonly known: boolean;
  readonly how: string;
  readonly doubts: readonly string[];
  /** The name as the document gives it, where it is not a known one. */
  readonly name: string;
  /** "(NASDAQ: RIOT)" or the like stands in the document. */
  readonly ticker: boolean;
}

/** The known companies with their former names, listings and aliases. */
export function knownCompanies(companies: readonly Company[]): KnownCompany[] {
  return companies.map((company) => ({
    id: company.id,
    names: [company.name, ...company.formerNames.map((former) => former.name), ...(ALIASES[company.id] ?? [])],
    tickers: company.listings.map((listing) => listing.ticker),
  }));
}

const EXCHANGE = String.raw`(?:NASDAQ(?:\s?(?:GS|GM|CM|Global Select|Capital Market))?|NYSE(?:\s?(?:American|Arca))?|LSE|AIM|AQSE|TSX(?:[- .]?V(?:enture)?)?|CSE|CBOE(?: CA)?|OTC(?:QB|QX|MKTS)?|FSE|FRA|XETRA|ASX|Oslo|HKEX|ADX|SGX|NEO|NGM|Euronext|Frankfurt|US)`;
const TICKER = new RegExp(
  String.raw`\(\s*(?:["“][^()]{0,40}["”],?\s*(?:or\s)?)?\s*${EXCHANGE}(?:\s*(?:[/|,&]|and)\s*${EXCHANGE})*\s*[:：]?\s*([A-Z][A-Z0-9]{1,5})(?![a-z])`,
  "gi",
);
const BARE_TICKER = /^\s*Symbol\s+([A-Z]{2,6})\s*$|\bUS:([A-Z]{2,5})\b/gm;
/** "Nasdaq: CLSK" and "NYSE American BTDR" without brackets, "$MARA". */
const OPEN_TICKER = new RegExp(String.raw`\b${EXCHANGE}\s*[:：]\s*([A-Z]{2,5})\b|(?<![\w$])\$([A-Z]{3,5})\b`, "g");
const ENDINGS =
  /[\s,]+(?:inc|incorporated|corp|corporation|ltd|limited|plc|ag|se|llc|s\.?a|co|company|n\.?v|holdings?|group|technology|technologies|platforms|global|america|usa|enterprises)\.?$/i;
const TRADE =
  /[\s,]+(?:bitcoin|mining|blockchain|infrastructure|immersion|digital|solutions|generation|assets|computing|energy|power|systems)$/i;

/** The company that the document is of, or undefined when nothing names one. */
export function findCompany(document: Document, companies: readonly KnownCompany[], address: string | undefined): FoundCompany | undefined {
  const head = document.text.slice(0, 4000);
  const listed = listedCompany(head, companies);
  const named = firstNamed(head.slice(0, 1500), companies);
  if (listed !== undefined) {
    const other = listed.known && named !== undefined && named !== listed.id ? namesAt(head, companies, listed.id) : undefined;
    return { ...listed, doubts: other === false ? [`the title names ${named ?? ""}, the ticker ${listed.id}`] : [] };
  }
  if (named !== undefined) return { id: named, name: "", known: true, how: "named in the first lines", doubts: [], ticker: false };
  const inAddress = address === undefined ? undefined : firstNamed(decodeSlug(address), companies);
  if (inAddress !== undefined) return { id: inAddress, name: "", known: true, how: "named in the address", doubts: [], ticker: false };
  const anywhere = firstNamed(head, companies) ?? (address === undefined ? undefined : firstNamed(decodeHost(address), companies));
  if (anywhere !== undefined)
    return {
      id: anywhere,
      name: "",
      known: true,
      how: "named in the text",
      doubts: ["the first lines do not name the company"],
      ticker: false,
    };
  const self =
    /([A-Z][\w.&'’-]*(?:[ \u00a0]+[A-Z0-9][\w.&'’-]*){0,4}),?[ \u00a0]+(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|plc|PLC|AG|SE|Holdings|Group)\b\.?,?\s*(?:\(|["“]|gives|announce|report|provide|publish|today|,|\||\n|:|$)/.exec(
      head,
    );
  const id = self?.[1] === undefined ? "" : slugOf(withoutOpening(self[1]));
  return id === ""
    ? undefined
    : {
        id,
        name: self?.[1] ?? "",
        known: false,
        how: `"${self?.[1] ?? ""}" is not among the tracked companies`,
        doubts: [],
        ticker: false,
      };
}

/** Whether the document names the company anywhere near its head. */
function namesAt(head: string, companies: readonly KnownCompany[], id: string): boolean {
  const company = companies.find((candidate) => candidate.id === id);
  return company?.names.some((name) => patternOf(coreName(name)).test(head)) ?? false;
}

function listedCompany(head: string, companies: readonly KnownCompany[]): Omit<FoundCompany, "doubts"> | undefined {
  for (const match of head.matchAll(TICKER)) {
    const ticker = (match[1] ?? "").toUpperCase();
    const company = companies.find((candidate) => candidate.tickers.includes(ticker));
    if (company) return { id: company.id, name: "", known: true, how: `ticker ${ticker}`, ticker: true };
    const name = /((?:[A-Z][\w.&’'-]*|\d\w*)(?:,?\s+(?:[A-Z0-9][\w.&’'-]*|&|of))*),?\s*$/.exec(
      head
        .slice(Math.max(0, match.index - 140), match.index)
        .replace(/\s+/g, " ")
        .replace(/\((?:["“][^()]*)\),?\s*$/, ""),
    )?.[1];
    const byName = name === undefined ? undefined : firstNamed(name, companies);
    if (byName !== undefined) return { id: byName, name: "", known: true, how: `named before its ticker ${ticker}`, ticker: true };
    const id = name === undefined ? "" : slugOf(withoutOpening(name));
    if (id !== "") return { id, name: name ?? "", known: false, how: `"${name ?? ""}" is not among the tracked companies`, ticker: true };
  }
  for (const match of [...head.matchAll(BARE_TICKER), ...head.slice(0, 1500).matchAll(OPEN_TICKER)]) {
    const ticker = match[1] ?? match[2] ?? "";
    const company = companies.find((candidate) => candidate.tickers.includes(ticker));
    if (company) return { id: company.id, name: "", known: true, how: `symbol ${ticker}`, ticker: true };
  }
  return undefined;
}

/** Slug of the known company that `text` names first. */
function firstNamed(text: string, companies: readonly KnownCompany[]): string | undefined {
  let best: { id: string; at: number } | undefined;
  for (const company of companies) {
    for (const name of company.names) {
      const at = patternOf(coreName(name)).exec(text)?.index;
      if (at !== undefined && (best === undefined || at < best.at)) best = { id: company.id, at };
    }
  }
  return best?.id;
}

const patterns = new Map<string, RegExp>();

function patternOf(name: string): RegExp {
  const known = patterns.get(name);
  if (known) return known;
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/\s+/g, "\\s+");
  const pattern = new RegExp(`(?<![\\w-])(?:${escaped(name)}|${escaped(name.toUpperCase())})(?![\\w-])`);
  patterns.set(name, pattern);
  return pattern;
}

/** A name without its legal endings: "Riot Platforms, Inc." → "Riot Platforms". */
export function coreName(name: string): string {
  let core = name.trim().replace(/[.,]+$/, "");
  while (/[\s,]+(?:inc|corp|ltd|limited|plc|ag|se|group|holdings?|technologies)\.?$/i.test(core)) core = core.replace(/[\s,]+\S+$/, "");
  return core;
}

/** Names under which other companies than `id` may stand in a sentence. */
export function namesOfOthers(companies: readonly KnownCompany[], id: string): string[] {
  const own = companies.find((company) => company.id === id)?.names.map((name) => name.toLowerCase()) ?? [];
  return companies
    .filter((company) => company.id !== id)
    .flatMap((company) => company.names.map(coreName).filter((name) => !own.some((mine) => mine.includes(name.toLowerCase()))));
}

/** The slug in the record's style: "Cathedra Bitcoin Inc." → "cathedra", "Bit Mining Limited" → "bit-mining". */
export function slugOf(name: string): string {
  let core = name.trim();
  while (ENDINGS.test(core)) core = core.replace(ENDINGS, "");
  for (let next = core.replace(TRADE, ""); next !== core; next = core.replace(TRADE, "")) {
    if (next.length <= 3 || /^(?:the|us|u\.s|american|northern|core|new|first)$/i.test(next)) break;
    core = next;
  }
  return core
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

/** "In July Northern Data" → "Northern Data": a sentence's first words are capitalised too. */
const withoutOpening = (name: string): string =>
  name.replace(
    /^(?:(?:In|During|For|On|At|As|Of|The|By|Since|From|Jan(?:uary)?|Feb(?:ruary)?|March|April|May|June?|July?|Aug(?:ust)?|Sept(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?|20[12]\d),?\s+)+(?=[A-Z])/,
    "",
  );

/** "https://investors.corescientific.example/…": the words of the host, run together as they are. */
const decodeHost = (address: string): string => (/^https?:\/\/([^/:]+)/.exec(address)?.[1] ?? "").replace(/[-.]+/g, " ").toUpperCase();

const decodeSlug = (address: string): string =>
  address
    .replace(/^https?:\/\/[^/]+/, "")
    .replace(/[-_/+]+/g, " ")
    .toUpperCase();
