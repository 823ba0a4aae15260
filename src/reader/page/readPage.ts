/** Reads any text into a page: HTML, plain text, text inside JSON, EDGAR submissions with several documents in one file. */
import { type Day, parseDay } from "@/domain/values/period";
import { once } from "@/domain/shared/once";
import { RAISED, readHtml } from "./html";
import { breaksRestored, JSON_TEXT, unescaped } from "./json";
import { numberStyle } from "./numbers";
import { GLUE, type Page, plainCharacters, visible } from "./page";

/** Maximum characters read: a filing with all its exhibits stays well below. The rest of a longer text is omitted, with a warning. */
export const LONGEST = 4_000_000;

const HTML = /<(?:!doctype|html|head|body|div|p|table|tr|td|span|br|ul|li|h[1-6]|document|title)\b[^>]{0,2000}>/gi;

/** Reads text into a page. `contentType` decides if it is given ("text/html; charset=utf-8"), else the text's form does. Never throws. */
export function readPage(source: string, contentType?: string): Page {
  if (isNoText(source)) return { text: "", lines: [], addresses: [], title: "", wrapped: false, warnings: [NO_TEXT] };
  const clean = visible(source).replace(/\r\n?/g, "\n");
  const [opening = "", ...address] = /^\s*(https?:\/\/\S+)[ \t]*\n/.exec(clean.slice(0, 3000)) ?? [];
  const { text, filedOn, filer } = documentsOf(clean.slice(opening.length));
  const page = pageOf(text.slice(0, LONGEST), contentType);
  const addresses = [...address, ...page.addresses];
  const warnings =
    text.length > LONGEST ? [`the document is longer than ${LONGEST / 1e6} million characters: only its beginning was read`] : [];
  return { ...page, addresses, warnings, address: addresses[0], publishedOn: page.publishedOn ?? filedOn, filer };
}

const NO_TEXT = "this is no text (an archive, a PDF or a picture?): save the page as HTML or text and read that";

/** Binary data read as text: many of its first characters are not text. */
function isNoText(source: string): boolean {
  const head = source.slice(0, 4000);
  return head.startsWith("%PDF-") || (head.match(/[\u0000-\u0006\ufffd]/g)?.length ?? 0) > head.length / 20;
}

function pageOf(body: string, contentType: string | undefined, depth = 0): Omit<Page, "warnings"> {
  if (depth < 3 && JSON_TEXT.test(body.slice(0, 2000))) {
    const { texts, addresses, publishedOn } = unescaped(body);
    const inner = pageOf(texts.join("\n"), undefined, depth + 1);
    return { ...inner, addresses: [...addresses, ...inner.addresses], publishedOn: inner.publishedOn ?? publishedOn };
  }
  if (looksLikeHtml(body) || /html|xml/i.test(contentType ?? "")) {
    const html = readHtml(body);
    if (html.lines.length > 0) return html;
  }
  const text = marksRaised(unglued(plainCharacters(breaksRestored(body))));
  const lines = Array.from(text.matchAll(/(?<=^|\n)[^\n]*/g), ({ 0: line, index }) => ({ start: index, end: index + line.length }));
  return { text, lines, addresses: [], title: "", wrapped: true };
}

function looksLikeHtml(text: string): boolean {
  const head = text.slice(0, 200_000);
  return (head.match(HTML)?.length ?? 0) >= 3 || /^\s*<(?:!doctype|html|document|type)/i.test(head.slice(0, 2000));
}

/**
 * Tables whose cells lost their separators ("BTC Mined371BTC Sold34BTC Held1,132Rigs"): each label begins a line. Detected by three or
 * more figures directly between words. A figure joined to its label keeps a mark that its first digit may be a footnote's.
 */
const unglued = (text: string): string => (text.search(GLUED) < 0 ? text : text.split("\n").map(ungluedLine).join("\n"));
const GLUED = /[a-z)](?:US\$|\$)?\d[\d.,]*(?:\s?(?:%|EH\/s|PH\/s))?[A-Z][A-Za-z]/g;
const ungluedLine = (line: string): string =>
  (line.match(GLUED)?.length ?? 0) < 2
    ? line
    : line
        .replace(/(?<=[\d%])(?=(?:BTC|Bitcoin|[A-Z][a-z]+)[ A-Za-z])|(?<=\/s)(?=[A-Z][a-z])/g, "\n")
        .replace(/(?<=[a-z*)])(?=(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}[ -]\d\d)/g, "\n")
        .replace(/(?<=20[12]\d|-[12]\d)(?:\d|\*)?(?=[A-Z])/g, "\n")
        .replace(/(?<=[a-z)])(?=(?:US\$|\$)?\d[\d.,]*(?:\n|$|\s?(?:%|EH|PH)))/g, GLUE);

/** "12,5385 BTC" with a note 5 below: a note mark is not a digit of a number with thousands separators. */
function marksRaised(text: string): string {
  if (!MARKED.test(text) || numberStyle(text) !== "point") return text;
  const isNote = once((digit: string) => new RegExp(`^\\s*\\(?${digit}[.)]*\\s?\\p{Lu}`, "mu").test(text));
  return text.replace(new RegExp(MARKED, "g"), (digit) => (isNote(digit) ? RAISED.charAt(Number(digit)) : digit));
}
const MARKED = /[1-9](?!\d|[.,]\d)(?<=(?<![\d.,])\d{1,3}(?:,\d{3})+\d)/;

/** Documents without text in an EDGAR submission: pictures, data of the tagged figures, archives. */
const WORDLESS = /^(?:GRAPHIC|ZIP|EXCEL|XML|JSON|PDF|COVER|EX-10[0-9]|EX-4|EX-[235]\b|EX-1\b|EX-23|EX-24|EX-31|EX-32)/i;

/** EDGAR keeps a submission's documents in one file; those without text are omitted. Other text is one document. */
function documentsOf(text: string): { text: string; filedOn?: Day | undefined; filer?: string | undefined } {
  const head = text.slice(0, 20_000);
  if (!/<(?:SEC-DOCUMENT|SEC-HEADER|DOCUMENT)>/.test(head)) return { text };
  const [, ...filed] = /FILED AS OF DATE:\s*(20\d\d)(\d\d)(\d\d)/.exec(head) ?? [];
  const documents = text
    .split(/<DOCUMENT>/i)
    .slice(1)
    .filter((document) => !WORDLESS.test(/<TYPE>\s*([^\s<]+)/i.exec(document.slice(0, 500))?.[1] ?? ""))
    .map((document) => document.slice(Math.max(0, document.search(/<TEXT>/i))));
  return {
    text: documents.length === 0 ? text : documents.join("\n<p></p><p></p><p></p>\n"),
    filedOn: parseDay(filed.join("-")),
    filer: /CENTRAL INDEX KEY:\s*(\d{1,10})/.exec(head)?.[1],
  };
}
