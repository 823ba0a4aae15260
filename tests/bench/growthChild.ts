/**
 * The growth measurement, in a process of its own: reads folders of files through the ordinary intake, and times what pages ask of domain
 * and cards (growthQuestions.ts) of each. One record is in memory at a time: collecting garbage beside a large one takes seconds.
 * Folders and paths in → for each path and folder a line of JSON, and meanwhile on stderr how far it is. No store, no HTTP, no drawing.
 *
 * Three times are told, because the server does three things: after its start it solves each company's figures, and the first visitor waits
 * for that and for the cells of his view (`first`); every later view with another selection is made from the same figures (`view`); and
 * after an import the figures of the companies that it did not touch are taken over (`after`: one fact is another).
 */
import type { Company } from "@/domain/facts/company";
import { type Figures, figuresOf } from "@/domain/figures/figures";
import { groupBy } from "@/domain/shared/group";
import type { FiledRecord } from "@/domain/facts/filedRecord";
import type { OpenRecord } from "@/domain/facts/record";
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

const FOLDERS = "--folders=";
const args = process.argv.slice(2);
const folders = args.filter((arg) => arg.startsWith(FOLDERS)).flatMap((arg) => arg.slice(FOLDERS.length).split(","));
const paths = args.filter((arg) => !arg.startsWith(FOLDERS));
const today = new Date().toISOString().slice(0, 10);

async function recordIn(folder: string): Promise<{ record: OpenRecord; readMs: number }> {
  const began = performance.now();
  const read = readRecord((await readFolder(folder)).files);
  if (!read.ok) throw new Error(read.problems.slice(0, 5).map(problemText).join("\n"));
  return { record: opened(read.record), readMs: performance.now() - began };
}

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

/** Figures of whole records that the measurement has done with are collected before what follows is timed: a server has one record. */
const collect = globalThis.gc ?? (() => undefined);

/** The same record after an import that changed one figure. */
function changed(record: OpenRecord): OpenRecord {
  const [first, ...others] = record.facts;
  return { ...record, facts: first ? [{ ...first, value: first.value + 1 }, ...others] : [] };
}

/** Times of one page on one record. */
interface Times {
  readonly first: number[];
  readonly view: number[];
  readonly after: number[];
}

/** How often a page is asked for at most, and for how long once it was asked for. */
const [MOST, MOST_MS] = [7, 2_000];

function timesOf(path: string, record: OpenRecord): Times {
  const times: Times = { first: [], view: [], after: [] };
  const ask = (figures: Figures, selection: Selection) => timed(() => askAll(path, figures, selection, today));
  const until = performance.now() + MOST_MS;
  for (let round = 0; round === 0 || (round < MOST && performance.now() < until); round++) {
    collect();
    const figures = figuresOf(record, today);
    times.first.push(ask(figures, DEFAULT_SELECTION));
    collect();
    times.view.push(median(OTHERS.map((selection) => ask(figures, selection))));
    const next = figuresOf(changed(record), today, figures);
    collect();
    times.after.push(ask(next, DEFAULT_SELECTION));
  }
  return times;
}

const told = new Map<string, object[]>(paths.map((path) => [path, []]));
const began = performance.now();
const say = (words: string) => {
  console.error(`${((performance.now() - began) / 1000).toFixed(0).padStart(4)} s: ${words}`);
};
for (const [at, folder] of folders.entries()) {
  const { record, readMs } = await recordIn(folder);
  const [companies, facts] = [record.companies.length, record.facts.length];
  say(`read ${companies} companies`);
  // The code of all pages is compiled before anything is told of the first record, as it is for the others.
  if (at === 0) for (const path of paths) timesOf(path, record);
  for (const path of paths) {
    const { first, view, after } = timesOf(path, record);
    const [firstMs, viewMs, afterMs] = [first, view, after].map(median) as [number, number, number];
    say(`${companies} companies, ${path}: ${viewMs.toFixed(1)} ms a view`);
    told.get(path)?.push({ path, companies, facts, readMs, firstMs, viewMs, afterMs, times: first.length });
  }
}
for (const step of [...told.values()].flat()) console.log(JSON.stringify(step));
