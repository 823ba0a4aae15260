/** `npm run record` as a real process, without npm: one process that a test can talk to. */
import { spawn } from "node:child_process";

export interface Ended {
  readonly status: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command with these variables in its environment; undefined takes one away. */
export function command(variables: Readonly<Record<string, string | undefined>>, ...args: string[]): Promise<Ended> {
  return running(process.execPath, ["--import", "tsx", "src/cli/record.ts", ...args], variables);
}

/** The same through npm, as the operator types it. */
export function throughNpm(variables: Readonly<Record<string, string | undefined>>, ...args: string[]): Promise<Ended> {
  // What an outer npm tells its scripts is not what the operator's shell has.
  const outer = Object.keys(process.env).filter((name) => /^npm_/i.test(name));
  return running("npm", ["run", "-s", "record", "--", ...args], {
    ...Object.fromEntries(outer.map((name) => [name, undefined])),
    ...variables,
  });
}

function running(program: string, args: readonly string[], variables: Readonly<Record<string, string | undefined>>): Promise<Ended> {
  const child = spawn(program, args, { env: { ...process.env, ...variables } });
  const said = { out: "", err: "" };
  child.stdout.on("data", (chunk: Buffer) => (said.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said.err += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (status) => {
      resolve({ status, ...said });
    });
  });
}
