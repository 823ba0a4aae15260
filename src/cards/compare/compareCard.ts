/** The cards of a comparison: one per figure, way of showing it, and scale; a row per period, a column per company. */
import { type MissingCell, missing } from "@/domain/facts/cell";
import { type Company, shortName } from "@/domain/facts/company";
import { groupBy } from "@/domain/shared/group";
import { grouped } from "@/domain/shared/numberText";
import { METRICS } from "@/domain/values/metric";
import type { Period } from "@/domain/values/period";
import { type Card, card, type CardColumn } from "../card";
import { compareChart } from "../charts/lineChart";
import { figureAddress } from "../selection/address";
import type { Selection } from "../selection/selection";
import type { Column, TableCell } from "../tables/table";
import { countedOtherwise, missingCell } from "../words/cells";
import { fromFacts } from "../words/sourcedCell";
import { periodCell, columnsOf, periodRow } from "../words/columns";
import { capitalized, count, periodName, thePeriod } from "../words/phrases";
import { type Compare, compare, headingOf, known, plainOf, textOf, type Value } from "./compare";
import { COMPARED, compareId, type CompareOptions, DEFAULT_OPTIONS, optionPairs, shownWay, WAYS } from "./compareOptions";

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
      const { base, companies, ...found } = compare(asked, options);
      const who = companies.length === 1 ? "this company has" : "all of these companies have";
      const usual = apartIn({ base, companies, ...found }).length === 0 ? "" : ", counted as usual";
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
      return [PERIOD, ...companies.map((company, at) => companyColumn(company, at, base, options))];
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

const PERIOD = columnsOf<Entry>().text("period", "Period", "Calendar month, quarter or year (UTC).", ({ period }, { selection }) =>
  periodCell(period, selection),
);

const companyColumn = (company: Company, at: number, base: Period | undefined, options: CardOptions): CardColumn<Entry> => ({
  key: company.id.replaceAll("-", "_"),
  label: shortName(company),
  kind: "number",
  unit: columnUnit(options),
  description: `${shortName(company)}: ${meaningOf(options, base)}`,
  cell: ({ period, values, bases }, { selection }) => cellOf(values[at], company, period, selection, options, bases[at]),
});

function cellOf(
  value: Value | MissingCell | undefined,
  company: Company,
  period: Period,
  selection: Selection,
  options: Pick<CompareOptions, "metric" | "as">,
  base: number | undefined,
): TableCell {
  const what = options.metric === "treasury_usd" ? "btc_held" : options.metric;
  const href = figureAddress(company.id, period, what, selection);
  if (!known(value)) return missingCell(value ?? missing("notDisclosed"), href);
  const indexed = shownWay(options) === "indexed";
  // An index needs a period in which all companies have a value.
  if (indexed && base === undefined) return missingCell(missing("notDisclosed"), href, "no period in common");
  const index = indexed && base !== undefined ? (value.value / base) * 100 : undefined;
  return {
    kind: "value",
    plain: index === undefined ? plainOf(value) : String(Math.round(index * 100) / 100),
    text: index === undefined ? textOf(value) : grouped(index, index < 10 ? 1 : 0),
    evidence: value.evidence,
    href,
    ...fromFacts(value.facts),
    ...countedOtherwise(value.basis),
  };
}

function columnUnit(options: Pick<CompareOptions, "metric" | "as">): Column["unit"] {
  if (shownWay(options) === "indexed") return "";
  if (options.metric === "sell_through") return "%";
  return options.metric === "treasury_usd" ? "USD" : METRICS[options.metric].unit;
}

function meaningOf(options: Pick<CompareOptions, "metric" | "as">, base: Period | undefined): string {
  const what =
    options.metric === "sell_through"
      ? "sold ÷ produced."
      : options.metric === "treasury_usd"
        ? "bitcoin held at the end of the period at that month’s closing price."
        : METRICS[options.metric].definition;
  const way = shownWay(options);
  if (way === "indexed") return `${what} Indexed: ${base === undefined ? "no period is known of all" : `${periodName(base)} is 100`}.`;
  return way === "per_ehs" ? `${what} Divided by the average hashrate of the period, or else by the hashrate at its end.` : what;
}
