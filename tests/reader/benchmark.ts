/**
 * Prints how well the reader does, by kind of page: `npx tsx tests/reader/benchmark.ts`. Each sample is read with weights learned without
 * its company and site, once as a new release (the record ends before its month) and once as in a backfill (the whole record but the
 * document itself). With --faults, also what went wrong; --committed reads with the committed weights instead, and --folder=DIR does so
 * with the samples of another folder (NAME.txt or NAME.html beside NAME.json, as in samples/): pages that nothing was learned from.
 */
import { add, countOf, faultsOf, NONE, type Count } from "@/reader/training/evaluate";
import { crossValidate, tested, type Tested } from "@/reader/training/crossValidate";
import { loadSamples } from "@/reader/training/loadSamples";
import type { Sample } from "@/reader/training/samples";
import { beginningOf, COMPANIES, type Kind, KINDS, kindOf, RECORD, samplesIn } from "./samples";

const percent = (part: number, whole: number): string => (whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}%`);

function table(title: string, results: readonly Tested[]): void {
  const counts = new Map<Kind, Count>();
  for (const { sample, candidates } of results)
    counts.set(kindOf(sample), add(counts.get(kindOf(sample)) ?? NONE, countOf(sample, candidates)));
  const line = (name: string, c: Count): string =>
    `| ${name} | ${c.documents} | ${c.figures} | ${percent(c.found, c.figures)} | ${percent(c.offered, c.figures)} | ${c.highRight}/${c.high - c.highOpen}${c.highOpen > 0 ? ` (+${c.highOpen} open)` : ""} | ${percent(c.highRight, c.figures)} | ${c.low} |`;
  console.log(`\n${title}\n`);
  console.log("| Pages | documents | figures | found | found or offered | high: right / given | high of figures | low |");
  console.log("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
  for (const kind of KINDS) if (counts.has(kind)) console.log(line(kind, counts.get(kind) ?? NONE));
  const all = [...counts.values()].reduce(add, NONE);
  console.log(line("all", all));
  console.log(
    `\nHigh: ${all.high - all.highOpen - all.highRight} wrong of ${all.high - all.highOpen}; by the rule of three up to ${percent(3, all.high)} may be wrong where none was.`,
  );
  if (process.argv.includes("--faults"))
    for (const { sample, candidates } of results) {
      const { wrong, missed, extra } = faultsOf(sample, candidates);
      for (const one of wrong) console.log(`WRONG  ${one}`);
      for (const one of missed) console.log(`MISSED ${one}`);
      if (process.argv.includes("--extra")) for (const one of extra) console.log(`EXTRA  ${one}`);
    }
}

const option = (name: string): string | undefined => process.argv.find((word) => word.startsWith(`--${name}=`))?.slice(name.length + 3);
const [only, folder] = [option("only"), option("folder")];
const committed = [...samplesIn("published"), ...samplesIn("restated"), ...(process.argv.includes("--made") ? samplesIn("made") : [])];
const samples = (folder === undefined ? committed : loadSamples(folder)).filter(({ name }) => only === undefined || name.includes(only));
const modes: readonly (readonly [string, (sample: Sample) => object])[] = [
  ["A new release: the record ends before its month", (sample) => ({ record: RECORD, recordBefore: beginningOf(sample) })],
  ["A backfill: the whole record, but nothing of the document itself", () => ({ record: RECORD })],
];
for (const [title, options] of modes) {
  const dated = (sample: Sample): object => ({
    ...options(sample),
    ...(sample.publishedOn === undefined ? {} : { publishedOn: sample.publishedOn }),
  });
  const extra = samplesIn("made");
  const results =
    process.argv.includes("--committed") || folder !== undefined
      ? samples.map((sample) => tested(sample, COMPANIES, undefined, dated))
      : crossValidate({
          samples: [...samples, ...extra.filter((one) => !samples.some(({ name }) => name === one.name))],
          companies: COMPANIES,
          options: dated,
        }).filter(({ sample }) => samples.some(({ name }) => name === sample.name));
  table(title, results);
}
