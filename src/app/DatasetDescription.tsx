/**
 * The record described for search engines that list datasets (schema.org Dataset as JSON-LD): to be put on the page about the data. It is
 * not seen and not run. Figures → a script element that holds data.
 */
import { type Figures, recordSpan } from "@/domain/figures";
import { datasetJsonLd, inlineJson } from "@/export/dataset";
import { PACKAGE_FILE_NAMES } from "@/export/dataPackage";
import { siteAddress } from "./respond";

export function DatasetDescription({ figures, citation }: { readonly figures: Figures; readonly citation?: string }) {
  const described = describedDataset(figures, citation);
  return described && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inlineJson(described) }} />;
}

/** Undefined for a record without figures: there would be nothing to describe. */
export function describedDataset(figures: Figures, citation?: string): object | undefined {
  const span = recordSpan(figures);
  if (!span) return undefined;
  const site = siteAddress();
  const { version, companies, facts } = figures.record;
  return datasetJsonLd({
    site,
    address: `${site}/data`,
    name: "Sellthrough: bitcoin that listed miners produce, sell and hold",
    description:
      `Monthly bitcoin production, sales and holdings of ${companies.length} listed bitcoin miners: ${facts.length} figures, each with the ` +
      "address and date of its source, the policies that companies state, and the sell-through (sold as a share of produced) that follows.",
    version,
    span,
    downloads: [
      { address: `${site}/data/sellthrough.zip`, type: "application/zip", name: "The whole record as a data package" },
      { address: `${site}/data/datapackage.json`, type: "application/json", name: "Description of the data package" },
      ...PACKAGE_FILE_NAMES.map((name) => ({ address: `${site}/data/${name}`, type: "text/csv", name })),
    ],
    ...(citation !== undefined && { citation }),
  });
}
