"use client";
/**
 * HTML that the server writes into the page once. Given as a property it would travel again in Next's payload; here the payload holds its
 * name alone, and the browser keeps what it finds. In: the name under which it waits on the server (staticHtml.ts).
 * Rule: only for pages that a browser loads whole, as all public ones are; where React draws in the browser there would be nothing to find.
 */
import type { ReactNode } from "react";
import { takeStaticHtml } from "./staticHtml";

export function HtmlBlock({ name }: { readonly name: string }): ReactNode {
  // The bundler knows this answer too, so the memory below stays on the server.
  const html = typeof window === "undefined" ? takeStaticHtml(name) : "";
  return <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
}
