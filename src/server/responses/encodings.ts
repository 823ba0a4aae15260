/** Compressed forms of a body, and content negotiation. Brotli's best takes a second per page, so it is made in the background. */
import { promisify } from "node:util";
import { brotliCompress, brotliDecompressSync, constants, gunzipSync, gzip } from "node:zlib";
import Negotiator from "negotiator";

/** Encodings that compress. */
export const COMPRESSIONS = ["gzip", "br"] as const;
export type Compression = (typeof COMPRESSIONS)[number];
export type Encoding = "identity" | Compression;

/** Compressible types: text, and XML and JSON of any type. Pictures and archives are compressed already. */
const COMPRESSIBLE =
  /^(text\/|application\/(json|problem\+json|xml|atom\+xml|rss\+xml|javascript|manifest\+json)|image\/svg\+xml|font\/ttf)/;
/** Below this size, compression does not pay for its headers. */
const MIN_BYTES = 512;
const FAST_BROTLI = 4;
const GZIP_LEVEL = 6;

/** Whether a body of this media type and size is worth compressing. */
export const isCompressible = (type: string, bytes: number): boolean =>
  bytes >= MIN_BYTES && (COMPRESSIBLE.test(type) || /\+json|\+xml/.test(type));

const brotli = promisify(brotliCompress);
const zip = promisify<Buffer, { level: number }, Buffer>(gzip);

/** "best" is another quality for brotli alone, and takes about a second for a page. */
export const compressed = async (body: Buffer, encoding: Compression, quality: "fast" | "best" = "fast"): Promise<Buffer> =>
  exact(await (encoding === "gzip" ? zip(body, { level: GZIP_LEVEL }) : brotli(body, { params: brotliParameters(body, quality) })));

export const decompressed = (body: Buffer, encoding: Compression): Buffer =>
  exact(encoding === "gzip" ? gunzipSync(body) : brotliDecompressSync(body));

const brotliParameters = (body: Buffer, quality: "fast" | "best") => ({
  [constants.BROTLI_PARAM_QUALITY]: quality === "fast" ? FAST_BROTLI : constants.BROTLI_MAX_QUALITY,
  [constants.BROTLI_PARAM_SIZE_HINT]: body.length,
  [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
  // The window is allocated whole, so it is no larger than the content.
  [constants.BROTLI_PARAM_LGWIN]: Math.min(22, Math.max(16, Math.ceil(Math.log2(body.length + 16)))),
});

/** Copies bytes to a buffer of their own size: zlib returns a slice of a larger block, which would stay in memory. */
export function exact(bytes: Uint8Array): Buffer {
  const copy = Buffer.allocUnsafeSlow(bytes.length);
  copy.set(bytes);
  return copy;
}

/** Missing from the package's types: among equal preferences, the first that we list wins. */
interface Preferring {
  readonly encoding: (offered: readonly Encoding[], options: { readonly preferred: readonly Encoding[] }) => Encoding | undefined;
}

const OFFERED: readonly Encoding[] = ["br", "gzip", "identity"];
/** Few browsers send different headers, so parsed ones are cached, up to a bound. */
const cache = new Map<string, Encoding>();
const MAX_CACHED = 500;

/** The encoding preferred by Accept-Encoding, in our order among equals; identity when it accepts none. */
export function acceptedEncoding(header: string | undefined): Encoding {
  if (header === undefined || header === "") return "identity";
  const known = cache.get(header);
  if (known !== undefined) return known;
  const negotiator = new Negotiator({ headers: { "accept-encoding": header } }) as unknown as Preferring;
  const encoding = negotiator.encoding(OFFERED, { preferred: OFFERED }) ?? "identity";
  if (cache.size >= MAX_CACHED) cache.clear();
  cache.set(header, encoding);
  return encoding;
}
