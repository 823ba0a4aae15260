/**
 * Reads a document beside a server: on a thread of its own, so that requests are answered meanwhile, within limits of time and memory. Each
 * document has a new thread, which ends with it: nothing is kept between readings, and whatever happens on a thread stays there. One at a
 * time; others wait.
 */
import { join } from "node:path";
import { Worker, type WorkerOptions } from "node:worker_threads";
import { messageOf, Refusal } from "@/domain/shared/refusal";
import { count } from "@/domain/shared/numberText";
import { buildFolder } from "@/record/setting";
import type { AskedOf, KnownRecord, NamedDocument } from "./named";

/** The thread's script in the finished build, where esbuild puts it (src/cli/bundles.ts). */
export const BUILT_THREAD = "readingThread.mjs";

/** What the thread is given, and copied for it. */
export interface ReadingTask {
  readonly bytes: Uint8Array;
  readonly known: KnownRecord;
  readonly asked: AskedOf;
}

export interface Limits {
  readonly seconds: number;
  /** Of the thread's heap. */
  readonly megabytes: number;
}

/** A filing of 5 MB, the largest file that the desk takes, is read in half of the memory and a tenth of the time. */
const USUAL: Limits = { seconds: 60, megabytes: 128 };

/** Of what was just made: by itself it would grow to several times as much, for no gain in time. In the server less (server/process/garbage.ts). */
const YOUNG_MEGABYTES = 8;

/** A thread's script: a file, or with `eval` its text. */
type Script = readonly [file: string, options?: WorkerOptions];

/** What is not built is bundled when it is needed: under `npm run dev`, and in tests. */
const UNBUILT: Script = [
  `const { buildSync } = require("esbuild");
   const how = { bundle: true, platform: "node", packages: "external", write: false };
   eval(buildSync({ entryPoints: ["src/finder/run/readingThread.ts"], ...how }).outputFiles[0].text);`,
  { eval: true },
];

const script = (): Script => (process.env.NODE_ENV === "production" ? [join(process.cwd(), buildFolder(), BUILT_THREAD)] : UNBUILT);

let last: Promise<unknown> = Promise.resolve();

/** A document that asks for more than the limits, or at which the reader fails. */
export class ReadingStopped extends Refusal {
  override readonly name = "ReadingStopped";
}

/** Reads like readNamed. Throws ReadingStopped. */
export function readApart(
  bytes: Uint8Array,
  known: KnownRecord,
  asked: AskedOf,
  { limits = USUAL, thread = script() }: { readonly limits?: Limits; readonly thread?: Script } = {},
): Promise<NamedDocument> {
  const reading = last.then(() => onThread({ bytes, known: needed(known), asked }, limits, thread));
  last = reading.catch(() => undefined);
  return reading;
}

/** What the reader asks of the record, without what else its rows hold: all of it is copied. */
const needed = ({ companies, facts, prices }: KnownRecord): KnownRecord => ({
  companies,
  facts: facts.map(({ company, metric, period, value, source: { address } }) => ({ company, metric, period, value, source: { address } })),
  prices: prices.map(({ month, average }) => ({ month, average })),
});

function onThread(task: ReadingTask, { seconds, megabytes }: Limits, [file, options]: Script): Promise<NamedDocument> {
  return new Promise<NamedDocument>((resolve, reject) => {
    const refuse = (why: string) => {
      reject(new ReadingStopped(`${why} Paste the part of it that states the figures.`));
    };
    const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES };
    const worker = new Worker(file, { ...options, workerData: task, resourceLimits });
    const timer = setTimeout(() => {
      refuse(`The program was still reading it after ${count(seconds, "second")}, so it has stopped.`);
      void worker.terminate();
    }, seconds * 1000);
    worker.once("message", resolve);
    worker.once("messageerror", reject);
    worker.once("error", (error: NodeJS.ErrnoException) => {
      if (error.code === "ERR_WORKER_OUT_OF_MEMORY") {
        refuse(`Reading it needs more memory than the program may take, so it has stopped.`);
        return;
      }
      console.error("A document could not be read:", error);
      refuse(`The program failed at reading it (${messageOf(error)}).`);
    });
    worker.once("exit", () => {
      clearTimeout(timer);
      // After an answer, or another refusal, this one says nothing.
      refuse(`The program ended before it had read it.`);
    });
  });
}
