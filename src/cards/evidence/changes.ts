/**
 * The question "what has changed?". Three kinds of change are told apart: restatements (a company's own later source gives another number
 * for a period it had already reported), corrections of our own (a fact was replaced or withdrawn, with both values kept), and
 * imports (what each addition to the record brought).
 * Figures + selection, or the list of imports → tables.
 */
import { plainAmount } from "@/domain/amount";
import { type Company, shortName } from "@/domain/company";
import { type Fact, isOwn } from "@/domain/fact";
import type { Figures } from "@/domain/figures";
import { groupBy } from "@/domain/group";
import { formatAmount, METRICS } from "@/domain/metric";
import { grouped } from "@/domain/numberText";
import { endOf, monthOfDay } from "@/domain/period";
import { formatRatio, plainPercent } from "@/domain/sellThrough";
import type { ImportEntry } from "@/record/store/loadRecord";
import { countLines } from "@/record/store/importWords";
import { companyAddress, figureAddress } from "../selection/address";
import { sourcesOf, textCell } from "../words/cells";
import { amountText, sourceText } from "../words/factWords";
import { companiesInScope, inRange } from "../selection/scope";
import type { Selection } from "../selection/selection";
import { type Sentence, sentence } from "../words/sentence";
import type { Column, Row, Table, TableCell } from "../table";
import { count, dayName, inPeriod, shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

export interface Restatement {
  readonly company: Company;
  readonly before: Fact;
  readonly after: Fact;
}

/**
 * Two dated figures of the company's own (release or filing) for one period, the later one with another number. Figures that count
 * something else (a decision says so) restate nothing, and an undated source cannot be said to be the later one.
 */
export function restatements(figures: Figures, selection: Selection): Restatement[] {
  const own = figures.record.facts.filter((fact) => isOwn(fact.source) && fact.source.publishedOn !== null);
  const stock = (fact: Fact) => METRICS[fact.metric].kind === "stock";
  const keys = groupBy(own, (fact) => `${fact.company} ${fact.metric} ${stock(fact) ? monthOfDay(endOf(fact.period)) : fact.period}`);
  const found = companiesInScope(figures, selection).flatMap((company) =>
    [...keys.values()].flatMap((facts) => {
      if (facts[0]?.company !== company.id || !inRange(selection, facts[0].period)) return [];
      const dated = [...facts].sort(byPublication);
      return dated.flatMap((after, at) => {
        const before = dated[at - 1];
        const restated =
          before &&
          publishedOn(before) < publishedOn(after) &&
          before.value !== after.value &&
          figures.basisOf(before) === figures.basisOf(after);
        return restated === true ? [{ company, before, after }] : [];
      });
    }),
  );
  return found.sort((a, b) => publishedOn(b.after).localeCompare(publishedOn(a.after)));
}

/** The earlier published first; on one day, the one recorded first. */
function byPublication(a: Fact, b: Fact): number {
  const days = publishedOn(a).localeCompare(publishedOn(b));
  return days === 0 ? a.id - b.id : days;
}

const publishedOn = (fact: Fact): string => fact.source.publishedOn ?? "";

const VALUE = { kind: "number", unit: "" } as const;

export const RESTATEMENT_COLUMNS: readonly Column[] = [
  textColumn("company", "Company", "The company's short name."),
  textColumn("period", "Period", "The period that both sources speak of."),
  textColumn("figure", "Figure", "What was restated, and its unit."),
  { ...VALUE, key: "before", label: "First", description: "The number as first stated." },
  textColumn("before_by", "Stated by", "The earlier source."),
  { ...VALUE, key: "after", label: "Later", description: "The number as restated." },
  textColumn("after_by", "Restated by", "The later source."),
  numberColumn("change_pct", "Change", "%", "Later less first, as a share of the first."),
];

export function restatementTable(figures: Figures, selection: Selection): Table {
  return {
    id: "restatements",
    title: "Figures that companies restated",
    columns: RESTATEMENT_COLUMNS,
    rows: restatements(figures, selection).map(({ company, before, after }) => {
      const change = before.value === 0 ? undefined : (after.value - before.value) / before.value;
      return {
        ...subjectOf(company, after, selection),
        cells: {
          ...subjectCells(company, after, selection),
          before: factCell(before, selection),
          before_by: textCell(sourceText(before), before.source.address),
          after: factCell(after, selection),
          after_by: textCell(sourceText(after), after.source.address),
          change_pct:
            change === undefined
              ? textCell("from 0")
              : {
                  kind: "value",
                  plain: plainPercent(change),
                  text: signed(change),
                  evidence: "derived",
                  href: figureAddress(company.id, after.period, after.metric, selection),
                  sources: [],
                },
        },
      };
    }),
  };
}

/** "+0.1%", "−0.04%": a change smaller than one in a thousand keeps its size. */
function signed(change: number): string {
  const size = Math.abs(change);
  const text = size >= 0.0005 ? formatRatio(size) : `${(size * 100).toPrecision(1)}%`;
  return `${change < 0 ? "−" : "+"}${text}`;
}

export function restatementSentence(found: readonly Restatement[]): Sentence | undefined {
  const [last] = found;
  if (!last) return undefined;
  const { company, before, after } = last;
  const what = METRICS[after.metric].label.toLowerCase();
  return sentence`Companies’ own later sources gave another number ${count(found.length, "time")}. The latest: ${shortName(company)} stated ${amountText(before)} ${what} ${inPeriod(after.period)} first, and ${amountText(after)} on ${dayName(publishedOn(after))}.`;
}

export const CORRECTION_COLUMNS: readonly Column[] = [
  textColumn("recorded_on", "Recorded", "The day on which the record was changed."),
  textColumn("company", "Company", "The company's short name."),
  textColumn("period", "Period", "The period of the figure."),
  textColumn("figure", "Figure", "What was corrected, and its unit."),
  { ...VALUE, key: "before", label: "Was", description: "The value that no longer counts." },
  { ...VALUE, key: "after", label: "Is", description: "The value that replaces it; withdrawn where there is none." },
  textColumn("reason", "Reason", "Why, as it was noted."),
  textColumn("source", "Source", "Of the value that counts now, else of the one withdrawn."),
];

/** Facts that we replaced or withdrew, the latest first. */
export function correctionTable(figures: Figures, selection: Selection): Table {
  const companies = companiesInScope(figures, selection);
  const rows = figures.record.supersessions.flatMap((change): (Row & { readonly day: string })[] => {
    const company = companies.find((c) => c.id === change.fact.company);
    if (!company || !inRange(selection, change.fact.period)) return [];
    const now = change.by ?? change.fact;
    return [
      {
        ...subjectOf(company, change.fact, selection),
        day: change.recordedOn,
        cells: {
          recorded_on: textCell(change.recordedOn === "" ? "" : dayName(change.recordedOn)),
          ...subjectCells(company, change.fact, selection),
          before: factCell(change.fact, selection),
          after: change.by ? factCell(change.by, selection) : textCell("withdrawn"),
          reason: textCell(change.reason),
          source: textCell(sourceText(now), now.source.address),
        },
      },
    ];
  });
  return {
    id: "corrections",
    title: "Corrections of the record",
    columns: CORRECTION_COLUMNS,
    rows: rows.sort((a, b) => b.day.localeCompare(a.day)),
  };
}

function subjectOf(company: Company, fact: Fact, selection: Selection): Pick<Row, "key" | "href"> {
  return { key: `${company.id}-${fact.metric}-${fact.period}-${fact.id}`, href: companyAddress(company.id, selection) };
}

function subjectCells(company: Company, fact: Fact, selection: Selection): Record<"company" | "period" | "figure", TableCell> {
  const { label, unit } = METRICS[fact.metric];
  return {
    company: textCell(shortName(company), companyAddress(company.id, selection)),
    period: textCell(shortPeriodName(fact.period), figureAddress(company.id, fact.period, fact.metric, selection)),
    figure: textCell(`${label}, ${unit}`),
  };
}

function factCell(fact: Fact, selection: Selection): TableCell {
  const { unit } = METRICS[fact.metric];
  return {
    kind: "value",
    plain: plainAmount(fact.value, unit),
    text: formatAmount(fact.value, unit, 8),
    evidence: "reported",
    href: figureAddress(fact.company, fact.period, fact.metric, selection),
    sources: sourcesOf([fact]),
  };
}

export const IMPORT_COLUMNS: readonly Column[] = [
  textColumn("import", "Import", "Number of the change, counted without gaps."),
  textColumn("at", "When", "Date and time in UTC."),
  textColumn("by", "By", "Who made it, as they named themselves, and how: files of the record, or figures entered one by one."),
  textColumn("changed", "What changed", "Rows added, superseded, withdrawn or retired."),
  textColumn("version", "Data version", "Fingerprint of the whole record after the change."),
];

const IMPORT_KIND: Record<ImportEntry["kind"], string> = {
  record: "the record’s files",
  desk: "entered at the desk",
  restored: "restored from an export",
};

export function importTable(imports: readonly ImportEntry[]): Table {
  return {
    id: "imports",
    title: "Imports",
    columns: IMPORT_COLUMNS,
    rows: imports.map((entry) => ({
      key: String(entry.seq),
      cells: {
        import: textCell(String(entry.seq)),
        at: textCell(`${dayName(entry.at.slice(0, 10))}, ${entry.at.slice(11, 16)}`),
        by: textCell(`${entry.by} (${IMPORT_KIND[entry.kind]})`),
        changed: textCell(countLines(entry.counts).join("; ")),
        version: textCell(entry.id),
      },
    })),
  };
}

export function importSentence(imports: readonly ImportEntry[]): Sentence | undefined {
  const [last] = imports;
  if (!last) return undefined;
  const { added, superseded, withdrawn } = last.counts.facts;
  const parts = [`${grouped(added)} ${added === 1 ? "fact" : "facts"} added`, `${superseded} superseded`, `${withdrawn} withdrawn`];
  return sentence`${imports.length === 1 ? "The record was read in whole" : `The record was built in ${imports.length} imports, the last`} on ${dayName(last.at.slice(0, 10))}: ${parts.join(", ")}.`;
}
