/** The inline scripts of pages. The policy of finished pages (server/responses/policy.ts) allows exactly these. */
import { EARLY_TAP_SCRIPT } from "@/charts/live/gestures";
import { KEYS_SCRIPT } from "./live/deskKeys";
import { EMBED_SCRIPT } from "./live/embedScript";
import { PLACE_SCRIPT } from "./live/keepPlace";
import { THEME_SCRIPT } from "./theme";

/** In the head of every page: sets the theme before the first paint, restores the scroll position, queues early taps. */
export const PAGE_SCRIPT = [THEME_SCRIPT, PLACE_SCRIPT, EARLY_TAP_SCRIPT].join(";");

export const INLINE_SCRIPTS: readonly string[] = [PAGE_SCRIPT, KEYS_SCRIPT, EMBED_SCRIPT];
