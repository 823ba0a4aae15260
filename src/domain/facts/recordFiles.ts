/** The record's files: their columns in order, with format and meaning. Used to read, write and document them, and for forms. */
import { SOURCE_KINDS } from "./fact";
import { METRIC_IDS } from "../values/metric";
import { PUBLISHER_ROLES } from "./publisher";
import { DECISION_KINDS, PUBLISHED_METRICS, STATED_POLICIES } from "./record";

type Words = "slug" | "newSlug" | "text" | "someText" | "host" | "cikOrNone" | "address" | "addressOrNone" | "addressOrWords";
type Times = "month" | "monthOrNone" | "period" | "day" | "dayOrNone" | "yearEndOrNone";
type Numbers = "price" | "days" | "printed" | "value";

/** The format of a column. Kinds that end in OrNone may be empty, as may text; a slug names a company of companies.csv. */
export type ColumnKind = Words | Times | Numbers;

/** A column with a list of words accepts only these. */
export type RecordColumn =
  | readonly [kind: ColumnKind, description: string]
  | readonly [kind: "word", description: string, words: readonly string[]];

export interface RecordFile {
  readonly title: string;
  /** What a row is. */
  readonly description: string;
  readonly columns: Readonly<Record<string, RecordColumn>>;
  /** The column that identifies a row. */
  readonly key?: string;
}

/** The metric under which facts.csv holds a source's statements about a treasury in words. */
export const POLICY_STATEMENT = "treasury_policy";

const COMPANY = ["slug", "The company, by its slug in companies.csv."] as const;
const PERIOD = [
  "period",
  "Calendar month 2025-03, quarter 2025-Q1, year 2025 or span of other whole months 2026-01/2026-06, UTC.",
] as const;
const REMARK = ["text", "Remark."] as const;
const SPAN = {
  from: ["monthOrNone", "First month; empty: before the record begins."],
  to: ["monthOrNone", "Last month; empty: still."],
} as const;

/** By the name of the file without .csv. */
export const RECORD_FILES = {
  companies: {
    title: "Companies",
    description: "The companies that are tracked.",
    columns: {
      company: ["newSlug", "Slug of the company: its name in every file and address."],
      name: ["someText", "Legal name today."],
      country: ["someText", "Country of its head office."],
      sec_cik: [
        "cikOrNone",
        "Number that the SEC gave it, without leading zeros, and behind it with a space between those of companies that it goes on with; empty: unknown.",
      ],
      notes: ["text", "What a reader of its figures has to know."],
      fiscal_year_end: ["yearEndOrNone", "Last day of its fiscal year, month and day; empty: that of the calendar year, or unknown."],
    },
    key: "company",
  },
  names: {
    title: "Names by date",
    description: "Names that companies bear in some months and not in others: earlier ones, or a later one than that in companies.csv.",
    columns: {
      company: COMPANY,
      name: ["someText", "Legal name in those months."],
      ...SPAN,
      source_url: ["addressOrNone", "Where it is stated."],
      note: REMARK,
    },
  },
  listings: {
    title: "Listings",
    description: "Where companies’ shares traded, and when.",
    columns: {
      company: COMPANY,
      exchange: ["someText", "Exchange: Nasdaq, NYSE, TSX, TSXV, LSE."],
      ticker: ["someText", "Ticker symbol there."],
      ...SPAN,
    },
  },
  facts: {
    title: "Facts",
    description: `One figure as one source states it, a line each. Several sources may state the same figure differently; nothing is left out. Spans that are no month, quarter or year are among them. Lines with the metric ${POLICY_STATEMENT} carry words in the note and no value.`,
    columns: {
      company: COMPANY,
      period: PERIOD,
      metric: ["word", "What is measured; the unit is in its name (deployed_ehs and avg_ehs: EH/s).", [...METRIC_IDS, POLICY_STATEMENT]],
      value: ["value", "The figure exactly as stated, in the metric’s unit."],
      source_kind: [
        "word",
        "Kind of source; company releases are preferred to filings, filings to news reports, and these to aggregators (second-hand summaries).",
        SOURCE_KINDS,
      ],
      published_on: ["dayOrNone", "Day on which the source was published; empty: the source does not say."],
      source_url: ["address", "Web address of the source."],
      note: ["text", "Remark of whoever entered the figure."],
    },
  },
  policies: {
    title: "Stated treasury policies",
    description: "What companies said they do with the bitcoin they mine, with the months for which they said it.",
    columns: {
      company: COMPANY,
      ...SPAN,
      policy: ["word", "The stated policy.", STATED_POLICIES],
      source_url: ["address", "Where it is stated."],
    },
  },
  consolidations: {
    title: "Consolidations",
    description: "In these months the parent’s holdings include the child’s: never add both.",
    columns: {
      parent: ["slug", "The company that consolidates."],
      child: ["slug", "The company that is consolidated."],
      ...SPAN,
      note: REMARK,
    },
  },
  "btc-usd-monthly": {
    title: "Bitcoin price by month",
    description: "Mean and last daily price of bitcoin in a month.",
    columns: {
      month: ["month", "The month, UTC."],
      average_usd: ["price", "Mean of the daily prices in US dollars."],
      close_usd: ["price", "Last daily price in US dollars."],
      days: ["days", "Days with a price; fewer than the month has while it is not over."],
    },
    key: "month",
  },
  "published-aggregates": {
    title: "Figures that others published",
    description: "Pooled figures as others printed them, to be set beside those computed here.",
    columns: {
      period: PERIOD,
      metric: ["word", "What is measured: percent or BTC, as its name says.", PUBLISHED_METRICS],
      value: ["printed", "The figure as printed."],
      panel: ["text", "Which companies it covers, as its publisher says."],
      publisher: ["someText", "Who printed it."],
      source_url: ["address", "Where."],
      note: REMARK,
    },
  },
  events: {
    title: "Events",
    description: "What happened to all miners, for the time axis.",
    columns: {
      date: ["day", "The day, UTC."],
      label: ["someText", "What happened."],
      kind: ["someText", "Kind of event: market, network, policy."],
      source: ["addressOrWords", "Where it is stated: an http(s) address or the name of a publication."],
    },
  },
  publishers: {
    title: "Publishers",
    description: "Who publishes at which host.",
    columns: {
      host: ["host", "Host without www., or with the beginning of a path; stands for its subdomains too."],
      name: ["text", "As the publisher calls itself; of a mirror, whom it copies. Empty: it goes by its address, or that is not known."],
      role: [
        "word",
        "company: a company’s own site. regulator: a register of filings. wire: it spreads the releases of companies. publisher: a publication or collection. mirror: a copy of what was first published elsewhere.",
        PUBLISHER_ROLES,
      ],
    },
    key: "host",
  },
  decisions: {
    title: "Decisions",
    description: "Decisions of people about facts, each with its reason.",
    columns: {
      kind: [
        "word",
        "prefer: of the facts for this key the one written so is chosen. basis: the figure written so counts something else than usual. accept: the figure written so is right although it lies beyond what the program holds possible.",
        DECISION_KINDS,
      ],
      company: COMPANY,
      metric: ["word", "The metric.", METRIC_IDS],
      period: PERIOD,
      written: ["someText", "The figure as written in the fact that is meant."],
      basis: ["text", "Only for basis: what the figure counts."],
      note: ["someText", "Why."],
    },
  },
} as const satisfies Readonly<Record<string, RecordFile>>;
