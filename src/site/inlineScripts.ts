/** The scripts that stand in pages as text. The policy of finished pages (server/policy.ts) lets these run, whole, and no other. */
import { EARLY_TAP_SCRIPT } from "@/charts/live/gestures";
import { KEYS_SCRIPT } from "./live/deskKeys";
import { EMBED_SCRIPT } from "./live/embedScript";
import { PLACE_SCRIPT } from "./live/keepPlace";
import { THEME_SCRIPT } from "./theme";

/** In the head of every page: the theme before the first paint, the place on the page, taps that come before what they are for. */
export const PAGE_SCRIPT = [THEME_SCRIPT, PLACE_SCRIPT, EARLY_TAP_SCRIPT].join(";");

export const INLINE_SCRIPTS: readonly string[] = [PAGE_SCRIPT, KEYS_SCRIPT, EMBED_SCRIPT];
