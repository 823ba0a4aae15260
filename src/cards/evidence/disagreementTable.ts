/** Stated totals that differ from the company's other figures (their parts, or holdings) by more than rounding. */
import { plainAmount, UNIT_SCALE } from "@/domain/values/amount";
import type { Company } from "@/domain/facts/company";
import { groupBy } from "@/domain/shared/group";
import type { OfFigure } from "@/domain/facts/fact";
import { formatAmount, type MetricId, METRICS } from "@/domain/values/metric";
import { byTime } from "@/domain/values/period";
import { type Disagreement, disagreements } from "@/domain/solve/disagreements";
import type { Asked } from "../asked";
import { card } from "../card";
import { memoize } from "../selection/memoize";
import { companiesInScope, inRange } from "../selection/scope";
import { metricCell, valueCell } from "../words/cells";
import { companyColumn } from "../words/columns";
import { figureColumns, figureHref } from "../words/figureColumns";
import { type Sentence, sentence } from "../tables/sentence";
import { metricWithUnit } from "../words/factWords";
import { count, shortPeriodName, uncapitalized } from "../words/phrases";
import { reworded } from "../words/sourcedCell";

interface Entry extends Disagreement {
  readonly company: Company;
}

/** Newest period first. */
const selectedDisagreements = memoize((asked: Asked): readonly Entry[] =>
  companiesInScope(asked)
    .flatMap((company) => disagreements(asked.figures.solution(company.id)).map((found) => ({ company, ...found })))
    .filter(({ period }) => inRange(asked.selection, period))
    .sort((a, b) => byTime(b.period, a.period)),
);

const figureOf = ({ company, metric, period }: Entry): OfFigure => ({ company: company.id, metric, period });

const column = figureColumns(figureOf);

const placeOf = ({ company, period }: Entry, { selection }: Asked) => ({ company: company.id, period, selection });

export const disagreementsCard = card({
  id: "totals",
  page: "/conflicts",
  title: "Stated totals that differ from the other figures",
  entries: selectedDisagreements,
  sentence: (_, entries) => disagreementSentence(entries),
  row: (entry, asked) => ({ key: `${entry.company.id}-${entry.metric}-${entry.period}`, href: figureHref(figureOf(entry), asked) }),
  columns: [
    companyColumn,
    column.period("The period that the total is stated for."),
    column.figure("What is stated, with its unit."),
    column.number("stated", "Stated", "The total as stated, which this site shows; in the unit of the figure.", (entry, asked) =>
      metricCell(entry.stated, entry.metric, placeOf(entry, asked)),
    ),
    column.number("other", "By the other figures", "What follows from the other figures, without the stated total.", (entry, asked) => {
      const cell = metricCell(entry.other, entry.metric, placeOf(entry, asked));
      const { result } = entry.other;
      if (cell.kind !== "value" || result === undefined) return cell;
      return reworded(cell, texts(entry, result));
    }),
    column.text("parts", "These are", "The facts that make it: figure by figure, in the order of the sum.", partsText),
    column.number("difference", "Apart", "Stated total less what follows from the other figures.", (entry) =>
      amount(entry, entry.difference),
    ),
    column.number(
      "tolerance",
      "Tolerated",
      "What the rounding of all figures allows, and 1 BTC or 0.5% where holdings are among them.",
      (entry) => amount(entry, entry.tolerance),
    ),
  ],
});

/** With all its decimals. */
const fullAmount = (metric: MetricId, value: number): string => formatAmount(value, METRICS[metric].unit, UNIT_SCALE[METRICS[metric].unit]);

const texts = ({ metric }: Entry, value: number) => ({
  plain: plainAmount(value, METRICS[metric].unit),
  text: fullAmount(metric, value),
});

function amount(entry: Entry, value: number) {
  const { plain, text } = texts(entry, value);
  return valueCell(plain, text, "derived");
}

/** "Produced, Jan 2024: 145.7; Feb 2024: 128.7; held, Dec 2023: 642.6": facts by figure; the table's own figure has its name beside it. */
function partsText({ metric, other }: Entry): string {
  return [...groupBy(other.facts, (fact) => fact.metric)]
    .map(([of, facts]) => {
      const each = facts.map((fact) => `${shortPeriodName(fact.period)}: ${fullAmount(of, fact.value)}`).join("; ");
      return of === metric ? each : `${uncapitalized(metricWithUnit(of))}, ${each}`;
    })
    .join("; ");
}

/** Counts them; undefined where every stated total matches its parts. */
function disagreementSentence(entries: readonly Entry[]): Sentence | undefined {
  if (entries.length === 0) return undefined;
  const companies = new Set(entries.map(({ company }) => company.id)).size;
  const differ = entries.length === 1 ? "differs" : "differ";
  return sentence`${count(entries.length, "stated total")} of ${count(companies, "company")} ${differ} from what the company’s other figures make by more than their rounding. The stated one is shown; a restatement, a slip or another way of counting can be behind it.`;
}
