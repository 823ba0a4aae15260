/**
 * Exact amounts. A figure is an integer in its unit's smallest part: satoshis for BTC, cents for USD, TH/s for EH/s. There will never be
 * more than 2.1e15 satoshis, below 2^53, so sums of plain integers are exact; only products and quotients use BigInt. Floating point is
 * used only for ratios, which are never summed.
 */

export type Unit = "BTC" | "USD" | "USD/BTC" | "EH/s";

/** Decimal places between the unit as read and its smallest part as stored. */
export const UNIT_SCALE: Record<Unit, number> = { BTC: 8, USD: 2, "USD/BTC": 2, "EH/s": 6 };

export const SATS_PER_BTC = 100_000_000;

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/**
 * Parses a plain decimal ("853.70", "-12") as an integer of the unit's smallest part. Undefined: no number, too precise, or out of range.
 */
export function parseAmount(written: string, unit: Unit): number | undefined {
  const match = DECIMAL.exec(written);
  if (!match) return undefined;
  const [, sign = "", whole = "", fraction = ""] = match;
  const scale = UNIT_SCALE[unit];
  if (fraction.length > scale && /[1-9]/.test(fraction.slice(scale))) return undefined;
  const value = Number(whole + fraction.slice(0, scale).padEnd(scale, "0"));
  if (!Number.isSafeInteger(value)) return undefined;
  return sign === "-" && value !== 0 ? -value : value;
}

/** The shortest plain decimal that reads back as `value`: 46300000000 sats → "463", 85370000000 → "853.7". */
export function plainAmount(value: number, unit: Unit): string {
  const scale = UNIT_SCALE[unit];
  const digits = String(Math.abs(value)).padStart(scale + 1, "0");
  const fraction = digits.slice(-scale).replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -scale)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** a × b ÷ c rounded half away from zero, exact on the way. Throws a RangeError when c is 0 or the result is not exact. */
export function mulDiv(a: number, b: number, c: number): number {
  if (c === 0) throw new RangeError("mulDiv divides by zero");
  const product = BigInt(a) * BigInt(b);
  const divisor = BigInt(c);
  const negative = product < 0n !== divisor < 0n;
  const [n, d] = [product < 0n ? -product : product, divisor < 0n ? -divisor : divisor];
  const rounded = Number((2n * n + d) / (2n * d));
  if (!Number.isSafeInteger(rounded)) throw new RangeError("mulDiv leaves the range of exact integers");
  return negative && rounded !== 0 ? -rounded : rounded;
}

/** Value in the unit itself, for axes and statistics only (floating point). */
export const toUnits = (value: number, unit: Unit): number => value / 10 ** UNIT_SCALE[unit];
