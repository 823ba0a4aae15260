/**
 * The servers of a bench run: each is a child of this process, listens on loopback alone, and is stopped at the end, also when the run
 * fails. Commands in → addresses out.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";

const NEXT = join(process.cwd(), "node_modules/next/dist/bin/next");
const started = new Set<ChildProcess>();

export interface Running {
  readonly base: string;
  stop(): Promise<void>;
  readonly pid: number;
}

interface Start {
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The server is up when its output contains this. */
  readonly ready: RegExp;
  readonly port: number;
  readonly waitMs: number;
}

/** Starts a Node script as a server and waits until it says that it is up. Throws with its output when it does not. */
async function start({ args, cwd, env, ready, port, waitMs }: Start): Promise<Running> {
  const child = spawn(process.execPath, args, {
    cwd: cwd ?? process.cwd(),
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", NODE_ENV: "production", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.add(child);
  const said: string[] = [];
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new Error(`${args.join(" ")} was not up after ${waitMs / 1000} s:\n${said.join("")}`));
    }, waitMs);
    const hear = (chunk: Buffer) => {
      said.push(chunk.toString("utf8"));
      if (!ready.test(said.join(""))) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.once("exit", (status) => {
      clearTimeout(timer);
      reject(new Error(`${args.join(" ")} ended with ${String(status)}:\n${said.join("")}`));
    });
  }).catch(async (error: unknown) => {
    await end(child);
    throw error;
  });
  const at = port === 0 ? Number(/\d+/.exec(said.join(""))?.[0]) : port;
  return { base: `http://127.0.0.1:${at}`, pid: child.pid ?? 0, stop: () => end(child) };
}

interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a Node script to its end and gives its output; undefined when it takes longer than `limitMs`. Throws when it fails. */
export async function run(args: readonly string[], limitMs: number, { cwd, env }: RunOptions = {}): Promise<string | undefined> {
  const child = spawn(process.execPath, args, {
    cwd: cwd ?? process.cwd(),
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  started.add(child);
  const [said, complained]: [string[], string[]] = [[], []];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk.toString("utf8")));
  child.stderr.on("data", (chunk: Buffer) => complained.push(chunk.toString("utf8")));
  const timer = setTimeout(() => child.kill("SIGKILL"), limitMs);
  const begun = performance.now();
  const status = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  clearTimeout(timer);
  started.delete(child);
  if (status === 0) return said.join("");
  if (status === null && performance.now() - begun >= limitMs) return undefined;
  throw new Error(`${args.join(" ")} ended with ${String(status)}:\n${said.join("")}${complained.join("")}`);
}

function end(child: ChildProcess): Promise<void> {
  started.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const hard = setTimeout(() => child.kill("SIGKILL"), 8_000);
    child.once("exit", () => {
      clearTimeout(hard);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

export async function stopAll(): Promise<void> {
  await Promise.all([...started].map(end));
}

/** A port of loopback that is free now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === "object" && address !== null ? address.port : 0);
      });
    });
  });
}

/** The site as `npm start` serves it: builds when the build is not up to date, imports the record into the store that `database` names. */
export async function site(database: string): Promise<Running> {
  const port = await freePort();
  const env = { PORT: String(port), HOSTNAME: "127.0.0.1", DATABASE_URL: database, LOG_LEVEL: "silent", API_PER_MINUTE: "100000000" };
  return start({ args: ["--import", "tsx", "src/cli/start.ts"], env, ready: /Serving on/, port, waitMs: 600_000 });
}

/** A page of one sentence, rendered at each request, in a Next application of its own built under `folder` (inside the project, for its packages). */
export async function bareNext(folder: string): Promise<Running> {
  await mkdir(join(folder, "app"), { recursive: true });
  await writeFile(join(folder, "package.json"), '{"name":"bare","private":true}');
  await writeFile(join(folder, "app/layout.js"), "export default ({ children }) => <html lang='en'><body>{children}</body></html>;");
  await writeFile(join(folder, "app/page.js"), "export const dynamic = 'force-dynamic';\nexport default () => <p>One sentence.</p>;");
  const built = await run([NEXT, "build"], 240_000, { cwd: folder, env: { NODE_ENV: "production", NEXT_DIST_DIR: ".next" } });
  if (built === undefined) throw new Error("the bare Next page was not built in four minutes");
  const port = await freePort();
  return start({
    args: [NEXT, "start", "--port", String(port), "--hostname", "127.0.0.1"],
    cwd: folder,
    ready: /Ready in/,
    port,
    waitMs: 60_000,
  });
}

/** Plain Node serving the files of a folder. */
export function plainNode(folder: string): Promise<Running> {
  return start({ args: ["tests/bench/plainServer.mjs", folder], ready: /\d+\n/, port: 0, waitMs: 20_000 });
}
