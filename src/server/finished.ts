/** A finished answer: everything that is sent (bytes in each encoding, validators, policy), made once. */
import { createHash } from "node:crypto";
import { brotlied, type Encoding, exact, gunzipped, gzipped, shrinks } from "./encodings";
import { policyFor } from "./policy";

/** What a page or a route answered. */
export interface Captured {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Form {
  readonly body: Buffer;
  /** Headers of a whole answer in this form, name after value, as Node takes them without looking at each again. */
  sent?: readonly string[];
  /** Strong: another encoding of the same content has another one. */
  readonly etag: string;
}

export interface Finished {
  readonly status: number;
  readonly path: string;
  readonly type: string;
  /** All headers but those that depend on the encoding or the request. */
  readonly headers: Readonly<Record<string, string>>;
  /** Those of a 304, name after value, once there was one. */
  unchanged?: readonly string[];
  /** HTTP date. */
  readonly lastModified: string;
  /** Tag of the content as it is. */
  readonly etag: string;
  /** The content as it is may be missing where gzip is there, which it is unpacked from when somebody asks for it. */
  readonly forms: { identity?: Form; gzip?: Form; br?: Form };
  /** Whether brotli is of the best quality by now. */
  best: boolean;
  asked: number;
  /** Whether its forms have grown since it was weighed. */
  grown: boolean;
}

/** Headers of an answer that are passed on; what is internal to the pages' machinery is not. */
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
  /** HTTP date since which the content is what it is. */
  readonly lastModified: string;
  /** Request headers that the content depends on besides Accept-Encoding. */
  readonly vary: readonly string[];
}

/** What is passed on of a captured answer's headers. */
export const passedHeaders = (headers: Captured["headers"]): Record<string, string> =>
  Object.fromEntries(PASSED.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));

export async function finish(
  { status, headers, body }: Captured,
  { path, cacheControl, lastModified, vary }: Circumstances,
): Promise<Finished> {
  const type = headers["content-type"] ?? "application/octet-stream";
  const tag = createHash("sha256").update(body).digest("base64url").slice(0, 22);
  const form = (content: Buffer, mark: string): Form => ({ body: content, etag: `"${tag}${mark}"` });
  const pressed = status === 200 && shrinks(type, body.length) ? await Promise.all([gzipped(body), brotlied(body, "fast")]) : undefined;
  const varying = [...(pressed ? ["Accept-Encoding"] : []), ...vary].join(", ");
  return {
    status,
    path,
    type,
    lastModified,
    etag: `"${tag}"`,
    headers: {
      ...policyFor(path, type, body),
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

/** Content up to this is unpacked in a moment. */
const QUICKLY_UNPACKED = 512 * 1024;

/** Whether the content as it is need not be kept beside its gzip: nearly all clients take that, and it is most of the bytes. */
const isLight = (gzip: Buffer | undefined, body: Buffer): boolean =>
  gzip !== undefined && body.length <= QUICKLY_UNPACKED && gzip.length < body.length / 2;

/** The content as it is. */
export const contentOf = ({ forms }: Finished): Buffer => forms.identity?.body ?? gunzipped(forms.gzip?.body ?? Buffer.alloc(0));

/** Its form; kept from then on where it had to be unpacked. */
export function identityOf(finished: Finished): Form {
  finished.grown ||= finished.forms.identity === undefined;
  return (finished.forms.identity ??= { body: contentOf(finished), etag: finished.etag });
}

/** The form that goes out for an encoding: itself, or the content as it is. */
export function formFor(finished: Finished, encoding: Encoding): { readonly form: Form; readonly encoding: Encoding } {
  const form = finished.forms[encoding];
  return form === undefined ? { form: identityOf(finished), encoding: "identity" } : { form, encoding };
}

/** Makes brotli anew with its best quality; the tag changes with the bytes. */
export async function improve(finished: Finished): Promise<void> {
  if (finished.best || finished.forms.br === undefined) return;
  const body = await brotlied(contentOf(finished), "best");
  finished.forms.br = { body, etag: finished.forms.br.etag.replace(/-b"$/, '-B"') };
  finished.best = true;
}

/** Bytes that it takes in memory. */
export function sizeOf({ forms, headers }: Finished): number {
  const bodies = [forms.identity, forms.gzip, forms.br].reduce((sum, form) => sum + (form?.body.length ?? 0), 0);
  return bodies + 1_024 + Object.values(headers).reduce((sum, value) => sum + value.length, 0);
}
