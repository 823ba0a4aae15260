/**
 * How the server of the built site is run: its file, Node's flags, and the environment that keeps its memory small. Measured with the bench
 * (npm run bench -- memory), with 128 MB for responses: 400 MB after 5,000 selections, or after 200 connections for a minute. These saved
 * nothing at the peak: --flush-baseline-code, --optimize-for-size, a heap that grows by a tenth.
 */
import { availableParallelism } from "node:os";
import { serverFile } from "./bundles";

/**
 * Young generation: room for the objects of one or two pages being made; with less, live objects are promoted too early, which costs more
 * to collect than the room. The old generation may grow by a fifth before it is collected, not threefold as on large machines. The server
 * triggers collections itself (server/process/garbage.ts). Collection is single-threaded: four helper threads make no page faster, and take
 * 30 MB. Marking is not incremental and takes about 100 ms, the time of making a page: during incremental marking all new objects count as
 * live, so that the next collection is due at once.
 */
const MEMORY_FLAGS = [
  "--max-semi-space-size=8",
  "--single-threaded-gc",
  "--no-incremental-marking",
  "--heap-growing-percent=20",
  "--expose-gc",
];

/**
 * V8 interprets a function at first, translates it without optimizing once it has run often enough, and optimizes what is called frequently
 * on separate threads. Most pages are made too seldom for either to pay in time: translating at once and optimizing at eight times the usual
 * threshold makes a page in a tenth less CPU time, for 10 MB of code.
 */
const COMPILER_FLAGS = ["--always-sparkplug", "--interrupt-budget=1000000"];

/** Arguments for Node. */
export const serverCommand = (): string[] => [...MEMORY_FLAGS, ...COMPILER_FLAGS, serverFile()];

/**
 * For the system's allocator. Compression threads would each have an arena that keeps freed memory; and blocks larger than a finished
 * response are always returned to the system. More threads than processors make nothing faster.
 */
export const SERVER_ENVIRONMENT = {
  UV_THREADPOOL_SIZE: String(Math.min(4, availableParallelism())),
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "32768",
  MALLOC_TRIM_THRESHOLD_: "65536",
} as const;
