/**
 * A document as a reader sees it, whatever it was written in: one readable text, and its lines cut into cells. Source text in → Page out.
 * HTML, plain text, text kept inside JSON, and EDGAR's full submissions (several documents in one file) all become the same.
 * Rule guarded: any text gives a page, in one pass over it, and every cell knows where it stands in `text`.
 */
import { type Day, parseDay } from "@/domain/period";
import { readHtml } from "./html";

/** A stretch of the page's text; `text` is its slice [start, end) with line breaks and odd characters made plain, offset for offset. */
export interface Piece {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A cell of a table's row at its column; a line that is no row has one cell. */
export interface Cell extends Piece {
  readonly column: number;
  readonly width: number;
}

export interface Page {
  readonly text: string;
  readonly lines: readonly Line[];
  /** The source's address, when the text opens with it or the page names it (canonical, og:url). */
  readonly address?: string;
  /** Every address that the document gives itself. */
  readonly addresses: readonly string[];
  /** Day of publication as the page's data says it (meta tags, JSON-LD, EDGAR's head). */
  readonly publishedOn?: Day;
  /** The page's title where its text may lack it. */
  readonly title: string;
  /** Lines may be one paragraph broken at a width (plain text only). */
  readonly wrapped: boolean;
  readonly warnings: readonly string[];
}

export interface Line {
  readonly start: number;
  readonly end: number;
  /** Cells as the page's own table has them; absent: the line is yet to be cut at bars, tabs and gaps. */
  readonly cells?: readonly Cell[];
}

/** Longest text that is read: a filing with all its exhibits stays well below. The rest of a longer one is left out, and said so. */
export const LONGEST = 4_000_000;

const HTML = /<(?:!doctype|html|head|body|div|p|table|tr|td|span|br|ul|li|h[1-6]|document|title)\b[^>]{0,2000}>/gi;
const JSON_TEXT = /^\s*(?:\[\s*)?\{\s*"[^"]*"\s*:/;
/** Written by nobody for readers; it would only part a word or an amount. */
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Reads text into a page. `contentType` decides when it is given ("text/html; charset=utf-8"), else the text's looks do. Never throws. */
export function readPage(source: string, contentType?: string): Page {
  if (isNoText(source)) return { text: "", lines: [], addresses: [], title: "", wrapped: false, warnings: [NO_TEXT] };
  const clean = source.replace(INVISIBLE, "").replace(/\r\n?/g, "\n");
  const opening = /^\s*(https?:\/\/\S+)[ \t]*\n/.exec(clean.slice(0, 3000));
  const parts = documentsOf(clean.slice(opening?.[0].length ?? 0));
  const whole = parts.text.length > LONGEST ? parts.text.slice(0, LONGEST) : parts.text;
  const warnings =
    parts.text.length > LONGEST ? [`the document is longer than ${LONGEST / 1e6} million characters: only its beginning was read`] : [];
  const page = pageOf(whole, contentType);
  const addresses = [...(opening?.[1] === undefined ? [] : [opening[1]]), ...page.addresses];
  const publishedOn = page.publishedOn ?? parts.filedOn;
  return {
    ...page,
    addresses,
    warnings,
    ...(addresses[0] === undefined ? {} : { address: addresses[0] }),
    ...(publishedOn === undefined ? {} : { publishedOn }),
  };
}

const NO_TEXT = "this is no text (an archive, a PDF or a picture?): save the page as HTML or text and read that";

/** Bytes of something else, read as if they were text: many of its first characters are none. */
function isNoText(source: string): boolean {
  const head = source.slice(0, 4000);
  return head.startsWith("%PDF-") || (head.match(/[\u0000-\u0006\ufffd]/g)?.length ?? 0) > head.length / 20;
}

function pageOf(body: string, contentType: string | undefined, depth = 0): Omit<Page, "warnings"> {
  if (depth < 3 && JSON_TEXT.test(body.slice(0, 2000))) {
    const { texts, data } = unescaped(body);
    const inner = pageOf(texts.join("\n"), undefined, depth + 1);
    const publishedOn = inner.publishedOn ?? data.publishedOn;
    return { ...inner, addresses: [...data.addresses, ...inner.addresses], ...(publishedOn === undefined ? {} : { publishedOn }) };
  }
  if (looksLikeHtml(body) || /html|xml/i.test(contentType ?? "")) {
    const html = readHtml(body);
    if (html.lines.length > 0) return html;
  }
  const text = unglued(plain(breaksRestored(body)));
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    lines.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return { text, lines, addresses: [], title: "", wrapped: true };
}

function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 200_000);
  return (head.match(HTML)?.length ?? 0) >= 3 || /^\s*<(?:!doctype|html|document|type)/i.test(head.slice(0, 2000));
}

/** Odd spaces keep their length; hyphens, minus signs and brackets have one form. */
function plain(text: string): string {
  return text
    .replace(/[\u2010\u2011\u2212]/g, "-")
    .replace(/[\u2000-\u2008\u200a\u205f\u3000]/g, " ")
    .replace(/\[/g, "(")
    .replace(/\]/g, ")");
}

/**
 * Tables whose cells lost everything between them ("BTC Mined371BTC Sold34BTC Held1,132Rigs"): each label begins a line. Told by three or
 * more figures between words with nothing around them. A figure stuck to its label keeps a mark that its first digit may be a footnote's.
 */
function unglued(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      if ((line.match(/[a-z)](?:US\$|\$)?\d[\d.,]*(?:\s?(?:%|EH\/s|PH\/s))?[A-Z][A-Za-z]/g)?.length ?? 0) < 2) return line;
      return line
        .replace(/(?<=[\d%])(?=(?:BTC|Bitcoin|[A-Z][a-z]+)[ A-Za-z])|(?<=\/s)(?=[A-Z][a-z])/g, "\n")
        .replace(
          /(?<=[a-z*)])(?=(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[ -]\d\d)/g,
          "\n",
        )
        .replace(/(?<=20[12]\d|-[12]\d)(?:\d|\*)?(?=[A-Z])/g, "\n")
        .replace(/(?<=[a-z)])(?=(?:US\$|\$)?\d[\d.,]*(?:\n|$|\s?(?:%|EH|PH)))/g, GLUE);
    })
    .join("\n");
}

/** Parts a figure from the label that it was stuck to. */
export const GLUE = "\u2005";

/** The piece of `text` between two offsets without white space around it; line breaks in it read as spaces. */
export function pieceOf(text: string, from: number, to: number): Piece {
  let start = from;
  let end = to;
  while (start < end && isSpace(text.charCodeAt(start))) start += 1;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end -= 1;
  return { text: text.slice(start, end).replace(/[\n\t]/g, " "), start, end };
}

const isSpace = (code: number): boolean => code <= 32 || code === 0xa0 || code === 0x202f || code === 0x2009;

/** Documents of an EDGAR submission that hold no words: pictures, data of the tagged figures, archives. */
const WORDLESS = /^(?:GRAPHIC|ZIP|EXCEL|XML|JSON|PDF|COVER|EX-10[0-9]|EX-4|EX-[235]\b|EX-1\b|EX-23|EX-24|EX-31|EX-32)/i;

/** EDGAR keeps a submission's documents in one file; those without words are left out. Other text is one document. */
function documentsOf(text: string): { text: string; filedOn?: Day } {
  if (!/<(?:SEC-DOCUMENT|SEC-HEADER|DOCUMENT)>/.test(text.slice(0, 20_000))) return { text };
  const filed = /FILED AS OF DATE:\s*(20\d\d)(\d\d)(\d\d)/.exec(text.slice(0, 20_000));
  const filedOn = filed === null ? undefined : parseDay(`${filed[1] ?? ""}-${filed[2] ?? ""}-${filed[3] ?? ""}`);
  const documents = text
    .split(/<DOCUMENT>/i)
    .slice(1)
    .filter((document) => !WORDLESS.test(/<TYPE>\s*([^\s<]+)/i.exec(document.slice(0, 500))?.[1] ?? ""))
    .map((document) => document.slice(Math.max(0, document.search(/<TEXT>/i))));
  return {
    text: documents.length === 0 ? text : documents.join("\n<p></p><p></p><p></p>\n"),
    ...(filedOn === undefined ? {} : { filedOn }),
  };
}

interface Data {
  publishedOn?: Day;
  readonly addresses: string[];
}

/** The texts inside JSON one after the other; a broken JSON (copies are cut off) is unescaped as far as it goes. */
function unescaped(json: string): { texts: string[]; data: Data } {
  try {
    return textsOf(JSON.parse(json));
  } catch {
    const strings = json.matchAll(
      /"(?:content|rendered|articleBody|text|body|html|value|description|headline|title)"\s*:\s*"((?:[^"\\]|\\.)*)/g,
    );
    const texts = [...strings].map((match) => unescapedString(match[1] ?? "")).filter((part) => part.length > 12);
    return { texts: texts.length === 0 ? [unescapedString(json)] : texts, data: { addresses: [] } };
  }
}

const DATE_KEY = /^(?:date_?published|published(?:_?(?:at|on|date|time))?|pub_?date|date(?:_gmt)?|created_?at)$/i;
const ADDRESS_KEY = /^(?:url|link|canonical(?:_?url)?|permalink|mainEntityOfPage|@id)$/i;

function textsOf(value: unknown): { texts: string[]; data: Data } {
  const texts: string[] = [];
  const data: Data = { addresses: [] };
  const stack: [string, unknown][] = [["", value]];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    const [key, one] = at;
    if (typeof one === "string") {
      const day = DATE_KEY.test(key) ? parseDay(one.slice(0, 10)) : undefined;
      if (day !== undefined) data.publishedOn ??= day;
      else if (ADDRESS_KEY.test(key) && /^https?:\/\/\S+$/.test(one)) data.addresses.push(one);
      else if (one.length > 12) texts.push(one);
    } else if (Array.isArray(one)) for (const item of (one as unknown[]).slice().reverse()) stack.push([key, item]);
    else if (typeof one === "object" && one !== null) for (const entry of Object.entries(one).reverse()) stack.push(entry);
  }
  return { texts, data };
}

/** What JSON-LD or another data block of a page says about it. */
export function dataOf(json: string): Data {
  try {
    return textsOf(JSON.parse(json)).data;
  } catch {
    return { addresses: [] };
  }
}

function unescapedString(text: string): string {
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, char: string | undefined) => {
    if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
    return char === "n" || char === "r" ? "\n" : char === "t" ? "\t" : (char ?? "");
  });
}

/** Text whose line breaks were written out as "\n" gets them back. */
function breaksRestored(text: string): string {
  const written = text.match(/\\n/g)?.length ?? 0;
  return written >= 3 && written > (text.match(/\n/g)?.length ?? 0) ? unescapedString(text) : text;
}
