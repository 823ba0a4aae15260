/**
 * One company's known flow (production, say) over time, as a graph: its nodes are the boundaries between months, and each known period is
 * an edge from its beginning to its end. Any path from one boundary to another gives the flow between them, with forward edges added and
 * backward ones subtracted: a quarter from its months, a month from its quarter, a quarter from a half-year.
 */
import type { MetricId } from "../values/metric";
import type { Known } from "./known";

export interface Edge {
  /** Months since the year 0 of the first month, and of the month after the last. */
  readonly from: number;
  readonly to: number;
  readonly known: Known;
}

/** An edge as traversed: forward (1) or backward (-1). */
interface Step {
  readonly sign: 1 | -1;
  readonly edge: Edge;
}

export interface FlowGraph {
  readonly metric: MetricId;
  /** Adds a known period, unless it is present already. */
  add(edge: Edge): void;
  edge(from: number, to: number): Edge | undefined;
  edges(): readonly Edge[];
  /** The path between two boundaries with the fewest facts, then best evidence, fewest steps, earliest. Undefined: none. */
  way(from: number, to: number, without?: Edge): readonly Step[] | undefined;
}

export function flowGraph(metric: MetricId): FlowGraph {
  const list: Edge[] = [];
  const byEnds = new Map<number, Edge>();
  const around = new Map<number, Step[]>();
  const roots = new Map<number, number>();

  // Union-find: connected boundaries have one root; each lookup shortens its path (path halving).
  const rootOf = (node: number): number => {
    let at = node;
    for (let up = roots.get(at); up !== undefined && up !== at; up = roots.get(at)) {
      const further = roots.get(up) ?? up;
      roots.set(at, further);
      at = further;
    }
    return at;
  };
  const attach = (node: number, step: Step) => {
    const steps = around.get(node);
    if (steps) steps.push(step);
    else around.set(node, [step]);
  };

  return {
    metric,
    edges: () => list,
    edge: (from, to) => byEnds.get(endsKey(from, to)),
    add(edge) {
      if (byEnds.has(endsKey(edge.from, edge.to))) return;
      byEnds.set(endsKey(edge.from, edge.to), edge);
      list.push(edge);
      attach(edge.from, { sign: 1, edge });
      attach(edge.to, { sign: -1, edge });
      roots.set(rootOf(edge.from), rootOf(edge.to));
    },
    way(from, to, without) {
      if (!around.has(from) || rootOf(from) !== rootOf(to)) return undefined;
      return shortest(around, from, to, without);
    },
  };
}

/** One number for a pair of boundaries; years end at 2099, so a boundary stays below 2^15. */
export const endsKey = (from: number, to: number): number => from * 32_768 + to;

interface Reached {
  readonly node: number;
  readonly cost: number;
  readonly error: number;
  readonly steps: number;
  readonly before: Reached | undefined;
  readonly by: Step | undefined;
}

/** Dijkstra's shortest path; a company has about eighty boundaries, so a plain list serves as the queue. */
function shortest(around: ReadonlyMap<number, readonly Step[]>, from: number, to: number, without: Edge | undefined): Step[] | undefined {
  const open: Reached[] = [{ node: from, cost: 0, error: 0, steps: 0, before: undefined, by: undefined }];
  const done = new Set<number>();
  while (open.length > 0) {
    let best = 0;
    for (let i = 1; i < open.length; i++) if (isNearer(open[i] as Reached, open[best] as Reached)) best = i;
    const [at] = open.splice(best, 1) as [Reached];
    if (at.node === to) return stepsTo(at);
    if (done.has(at.node)) continue;
    done.add(at.node);
    for (const step of around.get(at.node) ?? []) {
      const node = step.sign === 1 ? step.edge.to : step.edge.from;
      if (step.edge === without || done.has(node)) continue;
      const { cost, error } = step.edge.known;
      open.push({ node, cost: at.cost + cost, error: at.error + error, steps: at.steps + 1, before: at, by: step });
    }
  }
  return undefined;
}

function isNearer(a: Reached, b: Reached): boolean {
  if (a.cost !== b.cost) return a.cost < b.cost;
  if (a.error !== b.error) return a.error < b.error;
  if (a.steps !== b.steps) return a.steps < b.steps;
  if (a.node !== b.node) return a.node < b.node;
  return (a.before?.node ?? 0) < (b.before?.node ?? 0);
}

function stepsTo(last: Reached): Step[] {
  const steps: Step[] = [];
  for (let at: Reached | undefined = last; at?.by !== undefined; at = at.before) steps.push(at.by);
  return steps.reverse();
}
