/** Honest measurement: each sample is read with weights that were learned without its company and without its site. */
import type { Candidate, ReadingOptions } from "../readRelease";
import { readRelease } from "../readRelease";
import type { Weights } from "../score";
import { fit } from "./fit";
import { rowsOf, type Row, type Sample } from "./samples";

export interface Tested {
  readonly weights?: Weights | undefined;
  readonly sample: Sample;
  readonly candidates: readonly Candidate[];
}

/** Host of the address at the start of a sample. */
const siteOf = ({ text }: Sample): string => /^\s*https?:\/\/(?:www\.)?([^/\s]+)/.exec(text.slice(0, 500))?.[1] ?? "";

export interface CrossValidation {
  readonly samples: readonly Sample[];
  readonly companies: ReadingOptions["companies"];
  readonly folds?: number;
  /** More rows, used in every training (an operator's decisions). */
  readonly more?: readonly (readonly Row[])[];
  /** How a sample is read: with which record and day. */
  readonly options: (sample: Sample) => Omit<ReadingOptions, "companies" | "weights">;
}

/** Folds by company; training omits the fold's companies and every document of their sites. */
export function crossValidate({ samples, companies, folds = 6, more = [], options }: CrossValidation): Tested[] {
  const names = [...new Set(samples.map(({ company }) => company))].sort();
  const foldOf = new Map(names.map((name, i) => [name, i % folds]));
  const rows = new Map(samples.map((sample) => [sample, rowsOf(sample, companies)]));
  return Array.from({ length: folds }, (_, fold) => {
    const test = samples.filter(({ company }) => foldOf.get(company) === fold);
    if (test.length === 0) return [];
    const sites = new Set(test.map(siteOf).filter((site) => !SHARED_SITES.test(site)));
    const train = samples.filter((sample) => foldOf.get(sample.company) !== fold && !sites.has(siteOf(sample)));
    const weights = fit([...train.map((sample) => rows.get(sample) ?? []), ...more]);
    return test.map((sample) => tested(sample, companies, weights, options));
  }).flat();
}

/** Sites where companies publish their own texts in their own ways. */
const SHARED_SITES = /(?:^|\.)(?:sec\.gov|globenewswire\.com|prnewswire\.com|businesswire\.com|newsfilecorp\.com)$|^$/;

export const tested = (
  sample: Sample,
  companies: ReadingOptions["companies"],
  weights: Weights | undefined,
  options: CrossValidation["options"],
): Tested => ({
  sample,
  weights,
  candidates: readRelease(sample.text, { companies, ...options(sample), weights }).candidates,
});
