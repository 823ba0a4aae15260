/**
 * Treasuries added up: the bitcoin held by several companies at the end of a period. A consolidated child is left out where its parent is
 * in, because the parent's figure includes it: Hut 8 and American Bitcoin are never added (method.md, "Aggregates").
 */
import { isKnown, type KnownCell } from "./cell";
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
  const known = companies.flatMap((company) => {
    const cell = figures.cell(company.id, "btc_held", period, mode);
    return isKnown(cell) ? [{ company, cell }] : [];
  });
  const holders = new Map(known.map(({ company }) => [company.id, company]));
  const parentOf = (child: Company) => {
    const link = figures.consolidationsOf(child.id).find((one) => inSpan(one, month));
    return link && holders.get(link.parent);
  };
  const leftOut = known.flatMap(({ company }) => {
    const parent = parentOf(company);
    return parent ? [{ company, parent }] : [];
  });
  const members = known.filter(({ company }) => parentOf(company) === undefined);
  const held = members.reduce((sum, { cell }) => sum + cell.value, 0);
  const unknown = companies.filter(({ id }) => !holders.has(id));
  const lastKnown = held + unknown.reduce((sum, company) => sum + (lastHolding(figures, company, month, mode)?.value ?? 0), 0);
  return {
    period,
    held,
    lastKnown,
    thin: members.length === 0 || held * 5 < lastKnown * 4,
    members,
    leftOut,
    unknown,
  };
}

function lastHolding(figures: Figures, company: Company, month: Period, mode: EvidenceMode): KnownCell | undefined {
  const span = figures.reportingSpan(company.id);
  if (!span || month < span.from || shift(month, -LAST_KNOWN_MONTHS) > span.to) return undefined;
  for (let back = 1; back <= LAST_KNOWN_MONTHS; back++) {
    const cell = figures.cell(company.id, "btc_held", shift(month, -back), mode);
    if (isKnown(cell)) return cell;
  }
  return undefined;
}
