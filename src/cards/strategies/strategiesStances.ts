/** Each company's stance over time as stretches of months, and now; always with its basis (figures, policy, earlier months). */
import { selectedMonths, companiesInMonths } from "../selection/scope";
import { wholeAnswers } from "@/domain/figures/answers";
import { weakest } from "@/domain/facts/cell";
import type { Company } from "@/domain/facts/company";
import type { EvidenceMode, Figures } from "@/domain/figures/figures";
import { runsBy } from "@/domain/shared/group";
import { lastMonth, type Period, periodRange, shift } from "@/domain/values/period";
import { formatRatio, plainPercent, cellsOf } from "@/domain/measures/sellThrough";
import {
  basisOf,
  type Stance,
  STANCE_LABEL,
  STANCE_MEANING,
  STANCE_PERIODS,
  STANCE_RULE,
  type StanceBasis,
  type StanceFinding,
  STANCES,
  stanceAt,
} from "@/domain/measures/stance";
import { companyAddress, figureAddress } from "../selection/address";
import type { Asked } from "../asked";
import { card, type CardColumn } from "../card";
import { stanceLanesChart } from "../charts/stanceLanesChart";
import { periodText } from "../words/cells";
import { FactCell } from "../words/sourcedCell";
import type { Selection } from "../selection/selection";
import { memoizeMonths } from "../selection/memoize";
import { link, type Sentence, type SentencePart, sentence } from "../tables/sentence";
import type { TableCell } from "../tables/table";
import { count, panelCount, periodName } from "../words/phrases";
import { stanceCounts, testedPolicyCell } from "../words/stanceWords";
import { columnsOf, companyColumn, companyRow } from "../words/columns";

const BASIS_WORDS: Readonly<Record<StanceBasis, string>> = {
  figures: "figures of the month or its quarter",
  policy: "stated policy alone",
  old: "earlier months alone",
};

/** Consecutive months with one stance on one basis. */
interface Stretch {
  readonly company: Company;
  readonly from: Period;
  readonly to: Period;
  readonly stance: Stance;
  readonly basis: StanceBasis;
  /** As of its last month. */
  readonly finding: StanceFinding;
}

/** Every company's stretches within the months, oldest first; none outside its reporting span. */
export const stretches = memoizeMonths((asked): Stretch[] => {
  const { figures, selection } = asked;
  const months = selectedMonths(asked);
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return [];
  return companiesInMonths(asked).flatMap((company) =>
    stretchesOf(figures, company, selection.evidence).flatMap((stretch) => within(stretch, first, last, figures, selection)),
  );
});

/** The part of a stretch between two months. */
function within(stretch: Stretch, first: Period, last: Period, figures: Figures, { evidence }: Selection): Stretch[] {
  const { company, from, to } = stretch;
  if (from >= first && to <= last) return [stretch];
  if (to < first || from > last) return [];
  const end = to < last ? to : last;
  const finding = stanceAt(figures, company.id, end, evidence);
  return finding ? [{ ...stretch, from: from > first ? from : first, to: end, finding }] : [];
}

/** A company's stretches over its whole reporting span. */
const stretchesOf = wholeAnswers((figures, company, mode): readonly Stretch[] => {
  const span = figures.reportingSpan(company.id);
  const months = (span ? periodRange(span.from, span.to) : []).flatMap((month): Stretch[] => {
    const finding = stanceAt(figures, company.id, month, mode);
    return finding ? [{ company, from: month, to: month, stance: finding.stance, basis: basisOf(finding, month), finding }] : [];
  });
  const goesOn = (a: Stretch, b: Stretch) => a.stance === b.stance && a.basis === b.basis && shift(a.to, 1) === b.from;
  return runsBy(months, goesOn).map((run) => ({ ...(run.at(-1) ?? run[0]), from: run[0].from }));
});

/** Columns shared by tables of stances, for any entry with a company, its stance and its basis. */
const restColumn = <E extends { readonly basis: StanceBasis }>(): CardColumn<E> =>
  columnsOf<E>().text(
    "rests_on",
    "Rests on",
    "Figures of the months or of their quarter, the stated policy alone, or earlier months because the month has no figures.",
    ({ basis }) => BASIS_WORDS[basis],
  );

const RATIO_MEANING = `Sold ÷ produced over ${STANCE_PERIODS}: it tells whether a company holds or sells.`;

const lane = columnsOf<Stretch>();

/** One row per stretch; the row's key is "from/to/company", so that a drawing can place it. */
export const lanesCard = card({
  id: "stance-lanes",
  page: "/strategies",
  leads: ["/strategies"],
  title: "What each miner did with its bitcoin, month by month",
  entries: stretches,
  caveat: `What a miner does is read from its sell-through over ${STANCE_PERIODS}: ${STANCE_RULE}. Dotted months rest on a stated policy alone; hatched ones rest on earlier months, because the month itself has no figures.`,
  row: ({ from, to, company }, { selection }) => ({ key: `${from}/${to}/${company.id}`, href: companyAddress(company.id, selection) }),
  columns: [
    companyColumn,
    lane.text("stance", "What it did", STANCE_MEANING, ({ stance }) => STANCE_LABEL[stance]),
    lane.text("from", "From", "First month of the stretch.", ({ from }) => periodText(from)),
    lane.text("to", "To", "Last month of the stretch.", ({ to }) => periodText(to)),
    restColumn<Stretch>(),
    lane.number(
      "trailing_pct",
      "Sell-through, three months",
      `${RATIO_MEANING} As of the stretch’s last month.`,
      // Without sources: they are on the figure's linked page, and hundreds of addresses would be larger than the lanes.
      ({ company, finding }, { selection }) => trailingCell(finding, company, selection, () => []),
    ),
  ],
  chart: stanceLanesChart,
});

interface StanceNow {
  readonly company: Company;
  /** The last month with figures. */
  readonly month: Period;
  readonly finding: StanceFinding;
  readonly basis: StanceBasis;
  /** True when the last sales behind it ended a year or more before the last month of the range: holdings alone tell nothing of sales. */
  readonly stale: boolean;
}

const STALE_MONTHS = 12;

/** Each company's stance in its own last month within the range. */
export const stancesNow = memoizeMonths((asked): StanceNow[] => {
  const { figures, selection } = asked;
  const months = selectedMonths(asked);
  const last = months.at(-1);
  if (last === undefined) return [];
  const old = shift(last, -STALE_MONTHS);
  return companiesInMonths(asked).flatMap((company) => {
    const span = figures.reportingSpan(company.id);
    if (!span || span.from > last) return [];
    const standing =
      span.to < last ? latestStanding(figures, company, selection.evidence) : standingAt(figures, company, last, selection.evidence);
    return standing ? [{ stale: lastMonth(standing.finding.periods[0].period) <= old, ...standing }] : [];
  });
});

function standingAt(figures: Figures, company: Company, month: Period, mode: EvidenceMode): Omit<StanceNow, "stale"> | undefined {
  const finding = stanceAt(figures, company.id, month, mode);
  return finding && { company, month, finding, basis: basisOf(finding, month) };
}

/** The stance in the last month: most questions ask for it. */
const latestStanding = wholeAnswers((figures, company, mode) => {
  const span = figures.reportingSpan(company.id);
  return span && standingAt(figures, company, span.to, mode);
});

const now = columnsOf<StanceNow>();

/** Companies by stance, those with recent sales first in each; sales a year old or older say so. */
export const nowCard = card({
  id: "stance-now",
  page: "/strategies",
  title: "Who holds and who sells, by the latest figures",
  entries: (asked) => {
    const order = (entry: StanceNow) => STANCES.indexOf(entry.finding.stance) * 2 + Number(entry.stale);
    return stancesNow(asked).toSorted((a, b) => order(a) - order(b));
  },
  caveat: nowLimits,
  row: companyRow,
  columns: [
    companyColumn,
    now.text("stance", "What it does", STANCE_MEANING, ({ finding }) => STANCE_LABEL[finding.stance]),
    now.number("trailing_pct", "Sell-through, three months", RATIO_MEANING, ({ finding, company }, { selection }) =>
      trailingCell(finding, company, selection),
    ),
    now.text("as_of", "As of", "The company’s last month with any figure within the range.", ({ month }) => periodText(month)),
    now.text(
      "sales_known",
      "Sales known to",
      "The last month or quarter whose sales and production are both known.",
      ({ finding: { periods }, stale }) => ({
        ...periodText(periods[0].period),
        ...(stale && { note: "That ends a year or more before the range does, so it is not known what the company does now." }),
      }),
    ),
    restColumn<StanceNow>(),
    now.sourced(
      "policy",
      "Stated policy",
      "What the company says it does, and whether its deeds differ.",
      ({ company, month }, { figures, selection }) => testedPolicyCell(figures, company, month, selection.evidence),
    ),
  ],
});

/** "What 10 Nasdaq-listed miners do is known from the year up to September 2026: 1 holds what it mines, 3 sell some, …". */
export function nowSentence(asked: Asked): Sentence | undefined {
  const { selection } = asked;
  const all = stancesNow(asked);
  const fresh = all.filter((entry) => !entry.stale);
  const last = selectedMonths(asked).at(-1);
  if (fresh.length === 0 || last === undefined) return undefined;
  const counts = stanceCounts(fresh.map(({ finding }) => finding.stance));
  return sentence`What ${panelCount(fresh.length, selection)} ${fresh.length === 1 ? "does" : "do"} is known from the year up to ${periodName(last)}: ${counts}.`;
}

/** Limits of that: how many stances do not rest on figures alone, and how many companies without known sales for a year are not counted. */
export function nowLimits(asked: Asked): string | undefined {
  const all = stancesNow(asked);
  const fresh = all.filter((entry) => !entry.stale);
  const weak = fresh.filter((entry) => entry.basis !== "figures").length;
  const stale = all.length - fresh.length;
  const words = [
    ...(weak === 0 ? [] : [`For ${count(weak, "company")} this rests on a stated policy or on earlier months alone.`]),
    ...(stale === 0 ? [] : [`Of ${count(stale, "more company")} no sales of that year are known.`]),
  ];
  return words.length === 0 ? undefined : words.join(" ");
}

/** The trailing ratio behind a stance, linked to the newest of its periods. */
export function trailingCell(finding: StanceFinding, company: Company, selection: Selection, facts = () => factsOf(finding)): TableCell {
  const evidence = weakest(finding.periods.map(({ sellThrough }) => sellThrough));
  const share = finding.sold / finding.produced;
  const href = figureAddress(company.id, finding.periods[0].period, "sell_through", selection);
  return new FactCell(facts, { plain: plainPercent(share), text: formatRatio(share), evidence, href });
}

const factsOf = ({ periods }: StanceFinding) => periods.flatMap(({ sellThrough }) => cellsOf(sellThrough)).flatMap(({ facts }) => facts);

/** "63%" as a link to the newest period behind the stance. */
export const trailingLink = ({ sold, produced, periods: [newest] }: StanceFinding, company: Company, selection: Selection): SentencePart =>
  link(formatRatio(sold / produced), figureAddress(company.id, newest.period, "sell_through", selection));
