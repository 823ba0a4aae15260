/**
 * Servers that tests, bench and audit start: children of this process on free ports of loopback, waited for until they say that they are
 * up, and stopped as an operator stops them.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { SERVER_ENVIRONMENT, serverCommand } from "@/cli/serverProcess";

const STOP_WAIT_MS = 30_000;

/** The site as `npm start` starts it, without the compiler's own process. */
export const START = ["--import", "tsx", "src/cli/start.ts"];

const started = new Set<Running>();

type Environment = Readonly<Record<string, string>>;

export interface Running {
  readonly base: string;
  readonly port: number;
  readonly process: ChildProcess;
  /** Memory that the process takes, in bytes. */
  readonly memory: () => number;
  /** Its exit status; null where it had to be killed. */
  readonly stop: () => Promise<number | null>;
}

export interface Start {
  readonly command?: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Environment;
  readonly port: number;
  /** The server is up when its output matches this, a group of it being the port where that was not known; or when it sends a message. */
  readonly ready: RegExp | "message";
  readonly waitMs?: number;
}

/** A port of loopback that is free now. */
export function freePort(): Promise<number> {
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

/** Starts a server, Node with a script unless another command is named, and waits until it is up. Throws with its output when it does not come up. */
export async function start({ command = process.execPath, args, cwd, env, ready, port, waitMs = 900_000 }: Start): Promise<Running> {
  const child = spawn(command, args, {
    cwd: cwd ?? process.cwd(),
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe", ...(ready === "message" ? (["ipc"] as const) : [])],
  });
  const stop = () => end(child).finally(() => started.delete(running));
  let at = port;
  const running: Running = {
    get base() {
      return `http://127.0.0.1:${at}`;
    },
    get port() {
      return at;
    },
    process: child,
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid ?? 0}/status`, "utf8"))?.[1]) * 1024,
    stop,
  };
  started.add(running);
  let said = "";
  try {
    await new Promise<void>((resolve, reject) => {
      const fail = (what: string) => {
        reject(new Error(`${args.join(" ")} ${what}:\n${said}`));
      };
      const timer = setTimeout(fail, waitMs, `was not up after ${waitMs / 1000} s`);
      const up = () => {
        clearTimeout(timer);
        resolve();
      };
      const hear = (chunk: Buffer) => {
        said = (said + chunk.toString("utf8")).slice(-100_000);
        const found = ready === "message" ? null : ready.exec(said);
        if (found?.[1] !== undefined) at = Number(found[1]);
        if (found) up();
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      child.once("message", up);
      child.once("exit", (status) => {
        clearTimeout(timer);
        fail(`ended with ${String(status)}`);
      });
    });
  } catch (error) {
    await stop();
    throw error;
  }
  return running;
}

function end(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    const hard = setTimeout(() => child.kill("SIGKILL"), STOP_WAIT_MS);
    child.once("exit", (status) => {
      clearTimeout(hard);
      resolve(status);
    });
    child.kill("SIGTERM");
  });
}

export async function stopAll(): Promise<void> {
  await Promise.all([...started].map(({ stop }) => stop()));
}

const environment = (database: string, port: number): Environment => ({
  PORT: String(port),
  HOSTNAME: "127.0.0.1",
  DATABASE_URL: database,
  SITE_URL: `http://127.0.0.1:${port}`,
});

/** The server of the finished build on a store that is ready. It makes what it is asked for and no more: a test's time is for its own questions. */
export async function serve(database: string, env: Environment = {}): Promise<Running> {
  const port = await freePort();
  const own = { ...SERVER_ENVIRONMENT, ...environment(database, port), LOG_LEVEL: "silent", PREPARE: "0" };
  return start({ args: serverCommand(), env: { ...own, ...env }, ready: "message", port });
}

/** The site as `npm start` serves it: builds when the build is not up to date, and imports the record into the store that `database` names. */
export async function npmStart(database: string, env: Environment = {}): Promise<Running> {
  const port = await freePort();
  return start({ args: START, env: { ...environment(database, port), ...env }, ready: /Serving on/, port });
}
