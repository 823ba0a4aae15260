/** The lines for other tools name the file, and those whose tool is here are run. */
import { execFile, execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadLines } from "@/files/tables/loadLines";
import { testFolder } from "../testFolder";

const CSV = "id,company\r\nriot,Riot\r\n";
const folder = testFolder();
let server: Server;
let address = "";

beforeAll(async () => {
  server = createServer((_, response) => response.setHeader("Content-Type", "text/csv; charset=utf-8").end(CSV));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/tables/pooled-sell-through.csv?from=2025-01&per=quarter`;
});
afterAll(() => {
  server.close();
});

const there = (program: string) => {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
};

test("each tool's lines name the whole address once", () => {
  for (const { lines } of loadLines(address)) expect(lines.split(address)).toHaveLength(2);
});

test.runIf(there("curl"))("curl's line brings the file as it is", async () => {
  const line = loadLines(address).find(({ tool }) => tool === "Command line")?.lines ?? "";
  await promisify(execFile)("sh", ["-c", line], { cwd: folder });
  expect(readFileSync(join(folder, "sellthrough.csv"), "utf8")).toBe(CSV);
});
