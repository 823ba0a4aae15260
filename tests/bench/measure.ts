/**
 * What is measured of an address: requests per second under load, time to first byte of single requests, and bytes with and without
 * compression. An address in → numbers out; nothing is asserted about time.
 */
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { Agent, get } from "node:http";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
  /** Names and values in turn, as they came. */
  readonly head: readonly string[];
  /** From sending the request to the first byte of the answer, and to the last, in ms. */
  readonly firstByteMs: number;
  readonly totalMs: number;
}

type Headers = Readonly<Record<string, string>>;

/** One GET. `encoding` "gzip" leaves the body as it was sent. */
export function fetchOnce(
  url: string,
  agent: Agent,
  encoding: "identity" | "gzip" | "br" = "identity",
  more: Headers = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const request = get(url, { agent, headers: { "accept-encoding": encoding, ...more } }, (response) => {
      const chunks: Buffer[] = [];
      let first: number | undefined;
      response.on("data", (chunk: Buffer) => {
        first ??= performance.now();
        chunks.push(chunk);
      });
      response.once("error", reject);
      response.once("end", () => {
        const now = performance.now();
        resolve({
          status: response.statusCode ?? 0,
          body: Buffer.concat(chunks),
          head: response.rawHeaders,
          firstByteMs: (first ?? now) - begun,
          totalMs: now - begun,
        });
      });
    });
    request.once("error", reject);
  });
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [a = NaN, b = NaN] = [sorted[middle - (sorted.length % 2 === 0 ? 1 : 0)], sorted[middle]];
  return (a + b) / 2;
}

/** Median of requests made one after the other, as many as fit into `limitMs`, at least three. */
export async function alone(url: string, most: number, limitMs: number): Promise<{ firstByteMs: number; totalMs: number; times: number }> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const replies: Reply[] = [];
  const until = performance.now() + limitMs;
  while (replies.length < 3 || (replies.length < most && performance.now() < until)) replies.push(await fetchOnce(url, agent));
  agent.destroy();
  return {
    firstByteMs: median(replies.map((reply) => reply.firstByteMs)),
    totalMs: median(replies.map((reply) => reply.totalMs)),
    times: replies.length,
  };
}

/** CPU time that a process has taken so far, in ms, to 10 ms (Linux); NaN where the system does not say. */
export function cpuMs(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return NaN;
  // Behind the name in parentheses: utime and stime are the 12th and 13th, in hundredths of a second.
  const fields = readFileSync(file, "utf8").split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

const LOOK_MS = 1_000;

/** Waits until a process has next to nothing to do (what the server makes in the background is made), at most `mostMs`. */
export async function untilIdle(pid: number, mostMs = 300_000): Promise<void> {
  const until = performance.now() + mostMs;
  for (let calm = 0; calm < 3 && performance.now() < until;) {
    const before = cpuMs(pid);
    await sleep(LOOK_MS);
    calm = cpuMs(pid) - before > LOOK_MS / 20 ? 0 : calm + 1;
  }
}

const AT_ONCE = 8;

/**
 * Requests per second with eight connections that each ask again at once, over `forMs` after a short warm-up. Of an answer nothing is read
 * but its status and where it ends: a whole client would take longer than the server and hide what that takes.
 */
export async function underLoad(url: string, forMs: number, headers: Headers = {}): Promise<number> {
  const askers = await Promise.all(Array.from({ length: AT_ONCE }, () => openAsker(new URL(url), headers)));
  for (let i = 0; i < 3; i++) await askers[0]?.ask();
  const begun = performance.now();
  let done = 0;
  const worker = async ({ ask }: Asker) => {
    while (performance.now() - begun < forMs) {
      const status = await ask();
      if (status !== 200 && status !== 304) throw new Error(`${url} answered ${status} under load`);
      done++;
    }
  };
  await Promise.all(askers.map(worker));
  const seconds = (performance.now() - begun) / 1000;
  for (const { close } of askers) close();
  return done / seconds;
}

interface Asker {
  /** Asks once and gives the status of the answer when all of it is there. */
  readonly ask: () => Promise<number>;
  readonly close: () => void;
}

const HEAD_END = "\r\n\r\n";
const LAST_CHUNK = Buffer.from("0\r\n\r\n");

async function openAsker({ hostname, port, host, pathname, search }: URL, headers: Headers): Promise<Asker> {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  const text = `GET ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\n${lines.join("")}\r\n`;
  const socket = connect(Number(port), hostname);
  await once(socket, "connect");
  let status: number | undefined;
  /** Bytes that are still to come; undefined: until the last chunk. */
  let left: number | undefined = 0;
  let told: { resolve: (status: number) => void; reject: (error: Error) => void } | undefined;
  socket.on("data", (chunk: Buffer) => {
    let body = chunk;
    if (status === undefined) {
      const end = chunk.indexOf(HEAD_END);
      const head = chunk.toString("latin1", 0, end);
      status = Number(head.slice(9, 12));
      left = /\r\ntransfer-encoding: chunked/i.test(head) ? undefined : Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
      body = chunk.subarray(end + HEAD_END.length);
    }
    if (left !== undefined) left -= body.length;
    if (left === undefined ? !body.subarray(-LAST_CHUNK.length).equals(LAST_CHUNK) : left > 0) return;
    const whole = status;
    status = undefined;
    told?.resolve(whole);
  });
  socket.on("error", (error) => told?.reject(error));
  socket.on("close", () => told?.reject(new Error(`the connection to ${host} was closed`)));
  return {
    ask: () =>
      new Promise((resolve, reject) => {
        told = { resolve, reject };
        socket.write(text);
      }),
    close: () => socket.destroy(),
  };
}

/** HTML bytes, as sent compressed, and the compressed bytes of the scripts that the page names, with what those import at once. */
export async function weigh(base: string, path: string): Promise<{ status: number; html: Buffer; gzipped: number; scripts: number }> {
  const agent = new Agent({ keepAlive: true });
  const plain = await fetchOnce(base + path, agent);
  const packed = await fetchOnce(base + path, agent, "gzip");
  const named = [...plain.body.toString("utf8").matchAll(/<script[^>]+src="(\/[^"]+)"/g)].map((match) => match[1] ?? "");
  const addresses = new Set(named.map((address) => new URL(address.replaceAll("&amp;", "&"), base).href));
  let scripts = 0;
  // A set is walked with what is added meanwhile. What is imported when it is used (`import(…)`) is not loaded with the page.
  for (const address of addresses) {
    scripts += (await fetchOnce(address, agent, "gzip")).body.length;
    const text = (await fetchOnce(address, agent)).body.toString("utf8");
    for (const [, from = ""] of text.matchAll(/(?:\bfrom|\bimport)\s*"(\.[^"]+\.js)"/g)) addresses.add(new URL(from, address).href);
  }
  agent.destroy();
  return { status: plain.status, html: plain.body, gzipped: packed.body.length, scripts };
}
