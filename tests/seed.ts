/** One seed for everything random in a run, printed so that a failure can be run again: `SEED=123 npm test`. */
export default function chooseSeed(): void {
  process.env["SEED"] ??= String(Math.floor(Date.now() % 2 ** 31));
  console.log(`Random tests use SEED=${process.env["SEED"]}`);
}
