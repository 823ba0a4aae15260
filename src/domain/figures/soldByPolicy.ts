/** Sold by stated policy (/method#policy), all or nothing, only where figures leave the sale open and do not contradict it. */
import type { PolicyCell } from "../facts/cell";
import { type Period, periodOfMonths } from "../values/period";
import type { Policy } from "../facts/record";
import { type Failed, isFailed, type Known } from "../solve/known";
import { type Ends, endsOf } from "../solve/equationPeriods";
import type { Solution } from "../solve/solve";

/** `failed`: the impossible result for the period's sale, if any. The policy must cover all of the period. */
export function soldByPolicy(policy: Policy, period: Period, solution: Solution, failed: Failed | undefined): PolicyCell | undefined {
  if (policy.policy === "mixed" || failed?.why === "parts" || isContradicted(policy, period, solution)) return undefined;
  if (policy.policy === "holds_all") {
    // More came in than is accounted for (MARA in March 2025: 328 BTC): an unannounced purchase is not a sale.
    const unexplained = failed?.why === "holdings" ? failed.attempt : undefined;
    return { evidence: "policy", value: 0, policy, facts: [], ...(unexplained && { unexplained }) };
  }
  const produced = solution.flow("btc_produced", period);
  if (failed?.why === "holdings" || produced === undefined || isFailed(produced)) return undefined;
  return { evidence: "policy", value: produced.value, policy, facts: produced.cell.facts };
}

/** Whether a known sale of a part, or of a longer period under it, contradicts the policy (CleanSpark 2024-Q1: 13 sold). */
function isContradicted(policy: Policy, period: Period, solution: Solution): boolean {
  const of = endsOf(period);
  const dates = {
    from: policy.from === null ? -Infinity : endsOf(policy.from).from,
    to: policy.to === null ? Infinity : endsOf(policy.to).to,
  };
  const edges = solution.graphs.get("btc_sold")?.edges() ?? [];
  return edges.some(({ from, to, known }) => {
    const isPart = lies({ from, to }, of);
    const isTotal = lies(of, { from, to }) && lies({ from, to }, dates);
    return (isPart || isTotal) && differs(policy, known, () => solution.flow("btc_produced", periodOfMonths(from, to - 1)));
  });
}

const lies = (inner: Ends, outer: Ends): boolean => outer.from <= inner.from && inner.to <= outer.to;

function differs(policy: Policy, sold: Known, producedThen: () => Known | Failed | undefined): boolean {
  if (policy.policy === "holds_all") return sold.value > sold.tolerance;
  const produced = producedThen();
  if (produced === undefined || isFailed(produced)) return true;
  return Math.abs(sold.value - produced.value) > sold.tolerance + produced.tolerance;
}
