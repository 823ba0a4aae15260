"use client";
/** Static HTML in a public page: Next's payload contains only its name in staticHtml.ts. Not for what React renders in the browser. */
import type { ReactNode } from "react";
import { htmlOrPlace } from "./staticHtml";

export function HtmlBlock({ name }: { readonly name: string }): ReactNode {
  // The bundler evaluates this condition too, so the module below stays on the server.
  const html = typeof window === "undefined" ? htmlOrPlace(name) : "";
  return <div suppressHydrationWarning dangerouslySetInnerHTML={{ __html: html }} />;
}
