/** The selection, and the requested state of the record, in a few words: "Nasdaq-listed · months · since 2021". */
import type { Asked } from "../asked";
import { shortName } from "@/domain/facts/company";
import { type Figures, recordSpan } from "@/domain/figures/figures";
import { type Period, period, periodOfKind, shift, startOf, yearOf } from "@/domain/values/period";
import { BASIS_LABEL, EVIDENCE_LABEL, PANEL_OPTION, type SelectionFields } from "./selectionForm";
import type { Selection } from "../selection/selection";
import { count, listed, shortPeriodName, uncapitalized } from "../words/phrases";
import { dayName } from "@/domain/shared/dayName";

/** More picked companies than this are counted instead of named. */
const NAMED = 3;

/** Parts of the selection that a page may omit from its form. "companies": those picked, on a page that no panel narrows. */
export type SelectionPart = "panel" | "companies" | "per" | "range" | "basis" | "evidence" | "moment";

/** The parts, and the fields of a form that set them. */
const PARTS: readonly (readonly [SelectionPart, keyof SelectionFields])[] = [
  ["panel", "panel"],
  ["companies", "companies"],
  ["per", "periodKind"],
  ["range", "from"],
  ["basis", "basis"],
  ["evidence", "evidence"],
  ["moment", "asOf"],
];

/** The parts of the line above a form with these fields. */
export const partsOf = (fields: readonly (keyof SelectionFields)[]): SelectionPart[] =>
  PARTS.flatMap(([part, field]) => (fields.includes(field) && !(part === "companies" && fields.includes("panel")) ? [part] : []));

const ALL_PARTS: readonly SelectionPart[] = ["panel", "per", "range", "basis", "evidence", "moment"];

/** The choices, part by part; basis, evidence and moment only where they differ from the defaults. */
export function selectionWords({ figures, selection }: Asked, parts: readonly SelectionPart[] = ALL_PARTS): string[] {
  const { basis, evidence } = selection;
  const words: Record<SelectionPart, string | undefined> = {
    panel: companiesWords(figures, selection) ?? PANEL_OPTION[selection.panel],
    companies: companiesWords(figures, selection) ?? "all companies",
    per: `${selection.per}s`,
    range: rangeWords(figures, selection),
    basis: basis === "gross" ? undefined : uncapitalized(BASIS_LABEL[basis]),
    evidence: evidence === "best" ? undefined : uncapitalized(EVIDENCE_LABEL[evidence]),
    moment: momentWords(selection),
  };
  return parts.flatMap((part) => words[part] ?? []);
}

/** The picked companies; undefined for none. */
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
  const thisYear = yearOf(last) < Number(today.slice(0, 4)) ? yearOf(last) : Number(today.slice(0, 4));
  return [
    { label: "All", from: null, to: null },
    { label: "Since 2022", from: period("2022-01"), to: null },
    { label: "Last 12 months", from: shift(last, -11), to: null },
    { label: Number(today.slice(0, 4)) === thisYear ? "This year" : String(thisYear), from: period(`${thisYear}-01`), to: null },
  ];
}

/** "as known on 1 May 2025", "version 1a2b3c4d5e6f of the record"; undefined for the record as it is now. */
export function momentWords({ asOf, version }: Pick<Selection, "asOf" | "version">): string | undefined {
  const parts = [
    asOf === null ? undefined : `as known on ${dayName(asOf)}`,
    version === null ? undefined : `version ${version} of the record`,
  ];
  const said = parts.filter((part) => part !== undefined);
  return said.length === 0 ? undefined : said.join(", ");
}

/** The state as a noun: "the record as known on 1 May 2025", "version 1a2b3c4d5e6f of the record"; undefined for the record as it is now. */
export function momentNoun({ asOf, version }: Pick<Selection, "asOf" | "version">): string | undefined {
  if (asOf === null && version === null) return undefined;
  const known = asOf === null ? "" : `as known on ${dayName(asOf)}`;
  if (version === null) return `the record ${known}`;
  return `version ${version} of the record${known === "" ? "" : `, ${known}`}`;
}
