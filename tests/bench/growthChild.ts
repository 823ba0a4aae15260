/**
 * One step of the growth measurement, in a process of its own: reads a folder of files through the ordinary intake, and times what the
 * pages of one path ask of domain and view. Folder and path in → one line of JSON. No store, no HTTP, no drawing.
 *
 * Three times are told, because the server does three things: it solves each company's figures once for a state of the store and keeps
 * them; the first visitor after an import waits for that and for the cells of his view (`first`); every later view with another selection
 * is made from the same figures (`view`).
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
import { coverageSentence, panelSentence, pooledCard, silentSentence } from "@/cards/months/headline";
import { changeTogetherCard, treasuryCard } from "@/cards/months/heldTogether";
import { headlines } from "@/cards/months/pooled";
import { publishedForPeriodCard } from "@/cards/months/published";
import { reportOf } from "@/cards/months/report";
import { DEFAULT_SELECTION, PANELS, type Selection } from "@/cards/selection/selection";
import { HORIZONS } from "@/cards/signal/signal";
import { correlationCard, issuanceCard, scatterCard } from "@/cards/signal/signalTables";
import { policyCard } from "@/cards/strategies/strategiesChanges";
import { lanesCard, nowSentence, nowCard } from "@/cards/strategies/strategiesStances";
import { chartOf } from "@/cards/registry";
import { cellsOf, type Table } from "@/cards/table";
import { firstRows } from "@/cards/viewed";
import { tablePublishers } from "@/files/tableSources";
import { median } from "./measure";

type Ask = (figures: Figures, selection: Selection) => unknown;

/** What the page of a path computes. A path that is not here is answered by the overview's questions, and the bench says so. */
export const QUESTIONS_OF: Readonly<Record<string, Ask>> = {
  "/": (figures, selection) => {
    const at = headlines(figures, selection)[0]?.main;
    const period = at?.question.period;
    return [
      seen(pooledCard.table({ figures, selection })),
      seen(treasuryCard.table({ figures, selection })),
      seen(changeTogetherCard.table({ figures, selection })),
      at && [coverageSentence(at, selection), panelSentence(at), silentSentence(figures, at, selection)],
      period !== undefined && [
        seen(minersCard.table({ figures, selection, period })),
        seen(publishedForPeriodCard.table({ figures, selection, period })),
        reportOf(figures, selection, period),
      ],
    ];
  },
  "/strategies": (figures, selection) => [
    nowSentence(figures, selection),
    seen(lanesCard.table({ figures, selection })),
    seen(nowCard.table({ figures, selection })),
    seen(policyCard.table({ figures, selection })),
  ],
  "/signal": (figures, selection) => [
    HORIZONS.map((horizon) => seen(scatterCard(horizon, { thin: false, measure: "sell_through" }).table({ figures, selection }))),
    seen(correlationCard({ thin: false }).table({ figures, selection })),
    seen(issuanceCard.table({ figures, selection })),
  ],
  "/compare": (figures, selection) =>
    seen(
      compareCard(DEFAULT_OPTIONS).table({
        figures,
        selection: { ...selection, companies: figures.record.companies.slice(0, 3).map(({ id }) => id) },
      }),
    ),
  "/months": (figures, selection) => seen(minersCard.table({ figures, selection, period: period("2025-03") })),
};

/** What a page looks at of a table (app/Card.tsx): its chart, or the cells of the rows that stand there; and who published the figures. */
function seen(table: Table): unknown {
  const chart = chartOf(table);
  return chart ? [chart, tablePublishers(table)] : [cellsOf(firstRows(table)), tablePublishers(firstRows(table))];
}

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
/** Every month of the record, for other companies or on the other basis: as much to do as the default selection. */
const [, ...OTHERS] = PANELS.flatMap((panel) =>
  (["gross", "net"] as const).map((basis): Selection => ({ ...DEFAULT_SELECTION, panel, basis })),
);

/** CPU time in ms, that of the garbage collector with it: what else runs on the machine has less say in it than in a clock's time. */
const timed = (work: () => void): number => {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};
const view = (figures: Figures, selection: Selection) =>
  timed(() => [selectionFields(figures, selection, today), ask?.(figures, selection)]);

/** Each time on figures of their own: nothing is kept from before. */
const [firsts, views, solves]: [number[], number[], number[]] = [[], [], []];
const until = performance.now() + 15_000;
while (firsts.length < 3 || (firsts.length < 15 && performance.now() < until)) {
  const figures = figuresOf(record, today);
  firsts.push(view(figures, DEFAULT_SELECTION));
  views.push(median(OTHERS.map((selection) => view(figures, selection))));
}
while (solves.length < 5) {
  const figures = figuresOf(record, today);
  solves.push(timed(() => record.companies.map(({ id }) => figures.solution(id))));
}
console.log(
  JSON.stringify({
    name,
    companies: record.companies.length,
    facts: record.facts.length,
    readMs,
    solveMs: median(solves),
    firstMs: median(firsts),
    viewMs: median(views),
    times: firsts.length,
  }),
);
