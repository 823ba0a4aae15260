/** A period's press pack: its report's statements as a journalist uses them (lead, points, what to bear in mind), and its charts. */
import type { Asked } from "../asked";
import { isPooled } from "@/domain/panel";
import { calendarKindOf, type Period } from "@/domain/period";
import { headlineWords, pooledCard } from "./headline";
import { holdersAndSellersCard, minersCard, soldCard } from "./periodTable";
import { poolAt } from "./pooled";
import { reportOf, type Statement } from "./report";
import { type Selection } from "../selection/selection";
import { plain } from "../words/sentence";
import type { Table } from "../table";
import { capitalized, periodName } from "../words/phrases";

export interface PressStatement extends Statement {
  /** The sentence as it can be quoted without those around it: it names its period. */
  readonly alone: string;
}

export interface PressChart {
  readonly table: Table;
  /** The question that the table answers; its addresses carry it. */
  readonly selection: Selection;
}

export interface Press {
  readonly period: Period;
  /** Headline share, change, record: to be read in one go. */
  readonly lead: readonly PressStatement[];
  /** Who sold, who held, what it brought, what is left. */
  readonly points: readonly PressStatement[];
  /** Coverage and who is not in the number. */
  readonly caveats: readonly PressStatement[];
  readonly charts: readonly PressChart[];
  readonly data: Table;
}

const LEAD = ["headline", "change", "record"];
const CAVEATS = ["coverage", "panel", "absent"];

export function pressOf({ figures, selection }: Asked, period: Period): Press {
  // The period is told of whatever range is looked at.
  const asked: Asked = { figures, selection: { ...selection, per: "month", from: null, to: null } };
  const report = reportOf(asked, period);
  const words = headlineWords(poolAt(asked, period), asked.selection);
  const headline = words ? plain(words) : "";
  const statements = report.map((statement) => ({ ...statement, alone: alone(statement, headline, period) }));
  return {
    period,
    // A thin figure says so wherever it goes, and nothing else goes with it as far as the lead.
    lead: statements
      .filter(({ id }) => LEAD.includes(id))
      .map((statement) => (statement.id === "headline" && words ? { ...statement, sentence: words } : statement)),
    points: statements.filter(({ id }) => !LEAD.includes(id) && !CAVEATS.includes(id)),
    caveats: statements.filter(({ id }) => CAVEATS.includes(id)),
    charts: chartsOf(asked, period),
    data: minersCard.table({ ...asked, period }),
  };
}

/** The charts of the period itself, and the share over time up to it. */
function chartsOf(asked: Asked, period: Period): PressChart[] {
  const { figures, selection } = asked;
  const upTo = { ...selection, per: calendarKindOf(period) ?? selection.per, to: period };
  const now = poolAt(asked, period).members.length > 0;
  return [
    ...(now ? [holdersAndSellersCard, soldCard].map((one) => ({ table: one.table({ ...asked, period }), selection })) : []),
    // Where the period itself has no pooled figure the chart would speak of another one.
    ...(isPooled(poolAt({ figures, selection: upTo }, period).ratio)
      ? [{ table: pooledCard.table({ figures, selection: upTo }), selection: upTo }]
      : []),
  ];
}

/** "That is …" and "It is …" speak of the headline and take it with them; what names no period gets its name. */
function alone({ id, sentence }: Statement, headline: string, period: Period): string {
  const text = plain(sentence);
  if (id === "headline") return headline;
  if (LEAD.includes(id)) return `${headline} ${text}`;
  return text.includes(periodName(period)) ? text : `${capitalized(periodName(period))}: ${text}`;
}

/** Sentences as one paragraph. */
export const paragraph = (statements: readonly Statement[]): string => statements.map(({ sentence }) => plain(sentence)).join(" ");
