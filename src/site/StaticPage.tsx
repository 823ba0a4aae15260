/** A page's frame with what stands in it, rendered once into HTML. What it holds must be plain components (see staticMarkup.ts). */
import { HtmlBlock } from "./HtmlBlock";
import { Behaviour } from "./live/Behaviour";
import { PageFrame, type PageFrameProps } from "./PageFrame";
import { giveStaticHtml } from "./staticHtml";
import { staticMarkup } from "./staticMarkup";

export function StaticPage(props: PageFrameProps) {
  const name = giveStaticHtml(staticMarkup(<PageFrame {...props} />));
  return (
    <>
      <HtmlBlock name={name} />
      <Behaviour />
    </>
  );
}
