/**
 * How the server of the built site is run: its file, what Node is told, and the environment that keeps its memory small. Measured on the
 * bench (npm run bench): through 5,000 selections and 200 connections it took 534 MB, and 880 before these and what server/ lets go of.
 */
import { serverFile } from "./bundles";

/**
 * Little room for new objects, because most die young here; old ones may outgrow what is in use by a third before they are collected, not
 * by the threefold that a large machine suggests; and the server may ask for a collection when what it kept was dropped (server/dropped.ts).
 */
const LEAN = ["--max-semi-space-size=4", "--heap-growing-percent=30", "--expose-gc"];

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
