/**
 * Prints the reader's benchmark as Markdown: `npx tsx tests/reader/benchmark.ts`. With --faults, also what it got wrong.
 */
import { casesOf, faults, scoreTable } from "./score";

for (const folder of ["fixtures", "made"] as const) {
  const cases = casesOf(folder);
  console.log(`\n${folder === "fixtures" ? "Releases as published" : "Releases made for the test"} (${cases.length} documents)\n`);
  console.log(scoreTable(cases));
  if (process.argv.includes("--faults")) {
    for (const one of cases) {
      const { wrong, missed, low } = faults(one);
      if (one.expected.company !== one.reading.company) console.log(`COMPANY ${one.name}: ${String(one.reading.company)}`);
      if (one.expected.period !== null && one.expected.period !== one.reading.period)
        console.log(`PERIOD ${one.name}: ${String(one.reading.period)} ${one.reading.warnings.join("; ")}`);
      for (const line of wrong) console.log(`WRONG  ${line}`);
      for (const line of missed) console.log(`MISSED ${line}`);
      for (const line of low) console.log(`LOW    ${line}`);
      if (one.expected.figures.length === 0 && one.reading.candidates.length > 0)
        console.log(`NEG    ${one.name} ${JSON.stringify(one.reading.candidates)}`);
    }
  }
}
