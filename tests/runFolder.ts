import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const VARIABLE = "TEST_RUN";

/** The folder for what is made once in a run and shared by its processes. Begun by the first who asks (run.ts, or a bench), who removes it at its exit. */
export function runFolder(): string {
  const known = process.env[VARIABLE];
  if (known !== undefined) return known;
  const folder = mkdtempSync(join(tmpdir(), "sellthrough-run-"));
  process.env[VARIABLE] = folder;
  process.on("exit", () => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}
