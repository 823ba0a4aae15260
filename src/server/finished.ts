/** A finished response: everything to send (bytes per encoding, validators, policy), made once. */
import { createHash } from "node:crypto";
import { brotlied, type Encoding, exact, gunzipped, gzipped, isCompressible } from "./encodings";
import { policyFor } from "./policy";

/** The response of a page or a route. */
export interface Captured {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** The body as text, where it was read already. */
  readonly text?: string;
}

export interface Form {
  readonly body: Buffer;
  /** Headers of a 200 response in this form, as flat name-value pairs, which Node does not validate again. */
  sent?: readonly string[];
  /** A strong ETag: different for each encoding. */
  readonly etag: string;
}

export interface Finished {
  readonly status: number;
  readonly path: string;
  readonly type: string;
  /** All headers except those that depend on the encoding or the request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Headers of a 304 as flat pairs, set after the first one. */
  unchanged?: readonly string[];
  /** HTTP date. */
  readonly lastModified: string;
  /** ETag of the uncompressed content. */
  readonly etag: string;
  /** The uncompressed content may be dropped where gzip is there, and is decompressed on demand. */
  readonly forms: { identity?: Form; gzip?: Form; br?: Form };
  /** Whether brotli has its best quality yet. */
  best: boolean;
  asked: number;
  /** Whether its forms have grown since its size was last measured. */
  grown: boolean;
}

/** Response headers to pass on; Next's internal ones are dropped. */
const PASSED = [
  "content-type",
  "content-disposition",
  "content-language",
  "content-location",
  "link",
  "location",
  "x-robots-tag",
  "allow",
  "retry-after",
  "access-control-allow-origin",
  "access-control-expose-headers",
];

export interface Circumstances {
  readonly path: string;
  readonly cacheControl: string;
  /** HTTP date of the content's last change. */
  readonly lastModified: string;
  /** Request headers that the content depends on besides Accept-Encoding. */
  readonly vary: readonly string[];
}

/** Filters the headers of a captured response. */
export const passedHeaders = (headers: Captured["headers"]): Record<string, string> =>
  Object.fromEntries(PASSED.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));

/** Compresses a captured response and adds ETags and headers. */
export async function finish(
  { status, headers, body, text }: Captured,
  { path, cacheControl, lastModified, vary }: Circumstances,
): Promise<Finished> {
  const type = headers["content-type"] ?? "application/octet-stream";
  const tag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const form = (content: Buffer, mark: string): Form => ({ body: content, etag: `"${tag}${mark}"` });
  const pressed =
    status === 200 && isCompressible(type, body.length) ? await Promise.all([gzipped(body), brotlied(body, "fast")]) : undefined;
  const varying = [...(pressed ? ["Accept-Encoding"] : []), ...vary].join(", ");
  return {
    status,
    path,
    type,
    lastModified,
    etag: `"${tag}"`,
    headers: {
      ...policyFor(path, type, text ?? body),
      ...passedHeaders(headers),
      "Cache-Control": status === 200 ? cacheControl : "no-store",
      ...(varying !== "" && { Vary: varying }),
    },
    forms: {
      ...(!isLight(pressed?.[0], body) && { identity: form(exact(body), "") }),
      ...(pressed && { gzip: form(pressed[0], "-g"), br: form(pressed[1], "-b") }),
    },
    best: pressed === undefined,
    asked: 0,
    grown: false,
  };
}

/** Up to this size, content is decompressed instantly. */
const FAST_TO_DECOMPRESS = 512 * 1024;

/** Whether the uncompressed content can be dropped beside its gzip: nearly all clients accept that, and it is most of the bytes. */
const isLight = (gzip: Buffer | undefined, body: Buffer): boolean =>
  gzip !== undefined && body.length <= FAST_TO_DECOMPRESS && gzip.length < body.length / 2;

/** The uncompressed content. */
export const contentOf = ({ forms }: Finished): Buffer => forms.identity?.body ?? gunzipped(forms.gzip?.body ?? Buffer.alloc(0));

/** The uncompressed form; cached where it had to be decompressed. */
export function identityOf(finished: Finished): Form {
  finished.grown ||= finished.forms.identity === undefined;
  return (finished.forms.identity ??= { body: contentOf(finished), etag: finished.etag });
}

/** The form to send for an encoding, or else the uncompressed one. */
export function formFor(finished: Finished, encoding: Encoding): { readonly form: Form; readonly encoding: Encoding } {
  const form = finished.forms[encoding];
  return form === undefined ? { form: identityOf(finished), encoding: "identity" } : { form, encoding };
}

/** Recompresses brotli with its best quality; the ETag changes with the bytes. */
export async function improve(finished: Finished): Promise<void> {
  if (finished.best || finished.forms.br === undefined) return;
  const body = await brotlied(contentOf(finished), "best");
  finished.forms.br = { body, etag: finished.forms.br.etag.replace(/-b"$/, '-B"') };
  finished.best = true;
}

/** Its size in memory, in bytes. */
export function sizeOf({ forms, headers }: Finished): number {
  const bodies = [forms.identity, forms.gzip, forms.br].reduce((sum, form) => sum + (form?.body.length ?? 0), 0);
  return bodies + 1_024 + Object.values(headers).reduce((sum, value) => sum + value.length, 0);
}
