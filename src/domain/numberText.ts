/**
 * Numbers as the site writes them, whatever the machine's language: thousands grouped by commas, a true minus sign.
 * A formatter takes longer to make than to use a thousand times, so each is made once.
 */
function formats(option: "maximumFractionDigits" | "maximumSignificantDigits") {
  const made = new Map<number, Intl.NumberFormat>();
  return (value: number, digits: number): string => {
    const format = made.get(digits) ?? new Intl.NumberFormat("en-US", { [option]: digits, signDisplay: "negative" });
    made.set(digits, format);
    return format.format(value).replace("-", "−");
  };
}

const toDecimals = formats("maximumFractionDigits");
const toDigits = formats("maximumSignificantDigits");

/** "1,140", "−12.5": at most so many decimals, and none that are zeros; nothing is "−0". */
export const grouped = (value: number, decimals = 0): string => toDecimals(value, decimals);

/** "38.8", "1,250,000": so many digits that count, the rest rounded. */
export const rounded = (value: number, digits: number): string => toDigits(value, digits);
