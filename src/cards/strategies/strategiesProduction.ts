/** Production by its producers' stance, month by month. A month in which no company has a stance is a gap. */
import { selectedMonths, companiesIn } from "../selection/scope";
import { formatRatio } from "@/domain/measures/sellThrough";
import { STANCE_LABEL, STANCES } from "@/domain/measures/stance";
import { stancesIn, type StancesOfMonth } from "@/domain/measures/strategies";
import type { Period } from "@/domain/values/period";
import { periodAddress } from "../selection/address";
import type { Asked } from "../asked";
import { card, type CardColumn } from "../card";
import { SHARE_KEY, stanceSharesChart } from "../charts/stackedChart";
import { amountCell, shareCell, unknownCell } from "../words/cells";
import { memoizeMonths } from "../selection/memoize";
import { link, type Sentence, sentence } from "../tables/sentence";
import { btc, capitalized, count, inPeriod, listed, panelName } from "../words/phrases";
import { columnsOf, monthColumn, monthRow } from "../words/columns";
import { STANCE_WORDS } from "../words/stanceWords";

interface Entry extends StancesOfMonth {
  readonly month: Period;
  readonly total: number;
  readonly withStance: number;
}

/** Production by stance over the companies that pass the filter in each month. */
const productionByStance = memoizeMonths((asked): Entry[] => {
  const { figures, selection } = asked;
  return selectedMonths(asked).map((month) => {
    const found = stancesIn(figures, companiesIn(asked, month), month, selection.evidence);
    const total = sum(Object.values(found.produced)) + found.withoutProduced;
    return { ...found, month, total, withStance: sum(STANCES.map((stance) => found.companies[stance].length)) };
  });
});

const column = columnsOf<Entry>();

/** Production without a stance does not answer the question: a month with nothing else is a gap. */
const shareColumn = (key: string, label: string, description: string, part: (entry: Entry) => number): CardColumn<Entry> =>
  column.number(key, label, description, (entry, _, href) =>
    shareCell(entry.total - entry.withoutProduced > 0 ? part(entry) / entry.total : undefined, "derived", href),
  );

export const productionCard = card({
  id: "stance-production",
  page: "/strategies",
  query: { show: "production" },
  leads: ["/strategies"],
  title: ({ selection }) => `Production by what miners do with it, ${panelName(selection)}`,
  entries: productionByStance,
  sentence: productionSentence,
  caveat: productionLimits,
  row: monthRow,
  columns: [
    monthColumn,
    ...STANCES.map((stance) =>
      shareColumn(
        SHARE_KEY[stance],
        capitalized(STANCE_LABEL[stance]),
        `Part of known production mined by such companies: ${STANCE_LABEL[stance]}.`,
        ({ produced }) => produced[stance],
      ),
    ),
    shareColumn(
      "without_pct",
      "Not known",
      "Part of known production mined by companies whose sales are not known in the year before.",
      ({ withoutProduced }) => withoutProduced,
    ),
    shareColumn(
      "weak_pct",
      "Weakly known",
      "Part of known production by companies of which only a stated policy or earlier months tell what they do.",
      ({ weak }) => weak,
    ),
    column.number("produced_btc", "Known production", "Production of all these companies that is known.", ({ total }, _, href) =>
      total === 0 ? unknownCell(href) : amountCell(total, "BTC", "derived", href),
    ),
    column.count("companies", "Companies known", "Companies of which it is known whether they hold or sell.", "withStance"),
  ],
  chart: stanceSharesChart,
});

const LEAST_PRODUCERS = 5;

/** The latest month in which stances are known for half of production or more, and for five or more companies with known production. */
const latestKnown = (asked: Asked): Entry | undefined =>
  productionByStance(asked).findLast(
    (entry) => entry.producers >= LEAST_PRODUCERS && entry.total > 0 && (entry.total - entry.withoutProduced) * 2 >= entry.total,
  );

/** "In May 2026, …, miners that hold produced 34% of the 3,490 BTC known and those that sell all produced 66%." */
export function productionSentence(asked: Asked): Sentence | undefined {
  const { selection } = asked;
  const at = latestKnown(asked);
  if (!at) return undefined;
  const parts = STANCES.filter((stance) => at.produced[stance] > 0).map((stance, n) => {
    const share = formatRatio(at.produced[stance] / at.total);
    return n === 0
      ? `miners that ${STANCE_WORDS[stance].many} produced ${share} of the ${btc(at.total)} known`
      : `those that ${STANCE_WORDS[stance].many} produced ${share}`;
  });
  const month = link(capitalized(inPeriod(at.month)), periodAddress(at.month, selection));
  return sentence`${month}, the latest month in which five companies’ production is known, ${listed(parts)}.`;
}

/** Limits of the shares: their basis. */
function productionLimits(asked: Asked): string | undefined {
  const at = latestKnown(asked);
  if (!at) return undefined;
  const weak =
    at.weak === 0
      ? ""
      : ` For ${formatRatio(at.weak / at.total)} of production only a stated policy or earlier months tell what the miners do.`;
  const without = at.withoutProduced === 0 ? "" : `, and for ${formatRatio(at.withoutProduced / at.total)} of production it is not known`;
  const who = count(at.producers, "company");
  return `Both what the miners produced ${inPeriod(at.month)} and what they do with it is known for ${who}${without}.${weak}`;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
