/** Markup that was written as text, set into a page once (see HtmlBlock). */
import { createHash } from "node:crypto";
import { keepStaticHtml } from "./staticHtml";
import { HtmlBlock, type HtmlBlockProps } from "./HtmlBlock";

export function MarkupBlock({ text, ...rest }: Omit<HtmlBlockProps, "name"> & { readonly text: string }) {
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 22);
  keepStaticHtml(name, text);
  return <HtmlBlock name={name} {...rest} />;
}
