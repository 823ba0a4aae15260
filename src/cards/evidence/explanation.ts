/** How one figure is known: cell, arithmetic with linked terms, facts with sources, other stated values and why they were not chosen. */
import { type Cell, isKnown } from "@/domain/facts/cell";
import { type Company, shortName } from "@/domain/facts/company";
import type { Fact } from "@/domain/facts/fact";
import type { Figures } from "@/domain/figures/figures";
import { type MetricId, METRICS } from "@/domain/values/metric";
import { firstMonth, lastMonth, type Period, shift } from "@/domain/values/period";
import type { Policy } from "@/domain/facts/record";
import { cellsOf, hasRatio, sellThrough } from "@/domain/measures/sellThrough";
import { POLICY_LABEL } from "@/domain/measures/stance";
import type { Asked } from "../asked";
import type { Table, TableCell } from "../tables/table";
import { metricCell, ratioCell } from "../words/cells";
import { retrievedText, sourceText } from "../words/factWords";
import { count, inPeriod, periodName } from "../words/phrases";
import { basisOf } from "../words/columns";
import { policySource } from "../words/sourcedCell";
import { type Arithmetic, derivationOf, divisionOf, formulaOf } from "./arithmetic";
import { factTable } from "./factTable";
import { howKnown, whyMissing } from "./howKnown";

export interface Explanation {
  readonly title: string;
  readonly cell: TableCell;
  /** Unit of a value: "BTC"; "" for a share, and where the figure is missing. */
  readonly unit: string;
  /** How the figure is known, or why it is missing. */
  readonly how: string;
  /** How it was computed, or what does not reconcile; undefined where nothing was computed. */
  readonly arithmetic: Arithmetic | undefined;
  /** The publishers of its facts, for its citation; undefined where it has none. */
  readonly statedBy: string | undefined;
  /** Where these facts, those not chosen, and the policies are stated, each document once. */
  readonly sources: readonly ListedSource[];
  /** The facts behind it and those not chosen, as a table. */
  readonly facts: Table;
}

export function explainFigure({ figures, selection }: Asked, company: Company, period: Period, metric: MetricId): Explanation {
  const cell = figures.cell(company.id, metric, period, selection.evidence);
  const derivation = derivationOf(cell);
  const basis = metric === "btc_held" ? basisOf(figures, cell) : "";
  const otherwise = basis === "" ? "" : ` It is counted otherwise than the company’s other holdings (${basis}).`;
  return {
    title: `${shortName(company)}: ${METRICS[metric].noun}, ${periodName(period)}`,
    cell: metricCell(cell, metric, { company: company.id, period, selection }, basis),
    unit: isKnown(cell) ? METRICS[metric].unit : "",
    how: `${howKnown(figures, cell)}${otherwise}`,
    arithmetic: derivation && formulaOf(derivation, company.id, metric, selection),
    ...evidenceOf(figures, company, period, [cell], "figure"),
  };
}

export function explainSellThrough({ figures, selection }: Asked, company: Company, period: Period): Explanation {
  const value = sellThrough(figures, company.id, period, selection.basis, selection.evidence);
  const cells = hasRatio(value) ? cellsOf(value) : [value];
  return {
    title: `${shortName(company)}: sell-through, ${periodName(period)}`,
    cell: ratioCell(value, { company: company.id, period, selection }),
    unit: "",
    how: hasRatio(value)
      ? selection.basis === "net"
        ? "Sold less purchased, divided by produced over the same period. Where no purchase was announced the term is absent."
        : "Sold divided by produced over the same period. Its evidence is the weaker of the two."
      : whyMissing(value),
    arithmetic: hasRatio(value)
      ? divisionOf(value, company.id, period, selection)
      : value.attempt && formulaOf(value.attempt, company.id, "btc_sold", selection),
    ...evidenceOf(figures, company, period, cells, "sell-through"),
  };
}

/** The figure in words: "829 BTC", "143%", "quarter only". */
export const valueText = ({ cell, unit }: Pick<Explanation, "cell" | "unit">): string => (unit === "" ? cell.text : `${cell.text} ${unit}`);

interface ListedSource {
  readonly address: string;
  /** "Riot (GlobeNewswire), company release, 5 May 2025". */
  readonly text: string;
  /** "recorded on 28 November 2026"; for a policy, what it says. */
  readonly note: string;
  readonly archive: string | undefined;
}

function evidenceOf(
  figures: Figures,
  company: Company,
  period: Period,
  cells: readonly Cell[],
  what: string,
): Pick<Explanation, "sources" | "statedBy" | "facts"> {
  const facts = cells.flatMap((cell) => factsBehind(cell, figures, company, period));
  const policies = cells.flatMap((cell) => (cell.evidence === "policy" ? [statedPolicy(cell.policy)] : []));
  const own = cells.flatMap((cell) => (isKnown(cell) ? cell.facts : []));
  return {
    facts: factTable(figures, facts, `Facts behind ${shortName(company)}’s ${what} ${inPeriod(period)}`),
    sources: eachOnce([...facts.map(factSource), ...policies]),
    statedBy: statedBy(eachOnce([...own.map(factSource), ...policies])),
  };
}

/** The facts behind a figure: its own, those not chosen, those of the books examined, and holdings that count different things. */
function factsBehind(cell: Cell, figures: Figures, company: Company, period: Period): readonly Fact[] {
  const looked = derivationOf(cell)?.facts ?? [];
  if (cell.evidence === "reported") return [...cell.facts, ...cell.others];
  if (isKnown(cell)) return [...cell.facts, ...looked];
  if (cell.reason !== "doesNotReconcile" || cell.attempt) return looked;
  const ends = [shift(firstMonth(period), -1), lastMonth(period)];
  return ends.flatMap((month) => figures.reported(company.id, "btc_held", month)?.facts ?? []);
}

/** Each document once, by its last entry. */
const eachOnce = (sources: readonly ListedSource[]): ListedSource[] => [...new Map(sources.map((one) => [one.address, one])).values()];

function factSource(fact: Fact): ListedSource {
  const { address, archive } = fact.source;
  return { address, text: sourceText(fact), note: retrievedText(fact), archive };
}

function statedPolicy(policy: Policy): ListedSource {
  const { address, publisher, kind, archive } = policySource(policy);
  const since = policy.from === null ? "" : `, from ${periodName(policy.from)} on`;
  return { address, text: `${publisher}, ${kind}`, note: `${POLICY_LABEL[policy.policy]}${since}`, archive };
}

const NAMED_SOURCES = 3;

function statedBy(sources: readonly ListedSource[]): string | undefined {
  if (sources.length === 0) return undefined;
  const more = sources.length - NAMED_SOURCES;
  return [...sources.slice(0, NAMED_SOURCES).map(({ text }) => text), ...(more > 0 ? [count(more, "more source")] : [])].join("; ");
}
