/** Bitcoin held by several companies at a period's end. A consolidated child counts within its parent (/method#consolidation). */
import { isKnown, type KnownCell, standsOnSecondHand } from "../facts/cell";
import { among, columnOf, isAmong } from "../figures/column";
import { type Company, type CompanyId, inSpan } from "../facts/company";
import type { EvidenceMode, Figures } from "../figures/figures";
import { type Numbered, numbered } from "../figures/naming";
import { oncePer } from "../shared/once";
import { lastMonth, type Period, shift } from "../values/period";

export interface Treasury {
  readonly period: Period;
  /** Sum in satoshis. */
  readonly held: number;
  readonly members: readonly Holder[];
  /** Children whose bitcoin is included in a parent of the sum. */
  readonly leftOut: readonly { readonly company: Company; readonly parent: Company }[];
  /** How many of the queried companies have no figure. */
  readonly unknownCount: number;
  /** Companies without a figure for the period's end, each with its latest earlier one, at most a year old. */
  readonly lastHolders: readonly LastHolder[];
  /** Sum of current holdings and, for companies without a figure, of the last known holdings, at most a year old. */
  readonly lastKnown: number;
  /** The sum covers less than four fifths of that, so comparing periods would compare different sets of companies. */
  readonly thin: boolean;
}

/** Maximum age of a holding that counts toward the whole. */
const LAST_KNOWN_MONTHS = 12;

/** What these companies hold together at a period's end. */
export function treasuryOf(figures: Figures, companies: readonly Company[], period: Period, mode: EvidenceMode): Treasury {
  const known = among(holdersIn(figures, period, mode), companies);
  const { held, members, leftOut } = summed(companies)(known);
  const lastHolders = among(lastHoldersIn(figures, period, mode), companies);
  const lastKnown = held + sumOf(lastHolders);
  return {
    period,
    held,
    lastKnown,
    thin: members.length === 0 || held * 5 < lastKnown * 4,
    members,
    leftOut,
    unknownCount: companies.length - known.length,
    lastHolders,
  };
}

const summed = oncePer((companies: readonly Company[]) =>
  oncePer((known: readonly Holder[]): Pick<Treasury, "held" | "members" | "leftOut"> => {
    const members: Holder[] = [];
    const leftOut: Treasury["leftOut"][number][] = [];
    for (const holder of known) {
      const { company, parent } = holder;
      if (parent && isAmong(companies, parent.id)) leftOut.push({ company, parent });
      else members.push(holder);
    }
    return { held: sumOf(members), members, leftOut };
  }),
);

const sumOf = oncePer((holders: readonly Pick<Holder, "cell">[]): number => holders.reduce((sum, { cell }) => sum + cell.value, 0));

/** The basis of a holdings figure where it is not the usual: "unencumbered part"; "" is the usual. */
export function heldBasis(figures: Figures, held: KnownCell): string {
  const [fact] = held.facts;
  return fact ? figures.basisOf(fact) : "";
}

/** The holders in a sum whose figure is on another basis than their usual one. */
export const heldOtherwise = oncePer((members: Treasury["members"]): Treasury["members"] => members.filter(({ basis }) => basis !== ""));

interface Holder extends Numbered {
  readonly company: Company;
  readonly cell: KnownCell;
  readonly basis: string;
  /** Whether the figure is based on second-hand facts. */
  readonly secondHand: boolean;
  /** The parent whose figure includes it, where that is known too. */
  readonly parent: Company | undefined;
}

const holdersIn = columnOf((figures, company, period, mode): Holder | undefined => {
  const heldAt = (id: CompanyId) => figures.cell(id, "btc_held", period, mode);
  const cell = heldAt(company.id);
  if (!isKnown(cell)) return undefined;
  const link = figures.consolidationsOf(company.id).find((one) => inSpan(one, lastMonth(period)));
  const parent = link && isKnown(heldAt(link.parent)) ? figures.company(link.parent) : undefined;
  const basis = heldBasis(figures, cell);
  return { company, cell, basis, secondHand: standsOnSecondHand(cell), parent, named: numbered(figures, [cell]) };
});

interface LastHolder extends Pick<Holder, "company" | "cell"> {
  /** The month at whose end it held that. */
  readonly month: Period;
}

const lastHoldersIn = columnOf(
  (figures, company, period, mode): LastHolder | undefined =>
    isKnown(figures.cell(company.id, "btc_held", period, mode)) ? undefined : lastHolding(figures, company, lastMonth(period), mode),
  LAST_KNOWN_MONTHS,
);

function lastHolding(figures: Figures, company: Company, month: Period, mode: EvidenceMode): LastHolder | undefined {
  const span = figures.reportingSpan(company.id);
  if (!span || month < span.from || shift(month, -LAST_KNOWN_MONTHS) > span.to) return undefined;
  for (let back = 1; back <= LAST_KNOWN_MONTHS; back++) {
    const earlier = shift(month, -back);
    const cell = figures.cell(company.id, "btc_held", earlier, mode);
    if (isKnown(cell)) return { company, cell, month: earlier };
  }
  return undefined;
}
