/** `record train`: trains the reader's weights on samples and decisions, and scores held-out samples; --write saves them. */
import { messageOf, Refusal } from "@/domain/shared/refusal";
import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import { toUnits } from "@/domain/values/amount";
import { groupBy } from "@/domain/shared/group";
import { METRICS } from "@/domain/values/metric";
import type { KnownRecord } from "@/finder/run/named";
import { RecordIndex } from "@/reader/corroborate/recordView";
import { LEARNED } from "@/reader/score";
import { crossValidate, type Tested } from "@/reader/training/crossValidate";
import { add, type Count, countOf, NONE } from "@/reader/training/evaluate";
import { fit } from "@/reader/training/fit";
import { loadSamples } from "@/reader/training/loadSamples";
import { type DecidedDocument, rowsOf, rowsOfDecided, type Row, type Sample } from "@/reader/training/samples";
import { hasStore, usingStore } from "@/record/store/database/client";
import { candidates } from "@/record/store/review/candidates";
import { documentOf } from "@/record/store/review/documents";
import { loadRecord } from "@/record/store/states/loadRecord";
import { knownRecord } from "./companies";
import { columns, command, count, say, text, yes } from "./terminal";

const SAMPLES = "tests/reader/samples";
const WEIGHTS = "src/reader/weights.json";

export const trainCommand = command({
  usage: "train [--samples DIR] [--write]",
  does: "(learns from the samples and from what operators decided)",
  options: { samples: text, write: yes },
  run: async (values, _, usage) => {
    const folder = values.samples ?? SAMPLES;
    if (!existsSync(folder)) throw new Refusal(`There is no folder ${resolve(folder)}. Name one that holds samples: ${usage}`);
    const samples = loadSamples(folder);
    const known = await knownRecord();
    const decided = await decisions();
    console.log(`${count(samples.length, "sample")}; ${count(decided.length, "document")} with decisions of operators.`);
    const record = new RecordIndex(known);
    const learned = decided.map((document) => rowsOfDecided(document, known.companies));
    const measured = (more: readonly (readonly Row[])[]) => measure(samples, more, known, record);
    const before = measured([]);
    const after = decided.length === 0 ? before : measured(learned);
    console.log(table([["samples alone", before], ...(decided.length === 0 ? [] : [["with decisions", after] as const])]));
    const weights = fit([...samples.map((sample) => rowsOf(sample, known.companies)), ...learned]);
    const size = Object.keys(weights.features).length;
    if (values.write !== true)
      return say(
        `${size} features, ${Object.keys(LEARNED.features).length} in ${WEIGHTS}. Nothing was written; to write them, add --write.`,
      );
    await writeFile(WEIGHTS, written(weights));
    return say(`${size} features written to ${WEIGHTS}.`);
  },
});

function measure(samples: readonly Sample[], more: readonly (readonly Row[])[], known: KnownRecord, record: RecordIndex): Count {
  const options = (sample: Sample) => ({
    record,
    recordBefore: sample.period?.slice(0, 7),
    ...(sample.publishedOn === undefined ? {} : { publishedOn: sample.publishedOn }),
  });
  const tested: Tested[] = crossValidate({ samples, companies: known.companies, more, options });
  return tested.map(({ sample, candidates }) => countOf(sample, candidates)).reduce(add, NONE);
}

function table(rows: readonly (readonly [string, Count])[]): string {
  const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`);
  return columns(
    ["companies left out", "figures", "found", "high: right", "given", "high of figures"],
    rows.map(([name, c]) => [
      name,
      String(c.figures),
      percent(c.found, c.figures),
      String(c.highRight),
      String(c.high - c.highOpen),
      percent(c.highRight, c.figures),
    ]),
    [1, 2, 3, 4, 5],
  );
}

/** One feature per line, so that a diff shows what changed. */
function written({ bias, features }: ReturnType<typeof fit>): string {
  const lines = Object.entries(features).map(([name, weights]) => `    ${JSON.stringify(name)}: ${JSON.stringify(weights)}`);
  return `{\n  "bias": ${JSON.stringify(bias)},\n  "features": {\n${lines.join(",\n")}\n  }\n}\n`;
}

/** Operators' decisions about candidates, by document; a corrected figure is a negative as read and a positive as written. */
async function decisions(): Promise<DecidedDocument[]> {
  if (!hasStore()) return [];
  return usingStore(async (store) => {
    const facts = new Map((await loadRecord(store)).facts.map((fact) => [fact.id, fact]));
    const decided = (await candidates(store)).filter(({ state }) => state !== "proposed");
    const documents: DecidedDocument[] = [];
    for (const [id, figures] of groupBy(decided, (one) => one.document.id)) {
      const document = await documentOf(store, id);
      if (document === undefined) continue;
      documents.push({
        text: document.text,
        ...(document.publishedOn === null ? {} : { publishedOn: document.publishedOn }),
        figures: figures.flatMap(({ metric, period, value, state, reviews }) => {
          const read = { metric, period, value: toUnits(value, METRICS[metric].unit), right: state === "accepted" };
          const fact = facts.get(reviews.at(-1)?.factId ?? -1);
          if (state !== "corrected" || fact === undefined) return [read];
          return [read, { metric, period: fact.period, value: toUnits(fact.value, METRICS[metric].unit), right: true }];
        }),
      });
    }
    return documents;
  }).catch((error: unknown) => {
    throw new Refusal(`The decisions in the store cannot be read: ${messageOf(error)}`);
  });
}
