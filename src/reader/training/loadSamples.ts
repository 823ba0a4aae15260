/** Samples from a folder: NAME.txt or NAME.html beside NAME.json with the figures that a careful reader finds (see Sample). */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { spanOf } from "../mentions/months";
import type { Sample, SampleFigure } from "./samples";

interface Expectation {
  readonly company: string;
  readonly period: string | null;
  readonly published_on?: string | null;
  readonly figures: Sample["figures"];
  readonly ambiguous?: readonly (Sample["figures"][number] | string)[];
}

/** Every sample in a folder and its subfolders, by name. A text without expected figures is not a sample. */
export function loadSamples(folder: string): Sample[] {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).sort();
  const there = new Set(files);
  return files
    .filter((file) => file.endsWith(".json"))
    .flatMap((file) => {
      const name = file.replace(/\.json$/, "");
      const source = [`${name}.html`, `${name}.txt`].find((one) => there.has(one));
      if (source === undefined) return [];
      const expected = JSON.parse(readFileSync(join(folder, file), "utf8")) as Expectation;
      return [
        {
          name: name.replaceAll("\\", "/"),
          text: readFileSync(join(folder, source), "utf8"),
          company: expected.company,
          period: expected.period,
          ...(typeof expected.published_on === "string" ? { publishedOn: expected.published_on } : {}),
          figures: expected.figures.map(inRecordsWriting),
          ambiguous: (expected.ambiguous ?? []).flatMap((one) => (typeof one === "string" ? [] : [inRecordsWriting(one)])),
        },
      ];
    });
}

/** "2025-01--2025-09" is a span too, and a span of three months is a quarter. */
function inRecordsWriting(figure: SampleFigure): SampleFigure {
  const [first, last] = figure.period?.split(/--|\//) ?? [];
  return first === undefined || last === undefined ? figure : { ...figure, period: spanOf(first, last) };
}
