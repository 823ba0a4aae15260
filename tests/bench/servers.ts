/** The yardsticks of a bench run: a bare Next page and plain Node, each served by a process of its own; and scripts that are run to their end. */
import { execFile } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { freePort, type Running, start } from "../running";

const NEXT = join(process.cwd(), "node_modules/next/dist/bin/next");

interface RunOptions {
  readonly cwd?: string;
  /** Passes on what it writes to stderr. */
  readonly tells?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs a Node script to its end and gives its output; undefined when it takes longer than `limitMs`. Throws when it fails. */
export async function run(
  args: readonly string[],
  limitMs: number,
  { cwd, tells = false, env }: RunOptions = {},
): Promise<string | undefined> {
  const own = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...env };
  const options = { cwd, env: own, timeout: limitMs, killSignal: "SIGKILL", maxBuffer: 2 ** 30 } as const;
  const running = promisify(execFile)(process.execPath, args, options);
  if (tells) running.child.stderr?.pipe(process.stderr);
  return running.then(
    ({ stdout }) => stdout,
    (error: unknown) => {
      if (error instanceof Error && "killed" in error && error.killed === true) return undefined;
      throw error;
    },
  );
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
  return start({ args: [NEXT, "start", "--port", String(port), "--hostname", "127.0.0.1"], cwd: folder, ready: /Ready in/, port });
}

/** Plain Node serving the files of a folder. */
export function plainNode(folder: string): Promise<Running> {
  return start({ args: ["tests/bench/plainServer.mjs", folder], ready: /(\d+)\n/, port: 0 });
}
