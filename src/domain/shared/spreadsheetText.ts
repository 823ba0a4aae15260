/**
 * Text that a spreadsheet shows as text. A cell that begins with = + - @ (or a tab or line break before one) runs as a formula when a CSV
 * file is opened, so such text gets an apostrophe in front when written, and loses it when read.
 * Text ↔ guarded text, exactly: reading what was written gives the same text back. Numbers are never text and never guarded.
 */

// The full-width forms count as formulas in East Asian editions. Leading apostrophes match too, so that none is lost.
const RUNS_AS_FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;

/** A quotation such as "'-' in the table": its first apostrophe closes again, so it guards nothing. */
const QUOTES = /^'[=+\-@\t\r\n＝＋－＠][^']*'(?![\p{L}\p{N}])/u;

/** Guards a text so that a spreadsheet does not run it: "=1+1" → "'=1+1". A quotation needs none, and no text may become one. */
export function guardedText(text: string): string {
  if (!RUNS_AS_FORMULA.test(text) || QUOTES.test(text)) return text;
  return QUOTES.test(`'${text}`) ? `''${text}` : `'${text}`;
}

/** Removes the guard: "'=1+1" → "=1+1". Anything else is unchanged. */
export function unguardedText(text: string): string {
  if (!text.startsWith("'") || !RUNS_AS_FORMULA.test(text) || QUOTES.test(text)) return text;
  return QUOTES.test(text.slice(1)) ? text.slice(2) : text.slice(1);
}
