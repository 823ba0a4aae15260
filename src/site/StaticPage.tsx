/** A page's frame and content, rendered once into HTML: Next's payload would hold it twice. Plain components: no promises, no state. */
import { createRequire } from "node:module";
import type * as ReactDomServer from "react-dom/server";
import { HtmlBlock } from "./HtmlBlock";
import { Behaviour } from "./live/Behaviour";
import { PageFrame, type PageFrameProps } from "./PageFrame";
import { giveStaticHtml } from "./staticHtml";

// From node_modules, past the bundler: the React that it gives to server components holds no renderer.
const { renderToStaticMarkup } = createRequire(`${process.cwd()}/`)("react-dom/server") as typeof ReactDomServer;

export const StaticPage = (props: PageFrameProps) => waitingPage(giveStaticHtml(render(props)));

/** The same for what Next asks for with every page and seldom shows: it is made when it is shown, and must not throw. */
export const StaticPageIfShown = ({ page }: { readonly page: () => PageFrameProps }) => waitingPage(giveStaticHtml(() => render(page())));

const render = (props: PageFrameProps): string => renderToStaticMarkup(<PageFrame {...props} />);

const waitingPage = (name: string) => (
  <>
    <HtmlBlock name={name} />
    <Behaviour />
  </>
);
