/**
 * How the server of the built site is run: its file, what Node is told, and the environment that keeps its memory small. Measured on the
 * bench (npm run bench): through 5,000 selections and 200 connections it took 534 MB, and 880 before these and what server/ lets go of.
 */
import { serverFile } from "./bundles";

/**
 * Little room for new objects, because most die young here; old ones may outgrow what is in use by a third before they are collected, not
 * by the threefold that a large machine suggests; and the server may ask for a collection when what it kept was dropped (server/dropped.ts). The collector
 * works on the server's own thread: with so little to collect its four helpers mostly wait for one another (measured on two cores: making
 * a page took a quarter more CPU with them, and the process 30 MB more).
 */
const LEAN = ["--max-semi-space-size=4", "--single-threaded-gc", "--heap-growing-percent=30", "--expose-gc"];

/** Arguments for Node. */
export const serverCommand = (): string[] => [...LEAN, serverFile()];

/**
 * For the system's allocator. Compression and pictures are made on threads, which would have an arena each that keeps what was given back;
 * and what is large is to go back to the system, however often it was needed.
 */
export const SERVER_ENVIRONMENT = {
  MALLOC_ARENA_MAX: "2",
  MALLOC_MMAP_THRESHOLD_: "131072",
  MALLOC_TRIM_THRESHOLD_: "131072",
} as const;
