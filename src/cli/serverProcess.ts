/**
 * How the server of the built site is run: its file, what Node is told, and the environment that keeps its memory small. Measured as
 * the bench does (npm run bench -- memory), with 128 MB of answers kept, on a busy machine: 412 MB after 5,000 selections and 401 after 200
 * connections for a minute. The room for new objects matters little: with a quarter of it 12 MB are saved.
 */
import { availableParallelism } from "node:os";
import { serverFile } from "./bundles";

/**
 * Room for the new objects of a page or two that are being made: with less, what is still needed is taken for old, which costs more to
 * collect than the room. Old ones may outgrow what is in use by a fifth before they are collected, not by the threefold that a large
 * machine suggests; moving all of them together at each collection (--compact-on-every-full-gc) saved no more memory and stopped the
 * server for half a second. The server asks for a collection itself (server/garbage.ts). The collector works on the server's own thread: with so little to collect its four helpers make no
 * page quicker, and the process takes 30 MB more with them. It marks what is in use at one go, in about 100 ms, the time of making a page:
 * while it marks by and by, all that is new counts as in use, so that the next collection is due at once, and sending finished bytes
 * takes half as much again.
 */
const MEMORY_FLAGS = [
  "--max-semi-space-size=16",
  "--single-threaded-gc",
  "--no-incremental-marking",
  "--heap-growing-percent=20",
  "--expose-gc",
];

/**
 * V8 compiles what is called often anew, on threads beside the server's own, and most pages are made too seldom for that to pay: with four
 * times the usual calls before it does, the first pages after a rest take half the processor time, and later ones no more than before.
 */
const COMPILER_FLAGS = ["--interrupt-budget=500000"];

/** Arguments for Node. */
export const serverCommand = (): string[] => [...MEMORY_FLAGS, ...COMPILER_FLAGS, serverFile()];

/**
 * For the system's allocator. Compression is done on threads, which would have an arena each that keeps what was given back; and what is
 * larger than a finished answer is to go back to the system, however often it was needed. More threads than processors make nothing quicker.
 */
export const SERVER_ENVIRONMENT = {
  UV_THREADPOOL_SIZE: String(Math.min(4, availableParallelism())),
  MALLOC_ARENA_MAX: "1",
  MALLOC_MMAP_THRESHOLD_: "32768",
  MALLOC_TRIM_THRESHOLD_: "65536",
} as const;
