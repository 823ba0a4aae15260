/** Converts the painter's elements to React's, so that the browser draws the same shapes as the server. */
import { createElement, type ReactNode } from "react";
import type { Element } from "../svg/element";

/** React's name for an attribute: "stroke-width" → "strokeWidth". */
const reactName = (name: string): string =>
  name === "class" ? "className" : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

function One({ tag, attributes, children }: Element): ReactNode {
  const own = Object.fromEntries(Object.entries(attributes).map(([name, value]) => [reactName(name), value]));
  return createElement(tag, own, ...children.map((child, i) => (typeof child === "string" ? child : <One key={i} {...child} />)));
}

export const Drawn = ({ elements }: { readonly elements: readonly Element[] }): ReactNode =>
  elements.map((element, i) => <One key={i} {...element} />);
