/** The method in words: each rule in a sentence beside a worked example. Numbers in it are the domain's own constants. */
import { UNDATED_DELAY_DAYS } from "@/domain/facts/fact";
import type { Figures } from "@/domain/figures/figures";
import { CARRIED_MONTHS } from "@/domain/measures/expected";
import { LARGEST, THIN_COMPANIES } from "@/domain/measures/panel";
import { STANCE_BOUNDS, STANCE_PERIODS } from "@/domain/measures/stance";
import * as examples from "./methodExamples";
import type { Sentence } from "../tables/sentence";

export interface Rule<Says = readonly string[], Example = Sentence> {
  /** Anchor on the page. */
  readonly id: string;
  readonly term: string;
  readonly says: Says;
  /** From the record; undefined where it has none. */
  readonly example?: Example | undefined;
}

/** A rule as written below: one paragraph, or several. */
type WrittenRule = Rule<string | readonly string[], (figures: Figures) => Sentence | undefined>;

export interface RuleGroup {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

export const method = (figures: Figures): RuleGroup[] =>
  GROUPS.map(({ rules, ...group }) => ({
    ...group,
    rules: rules.map(({ says, example, ...rule }) => ({ ...rule, says: [says].flat(), example: example?.(figures) })),
  }));

const TERMS: readonly WrittenRule[] = [
  {
    id: "sell-through",
    term: "Sell-through",
    says: [
      "Sell-through is the bitcoin that a company sold in a period, divided by the bitcoin that it produced in the same period. Others call it the liquidation-to-production or sales-to-production ratio.",
      "It can exceed 100%: the company then also sold coins that it had mined earlier. Where nothing was produced there is no sell-through.",
    ],
    example: examples.ratioExample,
  },
  {
    id: "zero",
    term: "Nothing sold",
    says: "A company that says it sold nothing has a sell-through of 0%. Of a company that does not say what it sold, the figure is missing, which is not the same.",
    example: examples.zeroExample,
  },
  {
    id: "net",
    term: "Net sell-through",
    says: "Net sell-through is bitcoin sold less bitcoin purchased, divided by bitcoin produced. One well-known publisher counts purchases on the market as negative sales; the choice “Sales less purchases” shows our figures that way. Otherwise purchases are left out, which is called gross.",
    example: examples.netExample,
  },
  {
    id: "fact",
    term: "Fact and figure",
    says: "A fact is one number as one source states it. A figure is what this site shows for a company, a metric and a period. It is chosen or computed from facts, and it says how it is known.",
  },
  {
    id: "period",
    term: "Period",
    says: "A period is a calendar month, quarter or year in UTC, or another span of whole months that a source speaks of, such as a half-year (2026-01/2026-06). The fiscal periods of companies are translated into calendar periods when facts are entered.",
  },
];

const CELL_RULES: readonly WrittenRule[] = [
  {
    id: "choose",
    term: "Several sources",
    says: [
      "Where several sources state the same thing for the same period, a company’s release is preferred to a regulatory filing, a filing to a news report, and a news report to a second-hand summary: a collection of such documents that somebody else made, while we have not seen the documents themselves. Among sources of one kind the latest published is preferred, then the first recorded.",
      "Two numbers agree when they are the same after rounding, or cutting off, at the last digit of the coarser one (616 and 616.6). The more precise one is then used, unless it is second-hand. A number that was not chosen stays attached to the figure and is shown with it. Where a person decided otherwise, the decision is a line of the record with its reason; all decisions are listed below.",
    ],
    example: examples.chooseExample,
  },
  {
    id: "reported",
    term: "Reported",
    says: "A source states the figure. The choice “Reported only” shows no other figures. Where a figure comes from a second-hand summary, “second-hand” stands beside it. The choice “Without second-hand figures” leaves these out, and the coverage then says how much is lost.",
  },
  {
    id: "sum-of-parts",
    term: "Derived: summed",
    says: "A longer period is the sum of its parts, whatever they are: a year of its quarters, a quarter of its months, a half-year of a quarter and three months.",
    example: examples.sumExample,
  },
  {
    id: "quarter-minus-months",
    term: "Derived: the rest of a longer period",
    says: "When all parts of a period but one are known, that one follows: a month from its quarter, a quarter from a half-year. If the result is below zero by more than the rounding of the figures explains, it does not reconcile.",
    example: examples.quarterExample,
  },
  {
    id: "from-holdings",
    term: "Derived: from holdings",
    says: [
      "Holdings at the beginning of a period, plus bitcoin produced and purchased, less bitcoin sold, are the holdings at its end. If no source states one of these figures, it follows from the others, provided that the holdings at both ends count the same coins.",
      "A result may fall below zero by 1 BTC, by 0.5% of the holdings or by the rounding of the figures, whichever is most: it is then taken as zero. A result further below zero is no figure.",
    ],
    example: examples.holdingsExample,
  },
  {
    id: "to-the-end",
    term: "Derived: step after step",
    says: [
      "These calculations are repeated, on derived figures too, until nothing more follows. Where several ways lead to one figure, the way that needs the fewest facts is taken. The page of a figure shows every step.",
      "Each fact is known to half a unit of its last written digit (an approximate one to half a unit of its last digit that is not zero). A derived figure adds these margins up and states the sum, for example ± 1.5 BTC. Where two ways differ by more than their margins, Conflicts lists both.",
    ],
  },
  {
    id: "policy",
    term: "By policy",
    says: [
      "Where sales are neither reported nor derived, a dated policy stands in: a company that said it sells all is taken to have sold what it produced, and one that said it holds all is taken to have sold nothing. This is done only for periods that lie wholly within the dates of the policy, and only where no known sale contradicts it.",
      "If holdings rose by more than production and purchases explain, coins came in that nobody announced. A policy of holding all then still means that nothing was sold, and the surplus is shown.",
    ],
    example: examples.policyExample,
  },
  {
    id: "does-not-reconcile",
    term: "Does not reconcile",
    says: "Where the arithmetic gives a result that cannot be a sale, something else is at work: a loan, a pledge, a merger, an unreported purchase or another way of counting. The figure is then missing with this reason, and nothing is guessed.",
    example: examples.unreconciledExample,
  },
  {
    id: "never",
    term: "What is never done",
    says: "A quarter is never spread over its months. Holdings are never added up over time. What is missing is never filled with a zero.",
  },
];

const POOL_RULES: readonly WrittenRule[] = [
  {
    id: "pooled",
    term: "Pooled sell-through",
    says: "The pooled sell-through of several companies is the sum of what they sold, divided by the sum of what the same companies produced in the same period. It is never a mean of ratios, and the two sums are never taken over different companies.",
    example: examples.pooledExample,
  },
  {
    id: "panel",
    term: "Which companies are counted",
    says: `Counted are the companies that pass the filter and whose production and sales are both known. The filter is one of four: companies listed on Nasdaq in that month (for a longer period, in its last month), the ${LARGEST} of these that produced most in the period, all tracked companies, or companies picked by hand. Listings are dated, so the Nasdaq miners of 2022 are not the same companies as today’s.`,
  },
  {
    id: "coverage",
    term: "Coverage, and when it is thin",
    says: [
      `Every pooled figure says how many companies are counted and how much of the sold bitcoin is reported, derived or by policy. Its coverage is the production of the companies counted as a share of the production to be expected of all companies that pass the same filter: their known production or, where that is missing, their latest known monthly rate, for up to ${CARRIED_MONTHS / 3} quarters.`,
      `A figure that stands on fewer than ${THIN_COMPANIES} companies, or covers less than half of expected production, is marked thin wherever it appears: too little is known to speak for all.`,
      "The headline speaks of the latest month or quarter that is not thin, whichever ends later; the other stands beside it.",
    ],
  },
  {
    id: "consolidation",
    term: "Holdings added up",
    says: "Where one company’s holdings include another’s, only the parent is counted while both are in the sum.",
    example: examples.consolidationExample,
  },
  {
    id: "published",
    term: "Figures that others print",
    says: "Pooled figures of other publishers stand beside ours, with the companies that they cover and the difference. The difference is explained where it can be, and never hidden.",
  },
];

const READINGS: readonly WrittenRule[] = [
  {
    id: "stance",
    term: "Holding and selling",
    says: [
      `What a company does with its coins is judged by its deeds: what it sold divided by what it produced, added up over ${STANCE_PERIODS}. Each month of such a quarter is given the result of the quarter. Below ${STANCE_BOUNDS.some}% it holds, from ${STANCE_BOUNDS.some}% it sells some, from ${STANCE_BOUNDS.all}% to ${STANCE_BOUNDS.more}% it sells all, and above ${STANCE_BOUNDS.more}% it sells more than it mines.`,
      "The company’s stated policy stands beside it. What it said and what it did agree, differ or are not tested. They are tested in months whose sales are reported or derived, against the policy in force at the time: a company that said it holds all should hold, and one that said it sells all should sell all or more. A policy of selling part fits any share, so it is not tested.",
    ],
    example: examples.stanceExample,
  },
  {
    id: "books",
    term: "The books",
    says: [
      "Held before + produced + purchased − sold − held after: what is left is the bitcoin that a company’s own disclosures do not explain. If it is more than 1 BTC or 0.5% of holdings, whichever is more, the month is flagged. That is a finding about the disclosures, not an error to hide.",
      "Sales that were themselves computed from holdings, or taken from a policy, prove nothing here and are left out.",
    ],
    example: examples.booksExample,
  },
  {
    id: "dollars",
    term: "Dollars",
    says: "Proceeds are shown as the company reported them. If it did not, a month’s proceeds are estimated as bitcoin sold times the mean price of that month, and marked so; for a quarter or year nothing is estimated. Holdings are valued at the last price of the month.",
    example: examples.dollarsExample,
  },
  {
    id: "known-since",
    term: "What was known when",
    says: [
      `Every fact has a day of publication. Where the source bears none, the fact counts as published ${UNDATED_DELAY_DAYS} days after the end of its period, and this is marked. “As known on” a day uses only what had been published by then.`,
      "Facts are never overwritten: a correction is a new fact that supersedes the old one, and Changes shows both.",
    ],
    example: examples.undatedExample,
  },
  {
    id: "publishers",
    term: "Who published it",
    says: [
      "A source is named by who published it. What a company said itself bears the company’s name and, in brackets, the place where it was read: a news wire, a regulator’s register, or a copy on another site. The file publishers.csv in the data lists who stands behind each web address; a site that it does not list is named by its address.",
      "The page of a figure says when each source was read or recorded and links to a search for an archived copy; whether there is one is not known. Documents that a regulator keeps need none.",
    ],
  },
];

const SILENT_RULES: readonly WrittenRule[] = [
  {
    id: "no-purchase",
    term: "No purchase announced",
    says: "Companies announce purchases when they make them. Where no source states one, the arithmetic does without it. But where a purchase is stated for a longer period only, the part of each shorter period is unknown, unless the holdings give it.",
    example: examples.unsplitExample,
  },
  {
    id: "policy-span",
    term: "Policies and silence",
    says: "A policy is not applied to months before a company’s first figure or after its last one, even if it was never revoked.",
  },
  {
    id: "stance-window",
    term: "Old figures",
    says: "Whether a company holds or sells is judged by three months that lie within one year. If a year has fewer months with production and sales known, those are used; if it has none, it is not known whether the company holds or sells.",
  },
  {
    id: "quarter-stock",
    term: "Holdings of a quarter",
    says: "Holdings at the end of a quarter or year are holdings at the end of its last month: they are one figure, whichever period a source names.",
  },
  {
    id: "basis",
    term: "Another way of counting",
    says: "Some sources count only unrestricted coins, or leave out coins pledged as collateral. A decision marks such a figure with what it counts, and it is not compared with figures that count something else; sums of holdings take it in and name it.",
  },
  {
    id: "reporting-span",
    term: "Not reporting, or not yet published",
    says: `Periods before a company’s first figure read “not reporting”. A period after its last figure reads “not yet published” until ${UNDATED_DELAY_DAYS} days after its end, and “not reporting” from then on.`,
  },
];

const GROUPS = [
  { id: "terms", title: "What is measured", rules: TERMS },
  { id: "figures", title: "From what sources state to one figure", rules: CELL_RULES },
  { id: "pooling", title: "Several companies together", rules: POOL_RULES },
  { id: "readings", title: "What is read from the figures", rules: READINGS },
  { id: "silent", title: "Special cases", rules: SILENT_RULES },
];
