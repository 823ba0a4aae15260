/** Downloads of the record: the Data Package (ZIP, datapackage.json) and each file alone, reproducible byte for byte per version. */
import { figuresOf } from "@/domain/figures/figures";
import type { OpenRecord } from "@/domain/facts/record";
import { CSV_TYPE, csvStream } from "@/files/tables/csv";
import { dataPackageZip, PACKAGE_FILE_NAMES, packageFileLines, packageFiles } from "@/files/package/dataPackage";
import { fileName } from "@/files/fileName";
import { JSON_TYPE } from "@/files/tables/json";
import { ZIP_TYPE } from "@/files/tables/zip";
import { DEFAULT_SELECTION, nearest, queryOf } from "@/cards/selection/selection";
import { shortened } from "@/cards/words/phrases";
import { readFileRequest, type Selected } from "@/app/request";
import { type Content, fileRoute } from "@/app/respond";
import { HttpError } from "@/files/http/problem";
import { siteAddress } from "@/app/site";

const ARCHIVE = "sellthrough.zip";
const DESCRIPTOR = "datapackage.json";

export const GET = fileRoute(async (file, request) => {
  const files = [ARCHIVE, DESCRIPTOR, ...PACKAGE_FILE_NAMES];
  if (!files.includes(file)) {
    const detail = `The record has no file "${shortened(file)}"; perhaps ${nearest(file, files).join(", ")}.`;
    throw new HttpError({ kind: "not-found", detail });
  }
  return recordFile(file, await readFileRequest(request, {}));
});

function recordFile(file: string, view: Selected): Content {
  const record = recordAt(view);
  const named = (subject: string, ending: string) => fileName({ subject, versionId: record.version.id, ending });
  switch (file) {
    case ARCHIVE:
      return { type: ZIP_TYPE, fileName: named("record", "zip"), content: () => Buffer.from(dataPackageZip(record, siteAddress())) };
    case DESCRIPTOR:
      return { type: JSON_TYPE, content: () => Buffer.from(descriptorOf(record, view)) };
    default:
      return {
        type: CSV_TYPE,
        fileName: named(file.replace(/\.csv$/, ""), "csv"),
        content: () => csvStream(packageFileLines(record, file, figuresOf(record, record.version.date)) ?? []),
      };
  }
}

/** The record as of an earlier day has no version of its own: its name gives the version and the day. */
function recordAt({ figures: { record }, selection: { asOf } }: Selected): OpenRecord {
  if (asOf === null) return record;
  const { id, date, changedOn } = record.version;
  return { ...record, version: { id: `${id}-as-of-${asOf}`, date: asOf < date ? asOf : date, changedOn } };
}

function descriptorOf(record: OpenRecord, { figures, selection }: Selected): string {
  const moment = queryOf({ ...DEFAULT_SELECTION, asOf: selection.asOf, version: figures.record.version.id });
  const pathOf = (name: string) => `${siteAddress()}/data/${name}${moment}`;
  return String(packageFiles(record, siteAddress(), pathOf).find(({ name }) => name === DESCRIPTOR)?.content);
}
