/** Markup as text where React is too slow. `${}` is escaped only here; markup made by the same tag is inserted unchanged. */
import { escapeXml } from "@/domain/shared/escapeXml";

/** Markup that is safe to insert into a page. Only the tag below creates it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | undefined | readonly Part[];

/** Template tag: escapes the interpolated values. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? "";
  for (let at = 0; at < parts.length; at++) text += textOf(parts[at]) + (strings[at + 1] ?? "");
  return new Markup(text);
}

function textOf(part: Part): string {
  if (part === undefined) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "string" || typeof part === "number") return escapeXml(String(part));
  let text = "";
  for (const one of part) text += textOf(one);
  return text;
}

/** ` name="value"`, or nothing when the value is undefined. */
export const attribute = (name: string, value: string | number | undefined): Markup | undefined =>
  value === undefined ? undefined : markup` ${name}="${value}"`;

/** Characters that our addresses consist of. */
const PLAIN_ADDRESS = /^[/?][\w/?&=#.,%~+-]*$/;

/** The value of an href. In an address of ours the ampersands before parameters need no escaping; a page's links repeat its selection. */
export const address = (href: string): Markup | string => (PLAIN_ADDRESS.test(href) ? new Markup(href) : href);

/** Content with many links, with a skip link for the Tab key. `what`: "the table: Sell-through"; `id` makes the end's anchor. */
export const skippable = (id: string, what: string, content: Markup): Markup =>
  markup`<a class="skip" href="#${id}-end">Skip ${what}</a>${content}<i id="${id}-end"></i>`;
