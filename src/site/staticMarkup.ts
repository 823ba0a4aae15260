/**
 * Elements → their HTML as text, at once. Next would render a page twice: into the payload from which a browser builds it again, and from
 * that into HTML. Public pages are loaded whole and have no use for the payload, so what they show is rendered here, once.
 * The elements must be of plain components: no promises, no state. Throws what a component throws (Next's notFound among it).
 */
import { createRequire } from "node:module";
import type { ReactElement } from "react";
import type * as ReactDomServer from "react-dom/server";

// From node_modules, past the bundler: the React that it gives to server components holds no renderer.
const { renderToStaticMarkup } = createRequire(`${process.cwd()}/`)("react-dom/server") as typeof ReactDomServer;

export const staticMarkup = (element: ReactElement): string => renderToStaticMarkup(element);
