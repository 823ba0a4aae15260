/** "Read a release": a pasted text or a saved file, read as `record read --queue` reads it, into the queue. */
import { deskFigures } from "@/cards/desk";
import { SOURCE_KINDS } from "@/domain/facts/fact";
import { parseDay } from "@/domain/values/period";
import { readApart, ReadingStopped } from "@/finder/run/apart";
import { mustBeAddress, queueNamed, queuedText } from "@/finder/run/queueNamed";
import { appStore } from "@/record/store/database/client";
import type { Operator } from "@/record/store/database/audit";
import { ReviewRefused } from "@/record/store/review/deskChange";
import { fileIn, TOO_LARGE } from "../body";
import { text } from "../guard";

/** The fields that a refusal can name. */
export type ReleaseField = "text" | "file" | "source" | "published" | "kind";

/** Reads the form's document. Throws ReviewRefused, with the field at fault, when it has none or nothing can be read in it. */
export async function readIntoQueue(form: FormData, operator: Operator): Promise<{ readonly document: number; readonly flash: string }> {
  const { bytes, contentType, field } = await documentIn(form);
  const source = text(form, "source");
  const day = text(form, "published");
  const publishedOn = parseDay(day);
  if (day !== "" && publishedOn === undefined) throw refused("published", `“${day}” is no day; write it as 2025-03-31.`);
  const said = text(form, "kind");
  const kind = SOURCE_KINDS.find((one) => one === said);
  if (kind === undefined && said !== "") throw refused("kind", "The form names no kind of source. Load the page again.");
  if (source !== "") mustBeAddress(source);
  const { record } = await deskFigures(operator.at.slice(0, 10));
  try {
    const document = await readApart(bytes, record, { publishedOn, contentType, address: source === "" ? undefined : source });
    const queued = await queueNamed(appStore(), document, { kind, publishedOn, sources: record }, operator);
    const notes = document.reading.warnings.map((warning) => ` Note: ${warning}.`).join("");
    return { document: queued.document, flash: queuedText(queued) + notes };
  } catch (error) {
    const ofDocument = error instanceof ReadingStopped || (error instanceof ReviewRefused && error.field === "text");
    throw ofDocument ? refused(field, error.message) : error;
  }
}

/** Content-Type of what was pasted: whatever encoding its head names, it comes as UTF-8. */
const PASTED = "text/plain; charset=utf-8";

const refused = (field: ReleaseField, sentence: string) => new ReviewRefused(sentence, field);

async function documentIn(form: FormData) {
  const file = fileIn(form);
  // A form is sent with the line ends of the net; the same text has the same bytes wherever it comes from.
  const pasted = text(form, "text").replaceAll("\r\n", "\n");
  if (file === "too large") throw refused("file", TOO_LARGE);
  if (file !== undefined && pasted !== "") throw refused("text", "Paste the text or choose a file, not both.");
  if (file !== undefined) return { bytes: new Uint8Array(await file.arrayBuffer()), contentType: undefined, field: "file" } as const;
  if (pasted === "") throw refused("text", "Paste the text of a release, or choose a file of it.");
  return { bytes: new TextEncoder().encode(pasted), contentType: PASTED, field: "text" } as const;
}
