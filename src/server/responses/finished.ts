/** A finished response: everything to send (bytes per encoding, validators, policy), made once. */
import { createHash } from "node:crypto";
import { type Compression, compressed, decompressed, type Encoding, exact, isCompressible } from "./encodings";
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
  /** ETags that clients may have it by, in whatever encoding: the same content is compressed to the same bytes each time. */
  readonly etags: readonly string[];
  /** Made when they are first asked for, but for the one it was made with. The uncompressed content may be dropped beside a compressed form. */
  readonly forms: Partial<Record<Encoding, Form>>;
  /** Whether it has compressed forms: it is text, of some length, and no error. */
  readonly compressible: boolean;
  /** Forms under way. */
  readonly compressing: Map<Compression, Promise<void>>;
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

/** Adds ETags and headers to a captured response, and compresses it in `encodings`. */
export async function finish(
  { status, headers, body, text }: Captured,
  { path, cacheControl, lastModified, vary }: Circumstances,
  encodings: readonly Encoding[],
): Promise<Finished> {
  const type = headers["content-type"] ?? "application/octet-stream";
  const compressible = status === 200 && isCompressible(type, body.length);
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 22)}"`;
  const varying = [...(compressible ? ["Accept-Encoding"] : []), ...vary].join(", ");
  const finished: Finished = {
    status,
    path,
    type,
    lastModified,
    etag,
    etags: compressible ? [etag, ...[BEST_MARK, MARKS.br, MARKS.gzip].map((mark) => marked(etag, mark))] : [etag],
    headers: {
      ...policyFor(path, type, text ?? body),
      ...passedHeaders(headers),
      "Cache-Control": status === 200 ? cacheControl : "no-store",
      ...(varying !== "" && { Vary: varying }),
    },
    forms: {},
    compressible,
    compressing: new Map(),
    best: false,
    asked: 0,
    grown: false,
  };
  const identity = { body, etag };
  finished.forms.identity = identity;
  await Promise.all(encodings.flatMap((encoding) => formMade(finished, encoding) ?? []));
  if (isLight(finished)) delete finished.forms.identity;
  else finished.forms.identity = { ...identity, body: exact(body) };
  finished.grown = false;
  return finished;
}

/** Marks of the ETags of compressed forms: each form is other bytes. Brotli's best quality has one of its own. */
const MARKS = { gzip: "-g", br: "-b" } as const;
const BEST_MARK = "-B";

const marked = (etag: string, mark: string): string => `${etag.slice(0, -1)}${mark}"`;

/** Makes its form for an encoding, once; undefined where it is there, or has none and goes out uncompressed. */
export function formMade(finished: Finished, encoding: Encoding = "identity"): Promise<void> | undefined {
  if (encoding === "identity" || !finished.compressible || finished.forms[encoding] !== undefined) return undefined;
  const underWay = finished.compressing.get(encoding);
  if (underWay !== undefined) return underWay;
  const making = compressed(contentOf(finished), encoding)
    .then((body) => {
      finished.forms[encoding] = { body, etag: marked(finished.etag, MARKS[encoding]) };
      finished.grown = true;
    })
    .finally(() => finished.compressing.delete(encoding));
  finished.compressing.set(encoding, making);
  return making;
}

/** Up to this size, content is decompressed instantly. */
const FAST_TO_DECOMPRESS = 512 * 1024;

/** Whether the uncompressed content can be dropped: nearly all clients accept a compressed form, and it is most of the bytes. */
function isLight({ forms: { identity, gzip, br } }: Finished): boolean {
  const [least, whole] = [(br ?? gzip)?.body.length ?? Infinity, identity?.body.length ?? 0];
  return whole <= FAST_TO_DECOMPRESS && least < whole / 2;
}

/** The uncompressed content. */
export const contentOf = ({ forms: { identity, gzip, br } }: Finished): Buffer =>
  identity?.body ?? (gzip ? decompressed(gzip.body, "gzip") : decompressed(br?.body ?? Buffer.alloc(0), "br"));

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

/** Whether its brotli can become smaller. */
export const isImprovable = ({ best, forms }: Finished): boolean => !best && forms.br !== undefined;

/** Recompresses brotli with its best quality; the ETag changes with the bytes. */
export async function improve(finished: Finished): Promise<void> {
  if (!isImprovable(finished)) return;
  finished.forms.br = { body: await compressed(contentOf(finished), "br", "best"), etag: marked(finished.etag, BEST_MARK) };
  finished.best = true;
}

/** What a response takes beside its bytes and the text of its headers and key: objects, lists and short texts (measured with 4,000 pages). */
const OBJECT_BYTES = 2_200;

/** Its size in memory, in bytes. */
export function sizeOf({ forms, headers }: Finished): number {
  const bodies = Object.values(forms).reduce((sum, { body }) => sum + body.length, 0);
  return bodies + OBJECT_BYTES + Object.values(headers).reduce((sum, value) => sum + value.length, 0);
}
