/**
 * The question "what exactly does which source state?": every fact of the selection, a row each, with its source, the day from which it
 * counts as known, and whether the product shows it or another one. Figures + selection + metrics → Listing.
 */
import { plainAmount } from "@/domain/amount";
import { type Conflict, conflictsOf } from "@/domain/conflicts";
import { type Fact, knownSince, SOURCE_KINDS } from "@/domain/fact";
import type { Figures } from "@/domain/figures";
import { formatMetric, type MetricId, METRICS } from "@/domain/metric";
import { formatRatio, plainPercent } from "@/domain/sellThrough";
import { companyAddress, figureAddress } from "../selection/address";
import { COMPANY_COLUMN, type Listing, METRIC_COLUMN, PERIOD_COLUMN, UNIT_COLUMN } from "./apiListing";
import { sourcesOf, textCell } from "../words/cells";
import { inRange } from "../selection/scope";
import type { Selection } from "../selection/selection";
import type { Column, Row, TableCell } from "../table";
import { numberColumn, textColumn } from "../words/columns";

const VALUE_COLUMN: Column = numberColumn("value", "Value", "", "The figure in the unit of its row.");

export const FACT_COLUMNS: readonly Column[] = [
  COMPANY_COLUMN,
  PERIOD_COLUMN,
  METRIC_COLUMN,
  UNIT_COLUMN,
  VALUE_COLUMN,
  textColumn("written", "Written", "The figure as it stands in the record: 569.0."),
  textColumn("source_kind", "Kind of source", `One of ${SOURCE_KINDS.join(", ")}.`),
  textColumn("published_on", "Published on", "Day of publication; empty: the source does not say."),
  textColumn("retrieved_on", "Retrieved on", "Day on which the source was read; empty: not noted."),
  textColumn("recorded_on", "Recorded on", "Day on which this store took the figure in."),
  textColumn("known_since", "Known since", "Day from which the figure counts as known."),
  textColumn("known_since_assumed", "Assumed", "yes: the source bears no date, the day is the period's end and 45 days."),
  textColumn("chosen", "Chosen", "yes: this is the figure that is shown; no: another source goes before it."),
  textColumn("note", "Note", "Remark of whoever entered the figure."),
];

/** `metrics`: those wanted; none means all. */
export function factListing(figures: Figures, selection: Selection, metrics: readonly MetricId[]): Listing<Fact> {
  const keys = figures.record.facts
    .filter(
      (fact) =>
        (selection.companies.length === 0 || selection.companies.includes(fact.company)) &&
        (metrics.length === 0 || metrics.includes(fact.metric)) &&
        inRange(selection, fact.period),
    )
    .sort(byKey);
  return { id: "facts", title: "Facts", columns: FACT_COLUMNS, keys, row: (fact) => factRow(figures, selection, fact) };
}

function byKey(a: Fact, b: Fact): number {
  const [x, y] = [`${a.company} ${a.period} ${a.metric}`, `${b.company} ${b.period} ${b.metric}`];
  return x === y ? a.id - b.id : x < y ? -1 : 1;
}

function factRow(figures: Figures, selection: Selection, fact: Fact): Row {
  const known = knownSince(fact);
  const href = figureAddress(fact.company, fact.period, fact.metric, selection);
  return {
    // Numbers in the store differ from store to store; the place among the facts of one key does not.
    key: `${fact.company}-${fact.period}-${fact.metric}-${placeOf(figures, fact)}`,
    href,
    cells: {
      ...keyCells(fact, selection),
      value: valueCell(fact, href),
      written: textCell(fact.written),
      source_kind: textCell(fact.source.kind),
      published_on: textCell(fact.source.publishedOn ?? ""),
      retrieved_on: textCell(fact.source.retrievedOn ?? ""),
      recorded_on: textCell(fact.recordedOn ?? ""),
      known_since: textCell(known.day),
      known_since_assumed: textCell(known.assumed ? "yes" : "no"),
      chosen: textCell(figures.choice(fact.company, fact.metric, fact.period)?.chosen === fact ? "yes" : "no"),
      note: textCell(fact.note),
    },
  };
}

/** 1 for the fact that is preferred among those of its key and its own period, 2 for the next. */
function placeOf(figures: Figures, fact: Fact): number {
  const choice = figures.choice(fact.company, fact.metric, fact.period);
  const all = choice ? [choice.chosen, ...choice.others].filter(({ period }) => period === fact.period) : [];
  return all.indexOf(fact) + 1;
}

function keyCells(fact: Fact, selection: Selection): Record<"company" | "period" | "metric" | "unit", TableCell> {
  return {
    company: textCell(fact.company, companyAddress(fact.company, selection)),
    period: textCell(fact.period),
    metric: textCell(fact.metric),
    unit: textCell(METRICS[fact.metric].unit),
  };
}

function valueCell(fact: Fact, href: string): TableCell {
  return {
    kind: "value",
    plain: plainAmount(fact.value, METRICS[fact.metric].unit),
    text: formatMetric(fact.metric, fact.value),
    evidence: "reported",
    href,
    sources: sourcesOf([fact]),
  };
}

export const CLAIM_COLUMNS: readonly Column[] = [
  COMPANY_COLUMN,
  PERIOD_COLUMN,
  METRIC_COLUMN,
  UNIT_COLUMN,
  VALUE_COLUMN,
  textColumn("chosen", "Chosen", "yes: the figure that is shown; no: what another source states."),
  numberColumn("distance_pct", "Distance", "%", "Distance to the chosen figure, as a share of it."),
  textColumn("why", "Why", "The rule that decided between the figures."),
];

interface Claim {
  readonly conflict: Conflict;
  readonly fact: Fact;
}

/** Every figure that sources state differently: a row for each number stated, the chosen one first. */
export function conflictListing(figures: Figures, selection: Selection): Listing<Claim> {
  const keys = conflictsOf(figures)
    .filter(
      ({ company, choice }) =>
        (selection.companies.length === 0 || selection.companies.includes(company.id)) && inRange(selection, choice.chosen.period),
    )
    .flatMap((conflict) => [conflict.choice.chosen, ...conflict.against].map((fact) => ({ conflict, fact })));
  return {
    id: "conflicts",
    title: "Figures that sources state differently",
    columns: CLAIM_COLUMNS,
    keys,
    row: (claim) => claimRow(claim, selection),
  };
}

function claimRow({ conflict, fact }: Claim, selection: Selection): Row {
  const { chosen } = conflict.choice;
  const href = figureAddress(chosen.company, chosen.period, chosen.metric, selection);
  const place = fact === chosen ? 1 : conflict.against.indexOf(fact) + 2;
  const distance = fact === chosen || chosen.value === 0 ? undefined : Math.abs(fact.value - chosen.value) / Math.abs(chosen.value);
  return {
    key: `${chosen.company}-${chosen.period}-${chosen.metric}-${place}`,
    href,
    cells: {
      ...keyCells(fact, selection),
      value: valueCell(fact, href),
      chosen: textCell(fact === chosen ? "yes" : "no"),
      ...(distance !== undefined && {
        distance_pct: { kind: "value", plain: plainPercent(distance), text: formatRatio(distance), evidence: "derived", sources: [] },
      }),
      why: textCell(conflict.why),
    },
  };
}
