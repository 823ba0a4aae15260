/** Markup as text where React is too heavy. `${}` is escaped, here alone; the same tag's markup goes in as it is. */
import { escapeXml } from "@/domain/escapeXml";

/** Markup that is safe to put into a page. Only the tag below makes it. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | undefined | readonly Part[];

/** Tag of a template: the markup with what stands in it escaped. */
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

/** ` name="value"`, or nothing for an attribute that the element does not have. */
export const attribute = (name: string, value: string | number | undefined): Markup | undefined =>
  value === undefined ? undefined : markup` ${name}="${value}"`;

/** Content with many links, and the way past it for the Tab key. `what`: "the table: Sell-through"; `id` makes the end's anchor. */
export const skippable = (id: string, what: string, content: Markup): Markup =>
  markup`<a class="skip" href="#${id}-end">Skip ${what}</a>${content}<i id="${id}-end"></i>`;
