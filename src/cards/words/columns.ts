/** Columns of tables: key, heading, unit, description and cell. Those shared by several cards are here. */
import { type Company, shortName } from "@/domain/facts/company";
import { type Cell, isKnown } from "@/domain/facts/cell";
import type { Figures } from "@/domain/figures/figures";
import type { MetricId } from "@/domain/values/metric";
import { THIN_COMPANIES } from "@/domain/measures/panel";
import type { Period } from "@/domain/values/period";
import { heldBasis } from "@/domain/measures/treasury";
import { sellThrough } from "@/domain/measures/sellThrough";
import type { Asked } from "../asked";
import type { CardColumn } from "../card";
import { companyAddress, periodAddress } from "../selection/address";
import type { Column, TableCell } from "../tables/table";
import { countCell, metricCell, metricField, periodText, ratioCell, SELL_THROUGH_FIELD, textCell } from "./cells";
import { capitalized } from "./phrases";

export const textColumn = (key: string, label: string, description: string): Column => ({
  key,
  label,
  kind: "text",
  unit: "",
  description,
});

/** Units by the suffix of a column's key; a key without one is a count, or each row has its own unit. */
const UNITS = { btc: "BTC", usd: "USD", pct: "%" } as const;

/** A column of figures, with the unit from the key's suffix: "sold_btc", "change_pct". */
const numberColumn = (key: string, label: string, description: string): Column => {
  const end = key.slice(key.lastIndexOf("_") + 1);
  return { key, label, kind: "number", unit: end in UNITS ? UNITS[end as keyof typeof UNITS] : "", description };
};

/** When a pooled figure is thin. */
const THIN_MEANS = `fewer than ${THIN_COMPANIES} companies, or less than half of the production to be expected.`;

/** The note of a thin figure, on its page and in its files. */
export const THIN_NOTE = `Thin: ${THIN_MEANS}`;

/** The names of an entry's fields that hold what a column shows. */
export type FieldOf<Entry, Content> = {
  [Name in Extract<keyof Entry, string>]: Entry[Name] extends Content ? Name : never;
}[Extract<keyof Entry, string>];

/** Builders of a card's columns, for rows that stand for entries of one type; a column may name the field of the entry that it shows. */
export function columnsOf<Entry, A = Asked>() {
  type Maker<Content> = (entry: Entry, asked: A, href?: string) => Content;
  type Write<Content> = (key: string, label: string, description: string, content: Content) => CardColumn<Entry, A>;
  /** Words; plain text is a cell without a link. */
  const text: Write<Maker<TableCell | string> | FieldOf<Entry, string>> = (key, label, description, content) => ({
    ...textColumn(key, label, description),
    cell: (...of) => {
      const words = made(content, of);
      return typeof words === "string" ? textCell(words) : words;
    },
  });
  /** Words that each link to their source. */
  const sourced: Write<Maker<TableCell>> = (key, label, description, cell) => ({
    ...textColumn(key, label, description),
    cell,
    sourced: true,
  });
  /** Figures, in the unit of the key's suffix. */
  const number: Write<Maker<TableCell>> = (key, label, description, cell) => ({ ...numberColumn(key, label, description), cell });
  /** Counts, which are computed from the record. */
  const count: Write<Maker<number> | FieldOf<Entry, number>> = (key, label, description, content) =>
    number(key, label, description, (entry, asked) => countCell(made(content, [entry, asked])));
  /** The same, each with its row's link. */
  const linkedCount: Write<Maker<number> | FieldOf<Entry, number>> = (key, label, description, content) =>
    number(key, label, description, (entry, asked, href) => countCell(made(content, [entry, asked]), href));
  /** The mark of thin figures; `meaning` where it differs from that of pooled ones. */
  const thin = (isThin: (entry: Entry) => boolean, meaning = capitalized(THIN_MEANS)) =>
    text("thin", "Thin", meaning, (entry) => (isThin(entry) ? "thin" : ""));
  function made<Content>(content: Maker<Content> | keyof Entry, of: Parameters<Maker<Content>>): Content {
    return typeof content === "function" ? content(...of) : (of[0][content] as Content);
  }
  return { text, sourced, number, count, linkedCount, thin };
}

/** The company of a row, by its short name. */
export const companyColumn: CardColumn<{ readonly company: Company }> = {
  ...textColumn("company", "Company", "The company’s short name."),
  cell: ({ company }, { selection }) => textCell(shortName(company), companyAddress(company.id, selection)),
};

/** A period of a row, linked to its report. */
export const linkedPeriod = <Entry>(
  of: (entry: Entry) => Period,
  description = "Calendar month, quarter or year (UTC).",
  label = "Period",
  key = "period",
): CardColumn<Entry> => ({
  ...textColumn(key, label, description),
  cell: (entry, { selection }) => periodCell(of(entry), selection),
});

export const periodColumn = (label?: string, description?: string): CardColumn<{ readonly period: Period }> =>
  linkedPeriod(({ period }) => period, description, label);

export const monthColumn = linkedPeriod(({ month }: { readonly month: Period }) => month, "Calendar month (UTC).", "Month");

/** The row of a company, of a period and of a month, each linked to its page. */
export const companyRow = ({ company }: { readonly company: Company }, { selection }: Asked) => ({
  key: company.id,
  href: companyAddress(company.id, selection),
});
export const periodRow = ({ period }: { readonly period: Period }, { selection }: Asked) => ({
  key: period,
  href: periodAddress(period, selection),
});
export const monthRow = ({ month }: { readonly month: Period }, asked: Asked) => periodRow({ period: month }, asked);

export const periodCell = (period: Period, selection: Asked["selection"]): TableCell =>
  periodText(period, periodAddress(period, selection));

export interface CompanyPeriod {
  readonly company: Company;
  readonly period: Period;
}

export const metricColumn = (metric: MetricId): CardColumn<CompanyPeriod> => ({
  ...metricField(metric),
  cell: ({ company, period }, { figures, selection }) => {
    const cell = figures.cell(company.id, metric, period, selection.evidence);
    return metricCell(cell, metric, { company: company.id, period, selection }, metric === "btc_held" ? basisOf(figures, cell) : "");
  },
});

/** The basis of holdings where it is not the usual one; "" is the usual, or nothing is known. */
export const basisOf = (figures: Figures, held: Cell): string => (isKnown(held) ? heldBasis(figures, held) : "");

export const sellThroughColumn: CardColumn<CompanyPeriod> = {
  ...SELL_THROUGH_FIELD,
  cell: ({ company, period }, { figures, selection }) =>
    ratioCell(sellThrough(figures, company.id, period, selection.basis, selection.evidence), { company: company.id, period, selection }),
};
