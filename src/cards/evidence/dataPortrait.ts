/**
 * The question "what is in the record?": counts by kind, sources by kind and publisher, what bears no date, how the record grew.
 * OpenRecord → tables and sentences; every number is counted from the record, none is written down.
 */
import { type SourceKind, SOURCE_KIND_LABEL, SOURCE_KINDS } from "@/domain/fact";
import { type Figures, recordSpan } from "@/domain/figures";
import { groupBy } from "@/domain/group";
import { METRIC_IDS, METRICS } from "@/domain/metric";
import { grouped } from "@/domain/numberText";
import { kindOf, parsePeriod, type Period } from "@/domain/period";
import type { OpenRecord } from "@/domain/record";
import { formatRatio, plainPercent } from "@/domain/sellThrough";
import { textCell } from "../words/cells";
import { type Sentence, sentence } from "../words/sentence";
import type { Column, Table, TableCell } from "../table";
import { count, periodName, shortPeriodName } from "../words/words";
import { numberColumn, textColumn } from "../words/columns";

const COUNT = { kind: "number", unit: "" } as const;

const number = (n: number): TableCell => ({ kind: "value", plain: String(n), text: grouped(n), evidence: "derived", sources: [] });
const percent = (part: number, of: number): TableCell =>
  of === 0
    ? textCell("none")
    : { kind: "value", plain: plainPercent(part / of), text: formatRatio(part / of), evidence: "derived", sources: [] };

/** "2,075 facts of 27 companies, October 2021 to May 2026, from 900 sources." Undefined for an empty record. */
export function portraitSentence(figures: Figures): Sentence | undefined {
  const { facts, companies } = figures.record;
  const span = recordSpan(figures);
  if (!span) return undefined;
  const sources = new Set(facts.map((fact) => fact.source.address)).size;
  return sentence`The record holds ${grouped(facts.length)} facts about ${count(companies.length, "company", "companies")}, from ${periodName(span.from)} to ${periodName(span.to)}, each with its source: ${grouped(sources)} addresses in all.`;
}

/** How many facts bear no date of publication. */
export function undatedSentence({ facts }: OpenRecord): Sentence | undefined {
  const undated = facts.filter((fact) => fact.source.publishedOn === null).length;
  if (undated === 0) return undefined;
  return sentence`${grouped(undated)} of the ${grouped(facts.length)} facts (${formatRatio(undated / facts.length)}) come from sources without a date of publication; they count as known 45 days after their period.`;
}

/** Rows of each kind of thing in the record. */
export function contentsTable({ record }: Figures): Table {
  const { facts, companies } = record;
  const lines: [string, number, string][] = [
    ["Facts", facts.length, "One figure as one source states it, for a company, a metric and a period."],
    ["Superseded facts", record.supersessions.length, "Replaced or withdrawn; they stay to be seen."],
    ["Companies", companies.length, "Tracked miners, those included that no longer exist."],
    ["Listings", companies.reduce((sum, c) => sum + c.listings.length, 0), "Where shares traded, and when."],
    ["Former names", companies.reduce((sum, c) => sum + c.formerNames.length, 0), "What companies were called, and when."],
    ["Stated policies", record.policies.length, "What companies said they do with their bitcoin, dated."],
    ["Policy statements", record.statements.length, "What sources say about a treasury in words, without a figure."],
    ["Consolidations", record.consolidations.length, "Whose holdings include whose."],
    ["Bitcoin prices", record.prices.length, "Mean and closing price of each month in US dollars."],
    ["Published aggregates", record.aggregates.length, "Pooled figures that others printed."],
    ["Events", record.events.length, "Dated events that charts mark."],
    ["Decisions", record.decisions.length, "Choices that a person made, with a note."],
  ];
  return {
    id: "contents",
    title: "What is in the record",
    columns: [
      textColumn("content", "Content", "Kind of row."),
      { ...COUNT, key: "rows", label: "Rows", description: "How many there are." },
      textColumn("meaning", "Meaning", "What a row says."),
    ],
    rows: lines.map(([content, rows, meaning]) => ({
      key: content,
      cells: { content: textCell(content), rows: number(rows), meaning: textCell(meaning) },
    })),
  };
}

/** Facts per metric: for months, and for quarters or years. */
export function metricCountTable({ record: { facts } }: Figures): Table {
  return {
    id: "facts-by-metric",
    title: "Facts by figure",
    columns: [
      textColumn("figure", "Figure", "What is measured, with its unit."),
      { ...COUNT, key: "facts", label: "Facts", description: "All facts." },
      { ...COUNT, key: "monthly", label: "Of months", description: "Facts about a month or its end." },
      { ...COUNT, key: "longer", label: "Of longer periods", description: "Facts about a quarter or a year." },
      { ...COUNT, key: "companies", label: "Companies", description: "Companies with at least one." },
    ],
    rows: METRIC_IDS.map((metric) => {
      const own = facts.filter((fact) => fact.metric === metric);
      const monthly = own.filter((fact) => kindOf(fact.period) === "month").length;
      return {
        key: metric,
        href: `/method#metric-${metric}`,
        cells: {
          figure: textCell(`${METRICS[metric].label}, ${METRICS[metric].unit}`),
          facts: number(own.length),
          monthly: number(monthly),
          longer: number(own.length - monthly),
          companies: number(new Set(own.map((fact) => fact.company)).size),
        },
      };
    }),
  };
}

const SOURCE_COLUMNS: readonly Column[] = [
  { ...COUNT, key: "facts", label: "Facts", description: "Facts that come from there." },
  numberColumn("share_pct", "Share", "%", "Share of all facts."),
  { ...COUNT, key: "addresses", label: "Addresses", description: "Different documents." },
  { ...COUNT, key: "undated", label: "Undated", description: "Facts whose source bears no date." },
];

/** Facts by the kind of their source, in the order in which kinds are preferred. */
export function sourceKindTable({ record: { facts } }: Figures): Table {
  return {
    id: "sources-by-kind",
    title: "Sources by kind",
    columns: [textColumn("kind", "Kind", "Preferred in this order."), ...SOURCE_COLUMNS],
    rows: SOURCE_KINDS.map((kind: SourceKind) => ({
      key: kind,
      cells: {
        kind: textCell(SOURCE_KIND_LABEL[kind]),
        ...sourceCells(
          facts.filter((fact) => fact.source.kind === kind),
          facts.length,
        ),
      },
    })),
  };
}

const SHOWN_PUBLISHERS = 20;

/** The publishers with most facts, and all others in one line, so that the lines add up to the record. */
export function publisherTable({ record: { facts } }: Figures): Table {
  const publishers = [...groupBy(facts, (fact) => fact.source.publisher)].sort((a, b) => b[1].length - a[1].length);
  const rest = publishers.slice(SHOWN_PUBLISHERS);
  const rows = publishers.slice(0, SHOWN_PUBLISHERS).map(([publisher, own]) => ({
    key: publisher,
    cells: { publisher: textCell(publisher), ...sourceCells(own, facts.length) },
  }));
  const others = {
    key: "others",
    cells: {
      publisher: textCell(`${rest.length} others`),
      ...sourceCells(
        rest.flatMap(([, own]) => own),
        facts.length,
      ),
    },
  };
  return {
    id: "sources-by-publisher",
    title: "Sources by publisher",
    columns: [textColumn("publisher", "Publisher", "The site that published it."), ...SOURCE_COLUMNS],
    rows: rest.length === 0 ? rows : [...rows, others],
  };
}

function sourceCells(own: OpenRecord["facts"], all: number): Record<string, TableCell> {
  return {
    facts: number(own.length),
    share_pct: percent(own.length, all),
    addresses: number(new Set(own.map((fact) => fact.source.address)).size),
    undated: number(own.filter((fact) => fact.source.publishedOn === null).length),
  };
}

/** Facts by the month in which they were published, the newest first, and how many the record then had; undated ones in a line of their own. */
export function growthTable({ record: { facts } }: Figures): Table {
  const dated = facts.flatMap((fact) => (fact.source.publishedOn === null ? [] : [fact.source.publishedOn.slice(0, 7)])).sort();
  const months = [...groupBy(dated, (month) => month)];
  let total = 0;
  const rows = months.map(([month, own]) => {
    total += own.length;
    return { key: month, cells: { published: textCell(monthText(month)), facts: number(own.length), total: number(total) } };
  });
  const undated = facts.length - dated.length;
  const last = { key: "undated", cells: { published: textCell("undated"), facts: number(undated), total: number(total + undated) } };
  return {
    id: "growth",
    title: "Facts by the month of their publication",
    columns: [
      textColumn("published", "Published", "Month in which the source was published."),
      { ...COUNT, key: "facts", label: "Facts", description: "Facts published then." },
      { ...COUNT, key: "total", label: "In all", description: "Facts published by the end of that month." },
    ],
    rows: undated === 0 ? rows.reverse() : [last, ...rows.reverse()],
  };
}

function monthText(month: string): string {
  const known: Period | undefined = parsePeriod(month);
  return known === undefined ? month : shortPeriodName(known);
}

export interface CitationText {
  readonly plain: string;
  readonly bibtex: string;
}

/** How the whole record is cited: with its version, so that the very same figures can be found again. */
export function recordCitation({ version }: OpenRecord, site: string): CitationText {
  const address = `${site}/data`;
  return {
    plain: `Sellthrough (${version.changedOn.slice(0, 4)}): Bitcoin produced, sold and held by listed miners. Data version ${version.id}, of ${version.changedOn}. ${address}. CC BY 4.0.`,
    bibtex: [
      `@misc{sellthrough-${version.id},`,
      `  title = {Bitcoin produced, sold and held by listed miners},`,
      `  author = {{Sellthrough}},`,
      `  year = {${version.changedOn.slice(0, 4)}},`,
      `  note = {Data version ${version.id} of ${version.changedOn}, with figures published up to ${version.date}. CC BY 4.0},`,
      `  url = {${address}}`,
      `}`,
    ].join("\n"),
  };
}
