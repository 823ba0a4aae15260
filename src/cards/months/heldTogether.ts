/**
 * Total bitcoin held by miners, by period, and how it changed. A consolidated child is not added to its parent;
 * a company that stops reporting never looks like a sale, and each sum names the companies in it.
 */
import { selectedPeriods, companiesIn } from "../selection/scope";
import { plainAmount } from "@/domain/values/amount";
import { weakest } from "@/domain/facts/cell";
import { type Company, shortName } from "@/domain/facts/company";
import { atPrice, priceOf } from "@/domain/measures/dollars";
import { type ChangeTogether, changeTogether } from "@/domain/measures/holdingsChange";
import { only } from "@/domain/shared/group";
import { oncePer } from "@/domain/shared/once";
import { lastMonth, type Period } from "@/domain/values/period";
import { heldOtherwise, type Treasury, treasuryOf } from "@/domain/measures/treasury";
import type { Asked } from "../asked";
import { card, type CardColumn } from "../card";
import { sumsIn } from "../charts/cellFigure";
import { lineChart } from "../charts/lineChart";
import { CHANGE_PANELS, panelChart } from "../charts/panelChart";
import { periodAddress } from "../selection/address";
import { memoizePeriods } from "../selection/memoize";
import type { Selection } from "../selection/selection";
import { amountCell, pooledValue, shareCell, type Provenance, unknownCell, unpricedCell, valueCell } from "../words/cells";
import { changeColumns } from "../words/changeCells";
import { columnsOf, periodColumn, periodRow } from "../words/columns";
import {
  btc,
  count,
  countOtherwise,
  dollars,
  companyNames,
  inPeriod,
  isOnePicked,
  listed,
  panelName,
  risenOrFallen,
  thePeriod,
} from "../words/phrases";

/** A sum over the panel of each selected period, oldest first. */
const perPeriod =
  <T>(sumAt: (asked: Asked, period: Period) => T) =>
  (asked: Asked): readonly T[] =>
    selectedPeriods(asked).map((period) => sumAt(asked, period));

/** One company is not together with anybody. */
const together = (selection: Selection): string => (isOnePicked(selection) ? "" : " together");

/** Holdings do not depend on the basis of sales. */
const ANY_BASIS = { basis: "gross" } as const;

const treasuryAt = memoizePeriods(
  (asked, period) => treasuryOf(asked.figures, companiesIn(asked, period), period, asked.selection.evidence),
  ANY_BASIS,
);

const changeAt = memoizePeriods(
  (asked, period) => changeTogether(asked.figures, companiesIn(asked, period), treasuryAt(asked, period), asked.selection.evidence),
  ANY_BASIS,
);

const treasuries = perPeriod(treasuryAt);
const changes = perPeriod(changeAt);

interface Sum {
  readonly members: readonly { readonly company: Company }[];
  readonly unknownCount: number;
  readonly thin: boolean;
}

const sum = columnsOf<Sum>();

/** The companies in the sum; `what` names their figures. */
const membersColumns = (what: string): CardColumn<Sum>[] => [
  sum.linkedCount("companies", "Companies", `Companies whose ${what} are in the sum.`, ({ members }) => members.length),
  sum.text("panel", "In the sum", `Whose ${what} are in the sum.`, ({ members }) => companyNames(members.map(({ company }) => company))),
];

const unknownColumn = (label: string, description: string) =>
  sum.linkedCount("unknown", label, description, ({ unknownCount }) => unknownCount);

const thinColumn = (meaning: string) => sum.thin(({ thin }) => thin, meaning);

const provenanceOf = oncePer((members: Treasury["members"]): Provenance => ({
  evidence: weakest(members.map(({ cell }) => cell)),
  secondHand: members.some(({ secondHand }) => secondHand),
  cells: () => members.map(({ cell }) => cell),
}));

/** The period that the card's sentence is about. */
const latestOf = (entries: readonly Treasury[]) => entries.findLast(({ thin }) => !thin);

const column = columnsOf<Treasury>();

export const treasuryCard = card({
  id: "held-together",
  page: "/",
  title: ({ selection }) => `Bitcoin held${together(selection)}, ${panelName(selection)}`,
  entries: treasuries,
  sentence: (_, entries) => {
    const latest = latestOf(entries);
    if (!latest) return undefined;
    const one = only(latest.members);
    const who = one ? shortName(one.company) : `the ${count(latest.members.length, "company")} with a known figure together`;
    return `At the end of ${thePeriod(latest.period)}, ${who} held ${btc(latest.held)}.`;
  },
  caveat: (_, entries) => {
    const mixed = entries.flatMap((entry) => {
      const otherwise = heldOtherwise(entry.members);
      return otherwise.length === 0 ? [] : [{ entry, otherwise }];
    });
    const told = mixed.find(({ entry }) => entry === latestOf(entries));
    const rest = mixed.length - (told ? 1 : 0);
    if (told === undefined)
      return rest === 0 ? undefined : `In ${count(rest, "period")} a company counts its holdings otherwise than usual: the table names it.`;
    const first = `At the end of ${thePeriod(told.entry.period)}, ${countOtherwise(told.otherwise)}`;
    return rest === 0 ? `${first}.` : `${first}; so does a company in ${count(rest, "other period")}: the table names it.`;
  },
  row: periodRow,
  columns: [
    periodColumn("Period", "Calendar month, quarter or year; holdings are those at its end."),
    column.number("held_btc", "Held", "Sum of the holdings that are known for the period’s end.", (of, _, href) =>
      of.members.length === 0 ? unknownCell(href) : pooledValue(amountCell(of.held, "BTC", "reported", href), provenanceOf(of.members)),
    ),
    column.number("value_usd", "Value", "Held at the closing price of the period’s last month.", (of, { figures }, href) => {
      const price = priceOf(figures, lastMonth(of.period));
      if (of.members.length === 0) return unknownCell(href);
      if (!price) return unpricedCell(href);
      const value = atPrice(of.held, price.close);
      return valueCell(plainAmount(value, "USD"), dollars(value), provenanceOf(of.members).evidence, href);
    }),
    ...membersColumns("holdings"),
    unknownColumn("No figure", "Companies that pass the filter but have no figure for the period’s end."),
    column.number(
      "coverage_pct",
      "Coverage",
      "Held as a share of itself and of what the companies without a figure held last, in the year before.",
      // Where all treasuries are empty, nothing is covered and nothing is missing.
      (of, _, href) => shareCell(of.lastKnown === 0 ? undefined : of.held / of.lastKnown, provenanceOf(of.members).evidence, href),
    ),
    thinColumn("Coverage below 80%: the chart leaves the period out."),
    column.text(
      "counted_otherwise",
      "Counted otherwise",
      "Companies whose holdings in the sum are counted in another way than their others, such as without collateral.",
      ({ members }) =>
        heldOtherwise(members)
          .map(({ company, basis }) => `${shortName(company)} (${basis})`)
          .join(", "),
    ),
    column.text("left_out", "Not added", "Companies whose bitcoin is inside a parent’s figure.", ({ leftOut }) =>
      listed(leftOut.map(({ company, parent }) => `${shortName(company)} (in ${shortName(parent)})`)),
    ),
  ],
  standsOn: ({ members }) => members,
  chart: lineChart({
    what: "bitcoin held at the end of each period",
    measure: "Bitcoin held, BTC",
    format: "number",
    series: [["held_btc", "held", "produced"]],
    read: sumsIn,
    companies: true,
  }),
});

const endsOf = oncePer((members: ChangeTogether["members"]) => ({
  before: members.reduce((total, { from }) => total + from.value, 0),
  provenance: {
    evidence: weakest(members.flatMap(({ from, to }) => [from, to])),
    secondHand: members.some(({ secondHand }) => secondHand),
    cells: () => members.flatMap(({ from, to }) => [from, to]),
  },
}));

const change = changeColumns<ChangeTogether>((entry, { selection }) => {
  const { change, period, members } = entry;
  const href = periodAddress(period, selection);
  return members.length === 0 ? unknownCell(href) : { period, change, href, ...endsOf(members) };
}, "Sum over the companies that have a change. ");

export const changeTogetherCard = card({
  id: "held-change",
  page: "/",
  title: ({ selection }) => `Change of the bitcoin held${together(selection)}, ${panelName(selection)}, per ${selection.per}`,
  entries: changes,
  sentence: (_, entries) => {
    const latest = entries.findLast(({ thin }) => !thin);
    if (!latest) return undefined;
    const { members, period, change } = latest;
    const one = only(members);
    const whose = one ? shortName(one.company) : `the ${count(members.length, "company")} known at the beginning and at the end`;
    return `The holdings of ${whose} ${risenOrFallen(change)} ${inPeriod(period)}.`;
  },
  row: periodRow,
  columns: [
    periodColumn(),
    change.btc,
    change.usd,
    ...membersColumns("changes"),
    unknownColumn("No change known", "Companies that pass the filter, but whose holdings are not known at both ends on one basis."),
    thinColumn("The companies in the sum hold less than 80% of what all of these last held: the chart leaves the period out."),
  ],
  standsOn: ({ members }) => members,
  chart: panelChart(...CHANGE_PANELS, (table, key) => sumsIn(table, key, "mixed")),
});
