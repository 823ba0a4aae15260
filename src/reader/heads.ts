/**
 * Heads of table columns: "June 2024 1", "Third Qtr. 2024", "Six Months June 30, 2024", "Month/Month", "% Change".
 * In: the text of a head cell. Out: the time that the column is about, or that it compares, sums up, or names the rows.
 * Rule guarded: a column whose head is not wholly understood gives no figure.
 */
import { findWhens, type When, withoutWhens } from "./when";

export type Head =
  | { readonly kind: "when"; readonly when: When }
  /** Percentages and differences between columns. */
  | { readonly kind: "change" }
  /** Totals, averages, year to date. */
  | { readonly kind: "sum" }
  /** "Metric": names the labels' column. */
  | { readonly kind: "labels" };

const CHANGE =
  /^(?:comparison|change|changes|variance|difference|diff|delta|increase|decrease|growth|m\/m|y\/y|q\/q|mom|yoy|qoq|month\/month|year\/year|quarter\/quarter|m-o-m|y-o-y|(?:month|year|quarter)[- ](?:over|on|to)[- ](?:month|year|quarter))\b/i;
const CHANGE_WORD = /%|\b(?:change|increase|decrease|variance|difference|growth|m\/m|y\/y|mom|yoy|qoq|vs\.?|versus|over)\b/i;
const SUM = /^(?:total|totals|sum|average|avg\.?|ytd|year to date|cumulative)$/i;
const LABELS =
  /^(?:the )?(?:key |main |select(?:ed)? |monthly |operating |operational |operations |production |mining |bitcoin |btc )*(?:metrics?|highlights|statistics|data|indicators?|items?|description|particulars|results|kpis?|figures|measures?|summary|update|performance|month|months|period|date)$/i;
/** Words of a head that say nothing beyond its time. */
const HEAD_NOISE =
  /\b(?:for|and|the|ended|ending|as|at|of|in|on|month|months|one|end|unaudited|actual|actuals|period|reported|restated|preliminary|estimated?)\b/gi;

/** The head without footnote marks: "July 2024 1" → "July 2024", "Metrics *" → "Metrics". */
export function withoutMarks(text: string): string {
  return text
    .replace(/[¹²³⁰⁴-⁹⁽⁾⁺]+/g, "")
    .replace(/\s*\((?:\d{1,2}|[a-z]|unaudited)\)/gi, "")
    .replace(/(?<=\b20[12]\d)\d(?=\s|$|,)/g, "")
    .replace(/[*†‡§#^]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/** What a head cell says, or undefined when it is no head that is understood. */
export function readHead(text: string): Head | undefined {
  const plain = withoutMarks(text);
  if (plain === "" || plain.length > 60) return undefined;
  if (LABELS.test(plain.replace(/\s*\d$/, "").replace(/[:.]$/, ""))) return { kind: "labels" };
  if (CHANGE.test(plain) || /^[%Δ]/.test(plain)) return { kind: "change" };
  if (SUM.test(plain)) return { kind: "sum" };
  return readTime(plain) ?? readTime(plain.replace(/(?<=\S)\s?\d(?:,\s?\d)*$/, ""));
}

function readTime(plain: string): Head | undefined {
  const year = /^(?:FY|CY)?\s?(20[12]\d)$/.exec(plain);
  if (year) return { kind: "when", when: { kind: "year", year: Number(year[1]), start: 0, end: plain.length } };
  const short = /^([A-Z][a-z]{2}|[A-Z]{3})[. ]+([12]\d)$/.exec(plain);
  const whens = findWhens(short ? `${short[1] ?? ""}-${short[2] ?? ""}` : relative(plain));
  const [when] = whens;
  if (when === undefined || whens.length > 1) return undefined;
  const rest = withoutWhens(short ? "" : relative(plain), whens)
    .replace(HEAD_NOISE, " ")
    .replace(/[\s.,:()/-]+/g, " ")
    .trim();
  if (rest !== "") return CHANGE_WORD.test(rest) ? { kind: "change" } : undefined;
  return { kind: "when", when };
}

/** "Current month" and "Prior year" as heads mean months. */
function relative(plain: string): string {
  if (/^(?:current|this|reporting) month$/i.test(plain)) return "month-end";
  if (/^(?:prior|previous) year$/i.test(plain)) return "the same month last year";
  return plain;
}

/**
 * The heads on one line of text when the line consists of nothing else: "Metric September 2024 August 2024 % Change".
 * Each comes with its place in the line. Undefined otherwise.
 */
export function headsOfLine(line: string): { head: Head; start: number; end: number }[] | undefined {
  const whole = readHead(line);
  if (whole) return [{ head: whole, start: 0, end: line.length }];
  // A footnote's digit stuck to a year ("20231") gives way to a space, offset for offset.
  const clear = line.replace(/(?<=\b20[12]\d)\d(?=\s|$)/g, " ");
  const whens = findWhens(clear).filter((when) => when.kind !== "thisMonth");
  if (whens.length < 2) return undefined;
  const found: { head: Head; start: number; end: number }[] = [];
  let at = 0;
  for (const when of [...whens, undefined]) {
    const gap = withoutMarks(clear.slice(at, when?.start ?? line.length).replace(/^\s?\d(?![\d%])(?:,\d)*/, "")).trim();
    for (const part of gap.split(/\s{2,}|(?<=%)\s(?=[A-Z])|(?<=change)\s(?=%|change)/i)) {
      const head = part.trim() === "" ? undefined : readHead(part);
      if (part.trim() !== "" && (head === undefined || head.kind === "when")) return undefined;
      // A footnote's number before it belongs to the head on its left.
      const lead = /^[\s\d,]*(?=[^\s\d,])/.exec(clear.slice(at))?.[0].length ?? 0;
      if (head) found.push({ head, start: at + (head.kind === "change" ? lead : 0), end: when?.start ?? line.length });
    }
    if (when) found.push({ head: { kind: "when", when }, start: when.start, end: when.end });
    at = when?.end ?? at;
  }
  return found;
}
