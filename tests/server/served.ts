/**
 * The built site as `npm start` serves it, as processes of their own on a store of the test's, the store
 * filled with the committed record.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { SERVER_ENVIRONMENT, serverCommand } from "@/cli/serverProcess";
import { readRecord } from "@/record/csv/readRecord";
import { openStore, type Store } from "@/record/store/client";
import { migrate } from "@/record/store/migrate";
import { saveRecord } from "@/record/store/save";
import { committed } from "../api/world";

/** A store at `url` with the committed record. */
export async function importedStore(url: string): Promise<Store> {
  const store = openStore(url);
  await migrate(store);
  await importFiles(store, committed(), "2026-07-01T12:00:00.000Z");
  return store;
}

/** Imports files and gives the version that the record is at then. */
export async function importFiles(store: Store, files: ReadonlyMap<string, Uint8Array>, at: string): Promise<string> {
  const read = readRecord(files);
  if (!read.ok) throw new Error(JSON.stringify(read.problems.slice(0, 3)));
  return (await saveRecord(store, read.record, { by: "test", at, files: {} })).version.id;
}

export interface Served {
  readonly base: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Memory that the process takes, in bytes. */
  readonly memory: () => number;
  /** Stops it as an operator does; its exit status. */
  readonly stop: () => Promise<number | null>;
}

export async function serve(database: string, env: Readonly<Record<string, string>> = {}): Promise<Served> {
  const port = await freePort();
  const child = spawn(process.execPath, serverCommand(), {
    env: {
      ...SERVER_ENVIRONMENT,
      ...process.env,
      NODE_ENV: "production",
      DATABASE_URL: database,
      PORT: String(port),
      HOSTNAME: "127.0.0.1",
      LOG_LEVEL: "silent",
      ...env,
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => {
      resolve();
    });
    child.once("exit", (status) => {
      reject(new Error(`the server ended with ${String(status)}`));
    });
  });
  return {
    base: `http://127.0.0.1:${port}`,
    port,
    process: child,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid ?? 0}/status`, "utf8"))?.[1]) * 1024,
    stop: () =>
      new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve(child.exitCode);
          return;
        }
        child.removeAllListeners("exit");
        child.once("exit", resolve);
        child.kill("SIGTERM");
      }),
  };
}

/** Does the same with each item, a few at the same time, so that both processors have something to do. */
export async function eachOf<T>(items: Iterable<T>, act: (item: T) => Promise<void>, atOnce = 4): Promise<void> {
  const rest = items[Symbol.iterator]();
  const worker = async () => {
    for (let next = rest.next(); next.done !== true; next = rest.next()) await act(next.value);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

export interface Raw {
  readonly status: number;
  readonly head: string;
  readonly body: string;
}

/** Sends text over a connection and takes what comes back until the other side ends it. */
export function raw(port: number, text: string): Promise<Raw> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1", () => socket.write(text));
    let said = "";
    socket.on("data", (chunk: Buffer) => (said += chunk.toString("latin1")));
    socket.on("error", reject);
    socket.on("close", () => {
      const [head = "", ...rest] = said.split("\r\n\r\n");
      resolve({ status: Number(/^HTTP\/1\.1 (\d{3})/.exec(said)?.[1] ?? 0), head, body: rest.join("\r\n\r\n") });
    });
  });
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  });
}
