/** Limits and settings that are both enforced and shown to visitors: one definition for each. */
import { numberSetting } from "../record/setting";

/** API responses per client: enough for a person and for most programs; the whole record is one download. */
export const FAIR_USE = { requests: numberSetting("API_PER_MINUTE", 300, [1, 1_000_000_000]), seconds: 60 } as const;

/** Maximum length of path and query, in characters; the desk's are longer because they return what was typed. */
export const LONGEST_ADDRESS = 2_048;
export const LONGEST_DESK_ADDRESS = 8_192;

/** Maximum bytes of a desk form without a file, and of the log-in, which may carry such a form. */
export const FORM_BYTES = 64 * 1024;
export const LOGIN_BYTES = 2 * FORM_BYTES;

/** The port on which the site is served. Throws Refusal for what is no port. */
export const servedPort = (): number => numberSetting("PORT", 3000, [1, 65_535]);

/** Minimum length of the operator's secret: shorter ones can be guessed. */
export const LEAST_SECRET = 16;
