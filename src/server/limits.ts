/** Limits that are told to visitors as well as held: one number for each. */
import { setting } from "../domain/setting";

/** Answers of the API that are made for one client: enough for a person and for most programs; the whole record is one download. */
export const FAIR_USE = { requests: perMinute(), seconds: 60 } as const;

function perMinute(): number {
  const value = Number(setting("API_PER_MINUTE"));
  return Number.isInteger(value) && value > 0 ? value : 300;
}

/** Longest path and query together, in characters; those of the desk bring back what was typed. */
export const LONGEST_ADDRESS = 2_048;
export const LONGEST_DESK_ADDRESS = 8_192;

/** Bytes of the desk's longest form without a file, and of the log-in, which may bring such a form along. */
export const FORM_BYTES = 64 * 1024;
export const LOGIN_BYTES = 2 * FORM_BYTES;

/** Fewest characters of the operator's secret: shorter ones are guessed. */
export const LEAST_SECRET = 16;
