/**
 * Daily prices of a public series → each month's mean and last, in cents, with its number of days. Exact decimals, rounded once; an
 * unfinished day does not count; two prices for a day, or none, are an error.
 */
import { parse } from "csv-parse/sync";
import { z } from "zod";
import { groupBy } from "@/domain/shared/group";
import { type Day, monthOfDay, parseDay } from "@/domain/values/period";
import type { BtcPrice } from "@/domain/facts/record";
import type { PriceFormat, PriceSource } from "./feeds/feedConfig";
import { readJson } from "./readJson";

export interface DailyPrice {
  readonly day: Day;
  /** Dollars as written: "86012.1234". */
  readonly written: string;
}

interface PricePage {
  readonly days: readonly DailyPrice[];
  /** Address of the next page; null at the end. */
  readonly next: string | null;
}

/** The address for a span of days. */
export const priceAddress = (source: PriceSource, from: Day, to: Day): string =>
  source.address.replaceAll("{from}", from).replaceAll("{to}", to);

/** Parses one page of daily prices. Throws an Error that names the row when the format is not as configured. */
export function readPricePage(text: string, format: PriceFormat): PricePage {
  const page = format.kind === "json" ? fromJson(text, format) : { rows: fromCsv(text), next: null };
  const days = page.rows.map((row, i) => {
    const day = parseDay(textIn(row, format.day).slice(0, 10));
    if (day === undefined) throw new Error(`Row ${i + 1} of the prices has no day under "${format.day}".`);
    const written = textIn(row, format.price);
    if (!/^\d{1,12}(\.\d{1,30})?$/.test(written) || !/[1-9]/.test(written))
      throw new Error(`Row ${i + 1} of the prices (${day}) has "${written}" under "${format.price}", which is no price.`);
    return { day, written };
  });
  return { days, next: page.next };
}

/** The months of a series, in order. Days from `today` on are left out as unfinished. Throws when a day has two prices. */
export function monthlyPrices(days: readonly DailyPrice[], today: Day): BtcPrice[] {
  const byDay = new Map<Day, string>();
  for (const { day, written } of days) {
    const other = byDay.get(day);
    if (other !== undefined && other !== written) throw new Error(`The prices give two for ${day}: ${other} and ${written}.`);
    if (day < today) byDay.set(day, written);
  }
  const inOrder = [...byDay].sort(([a], [b]) => a.localeCompare(b));
  return [...groupBy(inOrder, ([day]) => monthOfDay(day))].map(([month, ofMonth]) => {
    const values = ofMonth.map(([, written]) => exact(written));
    const sum = values.reduce((total, value) => total + value, 0n);
    return { month, average: cents(sum, BigInt(values.length)), close: cents(values.at(-1) ?? 0n, 1n), days: values.length };
  });
}

/** Decimal places of a parsed price; more can change a mean's cent only at a tie. */
const PLACES = 30;

function exact(written: string): bigint {
  const [whole = "", fraction = ""] = written.split(".");
  return BigInt(whole + fraction.padEnd(PLACES, "0"));
}

/** sum ÷ count as whole cents, half up (prices are positive). */
function cents(sum: bigint, count: bigint): number {
  const divisor = count * 10n ** BigInt(PLACES - 2);
  return Number((2n * sum + divisor) / (2n * divisor));
}

const fromCsv = (text: string): unknown[] => parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });

function fromJson(text: string, format: Extract<PriceFormat, { kind: "json" }>): { rows: unknown[]; next: string | null } {
  const page = readJson(z.object({ [format.rows]: z.array(z.unknown()) }).catchall(z.unknown()), text, "the list of prices");
  const next = format.next === undefined ? undefined : page[format.next];
  return { rows: page[format.rows] as unknown[], next: typeof next === "string" && next !== "" ? next : null };
}

function textIn(row: unknown, name: string): string {
  const value: unknown = typeof row === "object" && row !== null && name in row ? row[name as keyof typeof row] : undefined;
  return typeof value === "string" || typeof value === "number" ? String(value).trim() : "";
}
