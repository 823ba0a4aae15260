/** Every operation of the API: path, parameters, schema and response. Router, OpenAPI document, human page and tests use this list. */
import type { z } from "zod";
import type { Asked } from "@/cards/asked";
import type { Company } from "@/domain/facts/company";
import { findCompany } from "@/domain/facts/companyNames";
import { isPooled } from "@/domain/measures/panel";
import { hrefJson, tableJson, versionJson } from "@/files/tables/json";
import { TableAnswer } from "@/files/tables/jsonSchema";
import { cellListing } from "@/cards/api/apiCells";
import { companiesTable, companyProfile } from "@/cards/api/apiCompanies";
import { conflictListing, factListing } from "@/cards/api/apiFacts";
import { type CellMetric, CELL_METRICS, type Listing } from "@/cards/api/apiListing";
import { chosenCompanies } from "@/cards/selection/scope";
import { historyCard } from "@/cards/companies/companyHistory";
import { minersCard } from "@/cards/months/periodTable";
import { pooledCard } from "@/cards/months/headline";
import { poolAt } from "@/cards/months/pooled";
import { publishedCard, publishedForPeriodCard } from "@/cards/months/published";
import { reportOf } from "@/cards/months/report";
import { plain } from "@/cards/tables/sentence";
import { parseRecordPeriod } from "@/cards/selection/recordYears";
import type { Table } from "@/cards/tables/table";
import { capitalized, periodName } from "@/cards/words/phrases";
import { METRIC_IDS } from "@/domain/values/metric";
import type { Selected } from "../request";
import { HttpError } from "@/files/http/problem";
import { siteAddress } from "../site";
import { CompaniesAnswer, CompanyAnswer, PageAnswer, SummaryAnswer } from "./schemas/answers";
import { type ParameterName, type PathName, type Query } from "./schemas/parameters";

export interface Question extends Selected {
  readonly query: Query;
  readonly path: Readonly<Record<PathName, string>>;
}

/** A whole table, a long list in pages, or a document with a table for its CSV form. */
export type Reply =
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "list"; readonly listing: Listing }
  | { readonly kind: "document"; readonly document: object; readonly table: Table };

export interface Operation {
  readonly id: string;
  /** Below /api/v1, with {company} or {period} as path parameters. */
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly parameters: readonly ParameterName[];
  readonly answer: z.ZodType;
  /** Example paths below /api/v1; each of them works. */
  readonly examples: readonly string[];
  readonly reply: (question: Question) => Reply;
}

const MOMENT = ["asof", "version"] as const;
const PAGED = ["limit", "cursor"] as const;

export const OPERATIONS: readonly Operation[] = [
  {
    id: "listCompanies",
    path: "/companies",
    summary: "Companies",
    description: "The tracked companies: names, listings and stated policies over time, and the months for which they have figures.",
    parameters: ["c", ...MOMENT],
    answer: CompaniesAnswer,
    examples: ["/companies", "/companies.csv", "/companies?c=riot,mara"],
    reply: (asked) => {
      const { figures } = asked;
      const companies = chosenCompanies(asked).map((company) => profile(asked, company));
      return { kind: "document", document: { version: versionJson(figures.record.version), companies }, table: companiesTable(companies) };
    },
  },
  {
    id: "getCompany",
    path: "/companies/{company}",
    summary: "One company",
    description: "The same for one company.",
    parameters: MOMENT,
    answer: CompanyAnswer,
    examples: ["/companies/riot"],
    reply: (question) => {
      const company = profile(question, companyIn(question));
      return {
        kind: "document",
        document: { version: versionJson(question.figures.record.version), company },
        table: companiesTable([company]),
      };
    },
  },
  {
    id: "getCompanySellThrough",
    path: "/companies/{company}/sell-through",
    summary: "Sell-through of one company",
    description: "What it produced and sold, period by period, and its sell-through (sold ÷ produced).",
    parameters: ["per", "from", "to", "basis", "evidence", ...MOMENT],
    answer: TableAnswer,
    examples: ["/companies/riot/sell-through", "/companies/hive/sell-through.csv?per=quarter"],
    reply: (question) => ({
      kind: "table",
      table: historyCard.table({ figures: question.figures, selection: question.selection, company: companyIn(question) }),
    }),
  },
  {
    id: "getSellThrough",
    path: "/sell-through",
    summary: "Pooled sell-through",
    description:
      "Sum of sold over sum of produced of the same companies, period by period, with the coverage and how the sold part is known.",
    parameters: ["c", "panel", "per", "from", "to", "basis", "evidence", ...MOMENT],
    answer: TableAnswer,
    examples: ["/sell-through", "/sell-through?panel=all&per=quarter", "/sell-through.csv?from=2025-01"],
    reply: (asked) => ({ kind: "table", table: pooledCard.table(asked) }),
  },
  {
    id: "getSummary",
    path: "/months/{period}/summary",
    summary: "Summary of a month, quarter or year",
    description:
      "Everything worth telling about a period in sentences made from the figures, with the tables that they rest on. CSV gives the table of companies.",
    parameters: ["c", "panel", "basis", "evidence", ...MOMENT],
    answer: SummaryAnswer,
    examples: ["/months/2025-03/summary", "/months/2025-Q1/summary?panel=all"],
    reply: summaryReply,
  },
  {
    id: "listFacts",
    path: "/facts",
    summary: "Facts",
    description:
      "One figure as one source states it, a row each. Where sources differ, all of them are here, and chosen says which one is shown.",
    parameters: ["c", "metric", "from", "to", ...MOMENT, ...PAGED],
    answer: PageAnswer,
    examples: ["/facts?c=riot&from=2025-03&to=2025-03", "/facts.csv?metric=btc_sold&c=mara"],
    reply: (asked) => ({
      kind: "list",
      listing: factListing(asked, METRIC_IDS.filter(isIn(asked.query.metric))),
    }),
  },
  {
    id: "listCells",
    path: "/cells",
    summary: "Cells",
    description:
      "What is shown for each company, metric and period: the figure with its evidence and sources, or the reason why it is missing. Companies are listed for the periods that their figures reach over.",
    parameters: ["c", "metric", "per", "from", "to", "basis", "evidence", ...MOMENT, ...PAGED],
    answer: PageAnswer,
    examples: ["/cells?c=mara&from=2025-01&to=2025-03", "/cells.csv?metric=sell_through_pct&per=quarter"],
    reply: (asked) => ({
      kind: "list",
      listing: cellListing(asked, CELL_METRICS.filter(isIn(asked.query.metric)) satisfies CellMetric[]),
    }),
  },
  {
    id: "listAggregates",
    path: "/aggregates",
    summary: "Figures that others published",
    description: "Pooled figures as others printed them, beside the same figure computed here, with what is known of the difference.",
    parameters: ["evidence", ...MOMENT],
    answer: TableAnswer,
    examples: ["/aggregates"],
    reply: (asked) => ({ kind: "table", table: publishedCard.table(asked) }),
  },
  {
    id: "listConflicts",
    path: "/conflicts",
    summary: "Conflicts",
    description:
      "Figures for which sources state different numbers: a row for each number stated, the chosen one first, with the rule that decided.",
    parameters: ["c", "from", "to", ...MOMENT, ...PAGED],
    answer: PageAnswer,
    examples: ["/conflicts?c=riot", "/conflicts.csv"],
    reply: (asked) => ({ kind: "list", listing: conflictListing(asked) }),
  },
];

/** An empty list of metrics means all. */
function isIn(metric: string | undefined): (name: string) => boolean {
  const named = metric?.split(",") ?? [];
  return (name) => named.includes(name);
}

function profile(asked: Asked, company: Company) {
  const found = companyProfile(asked, company);
  return { ...found, href: `${siteAddress()}${found.href}` };
}

function companyIn({ figures, path }: Pick<Question, "figures" | "path">) {
  const company = findCompany(figures.record.companies, path.company);
  if (!company) {
    const choices = figures.record.companies.map((known) => known.id).join(", ");
    throw new HttpError({ kind: "not-found", detail: `There is no company "${path.company.slice(0, 80)}". There are ${choices}.` });
  }
  return company;
}

function summaryReply({ figures, selection, path, years }: Question): Reply {
  const period = parseRecordPeriod(path.period, years);
  if (period === undefined) {
    const within = years === undefined ? "" : `, in the years ${years.from} to ${years.to}`;
    throw new HttpError({
      kind: "not-found",
      detail: `"${path.period.slice(0, 80)}" is no period of the record: write 2025-03, 2025-Q1 or 2025${within}.`,
    });
  }
  const site = siteAddress();
  const at = poolAt({ figures, selection }, period);
  const miners = minersCard.table({ figures, selection, period });
  const published = publishedForPeriodCard.table({ figures, selection, period });
  const { version } = figures.record;
  const document = {
    version: versionJson(version),
    period,
    title: capitalized(periodName(period)),
    thin: isPooled(at.ratio) && at.thin,
    statements: reportOf({ figures, selection }, period).map(({ id, sentence, basis }) => ({
      id,
      text: plain(sentence),
      basis,
      parts: sentence.map(({ text, href }) => ({ text, ...hrefJson(href, site) })),
    })),
    tables: [miners, published].filter(({ rows }) => rows.length > 0).map((table) => tableJson(table, version, site)),
  };
  return { kind: "document", document, table: miners };
}

/** Finds the operation and path parameters of a path such as "/companies/riot/sell-through". Throws HttpError that lists all paths. */
export function findOperation(address: string) {
  for (const operation of OPERATIONS) {
    const pattern = operation.path.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
    const found = new RegExp(`^${pattern}$`).exec(address);
    if (found) return { operation, path: { company: "", period: "", ...found.groups } };
  }
  throw new HttpError({
    kind: "not-found",
    detail: `The API has no ${address.slice(0, 80)}. There are ${OPERATIONS.map(({ path }) => path).join(", ")}; /api describes them.`,
  });
}
