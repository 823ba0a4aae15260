/** A stated total that differs from what the company's other figures give. The stated one is used; the books show the difference. */
import { byFirst } from "../shared/group";
import type { DerivedCell, ReportedCell } from "../facts/cell";
import type { MetricId } from "../values/metric";
import { type Period, periodOfMonths } from "../values/period";
import { isFailed, standsOnHoldings } from "./known";
import { type Solution, sumAlong } from "./solve";

export interface Disagreement {
  readonly metric: MetricId;
  readonly period: Period;
  readonly stated: ReportedCell;
  /** The same total from other figures; its `result` is set where that is below 0. */
  readonly other: DerivedCell;
  /** Stated minus computed, in the smallest part of the metric's unit. */
  readonly difference: number;
  readonly tolerance: number;
}

/** Longest period first: a quarter that differs from its months is listed once, and not again for each month. */
export function disagreements(solution: Solution): Disagreement[] {
  const found: Disagreement[] = [];
  const told = new Set<string>();
  for (const [metric, graph] of solution.graphs) {
    const totals = graph.edges().filter(({ from, to, known }) => to - from > 1 && known.cell.evidence === "reported");
    for (const edge of totals.sort((a, b) => byFirst(b.to - b.from - (a.to - a.from), a.from - b.from))) {
      const way = sumAlong(graph, edge.from, edge.to, edge);
      const other = way === undefined ? undefined : isFailed(way) ? way.attempt : way.cell;
      if (edge.known.cell.evidence !== "reported" || other?.evidence !== "derived") continue;
      const difference = edge.known.value - (other.result ?? other.value);
      const slack = way !== undefined && !isFailed(way) && standsOnHoldings(other) ? way.tolerance : other.plusMinus;
      const tolerance = edge.known.error + slack;
      const facts = [...edge.known.cell.facts, ...other.facts].map(({ id }) => id).sort((a, b) => a - b);
      if (Math.abs(difference) <= tolerance || told.has(facts.join())) continue;
      told.add(facts.join());
      found.push({ metric, period: periodOfMonths(edge.from, edge.to - 1), stated: edge.known.cell, other, difference, tolerance });
    }
  }
  return found;
}
