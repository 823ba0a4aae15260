/** HTML as a sequence of tags and texts. Builds no tree: parsers that keep the open elements need minutes for 400,000 nested tags. */
import { decodeHTML } from "entities";
import { visible } from "./page";

export interface Tag {
  readonly name: string;
  readonly closing: boolean;
  /** The attribute's value with entities decoded; undefined if the tag has no such attribute. */
  readonly get: (attribute: string) => string | undefined;
}

export interface TagHandler {
  readonly tag: (tag: Tag) => void;
  readonly text: (text: string) => void;
  /** The content of a title, script or style, with its tag. */
  readonly raw: (tag: Tag, text: string) => void;
}

/** Elements whose content is text up to their own end tag, whatever it looks like. */
const RAW = new Set(["script", "style", "title", "textarea", "noscript", "svg", "iframe", "template"]);

/** Calls `on` for each tag and text of the HTML, in order. */
export function readTags(html: string, on: TagHandler): void {
  const endAfter = tagEnds(html);
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
      const end = endAfter(open + 1);
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

/** Finds ends of tags: the first ">" outside quotes, which open a value after "=". If quotes are broken, they are ignored. */
function tagEnds(html: string): (from: number) => number {
  let broken = false;
  return (from) => {
    const plain = html.indexOf(">", from);
    if (plain < 0 || broken) return plain < 0 ? html.length : plain;
    for (let i = from; i < html.length; i++) {
      const char = html.charAt(i);
      if (char === ">") return i;
      if ((char !== '"' && char !== "'") || html.charAt(i - 1) !== "=") continue;
      i = html.indexOf(char, i + 1);
      if (i < 0) break;
    }
    broken = true;
    return plain;
  };
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

const ATTRIBUTE = /\s([a-zA-Z][\w:-]{0,40})(?:\s{0,9}=\s{0,9}(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;

/** Of attributes with the same name the first counts. */
const attributesOf = (inside: string): Map<string, string> =>
  new Map(
    [...inside.slice(0, 4000).matchAll(ATTRIBUTE)]
      .reverse()
      .map(([, name = "", ...values]) => [
        name.toLowerCase(),
        decode(values.find((value: string | undefined) => value !== undefined) ?? ""),
      ]),
  );

function closeOf(html: string, name: string, from: number): number {
  const close = new RegExp(`</${name}(?![\\w-])`, "gi");
  close.lastIndex = from;
  return close.exec(html)?.index ?? html.length;
}

export const decode = (text: string): string => (text.includes("&") ? visible(decodeHTML(text)) : text);
