import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { backupSuite } from "./backupSuite";

const folder = mkdtempSync(join(tmpdir(), "sellthrough-backups-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
let count = 0;

// Each in a folder of its own, as uploads lie beside the store.
backupSuite("a file", () => Promise.resolve(`file:${join(folder, String(++count), "store.db")}`));
