/** The record as the folder that an import reads (prisma/data). Unchanged lines keep their places, so that diffs are small. */
import { stringify } from "csv-stringify/sync";
import { groupBy, takingFrom } from "@/domain/shared/group";
import { unguardedText } from "@/domain/shared/spreadsheetText";
import type { OpenRecord } from "@/domain/facts/record";
import type { FlatField } from "../tables/flat";
import { RECORD_FILES } from "./recordFiles";

export type Line = readonly string[];

const FACTS = "facts.csv";
/** Facts about periods other than months, quarters and years are in a separate file if it exists. */
const SPANS = "spans.csv";
const PERIOD = 1;
const VALUE = 3;
/** Columns that define a fact's rank: among lines with equal ones the first is chosen. */
const RANK = [0, PERIOD, 2, 4, 5];

/** Text of each file by name. `present`: the lines of the existing files, without their headers. */
export function dataFolder(record: OpenRecord, present: ReadonlyMap<string, readonly Line[]>): Map<string, string> {
  const files = new Map<string, string>();
  for (const resource of RECORD_FILES) {
    const { name, fields } = resource;
    const file = `${name}.csv`;
    const head = fields.map((field) => field.name);
    const lines = [...resource.rows(record)].map((row) => row.map(plain));
    const put = (to: string, wanted: readonly Line[]) => {
      const merged = inPlace(present.get(to) ?? [], wanted);
      files.set(to, csvText([head, ...(file === FACTS ? inRankOrder(merged, wanted) : merged)]));
    };
    const apart = file === FACTS && present.has(SPANS);
    put(file, apart ? lines.filter((line) => !isSpan(line)) : lines);
    if (apart) put(SPANS, lines.filter(isSpan));
  }
  return files;
}

const isSpan = (line: Line) => line[PERIOD]?.includes("/") ?? false;

function plain(field: FlatField): string {
  if (field === null) return "";
  if ("number" in field) return field.number;
  // Reading removes one apostrophe from such text, so add one.
  return unguardedText(field.text) === field.text ? field.text : `'${field.text}`;
}

/** The content of a line, however it is written. */
const keyOf = (line: Line) => JSON.stringify(line.map(unguardedText));

/** The present lines that are wanted, in their order; each missing one follows the wanted line before it. */
function inPlace(present: readonly Line[], wanted: readonly Line[]): Line[] {
  const kept = present.filter(takingFrom(wanted, keyOf));
  const isThere = takingFrom(kept, keyOf);
  // New lines after each kept line; "" is the start of the file.
  const behind = new Map<string, Line[]>();
  let last = "";
  for (const line of wanted) {
    if (isThere(line)) last = keyOf(line);
    else behind.set(last, [...(behind.get(last) ?? []), line]);
  }
  const take = (key: string): Line[] => {
    const lines = behind.get(key) ?? [];
    behind.delete(key);
    return lines;
  };
  return [...take(""), ...kept.flatMap((line) => [line, ...take(keyOf(line))])];
}

/** Figures of one rank in recorded order, in the places of this rank's lines. */
function inRankOrder(lines: readonly Line[], recorded: readonly Line[]): Line[] {
  const rankOf = (line: Line) => JSON.stringify(RANK.map((column) => line[column]));
  const order = groupBy(recorded, rankOf);
  const written = groupBy(lines, keyOf);
  return lines.map((line) => {
    // Statements have no value and are never chosen between.
    if (line[VALUE] === "") return line;
    const next = order.get(rankOf(line))?.shift();
    return (next && written.get(keyOf(next))?.shift()) ?? line;
  });
}

const csvText = (lines: readonly Line[]): string => stringify(lines as string[][], { quoted_match: /[\r\n]/ });
