/**
 * Stance: what a company does with its bitcoin, told by its deeds. Sell-through over the trailing three months with data, flows summed:
 * holds below 5%, sells some 5–95%, sells all 95–105%, sells more than it mines above 105% (method.md, "Stance").
 * Its stated policy is set beside it; where deed and word differ, we say so.
 */
import type { CompanyId } from "./company";
import { type EvidenceMode, type Figures, policyIn } from "./figures";
import { type Period, shift } from "./period";
import type { Policy, StatedPolicy } from "./record";
import { hasRatio, type SellThrough, sellThrough } from "./sellThrough";

export const STANCES = ["holds", "sellsSome", "sellsAll", "sellsMore"] as const;
export type Stance = (typeof STANCES)[number];

export const STANCE_LABEL: Record<Stance, string> = {
  holds: "holds",
  sellsSome: "sells some",
  sellsAll: "sells all",
  sellsMore: "sells more than it mines",
};

export const POLICY_LABEL: Record<StatedPolicy, string> = { holds_all: "holds all", mixed: "sells part", sells_all: "sells all" };

export interface StanceFinding {
  readonly stance: Stance;
  /** Flows summed over `months`. */
  readonly sold: number;
  readonly produced: number;
  /** The months with data that it rests on, latest first: three, or fewer where the year before has no more. */
  readonly months: readonly { readonly month: Period; readonly sellThrough: SellThrough }[];
}

const TRAILING_MONTHS = 3;
/** Months older than a year say nothing of what a company does now. */
const WINDOW_MONTHS = 12;

/** The stance as of the end of `month`; undefined when the year up to it has no month with both flows. */
export function stanceAt(figures: Figures, company: CompanyId, month: Period, mode: EvidenceMode = "best"): StanceFinding | undefined {
  const months: { month: Period; sellThrough: SellThrough }[] = [];
  for (let back = 0; back < WINDOW_MONTHS && months.length < TRAILING_MONTHS; back++) {
    const at = shift(month, -back);
    const value = sellThrough(figures, company, at, "gross", mode);
    if (hasRatio(value)) months.push({ month: at, sellThrough: value });
  }
  if (months.length === 0) return undefined;
  return summed(months);
}

function summed(months: StanceFinding["months"]): StanceFinding {
  const sold = months.reduce((sum, m) => sum + m.sellThrough.sold, 0);
  const produced = months.reduce((sum, m) => sum + m.sellThrough.produced, 0);
  return { stance: stanceOf(sold, produced), sold, produced, months };
}

/** Bounds of the stances, in percent of production; they belong to the middle: 5% is "sells some", 95% and 105% are "sells all". */
export const STANCE_BOUNDS = { some: 5, all: 95, more: 105 } as const;

/** The bounds in words: what a company does, by its sell-through. */
export const STANCE_RULE = `below ${STANCE_BOUNDS.some}% it holds, up to ${STANCE_BOUNDS.all}% it sells some, up to ${STANCE_BOUNDS.more}% it sells all, and above that it sells more than it mines`;

/** The same for tables that show a stance. Readers are told what a company does; the word stance is ours. */
export const STANCE_MEANING = `Judged by its sell-through over the last three months with figures: ${STANCE_RULE}.`;

/** The stance that sold and produced amount to. */
export function stanceOf(sold: number, produced: number): Stance {
  if (sold * 100 < produced * STANCE_BOUNDS.some) return "holds";
  if (sold * 100 < produced * STANCE_BOUNDS.all) return "sellsSome";
  return sold * 100 <= produced * STANCE_BOUNDS.more ? "sellsAll" : "sellsMore";
}

/** Whether the sales of all its months are taken from the stated policy: then the stance proves nothing of the word. */
export const restsOnPolicy = ({ months }: StanceFinding): boolean =>
  months.every(({ sellThrough }) => sellThrough.cells.sold.evidence === "policy");

/** The policy that a company had stated for a month, if any. */
export function statedPolicy(figures: Figures, company: CompanyId, month: Period): Policy | undefined {
  return policyIn(figures.policiesOf(company), month);
}

/** Whether deeds are what was said. */
export type Agreement = "differs" | "agrees" | "notTested";

export const AGREEMENT_LABEL: Record<Agreement, string> = { differs: "deeds differ", agrees: "agree", notTested: "not tested" };

export interface DeedTest {
  readonly answer: Agreement;
  /** What was tested: months with known sales under the policy, latest first; undefined where nothing was. */
  readonly deed: StanceFinding | undefined;
  /** The policy in force; undefined where none was stated. */
  readonly policy: Policy | undefined;
}

/** What a policy promises, where it promises something that can be tested: "sells part" fits any share. */
const PROMISED: Record<StatedPolicy, readonly Stance[] | undefined> = {
  holds_all: ["holds"],
  mixed: undefined,
  sells_all: ["sellsAll", "sellsMore"],
};

/**
 * Word against deed in a month (method.md, "Stance"): tested is the stance over those of its trailing months whose sales are known by
 * report or derivation and that lie under the same policy. Not tested where no policy was in force, where it promises nothing that can be
 * tested, or where the month's own sales are not known.
 */
export function deedTest(figures: Figures, company: CompanyId, month: Period, mode: EvidenceMode = "best"): DeedTest {
  const policy = statedPolicy(figures, company, month);
  const promised = policy && PROMISED[policy.policy];
  const months = stanceAt(figures, company, month, mode)?.months.filter(
    (entry) => entry.sellThrough.cells.sold.evidence !== "policy" && statedPolicy(figures, company, entry.month) === policy,
  );
  if (!promised || !months || months[0]?.month !== month) return { answer: "notTested", deed: undefined, policy };
  const deed = summed(months);
  return { answer: promised.includes(deed.stance) ? "agrees" : "differs", deed, policy };
}
