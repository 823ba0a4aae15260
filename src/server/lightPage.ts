/** Finished pages without Next's script and flight payload: one small script (src/site/live/islands.ts) does what moves. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Folder of our script below Next's static files. */
export const LIVE_FOLDER = "live";

/** Address of the script that every page loads. Throws an Error when it was not built. */
export function pageScript(distFolder: string): string {
  const folder = join(distFolder, "static", LIVE_FOLDER);
  const name = existsSync(folder) ? readdirSync(folder).find((file) => /^page-\w+\.js$/.test(file)) : undefined;
  if (name === undefined) throw new Error(`${folder} holds no script for the pages; build them with: npm run build`);
  return `/_next/static/${LIVE_FOLDER}/${name}`;
}

/** Next shows its error page by script alone; such a page stays as it is. */
const NEEDS_NEXT = '<html id="__next_error__"';

const PAYLOAD = /<script(?:\s[^>]*)?>(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\([\s\S]*?<\/script>/;
const LOADER = /<script\b[^>]*\ssrc="\/_next\/static\/[^"]+"[^>]*><\/script>/;
const PRELOAD = /<link\b[^>]*\sas="script"[^>]*\/?>/;

/** End tags that the next tag stands for (HTML, 13.1.2.4): a table of the record has a thousand of them. */
const IMPLIED = /<\/(?:td|th)>(?=<(?:td|th|\/tr)[\s>])|<\/option>(?=<(?:option|\/select)[\s>])|<\/tr>(?=<(?:tr|\/tbody|\/thead)[\s>])/;

/** All of it in one pattern: a walk through the page for each would take as long as drawing its charts. */
const NEEDLESS = new RegExp([PAYLOAD, LOADER, PRELOAD, IMPLIED].map(({ source }) => source).join("|"), "g");

export function lightPage(html: string, script: string): string {
  if (html.includes(NEEDS_NEXT)) return html;
  return html.replaceAll(NEEDLESS, "").replace("</head>", `<script type="module" src="${script}"></script></head>`);
}
