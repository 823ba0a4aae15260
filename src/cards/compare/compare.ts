/** Companies side by side: one figure for up to six, as it is, indexed, or per EH/s. compareCard.ts makes the tables. */
import type { Asked } from "../asked";
import { selectedPeriods } from "../selection/scope";
import { mulDiv, plainAmount, type Unit, UNIT_SCALE } from "@/domain/values/amount";
import { isKnown, type KnownCell, type MissingCell, missing, weaker } from "@/domain/facts/cell";
import { type Company, shortName } from "@/domain/facts/company";
import { holdingsValue } from "@/domain/measures/dollars";
import { hashrateOf } from "@/domain/measures/hashrate";
import { formatAmount, METRICS } from "@/domain/values/metric";
import { lastMonth, type Period } from "@/domain/values/period";
import { formatRatio, hasRatio, plainPercent, sellThrough, cellsOf } from "@/domain/measures/sellThrough";
import { companyAddress, figureAddress } from "../selection/address";
import { type Compared, comparedFigure, type Comparison, drawnCompanies, shownWay } from "./compareOptions";
import { link, type Sentence, sentence } from "../tables/sentence";
import type { TableEvidence } from "../tables/table";
import { basisOf } from "../words/columns";
import { fromFacts } from "../words/sourcedCell";
import { evidencePhrase, listed, periodName, thePeriod } from "../words/phrases";

/** One company's exact value in one period: an integer in the unit's smallest part, or a plain ratio for "%". */
export interface Value {
  readonly value: number;
  readonly unit: Unit | "%";
  readonly evidence: TableEvidence;
  readonly facts: KnownCell["facts"];
  /** How holdings are counted, where that is not the usual way; else "". */
  readonly basis: string;
}

export interface Compare {
  readonly companies: readonly Company[];
  readonly periods: readonly Period[];
  /** By company, one for each period. */
  readonly values: readonly (readonly (Value | MissingCell)[])[];
  /** First period in which all companies have a value, counted in their usual ways: index 100. Undefined when there is none, or nothing is indexed. */
  readonly base: Period | undefined;
}

export const known = (value: Value | MissingCell | undefined): value is Value => value !== undefined && value.evidence !== "missing";

/** Computes the values behind table and sentences, over the periods in which any of the companies has one. */
export function compare(asked: Asked, options: Comparison): Compare {
  const { figures, selection } = asked;
  const companies = drawnCompanies(selection).flatMap((id) => figures.record.companies.filter((company) => company.id === id));
  const all = selectedPeriods(asked);
  const way = shownWay(options);
  const every = companies.map((company) =>
    all.map((period) => {
      const value = valueAt(asked, company, period, options.metric);
      return way === "per_ehs" ? perHashrate(asked, company, period, value) : value;
    }),
  );
  const any = all.map((_, i) => every.some((values) => known(values[i])));
  const [first, last] = [any.indexOf(true), any.lastIndexOf(true)];
  const cut = <T>(list: readonly T[]): T[] => (first === -1 ? [] : list.slice(first, last + 1));
  const values = every.map(cut);
  const periods = cut(all);
  const common = periods.findIndex((_, i) =>
    values.every((list) => {
      const at = list[i];
      return known(at) && at.value > 0 && at.basis === "";
    }),
  );
  return { companies, periods, values, base: way === "indexed" ? periods[common] : undefined };
}

function valueAt({ figures, selection }: Asked, company: Company, period: Period, metric: Compared): Value | MissingCell {
  const mode = selection.evidence;
  if (metric === "sell_through") {
    const found = sellThrough(figures, company.id, period, selection.basis, mode);
    if (!hasRatio(found)) return found;
    const facts = cellsOf(found).flatMap((cell) => cell.facts);
    return { value: found.ratio, unit: "%", evidence: found.evidence, facts, basis: "" };
  }
  if (metric === "treasury_usd") {
    const held = figures.cell(company.id, "btc_held", period, mode);
    if (!isKnown(held)) return held;
    const worth = holdingsValue(figures, company.id, period, mode);
    return worth
      ? { value: worth.value, unit: "USD", evidence: "derived", facts: held.facts, basis: basisOf(figures, held) }
      : missing("notDisclosed");
  }
  const cell = figures.cell(company.id, metric, period, mode);
  if (!isKnown(cell)) return cell;
  const basis = metric === "btc_held" ? basisOf(figures, cell) : "";
  return { value: cell.value, unit: METRICS[metric].unit, evidence: cell.evidence, facts: cell.facts, basis };
}

/** Divides a value by the average hashrate of the period, or if that is unknown, by the hashrate deployed at its end. */
function perHashrate({ figures, selection }: Asked, company: Company, period: Period, value: Value | MissingCell): Value | MissingCell {
  if (!known(value)) return value;
  const hashrate = hashrateOf(figures, company.id, period, selection.evidence)?.cell;
  if (!hashrate) {
    const deployed = figures.cell(company.id, "deployed_ehs", period, selection.evidence);
    return isKnown(deployed) ? missing("notDisclosed") : deployed;
  }
  return {
    ...value,
    value: mulDiv(value.value, 10 ** UNIT_SCALE["EH/s"], hashrate.value),
    evidence: weaker(weaker(value.evidence, hashrate.evidence), "derived"),
    facts: [...value.facts, ...hashrate.facts],
  };
}

export const plainOf = ({ value, unit }: Value): string => (unit === "%" ? plainPercent(value) : plainAmount(value, unit));
export const textOf = ({ value, unit }: Value): string =>
  unit === "%" ? formatRatio(value) : formatAmount(value, unit, unit === "USD" || unit === "USD/BTC" ? 0 : 2);

/** "Held, per EH/s". */
export function titleOf(options: Comparison): string {
  const way = shownWay(options);
  return `${comparedFigure(options.metric).label}${way === "indexed" ? ", indexed" : way === "per_ehs" ? ", per EH/s" : ""}`;
}

/** "Sell-through: MARA and Riot": a picture or file of a comparison says by itself who is compared. */
export const headingOf = (options: Comparison, companies: readonly Company[]): string =>
  companies.length === 0 ? titleOf(options) : `${titleOf(options)}: ${listed(companies.map(shortName))}`;

const LENGTH_WORDS = { month: "monthly", quarter: "quarterly", year: "yearly" } as const;

/** A company's latest value of a period that ends by `to`; undefined where it has none. */
function latestIn(
  { periods, values }: Compare,
  at: number,
  to: Period | null = null,
): { readonly value: Value; readonly period: Period } | undefined {
  const place = values[at]?.findLastIndex((value, i) => known(value) && (to === null || lastMonth(periods[i] ?? to) <= to)) ?? -1;
  const [value, period] = [values[at]?.[place], periods[place]];
  return known(value) && period !== undefined ? { value, period } : undefined;
}

/**
 * The latest value of each company, linked to its explanation; a company without one says so. Many companies stopped reporting by the month:
 * where a later quarter is known of a flow or a ratio it is told too, because the last month alone would pass for the present.
 */
export function latestSentences(asked: Asked, options: Comparison): Sentence[] {
  const { selection } = asked;
  const shown = shownWay(options);
  const way = shown === "indexed" ? "absolute" : shown;
  const { noun, kind, explainedAs } = comparedFigure(options.metric);
  const stock = kind === "stock";
  const [is, was, itWas] = noun.endsWith("s") ? ["are", "were", "they were"] : ["is", "was", "it was"];
  const found = compare(asked, { ...options, as: way });
  const byQuarter =
    stock || selection.per !== "month"
      ? undefined
      : compare({ ...asked, selection: { ...selection, per: "quarter" } }, { ...options, as: way });
  return found.companies.map((company, at) => {
    const name = link(shortName(company), companyAddress(company.id, selection));
    const amountOf = ({ value, period }: { readonly value: Value; readonly period: Period }) =>
      link(amountWords(value, way), figureAddress(company.id, period, explainedAs, selection));
    const latest = latestIn(found, at);
    const quarter = byQuarter && latestIn(byQuarter, at, selection.to);
    const later =
      quarter && lastMonth(quarter.period) > (latest?.period ?? "")
        ? sentence`; in ${thePeriod(quarter.period)} ${itWas} ${amountOf(quarter)} (${howKnown(quarter.value)})`
        : "";
    if (latest === undefined)
      return sentence`${name}’s ${noun} ${is} not known ${later === "" ? "in" : "of any month in"} this range${later}.`;
    const { value, period } = latest;
    const counts = value.basis === "" ? "" : ` (${value.basis})`;
    if (stock)
      return sentence`${name}’s ${noun} ${was} ${amountOf(latest)}${counts} at the end of ${thePeriod(period)}, ${howKnown(value)}.`;
    return sentence`${name}’s latest ${LENGTH_WORDS[selection.per]} ${noun} ${was} ${amountOf(latest)} (${periodName(period)}, ${howKnown(value)})${later}.`;
  });
}

const howKnown = ({ evidence, facts }: Value): string => evidencePhrase(evidence, fromFacts(facts).secondHand);

function amountWords(value: Value, way: string): string {
  const per = way === "per_ehs" ? " per EH/s" : "";
  if (value.unit === "%") return textOf(value);
  if (value.unit === "USD" || value.unit === "USD/BTC") return `$${textOf(value)}${value.unit === "USD/BTC" ? " per bitcoin" : ""}${per}`;
  return `${textOf(value)} ${value.unit}${per}`;
}
