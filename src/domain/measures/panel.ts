/**
 * Panels: those of the filtered companies that have both cells at the chosen evidence (/method#panel). Pooled sell-through is sum of sold
 * over sum of produced of the same company-periods, never a mean of ratios.
 */
import { isKnown, type KnownCell, type MissingCell, missing, standsOnSecondHand } from "../facts/cell";
import { type Company, type CompanyId, isListedOn } from "../facts/company";
import { among, type Column, columnFrom, columnOf } from "../figures/column";
import { type Expected, expectedIn } from "./expected";
import type { EvidenceMode, Figures } from "../figures/figures";
import { type Numbered, numbered } from "../figures/naming";
import { once, oncePer } from "../shared/once";
import { lastMonth, type Period } from "../values/period";
import { type Basis, cellsOf, hasRatio, lessPurchases, type SellThrough, sellThrough } from "./sellThrough";

export type PanelFilter =
  | { readonly kind: "all" }
  /** Nasdaq-listed in that month; for a longer period, in its last month. */
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
  /** Companies in the panel, and those with expected production that pass its filter (expected.ts). */
  readonly companies: number;
  readonly expectedCompanies: number;
  /** Their production in satoshis. */
  readonly produced: number;
  readonly expectedProduced: number;
  /** How many of the expected are known, and how many are counted at an earlier rate. */
  readonly carriedCompanies: number;
}

export interface Member extends Numbered {
  readonly company: Company;
  readonly sellThrough: SellThrough;
  /** Whether production and sales (net: and purchases) are based on second-hand facts. */
  readonly secondHand: { readonly produced: boolean; readonly sold: boolean };
}

interface AbsentProducer {
  readonly company: Company;
  readonly cell: MissingCell;
  readonly produced: KnownCell;
}

export interface Pool {
  readonly question: PoolQuestion;
  /** How many companies pass the filter. */
  readonly passing: number;
  readonly members: readonly Member[];
  /** Companies that pass the filter and whose production is known, but that are not in the panel, with the reason. */
  readonly absentProducers: readonly AbsentProducer[];
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

/** The pooled sell-through of a panel in a period, with its members and coverage. */
export function pool(figures: Figures, question: PoolQuestion): Pool {
  const { basis, period, mode } = question;
  const companies = panelCompanies(figures, question);
  const members = among(membersIn[basis](figures, period, mode), companies);
  const { sold, produced, soldBy } = sumsOf(members);
  // Independent of the evidence mode: the whole does not shrink.
  const coverage = { companies: members.length, produced, ...wholeOf(among(expectedIn(figures, period), companies)) };
  return {
    question,
    passing: companies.length,
    members,
    // A getter, because only a period's report uses it.
    get absentProducers() {
      return among(absentProducersIn[basis](figures, period, mode), companies);
    },
    sold,
    produced,
    soldBy,
    ratio: members.length === 0 ? missing("notDisclosed") : sold / produced,
    coverage,
    thin: isThin(coverage),
  };
}

const sumsOf = oncePer((members: readonly Member[]): Pick<Pool, "sold" | "produced" | "soldBy"> => {
  const soldBy = { reported: 0, derived: 0, policy: 0 };
  let [sold, produced] = [0, 0];
  for (const { sellThrough: of } of members) {
    sold += of.sold;
    produced += of.produced;
    soldBy[of.cells.sold.evidence] += of.sold;
  }
  return { sold, produced, soldBy };
});

/** Expected production of the companies that pass the filter. */
const wholeOf = oncePer((expected: readonly Expected[]): Pick<Coverage, "expectedCompanies" | "expectedProduced" | "carriedCompanies"> => {
  let [expectedProduced, carriedCompanies] = [0, 0];
  for (const { produced, carriedFrom } of expected) {
    expectedProduced += produced;
    if (carriedFrom !== undefined) carriedCompanies++;
  }
  return { expectedCompanies: expected.length, expectedProduced, carriedCompanies };
});

/** The companies of a period whose production is known. */
const producersIn = columnOf((figures, company, period, mode) => {
  const cell = figures.cell(company.id, "btc_produced", period, mode);
  return isKnown(cell) ? { company, cell, produced: cell.value } : undefined;
});

/** The companies that have both cells. Net subtracts purchases from these. */
const membersGross = columnFrom(producersIn, (figures, { company }, period, mode): Member | undefined =>
  memberOf(figures, company, sellThrough(figures, company.id, period, "gross", mode)),
);
const membersNet = columnFrom(membersGross, (figures, gross, period, mode): Member | undefined => {
  const net = lessPurchases(gross.sellThrough, figures, gross.company.id, period, mode);
  return net === gross.sellThrough ? gross : memberOf(figures, gross.company, net);
});
const membersIn: Readonly<Record<Basis, Column<Member>>> = { gross: membersGross, net: membersNet };

function memberOf(figures: Figures, company: Company, value: SellThrough | MissingCell): Member | undefined {
  if (!hasRatio(value)) return undefined;
  const { sold, produced, purchased } = value.cells;
  const soldSecondHand = standsOnSecondHand(sold) || (purchased !== undefined && standsOnSecondHand(purchased));
  const secondHand = { produced: standsOnSecondHand(produced), sold: soldSecondHand };
  return { company, sellThrough: value, secondHand, named: numbered(figures, cellsOf(value)) };
}

const absentProducers = (basis: Basis): Column<AbsentProducer> =>
  columnFrom(producersIn, (figures, { company, cell: produced }, period, mode) => {
    const cell = sellThrough(figures, company.id, period, basis, mode);
    return hasRatio(cell) ? undefined : { company, cell, produced };
  });
const absentProducersIn: Readonly<Record<Basis, Column<AbsentProducer>>> = { gross: absentProducers("gross"), net: absentProducers("net") };

export const isPooled = (ratio: Pool["ratio"]): ratio is number => typeof ratio === "number";

/** Below 3 companies or below half of expected production. */
export const isThin = (coverage: Coverage): boolean => coverage.companies < THIN_COMPANIES || coversLittle(coverage);

/** Below half of expected production. */
export const coversLittle = ({ produced, expectedProduced }: Coverage): boolean => produced * 2 < expectedProduced;

/** The companies that pass the filter, whether or not they have figures. Cached, because several questions of a view need it. */
export function panelCompanies(figures: Figures, { filter, period, mode }: Omit<PoolQuestion, "basis">): readonly Company[] {
  const all = figures.record.companies;
  switch (filter.kind) {
    case "all":
      return all;
    case "picked":
      return pickedOf(figures)(filter.companies);
    case "nasdaq":
      return listedIn(all)(lastMonth(period));
    case "largest15":
      return largestIn(figures)(mode)(period);
  }
}

const pickedOf = oncePer(({ record }: Figures) =>
  oncePer((ids: readonly CompanyId[]): readonly Company[] => record.companies.filter(({ id }) => ids.includes(id))),
);

/** By the record's companies and month. Months with the same companies share one list. */
const listedIn = oncePer((companies: readonly Company[]) => {
  const lists: (readonly Company[])[] = [];
  return once((month: Period): readonly Company[] => {
    const found = companies.filter((company) => isListedOn(company, "Nasdaq", month));
    const same = lists.find((list) => list.length === found.length && list.every((company, at) => company === found[at]));
    if (!same) lists.push(found);
    return same ?? found;
  });
});

/** By figures, evidence mode and period. */
const largestIn = oncePer((figures: Figures) =>
  once((mode: EvidenceMode) =>
    once((period: Period): readonly Company[] => {
      const producers = among(producersIn(figures, period, mode), listedIn(figures.record.companies)(lastMonth(period)));
      const amounts = Float64Array.from(producers, ({ produced }) => produced).sort();
      const least = amounts.at(-LARGEST) ?? 0;
      let more = producers.filter(({ produced }) => produced > least).length;
      // Ties with the last one are taken in the record's order.
      return producers.filter(({ produced }) => produced > least || (produced === least && more++ < LARGEST)).map(({ company }) => company);
    }),
  ),
);
