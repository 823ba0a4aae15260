/**
 * What was typed into a form that was not carried out, and the field it was refused for, on its way back into the form. In an address it
 * is sealed, so that no history or log holds it; it fills a form in and never carries one out.
 */
import { sealData, unsealData } from "iron-session";
import { z } from "zod";
import type { SearchParams } from "@/cards/selection/selection";
import { flashIn, NOTHING_CHANGED } from "./flash";
import { deskSecret, sealOf } from "./session";

/** Actions whose form comes back as it was typed when it is not carried out. */
const COMES_BACK: readonly string[] = ["add", "add-row", "accept", "correct", "refuse", "undo"];

export const comesBack = (action: string): boolean => COMES_BACK.includes(action);

/** Sent with every form of the desk, and not typed by anyone. */
const HIDDEN = ["token", "back"];

const Kept = z.object({
  /** The page that has the form. */
  page: z.string().regex(/^\/desk[\w/-]*$/),
  /** The form and the field that it was refused for, as "form-field"; the field may be empty. */
  at: z.string().max(100),
  typed: z.record(z.string(), z.string()),
});
export type Kept = z.infer<typeof Kept>;

/** The field that an action was refused for, as "form-field", and why. */
export interface Fault {
  readonly at: string;
  readonly sentence: string;
}

/** What a form held, by its action; undefined when that form does not come back. `field` is the one it was refused for. */
export function keptOf(action: string, form: FormData, field = ""): Kept | undefined {
  if (!comesBack(action)) return undefined;
  const typed = [...form].filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "" && !HIDDEN.includes(entry[0]),
  );
  const page = pageOf(form);
  return { page, at: `${action}-${field}`, typed: Object.fromEntries(typed) };
}

/** The page of the desk that a form was sent from. */
export function pageOf(form: FormData): string {
  const page = Kept.shape.page.safeParse(form.get("back"));
  return page.success ? page.data : "/desk";
}

/** What stands in the hidden field of the sign-in form; undefined when nothing usable does. */
export function readKept(text: string): Kept | undefined {
  try {
    return Kept.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** The address of the form's page that fills it in. */
export const addressOf = async (kept: Kept, secret: string): Promise<string> =>
  `${kept.page}?kept=${await sealData(kept, sealOf("typed", secret))}`;

/** What was typed, by field, and the field at fault with the reason; nothing of it when this desk did not seal it. */
export async function returnedIn(params: SearchParams): Promise<{ readonly typed: Kept["typed"]; readonly fault: Fault | undefined }> {
  const [sealed, flash, secret] = [params["kept"], flashIn(params), deskSecret()];
  const opened =
    typeof sealed === "string" && secret !== undefined ? await unsealData(sealed, sealOf("typed", secret)).catch(() => ({})) : {};
  const kept = Kept.safeParse(opened).data;
  const fault =
    flash === undefined || kept === undefined ? undefined : { at: kept.at, sentence: flash.replace(NOTHING_CHANGED, "").trim() };
  return { typed: kept?.typed ?? {}, fault };
}
