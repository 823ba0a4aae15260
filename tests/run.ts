/**
 * What a run has in common. One seed for everything random, printed so that a failure can be run again: `SEED=123 npm test`. A folder for
 * what its processes make once and share.
 */
import { runFolder } from "./runFolder";

export default function prepareRun(): void {
  process.env["SEED"] ??= String(Math.floor(Date.now() % 2 ** 31));
  console.log(`Random tests use SEED=${process.env["SEED"]}`);
  runFolder();
}
