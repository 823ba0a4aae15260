/** Compressed forms of a body, and which a client gets. Brotli's best takes a second a page, so it is made in the background. */
import { promisify } from "node:util";
import { brotliCompress, constants, gunzipSync, gzip } from "node:zlib";
import Negotiator from "negotiator";

export type Encoding = "identity" | "gzip" | "br";

/** What shrinks: text, and XML and JSON under whatever name. Pictures and archives are compressed already. */
const SHRINKS = /^(text\/|application\/(json|problem\+json|xml|atom\+xml|rss\+xml|javascript|manifest\+json)|image\/svg\+xml|font\/ttf)/;
/** Below this the headers weigh more. */
const LEAST_BYTES = 512;
const FAST_BROTLI = 4;
const GZIP_LEVEL = 6;

export const shrinks = (type: string, bytes: number): boolean => bytes >= LEAST_BYTES && (SHRINKS.test(type) || /\+json|\+xml/.test(type));

const brotli = promisify(brotliCompress);
const zip = promisify<Buffer, { level: number }, Buffer>(gzip);

export const gzipped = async (body: Buffer): Promise<Buffer> => exact(await zip(body, { level: GZIP_LEVEL }));

export const gunzipped = (body: Buffer): Buffer => exact(gunzipSync(body));

export async function brotlied(body: Buffer, quality: "fast" | "best"): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality === "fast" ? FAST_BROTLI : constants.BROTLI_MAX_QUALITY,
    [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    // No larger window than there is content: it is allocated whole.
    [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(body.length + 16)))),
  };
  return exact(await brotli(body, { params }));
}

/** A copy in memory of its own size: what zlib gives is the beginning of a larger block, which would be kept with it. */
export function exact(bytes: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  copy.set(bytes);
  return copy;
}

/** What its types do not say yet: among equals the one that we name first. */
interface Preferring {
  readonly encoding: (offered: readonly Encoding[], options: { readonly preferred: readonly Encoding[] }) => Encoding | undefined;
}

const OFFERED: readonly Encoding[] = ["br", "gzip", "identity"];
/** Few browsers, few headers: what was read is remembered, up to a bound. */
const read = new Map<string, Encoding>();
const MOST_READ = 500;

/** The encoding that Accept-Encoding prefers, ours first among equals; identity when it takes none. */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined || header === "") return "identity";
  const known = read.get(header);
  if (known !== undefined) return known;
  const negotiator = new Negotiator({ headers: { "accept-encoding": header } }) as unknown as Preferring;
  const encoding = negotiator.encoding(OFFERED, { preferred: OFFERED }) ?? "identity";
  if (read.size >= MOST_READ) read.clear();
  read.set(header, encoding);
  return encoding;
}
