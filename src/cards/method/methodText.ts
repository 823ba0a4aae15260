/**
 * The method in words: each rule that the figures follow, in sentences of our own, beside an example worked out from the record as it is.
 * Figures → groups of rules. The numbers in the sentences are those of the domain's own constants, so that word and deed agree.
 */
import { UNDATED_DELAY_DAYS } from "@/domain/fact";
import type { Figures } from "@/domain/figures";
import { CARRIED_MONTHS } from "@/domain/expected";
import { LARGEST, THIN_COMPANIES } from "@/domain/panel";
import { STANCE_BOUNDS, STANCE_PERIODS } from "@/domain/stance";
import * as examples from "./methodExamples";
import type { Sentence } from "../words/sentence";

export interface Rule {
  /** Anchor on the page. */
  readonly id: string;
  readonly term: string;
  readonly says: readonly string[];
  /** From the record; undefined where the record has none. */
  readonly example?: Sentence | undefined;
}

export interface RuleGroup {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly Rule[];
}

export function method(figures: Figures): RuleGroup[] {
  return [
    { id: "terms", title: "What is measured", rules: terms(figures) },
    { id: "figures", title: "From what sources state to one figure", rules: cellRules(figures) },
    { id: "pooling", title: "Several companies together", rules: poolRules(figures) },
    { id: "readings", title: "What is read from the figures", rules: readings(figures) },
    { id: "silent", title: "Where the rules are silent", rules: silentRules(figures) },
  ];
}

function terms(figures: Figures): Rule[] {
  return [
    {
      id: "sell-through",
      term: "Sell-through",
      says: [
        "Bitcoin sold in a period, divided by bitcoin produced in the same period. Others call it the liquidation-to-production or sales-to-production ratio.",
        "Above 100% is real: coins mined earlier were sold. Where nothing was produced there is no ratio.",
      ],
      example: examples.ratioExample(figures),
    },
    {
      id: "zero",
      term: "Nothing sold",
      says: ["A company that says it sold nothing has a sell-through of 0%. Saying nothing is not the same."],
      example: examples.zeroExample(figures),
    },
    {
      id: "net",
      term: "Net sell-through",
      says: [
        "Sold less purchased, divided by produced. One well-known publisher counts purchases on the market as negative sales; the switch “Sales less purchases” shows our figures that way. Gross is the default.",
      ],
      example: examples.netExample(figures),
    },
    {
      id: "fact",
      term: "Fact and figure",
      says: [
        "A fact is one number as one source states it. A figure is what the product shows for a company, a metric and a period: chosen or computed from facts, with how it is known.",
      ],
    },
    {
      id: "period",
      term: "Period",
      says: [
        "A calendar month, quarter or year in UTC, or a span of other whole months that a source speaks of, such as a half-year (2026-01/2026-06). Companies’ fiscal periods are mapped to calendar ones when facts are entered.",
      ],
    },
  ];
}

function cellRules(figures: Figures): Rule[] {
  return [
    {
      id: "choose",
      term: "Several sources",
      says: [
        "Where sources state the same thing for the same period, a company’s release goes before a regulatory filing, a filing before a news report, and a news report before a second-hand summary (somebody’s collection of such documents, which were not seen themselves); then the latest published goes first, then the first recorded.",
        "Numbers that are the same when rounded or cut off at the coarser one’s last digit agree (616 and 616.6), and the more precise one is used, unless it is the second-hand one. A number that lost stays attached to the figure and is shown. Where a person decided otherwise, the decision is a line of the record with its reason, listed below.",
      ],
      example: examples.chooseExample(figures),
    },
    {
      id: "reported",
      term: "Reported",
      says: [
        "A source states the figure. “Reported only” shows nothing else. Where a figure stands on a second-hand summary, “second-hand” stands beside it; “Without second-hand figures” leaves these out, and the coverage then says what that costs.",
      ],
    },
    {
      id: "sum-of-parts",
      term: "Derived: summed",
      says: [
        "A period is the sum of its parts, however they are stated: a year from its quarters, a quarter from its months, a half-year from a quarter and three months.",
      ],
      example: examples.sumExample(figures),
    },
    {
      id: "quarter-minus-months",
      term: "Derived: what is left of a longer period",
      says: [
        "When all parts of a period but one are known, that one follows: a month from its quarter, a quarter from a half-year. If that is below zero by more than the figures’ rounding, it does not reconcile.",
      ],
      example: examples.quarterExample(figures),
    },
    {
      id: "from-holdings",
      term: "Derived: from holdings",
      says: [
        "What was held at the beginning, plus produced and purchased, less sold, is what was held at the end. Over any period at whose ends holdings are known and count the same coins, the one of these figures that nobody stated follows from the others.",
        "A result below zero by no more than 1 BTC, 0.5% of what is held or the figures’ own rounding is taken as zero; beyond, it is no figure.",
      ],
      example: examples.holdingsExample(figures),
    },
    {
      id: "to-the-end",
      term: "Carried to the end",
      says: [
        "Both equations are used again and again, on derived figures too, until nothing more follows; of several ways to a figure the one with the fewest facts is taken. The page of a figure shows the whole chain.",
        "Each fact is known to half a unit of its last written digit (an approximate one to half a unit of its last digit that is not zero). A derived figure adds these up and says how sure it is: ± 1.5 BTC. Where two ways differ by more, that is told under the books.",
      ],
    },
    {
      id: "policy",
      term: "By policy",
      says: [
        "Where sales are neither reported nor derived, a dated policy stands in: a company that said it sells all is taken to have sold what it produced, one that said it holds all to have sold nothing. Only for periods that lie wholly inside the policy’s dates, and only where no known sale speaks against it.",
        "If holdings rose by more than is accounted for, coins came in that nobody announced: a policy of holding still stands for nothing sold, and the surplus is shown.",
      ],
      example: examples.policyExample(figures),
    },
    {
      id: "does-not-reconcile",
      term: "Does not reconcile",
      says: [
        "Where the arithmetic cannot be a sale, a loan, a pledge, a merger, an unreported purchase or another way of counting is at work. The figure is then missing with this reason, and nothing is guessed.",
      ],
      example: examples.unreconciledExample(figures),
    },
    {
      id: "never",
      term: "What is never done",
      says: [
        "A quarter is never spread over its months. Holdings are never added up over time. What is missing is never filled with a zero.",
      ],
    },
  ];
}

function poolRules(figures: Figures): Rule[] {
  return [
    {
      id: "pooled",
      term: "Pooled sell-through",
      says: [
        "The sum of what companies sold, divided by the sum of what the same companies produced in the same period. It is never a mean of ratios, and the two sums are never taken over different companies.",
      ],
      example: examples.pooledExample(figures),
    },
    {
      id: "panel",
      term: "Which companies are counted",
      says: [
        `The companies that pass the filter and have both figures. The filter is: listed on Nasdaq in that month (of a longer period, in its last month), the ${LARGEST} of those that produced most in the period, all tracked companies, or those picked by hand. Listings are dated, so the Nasdaq miners of 2022 are another set than today’s.`,
      ],
    },
    {
      id: "coverage",
      term: "Coverage, and when it is thin",
      says: [
        `Every pooled figure says how many companies it stands on, how much of the sold bitcoin is reported, derived or by policy, and what share it covers of the production to be expected of all companies that pass the same filter: what is known of it, else a company’s latest known monthly rate, carried on for up to ${CARRIED_MONTHS / 3} quarters. With fewer than ${THIN_COMPANIES} companies or less than half of expected production it is marked thin wherever it appears.`,
        "The headline is the latest period, month or quarter, that is not thin; the other stands beside it.",
      ],
    },
    {
      id: "consolidation",
      term: "Holdings added up",
      says: ["Where one company’s holdings include another’s, only the parent is counted while both are in the sum."],
      example: examples.consolidationExample(figures),
    },
    {
      id: "published",
      term: "Figures that others print",
      says: [
        "Pooled figures of other publishers stand beside ours with the companies that they cover and the difference. It is explained where it can be, and not hidden.",
      ],
    },
  ];
}

function readings(figures: Figures): Rule[] {
  return [
    {
      id: "stance",
      term: "Holding and selling",
      says: [
        `What a company does with its coins, by deeds: sold over produced, summed over ${STANCE_PERIODS}. A quarter counts where it is later than any month that is known, for every month that it has. Below ${STANCE_BOUNDS.some}% it holds, from ${STANCE_BOUNDS.some}% it sells some, from ${STANCE_BOUNDS.all}% to ${STANCE_BOUNDS.more}% it sells all, above ${STANCE_BOUNDS.more}% it sells more than it mines.`,
        "Its stated policy stands beside it. Words and deeds agree, differ or are not tested. Tested are months with sales known by report or derivation, under the policy in force, holding all against holding and selling all against selling all or more. Selling a part fits any share and is not tested.",
      ],
      example: examples.stanceExample(figures),
    },
    {
      id: "books",
      term: "The books",
      says: [
        "Held before + produced + purchased − sold − held after leaves what a company’s own disclosures do not explain. Above 1 BTC or 0.5% of what is held, whichever is more, it is flagged. It is a finding about the disclosures, not an error to hide.",
        "Sales that were themselves computed from holdings, or taken from a policy, prove nothing and are left out.",
      ],
      example: examples.booksExample(figures),
    },
    {
      id: "dollars",
      term: "Dollars",
      says: [
        "Proceeds as reported; else, for a month, bitcoin sold times that month’s mean price, marked as estimated. For a quarter or year without reported proceeds nothing is estimated. Holdings are valued at the month’s last price.",
      ],
      example: examples.dollarsExample(figures),
    },
    {
      id: "known-since",
      term: "What was known when",
      says: [
        `Every fact has a day of publication. Where the source bears none, the end of the period plus ${UNDATED_DELAY_DAYS} days is taken, and marked. “As known on” a day uses only what had been published by then.`,
        "Facts are never overwritten: a correction is a new fact that supersedes the old one, and Changes shows both.",
      ],
      example: examples.undatedExample(figures),
    },
    {
      id: "publishers",
      term: "Who published it",
      says: [
        "A source is named by who published it. What a company said itself bears the company’s name and, in brackets, the place where it was read: a wire, a regulator’s register, or a copy on another site. A register of hosts, publishers.csv in the data, says who stands behind each address; a host that it does not know is called a page at that address.",
        "The page of a figure says when each source was read or recorded and links to a search for an archived copy. Whether there is one is not known. What a regulator keeps needs none.",
      ],
    },
  ];
}

function silentRules(figures: Figures): Rule[] {
  return [
    {
      id: "no-purchase",
      term: "No purchase announced",
      says: [
        "Companies announce purchases when they make them. Where none is stated, the term is left out of the arithmetic. But where a longer period’s purchase is not split, the shorter one’s share is unknown, unless the holdings give it.",
      ],
      example: examples.unsplitExample(figures),
    },
    {
      id: "policy-span",
      term: "Policies and silence",
      says: ["A policy says nothing of months before a company’s first or after its last figure, even if it was never revoked."],
    },
    {
      id: "stance-window",
      term: "What an old figure says",
      says: [
        "The three months lie within a year. Of a company without both figures for a year it is not known whether it holds or sells; where there are fewer than three such months, those are taken.",
      ],
    },
    {
      id: "quarter-stock",
      term: "Holdings of a quarter",
      says: [
        "What is held at the end of a quarter or year is what is held at the end of its last month: one figure, whichever way a source names it.",
      ],
    },
    {
      id: "basis",
      term: "Another way of counting",
      says: [
        "Some sources count unrestricted coins only, or leave collateral out. A decision marks such a figure with what it counts, and it is not compared with figures that count something else.",
      ],
    },
    {
      id: "reporting-span",
      term: "Not reporting, or not yet published",
      says: [
        `Before a company’s first figure it was not reporting. After its last one a period reads “not yet published” until ${UNDATED_DELAY_DAYS} days after its end, and “not reporting” later.`,
      ],
    },
  ];
}
