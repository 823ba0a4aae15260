/**
 * The painter's elements as React's, so that the browser draws the same shapes as the server. In: an Element; out: a React node.
 */
import { createElement, type ReactNode } from "react";
import type { Element } from "../svg/element";

/** React's name of an attribute: "stroke-width" → "strokeWidth". */
const reactName = (name: string): string =>
  name === "class" ? "className" : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

export function Drawn({ element }: { readonly element: Element }): ReactNode {
  const attributes = Object.fromEntries(Object.entries(element.attributes).map(([name, value]) => [reactName(name), value]));
  const children = element.children.map((child, i) => (typeof child === "string" ? child : <Drawn key={i} element={child} />));
  return createElement(element.tag, attributes, ...children);
}
