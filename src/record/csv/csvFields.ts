/** Field parsers by kind of column (zod): text in → domain value, or a sentence that says what is wrong and what to do. */
import { z } from "zod";
import { parseAmount, type Unit, UNIT_SCALE } from "@/domain/values/amount";
import { companyId } from "@/domain/facts/company";
import { parseDay, parseMonth, parsePeriod, periodComplaint } from "@/domain/values/period";
import type { ColumnKind } from "@/domain/facts/recordFiles";
import { unguardedText } from "@/domain/shared/spreadsheetText";

/** What is wrong with a text and what to do: words behind the text itself, or a whole sentence. */
type Complaint = string | ((text: string) => string);

/** A parser of text; `read` returns undefined for invalid text. */
const field = <T>(read: (text: string) => T | undefined, complaint: Complaint) =>
  z.string().transform((raw, context): T => {
    const text = raw.trim();
    const value = read(text);
    if (value === undefined) {
      const message = typeof complaint === "string" ? `${shown(text)} ${complaint}` : complaint(text);
      context.addIssue({ code: "custom", message, input: raw });
      return z.NEVER;
    }
    return value;
  });

/** The same for a field that may be empty: empty is null. */
const optional = <T>(read: (text: string) => T | undefined, complaint: Complaint) =>
  field<T | null>((text) => (text === "" ? null : read(text)), complaint);

/** One of a closed list of words. */
export const oneOf = <T extends string>(words: readonly T[]) =>
  field((text) => words.find((word) => word === text), `is not known here; write one of ${words.join(", ")}`);

const shown = (text: string) => (text === "" ? "nothing" : `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`);

const matching =
  (pattern: RegExp) =>
  (text: string): string | undefined =>
    pattern.test(text) ? text : undefined;

/** A web address of a host that others can reach; undefined for anything else. */
export const readAddress = (text: string): string | undefined =>
  /^https?:\/\/[^\s/]+\.[^\s/]+\S*$/.test(text) && URL.canParse(text) ? text : undefined;

/** Parses an amount in the smallest part of `unit`; undefined when it is not a number, or negative. */
export function readAmount(text: string, unit: Unit): number | undefined {
  const value = parseAmount(text, unit);
  return value === undefined || value < 0 ? undefined : value;
}

/** What is wrong with an amount, in words. */
export function amountComplaint(text: string, unit: Unit): string {
  if (/^-\d+(\.\d+)?$/.test(text)) return `${shown(text)} is negative; amounts are written without a sign`;
  if (/^-?[\d,' ]+(\.\d+)?$/.test(text) && /[,' ]/.test(text))
    return `${shown(text)} has thousands separated; write ${text.replace(/[,' ]/g, "")}`;
  if (/^\d+\.\d+$/.test(text))
    return `${shown(text)} has more than ${UNIT_SCALE[unit]} decimals or is too large for ${unit}; write it exactly as published`;
  if (/^\d+$/.test(text)) return `${shown(text)} is too large for ${unit}; write it exactly as published`;
  return `${shown(text)} is no number; write a plain decimal such as 1140 or 853.70`;
}

const slug = field(
  (text) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? companyId(text) : undefined),
  "is no company; write its slug in small letters, as in companies.csv",
);

const freeText = z.string().transform((text) => unguardedText(text.trim()));

/** The parser of each kind of column. Free text loses the apostrophe that guards it from running as a spreadsheet formula. */
export const READ = {
  slug,
  newSlug: slug,
  text: freeText,
  value: freeText,
  someText: field(
    (text) => (text === "" ? undefined : unguardedText(text)),
    () => "is empty; write something here",
  ),
  month: field(parseMonth, "is no month; write it as 2025-03"),
  monthOrNone: optional(parseMonth, "is no month; write it as 2025-03, or leave it empty"),
  period: field(parsePeriod, (text) => `${shown(text)} is no period; ${periodComplaint(text)}`),
  day: field(parseDay, "is no day; write it as 2025-03-31"),
  dayOrNone: optional(parseDay, "is no day; write it as 2025-03-31, or leave it empty when the source does not say"),
  /** Validated in a year without a leap day. */
  yearEndOrNone: optional(
    (text) => (parseDay(`2001-${text}`) === undefined ? undefined : text),
    "is no day of a year; write month and day as 06-30, or leave it empty for the calendar year",
  ),
  address: field(readAddress, "is no web address; write all of it, from http on, without blanks"),
  addressOrNone: field(
    (text) => (text === "" ? "" : readAddress(text)),
    "is no web address; write all of it, from http on, without blanks, or leave it empty",
  ),
  /** A web address, or the name of a publication; other URL schemes are refused, since a page could not link to them. */
  addressOrWords: field(
    (text) => (/^[a-z][a-z0-9+.-]*:\S/i.test(text) ? readAddress(text) : unguardedText(text)),
    "is no web address; write all of it, from http on, or the name of the publication",
  ),
  /** A host without "www.", perhaps with the start of a path: "advfn.com", "github.com/owner/name". */
  host: field(
    matching(/^(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+(\/[a-z0-9._-]+){0,2}$/),
    "is no host; write it in small letters without http and www., as in advfn.com or github.com/owner/name",
  ),
  cikOrNone: optional(
    (text) => matching(/^\d{1,10}( \d{1,10})*$/)(text)?.replace(/\b0+(?=\d)/g, ""),
    "is no CIK; write the SEC's number of at most ten digits, former ones behind it with a space between, or leave it empty",
  ),
  price: field(
    (text) => readAmount(text, "USD/BTC"),
    (text) => amountComplaint(text, "USD/BTC"),
  ),
  days: field((text) => (/^([1-9]|[12]\d|3[01])$/.test(text) ? Number(text) : undefined), "is no number of days; write 1 to 31"),
  printed: field(matching(/^\d+(\.\d+)?$/), "is no plain decimal; write it as printed, without separators or signs"),
} satisfies Record<ColumnKind, z.ZodType>;
