/** Builds the site once for all files of the project, unless it is up to date. */
import { execFileSync } from "node:child_process";

export default function setup(): void {
  execFileSync(process.execPath, ["--import", "tsx", "src/cli/start.ts", "--build"], { stdio: ["ignore", "ignore", "inherit"] });
}
