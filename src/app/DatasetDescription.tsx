/** Describes the record, or one table, for dataset search engines (schema.org Dataset as JSON-LD). */
import { type Figures, recordSpan } from "@/domain/figures/figures";
import type { OpenRecord } from "@/domain/facts/record";
import { datasetJsonLd, inlineJson, tableJsonLd } from "@/files/sharing/dataset";
import { PACKAGE_FILE_NAMES } from "@/files/package/dataPackage";
import { XLSX_TYPE } from "@/files/tables/xlsx";
import type { Place } from "@/site/links";
import type { Table } from "@/cards/tables/table";
import { fullAddress, siteAddress } from "./site";

export function DatasetDescription({ figures }: { readonly figures: Figures }) {
  const described = describedDataset(figures);
  return described && <JsonLd data={described} />;
}

interface TableDescriptionProps {
  readonly table: Table;
  readonly version: OpenRecord["version"];
  /** Full address of the table on its page. */
  readonly address: string;
  readonly files: readonly Place[];
}

export function TableDescription({ table, version, address, files }: TableDescriptionProps) {
  const downloads = files.map(({ label, href }) => ({ name: label, address: fullAddress(href), type: MEDIA_TYPE[label] ?? "" }));
  const description = "A table of the open record of what listed bitcoin miners produce, sell and hold, with the source of every figure.";
  return <JsonLd data={tableJsonLd({ site: siteAddress(), address, name: table.title, description, version, downloads }, table)} />;
}

/** Media types without parameters, by the link's label. */
const MEDIA_TYPE: Readonly<Record<string, string>> = { CSV: "text/csv", JSON: "application/json", XLSX: XLSX_TYPE };

const JsonLd = ({ data }: { readonly data: object }) => (
  <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: inlineJson(data) }} />
);

/** Undefined for a record without figures, which has nothing to describe. */
export function describedDataset(figures: Figures): object | undefined {
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
      "address and date of its source, the policies that companies state, and the sell-through (sold ÷ produced) that follows.",
    version,
    span,
    downloads: [
      { address: `${site}/data/sellthrough.zip`, type: "application/zip", name: "The whole record as a data package" },
      { address: `${site}/data/datapackage.json`, type: "application/json", name: "Description of the data package" },
      ...PACKAGE_FILE_NAMES.map((name) => ({ address: `${site}/data/${name}`, type: "text/csv", name })),
    ],
  });
}
