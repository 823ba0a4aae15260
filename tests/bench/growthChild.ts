/**
 * One step of the growth measurement, in a process of its own: reads a folder of files through the ordinary intake, and times what the
 * pages of one path ask of domain and view. Folder and path in → one line of JSON. No store, no HTTP, no drawing.
 */
import type { Company } from "@/domain/company";
import { type Figures, figuresOf } from "@/domain/figures";
import { groupBy } from "@/domain/group";
import type { FiledRecord } from "@/domain/filedRecord";
import { period } from "@/domain/period";
import type { OpenRecord } from "@/domain/record";
import { problemText } from "@/record/csv/csv";
import { readRecord } from "@/record/csv/readRecord";
import { readFolder } from "@/cli/recordFolder";
import { compareCard } from "@/cards/compare/compareCard";
import { DEFAULT_OPTIONS } from "@/cards/compare/compareOptions";
import { selectionFields } from "@/cards/selection/form";
import { minersCard } from "@/cards/months/periodTable";
import { pooledCard } from "@/cards/months/headline";
import { headlinePool, pools } from "@/cards/months/pooled";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { HORIZONS } from "@/cards/signal/signal";
import { correlationCard, issuanceCard, scatterCard } from "@/cards/signal/signalTables";
import { policyCard } from "@/cards/strategies/strategiesChanges";
import { lanesCard, nowSentence, nowCard } from "@/cards/strategies/strategiesStances";
import { median } from "./measure";

type Ask = (figures: Figures, selection: Selection) => unknown;

/** What the page of a path computes. A path that is not here is answered by the overview's questions, and the bench says so. */
export const QUESTIONS_OF: Readonly<Record<string, Ask>> = {
  "/": (figures, selection) => {
    const series = pools(figures, selection);
    const at = headlinePool(series);
    return [pooledCard.table({ figures, selection }), at && minersCard.table({ figures, selection, period: at.question.period })];
  },
  "/strategies": (figures, selection) => [
    nowSentence(figures, selection),
    lanesCard.table({ figures, selection }),
    nowCard.table({ figures, selection }),
    policyCard.table({ figures, selection }),
  ],
  "/signal": (figures, selection) => [
    HORIZONS.map((horizon) => scatterCard(horizon, { thin: false, measure: "sell_through" }).table({ figures, selection })),
    correlationCard({ thin: false }).table({ figures, selection }),
    issuanceCard.table({ figures, selection }),
  ],
  "/compare": (figures, selection) =>
    compareCard(DEFAULT_OPTIONS).table({
      figures,
      selection: { ...selection, companies: figures.record.companies.slice(0, 3).map(({ id }) => id) },
    }),
  "/months": (figures, selection) => minersCard.table({ figures, selection, period: period("2025-03") }),
};

/** What the store would hand over for these files. */
function opened(filed: FiledRecord): OpenRecord {
  const listings = groupBy(filed.listings, (listing) => listing.company);
  const names = groupBy(filed.names ?? [], (name) => name.company);
  return {
    version: { id: "bench", date: "2026-01-01", changedOn: "2026-01-01" },
    companies: filed.companies.map((company): Company => ({
      ...company,
      formerNames: names.get(company.id) ?? [],
      listings: listings.get(company.id) ?? [],
    })),
    facts: filed.facts.map(({ line, source, ...fact }) => ({ ...fact, id: line, source: { ...source, id: line } })),
    supersessions: [],
    policies: filed.policies,
    statements: [],
    consolidations: filed.consolidations,
    prices: filed.prices,
    aggregates: filed.aggregates,
    events: filed.events,
    publishers: filed.publishers ?? [],
    decisions: filed.decisions ?? [],
  };
}

const [folder = "", path = "/"] = process.argv.slice(2);
const today = new Date().toISOString().slice(0, 10);
const began = performance.now();
const read = readRecord((await readFolder(folder)).files);
if (!read.ok) throw new Error(read.problems.slice(0, 5).map(problemText).join("\n"));
const record = opened(read.record);
const readMs = performance.now() - began;

const name = Object.keys(QUESTIONS_OF).filter((known) => known !== "/" && path.startsWith(known))[0] ?? "/";
const ask = QUESTIONS_OF[name];
/** Each time on figures of their own: what is kept between requests does not count. */
const times: number[] = [];
const until = performance.now() + 10_000;
while (times.length < 1 || (times.length < 5 && performance.now() < until)) {
  const start = performance.now();
  const figures = figuresOf(record, today);
  selectionFields(figures, DEFAULT_SELECTION, today);
  ask?.(figures, DEFAULT_SELECTION);
  times.push(performance.now() - start);
}
/** The solver alone, for every company: how it grows tells whether it is in proportion to the facts. */
const solves: number[] = [];
while (solves.length < 5) {
  const figures = figuresOf(record, today);
  const start = performance.now();
  for (const company of record.companies) figures.solution(company.id);
  solves.push(performance.now() - start);
}
console.log(
  JSON.stringify({
    solveMs: median(solves),
    name,
    companies: record.companies.length,
    facts: record.facts.length,
    readMs,
    ms: median(times),
    times: times.length,
  }),
);
