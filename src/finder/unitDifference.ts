/** Holdings tagged for the SEC that no fact of the month states, rounding aside, each with a sentence. */
import { type Fact, SOURCE_KIND_LABEL } from "@/domain/fact";
import type { Figures } from "@/domain/figures";
import { endOf } from "@/domain/period";
import { lastUnit } from "@/domain/precision";
import type { UnitProposal } from "./edgarUnits";

export interface UnitDifference {
  readonly proposal: UnitProposal;
  /** "The 10-Q of 2025-10-30 says 19287 at 2025-09-30, the record says 19200 (company release, 2025-10-03)." */
  readonly sentence: string;
}

export function unitDifferences(proposals: readonly UnitProposal[], figures: Figures): UnitDifference[] {
  return proposals.flatMap((proposal): UnitDifference[] => {
    const { company, metric, period, written, source } = proposal;
    const choice = figures.choice(company, metric, period);
    const facts = choice === undefined ? [] : [choice.chosen, ...choice.others];
    if (facts.some((fact) => saysTheSame(fact, proposal))) return [];
    const filed = `The ${source.form} of ${source.filedOn} says ${written} at ${endOf(period)}`;
    return [
      { proposal, sentence: `${filed}, ${choice === undefined ? "the record has none" : `the record says ${said(choice.chosen)}`}.` },
    ];
  });
}

const said = ({ written, source }: Fact): string => `${written} (${SOURCE_KIND_LABEL[source.kind]}, ${source.publishedOn ?? "undated"})`;

/** Less than one apart in the last place of the one that is written with fewer decimals: one company rounds, another cuts off. */
const saysTheSame = (fact: Fact, proposal: UnitProposal): boolean =>
  Math.abs(fact.value - proposal.value) < Math.max(lastUnit(fact), lastUnit(proposal));
