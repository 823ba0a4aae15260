/** The site map for search engines: the pages, and every page with a card, for each company and period of the record. */
import type { MetadataRoute } from "next";
import { type Figures, recordSpan } from "@/domain/figures/figures";
import { calendarPeriods } from "@/domain/values/period";
import { SECTIONS } from "@/site/sections";
import { cardPages } from "@/cards/registry";
import { figuresAt, todayUtc } from "@/cards/stateAt";
import { fullAddress } from "./site";

// The record grows while the site runs.
export const dynamic = "force-dynamic";

/** Pages without a card that are not sections of the masthead. */
const MORE = ["/feeds"];

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const figures = await figuresAt({ asOf: null, version: null }, todayUtc());
  return figures ? siteMap(figures) : [];
}

/** Every address, with the day of the record's last change: any page may show any figure. */
export function siteMap(figures: Figures): MetadataRoute.Sitemap {
  const span = recordSpan(figures);
  const periods = span ? calendarPeriods(span) : [];
  const paths = new Set([
    ...SECTIONS.map(({ href }) => href),
    ...MORE,
    ...cardPages(
      figures.record.companies.map(({ id }) => id),
      periods,
    ),
  ]);
  return [...paths].map((path) => ({ url: fullAddress(path), lastModified: figures.record.version.changedOn }));
}
