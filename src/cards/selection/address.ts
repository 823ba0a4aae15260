/** All addresses of the site are built here; a page's address carries the whole selection. */
import type { CompanyId } from "@/domain/facts/company";
import type { MetricId } from "@/domain/values/metric";
import { type Period, periodSlug } from "@/domain/values/period";
import type { DrawingOptions } from "./drawing";
import { queryOf, type Selection } from "./selection";

/** A page of the site, "/method#choose" or "/companies/riot?per=quarter", with the selection; the address's own parameters come first. */
export function pageAddress(address: string, selection: Selection): string {
  const { pathname, searchParams, hash } = new URL(address, "http://site");
  return pathname + queryOf(selection, Object.fromEntries(searchParams)) + hash;
}

export const companyAddress = (company: CompanyId, selection: Selection): string => `/companies/${company}${queryOf(selection)}`;

export const periodAddress = (period: Period, selection: Selection): string => `/months/${period}${queryOf(selection)}`;

/** The page that explains one figure: its facts, its arithmetic, other stated values. */
export const figureAddress = (company: CompanyId, period: Period, what: MetricId | "sell_through", selection: Selection): string =>
  `/figures/${company}/${periodSlug(period)}/${what}${queryOf(selection)}`;

/** The table behind a card, as a download. */
export const tableAddress = (id: string, format: "csv" | "json" | "xlsx" | "tsv", selection: Selection): string =>
  `/tables/${id}.${format}${queryOf(selection)}`;

/** The same table as a page. */
export const tablePageAddress = (id: string, selection: Selection): string => `/tables/${id}${queryOf(selection)}`;

/** The same as CSV with semicolons and decimal commas. */
export const semicolonAddress = (id: string, selection: Selection): string =>
  `/tables/${id}.csv${queryOf(selection, { csv: "semicolon" })}`;

/** The page with the folded part of a card's foot: its citation, its chart for another site, other formats and the full data. */
export const takeawayAddress = (id: string, selection: Selection, more: More = {}): string => `/takeaway/${id}${queryOf(selection, more)}`;

type More = Readonly<{ [name: string]: string }>;

/** The code snippets that load a card's table into other tools. */
export const loadAddress = (id: string, selection: Selection): string => `/data${queryOf(selection, { load: id })}#load`;

/** The chart of a card as a picture; `more` sets size and theme. */
export const chartAddress = (id: string, format: "svg" | "png", selection: Selection, more: More = {}): string =>
  `/charts/${id}.${format}${queryOf(selection, more)}`;

/** The chart model of a card on a page, for the script that makes it interactive. */
export const modelAddress = (id: string, selection: Selection, { events, only, price }: DrawingOptions = {}): string =>
  `/charts/${id}.json${queryOf(selection, { ...(price !== undefined && { price }), ...(events !== undefined && { events: "all" }), ...(only !== undefined && { only: String(only) }) })}`;

/** The chart of a card for another site's frame. An address with a version never changes its content. */
export const embedAddress = (id: string, selection: Selection, more: More = {}): string => `/embed/${id}${queryOf(selection, more)}`;

/** Text, pictures and numbers of a period for the press. */
export const pressAddress = (period: Period, selection: Selection): string => `/months/${period}/press${queryOf(selection)}`;

/** The same as one archive. */
export const packAddress = (period: Period, selection: Selection): string => `/months/${period}/press/pack.zip${queryOf(selection)}`;
