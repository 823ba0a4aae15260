import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder of a test file's own, or of one `describe`, gone when its tests and what they clear away are done. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sellthrough-test-"));
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
