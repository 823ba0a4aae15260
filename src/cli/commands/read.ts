/** `record read FILE|URL`: what a release states, as a table or as JSON; --queue adds it to the queue. Nothing becomes a fact. */
import { Refusal } from "@/domain/shared/refusal";
import { type Day, parseDay, parseMonth } from "@/domain/values/period";
import { SOURCE_KINDS } from "@/domain/facts/fact";
import type { NamedDocument } from "@/finder/run/named";
import { NO_SOURCE, queuedText, queueNamed } from "@/finder/run/queueNamed";
import type { KnownSources } from "@/finder/run/sourceKind";
import { knownRecord } from "./companies";
import { getDocument } from "./document";
import { columns, command, count, operatorNow, say, text, withStore, yes } from "./terminal";

export const readCommand = command({
  usage: `read FILE|URL [--json] [--published DAY] [--record-before MONTH] [--queue [--source URL] [--kind ${SOURCE_KINDS.join("|")}] [--by NAME]]`,
  options: { json: yes, queue: yes, source: text, kind: text, published: text, "record-before": text, by: text },
  words: [1, 1],
  run: async (values, [target = ""]) => {
    const publishedOn = values.published === undefined ? undefined : parseDay(values.published);
    if (values.published !== undefined && publishedOn === undefined)
      throw new Refusal(`"${values.published}" is no day. Write it as 2025-03-31.`);
    const before = values["record-before"];
    if (before !== undefined && parseMonth(before) === undefined) throw new Refusal(`"${before}" is no month. Write it as 2024-08.`);
    const said = { publishedOn, recordBefore: before, address: values.source };
    const known = await knownRecord();
    const document = await getDocument(target, known, said);
    if (values.json !== true) printReading(document);
    const queued = values.queue === true ? await queue(document, known, { ...values, publishedOn }) : undefined;
    if (values.json === true) {
      // Standard output has only the document; warnings go to standard error.
      for (const warning of document.reading.warnings) console.error(`Note: ${warning}`);
      return say(JSON.stringify({ candidates: document.reading.candidates.map(plainCandidate) }));
    }
    return queued === undefined ? 0 : say(queued);
  },
});

function plainCandidate(candidate: NamedDocument["reading"]["candidates"][number]) {
  const { company, metric, period, value, unit, span, confidence, reasons, corroboratedBy, vetoedBy } = candidate;
  const alternatives = candidate.alternatives.map((other) => ({ value: other.value, unit, span: other.span }));
  return { company, metric, period, value, unit, span, confidence, reasons, corroboratedBy, vetoedBy, alternatives };
}

function printReading({ reading }: NamedDocument): void {
  const { candidates, warnings, company, period, publishedOn } = reading;
  const known = [
    company ?? "no company recognised",
    ...(period === undefined ? [] : [period]),
    ...(publishedOn === undefined ? [] : [`published ${publishedOn}`]),
  ];
  console.log(`${known.join(", ")}: ${count(candidates.length, "figure")}`);
  if (candidates.length > 0) {
    const rows = candidates.map((one) => [
      one.period,
      one.metric,
      one.plain,
      one.unit,
      one.confidence,
      `“${one.span.replace(/\s+/g, " ").trim().slice(0, 70)}”`,
    ]);
    console.log(columns(["period", "metric", "value", "unit", "sure", "read from"], rows, [2]));
    for (const one of candidates)
      if (one.confidence === "low") console.log(`  ${one.period} ${one.metric} ${one.plain}: ${one.reasons.join("; ")}`);
  }
  for (const warning of warnings) console.log(`Note: ${warning}`);
}

async function queue(
  document: NamedDocument,
  sources: KnownSources,
  asked: { kind?: string; publishedOn: Day | undefined; by?: string },
): Promise<string> {
  if (document.address === undefined) throw new Refusal(`${NO_SOURCE} Add: --source URL`);
  const kind = SOURCE_KINDS.find((one) => one === asked.kind);
  if (kind === undefined && asked.kind !== undefined)
    throw new Refusal(`"${asked.kind}" is no kind of source. Write one of: ${SOURCE_KINDS.join(", ")}`);
  const about = { kind, publishedOn: asked.publishedOn, sources };
  return withStore(async (store) => queuedText(await queueNamed(store, document, about, operatorNow(asked.by))));
}
