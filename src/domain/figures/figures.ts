/** Computes the cell for any company, metric and period; evidence is ranked only here. Cells are cached. */
import { byKey, type ByKey } from "./byKey";
import { type Cell, missing, type MissingReason, type PolicyCell, type ReportedCell } from "../facts/cell";
import { choose } from "./choose";
import { reportingSpans, takeOverColumns } from "./column";
import { type Company, type CompanyId, inSpan } from "../facts/company";
import { assumedDay, type Fact, isSecondHand } from "../facts/fact";
import { factsByCompany } from "../facts/factsByCompany";
import type { EvidenceMode, Figures, ReportingSpan } from "./figureTypes";
import { groupBy, compareText } from "../shared/group";
import { METRICS, type MetricId } from "../values/metric";
import { takeOverNumbers } from "./naming";
import { keeping, lazily, oncePer } from "../shared/once";
import { type Day, firstMonth, kindOf, lastMonth, type Period, quarterOf, shift } from "../values/period";
import type { Decision, OpenRecord, Policy } from "../facts/record";
import { type Failed, isFailed } from "../solve/known";
import { type CompanyFigures, solve, type Solution } from "../solve/solve";
import { soldByPolicy } from "./soldByPolicy";

export { EVIDENCE_MODES, type EvidenceMode, type Figures, type ReportingSpan } from "./figureTypes";

/** A company counts as still reporting in the year after its last figure; after that, missing figures are not expected any more. */
export const STILL_REPORTING_MONTHS = 12;

/** What is derived from one company's own rows on a day, computed lazily. */
interface OfCompany extends OwnRows {
  readonly stated: () => ByKey<ReportedCell>;
  readonly span: () => ReportingSpan | undefined;
  readonly solution: () => Solution;
  readonly cells: { readonly best: ByKey<Cell>; readonly reported: ByKey<Cell> };
}

interface OwnRows {
  /** undefined: there are rows, but no company. */
  readonly company: Company | undefined;
  readonly facts: readonly Fact[];
  readonly decisions: readonly Decision[];
  readonly policies: readonly Policy[];
}

/** The companies queried so far, per figures. */
const companiesOf = new WeakMap<Figures, ReadonlyMap<CompanyId, OfCompany>>();

/** Figures without second-hand facts: of this record or, until they are queried, of the previous state. */
const firsthandOf = new WeakMap<Figures, Figures>();

/** `earlier`: figures of the previous state; companies with identical rows (sharing.ts), prices and day are reused. */
export function figuresOf(record: OpenRecord, today: Day, earlier?: Figures): Figures {
  const facts = factsByCompany(record.facts, earlier?.record.facts);
  const companies = new Map(record.companies.map((company) => [company.id, company]));
  const policiesByCompany = groupBy(record.policies, (policy) => policy.company);
  const consolidations = groupBy(record.consolidations, ({ child }) => child);
  const decisions = groupBy(record.decisions, (decision) => decision.company);
  const basisOf: Figures["basisOf"] = (fact) => basisIn(decisions.get(fact.company) ?? [], fact);
  const rowsOf = (company: CompanyId): OwnRows => ({
    company: companies.get(company),
    facts: facts.get(company) ?? [],
    decisions: decisions.get(company) ?? [],
    policies: policiesByCompany.get(company) ?? [],
  });
  const asked = new Map<CompanyId, OfCompany>();
  const isAlike = earlier?.today === today && isSameList(earlier.record.prices, record.prices);
  const before = isAlike ? companiesOf.get(earlier) : undefined;
  for (const [company, known] of before ?? []) {
    if (isSame(rowsOf(company), known)) asked.set(company, known);
  }
  const of = keeping(asked, (company: CompanyId) => ofCompany(rowsOf(company)));
  const stated = (company: CompanyId) => of(company).stated();
  const reportingSpan = (company: CompanyId) => of(company).span();
  const solution = (company: CompanyId) => of(company).solution();
  /** The same record without its second-hand facts, as separate figures with their own caches. */
  const withoutSecondHand = lazily((): Figures => {
    const firsthandFacts = record.facts.filter(({ source }) => !isSecondHand(source));
    const firsthand = figuresOf({ ...record, facts: firsthandFacts }, today, firsthandOf.get(figures));
    firsthandOf.set(figures, firsthand);
    return firsthand;
  });

  const reported: Figures["reported"] = (company, metric, period) => stated(company).get(metric, statedFor(metric, period));
  const choice: Figures["choice"] = (company, metric, period) => {
    const found = reported(company, metric, period);
    const chosen = found?.facts[0];
    return chosen && { chosen, others: found.others };
  };

  function cell(company: CompanyId, metric: MetricId, period: Period, mode: EvidenceMode = "best"): Cell {
    if (mode === "firsthand") return withoutSecondHand().cell(company, metric, period);
    const cells = of(company).cells[mode];
    return cells.get(metric, period) ?? cells.set(metric, period, makeCell(company, metric, period, mode));
  }

  function makeCell(company: CompanyId, metric: MetricId, period: Period, mode: EvidenceMode): Cell {
    const found = reported(company, metric, period);
    if (found) return found;
    if (mode === "reported" || isBeyond(company, period)) return missing(whyMissing(company, metric, period, undefined));
    const derived = derivedFor(company, metric, period);
    if (derived !== undefined && !isFailed(derived)) return derived.cell;
    const byPolicy = metric === "btc_sold" ? policyCell(company, period, derived) : undefined;
    return byPolicy ?? missing(whyMissing(company, metric, period, derived), derived?.attempt);
  }

  /** Nothing is derived outside a company's figures, except its holdings at the end of the month before them. */
  function isBeyond(company: CompanyId, period: Period): boolean {
    const span = reportingSpan(company);
    return !span || firstMonth(period) > span.to || lastMonth(period) < shift(span.from, -1);
  }

  function derivedFor(company: CompanyId, metric: MetricId, period: Period) {
    if (METRICS[metric].kind === "flow") return solution(company).flow(metric, period);
    return metric === "btc_held" ? solution(company).held(period) : undefined;
  }

  /** Sold by stated policy (soldByPolicy.ts), only while the company reports at all. */
  function policyCell(company: CompanyId, period: Period, failed: Failed | undefined): PolicyCell | undefined {
    const span = reportingSpan(company);
    const policy = policyIn(policiesByCompany.get(company) ?? [], period);
    if (!policy || !span || firstMonth(period) < span.from || lastMonth(period) > span.to) return undefined;
    return soldByPolicy(policy, period, solution(company), failed);
  }

  function whyMissing(company: CompanyId, metric: MetricId, period: Period, failed: Failed | undefined): MissingReason {
    if (failed !== undefined) return "doesNotReconcile";
    const span = reportingSpan(company);
    if (kindOf(period) === "month" && METRICS[metric].kind !== "stock" && reported(company, metric, quarterOf(period)))
      return "quarterOnly";
    const [first, last] = [firstMonth(period), lastMonth(period)];
    if (!span || last < span.from || first > shift(span.to, STILL_REPORTING_MONTHS)) return "notReporting";
    if (last > span.to && today <= assumedDay(period)) return "notYetPublished";
    // A quarter or year that contains the end of the last figure was reported in part.
    return first > span.to ? "notReporting" : "notDisclosed";
  }

  const purchased: Figures["purchased"] = (company, period, mode = "best") => {
    if (mode === "firsthand") return withoutSecondHand().purchased(company, period);
    const known = solution(company).purchased(period);
    return known === undefined || known === "unknown" ? known : known.cell;
  };

  const figures: Figures = {
    record,
    today,
    cell,
    choice,
    reported,
    purchased,
    basisOf,
    reportingSpan,
    factsOf: (company) => facts.get(company) ?? [],
    company: (id) => companies.get(id),
    decisionsOf: (company) => decisions.get(company) ?? [],
    policiesOf: (company) => policiesByCompany.get(company) ?? [],
    consolidationsOf: (child) => consolidations.get(child) ?? [],
    solution,
    own: of,
  };
  if (before && earlier?.record.companies === record.companies && isSameList(earlier.record.consolidations, record.consolidations)) {
    const isChanged = (company: CompanyId) => !asked.has(company);
    const changed = record.companies.filter(
      ({ id }) => isChanged(id) || (consolidations.get(id) ?? []).some(({ parent }) => isChanged(parent)),
    );
    takeOverNumbers(figures, earlier);
    takeOverColumns(figures, earlier, new Set(changed.map(({ id }) => id)));
  }
  companiesOf.set(figures, asked);
  const firsthandBefore = earlier && firsthandOf.get(earlier);
  if (firsthandBefore) firsthandOf.set(figures, firsthandBefore);
  return figures;
}

function ofCompany(rows: OwnRows): OfCompany {
  const { facts, decisions } = rows;
  const stated = lazily(() => statedOf(facts, decisions));
  return {
    ...rows,
    stated,
    span: lazily(() => spanOf(facts)),
    solution: lazily(() => solve(companyFigures(stated(), (fact) => basisIn(decisions, fact)))),
    cells: { best: byKey(), reported: byKey() },
  };
}

const basisIn = (decisions: readonly Decision[], fact: Fact): string =>
  decisions.findLast((d) => d.kind === "basis" && isAbout(d, fact) && d.written === fact.written)?.basis ?? "";

const isSame = (a: OwnRows, b: OwnRows): boolean =>
  a.company === b.company && isSameList(a.facts, b.facts) && isSameList(a.decisions, b.decisions) && isSameList(a.policies, b.policies);

const isSameList = (a: readonly object[], b: readonly object[]): boolean =>
  a === b || (a.length === b.length && a.every((one, at) => one === b[at]));

/** The stated policy that covers all of a period; the latest if several do. */
export function policyIn(policies: readonly Policy[], period: Period): Policy | undefined {
  const [first, last] = [firstMonth(period), lastMonth(period)];
  const covering = policies.filter((policy) => inSpan(policy, first) && inSpan(policy, last));
  return covering.length > 1 ? covering.sort((a, b) => compareText(b.from ?? "", a.from ?? ""))[0] : covering[0];
}

/** First and last month of the record's figures, over all companies; undefined for an empty record. */
export const recordSpan = oncePer((figures: Figures): ReportingSpan | undefined => {
  let found: ReportingSpan | undefined;
  for (const span of reportingSpans(figures)) {
    if (!span) continue;
    const { from, to } = found ?? span;
    found = { from: span.from < from ? span.from : from, to: span.to > to ? span.to : to };
  }
  return found;
});

const isAbout = (a: Pick<Fact, "metric" | "period">, b: Pick<Fact, "metric" | "period">) => a.metric === b.metric && a.period === b.period;

/** A stock at the end of a quarter or year is that of its last month: one figure, one key. */
const statedFor = (metric: MetricId, period: Period): Period => (METRICS[metric].kind === "stock" ? lastMonth(period) : period);

/** The chosen fact for each metric and period of one company. */
function statedOf(facts: readonly Fact[], decisions: readonly Decision[]): ByKey<ReportedCell> {
  const cells = byKey<ReportedCell>();
  for (const [metric, ofMetric] of groupBy(facts, (fact) => fact.metric)) {
    for (const [period, group] of groupBy(ofMetric, (fact) => statedFor(metric, fact.period))) {
      const preference = decisions.findLast((d) => d.kind === "prefer" && isAbout(d, { metric, period }));
      const found = choose(group, preference);
      if (found)
        cells.set(metric, period, { evidence: "reported", value: found.chosen.value, facts: [found.chosen], others: found.others });
    }
  }
  return cells;
}

/** The solver's input: the chosen flows, and one holding figure for each basis used by a source. */
function companyFigures(stated: ByKey<ReportedCell>, basisOf: Figures["basisOf"]): CompanyFigures {
  const metrics = [...stated.metrics.keys()];
  const flows = metrics.filter((metric) => METRICS[metric].kind === "flow").flatMap((metric) => stated.of(metric));
  const holdings = stated.of("btc_held").flatMap((cell) => {
    const byBasis = groupBy([...cell.facts, ...cell.others], basisOf);
    return [...byBasis].flatMap(([basis, [best]]) => (best ? [{ basis, cell: { ...cell, value: best.value, facts: [best] } }] : []));
  });
  return { flows, holdings };
}

/** First and last month with a figure; undefined without any. */
function spanOf(facts: readonly Fact[]): ReportingSpan | undefined {
  let [from, to]: [Period | undefined, Period | undefined] = [undefined, undefined];
  for (const { metric, period } of facts) {
    const last = lastMonth(period);
    // A stock dates from one day; an opening balance must not make a company "report" the months of a year before.
    const first = METRICS[metric].kind === "stock" ? last : firstMonth(period);
    if (from === undefined || first < from) from = first;
    if (to === undefined || last > to) to = last;
  }
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}
