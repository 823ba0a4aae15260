/** A drawn element as plain data, and as XML. Text is escaped only here. */
import { escapeXml } from "@/domain/shared/escapeXml";

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string | number>>;
  readonly children: readonly (Element | string)[];
}

export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Makes an element; undefined attributes are left out, numbers are rounded to a tenth. */
export function el(tag: string, attributes: Attributes = {}, ...children: readonly (Element | string)[]): Element {
  const kept: Record<string, string | number> = {};
  for (const name in attributes) {
    const value = attributes[name];
    if (value !== undefined) kept[name] = typeof value === "number" ? tenth(value) : value;
  }
  return { tag, attributes: kept, children };
}

export const tenth = (value: number): number => Math.round(value * 10) / 10;

export function markup({ tag, attributes, children }: Element): string {
  let text = `<${tag}`;
  for (const name in attributes) {
    const value = attributes[name];
    text += ` ${name}="${typeof value === "string" ? escapeXml(value) : value}"`;
  }
  if (children.length === 0) return `${text}/>`;
  text += ">";
  for (const child of children) text += typeof child === "string" ? escapeXml(child) : markup(child);
  return `${text}</${tag}>`;
}
