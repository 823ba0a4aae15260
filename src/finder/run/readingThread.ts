/** The thread of apart.ts: one document in, its reading out. */
import { parentPort, workerData } from "node:worker_threads";
import type { ReadingTask } from "./apart";
import { readNamed } from "./named";

const { bytes, known, asked } = workerData as ReadingTask;
const { sha256, address, reading } = readNamed(bytes, known, asked);
const { text, address: own } = reading.document;
// Of the page's parse nothing but this is part of a reading.
parentPort?.postMessage({ sha256, address, reading: { ...reading, document: { text, address: own } } });
