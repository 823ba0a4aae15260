/**
 * Derives everything that one company's figures imply (/method#to-the-end). Two equations: a period is the sum of its parts, and held at
 * the end = held at the beginning + produced + purchased − sold, over any period whose two ends are on one basis.
 * Reported cells in → derived ones out. Each equation with exactly one unknown is solved, fewest facts first, until nothing more follows,
 * so the result does not depend on the order of the rows. Nothing is spread over months, and a result that cannot be an amount is no figure
 * (known.ts). The sums are in flowGraph.ts, the second equation here.
 */
import { keeping } from "../shared/once";
import { byFirst } from "../shared/group";
import type { ReportedCell } from "../facts/cell";
import type { MetricId } from "../values/metric";
import { type Period, periodOfMonths } from "../values/period";
import { bitcoinTolerance } from "../facts/precision";
import { type Ends, endsOf, equationPeriods } from "./equationPeriods";
import { endsKey, type FlowGraph, flowGraph } from "./flowGraph";
import { type Failed, isFailed, type Known, knownFact, type Part, total } from "./known";
import { purchasesBetween } from "./purchases";

/** The chosen figures of one company: one for each stated metric and period. */
export interface CompanyFigures {
  readonly flows: readonly ReportedCell[];
  /** Holdings at the ends of months; one figure for each basis. "" is the company's usual basis. */
  readonly holdings: readonly { readonly basis: string; readonly cell: ReportedCell }[];
}

export interface Solution {
  /** A flow over a period, reported or derived; the reason where an equation's result is impossible; undefined where none gives it. */
  flow(metric: MetricId, period: Period): Known | Failed | undefined;
  /** Holdings at a period's end on the usual basis. */
  held(period: Period): Known | Failed | undefined;
  /** Purchases: "unknown" when only a longer period's total is known, undefined when no purchase was announced. */
  purchased(period: Period): Known | "unknown" | undefined;
  readonly graphs: ReadonlyMap<MetricId, FlowGraph>;
}

/** The basis on which a company usually counts its holdings. */
const USUAL = "";

/** Derives all that follows from one company's figures. */
export function solve({ flows, holdings }: CompanyFigures): Solution {
  const graphs = new Map<MetricId, FlowGraph>();
  const graphOf = keeping(graphs, flowGraph);
  for (const cell of flows) {
    const [fact] = cell.facts;
    if (fact) graphOf(fact.metric).add({ ...endsOf(fact.period), known: knownFact(cell) });
  }
  const stocks = new Map<string, Map<number, Known>>([[USUAL, new Map()]]);
  const stockOn = keeping(stocks, () => new Map<number, Known>());
  for (const { basis, cell } of holdings) {
    const [fact] = cell.facts;
    if (fact) stockOn(basis).set(endsOf(fact.period).to, knownFact(cell));
  }
  const failures = new Map<string, Failed>();

  const flowBetween = memoizedFlows(graphOf);
  const purchased = ({ from, to }: Ends) => purchasesBetween(graphOf("btc_purchased"), flowBetween("btc_purchased", from, to), from, to);
  const state: State = { stocks, failures, flowBetween, purchased };

  // The cheapest results first, then search again, because they may make others cheaper or settle them.
  let open = equationPeriods(flows, stocks);
  for (;;) {
    const found = cheapest(state, open);
    if (found.length === 0) break;
    for (const equation of found) settle(equation, state, graphOf);
    open = open.filter((ends) => !isClosed(state, ends));
  }

  const heldOnAny = (boundary: number) => [...stocks.values()].some((stock) => stock.has(boundary));
  /** Holdings at both ends that count different things: they do not give the sale between them. */
  const otherBasis = ({ from, to }: Ends): Failed | undefined =>
    heldOnAny(from) && heldOnAny(to) && sure(flowBetween("btc_produced", from, to)) && purchased({ from, to }) !== "unknown"
      ? { evidence: "failed", why: "basis", attempt: undefined }
      : undefined;
  return {
    flow(metric, period) {
      const ends = endsOf(period);
      const found = flowBetween(metric, ends.from, ends.to);
      if (found !== undefined && !(isFailed(found) && found.why === "holdings")) return found;
      if (metric !== "btc_produced" && metric !== "btc_sold" && metric !== "btc_purchased") return found;
      const failed = [...stocks.keys()].map((basis) => failures.get(failureKey(metric, ends, basis))).find((one) => one !== undefined);
      // A failure of the period's own holdings reads better than a long path over other periods.
      return failed ?? found ?? (metric === "btc_sold" ? otherBasis(ends) : undefined);
    },
    held(period) {
      const { to } = endsOf(period);
      return stocks.get(USUAL)?.get(to) ?? failures.get(failureKey("after", { from: to, to }, USUAL));
    },
    purchased: (period) => purchased(endsOf(period)),
    graphs,
  };
}

interface State {
  readonly stocks: ReadonlyMap<string, Map<number, Known>>;
  readonly failures: Map<string, Failed>;
  flowBetween(metric: MetricId, from: number, to: number): Known | Failed | undefined;
  purchased(ends: Ends): Known | "unknown" | undefined;
}

/** A flow from the graph, cached until the graph grows: reported, one derived edge, or the sum along the shortest path. */
function memoizedFlows(graphOf: (metric: MetricId) => FlowGraph): State["flowBetween"] {
  const kept = new Map<MetricId, { edges: number; answers: Map<number, Known | Failed | undefined> }>();
  return (metric, from, to) => {
    const graph = graphOf(metric);
    const edges = graph.edges().length;
    let memory = kept.get(metric);
    if (memory?.edges !== edges) kept.set(metric, (memory = { edges, answers: new Map() }));
    const key = endsKey(from, to);
    if (memory.answers.has(key)) return memory.answers.get(key);
    const answer = graph.edge(from, to)?.known ?? sumAlong(graph, from, to);
    memory.answers.set(key, answer);
    return answer;
  };
}

/** The sum along the shortest path between two boundaries, as a derived cell. `without`: an edge to leave out, for comparison with it. */
export function sumAlong(graph: FlowGraph, from: number, to: number, without?: ReturnType<FlowGraph["edge"]>): Known | Failed | undefined {
  const way = graph.way(from, to, without);
  if (way === undefined) return undefined;
  // Added terms come first, then subtracted ones, each in chronological order.
  const ordered = [...way].sort((a, b) => byFirst(b.sign - a.sign, a.edge.from - b.edge.from));
  const parts = ordered.map(({ sign, edge }): Part => ({
    sign,
    metric: graph.metric,
    period: periodOfMonths(edge.from, edge.to - 1),
    known: edge.known,
  }));
  return total(parts.every(({ sign }) => sign === 1) ? "sum" : "difference", parts, 0);
}

type Unknown = "btc_produced" | "btc_sold" | "btc_purchased" | "before" | "after";

/** The second equation over a period on one basis, with its one unknown term, and the facts that its result would be based on. */
interface Equation {
  readonly ends: Ends;
  readonly basis: string;
  readonly unknown: Unknown;
  readonly cost: number;
}

/** The equations with exactly one unknown whose results are based on the fewest facts. */
function cheapest(state: State, open: readonly Ends[]): Equation[] {
  let found: Equation[] = [];
  let least = Infinity;
  for (const ends of open) {
    for (const [basis, stock] of state.stocks) {
      const equation = equationOf(state, ends, basis, stock);
      if (equation === undefined || equation.cost > least) continue;
      if (equation.cost < least) found = [];
      least = equation.cost;
      found.push(equation);
    }
  }
  return found;
}

function equationOf(state: State, ends: Ends, basis: string, stock: ReadonlyMap<number, Known>): Equation | undefined {
  const before = stock.get(ends.from);
  const after = stock.get(ends.to);
  // On another basis holdings are compared where both are stated, and never carried forward.
  if (basis === USUAL ? !before && !after : !before || !after) return undefined;
  const produced = sure(state.flowBetween("btc_produced", ends.from, ends.to));
  if (!produced && !(before && after)) return undefined;
  const sold = sure(state.flowBetween("btc_sold", ends.from, ends.to));
  const bought = state.purchased(ends);
  let unknown: Unknown | undefined;
  let [count, cost] = [0, 0];
  const term = (name: Unknown, known: Known | "unknown" | undefined) => {
    if (known !== undefined && known !== "unknown") cost += known.cost;
    else {
      unknown = name;
      count++;
    }
  };
  term("before", before);
  term("after", after);
  term("btc_produced", produced);
  term("btc_sold", sold);
  if (bought !== undefined) term("btc_purchased", bought);
  if (count !== 1 || unknown === undefined || state.failures.has(failureKey(unknown, ends, basis))) return undefined;
  return { ends, basis, unknown, cost };
}

/** The terms of the formula for each unknown. */
const SOLVED_FOR: Readonly<Record<Unknown, { readonly added: readonly Unknown[]; readonly takenOff: readonly Unknown[] }>> = {
  btc_sold: { added: ["before", "btc_produced", "btc_purchased"], takenOff: ["after"] },
  btc_produced: { added: ["after", "btc_sold"], takenOff: ["btc_purchased", "before"] },
  btc_purchased: { added: ["after", "btc_sold"], takenOff: ["btc_produced", "before"] },
  after: { added: ["before", "btc_produced", "btc_purchased"], takenOff: ["btc_sold"] },
  before: { added: ["after", "btc_sold"], takenOff: ["btc_produced", "btc_purchased"] },
};

function settle({ ends, basis, unknown }: Equation, state: State, graphOf: (metric: MetricId) => FlowGraph): void {
  const { from, to } = ends;
  const stock = state.stocks.get(basis);
  const [before, after] = [stock?.get(from), stock?.get(to)];
  const period = periodOfMonths(from, to - 1);
  const bought = state.purchased(ends);
  const part = (sign: 1 | -1, name: Unknown): Part[] => {
    if (name === "before") return before ? [{ sign, metric: "btc_held", period: periodOfMonths(from - 1, from - 1), known: before }] : [];
    if (name === "after") return after ? [{ sign, metric: "btc_held", period: periodOfMonths(to - 1, to - 1), known: after }] : [];
    const known = name === "btc_purchased" ? (bought === "unknown" ? undefined : bought) : sure(state.flowBetween(name, from, to));
    return known ? [{ sign, metric: name, period, known }] : [];
  };
  const { added, takenOff } = SOLVED_FOR[unknown];
  const parts = [...added.flatMap((name) => part(1, name)), ...takenOff.flatMap((name) => part(-1, name))];
  const outcome = total("holdings", parts, bitcoinTolerance((after ?? before)?.value ?? 0));
  if (isFailed(outcome)) state.failures.set(failureKey(unknown, ends, basis), outcome);
  else if (unknown === "before" || unknown === "after") {
    const boundary = unknown === "before" ? from : to;
    if (stock && !stock.has(boundary)) stock.set(boundary, outcome);
  } else if (!sure(state.flowBetween(unknown, from, to)) || unknown === "btc_purchased") graphOf(unknown).add({ ...ends, known: outcome });
}

/** A holding is one figure, whichever period's end or beginning it is. */
function failureKey(unknown: Unknown, { from, to }: Ends, basis: string): string {
  if (unknown === "before" || unknown === "after") return `held ${unknown === "before" ? from : to} ${basis}`;
  return `${unknown} ${endsKey(from, to)} ${basis}`;
}

const sure = (of: Known | Failed | undefined): Known | undefined => (of === undefined || isFailed(of) ? undefined : of);

/** Whether nothing more can follow for this period. */
function isClosed(state: State, ends: Ends): boolean {
  const stock = state.stocks.get(USUAL);
  if (stock?.has(ends.from) !== true || !stock.has(ends.to)) return false;
  if (!sure(state.flowBetween("btc_produced", ends.from, ends.to)) || !sure(state.flowBetween("btc_sold", ends.from, ends.to)))
    return false;
  return state.purchased(ends) !== "unknown";
}
