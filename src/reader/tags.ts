/**
 * HTML as its tags and texts in turn, read once from the first character to the last. No tree is made: parsers that keep the open elements
 * need minutes for a page of 400,000 nested tags, and a page is read here whatever it is.
 */
import { decodeHTML } from "entities";

export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  /** The attribute's value without its entities; undefined when the tag has none of that name. */
  readonly get: (attribute: string) => string | undefined;
}

export interface TagHandler {
  readonly tag: (tag: Tag) => void;
  readonly text: (text: string) => void;
  /** The content of a title, script or style, with its tag. */
  readonly raw: (tag: Tag, text: string) => void;
}

/** Elements whose content is text up to their own end, whatever it looks like. */
const RAW = new Set(["script", "style", "title", "textarea", "noscript", "svg", "iframe", "template"]);

export function readTags(html: string, on: TagHandler): void {
  const ends = new TagEnds(html);
  let at = 0;
  let open = html.indexOf("<");
  const flush = (): void => {
    if (open > at) on.text(decode(html.slice(at, open)));
  };
  while (open >= 0) {
    if (html.startsWith("<!--", open)) {
      flush();
      const end = html.indexOf("-->", open + 4);
      at = end < 0 ? html.length : end + 3;
    } else if (/[a-zA-Z/!?]/.test(html.charAt(open + 1))) {
      const end = ends.after(open + 1);
      flush();
      const tag = tagOf(html.slice(open + 1, end));
      at = Math.min(end + 1, html.length);
      if (tag !== undefined && RAW.has(tag.name) && !tag.closing) {
        const from = at;
        at = closeOf(html, tag.name, at);
        on.raw(tag, html.slice(from, at));
      } else if (tag !== undefined) on.tag(tag);
    } else {
      open = html.indexOf("<", open + 1); // a "<" that opens no tag is text
      continue;
    }
    open = html.indexOf("<", at);
  }
  open = html.length;
  flush();
}

/** Where tags end: at the first ">" outside quotes. Where quotes are broken, they no longer count. */
class TagEnds {
  private quotesBroken = false;

  constructor(private readonly html: string) {}

  after(from: number): number {
    const plain = this.html.indexOf(">", from);
    if (plain < 0) return this.html.length;
    if (this.quotesBroken) return plain;
    for (let i = from; i < this.html.length; i++) {
      const char = this.html.charCodeAt(i);
      if (char === 62) return i;
      // A quote opens a value only after "=".
      if ((char === 34 || char === 39) && this.html.charCodeAt(i - 1) === 61) {
        const close = this.html.indexOf(char === 34 ? '"' : "'", i + 1);
        if (close < 0) break;
        i = close;
      }
    }
    this.quotesBroken = true;
    return plain;
  }
}

function tagOf(inside: string): Tag | undefined {
  const name = /^\/?([a-zA-Z][\w:-]{0,40})/.exec(inside)?.[1]?.toLowerCase();
  if (name === undefined) return undefined;
  let attributes: Map<string, string> | undefined;
  const bare = inside.length <= name.length + 1;
  return {
    name,
    closing: inside.startsWith("/"),
    get: (attribute) => (bare ? undefined : (attributes ??= attributesOf(inside)).get(attribute)),
  };
}

function attributesOf(inside: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const match of inside.slice(0, 4000).matchAll(/\s([a-zA-Z][\w:-]{0,40})(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g)) {
    const name = (match[1] ?? "").toLowerCase();
    if (!found.has(name)) found.set(name, decode(match[2] ?? match[3] ?? match[4] ?? ""));
  }
  return found;
}

function closeOf(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?![\\w-])`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

export const decode = (text: string): string => (text.includes("&") ? decodeHTML(text) : text);
