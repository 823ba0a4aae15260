/** The API's facts: each fact of the selection with its source, the day from which it is known, and whether it is shown. */
import type { Asked } from "../asked";
import { plainAmount } from "@/domain/values/amount";
import { type Conflict, conflictsOf } from "@/domain/measures/conflicts";
import { type Fact, knownSince, SOURCE_KINDS } from "@/domain/facts/fact";
import type { Figures } from "@/domain/figures/figures";
import { formatMetric, type MetricId, METRICS } from "@/domain/values/metric";
import { byFirst, compareText } from "@/domain/shared/group";
import type { CardColumn } from "../card";
import { figureAddress } from "../selection/address";
import { inRange, isChosen } from "../selection/scope";
import type { Selection } from "../selection/selection";
import type { Row } from "../tables/table";
import { shareCell, valueCell } from "../words/cells";
import { fromFacts } from "../words/sourcedCell";
import { columnsOf } from "../words/columns";
import { type Listing, listing, SUBJECT_COLUMNS, VALUE } from "./apiListing";

const yesNo = (is: boolean): string => (is ? "yes" : "no");

const column = columnsOf<Fact>();

const SUBJECT: readonly CardColumn<Fact>[] = Object.values(SUBJECT_COLUMNS);

const VALUE_COLUMN = column.number(...VALUE, (fact, _, href) => ({
  ...valueCell(plainAmount(fact.value, METRICS[fact.metric].unit), formatMetric(fact.metric, fact.value), "reported", href),
  ...fromFacts([fact]),
}));

const FACT_COLUMNS: readonly CardColumn<Fact>[] = [
  ...SUBJECT,
  VALUE_COLUMN,
  column.text("written", "Written", "The figure as it stands in the record: 569.0.", "written"),
  column.text("source_kind", "Kind of source", `One of ${SOURCE_KINDS.join(", ")}.`, ({ source }) => source.kind),
  column.text(
    "published_on",
    "Published on",
    "Day of publication; empty: the source does not say.",
    ({ source }) => source.publishedOn ?? "",
  ),
  column.text(
    "retrieved_on",
    "Retrieved on",
    "Day on which the source was read; empty: not noted.",
    ({ source }) => source.retrievedOn ?? "",
  ),
  column.text("recorded_on", "Recorded on", "Day on which this store took the figure in.", ({ recordedOn = "" }) => recordedOn),
  column.text("known_since", "Known since", "Day from which the figure counts as known.", (fact) => knownSince(fact).day),
  column.text("known_since_assumed", "Assumed", "yes: the source bears no date, the day is the period’s end and 45 days.", (fact) =>
    yesNo(knownSince(fact).assumed),
  ),
  column.text("chosen", "Chosen", "yes: this is the figure that is shown; no: another source goes before it.", (fact, { figures }) =>
    yesNo(figures.choice(fact.company, fact.metric, fact.period)?.chosen === fact),
  ),
  column.text("note", "Note", "Remark of whoever entered the figure.", "note"),
];

/** `metrics`: the metrics wanted; empty means all. */
export function factListing(asked: Asked, metrics: readonly MetricId[]): Listing<Fact> {
  const { figures, selection } = asked;
  const entries = figures.record.facts
    .filter(
      ({ company, metric, period }) =>
        isChosen(selection, company) && (metrics.length === 0 || metrics.includes(metric)) && inRange(selection, period),
    )
    .sort((a, b) => byFirst(compareText(keyOf(a), keyOf(b)), a.id - b.id));
  // A fact's id differs between stores; its rank among the facts of one key does not.
  const row = (fact: Fact) => rowAt(fact, `-${placeOf(figures, fact)}`, selection);
  return listing(asked, { id: "facts", title: "Facts", entries, row, columns: FACT_COLUMNS });
}

const keyOf = ({ company, period, metric }: Fact): string => `${company} ${period} ${metric}`;

const rowAt = ({ company, period, metric }: Fact, place: string, selection: Selection) => ({
  key: `${company}-${period}-${metric}${place}`,
  href: figureAddress(company, period, metric, selection),
});

/** Rank of a fact among those of its key and its own period: 1 for the preferred one, 2 for the next. */
function placeOf(figures: Figures, fact: Fact): number {
  const choice = figures.choice(fact.company, fact.metric, fact.period);
  const all = choice ? [choice.chosen, ...choice.others].filter(({ period }) => period === fact.period) : [];
  return all.indexOf(fact) + 1;
}

interface Claim {
  readonly conflict: Conflict;
  readonly fact: Fact;
}

const claim = columnsOf<Claim>();

const ofFact = ({ cell, ...field }: CardColumn<Fact>): CardColumn<Claim> => ({
  ...field,
  cell: ({ fact }, asked, href) => cell(fact, asked, href),
});

const DISTANCE = "distance_pct";

const isShown = ({ conflict, fact }: Claim): boolean => fact === conflict.choice.chosen;

const CLAIM_COLUMNS: readonly CardColumn<Claim>[] = [
  ...[...SUBJECT, VALUE_COLUMN].map(ofFact),
  claim.text("chosen", "Chosen", "yes: the figure that is shown; no: what another source states.", (one) => yesNo(isShown(one))),
  claim.number(DISTANCE, "Distance", "Distance to the chosen figure, as a share of it.", ({ conflict: { choice }, fact }) => {
    const { value } = choice.chosen;
    return shareCell(value === 0 ? undefined : Math.abs(fact.value - value) / Math.abs(value));
  }),
  claim.text("why", "Why", "The rule that decided between the figures.", ({ conflict }) => conflict.why),
];

/** Every figure for which sources state different numbers: one row per number, the chosen one first. */
export function conflictListing(asked: Asked): Listing<Claim> {
  const { figures, selection } = asked;
  const entries = conflictsOf(figures)
    .filter(({ company, choice }) => isChosen(selection, company.id) && inRange(selection, choice.chosen.period))
    .flatMap((conflict) => [conflict.choice.chosen, ...conflict.against].map((fact) => ({ conflict, fact })));
  const row = ({ conflict: { choice, against }, fact }: Claim) => rowAt(choice.chosen, `-${against.indexOf(fact) + 2}`, selection);
  const parts = { id: "conflicts", title: "Figures that sources state differently", entries, row, columns: CLAIM_COLUMNS };
  const made = listing(asked, parts);
  return {
    ...made,
    row: (one) => (isShown(one) || one.conflict.choice.chosen.value === 0 ? withoutDistance(made.row(one)) : made.row(one)),
  };
}

/** Clears the distances: the chosen figure has no distance from itself, and a chosen 0 gives no percentage. */
const withoutDistance = (row: Row): Row => ({
  ...row,
  cells: Object.fromEntries(Object.entries(row.cells).filter(([key]) => key !== DISTANCE)),
});
