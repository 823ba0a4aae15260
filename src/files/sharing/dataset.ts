/** Describes the record for search engines: schema.org Dataset as JSON-LD, as an object and as text that is safe in a script element. */
import { METRIC_IDS, METRICS } from "@/domain/values/metric";
import type { Period } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import type { Table } from "@/cards/tables/table";
import { LICENCE, PUBLISHER } from "../publisher";

interface Download {
  readonly address: string;
  /** Media type without parameters: "text/csv". */
  readonly type: string;
  readonly name: string;
}

interface DatasetPage {
  readonly site: string;
  /** Full address of the page. */
  readonly address: string;
  readonly name: string;
  /** 50 to 5,000 characters: search engines show nothing shorter. */
  readonly description: string;
  readonly version: OpenRecord["version"];
  /** First and last month of the figures. */
  readonly span: { readonly from: Period; readonly to: Period };
  readonly downloads: readonly Download[];
}

export const datasetJsonLd = (page: DatasetPage): object => ({
  ...described(page),
  identifier: `${page.site}/data?version=${page.version.id}`,
  temporalCoverage: `${page.span.from}/${page.span.to}`,
  inLanguage: "en",
  keywords: ["bitcoin", "bitcoin miners", "sell-through", "bitcoin treasury", "mining production"],
  publisher: { "@type": "Organization", name: PUBLISHER, url: page.site },
  measurementTechnique: `${page.site}/method`,
  variableMeasured: [
    ...METRIC_IDS.map((id) => measured(id, METRICS[id].definition, METRICS[id].unit)),
    measured("sell_through_pct", "Sold ÷ produced, over the same period.", "%"),
  ],
});

/** One table of a page, as a part of the record's dataset. */
export const tableJsonLd = (page: Omit<DatasetPage, "span">, { columns, sentence = "" }: Table): object => ({
  ...described({ ...page, description: `${sentence} ${page.description}`.trim() }),
  isPartOf: { "@type": "Dataset", "@id": `${page.site}/data`, name: PUBLISHER },
  variableMeasured: columns
    .filter(({ kind }) => kind === "number")
    // The page and the data package describe the columns.
    .map(({ key, unit }) => ({
      "@type": "PropertyValue",
      ...(unit === "" ? { name: key } : { name: `${key} (${unit})`, unitText: unit }),
    })),
});

const described = ({ address, name, description, version, site, downloads }: Omit<DatasetPage, "span">): object => ({
  "@context": "https://schema.org",
  "@type": "Dataset",
  "@id": address,
  name,
  description,
  url: address,
  version: version.id,
  dateModified: version.changedOn,
  license: LICENCE.address,
  isAccessibleForFree: true,
  creator: { "@type": "Organization", name: PUBLISHER, url: site },
  distribution: downloads.map((file) => ({
    "@type": "DataDownload",
    name: file.name,
    contentUrl: file.address,
    encodingFormat: file.type,
  })),
});

const measured = (name: string, description: string, unitText: string): object => ({
  "@type": "PropertyValue",
  name,
  description,
  unitText,
});

/** JSON for a script element: nothing in it can end the element, or be parsed as markup or as a JavaScript line terminator. */
export const inlineJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);
