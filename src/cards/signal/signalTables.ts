/**
 * The tables and sentences of the signal page: the months behind each scatter, the correlations with their intervals, and what was sold
 * as a share of the bitcoin issued. Nothing is claimed that the interval does not carry.
 */
import { plainAmount } from "@/domain/amount";
import type { MissingCell } from "@/domain/cell";
import type { Figures } from "@/domain/figures";
import { formatAmount } from "@/domain/metric";
import { isPooled, type Pool } from "@/domain/panel";
import { formatRatio, plainPercent } from "@/domain/sellThrough";
import { periodAddress } from "../selection/address";
import { missingCell, SELL_THROUGH_FIELD, textCell } from "../words/cells";
import { poolEvidence } from "../months/pooled";
import type { Selection } from "../selection/selection";
import { type Sentence, sentence } from "../words/sentence";
import {
  type Horizon,
  HORIZONS,
  isCounted,
  type Measure,
  MEASURES,
  shareOfIssuance,
  signalCorrelation,
  signalMonths,
  type SignalOptions,
} from "./signal";
import { type Correlation, MIN_MONTHS, verdictOf } from "./signalStatistics";
import { type Card, tableCard } from "../card";
import { issuanceChart, signalScatter } from "../charts/signalChart";
import type { Column, Row, Table, TableCell } from "../table";
import { count, inPeriod, panelName, shortPeriodName } from "../words/words";
import { numberColumn, textColumn, THIN_COLUMN } from "../words/columns";

export const HORIZON_WORDS: Readonly<Record<Horizon, string>> = {
  same: "in the same month",
  next: "in the next month",
  next3: "over the next three months",
};
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = { sell_through: "pooled sell-through", sold: "bitcoin sold" };

/** Ids of the scatters' tables, because a download's address is its id: "signal-sold-next3-with-thin". */
export const scatterId = (horizon: Horizon, { measure, thin }: SignalOptions): string =>
  `signal-${measure.replace("_", "-")}-${horizon}${thin ? "-with-thin" : ""}`;

const PERIOD: Column = textColumn("period", "Month", "Calendar month (UTC).");
const SOLD = numberColumn("sold_btc", "Sold", "BTC", "Bitcoin sold by the companies in the panel.");

/** The counted months of one horizon, each with its figure and bitcoin's return; months without a return are left out. */
export function scatterTable(figures: Figures, selection: Selection, horizon: Horizon, options: SignalOptions): Table {
  const months = signalMonths(figures, selection);
  const returned = numberColumn("return_pct", `Return ${HORIZON_WORDS[horizon]}`, "%", RETURN_MEANING[horizon]);
  const first =
    options.measure === "sell_through"
      ? { ...SELL_THROUGH_FIELD, description: "Sum of sold over sum of produced, over the same companies." }
      : SOLD;
  return {
    id: scatterId(horizon, options),
    title: `${options.measure === "sell_through" ? "Share of production sold" : "Bitcoin sold"}, and bitcoin’s return ${HORIZON_WORDS[horizon]}`,
    sentence: verdictWords(signalCorrelation(months, options.measure, horizon, options), options.measure, horizon),
    columns: [PERIOD, first, returned, THIN_COLUMN],
    rows: months
      .filter((entry) => isCounted(entry, options) && typeof entry.returns[horizon] === "number")
      .map((entry): Row => {
        const href = periodAddress(entry.month, selection);
        return {
          key: entry.month,
          href,
          cells: {
            period: textCell(shortPeriodName(entry.month), href),
            [first.key]: options.measure === "sell_through" ? poolRatio(entry.pool, href) : poolSold(entry.pool, href),
            return_pct: percentCell(entry.returns[horizon]),
            thin: textCell(entry.pool.thin ? "thin" : ""),
          },
        };
      }),
  };
}

const RETURN_MEANING: Readonly<Record<Horizon, string>> = {
  same: "Change of bitcoin’s price from the month before’s close to this month’s.",
  next: "Change of bitcoin’s price from this month’s close to the next one’s.",
  next3: "Change of bitcoin’s price from this month’s close to the close three months later.",
};

export const CORRELATION_COLUMNS: readonly Column[] = [
  textColumn("measure", "Miners’", "What is set against the return."),
  textColumn("horizon", "Bitcoin’s return", "Over which months the return is taken."),
  numberColumn("correlation", "Correlation", "", "Pearson’s r: 1 moves together, −1 against each other, 0 not at all."),
  numberColumn("low", "95% from", "", "Lower end of the 95% confidence interval (Fisher’s transformation)."),
  numberColumn("high", "95% to", "", "Upper end of the 95% confidence interval."),
  numberColumn(
    "rank_correlation",
    "Of ranks",
    "",
    "Spearman’s: the correlation of the ranks, in which one month far from all others weighs no more than any.",
  ),
  numberColumn("months", "n", "", "Months counted; for the last kind of row quarters, whose three-month windows do not overlap."),
  textColumn(
    "reading",
    "What it says",
    `Nothing is claimed below ${MIN_MONTHS} values, where the interval includes 0, or where the ranks point the other way.`,
  ),
];

/** Two measures × three horizons, and for each measure the three-month return again at quarters' ends alone. */
export function correlationTable(figures: Figures, selection: Selection, options: Pick<SignalOptions, "thin">): Table {
  const months = signalMonths(figures, selection);
  const rowFor = (measure: Measure, horizon: Horizon, everyThird: boolean): Row => {
    const found = signalCorrelation(months, measure, horizon, options, everyThird);
    const words = everyThird ? "over the next three months, quarters’ ends alone" : HORIZON_WORDS[horizon];
    return {
      key: `${measure}-${horizon}${everyThird ? "-quarters" : ""}`,
      cells: {
        measure: textCell(MEASURE_WORDS[measure]),
        horizon: textCell(words),
        correlation: twoDecimals(found.r),
        low: twoDecimals(found.interval?.[0]),
        high: twoDecimals(found.interval?.[1]),
        rank_correlation: twoDecimals(found.rank),
        months: { kind: "value", plain: `${found.n}`, text: `${found.n}`, evidence: "derived", sources: [] },
        reading: textCell(READING[verdictOf(found)], undefined, horizon === "next3" && !everyThird ? OVERLAP : undefined),
      },
    };
  };
  return {
    id: options.thin ? "signal-correlations-with-thin" : "signal-correlations",
    title: `Correlations with bitcoin’s return, ${panelName(selection)}`,
    columns: CORRELATION_COLUMNS,
    rows: MEASURES.flatMap((measure) => [...HORIZONS.map((horizon) => rowFor(measure, horizon, false)), rowFor(measure, "next3", true)]),
  };
}

export const OVERLAP =
  "Three-month windows of neighbouring months share two months, so they are not independent and the interval is too narrow; the row of quarters’ ends has windows that do not overlap, about a third as many.";

const READING = {
  tooFew: "too few months to tell",
  noneShown: "no link shown",
  down: "more selling, lower return",
  up: "more selling, higher return",
} as const;

export const ISSUANCE_COLUMNS: readonly Column[] = [
  PERIOD,
  SOLD,
  numberColumn(
    "issued_btc",
    "Issued",
    "BTC",
    "Expected new bitcoin: 144 blocks a day at 6.25 BTC, from 20 April 2024 on at 3.125 BTC. Fees are left out.",
  ),
  numberColumn("share_pct", "Sold of issued", "%", "Bitcoin that the panel sold as a share of the bitcoin expected to be issued."),
  numberColumn("companies", "Companies", "", "Companies in the panel."),
  THIN_COLUMN,
];

export function issuanceTable(figures: Figures, selection: Selection): Table {
  return {
    id: "signal-issuance",
    title: `Bitcoin sold as a share of new bitcoin, ${panelName(selection)}`,
    columns: ISSUANCE_COLUMNS,
    rows: signalMonths(figures, selection).map((entry): Row => {
      const href = periodAddress(entry.month, selection);
      const share = shareOfIssuance(entry);
      const members = entry.pool.members.length;
      return {
        key: entry.month,
        href,
        cells: {
          period: textCell(shortPeriodName(entry.month), href),
          sold_btc: poolSold(entry.pool, href),
          issued_btc: {
            kind: "value",
            plain: plainAmount(entry.issued, "BTC"),
            text: formatAmount(entry.issued, "BTC", 0),
            evidence: "derived",
            sources: [],
          },
          share_pct: percentCell(share, href),
          companies: { kind: "value", plain: `${members}`, text: `${members}`, evidence: "derived", sources: [] },
          thin: textCell(entry.pool.thin ? "thin" : ""),
        },
      };
    }),
  };
}

/** The latest month that is not thin: how much of what was issued the panel sold. Spot volume is not in the record, and it says so. */
export function issuanceSentence(figures: Figures, selection: Selection): Sentence | undefined {
  const entry = signalMonths(figures, selection).findLast(({ pool: at }) => isPooled(at.ratio) && !at.thin);
  const share = entry && shareOfIssuance(entry);
  if (!entry || typeof share !== "number") return undefined;
  const { members, sold } = entry.pool;
  return sentence`${capital(inPeriod(entry.month))}, ${count(members.length, "company", "companies")} sold ${formatAmount(sold, "BTC", 0)} BTC, ${formatRatio(share)} of the ${formatAmount(entry.issued, "BTC", 0)} BTC that came into being. The volume of the spot market, against which sales would have to be weighed, is not in the record.`;
}

/** The answer of the page, made from the three correlations of one measure. */
export function answerSentence(figures: Figures, selection: Selection, options: SignalOptions): Sentence {
  const months = signalMonths(figures, selection);
  const found = HORIZONS.map((horizon) => ({ horizon, correlation: signalCorrelation(months, options.measure, horizon, options) }));
  const most = Math.max(...found.map(({ correlation }) => correlation.n));
  const what = MEASURE_WORDS[options.measure];
  if (found.every(({ correlation }) => verdictOf(correlation) === "tooFew"))
    return sentence`Too few months to tell: ${count(most, "month")} of ${panelName(selection)} ${options.thin ? "" : "that are not thin "}can be set against bitcoin’s return, and below ${MIN_MONTHS} we claim nothing.`;
  const shown = found.filter(({ correlation }) => ["up", "down"].includes(verdictOf(correlation)));
  if (shown.length === 0)
    return sentence`Over ${count(most, "month")}, the record shows no link between ${what} of ${panelName(selection)} and bitcoin’s return: wherever there are enough months, the interval includes 0 or the ranks point the other way.`;
  const parts = shown.map(({ horizon, correlation }) => `${HORIZON_WORDS[horizon]} (${correlationWords(correlation)})`);
  const overlap = shown.some(({ horizon }) => horizon === "next3")
    ? " The three-month windows overlap, so their interval is too narrow."
    : "";
  return sentence`Months with more ${what === "bitcoin sold" ? what : `of production sold`} went with a ${verdictOf(shown[0]?.correlation ?? NONE) === "down" ? "lower" : "higher"} return of bitcoin ${parts.join(" and ")}. That is no proof that selling moved the price: prices move sales too.${overlap}`;
}

const NONE: Correlation = { n: 0, r: undefined, rank: undefined, interval: undefined };

/** "correlation −0.12, 95% interval −0.50 to 0.30, 23 months: too few months to tell". */
export function verdictWords(found: Correlation, measure: Measure, horizon: Horizon): string {
  const verdict = verdictOf(found);
  const overlap = horizon === "next3" ? " The windows overlap, so the interval is too narrow." : "";
  const start =
    verdict === "tooFew"
      ? `Too few months to tell (below ${MIN_MONTHS} nothing is claimed)`
      : verdict === "noneShown"
        ? "No link is shown"
        : verdict === "down"
          ? "Months of more selling went with a lower return"
          : "Months of more selling went with a higher return";
  return `${start}: ${correlationWords(found)}.${overlap}${verdict === "up" || verdict === "down" ? ` That ${MEASURE_WORDS[measure]} moved the price does not follow.` : ""}`;
}

function correlationWords({ n, r, interval }: Correlation): string {
  const size = `${n} ${n === 1 ? "month" : "months"}`;
  if (r === undefined) return `no correlation can be computed from ${size}`;
  return `correlation ${decimal(r)}${interval ? `, 95% interval ${decimal(interval[0])} to ${decimal(interval[1])}` : ""}, ${size}`;
}

const decimal = (value: number): string => value.toFixed(2).replace("-0.00", "0.00").replace("-", "−");
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function twoDecimals(value: number | undefined): TableCell {
  if (value === undefined) return missingCell({ evidence: "missing", reason: "notDisclosed" });
  return { kind: "value", plain: value.toFixed(4), text: decimal(value), evidence: "derived", sources: [] };
}

function percentCell(value: number | MissingCell, href?: string): TableCell {
  if (typeof value !== "number") return missingCell(value, href);
  return {
    kind: "value",
    plain: plainPercent(value),
    text: formatRatio(value),
    evidence: "derived",
    ...(href !== undefined && { href }),
    sources: [],
  };
}

function poolRatio(at: Pool, href: string): TableCell {
  if (!isPooled(at.ratio)) return missingCell(at.ratio, href);
  return { kind: "value", plain: plainPercent(at.ratio), text: formatRatio(at.ratio), evidence: poolEvidence(at), href, sources: [] };
}

function poolSold(at: Pool, href: string): TableCell {
  if (!isPooled(at.ratio)) return missingCell(at.ratio, href);
  return {
    kind: "value",
    plain: plainAmount(at.sold, "BTC"),
    text: formatAmount(at.sold, "BTC", 0),
    evidence: poolEvidence(at),
    href,
    sources: [],
  };
}

/** The page's own parameters for a choice of measure and thin months. */
export const signalQuery = ({ measure, thin }: SignalOptions): { [name: string]: string } => ({
  ...(measure === "sold" && { measure }),
  ...(thin && { thin: "include" }),
});

/** The page's cards: the three scatters for each choice of measure and thin months, the correlations, the share of new bitcoin. */
export const SIGNAL_CARDS: readonly Card[] = [
  ...MEASURES.flatMap((measure) =>
    [false, true].flatMap((thin) =>
      HORIZONS.map((horizon) => {
        const options = { measure, thin };
        return tableCard({
          id: scatterId(horizon, options),
          page: "/signal",
          query: signalQuery(options),
          ...(horizon === HORIZONS[0] && { leads: ["/signal"] }),
          table: ({ figures, selection }) => scatterTable(figures, selection, horizon, options),
          chart: signalScatter,
        });
      }),
    ),
  ),
  ...[false, true].map((thin) =>
    tableCard({
      id: thin ? "signal-correlations-with-thin" : "signal-correlations",
      page: "/signal",
      query: signalQuery({ measure: "sell_through", thin }),
      table: ({ figures, selection }) => correlationTable(figures, selection, { thin }),
    }),
  ),
  tableCard({
    id: "signal-issuance",
    page: "/signal",
    table: ({ figures, selection }) => issuanceTable(figures, selection),
    chart: issuanceChart,
  }),
];
