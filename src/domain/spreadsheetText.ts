/**
 * Text that a spreadsheet shows as text. A cell that begins with = + - @ (or a tab or line break before one) runs as a formula when a CSV
 * file is opened, so such text gets an apostrophe in front when written, and loses it when read.
 * Text ↔ guarded text, exactly: reading what was written gives the same text back. Numbers are never text and never guarded.
 */

// The full-width forms count as formulas in East Asian editions. Leading apostrophes match too, so that none is lost.
const RUNS_AS_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** Guards a text so that a spreadsheet does not run it: "=1+1" → "'=1+1". */
export const guardedText = (text: string): string => (RUNS_AS_FORMULA.test(text) ? `'${text}` : text);

/** Removes the guard: "'=1+1" → "=1+1". Anything else is unchanged. */
export const unguardedText = (text: string): string => (text.startsWith("'") && RUNS_AS_FORMULA.test(text) ? text.slice(1) : text);
