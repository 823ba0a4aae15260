/**
 * What companies do with their bitcoin over time: who holds and who sells month by month, changes between these, the value of having held
 * instead, and departures from stated policy.
 * Figures, companies and months in → plain findings. All of it is based on `stanceAt` and on cells; unknown months are never filled in,
 * only listed.
 */
import { answers, wholeAnswers } from "../figures/answers";
import { type Evidence, isKnown, type KnownCell, type MissingReason, weaker } from "../facts/cell";
import { among, columnOf } from "../figures/column";
import type { Company, CompanyId } from "../facts/company";
import { atPrice, type DollarValue, proceedsOf } from "./dollars";
import type { EvidenceMode, Figures } from "../figures/figures";
import { oncePer } from "../shared/once";
import { firstMonth, lastMonth, lengthOf, monthsOf, type Period, periodRange, quarterOf } from "../values/period";
import type { Policy } from "../facts/record";
import { basisOf, policyTest, type Stance, type StanceFinding, stanceAt, type CoveredMonth, coveredMonths } from "./stance";

export interface StancesOfMonth {
  readonly companies: Readonly<Record<Stance, readonly Company[]>>;
  /** Known production of these companies in the month, in satoshis; a company with unknown production adds nothing. */
  readonly produced: Readonly<Record<Stance, number>>;
  /** How many of these companies' production is known. */
  readonly producers: number;
  /** Companies that report in this month but have no stance, and their known production. */
  readonly without: readonly Company[];
  readonly withoutProduced: number;
  /** Production of companies whose stance is based on policy or on earlier months alone. */
  readonly weak: number;
}

interface Standing {
  readonly company: Company;
  /** In satoshis; undefined where it is not known. */
  readonly produced: number | undefined;
  readonly finding: StanceFinding | undefined;
  /** Whether the stance is based on less than figures of the month. */
  readonly weak: boolean;
}

/** The stance of a company that reports in a month, and its known production. */
const standingsIn = columnOf((figures, company, month, mode): Standing | undefined => {
  const span = figures.reportingSpan(company.id);
  if (!span || month < span.from || month > span.to) return undefined;
  const cell = figures.cell(company.id, "btc_produced", month, mode);
  const finding = stanceAt(figures, company.id, month, mode);
  const weak = finding !== undefined && basisOf(finding, month) !== "figures";
  return { company, produced: isKnown(cell) ? cell.value : undefined, finding, weak };
});

/** Companies by stance with their production, in the record's order; only within a company's reporting span. */
export const stancesIn = (figures: Figures, companies: readonly Company[], month: Period, mode: EvidenceMode): StancesOfMonth =>
  byStance(among(standingsIn(figures, month, mode), companies));

const byStance = oncePer((standings: readonly Standing[]): StancesOfMonth => {
  const companies: Record<Stance, Company[]> = { holds: [], sellsSome: [], sellsAll: [], sellsMore: [] };
  const produced: Record<Stance, number> = { holds: 0, sellsSome: 0, sellsAll: 0, sellsMore: 0 };
  const without: Company[] = [];
  let [withoutProduced, weak, producers] = [0, 0, 0];
  for (const { company, produced: known, finding, weak: isWeak } of standings) {
    const amount = known ?? 0;
    if (finding === undefined) {
      without.push(company);
      withoutProduced += amount;
      continue;
    }
    companies[finding.stance].push(company);
    produced[finding.stance] += amount;
    if (known !== undefined) producers++;
    if (isWeak) weak += amount;
  }
  return { companies, produced, producers, without, withoutProduced, weak };
});

export interface Transition {
  readonly company: Company;
  /** First month with data in which the new stance showed. */
  readonly month: Period;
  readonly from: Stance;
  readonly to: Stance;
  /** The last month with data before the change; the change lies after it. */
  readonly before: Period | undefined;
  readonly finding: StanceFinding;
}

/**
 * Changes of stance, oldest first per company. Only months covered by new data of the company (its month, or its quarter) count, because in
 * the others its stance is carried forward. A change counts when the new stance shows in two such months in a row, and is dated by the
 * first of them; so one month on the other side of a bound (94%, 96%, 94%) is no change, and each change starts from the result of the one
 * before it. The latest change is therefore reported one month with data late, unless a quarter shows it. `months` are taken in order and
 * should be consecutive.
 */
export function transitions(figures: Figures, companies: readonly Company[], months: readonly Period[], mode: EvidenceMode): Transition[] {
  const [first = "", last = ""] = [months[0], months.at(-1)];
  return companies.flatMap((company) => {
    const covered = coveredMonths(figures, company, mode);
    const [oldest = "", newest = ""] = [covered[0]?.month, covered.at(-1)?.month];
    if (oldest >= first && newest <= last) return allTransitions(figures, company, mode);
    return transitionsAmong(
      company,
      covered.filter(({ month }) => month >= first && month <= last),
    );
  });
}

/** Over all months with data of a company, cached, because most queries are about these. */
const allTransitions = wholeAnswers((figures, company, mode) => transitionsAmong(company, coveredMonths(figures, company, mode)));

function transitionsAmong(company: Company, covered: readonly CoveredMonth[]): readonly Transition[] {
  const changes: Transition[] = [];
  let settled: Stance | undefined;
  let candidate: (CoveredMonth & { readonly before: Period | undefined }) | undefined;
  let before: Period | undefined;
  for (const { month, finding } of covered) {
    const { stance } = finding;
    if (stance === settled) candidate = undefined;
    else if (candidate?.finding.stance !== stance) candidate = { month, finding, before };
    else {
      if (settled !== undefined) changes.push({ company, from: settled, to: stance, ...candidate });
      settled = stance;
      candidate = undefined;
    }
    before = month;
  }
  return changes;
}

/** Sales of a month, or of a whole quarter where not all of its months are known. */
interface Sale {
  readonly period: Period;
  readonly sold: number;
  /** Proceeds; undefined where nothing was sold. */
  readonly proceeds: DollarValue | undefined;
}

export interface HoldingDifference {
  readonly company: Company;
  readonly sales: readonly Sale[];
  /** Months whose sales or proceeds are unknown, also by their quarter: they are in no sum. */
  readonly unknown: readonly { readonly month: Period; readonly reason: MissingReason | "noPrice" }[];
  /** How many satoshis larger the treasury would be without the sales of the known periods. */
  readonly sold: number;
  /** Proceeds of these sales in cents, and the part of them that is estimated from average prices. */
  readonly brought: number;
  readonly estimated: number;
  /** Value of the sold bitcoin at the latest close on record, in cents. */
  readonly worth: number;
  /** worth − brought: positive when holding would have been worth more. */
  readonly difference: number;
  /** The least certain level among the sales. */
  readonly evidence: Exclude<Evidence, "missing">;
}

/** The whole quarters between two months, and the months outside these. */
function partsBetween(from: Period, to: Period): Period[] {
  const months = periodRange(from, to);
  const whole = (quarter: Period) => firstMonth(quarter) >= from && lastMonth(quarter) <= to;
  return [...new Set(months.map((month) => (whole(quarterOf(month)) ? quarterOf(month) : month)))];
}

type FoundSale =
  | { readonly period: Period; readonly cell: KnownCell; readonly proceeds: DollarValue | undefined; readonly reason?: undefined }
  | { readonly period: Period; readonly cell?: undefined; readonly proceeds?: undefined; readonly reason: MissingReason | "noPrice" };

/** A period's sales and proceeds, or why they are unknown. */
function saleOf(figures: Figures, company: CompanyId, period: Period, mode: EvidenceMode): FoundSale {
  const cell = figures.cell(company, "btc_sold", period, mode);
  if (!isKnown(cell)) return { period, reason: cell.reason };
  const proceeds = cell.value === 0 ? undefined : proceedsOf(figures, company, period, mode);
  return cell.value !== 0 && !proceeds ? { period, reason: "noPrice" } : { period, cell, proceeds };
}

/** The sales of a month; for a quarter those of its months, or the quarter's own where a month is unknown but the quarter is known. */
const salesOf = answers((figures, company, part, mode): readonly FoundSale[] => {
  const months = monthsOf(part).map((month) => saleOf(figures, company, month, mode));
  const quarter = lengthOf(part) > 1 && months.some(({ cell }) => cell === undefined) ? saleOf(figures, company, part, mode) : undefined;
  return quarter?.cell ? [quarter] : months;
});

/**
 * What a company's treasury would be worth at the latest close without any sales, compared with their proceeds; without interest, costs and
 * taxes. Undefined when no month or no price is known.
 */
export function holdingDifference(
  figures: Figures,
  company: Company,
  from: Period,
  to: Period,
  mode: EvidenceMode,
): HoldingDifference | undefined {
  const span = figures.reportingSpan(company.id);
  return span?.from === from && span.to === to ? wholeDifference(figures, company, mode) : differenceOver(figures, company, from, to, mode);
}

/** Over all of a company's figures, cached, because most queries are about these. */
const wholeDifference = wholeAnswers((figures, company, mode) => {
  const span = figures.reportingSpan(company.id);
  return span && differenceOver(figures, company, span.from, span.to, mode);
});

function differenceOver(figures: Figures, company: Company, from: Period, to: Period, mode: EvidenceMode): HoldingDifference | undefined {
  const price = figures.record.prices.at(-1);
  if (!price) return undefined;
  const sales: Sale[] = [];
  const unknown: HoldingDifference["unknown"][number][] = [];
  let [sold, brought, estimated] = [0, 0, 0];
  let evidence: HoldingDifference["evidence"] = "reported";
  for (const part of partsBetween(from, to)) {
    for (const { period, cell, proceeds, reason } of salesOf(figures, company.id, part, mode)) {
      if (!cell) {
        unknown.push({ month: period, reason });
        continue;
      }
      sold += cell.value;
      brought += proceeds?.value ?? 0;
      if (proceeds?.estimated === true) estimated += proceeds.value;
      evidence = weaker<HoldingDifference["evidence"]>(evidence, cell.evidence);
      sales.push({ period, sold: cell.value, proceeds });
    }
  }
  if (sales.length === 0) return undefined;
  const worth = atPrice(sold, price.close);
  return { company, sales, unknown, sold, brought, estimated, worth, difference: worth - brought, evidence };
}

export interface Disagreement {
  readonly company: Company;
  readonly month: Period;
  readonly policy: Policy;
  readonly stance: StanceFinding;
}

/** Months in which a company does not act as its stated policy says (see `policyTest`). */
export function policyDisagreements(
  figures: Figures,
  companies: readonly Company[],
  months: readonly Period[],
  mode: EvidenceMode,
): Disagreement[] {
  const asked = new Set(months);
  return companies.flatMap((company) => disagreementsOf(figures, company, mode).filter(({ month }) => asked.has(month)));
}

/** For one company in all months with data: in others nothing is tested. */
const disagreementsOf = wholeAnswers((figures, company, mode): readonly Disagreement[] => {
  if (figures.policiesOf(company.id).length === 0) return [];
  return coveredMonths(figures, company, mode).flatMap(({ month }) => {
    const { answer, tested, policy } = policyTest(figures, company.id, month, mode);
    return answer === "differs" && tested && policy ? [{ company, month, policy, stance: tested }] : [];
  });
});
