/**
 * `record read FILE|URL`: what a release or filing states, as a table or as one JSON document; with --queue it is put in the queue for a
 * person to decide. Nothing becomes a fact here.
 */
import { parseDay } from "@/domain/period";
import { SOURCE_KINDS } from "@/domain/fact";
import { queueDocument } from "@/record/store/documents";
import { knownCompanies } from "./companies";
import { getDocument, kindOf, titleOf, toQueue, type Gotten } from "./document";
import { columns, countOf, operatorNow, optionsOf, Refusal, say, withStore } from "./terminal";

export const READ_USAGE = `npm run record -- read FILE|URL [--json] [--queue [--source URL] [--kind ${SOURCE_KINDS.join("|")}] [--published DAY] [--by NAME]]`;

const OPTIONS = {
  json: { type: "boolean" },
  queue: { type: "boolean" },
  source: { type: "string" },
  kind: { type: "string" },
  published: { type: "string" },
  by: { type: "string" },
} as const;

export async function readCommand(args: readonly string[]): Promise<number> {
  const { values, positionals } = optionsOf(args, OPTIONS, READ_USAGE);
  const [target, ...more] = positionals;
  if (target === undefined || more.length > 0) throw new Refusal(`Name one file or web address. Write: ${READ_USAGE}`);
  const gotten = await getDocument(target, await knownCompanies());
  const queued = values.queue === true ? await queue(gotten, values) : undefined;
  if (values.json === true) return say(JSON.stringify({ candidates: gotten.reading.candidates.map(plainCandidate) }));
  tell(gotten);
  return queued === undefined ? 0 : say(queued);
}

function plainCandidate({ company, metric, period, value, unit, span, confidence, reasons }: Gotten["reading"]["candidates"][number]) {
  return { company, metric, period, value, unit, span, confidence, reasons };
}

function tell({ reading }: Gotten): void {
  const { candidates, warnings, company, period, publishedOn } = reading;
  const known = [
    company ?? "no company recognised",
    ...(period === undefined ? [] : [period]),
    ...(publishedOn === undefined ? [] : [`published ${publishedOn}`]),
  ];
  console.log(`${known.join(", ")}: ${candidates.length} ${candidates.length === 1 ? "figure" : "figures"}`);
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

async function queue(gotten: Gotten, asked: { source?: string; kind?: string; published?: string; by?: string }): Promise<string> {
  const address = asked.source ?? gotten.address;
  if (address === undefined || !/^https?:\/\/\S+$/.test(address) || !URL.canParse(address))
    throw new Refusal("A figure needs its source's web address, and this text names none. Add: --source URL");
  const kind = asked.kind === undefined ? kindOf(address) : SOURCE_KINDS.find((one) => one === asked.kind);
  if (kind === undefined) throw new Refusal(`"${asked.kind ?? ""}" is no kind of source. Write one of: ${SOURCE_KINDS.join(", ")}`);
  const publishedOn = asked.published === undefined ? (gotten.reading.publishedOn ?? null) : parseDay(asked.published);
  if (publishedOn === undefined) throw new Refusal(`"${asked.published ?? ""}" is no day. Write it as 2025-03-31.`);
  const operator = operatorNow(asked.by);
  const about = {
    sha256: gotten.sha256,
    address,
    kind,
    title: titleOf(gotten.reading),
    publishedOn,
    retrievedOn: operator.at.slice(0, 10),
  };
  return withStore(async (store) => {
    const { document, isNew, added } = await queueDocument(store, toQueue(gotten.reading, about), operator);
    if (isNew) return `Document ${document} is in the queue with ${countOf(added, "candidate")}.`;
    return added === 0
      ? `Document ${document} is in the queue already, with all of this.`
      : `Document ${document} was in the queue already; ${countOf(added, "candidate is", "candidates are")} new.`;
  });
}
