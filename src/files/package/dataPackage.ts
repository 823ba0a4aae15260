/** The whole record as a Data Package 2.0 (https://datapackage.org), as of the version's day: byte for byte reproducible. */
import { compareText } from "@/domain/shared/group";
import { createHash } from "node:crypto";
import { publisherFinder, siteName } from "@/domain/facts/publisher";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import type { OpenRecord } from "@/domain/facts/record";
import { COMPUTED_FILES } from "./computedFiles";
import { RECORD_FILES } from "./recordFiles";
import { type Resource, resourceLines } from "./resource";
import { LICENCE, PUBLISHER } from "../publisher";
import { toZip, type ZipFile } from "../tables/zip";

const PACKAGE_PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json";

export const PACKAGE_FILE_NAMES: readonly string[] = [...RECORD_FILES, ...COMPUTED_FILES].map(({ name }) => `${name}.csv`);

/** One CSV file of the package in blocks; undefined for an unknown name. `figures`: as of the version's day, if already computed. */
export function packageFileLines(record: OpenRecord, file: string, figures?: Figures): Generator<string> | undefined {
  const own = RECORD_FILES.find(({ name }) => `${name}.csv` === file);
  if (own) return resourceLines(own, record);
  const computed = COMPUTED_FILES.find(({ name }) => `${name}.csv` === file);
  return computed && resourceLines(computed, figures ?? figuresOf(record, record.version.date));
}

/** All files, datapackage.json first. `site` is "https://example.org"; `pathOf` gives a file's path when the description is separate. */
export function packageFiles(record: OpenRecord, site: string, pathOf = (name: string) => name): ZipFile[] {
  const figures = figuresOf(record, record.version.date);
  const files = PACKAGE_FILE_NAMES.map((name) => ({ name, content: encoded(packageFileLines(record, name, figures) ?? []) }));
  return [{ name: "datapackage.json", content: `${JSON.stringify(descriptor(record, site, files, pathOf), null, 2)}\n` }, ...files];
}

export const dataPackageZip = (record: OpenRecord, site: string): Uint8Array => toZip(packageFiles(record, site), record.version.date);

const encoded = (lines: Iterable<string>): Uint8Array => new TextEncoder().encode([...lines].join(""));

type File = { readonly name: string; readonly content: Uint8Array };

export type DataPackageDescriptor = ReturnType<typeof descriptor>;

/** Content of datapackage.json. `version` is the data version: equal content has the same one on every machine. */
const descriptor = (record: OpenRecord, site: string, files: readonly File[], pathOf: (name: string) => string) => ({
  $schema: PACKAGE_PROFILE,
  name: "sellthrough",
  title: "Sellthrough: what listed bitcoin miners do with the bitcoin they mine",
  description:
    "Monthly bitcoin production, sales and holdings of listed miners, one figure per source with its address, and the sell-through " +
    "(sold ÷ produced) that follows from them. Text that a spreadsheet would run as a formula has an apostrophe before it.",
  homepage: site,
  version: record.version.id,
  created: `${record.version.date}T00:00:00Z`,
  keywords: ["bitcoin", "mining", "sell-through", "treasury"],
  licenses: [{ name: LICENCE.id, path: LICENCE.address, title: LICENCE.title }],
  contributors: [{ title: PUBLISHER, path: site, roles: ["publisher"] }],
  sources: sourcesOf(record),
  resources: [...RECORD_FILES, ...COMPUTED_FILES].map((resource) => resourceDescriptor(resource, files, pathOf)),
});

/** Every source site, once; facts.csv has the address of each figure's document. */
function sourcesOf(record: OpenRecord) {
  const origins = new Set([...record.facts, ...record.statements].map(({ source }) => new URL(source.address).origin));
  const publisherOf = publisherFinder(record.publishers);
  return [...origins].sort(compareText).map((origin) => ({ title: siteName(publisherOf, origin), path: `${origin}/` }));
}

function resourceDescriptor(
  { name, title, description, fields, primaryKey, foreignKeys }: Omit<Resource<never>, "rows">,
  files: readonly File[],
  pathOf: (name: string) => string,
) {
  const own = `${name}.csv`;
  const content = files.find((file) => file.name === own)?.content ?? new Uint8Array();
  return {
    name,
    type: "table",
    title,
    description,
    path: pathOf(own),
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    bytes: content.byteLength,
    hash: `sha256:${createHash("sha256").update(content).digest("hex")}`,
    dialect: { delimiter: ",", lineTerminator: "\r\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: { fields, missingValues: [""], ...(primaryKey && { primaryKey }), ...(foreignKeys && { foreignKeys }) },
  };
}
