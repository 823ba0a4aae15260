/** The effect on sell-through of the changes since a state, by period: as known then and now, each with its companies. */
import { selectedPeriods } from "../selection/scope";
import { grouped } from "@/domain/shared/numberText";
import { isPooled, type Pool } from "@/domain/measures/panel";
import type { Asked } from "../asked";
import { card } from "../card";
import { FULL_SHARE, lineChart } from "../charts/lineChart";
import { poolAt, poolRatioCell } from "../months/pooled";
import { periodAddress } from "../selection/address";
import type { TableCell } from "../tables/table";
import { unknownCell, valueCell } from "../words/cells";
import { columnsOf, periodCell } from "../words/columns";
import { count } from "../words/phrases";
import { momentNoun, momentWords } from "../choices/selectionWords";
import type { Selection } from "../selection/selection";
import { asNow } from "./since";

interface Effect {
  readonly before: Pool;
  readonly after: Pool;
}

/** Every selected period whose sell-through is known in either state; none where the selection is of today's record. */
function effectsSince({ figures, latest = figures, selection }: Asked): Effect[] {
  if (latest === figures) return [];
  return selectedPeriods({ figures: latest, selection }).flatMap((period) => {
    const [before, after] = [poolAt({ figures, selection }, period), poolAt({ figures: latest, selection }, period)];
    return isPooled(before.ratio) || isPooled(after.ratio) ? [{ before, after }] : [];
  });
}

/** Whether the two states differ for the period: another share, or a share of other companies. */
export const isOther = ({ before, after }: Effect): boolean =>
  before.ratio !== after.ratio || before.members.length !== after.members.length;

/** In percentage points: "+3.2", "−12", "0". */
function differenceCell({ before, after }: Effect, href: string | undefined): TableCell {
  if (!isPooled(before.ratio) || !isPooled(after.ratio)) return unknownCell(href);
  const points = (after.ratio - before.ratio) * 100;
  const text = grouped(points, Math.abs(points) < 10 ? 1 : 0);
  return valueCell(points.toFixed(2), points > 0 && text !== "0" ? `+${text}` : text, "derived", href);
}

const column = columnsOf<Effect>();

/** How many periods' sell-through, or the companies behind it, the changes touched. */
const changedSentence = (changed: number, all: number): string =>
  changed === 0
    ? `The changes since then gave none of the ${count(all, "period")} another sell-through, or other companies behind it.`
    : `The changes since then gave ${changed} of ${count(all, "period")} another sell-through, or other companies behind it.`;

/** "as known on 1 June 2026", "in version 1a2b3c4d5e6f of the record". */
const inThen = (selection: Selection): string | undefined =>
  selection.version === null ? momentWords(selection) : `in ${momentNoun(selection) ?? ""}`;

export const sinceEffectCard = card({
  id: "since-effect",
  page: "/changes/since",
  leads: ["/changes/since"],
  title: ({ selection }) => ["Sell-through", inThen(selection), "and as known now"].filter((part) => part !== undefined).join(" "),
  namesMoment: true,
  entries: effectsSince,
  sentence: (_, effects) => (effects.length === 0 ? undefined : changedSentence(effects.filter(isOther).length, effects.length)),
  row: (effect, asked) => ({
    key: effect.after.question.period,
    href: periodAddress(effect.after.question.period, asNow(asked.selection)),
  }),
  columns: [
    column.text("period", "Period", "Calendar month, quarter or year (UTC).", ({ after }, { selection }) =>
      periodCell(after.question.period, asNow(selection)),
    ),
    column.number("then_pct", "Then", "Sell-through of the selected miners together, as it was known then.", ({ before }, { selection }) =>
      poolRatioCell(before, periodAddress(before.question.period, selection)),
    ),
    column.number("now_pct", "Now", "The same as it is known now.", ({ after }, _, href) => poolRatioCell(after, href)),
    column.number("difference_points", "Difference", "Now less then, in percentage points.", (effect, _, href) =>
      differenceCell(effect, href),
    ),
    column.count("then_companies", "Companies then", "Companies that it stood on then.", ({ before }) => before.members.length),
    column.count("now_companies", "Companies now", "Companies that it stands on now.", ({ after }) => after.members.length),
  ],
  chart: lineChart({
    what: "two lines, sell-through as it was known then and as it is known now",
    measure: "Sell-through (sold ÷ produced)",
    format: "percent",
    series: [
      ["now_pct", "Now", "sold"],
      ["then_pct", "Then", "holds"],
    ],
    reference: FULL_SHARE,
  }),
});
