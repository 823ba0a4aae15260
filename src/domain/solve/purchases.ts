/**
 * A company's purchases in a period. Purchases are announced when they happen, so none reported means that the term is absent: Bitfarms'
 * April 2025 in the method has no such term. But when a longer period has a purchase that is not split (MARA 2024: 22,065 BTC), the share
 * of the shorter one is unknown. A period without its own total has the purchases announced inside it (LM Funding 2025-Q3: the 164 BTC of
 * August).
 */
import { byFirst } from "../shared/group";
import { periodOfMonths } from "../values/period";
import type { Edge, FlowGraph } from "./flowGraph";
import { type Failed, isFailed, type Known, total } from "./known";

/** `own`: the result of the purchase graph for the period itself. */
export function purchasesBetween(
  graph: FlowGraph,
  own: Known | Failed | undefined,
  from: number,
  to: number,
): Known | "unknown" | undefined {
  if (own !== undefined && !isFailed(own)) return own;
  const inside: Edge[] = [];
  for (const edge of graph.edges()) {
    if (edge.to <= from || edge.from >= to) continue;
    if (edge.from >= from && edge.to <= to) inside.push(edge);
    else if (edge.known.value > 0) return "unknown";
  }
  const parts = outermost(inside);
  const [only] = parts;
  if (only === undefined) return undefined;
  const sum = total(
    "sum",
    parts.map((edge) => ({ sign: 1, metric: graph.metric, period: periodOfMonths(edge.from, edge.to - 1), known: edge.known })),
    0,
  );
  return isFailed(sum) ? undefined : sum;
}

/** Edges that do not overlap: the longest first, then those beside it; in chronological order. */
function outermost(edges: readonly Edge[]): Edge[] {
  const kept: Edge[] = [];
  for (const edge of [...edges].sort((a, b) => byFirst(b.to - b.from - (a.to - a.from), a.from - b.from))) {
    if (kept.every((other) => edge.to <= other.from || edge.from >= other.to)) kept.push(edge);
  }
  return kept.sort((a, b) => a.from - b.from);
}
