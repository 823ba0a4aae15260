/**
 * When a document came out: its dateline, a line with nothing but a date, a "published" line, or the date in its address.
 * In: the head of the text and the address. Out: the day, or nothing.
 * Rule guarded: a day that figures are told for ("at close of 31 December 2025: 5,427 BTC") is no day of publication.
 */
import { type Day, parseDay } from "@/domain/period";
import { findWhens, settle } from "./when";

const DAY = String.raw`(?:[A-Z][a-z]{2,8}\.?[ \u00a0]+\d{1,2},?[ \u00a0]+20[12]\d|(?<![\d.,])\d{1,2}[ \u00a0]+[A-Z][a-z]{2,8}\.?,?[ \u00a0]+20[12]\d)`;
/** Words before a day that make it the day of something else. */
const OF_FIGURES = String.raw`(?<!\b(?:of|at|on|to|by|ended|ending|since|from|until|through|and|as at)\s)`;
const DATELINE = new RegExp(String.raw`(?:^|\n|\.\s)[^\n]{0,60}?\b${OF_FIGURES}(${DAY})\s*(?:\((?!U\.?S|in )|\/|--|—|–|-\s|[.:]?\s|\)|$)`);
const WITH_TIME = /(?:^|\n|[·|]\s)\s*(20[12]\d-\d\d-\d\d)\s+\d\d:\d\d/;
const WEEKDAY = String.raw`(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,?\s+)?`;
const ALONE = new RegExp(String.raw`(?:^|\n)[\s(]*${WEEKDAY}(${DAY}|20[12]\d-\d\d-\d\d|\d{1,2}\.\d{1,2}\.20[12]\d)[\s).]*(?=\n|$)`);
const NAMED = new RegExp(
  String.raw`\b(?:date|dated|published|posted|updated|RNS Number[^\n]*?)\b[^\n]{0,60}?(20[12]\d-\d\d-\d\d|${DAY})`,
  "i",
);
const IN_ADDRESS = /[/=_-](20[12]\d)[/-]?(0[1-9]|1[0-2])[/-]?([0-3]\d)(?=[/?&._-]|$)/;

/** The day of publication; undefined when nothing gives one. */
export function publicationDay(head: string, address: string | undefined): Day | undefined {
  for (const pattern of [WITH_TIME, ALONE, DATELINE, NAMED]) {
    const found = pattern.exec(head)?.[1];
    const when = found === undefined ? undefined : findWhens(found).find((candidate) => candidate.kind === "day");
    const day = when && settle(when, undefined).day;
    if (day !== undefined) return day;
  }
  const inAddress = IN_ADDRESS.exec(address ?? "");
  return inAddress ? parseDay(`${inAddress[1] ?? ""}-${inAddress[2] ?? ""}-${inAddress[3] ?? ""}`) : undefined;
}
