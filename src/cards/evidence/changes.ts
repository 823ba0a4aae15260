/** What has changed: restatements (a later source of the company gives another number), corrections (ours; both values kept), imports. */
import { byFirst, groupBy } from "@/domain/shared/group";
import { byPreference } from "@/domain/figures/choose";
import { type Company, shortName } from "@/domain/facts/company";
import { type Fact, isOwn } from "@/domain/facts/fact";
import { METRICS } from "@/domain/values/metric";
import { lastMonth } from "@/domain/values/period";
import { formatRatio, plainPercent } from "@/domain/measures/sellThrough";
import type { Supersession } from "@/domain/facts/record";
import type { ImportEntry } from "@/record/store/states/loadRecord";
import { countLines } from "@/record/store/states/importWords";
import { companyAddress } from "../selection/address";
import type { Asked } from "../asked";
import { card, type CardColumn, makeTable } from "../card";
import { dayCell, textCell, valueCell } from "../words/cells";
import { amountText, factMark } from "../words/factWords";
import { factCell, figureColumns, figureHref } from "../words/figureColumns";
import { companiesInScope, inRange } from "../selection/scope";
import { type Sentence, sentence } from "../tables/sentence";
import type { Table } from "../tables/table";
import { dayName } from "@/domain/shared/dayName";
import { count, inPeriod } from "../words/phrases";
import { columnsOf, companyColumn } from "../words/columns";

interface Restatement {
  readonly company: Company;
  readonly before: Fact;
  readonly after: Fact;
}

/** Pairs of a company's own dated figures for one period and basis, where the later one gives another number. */
export function restatements(asked: Asked): Restatement[] {
  const { figures, selection } = asked;
  const found = companiesInScope(asked).flatMap((company) => {
    const own = figures.factsOf(company.id).filter((fact) => isOwn(fact.source) && fact.source.publishedOn !== null);
    const isStock = ({ metric }: Fact) => METRICS[metric].kind === "stock";
    const stated = groupBy(own, (fact) => `${fact.metric} ${isStock(fact) ? lastMonth(fact.period) : fact.period}`);
    return [...stated.values()].flatMap((facts) => {
      if (facts[0] === undefined || !inRange(selection, facts[0].period)) return [];
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
    });
  });
  const keyed = found.map((one) => ({ one, key: `${one.after.company} ${one.after.metric} ${one.after.period}` }));
  keyed.sort((a, b) => byFirst(publishedOn(b.one.after).localeCompare(publishedOn(a.one.after)), a.key.localeCompare(b.key)));
  return keyed.map(({ one }) => one);
}

/** Sorts by publication; on one day, the preferred fact first. */
function byPublication(a: Fact, b: Fact): number {
  const days = publishedOn(a).localeCompare(publishedOn(b));
  return days === 0 ? byPreference(a, b) : days;
}

const publishedOn = (fact: Fact): string => fact.source.publishedOn ?? "";

const factRow = (company: Company, fact: Fact, mark: string | number, { selection }: Asked) => ({
  key: `${company.id}-${fact.metric}-${fact.period}-${mark}`,
  href: companyAddress(company.id, selection),
});

const restated = figureColumns<Restatement>(({ after }) => after);

/** Columns of a restatement in the table of one company. */
export const RESTATEMENT_COLUMNS: readonly CardColumn<Restatement>[] = [
  restated.period("The period that both sources speak of."),
  restated.figure("What was restated, and its unit."),
  restated.number("before", "First", "The number as first stated.", ({ before }, asked) => factCell(before, asked)),
  restated.statedBy("before_by", "Stated by", "The earlier source.", ({ before }) => before),
  restated.number("after", "Later", "The number as restated.", ({ after }, asked) => factCell(after, asked)),
  restated.statedBy("after_by", "Restated by", "The later source.", ({ after }) => after),
  restated.number("change_pct", "Change", "Later less first, as a share of the first.", ({ before, after }, asked) => {
    if (before.value === 0) return textCell("from 0");
    const change = (after.value - before.value) / before.value;
    return valueCell(plainPercent(change), signed(change), "derived", figureHref(after, asked));
  }),
];

export const restatementRow = ({ company, after }: Restatement, asked: Asked) => factRow(company, after, factMark(after), asked);

export const restatementsCard = card({
  id: "restatements",
  page: "/changes",
  title: "Figures that companies restated",
  entries: restatements,
  sentence: (_, entries) => restatementSentence(entries),
  row: restatementRow,
  columns: [companyColumn, ...RESTATEMENT_COLUMNS],
});

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
  return sentence`In ${count(found.length, "case")} a company itself later gave another number. The latest is by ${shortName(company)}: for its ${METRICS[after.metric].noun} ${inPeriod(after.period)} it first stated ${amountText(before)}, and on ${dayName(publishedOn(after))} it stated ${amountText(after)}.`;
}

interface Correction {
  readonly company: Company;
  readonly change: Supersession;
}

/** Facts that we replaced or withdrew, latest first. */
export function corrections(asked: Asked): Correction[] {
  const { figures, selection } = asked;
  const companies = companiesInScope(asked);
  return figures.record.supersessions
    .flatMap((change) => {
      const company = companies.find((c) => c.id === change.fact.company);
      return company && inRange(selection, change.fact.period) ? [{ company, change }] : [];
    })
    .sort((a, b) => b.change.recordedOn.localeCompare(a.change.recordedOn));
}

const corrected = figureColumns<Correction>(({ change }) => change.fact);

const RECORDED = corrected.text("recorded_on", "Recorded", "The day on which the record was changed.", ({ change: { recordedOn } }) =>
  recordedOn === "" ? "" : dayCell(recordedOn),
);

const CORRECTED: readonly CardColumn<Correction>[] = [
  corrected.period("The period of the figure."),
  corrected.figure("What was corrected, and its unit."),
  corrected.number("before", "Was", "The value that no longer counts.", ({ change }, asked) => factCell(change.fact, asked)),
  corrected.number("after", "Is", "The value that replaces it; withdrawn where there is none.", ({ change: { by } }, asked) =>
    by ? factCell(by, asked) : textCell("withdrawn"),
  ),
  corrected.text("reason", "Reason", "Why, as it was noted.", ({ change }) => change.reason),
  corrected.statedBy(
    "source",
    "Source",
    "Of the value that counts now, else of the one withdrawn.",
    ({ change: { by, fact } }) => by ?? fact,
  ),
];

/** Columns of a correction in the table of one company. */
export const CORRECTION_COLUMNS: readonly CardColumn<Correction>[] = [RECORDED, ...CORRECTED];

export const correctionRow = ({ company, change }: Correction, asked: Asked) => factRow(company, change.fact, change.fact.id, asked);

export const correctionsCard = card({
  id: "corrections",
  page: "/changes",
  title: "Corrections of the record",
  entries: corrections,
  sentence: (_, { length }) =>
    length === 0 ? undefined : `The record itself was corrected ${count(length, "time")}: a fact was replaced or withdrawn.`,
  row: correctionRow,
  columns: [RECORDED, companyColumn, ...CORRECTED],
});

const IMPORT_KIND: Record<ImportEntry["kind"], string> = {
  record: "the record’s files",
  desk: "entered at the desk",
  restored: "restored from an export",
};

const imported = columnsOf<ImportEntry, unknown>();

export const importTable = (imports: readonly ImportEntry[]): Table =>
  makeTable(undefined, {
    id: "imports",
    title: "Imports",
    entries: imports,
    row: ({ seq }) => ({ key: String(seq) }),
    columns: [
      imported.text("import", "Import", "Number of the change, counted without gaps.", ({ seq }) => String(seq)),
      imported.text("at", "When", "Date and time in UTC.", ({ at }) => dayCell(at, `${dayName(at.slice(0, 10))}, ${at.slice(11, 16)}`)),
      imported.text(
        "by",
        "By",
        "Who made it, as they named themselves, and how: files of the record, or figures entered one by one.",
        ({ by, kind }) => `${by} (${IMPORT_KIND[kind]})`,
      ),
      imported.text("changed", "What changed", "What was added, changed, superseded, withdrawn or retired.", ({ counts }) =>
        countLines(counts).join("; "),
      ),
      imported.text("version", "Data version", "Fingerprint of the whole record after the change.", "id"),
    ],
  });

export function importSentence(imports: readonly ImportEntry[]): Sentence | undefined {
  const [last] = imports;
  if (!last) return undefined;
  const start = imports.length === 1 ? "The record was read in whole" : `The record was built in ${imports.length} imports, the last`;
  const brought = countLines(last.counts).join("; ");
  return sentence`${start} on ${dayName(last.at.slice(0, 10))}${brought === "" ? "" : `: ${brought}`}.`;
}
