/** Flash messages: an action's message for the next page, in its address, with an HMAC so that no link can forge one. */
import type { SearchParams } from "@/cards/selection/selection";
import { hmac, same } from "./session";

/** Start of every sentence about a refused action. */
export const NOTHING_CHANGED = "Nothing was changed.";

/** The address of a page of the desk with a flash message. */
export function withFlash(path: string, flash: string): string {
  const signed = new URLSearchParams({ flash, hmac: hmac("flash", flash) });
  return `${path}${path.includes("?") ? "&" : "?"}${signed.toString()}`;
}

/** The flash message in an address, if its HMAC is valid. */
export function flashIn(params: SearchParams): string | undefined {
  const { flash, hmac: sent } = params;
  return typeof flash === "string" && typeof sent === "string" && same(sent, hmac("flash", flash)) ? flash : undefined;
}
