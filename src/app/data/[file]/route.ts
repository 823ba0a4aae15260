/**
 * The whole record to take away: /data/sellthrough.zip (a Data Package 2.0), /data/datapackage.json, and each of its files alone, such as
 * /data/facts.csv. With ?version= or ?asof= the same files as they were then, byte for byte: nothing in them depends on the day of the
 * download. A description that is taken alone names the files of its own version, so that it holds when the record has moved on.
 * Single files are streamed.
 */
import { type Figures, figuresOf } from "@/domain/figures";
import type { OpenRecord } from "@/domain/record";
import { CSV_TYPE, csvStream } from "@/files/csv";
import { dataPackageZip, PACKAGE_FILE_NAMES, packageFileLines, packageFiles } from "@/files/dataPackage";
import { fileName } from "@/files/fileName";
import { JSON_TYPE } from "@/files/json";
import { ZIP_TYPE } from "@/files/zip";
import { DEFAULT_SELECTION, nearest, queryOf } from "@/cards/selection/selection";
import { asked, type Asked, MOMENT_PARAMETERS } from "@/app/asked";
import { type Answer, answer, Refused } from "@/app/respond";
import { siteAddress } from "@/app/site";

interface Context {
  readonly params: Promise<{ readonly file: string }>;
}

const ARCHIVE = "sellthrough.zip";
const DESCRIPTOR = "datapackage.json";

export function GET(request: Request, { params }: Context): Promise<Response> {
  return answer(
    request,
    async () => {
      const { file } = await params;
      const files = [ARCHIVE, DESCRIPTOR, ...PACKAGE_FILE_NAMES];
      if (!files.includes(file)) {
        const shown = file.length > 80 ? `${file.slice(0, 80)}…` : file;
        throw new Refused({ kind: "not-found", detail: `The record has no file "${shown}"; perhaps ${nearest(file, files).join(", ")}.` });
      }
      return recordFile(file, await asked(request, MOMENT_PARAMETERS));
    },
    // Notebooks in a browser load it from anywhere.
    { "Access-Control-Allow-Origin": "*" },
  );
}

function recordFile(file: string, view: Asked): Answer {
  const record = recordAt(view);
  // Without the day: these files do not change with it.
  const made = { madeFrom: [record.version.id, String(view.state.seq), file], changedAt: view.state.at };
  const named = (subject: string, ending: string) => fileName({ subject, versionId: record.version.id, ending });
  switch (file) {
    case ARCHIVE:
      return { ...made, type: ZIP_TYPE, fileName: named("record", "zip"), content: () => Buffer.from(archiveOf(record, view)) };
    case DESCRIPTOR:
      return { ...made, type: JSON_TYPE, content: () => Buffer.from(descriptorOf(record, view)) };
    default:
      return {
        ...made,
        type: CSV_TYPE,
        fileName: named(file.replace(/\.csv$/, ""), "csv"),
        content: () => csvStream(packageFileLines(record, file, computedFor(record, view).figures) ?? []),
      };
  }
}

/** What was known by an earlier day is no version of its own: its name says of which version it is a part, and by which day. */
function recordAt({ figures: { record }, selection: { asOf } }: Asked): OpenRecord {
  if (asOf === null) return record;
  const { id, date, changedOn } = record.version;
  return { ...record, version: { id: `${id}-as-of-${asOf}`, date: asOf < date ? asOf : date, changedOn } };
}

/** States of the record whose computed parts are kept; each costs a second or so to make. */
const KEPT_STATES = 2;

interface Computed {
  readonly figures: Figures;
  archive?: Uint8Array;
  descriptor?: string;
}

const computed = new Map<string, Computed>();

function computedFor(record: OpenRecord, { state }: Asked): Computed {
  const key = `${state.seq} ${record.version.id}`;
  const known = computed.get(key);
  if (known) return known;
  const made: Computed = { figures: figuresOf(record, record.version.date) };
  const oldest = computed.keys().next().value;
  if (computed.size >= KEPT_STATES && oldest !== undefined) computed.delete(oldest);
  computed.set(key, made);
  return made;
}

function archiveOf(record: OpenRecord, view: Asked): Uint8Array {
  return (computedFor(record, view).archive ??= dataPackageZip(record, siteAddress()));
}

function descriptorOf(record: OpenRecord, view: Asked): string {
  const { figures, selection } = view;
  const moment = queryOf({ ...DEFAULT_SELECTION, asOf: selection.asOf, version: figures.record.version.id });
  const pathOf = (name: string) => `${siteAddress()}/data/${name}${moment}`;
  const content = () => packageFiles(record, siteAddress(), pathOf).find(({ name }) => name === DESCRIPTOR)?.content;
  return (computedFor(record, view).descriptor ??= String(content()));
}
