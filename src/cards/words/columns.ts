/** Columns of tables: key, heading, unit, description and cell. Those that several cards share stand here. */
import { type Company, shortName } from "@/domain/company";
import type { MetricId } from "@/domain/metric";
import { THIN_COMPANIES } from "@/domain/panel";
import type { Period } from "@/domain/period";
import { sellThrough } from "@/domain/sellThrough";
import type { Asked } from "../asked";
import type { CardColumn } from "../card";
import { companyAddress, periodAddress } from "../selection/address";
import type { Column, TableCell } from "../table";
import { countCell, metricCell, metricField, ratioCell, SELL_THROUGH_FIELD, textCell } from "./cells";
import { capitalized, shortPeriodName } from "./phrases";

/** A column of words. */
export const textColumn = (key: string, label: string, description: string): Column => ({
  key,
  label,
  kind: "text",
  unit: "",
  description,
});

/** The units that the name of a column may end in; a name without one is of a count, or each row has its own unit. */
const UNITS = { btc: "BTC", usd: "USD", pct: "%" } as const;

/** A column of figures. Its unit is the end of its key: "sold_btc", "change_pct". */
const numberColumn = (key: string, label: string, description: string): Column => {
  const end = key.slice(key.lastIndexOf("_") + 1);
  return { key, label, kind: "number", unit: end in UNITS ? UNITS[end as keyof typeof UNITS] : "", description };
};

/** When little stands behind a pooled figure. */
const THIN_MEANS = `fewer than ${THIN_COMPANIES} companies, or less than half of the production to be expected.`;

/** The note of a figure that is thin, on its page and in its files. */
export const THIN_NOTE = `Thin: ${THIN_MEANS}`;

/** The ways to write down a column of a card whose rows stand for entries of one type. */
export function columnsOf<Entry, A = Asked>() {
  type Write<Content> = (
    key: string,
    label: string,
    description: string,
    content: (entry: Entry, asked: A, href?: string) => Content,
  ) => CardColumn<Entry, A>;
  /** Words; plain text is a cell without a link. */
  const text: Write<TableCell | string> = (key, label, description, content) => ({
    ...textColumn(key, label, description),
    cell: (...of) => {
      const words = content(...of);
      return typeof words === "string" ? textCell(words) : words;
    },
  });
  /** Words that each lead to the source that says so. */
  const sourced: Write<TableCell> = (...definition) => ({ ...text(...definition), sourced: true });
  /** Figures, in the unit that the key ends in. */
  const number: Write<TableCell> = (key, label, description, cell) => ({ ...numberColumn(key, label, description), cell });
  /** Counts, which are computed from the record. */
  const count: Write<number> = (key, label, description, countOf) =>
    number(key, label, description, (entry, asked) => countCell(countOf(entry, asked)));
  /** The same, each leading where its row leads. */
  const linkedCount: Write<number> = (key, label, description, countOf) =>
    number(key, label, description, (entry, asked, href) => countCell(countOf(entry, asked), href));
  /** The mark of thin figures; `meaning` where that is not what it is of pooled ones. */
  const thin = (isThin: (entry: Entry) => boolean, meaning = capitalized(THIN_MEANS)) =>
    text("thin", "Thin", meaning, (entry) => (isThin(entry) ? "thin" : ""));
  return { text, sourced, number, count, linkedCount, thin };
}

/** The company that a row is about, by its short name. */
export const companyColumn: CardColumn<{ readonly company: Company }> = {
  ...textColumn("company", "Company", "The company's short name."),
  cell: ({ company }, { selection }) => textCell(shortName(company), companyAddress(company.id, selection)),
};

/** The period that a row is about, linked to its report. */
export const periodColumn = (
  label = "Period",
  description = "Calendar month, quarter or year (UTC).",
): CardColumn<{ readonly period: Period }> => ({
  ...textColumn("period", label, description),
  cell: ({ period }, { selection }) => periodCell(period, selection),
});

/** The same for rows of one month each. */
export const monthColumn: CardColumn<{ readonly month: Period }> = {
  ...textColumn("period", "Month", "Calendar month (UTC)."),
  cell: ({ month }, { selection }) => periodCell(month, selection),
};

/** The row of a company, of a period and of a month, which leads to the page of each. */
export const companyRow = ({ company }: { readonly company: Company }, { selection }: Asked) => ({
  key: company.id,
  href: companyAddress(company.id, selection),
});
export const periodRow = ({ period }: { readonly period: Period }, { selection }: Asked) => ({
  key: period,
  href: periodAddress(period, selection),
});
export const monthRow = ({ month }: { readonly month: Period }, asked: Asked) => periodRow({ period: month }, asked);

export const periodCell = (period: Period, selection: Asked["selection"]): TableCell => ({
  kind: "text",
  text: shortPeriodName(period),
  href: periodAddress(period, selection),
  order: period,
});

export interface CompanyPeriod {
  readonly company: Company;
  readonly period: Period;
}

/** What is known of a metric of one company in one period. */
export const metricColumn = (metric: MetricId): CardColumn<CompanyPeriod> => ({
  ...metricField(metric),
  cell: ({ company, period }, { figures, selection }) =>
    metricCell(figures.cell(company.id, metric, period, selection.evidence), metric, { company: company.id, period, selection }),
});

/** What one company sold as a share of what it produced. */
export const sellThroughColumn: CardColumn<CompanyPeriod> = {
  ...SELL_THROUGH_FIELD,
  cell: ({ company, period }, { figures, selection }) =>
    ratioCell(sellThrough(figures, company.id, period, selection.basis, selection.evidence), { company: company.id, period, selection }),
};
