/**
 * How single fields of the record's files are written: a company's slug, a month, a day, an amount, a web address.
 * Text in → domain value, or one sentence that says what is wrong and what to do. zod schemas, put together per file elsewhere.
 */
import { unguardedText } from "@/domain/spreadsheetText";
import { z } from "zod";
import { parseAmount, type Unit, UNIT_SCALE } from "@/domain/amount";
import { companyId } from "@/domain/company";
import { type Day, kindOf, parseDay, parsePeriod, periodComplaint, type Period } from "@/domain/period";

/** Text → value; `read` gives undefined when the text is none, and `say` the sentence about it. */
export function field<T>(read: (text: string) => T | undefined, say: (text: string) => string) {
  return z.string().transform((raw, context): T => {
    const text = raw.trim();
    const value = read(text);
    if (value === undefined) {
      context.addIssue({ code: "custom", message: say(text), input: raw });
      return z.NEVER;
    }
    return value;
  });
}

const shown = (text: string) => (text === "" ? "nothing" : `"${text.length > 40 ? `${text.slice(0, 40)}…` : text}"`);

/** The schema for a field that may be empty: null then. */
export function optional<T>(read: (text: string) => T | undefined, say: (text: string) => string) {
  return field<T | null>((text) => (text === "" ? null : read(text)), say);
}

export const slug = field(
  (text) => (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(text) ? companyId(text) : undefined),
  (text) => `${shown(text)} is no company; write its slug in small letters, as in companies.csv`,
);

const readMonth = (text: string): Period | undefined => {
  const found = parsePeriod(text);
  return found !== undefined && kindOf(found) === "month" ? found : undefined;
};

export const anyPeriod = field(parsePeriod, (text) => `${shown(text)} is no period; ${periodComplaint(text)}`);

export const month = field(readMonth, (text) => `${shown(text)} is no month; write it as 2025-03`);

/** First or last month of a span; empty is open. */
export const spanEnd = optional(readMonth, (text) => `${shown(text)} is no month; write it as 2025-03, or leave it empty`);

export const day = field(parseDay, (text) => `${shown(text)} is no day; write it as 2025-03-31`);

export const dayOrNone = optional<Day>(
  parseDay,
  (text) => `${shown(text)} is no day; write it as 2025-03-31, or leave it empty when the source does not say`,
);

/** Free text as its author wrote it, which may be empty: the apostrophe that keeps a spreadsheet from running it is taken off. */
export const freeText = z.string().transform((text) => unguardedText(text.trim()));

export const someText = field(
  (text) => (text === "" ? undefined : unguardedText(text)),
  () => "is empty; write something here",
);

const readAddress = (text: string): string | undefined =>
  /^https?:\/\/[^\s/]+\.[^\s/]+\S*$/.test(text) && URL.canParse(text) ? text : undefined;

export const address = field(readAddress, (text) => `${shown(text)} is no web address; write all of it, from http on, without blanks`);

export const addressOrNone = field(
  (text) => (text === "" ? "" : readAddress(text)),
  (text) => `${shown(text)} is no web address; write all of it, from http on, without blanks, or leave it empty`,
);

/** A web address, or the name of a publication; no address of another kind, which a page could not show as a link. */
export const addressOrWords = field(
  (text) => (/^\s*[a-z][a-z0-9+.-]*:\S/i.test(text) ? readAddress(text) : unguardedText(text)),
  (text) => `${shown(text)} is no web address; write all of it, from http on, or the name of the publication`,
);

/** One word out of a closed list. */
export function oneOf<T extends string>(words: readonly T[]) {
  return field(
    (text) => words.find((word) => word === text),
    (text) => `${shown(text)} is not known here; write one of ${words.join(", ")}`,
  );
}

/** What is wrong with an amount, in words. */
export function amountComplaint(text: string, unit: Unit): string {
  if (/^-?[\d,' ]+(\.\d+)?$/.test(text) && /[,' ]/.test(text))
    return `${shown(text)} has thousands separated; write ${text.replace(/[,' ]/g, "")}`;
  if (/^-?\d+\.\d+$/.test(text))
    return `${shown(text)} has more than ${UNIT_SCALE[unit]} decimals or is too large for ${unit}; write it exactly as published`;
  return `${shown(text)} is no number; write a plain decimal such as 1140 or 853.70`;
}

/** An amount that cannot be negative, in the smallest part of `unit`. */
export function amount(unit: Unit) {
  return field(
    (text) => {
      const value = parseAmount(text, unit);
      return value === undefined || value < 0 ? undefined : value;
    },
    (text) => (text.startsWith("-") ? `${shown(text)} is negative; amounts are written without a sign` : amountComplaint(text, unit)),
  );
}

/** A host as addresses name it, without "www.", perhaps with the beginning of a path: "advfn.com", "github.com/owner/name". */
export const hostName = field(
  (text) => (/^(?!www\.)[a-z0-9-]+(\.[a-z0-9-]+)+(\/[a-z0-9._-]+){0,2}$/.test(text) ? text : undefined),
  (text) => `${shown(text)} is no host; write it in small letters without http and www., as in advfn.com or github.com/owner/name`,
);
