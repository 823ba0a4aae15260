"use client";
/**
 * Markup that the server writes into the page once. As React elements a table would travel twice, in the page and again in the payload
 * from which the browser builds what it already shows, and be walked through again there. Here the payload holds its name alone; the
 * browser keeps what it finds.
 * In: the name under which the server keeps the markup. Rule: only for pages that a browser loads whole, as all public ones
 * are; where React draws in the browser there would be nothing to find.
 */
import { memo, type ReactNode } from "react";
import { staticHtml } from "./staticHtml";

export interface HtmlBlockProps {
  readonly name: string;
  /** Of what a script brings to life when it is used (see live/islands.ts): its kind, and where it finds what it needs. */
  readonly island?: Readonly<Record<`data-${string}`, string>>;
}

export const HtmlBlock = memo(function HtmlBlock({ name, island }: HtmlBlockProps): ReactNode {
  // The bundler knows this answer too, so the memory below stays on the server.
  const markup = typeof window === "undefined" ? staticHtml(name) : "";
  return <div {...island} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: markup }} />;
});
