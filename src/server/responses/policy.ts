/** Security headers (Content-Security-Policy etc.): inline scripts and styles are allowed by hash; only embeds may be framed. */
import { setting } from "@/record/setting";
import { createHash } from "node:crypto";
import { INLINE_SCRIPTS } from "@/site/inlineScripts";

export type Headers = Readonly<Record<string, string>>;

/** Paths that other sites may load: what is published for reuse. */
const FOR_OTHERS = /^\/(embed|charts|tables|data\/|feeds\/|api\/v1|oembed|icon|favicon|sitemap\.xml|robots\.txt|_next\/static\/media\/)/;

const EVERYWHERE: Headers = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "strict-origin-when-cross-origin",
  "Permissions-Policy":
    "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), midi=(), payment=(), usb=(), browsing-topics=()",
};

const NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** Two years, as browsers' preload lists require; only where SITE_URL is https. */
const transport = (): Headers => (isHttps() ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {});

const isHttps = (): boolean => setting("SITE_URL")?.startsWith("https:") === true;

/** For responses that are not pages: nothing in them may run, load or be framed. */
export const plainPolicy = (path = ""): Headers => ({
  ...EVERYWHERE,
  ...transport(),
  "Content-Security-Policy": NOTHING,
  "X-Frame-Options": "DENY",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": FOR_OTHERS.test(path) ? "cross-origin" : "same-origin",
});

/** For a response with known bytes, or their text. */
export function policyFor(path: string, type: string, content: Buffer | string): Headers {
  const plain = plainPolicy(path);
  if (type.startsWith("image/svg+xml")) return { ...plain, "Content-Security-Policy": `${NOTHING}${styles(String(content), "")}` };
  // Browsers show an image in a generated page, with style attributes that change while it is viewed.
  if (type.startsWith("image/"))
    return { ...plain, "Content-Security-Policy": `${NOTHING}; img-src 'self'; style-src-attr 'unsafe-inline'` };
  if (!type.startsWith("text/html")) return plain;
  const html = String(content);
  if (path.startsWith("/embed/")) {
    const framed = Object.fromEntries(Object.entries(plain).filter(([name]) => name !== "X-Frame-Options"));
    const policy = `default-src 'none'; script-src${hashes(inlineScripts(html))}${styles(html, "")}; base-uri 'none'; form-action 'none'; frame-ancestors *`;
    return { ...framed, "Content-Security-Policy": policy };
  }
  const parts = [
    "default-src 'none'",
    `script-src 'self'${hashes(inlineScripts(html))}`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    // The preview of an embed.
    "frame-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    ...(isHttps() ? ["upgrade-insecure-requests"] : []),
  ];
  return { ...plain, "Content-Security-Policy": `${parts.join("; ")}${styles(html, " 'self'")}` };
}

const OURS = new Set(INLINE_SCRIPTS);

/** Scripts that Next writes into pages of the desk, the only ones that keep its runtime: React needs them to hydrate. */
const NEXT_SCRIPTS = [
  /^\s*\(self\.__next_f/,
  /^\s*\(globalThis\["TURBOPACK"\] \|\| \(globalThis\["TURBOPACK"\] = \[\]\)\)\.push\(\{/,
  /^\s*self\.__next_f\.push\(/,
  /^\s*requestAnimationFrame\(function\(\)\{\$R/,
  /^\s*\$R/,
];

const isOurs = (content: string): boolean => OURS.has(content) || NEXT_SCRIPTS.some((form) => form.test(content));

/** Our own inline scripts; others get no hash and do not run. React escapes "<", so a tag found here is a tag. */
function inlineScripts(html: string): string[] {
  const found = html.matchAll(/<script((?:\s[^>]*)?)>([\s\S]*?)<\/script>/g);
  return [...found]
    .filter(([, attributes = ""]) => !/\ssrc=/.test(attributes) && !/\stype="application\/(ld\+)?json"/.test(attributes))
    .map(([, , content = ""]) => content)
    .filter((content) => content !== "" && isOurs(content));
}

/** style-src for the document's style elements, and style-src-attr if it has style attributes; "" when it has neither. */
function styles(text: string, sources: string): string {
  const elements = [...text.matchAll(/<style(?:\s[^>]*)?>([\s\S]*?)<\/style>/g)].map(([, content = ""]) => unescaped(content));
  const attributes = [...text.matchAll(/<[a-z][^>]*?\sstyle="([^"]*)"/gi)].map(([, content = ""]) => unescaped(content));
  const own = hashes(elements);
  const ofElements = own === "" && sources === "" ? "" : `; style-src${sources}${own}`;
  return attributes.length === 0 ? ofElements : `${ofElements}; style-src-attr 'unsafe-hashes'${hashes(attributes)}`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#x27;": "'", "&#39;": "'" };
const unescaped = (text: string): string => text.replace(/&(?:amp|lt|gt|quot|#x27|#39);/g, (entity) => ENTITIES[entity] ?? entity);

const hashes = (contents: readonly string[]): string =>
  [...new Set(contents)].map((content) => ` 'sha256-${createHash("sha256").update(content).digest("base64")}'`).join("");
