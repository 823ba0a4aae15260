/** A document is read beside the server: others are answered meanwhile, and nothing that it does to its thread reaches them. */
import { createServer } from "node:http";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { expect, test, vi } from "vitest";
import { readApart, ReadingStopped } from "@/finder/run/apart";
import { readNamed } from "@/finder/run/named";
import { seedRecord } from "../domain/seed";

const RELEASE = `Riot Announces July 2025 Production and Operations Updates
Riot Platforms, Inc. (NASDAQ: RIOT) announces updates for July 2025.

Metric | July 2025
Bitcoin Produced | 484
Bitcoin Sold | 475
`;
const bytes = (text: string) => new TextEncoder().encode(text);
const NOTHING = { companies: [], facts: [], prices: [] };

/** A reading on a thread that runs `script` instead of the reader. */
const onThread = (script: string) => {
  // On a busy machine what ends takes its time too.
  const seconds = script.includes("again") ? 1 : 60;
  return readApart(bytes(""), NOTHING, {}, { limits: { seconds, megabytes: 16 }, thread: [script, { eval: true }] });
};

test("the reading is that of the process itself", async () => {
  const { companies, facts, prices } = seedRecord();
  const record = { companies, facts, prices };
  const asked = { address: "https://www.riotplatforms.com/july", publishedOn: "2025-08-04" };
  const apart = await readApart(bytes(RELEASE), record, asked);
  const here = readNamed(bytes(RELEASE), record, asked);
  const { text } = here.reading.document;
  expect(here.reading.candidates.map(({ corroboratedBy }) => corroboratedBy.length)).not.toContain(0);
  expect(apart).toEqual({ ...here, reading: { ...here.reading, document: { text, address: undefined } } });
});

test("whoever asks while a long document is read is answered before it is read", async () => {
  const events: string[] = [];
  const server = createServer((_, response) => response.end("a page")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const reading = readApart(bytes(RELEASE.repeat(2_000)), NOTHING, {}).then(() => events.push("read"));
  await (await fetch(`http://127.0.0.1:${port}/`)).text();
  events.push("answered");
  await reading;
  server.close();
  expect(events).toEqual(["answered", "read"]);
});

test("one document is read at a time, in the order in which they came", async () => {
  const running = new Int32Array(new SharedArrayBuffer(4));
  const script = `
    const { workerData: { known: { companies: { running } } }, parentPort } = require("node:worker_threads");
    const before = Atomics.add(running, 0, 1);
    setTimeout(() => { Atomics.sub(running, 0, 1); parentPort.postMessage(before); }, 50);`;
  // Shared memory reaches a thread as itself, where all else is copied.
  const known = { ...NOTHING, companies: Object.assign([], { running }) };
  const others: unknown[] = [];
  const ended: number[] = [];
  await Promise.all(
    [1, 2, 3].map(async (which) => {
      others.push(await readApart(bytes(""), known, {}, { thread: [script, { eval: true }] }));
      ended.push(which);
    }),
  );
  expect([others, ended]).toEqual([
    [0, 0, 0],
    [1, 2, 3],
  ]);
});

test.each([
  ["comes to no end", "for (const again of [1]) for (;;);", /still reading it after 1 second, so it has stopped/],
  ["comes to no end within one pattern", 'const again = /^(a+)+$/; again.test("a".repeat(50) + "b");', /still reading it after/],
  ["fills the memory", "const all = []; for (;;) all.push(new Array(1000).fill(0.5));", /needs more memory than the program may take/],
  ["ends its thread", "process.exit(1);", /ended before it had read it/],
  ["fails", 'throw new RangeError("Maximum call stack size exceeded");', /failed at reading it \(Maximum call stack size exceeded\)/],
])("a document at which the reader %s is refused in words, and the next one is read", async (_, script, words) => {
  const log = vi.spyOn(console, "error").mockReturnValue(undefined);
  const [failing, next] = [onThread(script), readApart(bytes(RELEASE), { ...NOTHING, companies: seedRecord().companies }, {})];
  const refused: unknown = await failing.catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(ReadingStopped);
  expect((refused as Error).message).toMatch(words);
  expect((refused as Error).message).toMatch(/ Paste the part of it that states the figures\.$/);
  expect((await next).reading.candidates.map(({ plain }) => plain)).toEqual(["484", "475"]);
  log.mockRestore();
});
