/**
 * What the server makes of load: finished answers against plain Node sending the same bytes, answers that the reader has already, answers
 * that have to be made, the first after an import, bytes of the pages, memory through thousands of selections and hundreds of connections.
 * Base address of a running site → lines of a table.
 */
import { execFileSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { Agent, get } from "node:http";
import { join } from "node:path";
import { cpuMs, fetchOnce, median, underLoad, untilIdle, weigh } from "./measure";
import { plainNode } from "./servers";

const LOAD_MS = 800;
/** Site and yardstick take turns, so that what else the machine does meets both; the medians count. */
const ROUNDS = 7;
const KINDS = [
  ["page", "/"],
  ["page", "/months/2025-03"],
  ["CSV", "/tables/miners-2025-03.csv"],
  ["PNG", "/charts/sold-2025-03.png"],
  ["API", "/api/v1/openapi.json"],
] as const;

const whole = (value: number): string => value.toFixed(0);

/**
 * Hits and 304s with gzip asked for, as browsers do, against plain Node sending those very bytes, head and body; and the CPU time that a
 * hit takes in the server's process and in plain Node's, which says the same on a machine that has other things to do.
 */
export async function hits(base: string, pid: number, folder: string): Promise<string[][]> {
  const lines = [["hit", "bytes sent", "requests/s", "of plain Node", "CPU µs", "plain Node's", "304/s"]];
  const agent = new Agent({ keepAlive: true });
  // What is asked for again is compressed anew, with the best quality; that is done before anything is measured.
  for (const [, path] of KINDS) for (let n = 0; n < 4; n++) await fetchOnce(base + path, agent, "gzip");
  await untilIdle(pid);
  for (const [at, [kind, path]] of KINDS.entries()) {
    const file = `hit-${at}`;
    const sent = await fetchOnce(base + path, agent, "gzip");
    await writeFile(join(folder, file), sent.body);
    await writeFile(join(folder, `${file}.head`), JSON.stringify(ownHeaders(sent.head)));
    const plain = await plainNode(folder);
    const [own, yardstick]: [Loaded[], Loaded[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      own.push(await loaded(base + path, pid));
      yardstick.push(await loaded(`${plain.base}/${file}`, plain.process.pid ?? 0));
    }
    const rates = own.map(({ rate }, round) => rate / (yardstick[round]?.rate ?? NaN));
    const again = await underLoad(base + path, 2 * LOAD_MS, { "accept-encoding": "gzip", "if-none-match": await tagOf(base + path) });
    await plain.stop();
    lines.push([
      ...[`${kind} ${path}`, whole(sent.body.length), whole(median(own.map(({ rate }) => rate))), median(rates).toFixed(2)],
      ...[own, yardstick].map((all) => whole(median(all.map(({ cpuUs }) => cpuUs)))),
      whole(again),
    ]);
  }
  agent.destroy();
  return lines;
}

/** Headers without those that Node writes by itself. */
function ownHeaders(head: readonly string[]): string[] {
  return head.filter((_, at) => !/^(date|connection|keep-alive)$/i.test(head[at - (at % 2)] ?? ""));
}

interface Loaded {
  readonly rate: number;
  readonly cpuUs: number;
}

/** Requests per second with gzip asked for, and CPU time of the process per request. */
async function loaded(url: string, pid: number): Promise<Loaded> {
  const before = cpuMs(pid);
  const rate = await underLoad(url, LOAD_MS, { "accept-encoding": "gzip" });
  return { rate, cpuUs: ((cpuMs(pid) - before) * 1_000) / ((rate * LOAD_MS) / 1_000) };
}

/**
 * Selections of which nobody asked yet: each is asked for once. Their answers differ, so none stands for another; and none is a single choice
 * on the overview, which the server makes by itself.
 */
const FRESH = [
  "c=riot,mara,cleanspark&basis=net",
  "panel=all&basis=net",
  "evidence=firsthand&panel=all",
  "panel=largest15&evidence=reported",
  "from=2024-01&to=2025-06",
  "c=hive,bitfarms,riot,iren",
  "evidence=reported&basis=net",
];

/** Later ones of each page, of the given first months. */
const from = (...months: readonly string[]): string[] =>
  ["all", "largest15"].flatMap((panel) =>
    [2022, 2023, 2024].flatMap((year) =>
      ["gross", "net"].flatMap((basis) => months.map((month) => `panel=${panel}&from=${year}-${month}&basis=${basis}`)),
    ),
  );
/** By the last of these the code of a page is compiled, as a server's is that has been asked for a while. */
const LATER = from("01", "04");
const LAST = from("07", "10");

/**
 * What making an answer takes: from the request to its last byte, and CPU time of the server's process (compression and compilation on its
 * threads and what the collector does among it): of the first selections that anybody asks for after a start, of the next ones, and of those
 * after them. A first one, not counted, loads the code of the page.
 */
export async function cold(base: string, pid: number): Promise<string[][]> {
  // After its start the server makes the main addresses by itself.
  await untilIdle(pid);
  const stages = [FRESH, LATER, LAST];
  const lines = [["made anew", ...stages.flatMap((_, at) => [`${["first", "later", "last"][at]}: median ms`, "CPU ms each"])]];
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  for (const path of ["/", "/months/2025-03", "/companies", "/companies/hive", "/strategies", "/map", "/coverage", "/signal"]) {
    const ask = async (query: string): Promise<number> => {
      const { status, totalMs } = await fetchOnce(`${base}${path}?${query}`, agent, "gzip");
      if (status !== 200) throw new Error(`${path}?${query} answered ${status}`);
      return totalMs;
    };
    const askAll = async (queries: readonly string[]): Promise<string[]> => {
      const before = cpuMs(pid);
      const times: number[] = [];
      for (const query of queries) times.push(await ask(query));
      return [median(times), (cpuMs(pid) - before) / queries.length].map(whole);
    };
    await ask("per=quarter&basis=net");
    const row = [path];
    for (const queries of stages) row.push(...(await askAll(queries)));
    lines.push(row);
  }
  agent.destroy();
  return lines;
}

/** Bytes of the main pages: as they are, gzip, brotli, and their scripts. */
export async function sizes(base: string, paths: readonly string[]): Promise<string[][]> {
  const lines = [["page", "raw", "gzip", "brotli", "scripts (gzip)"]];
  const agent = new Agent({ keepAlive: true });
  for (const path of paths) {
    const { html, gzipped, scripts } = await weigh(base, path);
    const brotli = await fetchOnce(base + path, agent, "br");
    lines.push([path, html.length, gzipped, brotli.body.length, scripts].map(String));
  }
  agent.destroy();
  return lines;
}

/** Memory of the server before, after 5,000 selections, and after a minute of 200 connections. */
export async function memory(base: string, pid: number, selections = 5_000, connectedMs = 60_000): Promise<string[][]> {
  const megabytes = () => (Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" })) / 1024).toFixed(0);
  await untilIdle(pid);
  const lines = [
    ["memory", "MB"],
    ["before, with nothing to do", megabytes()],
  ];
  const agent = new Agent({ keepAlive: true, maxSockets: 4 });
  const asked = Array.from({ length: selections }, (_, n) => selectionOf(n));
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let next = asked.pop(); next !== undefined; next = asked.pop()) await fetchOnce(base + next, agent);
    }),
  );
  lines.push([`after ${selections} selections`, megabytes()]);
  const many = new Agent({ keepAlive: true, maxSockets: 200 });
  const until = performance.now() + connectedMs;
  await Promise.all(
    Array.from({ length: 200 }, async () => {
      while (performance.now() < until) await fetchOnce(`${base}/`, many);
    }),
  );
  lines.push([`after 200 connections for ${connectedMs / 1000} s`, megabytes()]);
  agent.destroy();
  many.destroy();
  return lines;
}

const COMPANIES = ["riot", "mara", "hive", "cleanspark", "bitfarms", "hut8", "iren", "cipher", "terawulf", "bitdeer"];

/** The n-th of many different selections, some of files. */
function selectionOf(n: number): string {
  const chosen = COMPANIES.filter((_, bit) => ((n + 1) >> bit) % 2 === 1).join(",");
  const path = ["/", "/tables/pooled-sell-through.csv", "/charts/pooled-sell-through.svg", "/months", "/api/v1/sell-through"][n % 5] ?? "/";
  return `${path}?c=${chosen}&basis=${n % 2 === 0 ? "gross" : "net"}&per=${["month", "quarter", "year"][n % 3] ?? "month"}`;
}

function tagOf(url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "gzip" } }, (answer) => {
      answer.resume();
      resolve(answer.headers.etag ?? "");
    }).once("error", reject);
  });
}
