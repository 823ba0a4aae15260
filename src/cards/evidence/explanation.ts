/**
 * The question "how do you know?" for one figure: the cell, the arithmetic with each term linked, the facts with their sources, what else
 * was stated and why it lost. From a pooled number a reader is here in two clicks, and at the source in three.
 */
import { plainAmount } from "@/domain/amount";
import { type Cell, type DerivedCell, type Derivation, isKnown, type KnownCell, type MissingReason } from "@/domain/cell";
import { type Company, shortName } from "@/domain/company";
import { disagreeing } from "@/domain/choose";
import { whyChosen } from "@/domain/conflicts";
import { type Fact, knownSince, SOURCE_KIND_LABEL, SOURCE_KINDS_TEXT } from "@/domain/fact";
import type { Figures } from "@/domain/figures";
import { formatMetric, type MetricId, METRICS } from "@/domain/metric";
import type { Period } from "@/domain/period";
import { agree } from "@/domain/precision";
import { hasRatio, sellThrough } from "@/domain/sellThrough";
import { POLICY_LABEL } from "@/domain/stance";
import { figureAddress } from "../selection/address";
import type { Asked } from "../asked";
import { type CardColumn, makeTable } from "../card";
import { metricCell, ratioCell, sourcesOf, textCell, valueCell } from "../words/cells";
import type { Selection } from "../selection/selection";
import type { Table, TableCell } from "../table";
import { dayName } from "@/domain/dayName";
import { capitalized, count, inPeriod, periodName, shortPeriodName, uncapitalized } from "../words/phrases";
import { columnsOf } from "../words/columns";
import { ARCHIVE_MEANING, archiveCell, factMark, metricWithUnit, RETRIEVED_MEANING, retrievedText, sourceText } from "../words/factWords";

/** A line of arithmetic: "+ 268 produced in April 2025". */
export interface Term {
  readonly sign: "" | "+" | "−" | "÷";
  readonly text: string;
  readonly label: string;
  readonly href: string;
  /** Where the term is derived itself: the arithmetic behind it. */
  readonly terms?: readonly Term[];
}

export interface Explanation {
  readonly title: string;
  readonly cell: TableCell;
  readonly unit: string;
  /** How the figure is known, or why it is missing. */
  readonly how: string;
  readonly terms: readonly Term[];
  /** How sure a derived figure is: "± 1.5 BTC". */
  readonly sureness: string;
  /** Who published the facts that it is made of, for its citation; undefined where it is made of none. */
  readonly statedBy: string | undefined;
  /** Where these facts and those that lost stand, each document once. */
  readonly sources: readonly ListedSource[];
  /** The facts behind it and those that lost, as a table. */
  readonly facts: Table;
}

export const MISSING_EXPLANATION: Record<MissingReason, string> = {
  notDisclosed: "No source in the record states it, and it does not follow from figures that are stated.",
  notYetPublished: "The period is over, but companies have up to 45 days to publish; nothing has been published yet.",
  notReporting: "The company's figures begin later or ended earlier: it does not report this period.",
  quarterOnly: "Only a total for the quarter was published. A quarter is never spread over its months.",
  nothingProduced: "Nothing was produced, so there is nothing to divide by.",
  doesNotReconcile:
    "Holdings, production and sales do not fit together: a loan, a pledge, a merger, an unreported purchase or another way of counting is at work. So no sale is derived.",
};

const DERIVATION_EXPLANATION: Record<Derivation, string> = {
  sum: "Derived: the sum of the shorter periods that it consists of.",
  difference: "Derived: what is left of a longer period when its other parts are taken off.",
  holdings:
    "Derived: holdings at the beginning, plus production and purchases, less sales, make the holdings at the end. Of these figures this one alone was not stated.",
};

export function explainFigure({ figures, selection }: Asked, company: Company, period: Period, metric: MetricId): Explanation {
  const cell = figures.cell(company.id, metric, period, selection.evidence);
  return {
    title: `${shortName(company)}: ${METRICS[metric].noun}, ${periodName(period)}`,
    cell: metricCell(cell, metric, { company: company.id, period, selection }),
    unit: METRICS[metric].unit,
    how: howKnown(figures, cell),
    terms: termsBehind(cell, selection),
    sureness: cell.evidence === "derived" && cell.plusMinus > 0 ? `± ${plainAmount(cell.plusMinus, METRICS[metric].unit)}` : "",
    statedBy: statedBy(isKnown(cell) ? cell.facts : []),
    sources: listedSources(factsBehind(cell)),
    facts: factTable(figures, factsBehind(cell), `Facts behind ${shortName(company)}’s figure ${inPeriod(period)}`),
  };
}

export function explainSellThrough({ figures, selection }: Asked, company: Company, period: Period): Explanation {
  const value = sellThrough(figures, company.id, period, selection.basis, selection.evidence);
  const term = (sign: Term["sign"], metric: MetricId, cell: KnownCell): Term => ({
    sign,
    text: formatMetric(metric, cell.value),
    label: `BTC ${uncapitalized(METRICS[metric].label)} ${inPeriod(period)}`,
    href: figureAddress(company.id, period, metric, selection),
  });
  const cells = hasRatio(value) ? [value.cells.sold, value.cells.produced, ...(value.cells.purchased ? [value.cells.purchased] : [])] : [];
  return {
    title: `${shortName(company)}: sell-through, ${periodName(period)}`,
    cell: ratioCell(value, { company: company.id, period, selection }),
    unit: "",
    sureness: "",
    how: hasRatio(value)
      ? selection.basis === "net"
        ? "Sold less purchased, divided by produced over the same period. Where no purchase was announced the term is absent."
        : "Sold divided by produced over the same period. Its evidence is the weaker of the two."
      : MISSING_EXPLANATION[value.reason],
    terms: hasRatio(value)
      ? [
          term("", "btc_sold", value.cells.sold),
          ...(value.cells.purchased ? [term("−", "btc_purchased", value.cells.purchased)] : []),
          term("÷", "btc_produced", value.cells.produced),
        ]
      : [],
    statedBy: statedBy(cells.flatMap((cell) => cell.facts)),
    sources: listedSources(cells.flatMap(factsBehind)),
    facts: factTable(figures, cells.flatMap(factsBehind), `Facts behind ${shortName(company)}’s sell-through ${inPeriod(period)}`),
  };
}

const NAMED_SOURCES = 3;

/** The publishers of the facts that a figure is made of, for its citation; undefined where it is made of none. */
function statedBy(facts: readonly Fact[]): string | undefined {
  const sources = [...new Map(facts.map((fact) => [fact.source.address, sourceText(fact)])).values()];
  if (sources.length === 0) return undefined;
  const more = sources.length - NAMED_SOURCES;
  return [...sources.slice(0, NAMED_SOURCES), ...(more > 0 ? [count(more, "more source")] : [])].join("; ");
}

function howKnown(figures: Figures, cell: Cell): string {
  switch (cell.evidence) {
    case "missing":
      return MISSING_EXPLANATION[cell.reason];
    case "derived":
      return cell.result === undefined
        ? DERIVATION_EXPLANATION[cell.derivation]
        : `${DERIVATION_EXPLANATION[cell.derivation]} It gives ${plainAmount(cell.result, "BTC")}, which is nothing within the rounding of its figures.`;
    case "policy": {
      const stated = `By policy: the company had stated that it ${POLICY_LABEL[cell.policy.policy]}, and no source states a sale.`;
      const surplus = cell.unexplained?.result;
      return surplus === undefined
        ? stated
        : `${stated} Its holdings rose by ${plainAmount(-surplus, "BTC")} BTC more than is accounted for, so coins came in that nobody announced; none are missing.`;
    }
    case "reported": {
      const [chosen] = cell.facts;
      if (!chosen) return "Reported.";
      const differ = disagreeing({ chosen, others: cell.others });
      if (differ.length === 0)
        return cell.others.length === 0
          ? `Reported by one source: ${sourceText(chosen)}.`
          : `Reported by ${cell.others.length + 1} sources that agree. The figure is taken from ${sourceText(chosen)}.`;
      return `Reported, and sources differ. The figure is taken from ${sourceText(chosen)}, because ${whyChosen(figures, { chosen, others: cell.others })}.`;
    }
  }
}

/** The arithmetic behind a figure, and for a policy that leaves a surplus, the books that show it. */
function termsBehind(cell: Cell, selection: Selection): Term[] {
  if (cell.evidence === "derived") return termsOf(cell, selection);
  return cell.evidence === "policy" && cell.unexplained ? termsOf(cell.unexplained, selection) : [];
}

/** The formula of a derived cell with each term linked, and below a derived term its own formula. */
function termsOf(cell: DerivedCell, selection: Selection): Term[] {
  const [{ company } = { company: undefined }] = cell.facts;
  if (company === undefined) return [];
  return cell.terms.map(({ sign, metric, period, cell: of }, index) => ({
    sign: sign === -1 ? "−" : index === 0 ? "" : "+",
    text: formatMetric(metric, of.value),
    label: `${METRICS[metric].unit} ${uncapitalized(METRICS[metric].label)}, ${METRICS[metric].kind === "stock" ? "end of " : ""}${periodName(period)}`,
    href: figureAddress(company, period, metric, selection),
    ...(of.evidence === "derived" && { terms: termsOf(of, selection) }),
  }));
}

function factsBehind(cell: Cell): Fact[] {
  if (!isKnown(cell)) return [];
  return [...cell.facts, ...(cell.evidence === "reported" ? cell.others : [])];
}

const column = columnsOf<Fact, Pick<Asked, "figures">>();

/** Facts as a table, each once, in the given order. */
const factTable = (figures: Figures, facts: readonly Fact[], title: string): Table =>
  makeTable({ figures }, { id: "facts", title, entries: [...new Set(facts)], row: factRow, columns: FACT_COLUMNS });

/** What was replaced may say the same as what replaced it, and is told apart by its number. */
export const factRow = (fact: Fact, { figures: { record } }: Pick<Asked, "figures">) => ({
  key: record.supersessions.some((past) => past.fact.id === fact.id) ? `${factMark(fact)}-${fact.id}` : factMark(fact),
});

/** Facts with their sources, whether each was chosen, and if not why. */
export const FACT_COLUMNS: readonly CardColumn<Fact, Pick<Asked, "figures">>[] = [
  column.text("period", "Period", "Period that the source speaks of.", ({ period }) => shortPeriodName(period)),
  column.text("metric", "Figure", "What is stated.", ({ metric }) => metricWithUnit(metric)),
  column.number("value", "Value", "As recorded; the unit stands behind the figure's name.", (fact) => ({
    ...valueCell(fact.written, formatMetric(fact.metric, fact.value), "reported"),
    sources: sourcesOf([fact]),
  })),
  column.text("role", "Used", "Whether this fact was chosen, and if not why.", (fact, { figures }) => roleOf(figures, fact)),
  column.text("source", "Source", "Who stated it.", ({ source }) => textCell(source.publisher, source.address)),
  column.text("source_kind", "Kind", `${capitalized(SOURCE_KINDS_TEXT)}.`, ({ source }) => SOURCE_KIND_LABEL[source.kind]),
  column.text("published_on", "Published", "Undated sources count as published 45 days after the period.", (fact) => {
    const { assumed, day } = knownSince(fact);
    return assumed ? `undated, taken as ${dayName(day)}` : dayName(day);
  }),
  column.text("retrieved", "Retrieved", RETRIEVED_MEANING, retrievedText),
  column.text("archive", "Archived", ARCHIVE_MEANING, archiveCell),
  column.text("note", "Note", "What the reader of the source noted.", (fact, { figures }) => {
    const basis = figures.basisOf(fact);
    return [fact.note, basis === "" ? "" : `counts the ${basis}`].filter((text) => text !== "").join("; ");
  }),
];

/** Columns that downloads have and pages tell otherwise: below a figure's facts, source by source. */
const OF_SOURCES: readonly string[] = ["retrieved", "archive"];

/** The facts as a page has room for them. */
export const shownFacts = (table: Table): Table => ({ ...table, columns: table.columns.filter(({ key }) => !OF_SOURCES.includes(key)) });

/** A source of a figure as its page lists it. */
export interface ListedSource {
  readonly address: string;
  /** "Riot (GlobeNewswire), company release, 5 May 2025". */
  readonly text: string;
  /** "recorded on 28 November 2026". */
  readonly retrieved: string;
  readonly archive: string | undefined;
}

function listedSources(facts: readonly Fact[]): ListedSource[] {
  const byAddress = new Map(facts.map((fact) => [fact.source.address, fact]));
  return [...byAddress].map(([address, fact]) => ({
    address,
    text: sourceText(fact),
    retrieved: retrievedText(fact),
    archive: fact.source.archive,
  }));
}

function roleOf(figures: Figures, fact: Fact): string {
  const superseded = figures.record.supersessions.find((s) => s.fact.id === fact.id);
  if (superseded) return superseded.by ? `superseded by ${superseded.by.written}` : "withdrawn";
  const choice = figures.choice(fact.company, fact.metric, fact.period);
  if (!choice || choice.chosen.id === fact.id) return "chosen";
  return agree(choice.chosen, fact) ? "agrees" : "differs";
}
