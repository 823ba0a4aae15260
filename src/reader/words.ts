import { onceUpTo } from "@/domain/once";
/**
 * Word classes: what the words around a number speak of (mining, selling, holding, plans, hosting …), whatever the words are and in the
 * languages that miners are written about. Text in → classes with their places. The reader learns from classes, so that a wording it has
 * never met still counts.
 */

/** One word each; the pattern must take the whole word. */
const WORDS: Readonly<Record<string, string>> = {
  PROD: "(?:self-|auto)?min(?:e|ed|es|ing)|produ[cj]\\p{L}*|earn(?:ed|s|ing)?|generat(?:e|ed|es|ing)|minted|extract(?:ed|s|ing)|netted|output|yield\\p{L}*|rewards?|min(?:ó|aron|ado|ados|é|ées?|ato|ati|erad[oa]s?)|extraj\\p{L}*|gemin\\p{L}*|miner(?:ou|aram|ado|ados)|geschürft\\p{L}*|schürf\\p{L}*|produziert\\p{L}*|produktion|förder\\p{L}*|ottenut\\p{L}*|estratt\\p{L}*|üret\\p{L}*",
  SOLD: "sold|offload\\p{L}*|unload\\p{L}*|divest\\p{L}*|sales?|sell\\p{L}*|liquidat\\p{L}*|dispos\\p{L}*|moneti[sz]\\p{L}*|conver(?:ted|sion)|vend\\p{L}*|ventas?|liquid(?:ó|ado|ados|aron|ación)|verkauf\\p{L}*|vente|satış|sattı",
  HELD: "held|holds?|holdings?|hodl\\p{L}*|treasury|balances?|reserves?|custody|owned|owns|inventory|coffers|stash|stockpile|hand|hoard|accumulated|bitcoin-holdings|tenencias?|reservas?|posee\\p{L}*|tesorería|mantiene\\p{L}*|mantenía|bestand\\p{L}*|hält|hielt|halt\\p{L}*|reserven|détient|détenait|réserves?|trésorerie|possiede|detiene|riserve|poseía\\p{L}*|poseen",
  BUY: "purchas\\p{L}*|bought|acquir\\p{L}*|buy\\p{L}*|compr(?:ó|ar|as?|aron|ado|ados)|adquiri\\p{L}*|gekauft|acheté\\p{L}*",
  RESTR: "restricted|pledg\\p{L}*|collateral\\p{L}*|encumbered|loaned|lent|borrow\\p{L}*|unrestricted|receivable|garantía|prestad\\p{L}*|verpfänd\\p{L}*",
  HASH: "hash\\p{L}*|eh/s|ph/s|exahash\\p{L}*|petahash\\p{L}*|eh|computing",
  DEPL: "deployed|energi[sz]\\p{L}*|install\\p{L}*|online|fleet|capacity|capacidad|instalad\\p{L}*|nameplate|installiert\\p{L}*",
  AVG: "average\\p{L}*|avg|mean|promedi\\p{L}*|medi[oa]|durchschnitt\\p{L}*|moyen\\p{L}*",
  OPER: "operating|operational|active|running|operated|operativ\\p{L}*|operaci\\p{L}*",
  END: "month-end|end|ended|ending|exited|closing|close|period-end|cierre|final(?:es)?|ende",
  PRICE: "price\\p{L}*|realized|realised|precio\\p{L}*|preis\\p{L}*|prix|prezzo",
  PROC: "proceeds|ingresos|erlös\\p{L}*",
  DAY: "daily|diari[oa]s?|täglich",
  YTD: "year-to-date|ytd|so-far|since|cumulative|acumulad[oa]s?",
  HOST: "host\\p{L}*|coloc\\p{L}*|co-loc\\p{L}*|customers?|clients?|third|third-party|managed?|management|cloud|cloud-mining|partners?|members?|clientes?|terceros",
  PLAN: "expect\\p{L}*|target\\p{L}*|plan|plans|planned|guidance|will|should|sollen?|deve|debería|goals?|reach|forecast\\p{L}*|anticipat\\p{L}*|intend\\p{L}*|potential|would|could|aim\\p{L}*|contract\\p{L}*|pipeline|upcoming|additional|esper\\p{L}*|prev[eé]\\p{L}*|objetivo|erwart\\p{L}*|plant|ziel",
  UP: "increas\\p{L}*|up|rose|higher|grew|growth|decreas\\p{L}*|down|lower|fell|declin\\p{L}*|more|less|fewer|drop\\p{L}*|rise|rising|jump\\p{L}*|surg\\p{L}*|improv\\p{L}*|added|adding|aument\\p{L}*|disminu\\p{L}*|subió|cayó|caída|más|menos|mehr|weniger|gestiegen|gefallen",
  FROM: "from|compared|versus|vs|than|against|over|desde|frente|comparado|respecto|gegenüber|gegen|contre",
  EQ: "equivalents?|equivalentes?",
  NET: "network|global|difficulty|worldwide|red|dificultad|netzwerk\\p{L}*",
  COST: "costs?|expens\\p{L}*|revenues?|margins?|value|values|valued|worth|profits?|fees?|credits?|power|energy|electricity|efficiency|uptime|equity|loss|income|costes?|costos?|valor\\p{L}*|valorad\\p{L}*|umsatz\\p{L}*|wert",
  OWN: "self-min\\p{L}*|own|proprietary|propi[oa]s?|eigene\\p{L}*",
  ALL: "total|combined|aggregate|totals|insgesamt|gesamt\\p{L}*",
  SITE: "facility|site|sites|facilities|campus|farm|location|planta|instalaciones",
  COIN: "eth|ethereum|ether|litecoin|doge\\p{L}*|kaspa",
  ZERO: "no|none|nil|ningún|ninguno|keine",
  OPEN: "beginning|opening|start|inicial|anfang\\p{L}*",
  PART: "including|includes?|included|excluding|excludes?|excluded|thereof|incluyendo|incluidos|davon",
}; // prettier-ignore

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

const PATTERNS = Object.entries(WORDS).map(([name, words]) => [name, new RegExp(`^(?:${words})$`, "iu")] as const);
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
