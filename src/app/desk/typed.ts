/**
 * The input of a refused form, and the field that caused the refusal, to restore the form. It is sealed in the address, so that no history
 * or log contains it; it only fills a form and never submits one.
 */
import { sealData, unsealData } from "iron-session";
import { z } from "zod";
import type { RowProblem } from "@/record/csv/factsFile";
import { parsedJson } from "@/record/parsedJson";
import type { SearchParams } from "@/cards/selection/selection";
import { flashIn, NOTHING_CHANGED } from "./flash";
import { sealOptions } from "./session";

/** Actions whose form is restored when they are refused. */
const RESTORED: readonly string[] = ["add", "add-row", "accept", "correct", "refuse", "undo", "read"];

export const isRestored = (action: string): boolean => RESTORED.includes(action);

/** In every form of the desk, and not entered by anyone. */
const HIDDEN = ["token", "back"];

const Kept = z.object({
  /** The page that has the form. */
  page: z.string().regex(/^\/desk[\w/-]*$/),
  /** The form and the field that caused the refusal, as "form-field"; the field may be empty. */
  at: z.string().max(100),
  typed: z.record(z.string(), z.string()),
});
export type Kept = z.infer<typeof Kept>;

/** The field that caused an action's refusal, as "form-field", and why. */
export interface Fault {
  readonly at: string;
  readonly sentence: string;
}

/** The fault as an error of a form's field; none when it is another form's. */
export const problemsIn = (form: string, fault: Fault | undefined): RowProblem[] =>
  fault?.at.startsWith(`${form}-`) === true ? [{ column: fault.at.slice(form.length + 1), message: fault.sentence }] : [];

/** A form's input, by its action; undefined when that form is not restored. `field` caused the refusal. */
export function keptOf(action: string, form: FormData, field = ""): Kept | undefined {
  if (!isRestored(action)) return undefined;
  const typed = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "" && !HIDDEN.includes(entry[0]),
  );
  const page = pageOf(form);
  return { page, at: `${action}-${field}`, typed: Object.fromEntries(typed) };
}

/** The page of the desk that a form was submitted from. */
export function pageOf(form: FormData): string {
  const page = Kept.shape.page.safeParse(form.get("back"));
  return page.success ? page.data : "/desk";
}

/** A refused form is restored through its address, which has a limit (LONGEST_DESK_ADDRESS): what one field may take of it. */
export const MOST_LETTERS = 1000;

/** A form without the texts that no address has room for. */
export const withoutLong = (kept: Kept): Kept => ({
  ...kept,
  typed: Object.fromEntries(Object.entries(kept.typed).filter(([, text]) => text.length <= MOST_LETTERS)),
});

/** Parses the hidden field of the login form; undefined when it is invalid. */
export const readKept = (text: string): Kept | undefined => parsedJson(Kept, text);

/** The address of the form's page that restores it. */
export const addressOf = async (kept: Kept): Promise<string> => `${kept.page}?kept=${await sealData(kept, sealOptions("typed"))}`;

/** Of a refused form: the input by field, and the field at fault with the reason. */
export interface Returned {
  readonly typed: Kept["typed"];
  readonly fault: Fault | undefined;
}

/** What came back; empty unless this desk sealed it. */
export async function returnedIn(params: SearchParams): Promise<Returned> {
  const { kept: sealed } = params;
  const opened = typeof sealed === "string" ? await unsealData(sealed, sealOptions("typed")).catch(() => ({})) : {};
  const kept = Kept.safeParse(opened).data;
  if (kept === undefined) return { typed: {}, fault: undefined };
  const flash = flashIn(params);
  return {
    typed: kept.typed,
    fault: flash === undefined ? undefined : { at: kept.at, sentence: flash.replace(NOTHING_CHANGED, "").trim() },
  };
}
