/** The site map for search engines: the pages, each company, each month, quarter and year of the record. */
import type { MetadataRoute } from "next";
import { type Figures, recordSpan } from "@/domain/figures";
import { periodOfKind, periodRange } from "@/domain/period";
import { SECTIONS } from "@/site/sections";
import { companyAddress, periodAddress } from "@/cards/selection/address";
import { figuresAt, todayUtc } from "@/cards/stateAt";
import { DEFAULT_SELECTION } from "@/cards/selection/selection";
import { fullAddress } from "./site";

// The record grows while the site runs.
export const dynamic = "force-dynamic";

/** Pages beside the sections of the masthead. */
const MORE = ["/coverage", "/conflicts", "/changes", "/feeds"];

export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const figures = await figuresAt({ asOf: null, version: null }, todayUtc());
  return figures ? siteMap(figures) : [];
}

/** Every address, with the day on which the record last changed: any page may show any figure. */
export function siteMap(figures: Figures): MetadataRoute.Sitemap {
  const span = recordSpan(figures);
  const periods = span
    ? (["month", "quarter", "year"] as const).flatMap((kind) => periodRange(periodOfKind(span.from, kind), periodOfKind(span.to, kind)))
    : [];
  const paths = [
    ...SECTIONS.map(({ href }) => href),
    ...MORE,
    ...figures.record.companies.map(({ id }) => companyAddress(id, DEFAULT_SELECTION)),
    ...periods.map((period) => periodAddress(period, DEFAULT_SELECTION)),
  ];
  return paths.map((path) => ({ url: fullAddress(path), lastModified: figures.record.version.changedOn }));
}
