/**
 * Serves the built site for the browser tests: the very command of the README, on a store of its own, for all files of the project.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    site: string;
  }
}

/** A build on two busy cores takes minutes. */
const START_LIMIT_MS = 900_000;

export interface Site {
  readonly address: string;
  /** The address of its store, for those who write beside it. */
  readonly store: string;
  readonly stop: () => Promise<void>;
}

/** Starts a site on a store of its own, with more of the environment set; the build is shared. */
export async function startSite(env: Readonly<Record<string, string>> = {}): Promise<Site> {
  const folder = mkdtempSync(join(tmpdir(), "sellthrough-browser-"));
  const store = `file:${join(folder, "store.db")}`;
  const port = await freePort();
  const address = `http://localhost:${port}`;
  const server = spawn("npx", ["tsx", "src/cli/start.ts"], {
    env: { ...process.env, PORT: String(port), DATABASE_URL: store, SITE_URL: address, ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let said = "";
  server.stdout.on("data", (text: Buffer) => (said += text.toString()));
  server.stderr.on("data", (text: Buffer) => (said += text.toString()));
  const stop = async () => {
    await stopped(server);
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await answers(`${address}/`, server);
  } catch (error) {
    await stop();
    throw new Error(`npm start did not come up: ${String(error)}\n${said}`, { cause: error });
  }
  return { address, store, stop };
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { address, stop } = await startSite();
  project.provide("site", address);
  return stop;
}

async function answers(address: string, server: ChildProcess): Promise<void> {
  const end = Date.now() + START_LIMIT_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`it ended with ${server.exitCode}`);
    const ready = await fetch(address).then(
      (response) => response.ok,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("it took too long");
}

/** Ends the server and what it started. */
function stopped(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (server.exitCode !== null || server.pid === undefined) {
      resolve();
      return;
    }
    server.once("exit", () => {
      resolve();
    });
    process.kill(-server.pid, "SIGTERM");
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        if (address !== null && typeof address === "object") resolve(address.port);
        else reject(new Error("no free port"));
      });
    });
  });
}
