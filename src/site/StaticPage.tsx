/** A page's frame with what stands in it, rendered once into HTML. What it holds must be plain components (see staticMarkup.ts). */
import { createHash } from "node:crypto";
import { HtmlBlock } from "./HtmlBlock";
import { Behaviour } from "./live/Behaviour";
import { PageFrame, type PageFrameProps } from "./PageFrame";
import { giveStaticHtml } from "./staticHtml";
import { staticMarkup } from "./staticMarkup";

export function StaticPage(props: PageFrameProps) {
  const html = staticMarkup(<PageFrame {...props} />);
  const name = createHash("sha256").update(html).digest("base64url").slice(0, 22);
  giveStaticHtml(name, html);
  return (
    <>
      <HtmlBlock name={name} />
      <Behaviour />
    </>
  );
}
