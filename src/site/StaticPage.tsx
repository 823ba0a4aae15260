/** Renders a page's frame and content once, to HTML: Next's payload would contain it twice. Plain components: no promises, no state. */
import { createRequire } from "node:module";
import type * as ReactDomServer from "react-dom/server";
import { HtmlBlock } from "./HtmlBlock";
import { Behaviour } from "./live/Behaviour";
import { PageFrame, type PageFrameProps } from "./PageFrame";
import { giveStaticHtml } from "./staticHtml";

// From node_modules, bypassing the bundler: the React for server components has no renderer.
const { renderToStaticMarkup } = createRequire(`${process.cwd()}/`)("react-dom/server") as typeof ReactDomServer;

export const StaticPage = (props: PageFrameProps) => waitingPage(giveStaticHtml(render(props)));

/** The same, lazily, for pages that Next requests with every other but seldom shows; it must not throw. */
export const StaticPageIfShown = ({ page }: { readonly page: () => PageFrameProps }) => waitingPage(giveStaticHtml(() => render(page())));

const render = (props: PageFrameProps): string => renderToStaticMarkup(<PageFrame {...props} />);

const waitingPage = (name: string) => (
  <>
    <HtmlBlock name={name} />
    <Behaviour />
  </>
);
