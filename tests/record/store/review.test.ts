import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";
import { reviewSuite } from "./reviewSuite";

const folder = mkdtempSync(join(tmpdir(), "sellthrough-review-"));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
let count = 0;

reviewSuite("a file", () => Promise.resolve(`file:${join(folder, `${++count}.db`)}`));
