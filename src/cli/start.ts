/**
 * `npm start` and `npm run dev`: from a fresh clone to a running site, printing each step. `npm run build` only builds.
 * Generates the client, migrates the store, imports the record, builds the pages, each only when needed; then serves the site until it is
 * stopped. The store's code needs the generated client, so it is loaded only after that exists.
 */
import { setting } from "../record/setting";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { hostname } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "../domain/shared/refusal";
import { LEAST_SECRET, servedPort } from "../server/limits";
import { fingerprint, isBuilt, markBuilt } from "./build";
import { buildBundles } from "./bundles";
import { lightenChunks } from "./chunks";
import { ensureClient } from "./generate";
import { SERVER_ENVIRONMENT, serverCommand } from "./serverProcess";
import { type ServerRun, supervise } from "./supervise";

const NEXT = "node_modules/next/dist/bin/next";
/** Longer than the server's own shutdown. */
const STOP_WAIT_MS = 30_000;

const say = (line: string) => {
  console.log(line);
};

/** The current child process; stopped together with this one. */
let running: ChildProcess | undefined;
const stop = new AbortController();
const stopping = () => stop.signal.aborted;

async function main(): Promise<void> {
  if (process.argv.includes("--build")) {
    await ensureClient();
    await build();
    return;
  }
  const dev = process.argv.includes("--dev");
  const { port, host } = address();
  checkSettings();
  await mustBeFree(port, host);
  await ensureClient(() => {
    say("Generating the database client from prisma/schema.prisma.");
  });
  const { prepareStore } = await import("./prepare");
  await prepareStore(say);
  if (!dev) await build();
  await serve(dev, port, host);
}

/** Refuses what would only show later: a short secret, which can be guessed, as no desk; a wrong address in feeds and citations. */
function checkSettings(): void {
  const site = setting("SITE_URL");
  if (site !== undefined && !(/^https?:/.test(site) && URL.canParse(site)))
    throw new Refusal(`SITE_URL is "${site}"; set it to the public address from https:// on, or leave it out.`);
  const secret = setting("DESK_SECRET");
  if (secret !== undefined && secret.length < LEAST_SECRET)
    throw new Refusal(`DESK_SECRET has ${secret.length} characters; set it to at least ${LEAST_SECRET}, or leave it out to have no desk.`);
}

/** Where to listen. HOSTNAME is ignored where a container sets it to the machine's own name. */
function address(): { port: number; host: string } {
  const port = servedPort();
  const named = setting("HOSTNAME") ?? "localhost";
  return { port, host: ["localhost", hostname()].includes(named) ? "127.0.0.1" : named };
}

async function mustBeFree(port: number, host: string): Promise<void> {
  const probe = createServer().listen(port, host);
  await once(probe, "listening").catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Refusal(
      code === "EADDRINUSE"
        ? `Port ${port} is in use by another program: stop that one, or choose another port, as in PORT=${port + 1} npm start`
        : `Cannot listen on ${host}, port ${port}: ${message}`,
    );
  });
  await once(probe.close(), "close");
}

async function build(): Promise<void> {
  const sources = await fingerprint();
  if (await isBuilt(sources)) {
    say("The pages are built already.");
    return;
  }
  say("Building the pages (a minute or two; the next start will not need it).");
  await run([NEXT, "build"], { NODE_ENV: "production" });
  await Promise.all([lightenChunks(), buildBundles()]);
  await markBuilt(sources);
}

/** Runs a Node script to its end; its output is shown only when it fails. */
async function run(command: readonly string[], env: Record<string, string>): Promise<void> {
  const child = spawn(process.execPath, command, { env: { ...environment(), ...env }, stdio: ["ignore", "pipe", "pipe"] });
  running = child;
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  const status = await ended(child);
  running = undefined;
  if (stopping()) throw new Refusal("Stopped.");
  if (status !== 0) throw new Refusal(`${Buffer.concat(said).toString("utf8")}\nThat failed; what it says is above.`);
}

async function serve(dev: boolean, port: number, host: string): Promise<void> {
  const status = dev
    ? (await runServer(dev, port, host)).status
    : await supervise({
        run: () => runServer(dev, port, host),
        stopping,
        pause: (ms) => sleep(ms, undefined, { signal: stop.signal }).catch(() => undefined),
        say,
      });
  if (!stopping()) throw new Refusal(`The server ended by itself (status ${status}).`);
  say("Stopped.");
}

/** One run of the server, from start to end. In development it is Next's own, which reloads sources. */
async function runServer(dev: boolean, port: number, host: string): Promise<ServerRun> {
  const began = Date.now();
  const command = dev ? [NEXT, "dev", "--port", String(port), "--hostname", host] : serverCommand();
  const child = spawn(process.execPath, command, {
    env: { ...SERVER_ENVIRONMENT, ...environment(), NODE_ENV: dev ? "development" : "production", PORT: String(port), HOSTNAME: host },
    stdio: dev ? ["ignore", "pipe", "inherit"] : ["ignore", "inherit", "inherit", "ipc"],
  });
  running = child;
  let wasReady = false;
  const ready = () => {
    if (wasReady) return;
    wasReady = true;
    say(`Serving on http://${host === "127.0.0.1" ? "localhost" : host}:${port} (stop with Ctrl+C).`);
  };
  child.on("message", ready);
  child.stdout?.on("data", (chunk: Buffer) => {
    const text = chunk.toString("utf8");
    if (wasReady) process.stdout.write(text);
    else if (text.includes("Ready in")) ready();
  });
  const status = await ended(child);
  running = undefined;
  return { status, signal: child.signalCode, wasReady, lastedMs: Date.now() - began };
}

const environment = (): NodeJS.ProcessEnv => ({ ...process.env, NEXT_TELEMETRY_DISABLED: "1" });

async function ended(child: ChildProcess): Promise<number> {
  const [status, signal] = (await once(child, "exit")) as [number | null, string | null];
  return status ?? (signal === null ? 1 : 128);
}

function onSignal(): void {
  stop.abort();
  const child = running;
  if (!child) process.exit(0);
  child.kill("SIGTERM");
  setTimeout(() => child.kill("SIGKILL"), STOP_WAIT_MS).unref();
}

process.on("SIGTERM", onSignal);
process.on("SIGINT", onSignal);

try {
  await main();
  process.exit(0);
} catch (error) {
  if (stopping()) process.exit(0);
  console.error(error instanceof Refusal ? error.message : error);
  process.exit(1);
}
