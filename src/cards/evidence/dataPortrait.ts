/** Contents of the record: counts by kind, sources by kind and publisher, growth. Every number is counted from it. */
import { publisherFinder, siteName } from "@/domain/facts/publisher";
import { byFirst, groupBy } from "@/domain/shared/group";
import { type Fact, SOURCE_KIND_LABEL, SOURCE_KINDS } from "@/domain/facts/fact";
import { type Figures, recordSpan } from "@/domain/figures/figures";
import { METRIC_IDS, type MetricId } from "@/domain/values/metric";
import { grouped } from "@/domain/shared/numberText";
import { kindOf, parsePeriod } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { formatRatio } from "@/domain/measures/sellThrough";
import { card, type CardColumn } from "../card";
import { pageAddress } from "../selection/address";
import { periodText, shareCell, textCell } from "../words/cells";
import { columnsOf } from "../words/columns";
import { metricWithUnit } from "../words/factWords";
import { type Sentence, sentence } from "../tables/sentence";
import { count, periodName } from "../words/phrases";

/** "2,075 facts of 27 companies, October 2021 to May 2026, from 900 sources." Undefined for an empty record. */
export function portraitSentence(figures: Figures): Sentence | undefined {
  const { facts, companies } = figures.record;
  const span = recordSpan(figures);
  if (!span) return undefined;
  const sources = new Set(facts.map((fact) => fact.source.address)).size;
  const [first, last] = [periodName(span.from), periodName(span.to)];
  const when = first === last ? `of ${first}` : `from ${first} to ${last}`;
  const from = facts.length === 1 ? "with its source" : `each with its source: ${count(sources, "address")} in all`;
  return sentence`The record follows ${count(companies.length, "company")} and holds ${count(facts.length, "fact")}, ${when}, ${from}.`;
}

export function undatedSentence({ facts }: OpenRecord): Sentence | undefined {
  const undated = facts.filter((fact) => fact.source.publishedOn === null).length;
  if (undated === 0) return undefined;
  const share =
    facts.length === 1
      ? "The one fact"
      : `${grouped(undated)} of the ${grouped(facts.length)} facts (${formatRatio(undated / facts.length)})`;
  return sentence`${share} ${undated === 1 ? "comes from a source" : "come from sources"} without a date of publication; ${undated === 1 ? "it counts" : "they count"} as known 45 days after ${undated === 1 ? "its" : "their"} period.`;
}

type Content = readonly [content: string, rows: number, meaning: string];

function contentsOf({ record }: Figures): Content[] {
  const { facts, companies } = record;
  return [
    ["Facts", facts.length, "One figure as one source states it, for a company, a metric and a period."],
    ["Superseded facts", record.supersessions.length, "Replaced or withdrawn; they stay visible."],
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
}

const contents = columnsOf<Content>();

export const contentsCard = card({
  id: "contents",
  page: "/data",
  title: "What is in the record",
  entries: ({ figures }) => contentsOf(figures),
  row: ([content]) => ({ key: content }),
  columns: [
    contents.text("content", "Content", "Kind of row.", ([content]) => content),
    contents.count("rows", "Rows", "How many there are.", ([, rows]) => rows),
    contents.text("meaning", "Meaning", "What a row says.", ([, , meaning]) => meaning),
  ],
});

interface MetricFacts {
  readonly metric: MetricId;
  readonly facts: readonly Fact[];
}

const monthlyOf = ({ facts }: MetricFacts): number => facts.filter((fact) => kindOf(fact.period) === "month").length;

const perMetric = columnsOf<MetricFacts>();

export const metricCountCard = card({
  id: "facts-by-metric",
  page: "/data",
  title: "Facts by figure",
  entries: ({ figures }) => METRIC_IDS.map((metric) => ({ metric, facts: figures.record.facts.filter((fact) => fact.metric === metric) })),
  row: ({ metric }, { selection }) => ({ key: metric, href: pageAddress(`/method#metric-${metric}`, selection) }),
  columns: [
    perMetric.text("figure", "Figure", "What is measured, with its unit.", ({ metric }) => metricWithUnit(metric)),
    perMetric.count("facts", "Facts", "All facts.", ({ facts }) => facts.length),
    perMetric.count("monthly", "Of months", "Facts about a month or its end.", monthlyOf),
    perMetric.count("longer", "Of longer periods", "Facts about a quarter or a year.", (entry) => entry.facts.length - monthlyOf(entry)),
    perMetric.count(
      "companies",
      "Companies",
      "Companies with at least one.",
      ({ facts }) => new Set(facts.map((fact) => fact.company)).size,
    ),
  ],
});

/** Facts from one kind of source, or one publisher. */
interface FactsFrom {
  readonly key: string;
  readonly name: string;
  readonly facts: readonly Fact[];
}

const from = columnsOf<FactsFrom>();

const SOURCE_COLUMNS: readonly CardColumn<FactsFrom>[] = [
  from.count("facts", "Facts", "Facts that come from there.", ({ facts }) => facts.length),
  from.number("share_pct", "Share", "Share of all facts.", ({ facts }, { figures: { record } }) =>
    record.facts.length === 0 ? textCell("none") : shareCell(facts.length / record.facts.length),
  ),
  from.count("addresses", "Addresses", "Different documents.", ({ facts }) => new Set(facts.map((fact) => fact.source.address)).size),
  from.count(
    "undated",
    "Undated",
    "Facts whose source bears no date.",
    ({ facts }) => facts.filter((fact) => fact.source.publishedOn === null).length,
  ),
];

export const sourceKindCard = card({
  id: "sources-by-kind",
  page: "/data",
  title: "Sources by kind",
  entries: ({ figures: { record } }) =>
    SOURCE_KINDS.map((kind) => ({
      key: kind,
      name: SOURCE_KIND_LABEL[kind],
      facts: record.facts.filter((fact) => fact.source.kind === kind),
    })),
  row: ({ key }) => ({ key }),
  columns: [from.text("kind", "Kind", "Preferred in this order.", "name"), ...SOURCE_COLUMNS],
});

const SHOWN_PUBLISHERS = 20;

/** The publishers with most facts, and all others in one line, so that the lines add up to the record. */
function publishersOf({ facts, publishers: register }: OpenRecord): FactsFrom[] {
  const publisherOf = publisherFinder(register);
  const publishers = [...groupBy(facts, (fact) => siteName(publisherOf, fact.source.address))].sort((a, b) =>
    byFirst(b[1].length - a[1].length, a[0] < b[0] ? -1 : 1),
  );
  const named = publishers.slice(0, SHOWN_PUBLISHERS).map(([publisher, own]) => ({ key: publisher, name: publisher, facts: own }));
  const rest = publishers.slice(SHOWN_PUBLISHERS);
  return rest.length === 0
    ? named
    : [...named, { key: "others", name: count(rest.length, "other"), facts: rest.flatMap(([, own]) => own) }];
}

export const publisherCard = card({
  id: "sources-by-publisher",
  page: "/data",
  title: "Sources by publisher",
  entries: ({ figures }) => publishersOf(figures.record),
  row: ({ key }) => ({ key }),
  columns: [from.text("publisher", "Publisher", "The site on which it was read.", "name"), ...SOURCE_COLUMNS],
});

interface Published {
  /** The month, or "undated". */
  readonly key: string;
  readonly facts: number;
  /** Facts published by the end of that month. */
  readonly total: number;
}

/** Facts by month of publication, newest first, with the running total; undated ones in a line of their own. */
function growthOf({ facts }: OpenRecord): Published[] {
  const dated = facts.flatMap((fact) => (fact.source.publishedOn === null ? [] : [fact.source.publishedOn.slice(0, 7)])).sort();
  let total = 0;
  const rows = [...groupBy(dated, (month) => month)].map(([month, own]) => {
    total += own.length;
    return { key: month, facts: own.length, total };
  });
  const undated = facts.length - dated.length;
  const last = { key: "undated", facts: undated, total: total + undated };
  return undated === 0 ? rows.reverse() : [last, ...rows.reverse()];
}

const growth = columnsOf<Published>();

export const growthCard = card({
  id: "growth",
  page: "/data",
  title: "Facts by the month of their publication",
  entries: ({ figures }) => growthOf(figures.record),
  row: ({ key }) => ({ key }),
  columns: [
    growth.text("published", "Published", "Month in which the source was published.", ({ key }) => {
      const month = parsePeriod(key);
      return month === undefined ? key : periodText(month);
    }),
    growth.count("facts", "Facts", "Facts published then.", "facts"),
    growth.count("total", "In all", "Facts published by the end of that month; beside “undated”, all facts.", "total"),
  ],
});
