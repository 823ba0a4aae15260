/** What an action has to say to the next page, in its address, with an HMAC so that no link can put other words there. */
import type { SearchParams } from "@/cards/selection/selection";
import { deskSecret, hmac, same } from "./session";

/** How every sentence about a refused action begins. */
export const NOTHING_CHANGED = "Nothing was changed.";

/** The address of a page of the desk that says these words. */
export function saying(path: string, flash: string, secret: string): string {
  const signed = new URLSearchParams({ flash, hmac: hmac("flash", flash, secret) });
  return `${path}${path.includes("?") ? "&" : "?"}${signed.toString()}`;
}

/** What an action has to say to the page, if it was this desk that said it. */
export function flashIn(params: SearchParams): string | undefined {
  const [flash, sent, secret] = [params["flash"], params["hmac"], deskSecret()];
  if (typeof flash !== "string" || typeof sent !== "string" || secret === undefined) return undefined;
  return same(sent, hmac("flash", flash, secret)) ? flash : undefined;
}
