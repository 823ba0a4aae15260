/**
 * Treasuries added up: the bitcoin held by several companies at the end of a period. A consolidated child is left out where its parent is
 * in, because the parent's figure includes it: Hut 8 and American Bitcoin are never added (method.md, "Aggregates").
 */
import { isKnown, type KnownCell } from "./cell";
import { among, columnOf } from "./column";
import { type Company, inSpan } from "./company";
import type { EvidenceMode, Figures } from "./figures";
import { lastMonth, type Period, shift } from "./period";

export interface Treasury {
  readonly period: Period;
  /** Sum in satoshis. */
  readonly held: number;
  readonly members: readonly { readonly company: Company; readonly cell: KnownCell }[];
  /** Children whose bitcoin is inside a parent that is in the sum. */
  readonly leftOut: readonly { readonly company: Company; readonly parent: Company }[];
  /** Companies that were asked for but have no figure. */
  readonly unknown: readonly Company[];
  /** Sum of what is held now and of the last known holdings, at most a year old, of the companies without a figure. */
  readonly lastKnown: number;
  /** The sum stands for less than four fifths of that: set beside another period's it would compare sets of companies. */
  readonly thin: boolean;
}

/** How old a holding may be and still tell how much of the whole a sum stands for. */
const LAST_KNOWN_MONTHS = 12;

export function treasuryOf(figures: Figures, companies: readonly Company[], period: Period, mode: EvidenceMode = "best"): Treasury {
  const month = lastMonth(period);
  const known = among(holdersIn(figures, period, mode), companies);
  const holders = new Map(known.map(({ company }) => [company.id, company]));
  const members: Holder[] = [];
  const leftOut: Treasury["leftOut"][number][] = [];
  let held = 0;
  for (const holder of known) {
    const { company, cell } = holder;
    const link = figures.consolidationsOf(company.id).find((one) => inSpan(one, month));
    const parent = link && holders.get(link.parent);
    if (parent) leftOut.push({ company, parent });
    else {
      members.push(holder);
      held += cell.value;
    }
  }
  const lastKnown = among(lastHoldersIn(figures, period, mode), companies).reduce((sum, { cell }) => sum + cell.value, held);
  return {
    period,
    held,
    lastKnown,
    thin: members.length === 0 || held * 5 < lastKnown * 4,
    members,
    leftOut,
    unknown: companies.filter(({ id }) => !holders.has(id)),
  };
}

type Holder = Treasury["members"][number];

const holdersIn = columnOf((figures, company, period, mode): Holder | undefined => {
  const cell = figures.cell(company.id, "btc_held", period, mode);
  return isKnown(cell) ? { company, cell } : undefined;
});

/** Those without a figure for the period's end, with their last one before it. */
const lastHoldersIn = columnOf((figures, company, period, mode): Holder | undefined => {
  if (isKnown(figures.cell(company.id, "btc_held", period, mode))) return undefined;
  const cell = lastHolding(figures, company, lastMonth(period), mode);
  return cell && { company, cell };
});

function lastHolding(figures: Figures, company: Company, month: Period, mode: EvidenceMode): KnownCell | undefined {
  const span = figures.reportingSpan(company.id);
  if (!span || month < span.from || shift(month, -LAST_KNOWN_MONTHS) > span.to) return undefined;
  for (let back = 1; back <= LAST_KNOWN_MONTHS; back++) {
    const cell = figures.cell(company.id, "btc_held", shift(month, -back), mode);
    if (isKnown(cell)) return cell;
  }
  return undefined;
}
