/** The reader against what a careful reader finds, each sample read with weights that have not seen its company or site. */
import { describe, expect, it } from "vitest";
import { crossValidate, type Tested } from "@/reader/training/crossValidate";
import { add, countOf, faultsOf, NONE } from "@/reader/training/evaluate";
import type { Sample } from "@/reader/training/samples";
import { beginningOf, COMPANIES, kindOf, RECORD, samplesIn, type Kind } from "./samples";

const samples = [...samplesIn("published"), ...samplesIn("restated"), ...samplesIn("made")];
const dated = ({ publishedOn }: Sample): object => (publishedOn === undefined ? {} : { publishedOn });
const read = (options: (sample: Sample) => object): Tested[] =>
  crossValidate({ samples, companies: COMPANIES, folds: 4, options: (sample) => ({ ...dated(sample), ...options(sample) }) });
const fresh = read((sample) => ({ record: RECORD, recordBefore: beginningOf(sample) }));
const backfill = read(() => ({ record: RECORD }));

const countIn = (results: readonly Tested[], ...kinds: Kind[]) =>
  results
    .filter(({ sample }) => kinds.includes(kindOf(sample)))
    .map(({ sample, candidates }) => countOf(sample, candidates))
    .reduce(add, NONE);

describe("samples of companies and sites that the weights have not seen", () => {
  it("the figures of releases and news are found, those of round-ups mostly", () => {
    const [releases, roundUps] = [countIn(fresh, "release", "news"), countIn(fresh, "round-up")];
    expect(releases.figures).toBeGreaterThan(150);
    expect(releases.found / releases.figures).toBeGreaterThanOrEqual(0.88);
    expect(roundUps.found / roundUps.figures).toBeGreaterThanOrEqual(0.8);
  });

  it("a good part of a new release is confirmed, and what is confirmed is right", () => {
    const count = countIn(fresh, "release", "news", "quarterly", "round-up", "digest", "negative");
    expect(count.highRight / count.figures).toBeGreaterThanOrEqual(0.3);
    const whole = countIn(backfill, "release", "news", "quarterly", "round-up", "digest", "negative");
    expect(whole.highRight / whole.figures).toBeGreaterThanOrEqual(0.5);
    expect(
      [...fresh, ...backfill]
        .filter(({ sample }) => kindOf(sample) !== "made")
        .flatMap(({ sample, candidates }) => open(sample, faultsOf(sample, candidates).wrong)),
    ).toEqual([]);
  });

  it("a document is not noise: what is offered is not much more than what it states", () => {
    const { figures, found, low, high } = countIn(fresh, "release", "news", "quarterly", "round-up", "digest");
    expect((low + high) / found).toBeLessThan(1.6);
    expect(figures).toBeGreaterThan(250);
  });

  it("nothing is certain in a page that states no figure", () => {
    expect(countIn(fresh, "negative").documents).toBeGreaterThanOrEqual(6);
    expect(countIn(fresh, "negative").high).toBe(0);
  });
});

/** Without those that a careful reader leaves to a person. */
const open = (sample: Sample, faults: readonly string[]): string[] =>
  faults.filter(
    (fault) => !sample.ambiguous.some(({ metric, value }) => fault.includes(`${metric} `) && fault.includes(` ${value ?? ""} <`)),
  );

describe("with the committed weights", () => {
  it.each(
    samples.filter(({ company, name }) => company !== "multi" && !name.includes("/neg-")).map((sample) => [sample.name, sample] as const),
  )("most of what is found in %s is its own company's", (_, sample) => {
    const found = fresh.find((one) => one.sample === sample)?.candidates ?? [];
    expect(found.filter(({ company }) => company === sample.company).length * 2).toBeGreaterThanOrEqual(found.length);
  });
});
