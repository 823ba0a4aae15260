/** A page as lines of text, as a reader or a screen reader meets them: each block by itself, with titles, descriptions and labels. HTML → lines. */
import { load } from "cheerio";

const BLOCKS =
  "p,li,h1,h2,h3,h4,dt,dd,td,th,caption,figcaption,div,section,label,label *,option,summary,button,legend,text,desc,title,nav a,.takeaway a,br";

export function linesOf(html: string): string[] {
  const $ = load(html);
  // Snippets and citations for programs are no sentences.
  $("script,style,pre,[hidden]").remove();
  $("code").text("code");
  const attributes = $("[title],[aria-label],[placeholder]")
    .map((_, element) => ["title", "aria-label", "placeholder"].map((name) => $(element).attr(name)))
    .get();
  const metas = $("meta[name=description],meta[property]")
    .map((_, element) => $(element).attr("content"))
    .get();
  $(BLOCKS).each((_, element) => {
    $(element).prepend("\u0001").append("\u0001");
  });
  const text = $.root().text().replace(/\s+/g, " ");
  const lines = [...text.split("\u0001"), ...attributes, ...metas].map((line) => (line ?? "").trim());
  return [...new Set(lines)].filter((line) => /[a-z] [a-z]/i.test(line) && !/iframe|<|^https?:/.test(line));
}
