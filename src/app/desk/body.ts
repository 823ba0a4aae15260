/** Parses a form from a request's body, which is cut off at a limit while it arrives. An incomplete body is an error. */
import { readAtMost } from "@/finder/http/readAtMost";

type ReadForm =
  | { readonly ok: true; readonly form: FormData }
  /** HTTP status and a sentence without any text from the request. */
  | { readonly ok: false; readonly status: 400 | 413 | 415; readonly sentence: string };

/** Maximum bytes of a file, and of a form with one. */
export const FILE_BYTES = 5_000_000;
export const TOO_LARGE = "The file is larger than 5 MB.";
/** Multipart boundaries, names and the other fields around an uploaded file. */
const AROUND_FILE = 16 * 1024;
export const UPLOAD_BYTES = FILE_BYTES + AROUND_FILE;

/** The file chosen in a form; undefined when none was, "too large" beyond FILE_BYTES. */
export function fileIn(form: FormData, name = "file"): File | "too large" | undefined {
  const file = form.get(name);
  if (!(file instanceof File) || file.size === 0) return undefined;
  return file.size > FILE_BYTES ? "too large" : file;
}

const FORM_TYPE = /^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i;

const refuse = (status: 400 | 413 | 415, sentence: string): ReadForm => ({ ok: false, status, sentence });
const tooLong = (most: number) => refuse(413, `What was sent is larger than ${size(most)}; nothing was changed.`);
const size = (bytes: number) => (bytes >= 1_000_000 ? `${Math.floor(bytes / 1_000_000)} MB` : `${Math.floor(bytes / 1024)} kB`);

/** Parses a request's form of at most `most` bytes. Never throws for invalid input. */
export async function readForm(request: Request, most: number): Promise<ReadForm> {
  const type = request.headers.get("content-type") ?? "";
  if (!FORM_TYPE.test(type)) return refuse(415, "This is not sent as a form; nothing was changed.");
  const declared = request.headers.get("content-length");
  if (declared !== null && (!/^\d{1,15}$/.test(declared) || Number(declared) > most)) return tooLong(most);
  const bytes = await readAtMost(request, most).catch(() => "broken off");
  if (bytes === undefined) return tooLong(most);
  if (typeof bytes === "string" || (declared !== null && bytes.byteLength !== Number(declared)))
    return refuse(400, "The form did not arrive whole; nothing was changed. Send it again.");
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData().catch(() => undefined);
  return form === undefined ? refuse(400, "The form cannot be read; nothing was changed. Load the page again.") : { ok: true, form };
}
