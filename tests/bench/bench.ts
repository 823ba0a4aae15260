/**
 * `npm run bench`: what the server makes of load (served.ts), every view of the built site against plain Node serving the same bytes and
 * against a bare Next page, all measured in one run on one machine; and how the time of views grows with the record at 1×, 10× and 100×.
 * Prints tables; asserts nothing.
 * Paths after `--` measure those alone, names of parts those: npm run bench -- / /strategies, npm run bench -- hits memory;
 * growth needs no server: npm run bench -- growth / /signal
 */
import { execFileSync } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { QUESTIONS_OF } from "./growthQuestions";
import { firstAfterImport } from "./importing";
import { writeLarger } from "./largerRecord";
import { alone, underLoad, untilIdle, weigh } from "./measure";
import { cold, hits, memory, sizes } from "./served";
import { npmStart, type Running, stopAll } from "../running";
import { bareNext, plainNode, run } from "./servers";

const VIEWS = [
  "/",
  "/months",
  "/months/2025-03",
  "/companies",
  "/companies/hive",
  "/strategies",
  "/strategies?show=production",
  "/strategies?show=treasury",
  "/compare?c=riot,cleanspark,mara",
  "/map",
  "/signal",
  "/coverage",
  "/conflicts",
  "/method",
  "/data",
  "/figures/riot/2025-04/sell_through",
];
const LOAD_MS = 2_000;
const FACTORS = [1, 10, 100];
const GROWING = Object.keys(QUESTIONS_OF);
/** What takes longer is given up, and said: so long for reading the records, and for each view of all of them. */
const [GROWTH_LIMIT_MS, GROWTH_PAGE_MS] = [300_000, 240_000];

const PARTS = ["hits", "cold", "import", "sizes", "memory", "views", "growth"] as const;
type Part = (typeof PARTS)[number];

interface Measured {
  readonly path: string;
  readonly rate: number;
  readonly firstByteMs: number;
  readonly html: number;
  readonly gzipped: number;
  readonly scripts: number;
  readonly file: string;
}

const say = (line = "") => {
  console.log(line);
};
const kB = (bytes: number): string => (bytes / 1000).toFixed(1);
const digits = (value: number): string => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));

/** Lines of cells as columns, the first to the left, the others to the right. */
function print(lines: readonly (readonly string[])[]): void {
  const widths = (lines[0] ?? []).map((_, i) => Math.max(...lines.map((line) => (line[i] ?? "").length)));
  for (const line of lines) say(line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0))).join("  "));
}

async function measureViews(base: string, paths: readonly string[], folder: string): Promise<Measured[]> {
  const measured: Measured[] = [];
  for (const [i, path] of paths.entries()) {
    const { status, html, gzipped, scripts } = await weigh(base, path);
    if (status !== 200) {
      say(`${path} answers ${status} and is left out.`);
      continue;
    }
    const file = `${i}.html`;
    await writeFile(join(folder, file), html);
    const { firstByteMs } = await alone(base + path, 15, 8_000);
    measured.push({ path, rate: await underLoad(base + path, LOAD_MS), firstByteMs, html: html.length, gzipped, scripts, file });
  }
  return measured;
}

/** The views, each as a ratio against the two yardsticks of the same run. */
async function compareViews(measured: readonly Measured[], plain: Running, bare: Running): Promise<void> {
  const bareSize = await weigh(bare.base, "/");
  const bareRate = await underLoad(`${bare.base}/`, LOAD_MS);
  const bareFirst = (await alone(`${bare.base}/`, 30, 5_000)).firstByteMs;
  say(
    `\nBare Next page, rendered at each request: ${digits(bareRate)} requests/s, ${digits(bareFirst)} ms to the first byte, HTML ${kB(bareSize.html.length)} kB (${kB(bareSize.gzipped)} kB sent), scripts ${kB(bareSize.scripts)} kB sent.`,
  );
  say(
    "Node: plain Node sending the same bytes from memory. Rates: eight connections, no compression; times: one request after another, median.\n",
  );
  const lines = [
    [
      "view",
      "requests/s",
      "of Node",
      "of bare",
      "first byte ms",
      "× Node",
      "× bare",
      "HTML kB",
      "sent kB",
      "× bare",
      "scripts kB",
      "× bare",
    ],
  ];
  for (const { path, rate, firstByteMs, html, gzipped, scripts, file } of measured) {
    const nodeRate = await underLoad(`${plain.base}/${file}`, LOAD_MS / 2);
    const nodeFirst = (await alone(`${plain.base}/${file}`, 30, 3_000)).firstByteMs;
    lines.push([
      path,
      digits(rate),
      `${((rate / nodeRate) * 100).toFixed(2)}%`,
      `${((rate / bareRate) * 100).toFixed(1)}%`,
      digits(firstByteMs),
      digits(firstByteMs / nodeFirst),
      digits(firstByteMs / bareFirst),
      kB(html),
      kB(gzipped),
      digits(gzipped / bareSize.gzipped),
      kB(scripts),
      digits(scripts / bareSize.scripts),
    ]);
  }
  print(lines);
}

/** What growthChild.ts tells of one page on one record. */
interface GrowthTimes {
  readonly path: string;
  readonly companies: number;
  readonly facts: number;
  readonly readMs: number;
  readonly firstMs: number;
  readonly viewMs: number;
  readonly afterMs: number;
  readonly times: number;
}

/** What pages ask of domain and cards, on records read through the ordinary intake; without HTTP, store and drawing. */
async function measureGrowth(paths: readonly string[], folder: string): Promise<void> {
  say("\nHow the time of views grows with the record: what their questions take in domain and cards, without HTTP, store and drawing.");
  say("Files are read and checked by the ordinary intake. All but reading is CPU time.");
  say(
    "first: the view on new figures, all that it needs of solving in it, which only the first visitor after a start waits for. view: the same for\nanother selection, not asked before, of the same figures. after: the first view after an import that changed one figure.\n",
  );
  const folders = FACTORS.map((factor) => join(folder, `record-${factor}`));
  for (const [at, files] of folders.entries()) await writeLarger("prisma/data", files, FACTORS[at] as number);
  const args = ["--expose-gc", "--import", "tsx", "tests/bench/growthChild.ts", `--folders=${folders.join(",")}`, ...paths];
  const said = await run(args, GROWTH_LIMIT_MS + GROWTH_PAGE_MS * paths.length, { tells: true });
  if (said === undefined) {
    say("Not done in the time given.");
    return;
  }
  const steps = said
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GrowthTimes);
  const names = ["firstMs", "viewMs", "afterMs"] as const;
  const lines = steps.map((step, at) => {
    const one = steps[at - (at % FACTORS.length)] ?? step;
    return [
      step.path,
      `${FACTORS[at % FACTORS.length]}×`,
      String(step.companies),
      String(step.facts),
      (step.readMs / 1000).toFixed(1),
      ...names.flatMap((name) => [digits(step[name]), digits(step[name] / one[name])]),
      String(step.times),
    ];
  });
  const head = [
    "view",
    "record",
    "companies",
    "facts",
    "read s",
    "first ms",
    "× of 1×",
    "view ms",
    "× of 1×",
    "after ms",
    "× of 1×",
    "runs",
  ];
  print([head, ...lines]);
  say(`\nThe slowest view: ${slowest(steps)}.`);
}

/** "/ with 20.0 ms at 1×, /map with 33.0 ms at 10× (1.65 times as long)". */
function slowest(steps: readonly GrowthTimes[]): string {
  const at = FACTORS.flatMap((factor, place) => {
    const [first, ...others] = steps.filter((_, n) => n % FACTORS.length === place);
    return first ? [{ factor, step: others.reduce((most, one) => (one.viewMs > most.viewMs ? one : most), first) }] : [];
  });
  const least = at[0]?.step.viewMs ?? NaN;
  return at
    .map(({ factor, step: { path, viewMs } }, place) => {
      const grown = place === 0 ? "" : ` (${digits(viewMs / least)} times as long)`;
      return `${path} with ${digits(viewMs)} ms at ${factor}×${grown}`;
    })
    .join(", ");
}

/** The server under load, then what its memory is. The process that serves is the child of the one that was started. */
async function measureServer(server: Running, paths: readonly string[], folder: string, wanted: ReadonlySet<Part>): Promise<void> {
  const database = `file:${join(folder, "..", "bench.db")}`;
  const pid = Number(
    execFileSync("pgrep", ["-P", String(server.process.pid), "-f", "server.mjs"], { encoding: "utf8" })
      .trim()
      .split("\n")[0],
  );
  await untilIdle(pid);
  if (wanted.has("hits")) {
    say(
      "\nFinished answers, eight connections, gzip asked for: against plain Node sending the same bytes, head and body; and 304 to who has them.\n",
    );
    print(await hits(server.base, pid, folder));
  }
  if (wanted.has("cold")) {
    say(
      "\nAnswers that have to be made, each asked for once: the first 7 of each page after a start, the next 24, and the last 24, when its code is compiled.\n",
    );
    print(await cold(server.base, pid));
  }
  if (wanted.has("import")) say(`\nThe first request after an import: ${digits(await firstAfterImport(server.base, database))} ms.\n`);
  if (wanted.has("sizes")) {
    say("Bytes of the pages.\n");
    print(await sizes(server.base, paths));
  }
  if (wanted.has("memory")) {
    say("\nMemory of the server.\n");
    print(await memory(server.base, pid));
  }
}

/** Every view against the yardsticks. */
async function measureAllViews(server: Running, paths: readonly string[], pages: string): Promise<void> {
  // Inside the project, so that the bare application finds the same Next.
  const bareFolder = await mkdtemp(join(process.cwd(), ".next-bench-"));
  try {
    const bare = await bareNext(bareFolder);
    const measured = await measureViews(server.base, paths, pages);
    const plain = await plainNode(pages);
    await compareViews(measured, plain, bare);
    await Promise.all([server.stop(), plain.stop(), bare.stop()]);
  } finally {
    await stopAll();
    await rm(bareFolder, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const asked = args.filter((arg) => arg.startsWith("/"));
  const named = PARTS.filter((part) => args.includes(part));
  const [paths, wanted] = [asked.length > 0 ? asked : VIEWS, new Set(named.length > 0 ? named : PARTS)];
  const folder = await mkdtemp(join(tmpdir(), "sellthrough-bench-"));
  try {
    const pages = join(folder, "pages");
    await mkdir(pages);
    if (PARTS.some((part) => part !== "growth" && wanted.has(part))) {
      say("Starting the site (built first when the build is not up to date).");
      const server = await npmStart(`file:${join(folder, "bench.db")}`, { LOG_LEVEL: "silent", API_PER_MINUTE: "100000000" });
      await measureServer(server, paths, pages, wanted);
      if (wanted.has("views")) await measureAllViews(server, paths, pages);
      // What it makes in the background would stand in the way of what is measured next.
      await server.stop();
    }
    const grown = asked.length > 0 ? GROWING.filter((path) => asked.includes(path)) : GROWING;
    if (wanted.has("growth") && grown.length > 0) await measureGrowth(grown, folder);
  } finally {
    await stopAll();
    await rm(folder, { recursive: true, force: true });
  }
}

process.once("SIGINT", () => void stopAll().then(() => process.exit(130)));
process.once("SIGTERM", () => void stopAll().then(() => process.exit(143)));
await main();
