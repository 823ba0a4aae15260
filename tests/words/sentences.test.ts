/**
 * Every sentence that is made of figures is right for none, one, two and many companies, for every kind of period, whatever the figures
 * are: checked by the rules of grammar.ts, and that each sentence has a verb.
 */
import nlp from "compromise";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Basis } from "@/domain/measures/sellThrough";
import { figuresOf } from "@/domain/figures/figures";
import { companyId } from "@/domain/facts/company";
import { type Period, period, periodRange } from "@/domain/values/period";
import type { OpenRecord } from "@/domain/facts/record";
import { DEFAULT_SELECTION, type Selection } from "@/cards/selection/selection";
import { recordOf, seedRecord } from "../domain/seed";
import { rounds } from "../rounds";
import { complaints } from "./grammar";
import { type Told, toldOf } from "./told";

const TODAY = "2025-09-01";
const NAMES = ["Riot Platforms, Inc.", "MARA Holdings, Inc.", "Bitfarms Ltd.", "HIVE Digital Technologies Ltd.", "Hut 8 Corp."];
const IDS = ["riot", "mara", "bitfarms", "hive", "hut8"];
const MONTHS = periodRange(period("2024-07"), period("2025-06"));
const PERIODS = ["2025-04", "2025-Q2", "2024", "2025-01/2025-06"].map(period);

/** What a company states of a month: nothing, or production with or without sales, purchases and holdings. */
const monthOf = fc.record({
  produced: fc.option(fc.constantFrom("0", "1", "100", "463.5"), { nil: undefined, freq: 6 }),
  sold: fc.option(fc.constantFrom("0", "1", "50", "99", "100", "475"), { nil: undefined, freq: 4 }),
  purchased: fc.option(fc.constantFrom("0", "25"), { nil: undefined, freq: 1 }),
  held: fc.option(fc.constantFrom("0", "1", "5000"), { nil: undefined, freq: 2 }),
  proceeds: fc.option(fc.constant("9500000"), { nil: undefined, freq: 1 }),
});

interface Asked {
  readonly record: OpenRecord;
  readonly selection: Selection;
  readonly of: Period;
}

const askedFor = (companies: number, of: Period): fc.Arbitrary<Asked> =>
  fc
    .record({
      months: fc.array(fc.array(monthOf, { minLength: MONTHS.length, maxLength: MONTHS.length }), {
        minLength: companies,
        maxLength: companies,
      }),
      policy: fc.option(fc.constantFrom("holds_all" as const, "sells_all" as const, "mixed" as const), { nil: undefined }),
      panel: fc.constantFrom("nasdaq" as const, "largest15" as const, "all" as const),
      picked: fc.boolean(),
      basis: fc.constantFrom<Basis>("gross", "net"),
      per: fc.constantFrom("month" as const, "quarter" as const, "year" as const),
      ended: fc.boolean(),
    })
    .map(({ months, policy, panel, picked, basis, per, ended }) => {
      const figures = months.flatMap((own, at) =>
        own.flatMap((month, m) => {
          const all = {
            btc_produced: month.produced,
            btc_sold: month.sold,
            btc_purchased: month.purchased,
            btc_held: month.held,
            sale_proceeds_usd: month.proceeds,
          };
          return Object.entries(all).flatMap(([metric, value]) =>
            value === undefined
              ? []
              : [[IDS[at] ?? "", MONTHS[m] ?? "", metric as "btc_sold", value] as [string, string, "btc_sold", string]],
          );
        }),
      );
      const plain = recordOf(...figures);
      const record: OpenRecord = {
        ...plain,
        companies: plain.companies.map((company) => ({
          ...company,
          name: NAMES[IDS.indexOf(company.id)] ?? company.id,
          country: "Canada",
        })),
        prices: MONTHS.map((month) => ({ month, average: 8_000_000, close: 8_500_000, days: 30 })),
        policies:
          policy === undefined || companies === 0
            ? []
            : [{ company: companyId("riot"), from: period("2024-09"), to: null, policy, sourceUrl: "https://example.org/policy" }],
      };
      return {
        record,
        of,
        selection: {
          ...DEFAULT_SELECTION,
          ...{ panel, basis, per },
          companies: picked ? record.companies.map(({ id }) => id) : [],
          to: ended ? period("2025-05") : null,
        },
      };
    });

function slips({ sentences, pieces }: Told): string[] {
  const wrong = [...new Set([...sentences, ...pieces])].flatMap(complaints);
  return [...wrong, ...[...new Set(sentences)].flatMap(withoutVerb)];
}

const judged = new Map<string, readonly string[]>();

/** Sentences in which no verb is found. Those that differ in their numbers alone are asked once. */
function withoutVerb(text: string): readonly string[] {
  const key = text.replace(/\d+/g, "7");
  const known = judged.get(key) ?? sentencesOf(text).flatMap((one) => (hasVerb(one) ? [] : [`no verb: ${one} << ${text}`]));
  judged.set(key, known);
  return known;
}

const sentencesOf = (text: string): string[] => nlp(text).sentences().out("array") as string[];
/** Verbs that compromise takes for nouns or adjectives after a name. */
const ALSO_VERBS = /\b(?:rose|fell|stated)\b/;
const hasVerb = (sentence: string): boolean => nlp(sentence).has("#Verb") || ALSO_VERBS.test(sentence);

describe.each([0, 1, 2, 5])("%i companies", (companies) => {
  it.each(PERIODS)("%s: sentences, titles and labels are in order", (of) => {
    fc.assert(
      fc.property(askedFor(companies, of), ({ record, selection }) => {
        expect(slips(toldOf({ figures: figuresOf(record, TODAY), selection }, of))).toEqual([]);
      }),
      { numRuns: companies === 0 ? 1 : rounds(2), seed: 14, endOnFailure: true },
    );
  });
});

describe("the committed record", () => {
  const figures = figuresOf(seedRecord(), "2026-09-01");
  it.each(["2025-04", "2024-Q1", "2023"].map(period))("%s: sentences, titles and labels are in order", (of) => {
    const told = toldOf({ figures, selection: { ...DEFAULT_SELECTION, panel: "all" } }, of);
    expect(told.sentences.length).toBeGreaterThan(100);
    expect(slips(told)).toEqual([]);
  });
});
