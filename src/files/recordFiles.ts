/**
 * The record's own files as the data package holds them: the files that an import reads, column for column. Record → lines.
 * Each file's order follows from its content alone (facts.csv: see factsFile), so importing the files into an empty store and exporting
 * again gives the same bytes.
 */
import { plainAmount } from "@/domain/amount";
import { METRIC_IDS } from "@/domain/metric";
import { PUBLISHER_ROLES } from "@/domain/publisher";
import { DECISION_KINDS, type OpenRecord, PUBLISHED_METRICS, STATED_POLICIES } from "@/domain/record";
import { FACTS } from "./factsFile";
import type { GridField } from "./grid";
import {
  addressField,
  amountField,
  companyField,
  companyKey,
  dayField,
  type Field,
  monthField,
  number,
  periodField,
  type Resource,
  sortedRows,
  SPAN_FIELDS,
  stringField,
  text,
  wordField,
} from "./resource";

/** Cents with both decimals, as prices are written: "45977.20". */
function cents(value: number): string {
  const [whole = "0", fraction = ""] = plainAmount(value, "USD").split(".");
  return `${whole}.${fraction.padEnd(2, "0")}`;
}

interface RecordFile extends Omit<Resource<OpenRecord>, "rows"> {
  /** What has a line each; a field is the property of its name, written without underscores. */
  readonly list: (record: OpenRecord) => readonly object[];
}

function recordFile({ list, ...file }: RecordFile): Resource<OpenRecord> {
  const write = ({ name, type }: Field, row: object): GridField => {
    const property = name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
    const value = (row as Readonly<Record<string, string | number | null | undefined>>)[property] ?? null;
    return value !== null && ["number", "integer"].includes(type) ? number(String(value)) : text(value === null ? null : String(value));
  };
  return { ...file, rows: (record) => sortedRows(list(record).map((row) => file.fields.map((field) => write(field, row)))) };
}

const COMPANIES = recordFile({
  name: "companies",
  title: "Companies",
  description: "The companies that are tracked.",
  fields: [
    {
      ...companyField("company", "Slug of the company: its name in every file and address."),
      constraints: { required: true, pattern: "[a-z0-9]+(-[a-z0-9]+)*" },
    },
    stringField("name", "Legal name today.", true),
    stringField("country", "Country of its head office.", true),
    {
      ...stringField("sec_cik", "Number that the SEC gave it, without leading zeros; empty: unknown."),
      constraints: { pattern: "\\d{1,10}" },
    },
    stringField("notes", "What a reader of its figures has to know."),
    {
      ...stringField("fiscal_year_end", "Last day of its fiscal year, month and day; empty: that of the calendar year, or unknown."),
      constraints: { pattern: "(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])" },
    },
  ],
  primaryKey: ["company"],
  list: ({ companies }) => companies.map(({ id, ...company }) => ({ company: id, ...company })),
});

const NAMES = recordFile({
  name: "names",
  title: "Former names",
  description: "Names that companies bore earlier, with the months in which they did.",
  fields: [
    companyField(),
    stringField("name", "Legal name in those months.", true),
    ...SPAN_FIELDS,
    addressField("source_url", "Where it is stated."),
    stringField("note", "Remark."),
  ],
  foreignKeys: [companyKey()],
  list: ({ companies }) => companies.flatMap(({ id, formerNames }) => formerNames.map((name) => ({ company: id, ...name }))),
});

const LISTINGS = recordFile({
  name: "listings",
  title: "Listings",
  description: "Where companies' shares traded, and when.",
  fields: [
    companyField(),
    stringField("exchange", "Exchange: Nasdaq, NYSE, TSX, TSXV, LSE.", true),
    stringField("ticker", "Ticker symbol there.", true),
    ...SPAN_FIELDS,
  ],
  foreignKeys: [companyKey()],
  list: ({ companies }) => companies.flatMap(({ id, listings }) => listings.map((listing) => ({ company: id, ...listing }))),
});

const POLICIES = recordFile({
  name: "policies",
  title: "Stated treasury policies",
  description: "What companies said they do with the bitcoin they mine, with the months for which they said it.",
  fields: [
    companyField(),
    ...SPAN_FIELDS,
    wordField("policy", "The stated policy.", STATED_POLICIES),
    addressField("source_url", "Where it is stated.", true),
  ],
  foreignKeys: [companyKey()],
  list: ({ policies }) => policies,
});

const CONSOLIDATIONS = recordFile({
  name: "consolidations",
  title: "Consolidations",
  description: "In these months the parent's holdings include the child's: never add both.",
  fields: [
    companyField("parent", "The company that consolidates."),
    companyField("child", "The company that is consolidated."),
    ...SPAN_FIELDS,
    stringField("note", "Remark."),
  ],
  foreignKeys: [companyKey("parent"), companyKey("child")],
  list: ({ consolidations }) => consolidations,
});

const PRICES = recordFile({
  name: "btc-usd-monthly",
  title: "Bitcoin price by month",
  description: "Mean and last daily price of bitcoin in a month.",
  fields: [
    monthField("month", "The month, UTC.", true),
    amountField("average_usd", "Mean of the daily prices in US dollars.", true),
    amountField("close_usd", "Last daily price in US dollars.", true),
    {
      name: "days",
      type: "integer",
      description: "Days with a price; fewer than the month has while it is not over.",
      constraints: { required: true, minimum: 1 },
    },
  ],
  primaryKey: ["month"],
  list: ({ prices }) => prices.map(({ average, close, ...price }) => ({ ...price, averageUsd: cents(average), closeUsd: cents(close) })),
});

const PUBLISHED = recordFile({
  name: "published-aggregates",
  title: "Figures that others published",
  description: "Pooled figures as others printed them, to be set beside those computed here.",
  fields: [
    periodField(),
    wordField("metric", "What is measured: percent or BTC, as its name says.", PUBLISHED_METRICS),
    amountField("value", "The figure as printed.", true),
    stringField("panel", "Which companies it covers, as its publisher says."),
    stringField("publisher", "Who printed it.", true),
    addressField("source_url", "Where.", true),
    stringField("note", "Remark."),
  ],
  list: ({ aggregates }) => aggregates.map((aggregate) => ({ ...aggregate, value: aggregate.written })),
});

const EVENTS = recordFile({
  name: "events",
  title: "Events",
  description: "What happened to all miners, for the time axis.",
  fields: [
    dayField("date", "The day, UTC.", true),
    stringField("label", "What happened.", true),
    stringField("kind", "Kind of event: market, network, policy.", true),
    stringField("source", "Where it is stated: an http(s) address or the name of a publication."),
  ],
  list: ({ events }) => events,
});

const DECISIONS = recordFile({
  name: "decisions",
  title: "Decisions",
  description: "Decisions of people about facts, each with its reason.",
  fields: [
    wordField(
      "kind",
      "prefer: of the facts for this key the one written so is chosen. basis: the figure written so counts something else than usual. accept: the figure written so is right although it lies beyond what the program holds possible.",
      DECISION_KINDS,
    ),
    companyField(),
    wordField("metric", "The metric.", METRIC_IDS),
    periodField(),
    stringField("written", "The figure as written in the fact that is meant.", true),
    stringField("basis", "Only for basis: what the figure counts."),
    stringField("note", "Why.", true),
  ],
  foreignKeys: [companyKey()],
  list: ({ decisions }) => decisions,
});

const PUBLISHERS = recordFile({
  name: "publishers",
  title: "Publishers",
  description: "Who publishes at which host.",
  fields: [
    stringField("host", "Host without www., or with the beginning of a path; stands for its subdomains too.", true),
    stringField("name", "As the publisher calls itself; of a mirror, whom it copies. Empty: it goes by its address, or that is not known."),
    wordField(
      "role",
      "company: a company’s own site. regulator: a register of filings. wire: it spreads the releases of companies. publisher: a publication or collection. mirror: a copy of what was first published elsewhere.",
      PUBLISHER_ROLES,
    ),
  ],
  primaryKey: ["host"],
  list: ({ publishers }) => publishers,
});

/** The files that an import reads. */
export const RECORD_FILES: readonly Resource<OpenRecord>[] = [
  COMPANIES,
  NAMES,
  LISTINGS,
  FACTS,
  POLICIES,
  CONSOLIDATIONS,
  PRICES,
  PUBLISHED,
  EVENTS,
  PUBLISHERS,
  DECISIONS,
];
