/**
 * Panels: which companies are in a pooled number. A panel's filter names the companies; in the panel are those of them that have both
 * cells at the chosen evidence (method.md, "Aggregates"). Pooled sell-through is the sum of sold over the sum of produced of the same
 * company-periods: never a mean of ratios, and never one sum over a wider set.
 */
import { isKnown, type KnownCell, type MissingCell, missing } from "./cell";
import { type Company, type CompanyId, isListedOn } from "./company";
import type { EvidenceMode, Figures } from "./figures";
import { expectedIn } from "./expected";
import { once, oncePer } from "./once";
import { lastMonth, type Period } from "./period";
import { type Basis, hasRatio, type SellThrough, sellThroughsIn } from "./sellThrough";

export type PanelFilter =
  | { readonly kind: "all" }
  /** Nasdaq-listed in that month; of a longer period, in its last month. */
  | { readonly kind: "nasdaq" }
  /** The 15 of those that produced most in that period. */
  | { readonly kind: "largest15" }
  | { readonly kind: "picked"; readonly companies: readonly CompanyId[] };

export interface PoolQuestion {
  readonly period: Period;
  readonly filter: PanelFilter;
  readonly basis: Basis;
  readonly mode: EvidenceMode;
}

export interface Coverage {
  /** Companies in the panel, and of those that pass its filter the ones that may be expected to have produced (expected.ts). */
  readonly companies: number;
  readonly expectedCompanies: number;
  /** Their production in satoshis. */
  readonly produced: number;
  readonly expectedProduced: number;
  /** How many of the expected are known, and how many stand there at an earlier rate. */
  readonly carriedCompanies: number;
}

export interface Member {
  readonly company: Company;
  readonly sellThrough: SellThrough;
}

export interface Absentee {
  readonly company: Company;
  readonly cell: MissingCell;
  /** undefined when production is not known either. */
  readonly produced: KnownCell | undefined;
}

export interface Pool {
  readonly question: PoolQuestion;
  readonly members: readonly Member[];
  /** Companies that pass the filter but are not in the panel, with the reason. */
  readonly absent: readonly Absentee[];
  /** Sums over the members in satoshis. */
  readonly sold: number;
  readonly produced: number;
  /** Sold (net: less purchases) by the evidence level of the members' sold. */
  readonly soldBy: Readonly<Record<"reported" | "derived" | "policy", number>>;
  /** Pooled ratio; missing when nobody is in the panel or nothing was produced. */
  readonly ratio: number | MissingCell;
  readonly coverage: Coverage;
  /** Below 3 companies or below half of expected production. */
  readonly thin: boolean;
}

export const THIN_COMPANIES = 3;
export const LARGEST = 15;

export function pool(figures: Figures, question: PoolQuestion): Pool {
  const members: Member[] = [];
  const absent: Absentee[] = [];
  const companies = panelCompanies(figures, question);
  const sellThrough = sellThroughsIn[question.basis][question.mode](figures, question.period);
  for (const company of companies) {
    const value = sellThrough(company.id);
    if (hasRatio(value)) {
      members.push({ company, sellThrough: value });
      continue;
    }
    const produced = figures.cell(company.id, "btc_produced", question.period, question.mode);
    absent.push({ company, cell: value, produced: isKnown(produced) ? produced : undefined });
  }
  const sold = sum(members.map((m) => m.sellThrough.sold));
  const produced = sum(members.map((m) => m.sellThrough.produced));
  const coverage = { companies: members.length, produced, ...expectedOf(figures, companies, question.period) };
  const soldBy = { reported: 0, derived: 0, policy: 0 };
  for (const { sellThrough: of } of members) soldBy[of.cells.sold.evidence] += of.sold;
  return {
    question,
    members,
    absent,
    sold,
    produced,
    soldBy,
    ratio: members.length === 0 ? missing("notDisclosed") : sold / produced,
    coverage,
    thin: isThin(coverage),
  };
}

export const isPooled = (ratio: Pool["ratio"]): ratio is number => typeof ratio === "number";

export function isThin(coverage: Coverage): boolean {
  return coverage.companies < THIN_COMPANIES || coverage.produced * 2 < coverage.expectedProduced;
}

/** The companies that pass the filter, whether or not they have figures. Several questions of a view ask for the same. */
export function panelCompanies(figures: Figures, { filter, period, mode }: Omit<PoolQuestion, "basis">): readonly Company[] {
  const all = figures.record.companies;
  switch (filter.kind) {
    case "all":
      return all;
    case "picked":
      return all.filter(({ id }) => filter.companies.includes(id));
    case "nasdaq":
      return listedIn(figures)(lastMonth(period));
    case "largest15":
      return largestIn(figures)(mode)(period);
  }
}

/** By figures and month. */
const listedIn = oncePer((figures: Figures) =>
  once((month: Period): readonly Company[] => figures.record.companies.filter((company) => isListedOn(company, "Nasdaq", month))),
);

/** By figures, evidence that counts, and period. */
const largestIn = oncePer((figures: Figures) =>
  once((mode: EvidenceMode) => once((period: Period) => largest(figures, listedIn(figures)(lastMonth(period)), period, mode))),
);

function largest(figures: Figures, companies: readonly Company[], period: Period, mode: EvidenceMode): readonly Company[] {
  const production = companies.flatMap((company) => {
    const cell = figures.cell(company.id, "btc_produced", period, mode);
    return isKnown(cell) ? [{ company, value: cell.value }] : [];
  });
  const first = production.sort((a, b) => b.value - a.value).slice(0, LARGEST);
  const chosen = new Set(first.map(({ company }) => company));
  return companies.filter((company) => chosen.has(company));
}

/** What the companies that pass the filter may be expected to have produced, whatever evidence is asked for: the whole does not shrink. */
function expectedOf(
  figures: Figures,
  companies: readonly Company[],
  period: Period,
): Pick<Coverage, "expectedCompanies" | "expectedProduced" | "carriedCompanies"> {
  const expectedOf = expectedIn(figures, period);
  const expected = companies.map(({ id }) => expectedOf(id)).filter((one) => one !== undefined);
  return {
    expectedCompanies: expected.length,
    expectedProduced: sum(expected.map(({ produced }) => produced)),
    carriedCompanies: expected.filter(({ carriedFrom }) => carriedFrom !== undefined).length,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
