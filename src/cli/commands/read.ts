/** `record read FILE|URL`: what a release states, as a table or as JSON; --queue adds it to the queue. Nothing becomes a fact. */
import { Refusal } from "@/domain/shared/refusal";
import { type Day, parseDay, parseMonth } from "@/domain/values/period";
import { SOURCE_KINDS } from "@/domain/facts/fact";
import { queueDocument } from "@/record/store/review/documents";
import { knownRecord } from "./companies";
import { getDocument, kindOf, type NamedDocument, toQueue } from "./document";
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
    const document = await getDocument(target, await knownRecord(), { publishedOn, recordBefore: before });
    const queued = values.queue === true ? await queue(document, { ...values, publishedOn }) : undefined;
    if (values.json === true) {
      // Standard output has only the document; warnings go to standard error.
      for (const warning of document.reading.warnings) console.error(`Note: ${warning}`);
      return say(JSON.stringify({ candidates: document.reading.candidates.map(plainCandidate) }));
    }
    tell(document);
    return queued === undefined ? 0 : say(queued);
  },
});

function plainCandidate(candidate: NamedDocument["reading"]["candidates"][number]) {
  const { company, metric, period, value, unit, span, confidence, reasons, corroboratedBy, vetoedBy } = candidate;
  const alternatives = candidate.alternatives.map((other) => ({ value: other.value, unit, span: other.span }));
  return { company, metric, period, value, unit, span, confidence, reasons, corroboratedBy, vetoedBy, alternatives };
}

function tell({ reading }: NamedDocument): void {
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
  asked: { source?: string; kind?: string; publishedOn: Day | undefined; by?: string },
): Promise<string> {
  const address = asked.source ?? document.address;
  if (address === undefined || !/^https?:\/\/\S+$/.test(address) || !URL.canParse(address))
    throw new Refusal("A figure needs its source's web address, and this text names none. Add: --source URL");
  const kind = asked.kind === undefined ? kindOf(address) : SOURCE_KINDS.find((one) => one === asked.kind);
  if (kind === undefined) throw new Refusal(`"${asked.kind ?? ""}" is no kind of source. Write one of: ${SOURCE_KINDS.join(", ")}`);
  const operator = operatorNow(asked.by);
  const { sha256, reading } = document;
  const about = { sha256, address, kind, title: "", publishedOn: asked.publishedOn ?? null, retrievedOn: operator.at.slice(0, 10) };
  return withStore(async (store) => {
    const { document, isNew, added } = await queueDocument(store, toQueue(reading, about), operator);
    if (isNew) return `Document ${document} is in the queue with ${count(added, "candidate")}.`;
    return added === 0
      ? `Document ${document} is in the queue already, with all of this.`
      : `Document ${document} was in the queue already; ${count(added, "candidate is", "candidates are")} new.`;
  });
}
