/**
 * What was typed into a form that was refused, on its way back into the form, and which field it was refused for: nothing has to be typed
 * twice, nor searched for. Form in → part of an address; the address's parameters in → the values. Each name carries a prefix, so that no
 * field can pass for a parameter of the page.
 */
import type { SearchParams } from "@/cards/selection/selection";

const PREFIX = "f.";

/** Sent with every form of the desk, and not typed by anyone. */
const HIDDEN = ["token", "back"];

/** `path` with what was typed. */
export function withTyped(path: string, form: FormData): string {
  const typed = [...form].flatMap(([name, value]) =>
    typeof value !== "string" || value === "" || HIDDEN.includes(name) ? [] : [[`${PREFIX}${name}`, value]],
  );
  return typed.length === 0 ? path : `${path}?${new URLSearchParams(typed).toString()}`;
}

/** `path` with the form that was refused, and its field that has to be mended; "" when no field is at fault. */
export function withFault(path: string, form: string, field: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}${new URLSearchParams({ at: `${form}-${field}` }).toString()}`;
}

/** What was typed, by field. */
export function typedIn(params: SearchParams): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(params).flatMap(([name, value]) =>
      name.startsWith(PREFIX) && typeof value === "string" ? [[name.slice(PREFIX.length), value]] : [],
    ),
  );
}
