/**
 * One step of the growth measurement, in a process of its own: reads a folder of files through the ordinary intake, and times what
 * pages ask of domain and cards (growthQuestions.ts). Folder and paths in → a line of JSON for each path. No store, no HTTP, no drawing.
 *
 * Three times are told, because the server does three things: it solves each company's figures once for a state of the store and keeps
 * them; the first visitor after an import waits for that and for the cells of his view (`first`); every later view with another selection
 * is made from the same figures (`view`).
 */
import type { Company } from "@/domain/company";
import { type Figures, figuresOf } from "@/domain/figures";
import { groupBy } from "@/domain/group";
import type { FiledRecord } from "@/domain/filedRecord";
import type { OpenRecord } from "@/domain/record";
import { problemText } from "@/record/csv/csv";
import { readRecord } from "@/record/csv/readRecord";
import { readFolder } from "@/cli/recordFolder";
import { DEFAULT_SELECTION, PANELS, type Selection } from "@/cards/selection/selection";
import { askAll } from "./growthQuestions";
import { median } from "./measure";

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

const [folder = "", ...paths] = process.argv.slice(2);
const today = new Date().toISOString().slice(0, 10);
const began = performance.now();
const read = readRecord((await readFolder(folder)).files);
if (!read.ok) throw new Error(read.problems.slice(0, 5).map(problemText).join("\n"));
const record = opened(read.record);
const readMs = performance.now() - began;

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

const solves: number[] = [];
while (solves.length < 5) {
  const figures = figuresOf(record, today);
  solves.push(timed(() => record.companies.map(({ id }) => figures.solution(id))));
}

/** Each time on figures of their own: nothing is kept from before. */
function times(path: string): { readonly firsts: readonly number[]; readonly views: readonly number[] } {
  const [firsts, views]: [number[], number[]] = [[], []];
  const view = (figures: Figures, selection: Selection) => timed(() => askAll(path, figures, selection, today));
  const until = performance.now() + 15_000;
  while (firsts.length < 3 || (firsts.length < 15 && performance.now() < until)) {
    const figures = figuresOf(record, today);
    firsts.push(view(figures, DEFAULT_SELECTION));
    views.push(median(OTHERS.map((selection) => view(figures, selection))));
  }
  return { firsts, views };
}

for (const path of paths) {
  const { firsts, views } = times(path);
  console.log(
    JSON.stringify({
      path,
      companies: record.companies.length,
      facts: record.facts.length,
      readMs,
      solveMs: median(solves),
      firstMs: median(firsts),
      viewMs: median(views),
      times: firsts.length,
    }),
  );
}
