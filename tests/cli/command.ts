/** `npm run record` as tests run it: in this process where only its words count, as a process of its own where that is what is tested. */
import { type ChildProcessByStdio, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { vi } from "vitest";
import { recordCommand } from "@/cli/recordCommand";
import { bundled } from "../bundled";

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

type Variables = Readonly<Record<string, string | undefined>>;

/** Runs the command in this process with these variables in its environment; undefined takes one away. One at a time. */
export async function command(variables: Variables, ...args: string[]): Promise<Ended> {
  for (const [name, value] of Object.entries(variables)) vi.stubEnv(name, value);
  const lines = { out: [] as string[], err: [] as string[] };
  const listen =
    (to: string[]) =>
    (message?: unknown, ...more: unknown[]) =>
      void to.push([message, ...more].map(String).join(" "));
  const spies = [
    vi.spyOn(console, "log").mockImplementation(listen(lines.out)),
    vi.spyOn(console, "error").mockImplementation(listen(lines.err)),
  ];
  try {
    const status = await recordCommand(args).catch((error: unknown) => {
      lines.err.push(error instanceof Error ? error.message : String(error));
      return 1;
    });
    const text = (of: readonly string[]) => of.map((line) => `${line}\n`).join("");
    return { status, out: text(lines.out), err: text(lines.err) };
  } finally {
    for (const spy of spies) spy.mockRestore();
    vi.unstubAllEnvs();
  }
}

/** What points the finder at a server of ours. */
export const finderOf = (origin: string, feeds: string): Variables => ({
  SELLTHROUGH_FEEDS: feeds,
  EDGAR_DATA_ORIGIN: origin,
  EDGAR_WWW_ORIGIN: origin,
  SEC_USER_AGENT: "Example desk@example.org",
});

export interface Running {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly ended: Promise<Ended>;
}

/** Starts the command as one process, so that killing it kills the command and not only its launcher. */
export function spawned(variables: Variables, ...args: string[]): Running {
  return running(process.execPath, [bundled("src/cli/record.ts"), ...args], variables);
}

/** The same through npm, as the operator types it; `-s` keeps npm's own lines away. */
export function throughNpm(variables: Variables, ...args: string[]): Promise<Ended> {
  // What an outer npm tells its scripts is not what the operator's shell has.
  const outer = Object.keys(process.env).filter((name) => /^npm_/i.test(name));
  const env = { ...Object.fromEntries(outer.map((name) => [name, undefined])), ...variables };
  return running("npm", ["run", "-s", "record", "--", ...args], env).ended;
}

function running(program: string, args: readonly string[], variables: Variables): Running {
  const child = spawn(program, args, { env: { ...process.env, ...variables }, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  const ended = new Promise<Ended>((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, ...said });
    });
  });
  return { child, ended };
}
