/** Limits that are told to visitors as well as held: one number for each. */

/** Fair use of the API: enough for a person and for most programs; the whole record is one download. */
export const FAIR_USE = { requests: 300, seconds: 60 } as const;

/** Longest path and query together, in characters. */
export const LONGEST_ADDRESS = 2_048;
