/** The selection, and the requested state of the record, in a few words: "Nasdaq-listed · months · since 2021". */
import type { Asked } from "../asked";
import { shortName } from "@/domain/facts/company";
import { type Figures, recordSpan } from "@/domain/figures/figures";
import { type Day, type Period, period, periodOfKind, shift, startOf, yearOf } from "@/domain/values/period";
import { BASIS_LABEL, EVIDENCE_LABEL, PANEL_OPTION, type SelectionFields } from "./selectionForm";
import type { Moment, Selection } from "../selection/selection";
import { count, listed, shortPeriodName, uncapitalized } from "../words/phrases";
import { dayName } from "@/domain/shared/dayName";

/** More picked companies than this are counted instead of named. */
const NAMED = 3;

/** The fields that are told, in this order; a range is told once, by its first field. */
const TOLD = [
  "panel",
  "companies",
  "periodKind",
  "from",
  "basis",
  "evidence",
  "asOf",
] as const satisfies readonly (keyof SelectionFields)[];

/** The choices, field by field of the page's form; basis, evidence and moment only where they differ from the defaults. */
export function selectionWords({ figures, selection }: Asked, fields: readonly (keyof SelectionFields)[] = TOLD): string[] {
  const { basis, evidence } = selection;
  const picked = companiesWords(figures, selection);
  const words: Record<(typeof TOLD)[number], string | undefined> = {
    panel: picked ?? PANEL_OPTION[selection.panel],
    companies: fields.includes("panel") ? undefined : (picked ?? "all companies"),
    periodKind: `${selection.per}s`,
    from: rangeWords(figures, selection),
    basis: basis === "gross" ? undefined : uncapitalized(BASIS_LABEL[basis]),
    evidence: evidence === "best" ? undefined : uncapitalized(EVIDENCE_LABEL[evidence]),
    asOf: momentWords(selection),
  };
  return TOLD.flatMap((field) => (fields.includes(field) ? (words[field] ?? []) : []));
}

function companiesWords(figures: Figures, { companies }: Selection): string | undefined {
  if (companies.length === 0) return undefined;
  const names = figures.record.companies.filter((company) => companies.includes(company.id)).map(shortName);
  return names.length > NAMED ? count(names.length, "picked company") : listed(names);
}

function rangeWords(figures: Figures, { from, to }: Selection): string {
  const first = from ?? recordSpan(figures)?.from;
  const name = (of: Period) => (startOf(of).slice(5) === "01-01" ? yearOf(of) : shortPeriodName(of));
  if (to !== null) return first === undefined ? `until ${shortPeriodName(to)}` : `${shortPeriodName(first)} to ${shortPeriodName(to)}`;
  return first === undefined ? "all of the record" : `since ${name(first)}`;
}

/** The most common ranges; the months end with the record's last. */
export function rangePresets(figures: Figures, today: string) {
  const span = recordSpan(figures);
  if (!span) return [];
  const last = periodOfKind(span.to, "month");
  const thisYear = Number(today.slice(0, 4));
  const year = Math.min(yearOf(last), thisYear);
  return [
    { label: "All", from: null, to: null },
    { label: "Since 2022", from: period("2022-01"), to: null },
    { label: "Last 12 months", from: shift(last, -11), to: null },
    { label: year === thisYear ? "This year" : String(year), from: period(`${year}-01`), to: null },
  ];
}

const knownWords = (asOf: Day | null): string[] => (asOf === null ? [] : [`as known on ${dayName(asOf)}`]);
const versionWords = (version: string | null): string[] => (version === null ? [] : [`version ${version} of the record`]);

/** "as known on 1 May 2025", "version 1a2b3c4d5e6f of the record"; undefined for the record as it is now. */
export const momentWords = ({ asOf, version }: Moment): string | undefined => joined([...knownWords(asOf), ...versionWords(version)]);

/** The state as a noun: "the record as known on 1 May 2025", "version 1a2b3c4d5e6f of the record"; undefined for the record as it is now. */
export const momentNoun = ({ asOf, version }: Moment): string | undefined =>
  asOf !== null && version === null ? `the record as known on ${dayName(asOf)}` : joined([...versionWords(version), ...knownWords(asOf)]);

const joined = (parts: readonly string[]): string | undefined => (parts.length === 0 ? undefined : parts.join(", "));
