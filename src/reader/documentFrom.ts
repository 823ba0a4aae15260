/**
 * Turns whatever was fetched or pasted into a document: HTML, plain text, or text escaped inside JSON as copies on the web keep it.
 * In: text and, if known, its content type. Out: a Document.
 * Rule guarded: any text gives a document; nothing here throws.
 */
import type { Document } from "./document";
import { htmlDocument } from "./htmlDocument";
import { textDocument } from "./textDocument";

const HTML = /<(?:!doctype|html|head|body|div|p|table|tr|td|span|br|ul|li|h[1-6]|document|title)\b[^>]*>/gi;
const ESCAPED = /^\s*(?:\[\s*)?\{\s*"[^"]*"\s*:/;

/** Reads text into a document. `contentType` decides when it is given ("text/html; charset=utf-8"), else the text's looks do. */
export function documentFrom(source: string, contentType?: string): Document {
  const text = source.replace(/\r\n?/g, "\n").replace(/^\ufeff/, "");
  const opening = /^\s*(https?:\/\/\S+)[ \t]*\n/.exec(text);
  const body = text.slice(opening?.[0].length ?? 0);
  const address = opening?.[1];
  if (ESCAPED.test(body)) return { ...documentFrom(unescaped(body)), ...(address === undefined ? {} : { address }) };
  const html = contentType === undefined ? looksLikeHtml(body) : /html|xml/i.test(contentType) || looksLikeHtml(body);
  if (html) return { ...htmlDocument(body), ...(address === undefined ? {} : { address }) };
  return textDocument(breaksRestored(text));
}

function looksLikeHtml(text: string): boolean {
  const tags = text.slice(0, 200_000).match(HTML)?.length ?? 0;
  return tags >= 3 || /^\s*<(?:!doctype|html|document|type)/i.test(text);
}

/** The texts inside JSON one after the other; a broken JSON (copies are cut off) is unescaped as far as it goes. */
function unescaped(json: string): string {
  try {
    return texts(JSON.parse(json)).join("\n");
  } catch {
    const strings = [
      ...json.matchAll(/"(?:content|rendered|articleBody|text|body|html|value|description|headline|title)"\s*:\s*"((?:[^"\\]|\\.)*)/g),
    ];
    return strings
      .map((match) => unescapedString(match[1] ?? ""))
      .filter((part) => part.length > 12)
      .join("\n");
  }
}

function texts(value: unknown): string[] {
  const found: string[] = [];
  const stack: unknown[] = [value];
  for (let at = stack.pop(); at !== undefined; at = stack.pop()) {
    if (typeof at === "string") {
      if (at.length > 12) found.push(at);
    } else if (Array.isArray(at)) for (const item of (at as unknown[]).slice().reverse()) stack.push(item);
    else if (typeof at === "object" && at !== null) for (const item of Object.values(at).reverse()) stack.push(item);
  }
  return found;
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
  return written >= 3 && written > text.split("\n").length ? unescapedString(text) : text;
}
