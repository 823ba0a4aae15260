/**
 * The month that a release's first sentence names.
 * In: a paragraph near the top and the company's own words. Out: the time expression, or nothing.
 * Rule guarded: a sentence that only looks back ("production reported for September") does not say what the release is about.
 */
import { isCompared } from "./sentences";
import { findWhens, type When } from "./when";

/** Marks of the paragraph that opens a release. */
export const OPENING = /\b(?:NASDAQ|NYSE|TSX|LSE|PRNewswire|CNW|Newsfile)\b|\((?:GLOBE|PR|ACCESS|BUSINESS)|\b\d{1,2},? 20[12]\d\b/i;
const LEAD =
  /\b(?:figures?|update|updates|results?|production|output|operations?|report|statistics|metrics|data|state|mined|produced|earned)\b/i;

/** The month that a release's first sentence gives ("figures for the month to May 31, 2024", "its March 2022 figures"). */
export function leadMonth(text: string, ownWords: ReadonlySet<string>): When | undefined {
  const wire =
    /\((?:GLOBE|PR|CNW|ACCESS|BUSINESS|NEWS)[^)]*\)|\/[^/]{0,12}(?:PRNewswire|CNW|PR Newswire)[^/]{0,12}\/|\b(?:NASDAQ|NYSE|TSX|LSE)\b/i.exec(
      text,
    );
  const told = /\b(?:gives?|announce[sd]?|report(?:s|ed)?|provide[sd]?|publish(?:es|ed)?|release[sd]?)\b/i.exec(text);
  // "Production reported for September": the verb alone opens a release only where the company stands before it.
  const before = told === null ? "" : text.slice(0, told.index);
  const byCompany =
    /\b(?:company|group|we|today)\b/i.test(before) ||
    before.split(/[^\w.&]+/).some((word) => word !== "" && ownWords.has(word.toLowerCase()));
  const dateline = wire ?? (byCompany ? told : null);
  if (!dateline || !LEAD.test(text)) return undefined;
  const from = dateline.index;
  const said = text.slice(from, from + 700);
  const whens = findWhens(said).filter((when) => !isCompared(said, when));
  const span = whens.find((when) => when.kind === "month" && when.ended === true && when.year !== undefined);
  const until = whens.find(
    (when) => when.kind === "longer" && when.year !== undefined && when.number !== undefined && when.day !== undefined,
  );
  return (
    span ?? whens.find((when) => when.kind === "month" && when.year !== undefined) ?? (until && { ...until, kind: "month", ended: true })
  );
}
