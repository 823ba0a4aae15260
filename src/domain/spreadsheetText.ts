/**
 * Text that a spreadsheet shows as text. A cell that begins with = + - @ (or a tab or line break before one) is run as a formula when
 * a CSV file is opened, so such text gets an apostrophe before it on the way out, and loses it again on the way in.
 * Text ↔ guarded text, exactly: reading what was written gives the same text back. Numbers are never text and never guarded.
 */

// The full-width forms count as formulas in East Asian editions. Apostrophes before one are counted too, so that none is lost.
const RUNS_AS_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** The text as a CSV cell can hold it without being run: "=1+1" → "'=1+1". */
export const guardedText = (text: string): string => (RUNS_AS_FORMULA.test(text) ? `'${text}` : text);

/** The text that was guarded: "'=1+1" → "=1+1". Anything else stays as it is. */
export const unguardedText = (text: string): string => (text.startsWith("'") && RUNS_AS_FORMULA.test(text) ? text.slice(1) : text);
