/**
 * Numbers as the site writes them, whatever the machine's language: thousands grouped by commas, a true minus sign.
 * A formatter takes longer to make than to use a thousand times, so each is made once.
 */
const FORMATS = new Map<string, Intl.NumberFormat>();

function formatOf(options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const name = JSON.stringify(options);
  const known = FORMATS.get(name);
  if (known) return known;
  const made = new Intl.NumberFormat("en-US", options);
  FORMATS.set(name, made);
  return made;
}

const written = (value: number, options: Intl.NumberFormatOptions): string => formatOf(options).format(value).replace("-", "−");

/** "1,140", "−12.5": at most so many decimals, and none that are zeros; nothing is "−0". */
export function grouped(value: number, decimals = 0): string {
  return written(value, { maximumFractionDigits: decimals, signDisplay: "negative" });
}

/** "38.8", "1,250,000": so many digits that count, the rest rounded. */
export function rounded(value: number, digits: number): string {
  return written(value, { maximumSignificantDigits: digits, signDisplay: "negative" });
}
