/** The cards of a comparison: one per figure, way of showing it, and scale; a row per period, a column per company. */
import { type MissingCell, missing } from "@/domain/facts/cell";
import { type Company, shortName } from "@/domain/facts/company";
import { groupBy } from "@/domain/shared/group";
import { grouped } from "@/domain/shared/numberText";
import type { Period } from "@/domain/values/period";
import { type Card, card, type CardColumn } from "../card";
import { compareChart } from "../charts/lineChart";
import { figureAddress } from "../selection/address";
import { countedOtherwise, missingCell } from "../words/cells";
import { fromFacts } from "../words/sourcedCell";
import { periodColumn, periodRow } from "../words/columns";
import { capitalized, count, periodName, thePeriod } from "../words/phrases";
import { type Compare, compare, headingOf, known, plainOf, textOf, type Value } from "./compare";
import {
  COMPARED,
  comparedFigure,
  compareId,
  type CompareOptions,
  type Comparison,
  DEFAULT_OPTIONS,
  optionPairs,
  shownWay,
  WAYS,
} from "./compareOptions";

/** The values of one period by company, with those of the index's base period. */
interface Entry {
  readonly period: Period;
  readonly values: readonly (Value | MissingCell | undefined)[];
  readonly bases: readonly (number | undefined)[];
}

type CardOptions = Omit<CompareOptions, "layout">;

export const compareCard = (options: CardOptions): Card<string, Entry> =>
  card<string, Entry>({
    id: compareId(options),
    page: "/compare",
    query: optionPairs({ ...options, layout: DEFAULT_OPTIONS.layout }),
    leads: ["/compare"],
    title: (asked) => headingOf(options, compare(asked, options).companies),
    entries: (asked) => {
      const { periods, values, base } = compare(asked, options);
      const bases = values.map((list) => {
        const at = base === undefined ? undefined : list[periods.indexOf(base)];
        return known(at) ? at.value : undefined;
      });
      return periods.map((period, i) => ({ period, values: values.map((list) => list[i]), bases }));
    },
    sentence: (asked) => {
      const found = compare(asked, options);
      const { base, companies } = found;
      const who = companies.length === 1 ? "this company has" : "all of these companies have";
      const usual = apartIn(found).length === 0 ? "" : ", counted as usual";
      return base && `${capitalized(thePeriod(base))} is 100: the first period in which ${who} a figure above 0${usual}.`;
    },
    caveat: (asked) => {
      const apart = apartIn(compare(asked, options));
      if (apart.length === 0) return undefined;
      const each = apart.map(({ company, basis, periods }) => `${shortName(company)} at the end of ${someOf(periods)} (${basis})`);
      return `Counted otherwise than the company’s other holdings, so that no line leads there: ${each.join("; ")}.`;
    },
    row: periodRow,
    columns: (asked) => {
      const { companies, base } = compare(asked, options);
      return [periodColumn(), ...companies.map((company, at) => companyColumn(company, at, base, options))];
    },
    chart: compareChart,
  });

interface Apart {
  readonly company: Company;
  /** "without collateral". */
  readonly basis: string;
  readonly periods: readonly Period[];
}

/** The holdings that are counted in another way than the company's others, by company and way. */
const apartIn = ({ companies, periods, values }: Compare): Apart[] =>
  companies.flatMap((company, at) => {
    const found = periods.flatMap((period, i) => {
      const value = values[at]?.[i];
      return known(value) && value.basis !== "" ? [{ period, basis: value.basis }] : [];
    });
    return [...groupBy(found, ({ basis }) => basis)].map(([basis, all]) => ({ company, basis, periods: all.map(({ period }) => period) }));
  });

/** "June 2025", "June 2025 and 4 more periods". */
const someOf = ([first, ...more]: readonly Period[]): string =>
  `${first === undefined ? "" : thePeriod(first)}${more.length === 0 ? "" : ` and ${count(more.length, "more period")}`}`;

export const COMPARE_CARDS: readonly Card[] = COMPARED.flatMap((metric) =>
  WAYS.flatMap((as) => (["linear", "log"] as const).map((scale) => compareCard({ metric, as, scale }))),
);

function companyColumn(company: Company, at: number, base: Period | undefined, options: CardOptions): CardColumn<Entry> {
  const { unit, explainedAs } = comparedFigure(options.metric);
  const indexed = shownWay(options) === "indexed";
  return {
    key: company.id.replaceAll("-", "_"),
    label: shortName(company),
    kind: "number",
    unit: indexed ? "" : unit,
    description: `${shortName(company)}: ${meaningOf(options, base)}`,
    cell: ({ period, values, bases }, { selection }) => {
      const [value, first] = [values[at], bases[at]];
      const href = figureAddress(company.id, period, explainedAs, selection);
      if (!known(value)) return missingCell(value ?? missing("notDisclosed"), href);
      // An index needs a period in which all companies have a value.
      if (indexed && first === undefined) return missingCell(missing("notDisclosed"), href, "no period in common");
      const index = first === undefined ? undefined : (value.value / first) * 100;
      return {
        kind: "value",
        plain: index === undefined ? plainOf(value) : String(Math.round(index * 100) / 100),
        text: index === undefined ? textOf(value) : grouped(index, index < 10 ? 1 : 0),
        evidence: value.evidence,
        href,
        ...fromFacts(value.facts),
        ...countedOtherwise(value.basis),
      };
    },
  };
}

function meaningOf(options: Comparison, base: Period | undefined): string {
  const { definition } = comparedFigure(options.metric);
  const way = shownWay(options);
  if (way === "indexed")
    return `${definition} Indexed: ${base === undefined ? "no period is known of all" : `${periodName(base)} is 100`}.`;
  return way === "per_ehs"
    ? `${definition} Divided by the average hashrate of the period, or else by the hashrate at its end.`
    : definition;
}
