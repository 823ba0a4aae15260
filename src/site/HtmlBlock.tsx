"use client";
/** HTML written into a public page once: Next's payload holds its name in staticHtml.ts alone. Not where React draws in the browser. */
import type { ReactNode } from "react";
import { takeStaticHtml } from "./staticHtml";

export function HtmlBlock({ name }: { readonly name: string }): ReactNode {
  // The bundler knows this answer too, so the memory below stays on the server.
  const html = typeof window === "undefined" ? takeStaticHtml(name) : "";
  return <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
}
