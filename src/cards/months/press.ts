/** A period's press pack: its report's statements in a journalist's order (lead, points, caveats), and its charts. */
import type { Asked } from "../asked";
import { isPooled } from "@/domain/measures/panel";
import { calendarKindOf, type Period } from "@/domain/values/period";
import { headlineWords, pooledCard } from "./headline";
import { holdersAndSellersCard, minersCard, soldCard } from "./periodTable";
import { poolAt } from "./pooled";
import { reportOf, type Statement } from "./report";
import { ofOnePeriod, type Selection } from "../selection/selection";
import { plain } from "../tables/sentence";
import type { Table } from "../tables/table";
import { capitalized, periodName } from "../words/phrases";

export interface PressStatement extends Statement {
  /** The sentence for quotation on its own: it names its period. */
  readonly alone: string;
}

export interface PressChart {
  readonly table: Table;
  /** The selection behind the table; its addresses carry it. */
  readonly selection: Selection;
}

export interface Press {
  readonly period: Period;
  /** Headline share, change, record: one paragraph. */
  readonly lead: readonly PressStatement[];
  /** Further statements: who sold, who held, proceeds, remaining holdings. */
  readonly points: readonly PressStatement[];
  /** Coverage and the companies not in the number. */
  readonly caveats: readonly PressStatement[];
  readonly charts: readonly PressChart[];
  readonly data: Table;
}

const LEAD = ["headline", "change", "record"];
const CAVEATS = ["coverage", "panel", "absent"];

export function pressOf({ figures, selection }: Asked, period: Period): Press {
  // The pack is about the period, whatever range is selected.
  const asked: Asked = { figures, selection: ofOnePeriod(selection) };
  const report = reportOf(asked, period);
  const words = headlineWords(poolAt(asked, period), asked.selection);
  const headline = words ? plain(words) : "";
  const statements = report.map((statement) => ({ ...statement, alone: alone(statement, headline, period) }));
  return {
    period,
    // A thin figure must say so everywhere, so the lead's headline uses these words.
    lead: statements
      .filter(({ id }) => LEAD.includes(id))
      .map((statement) => (statement.id === "headline" && words ? { ...statement, sentence: words } : statement)),
    points: statements.filter(({ id }) => !LEAD.includes(id) && !CAVEATS.includes(id)),
    caveats: statements.filter(({ id }) => CAVEATS.includes(id)),
    charts: chartsOf(asked, period),
    data: minersCard.table({ ...asked, period }),
  };
}

/** The charts of the period itself, and sell-through over time up to it. */
function chartsOf(asked: Asked, period: Period): PressChart[] {
  const { figures, selection } = asked;
  const upTo = { ...selection, per: calendarKindOf(period) ?? selection.per, to: period };
  const now = poolAt(asked, period).members.length > 0;
  return [
    ...(now ? [holdersAndSellersCard, soldCard].map((one) => ({ table: one.table({ ...asked, period }), selection })) : []),
    // Without a pooled figure for the period the chart would show another one.
    ...(isPooled(poolAt({ figures, selection: upTo }, period).ratio)
      ? [{ table: pooledCard.table({ figures, selection: upTo }), selection: upTo }]
      : []),
  ];
}

/** Makes a statement quotable alone: "That is …" and "It is …" refer to the headline and follow it; others get their period's name. */
function alone({ id, sentence }: Statement, headline: string, period: Period): string {
  const text = plain(sentence);
  if (id === "headline") return headline;
  if (LEAD.includes(id)) return `${headline} ${text}`;
  return text.includes(periodName(period)) ? text : `${capitalized(periodName(period))}: ${text}`;
}

export const paragraph = (statements: readonly Statement[]): string => statements.map(({ sentence }) => plain(sentence)).join(" ");
