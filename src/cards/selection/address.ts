/** Addresses of the site, written in one place; a page's address carries the whole selection. */
import type { CompanyId } from "@/domain/company";
import type { MetricId } from "@/domain/metric";
import { type Period, periodSlug } from "@/domain/period";
import type { DrawingOptions } from "../charts/cellFigure";
import { queryOf, type Selection } from "./selection";

/** A page of the site, "/method#choose" or "/companies/riot?per=quarter", with the selection; what the address says itself goes first. */
export function pageAddress(address: string, selection: Selection): string {
  const { pathname, searchParams, hash } = new URL(address, "http://site");
  return pathname + queryOf(selection, Object.fromEntries(searchParams)) + hash;
}

export const companyAddress = (company: CompanyId, selection: Selection): string => `/companies/${company}${queryOf(selection)}`;

export const periodAddress = (period: Period, selection: Selection): string => `/months/${period}${queryOf(selection)}`;

/** Where one figure is explained: its facts, its arithmetic, what else was stated. */
export const figureAddress = (company: CompanyId, period: Period, what: MetricId | "sell_through", selection: Selection): string =>
  `/figures/${company}/${periodSlug(period)}/${what}${queryOf(selection)}`;

/** The table behind a card, to take away. */
export const tableAddress = (id: string, format: "csv" | "json" | "xlsx" | "tsv", selection: Selection): string =>
  `/tables/${id}.${format}${queryOf(selection)}`;

/** The same table as a page. */
export const tablePageAddress = (id: string, selection: Selection): string => `/tables/${id}${queryOf(selection)}`;

/** The same as CSV with semicolons and decimal commas. */
export const semicolonAddress = (id: string, selection: Selection): string =>
  `/tables/${id}.csv${queryOf(selection, { csv: "semicolon" })}`;

/** The page with what a card's foot leaves folded: its full data, its citation, its chart for another site. */
export const takeawayAddress = (id: string, selection: Selection, more: More = {}): string => `/takeaway/${id}${queryOf(selection, more)}`;

type More = Readonly<{ [name: string]: string }>;

/** Where the lines stand by which other tools read a card's table. */
export const loadAddress = (id: string, selection: Selection): string => `/data${queryOf(selection, { load: id })}#load`;

/** The chart of a card as a picture; `more` chooses size and theme. */
export const chartAddress = (id: string, format: "svg" | "png", selection: Selection, more: More = {}): string =>
  `/charts/${id}.${format}${queryOf(selection, more)}`;

/** What the chart of a card on a page is drawn from, for the script that brings it to life. */
export const modelAddress = (id: string, selection: Selection, { events, only, price }: DrawingOptions = {}): string =>
  `/charts/${id}.json${queryOf(selection, { ...(price !== undefined && { price }), ...(events !== undefined && { events: "all" }), ...(only !== undefined && { only: String(only) }) })}`;

/** The chart of a card for the frame of another site. A selection with a version stays as it is for ever. */
export const embedAddress = (id: string, selection: Selection, more: More = {}): string => `/embed/${id}${queryOf(selection, more)}`;

/** Text, pictures and numbers of a period for the press. */
export const pressAddress = (period: Period, selection: Selection): string => `/months/${period}/press${queryOf(selection)}`;

/** The same as one archive. */
export const packAddress = (period: Period, selection: Selection): string => `/months/${period}/press/pack.zip${queryOf(selection)}`;
