/** A company's stance and stated policy, in the word forms that sentences and tables need. */
import type { Company } from "@/domain/facts/company";
import type { EvidenceMode, Figures } from "@/domain/figures/figures";
import type { Period } from "@/domain/values/period";
import type { Policy } from "@/domain/facts/record";
import { POLICY_LABEL, policyTest, type Stance, STANCE_LABEL, STANCES } from "@/domain/measures/stance";
import type { TableCell } from "../tables/table";
import { textCell } from "./cells";
import { listed } from "./phrases";

interface StanceWords {
  /** "CleanSpark holds what it mines." */
  readonly does: string;
  /** "Riot stopped holding and sold all that it mined." */
  readonly did: string;
  /** "It went from holding to selling some." */
  readonly doing: string;
  /** "5 hold what they mine and 9 sell some." */
  readonly many: string;
}

export const STANCE_WORDS: Readonly<Record<Stance, StanceWords>> = {
  holds: { does: "holds what it mines", did: "held what it mined", doing: "holding", many: "hold what they mine" },
  sellsSome: { does: "sells some of what it mines", did: "sold some of what it mined", doing: "selling some", many: "sell some" },
  sellsAll: { does: "sells all that it mines", did: "sold all that it mined", doing: "selling all that it mined", many: "sell all" },
  sellsMore: {
    does: "sells more than it mines",
    did: "sold more than it mined",
    doing: "selling more than it mined",
    many: "sell more than they mine",
  },
};

export function stanceText(stance: Stance | undefined, byPolicyOnly = false): string {
  if (stance === undefined) return "not known";
  return byPolicyOnly ? `${STANCE_LABEL[stance]}, by its word` : STANCE_LABEL[stance];
}

/** "5 hold what they mine, 9 sell some and 1 sells all that it mines"; "" where there is none. */
export function stanceCounts(stances: readonly Stance[]): string {
  const counts = STANCES.map((stance) => ({ stance, of: stances.filter((one) => one === stance).length })).filter(({ of }) => of > 0);
  return listed(counts.map(({ stance, of }) => `${of} ${STANCE_WORDS[stance][of === 1 ? "does" : "many"]}`));
}

/** The policy that a company had stated for a month, linked to its source, and whether its deeds differ. */
export function testedPolicyCell(figures: Figures, company: Company, month: Period, mode: EvidenceMode): TableCell {
  const { policy, answer } = policyTest(figures, company.id, month, mode);
  return policyCell(policy, answer === "differs");
}

/** A stated policy, linked to its source, and whether a stance differs. */
export const policyCell = (policy: Policy | undefined, differs = false): TableCell =>
  policy ? textCell(POLICY_LABEL[policy.policy], policy.sourceUrl, differs ? "Deeds differ." : undefined) : textCell("none stated");
