/** Removes Next's scripts and flight payload from finished pages: one small script (src/site/live/islands.ts) adds the interaction. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Folder of our script within Next's static files. */
export const LIVE_FOLDER = "live";

/** URL of the script that every page loads. Throws an Error when it was not built. */
export function pageScript(distFolder: string): string {
  const folder = join(distFolder, "static", LIVE_FOLDER);
  const name = existsSync(folder) ? readdirSync(folder).find((file) => /^page-\w+\.js$/.test(file)) : undefined;
  if (name === undefined) throw new Error(`${folder} holds no script for the pages; build them with: npm run build`);
  return `/_next/static/${LIVE_FOLDER}/${name}`;
}

/** Next's error page needs its scripts, so such a page is left unchanged. */
const NEEDS_NEXT = '<html id="__next_error__"';

const PAYLOAD = /<script(?:\s[^>]*)?>(?:\(self\.__next_f=self\.__next_f\|\|\[\]\)|self\.__next_f)\.push\([\s\S]*?<\/script>/;
/** React's first script, with Turbopack's list of chunks where that is short. */
const LISTED = /<script id="_R_">[\s\S]*?<\/script>/;
const LOADER = /<script\b[^>]*\ssrc="\/_next\/static\/[^"]+"[^>]*><\/script>/;
const PRELOAD = /<link\b[^>]*\sas="script"[^>]*\/?>/;

/** Where these are missing, the Open Graph properties of the same names are read. */
const TWICE = /<meta name="twitter:(?:title|description|image)"[^>]*>/;

const NEEDLESS = new RegExp([PAYLOAD, LISTED, LOADER, PRELOAD, TWICE].map(({ source }) => source).join("|"), "g");

/** `script`: the URL of our script. Next's error page is returned unchanged. */
export function lightPage(html: string, script: string): string {
  if (html.includes(NEEDS_NEXT)) return html;
  return html.replaceAll(NEEDLESS, "").replace("</head>", `<script type="module" src="${script}"></script></head>`);
}
