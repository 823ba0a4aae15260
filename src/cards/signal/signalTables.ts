/** The tables and sentences of the signal page: months behind each scatter, correlations with intervals, share of issuance. */
import { missing, type MissingCell } from "@/domain/facts/cell";
import { formatAmount } from "@/domain/values/metric";
import { isPooled, type Pool } from "@/domain/measures/panel";
import { formatRatio } from "@/domain/measures/sellThrough";
import { amountCell, missingCell, SELL_THROUGH_FIELD, shareCell, textCell, valueCell } from "../words/cells";
import { poolEvidence } from "../months/pooled";
import { type Sentence, sentence } from "../tables/sentence";
import {
  type Horizon,
  HORIZONS,
  isCounted,
  type Measure,
  MEASURES,
  shareOfIssuance,
  signalCorrelation,
  type SignalMonth,
  signalMonths,
  type SignalOptions,
} from "./signal";
import { type Correlation, MIN_MONTHS, verdictOf } from "./signalStatistics";
import type { Asked } from "../asked";
import { type Card, card, type CardColumn } from "../card";
import { lineChart } from "../charts/lineChart";
import { signalScatter } from "../charts/scatterChart";
import type { TableCell } from "../tables/table";
import { capitalized, count, inPeriod, panelName, wholePanel } from "../words/phrases";
import { columnsOf, monthColumn, monthRow } from "../words/columns";

const HORIZON_WORDS: Readonly<Record<Horizon, string>> = {
  same: "in the same month",
  next: "in the next month",
  next3: "over the next three months",
};
export const MEASURE_WORDS: Readonly<Record<Measure, string>> = { sell_through: "pooled sell-through", sold: "bitcoin sold" };

/** The page's own query parameters for a choice of measure and thin months. */
export const signalQuery = ({ measure, thin }: SignalOptions): { [name: string]: string } => ({
  ...(measure === "sold" && { measure }),
  ...(thin && { thin: "include" }),
});

/** Ids of the scatters' tables, because a download's address is its id: "signal-sold-next3-with-thin". */
const scatterId = (horizon: Horizon, { measure, thin }: SignalOptions): string =>
  `signal-${measure.replace("_", "-")}-${horizon}${thin ? "-with-thin" : ""}`;

const RETURN_MEANING: Readonly<Record<Horizon, string>> = {
  same: "Change of bitcoin’s price from the month before’s close to this month’s.",
  next: "Change of bitcoin’s price from this month’s close to the next one’s.",
  next3: "Change of bitcoin’s price from this month’s close to the close three months later.",
};

const column = columnsOf<SignalMonth>();

/** A cell from a month's pool, or the reason why it is missing. */
const pooledCell =
  (cell: (at: Pool, ratio: number, href: string | undefined) => TableCell): CardColumn<SignalMonth>["cell"] =>
  ({ pool: at }, _, href) =>
    isPooled(at.ratio) ? cell(at, at.ratio, href) : missingCell(at.ratio, href);

const SOLD = column.number(
  "sold_btc",
  "Sold",
  "Bitcoin sold by the companies counted.",
  pooledCell((at, _, href) => amountCell(at.sold, "BTC", poolEvidence(at), href)),
);

const SELL_THROUGH: CardColumn<SignalMonth> = {
  ...SELL_THROUGH_FIELD,
  description: "Sum of sold over sum of produced, over the same companies.",
  cell: pooledCell((at, ratio, href) => shareCell(ratio, poolEvidence(at), href)),
};

const THIN = column.thin(({ pool: at }) => at.thin);

/** The counted months of one horizon, each with its figure and bitcoin's return; months without a return are left out. */
export const scatterCard = (horizon: Horizon, options: SignalOptions): Card<string, SignalMonth> =>
  card({
    id: scatterId(horizon, options),
    page: "/signal",
    query: signalQuery(options),
    ...(horizon === HORIZONS[0] && { leads: ["/signal"] }),
    title: `${options.measure === "sell_through" ? "Sell-through" : "Bitcoin sold"}, and bitcoin’s return ${HORIZON_WORDS[horizon]}`,
    entries: (asked) => signalMonths(asked).filter((entry) => isCounted(entry, options) && typeof entry.returns[horizon] === "number"),
    sentence: (asked) => verdictWords(signalCorrelation(signalMonths(asked), options.measure, horizon, options), options.measure, horizon),
    row: monthRow,
    columns: [
      monthColumn,
      options.measure === "sell_through" ? SELL_THROUGH : SOLD,
      column.number("return_pct", `Return ${HORIZON_WORDS[horizon]}`, RETURN_MEANING[horizon], ({ returns }) =>
        percentCell(returns[horizon]),
      ),
      THIN,
    ],
    chart: signalScatter,
  });

/** A correlation of one measure with one return, over quarters' last months only or over all months. */
interface CorrelationEntry {
  readonly measure: Measure;
  readonly horizon: Horizon;
  readonly quarters: boolean;
  readonly found: Correlation;
}

const figure = columnsOf<CorrelationEntry>();

const COUNTED = [...HORIZONS.map((horizon) => ({ horizon, quarters: false })), { horizon: "next3" as const, quarters: true }];

/** Two measures × three horizons, and for each measure the three-month return again for quarters' last months only. */
export const correlationCard = (options: Pick<SignalOptions, "thin">): Card<string, CorrelationEntry> =>
  card({
    id: options.thin ? "signal-correlations-with-thin" : "signal-correlations",
    page: "/signal",
    query: signalQuery({ measure: "sell_through", ...options }),
    title: ({ selection }) => `Correlations with bitcoin’s return, ${panelName(selection)}`,
    caveat: METHOD,
    entries: (asked) => {
      const months = signalMonths(asked);
      return MEASURES.flatMap((measure) =>
        COUNTED.map(({ horizon, quarters }) => ({
          measure,
          horizon,
          quarters,
          found: signalCorrelation(months, measure, horizon, options, quarters),
        })),
      );
    },
    row: ({ measure, horizon, quarters }) => ({ key: `${measure}-${horizon}${quarters ? "-quarters" : ""}` }),
    columns: [
      figure.text("measure", "Miners’", "What is set against the return.", ({ measure }) => MEASURE_WORDS[measure]),
      figure.text("horizon", "Bitcoin’s return", "Over which months the return is taken.", ({ horizon, quarters }) =>
        quarters ? "over the next three months, quarters’ ends alone" : HORIZON_WORDS[horizon],
      ),
      figure.number("correlation", "Correlation", "Pearson’s r: 1 moves together, −1 against each other, 0 not at all.", ({ found }) =>
        twoDecimals(found.r),
      ),
      figure.number("low", "95% from", "Lower end of the 95% confidence interval (Fisher’s transformation).", ({ found }) =>
        twoDecimals(found.interval?.[0]),
      ),
      figure.number("high", "95% to", "Upper end of the 95% confidence interval.", ({ found }) => twoDecimals(found.interval?.[1])),
      figure.number(
        "rank_correlation",
        "Of ranks",
        "Spearman’s: the correlation of the ranks, in which one month far from all others weighs no more than any.",
        ({ found }) => twoDecimals(found.rank),
      ),
      figure.count(
        "months",
        "n",
        "Months counted; for the last kind of row quarters, whose three-month windows do not overlap.",
        ({ found }) => found.n,
      ),
      figure.text(
        "reading",
        "What it says",
        `Nothing is claimed below ${MIN_MONTHS} values, where the interval includes 0, or where the ranks point the other way.`,
        ({ found, horizon, quarters }) =>
          textCell(READING[verdictOf(found)], undefined, horizon === "next3" && !quarters ? OVERLAP : undefined),
      ),
    ],
  });

const OVERLAP =
  "Three-month windows of neighbouring months share two months, so they are not independent and the interval is too narrow; the row of quarters’ ends has windows that do not overlap, about a third as many.";

const READING = {
  tooFew: "too few months to tell",
  noneShown: "no link shown",
  down: "more selling, lower return",
  up: "more selling, higher return",
} as const;

const METHOD = `The correlation is Pearson’s over the months counted, with its 95% interval by Fisher’s transformation. We claim nothing from fewer than ${MIN_MONTHS} values, where the interval includes 0, or where the correlation of the ranks, which no single month can decide, points the other way. ${OVERLAP} The companies counted change from month to month, which moves bitcoin sold more than sell-through.`;

export const issuanceCard = card({
  id: "signal-issuance",
  page: "/signal",
  title: ({ selection }) => `Bitcoin sold, in percent of new bitcoin, ${panelName(selection)}`,
  entries: signalMonths,
  sentence: issuanceSentence,
  row: monthRow,
  columns: [
    monthColumn,
    SOLD,
    column.number(
      "issued_btc",
      "Issued",
      "Expected new bitcoin: 144 blocks a day at 6.25 BTC, from 20 April 2024 on at 3.125 BTC. Fees are left out.",
      ({ issued }) => amountCell(issued, "BTC"),
    ),
    column.number(
      "share_pct",
      "Sold of issued",
      "Bitcoin that these companies sold, in percent of the bitcoin expected to be issued.",
      (entry, _, href) => percentCell(shareOfIssuance(entry), href),
    ),
    column.count("companies", "Companies", "How many companies are counted.", ({ pool: at }) => at.members.length),
    THIN,
  ],
  chart: lineChart({
    what: "a line of the bitcoin sold, in percent of new bitcoin, month by month",
    measure: "Sold, % of new bitcoin",
    format: "percent",
    series: [["share_pct", "Sold", "sold"]],
  }),
});

/** The latest month that is not thin: the panel's sales as a share of issuance. States that the record lacks spot volume. */
function issuanceSentence(asked: Asked): Sentence | undefined {
  const entry = signalMonths(asked).findLast(({ pool: at }) => isPooled(at.ratio) && !at.thin);
  const share = entry && shareOfIssuance(entry);
  if (!entry || typeof share !== "number") return undefined;
  const { members, sold } = entry.pool;
  return sentence`${capitalized(inPeriod(entry.month))}, ${count(members.length, "company")} sold ${formatAmount(sold, "BTC", 0)} BTC, ${formatRatio(share)} of the ${formatAmount(entry.issued, "BTC", 0)} BTC that came into being. The volume of the spot market, against which sales would have to be weighed, is not in the record.`;
}

/** The page's answer, from the three correlations of one measure. */
export function answerSentence(asked: Asked, options: SignalOptions): Sentence {
  const { selection } = asked;
  const months = signalMonths(asked);
  const found = HORIZONS.map((horizon) => ({ horizon, correlation: signalCorrelation(months, options.measure, horizon, options) }));
  const most = Math.max(...found.map(({ correlation }) => correlation.n));
  const what = MEASURE_WORDS[options.measure];
  if (found.every(({ correlation }) => verdictOf(correlation) === "tooFew"))
    return sentence`Too few months to tell: ${most === 0 ? "no month" : count(most, "month")} of ${wholePanel(selection)} ${options.thin ? "" : most < 2 ? "that is not thin " : "that are not thin "}can be set against bitcoin’s return, and below ${MIN_MONTHS} we claim nothing.`;
  const shown = found.filter(({ correlation }) => ["up", "down"].includes(verdictOf(correlation)));
  if (shown.length === 0)
    return sentence`Over ${count(most, "month")}, the record shows no link between ${what} ${options.measure === "sold" ? "by" : "of"} ${panelName(selection)} and bitcoin’s return: each correlation that was found could be chance, or rests on a few extreme months.`;
  const parts = shown.map(({ horizon, correlation }) => `${HORIZON_WORDS[horizon]} (${correlationWords(correlation)})`);
  const overlap = shown.some(({ horizon }) => horizon === "next3")
    ? " The three-month windows overlap, so their interval is too narrow."
    : "";
  return sentence`Months with ${what === "bitcoin sold" ? "more bitcoin sold" : "a higher sell-through"} went with a ${verdictOf(shown[0]?.correlation ?? NONE) === "down" ? "lower" : "higher"} return of bitcoin ${parts.join(" and ")}. That is no proof that selling moved the price: prices move sales too.${overlap}`;
}

const NONE: Correlation = { n: 0, r: undefined, rank: undefined, interval: undefined };

/** "correlation −0.12, 95% interval −0.50 to 0.30, 23 months: too few months to tell". */
export function verdictWords(found: Correlation, measure: Measure, horizon: Horizon): string {
  const verdict = verdictOf(found);
  const overlap = horizon === "next3" && found.interval ? " The windows overlap, so the interval is too narrow." : "";
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
  const size = count(n, "month");
  if (r === undefined) return n === 0 ? "no month counts" : `no correlation can be computed from ${size}`;
  return `correlation ${decimal(r)}${interval ? `, 95% interval ${decimal(interval[0])} to ${decimal(interval[1])}` : ""}, ${size}`;
}

const decimal = (value: number): string => value.toFixed(2).replace("-0.00", "0.00").replace("-", "−");

const twoDecimals = (value: number | undefined): TableCell =>
  value === undefined
    ? missingCell(missing("notDisclosed"), undefined, "cannot be computed")
    : valueCell(value.toFixed(4), decimal(value), "derived");

function percentCell(value: number | MissingCell, href?: string): TableCell {
  if (typeof value !== "number") return missingCell(value, href);
  return shareCell(value, "derived", href);
}

/** The page's cards: the three scatters for each choice of measure and thin months, the correlations, the share of new bitcoin. */
export const SIGNAL_CARDS: readonly Card[] = [
  ...MEASURES.flatMap((measure) => [false, true].flatMap((thin) => HORIZONS.map((horizon) => scatterCard(horizon, { measure, thin })))),
  correlationCard({ thin: false }),
  correlationCard({ thin: true }),
  issuanceCard,
];
