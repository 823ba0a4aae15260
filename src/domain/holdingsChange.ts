/**
 * Changes of holdings: what is held at a period's end less what was held at its beginning, for one company and for several together.
 * Figures + companies + period → amounts in satoshis, or why there is none. A stock is compared with itself only where both ends are
 * known and count the same thing (method.md, "From facts to a cell"); a consolidated child is counted in its parent at whichever end it was one.
 */
import { isKnown, type KnownCell, type MissingCell } from "./cell";
import { among, columnOf } from "./column";
import { type Company, type CompanyId, inSpan } from "./company";
import type { EvidenceMode, Figures } from "./figures";
import { lastMonth, type Period, shift } from "./period";
import type { Treasury } from "./treasury";

export interface HoldingsChange {
  readonly from: KnownCell;
  readonly to: KnownCell;
  /** In satoshis; below 0: it holds less. */
  readonly change: number;
}

/** Both ends are known, but count different things. */
export interface OtherBasis {
  readonly evidence: "otherBasis";
}

export const isChange = (of: HoldingsChange | OtherBasis | MissingCell): of is HoldingsChange => "change" in of;

/** The change of one company's holdings over a period; else which end is missing and why, the later end first. */
export function holdingsChange(
  figures: Figures,
  company: CompanyId,
  period: Period,
  mode: EvidenceMode = "best",
): HoldingsChange | OtherBasis | MissingCell {
  const to = figures.cell(company, "btc_held", period, mode);
  if (!isKnown(to)) return to;
  const from = figures.cell(company, "btc_held", shift(period, -1), mode);
  if (!isKnown(from)) return from;
  return heldBasis(figures, from) === heldBasis(figures, to) ? { from, to, change: to.value - from.value } : { evidence: "otherBasis" };
}

/** What a holdings figure counts where it is not the usual: "unencumbered part"; "" is the usual. */
export function heldBasis(figures: Figures, held: KnownCell): string {
  const [fact] = held.facts;
  return fact ? figures.basisOf(fact) : "";
}

export interface ChangeTogether {
  readonly period: Period;
  /** Sum in satoshis over the members; nothing is said of the others. */
  readonly change: number;
  /** Those with a change; a consolidated child is listed and counted with its parent. */
  readonly members: readonly (HoldingsChange & { readonly company: Company })[];
  /** Companies without one. */
  readonly unknown: readonly Company[];
  /** The members hold less than four fifths of what all of these companies held when last known. */
  readonly thin: boolean;
}

/** `treasury` is what the same companies hold at the period's end. */
export function changeTogether(
  figures: Figures,
  companies: readonly Company[],
  { period, lastKnown }: Treasury,
  mode: EvidenceMode = "best",
): ChangeTogether {
  const members = among(changesIn(figures, period, mode), companies);
  const ids = new Set(members.map(({ company }) => company.id));
  const sumAt = (end: Period, side: "from" | "to") =>
    members.filter(({ company }) => !isInParent(figures, company, end, ids)).reduce((sum, member) => sum + member[side].value, 0);
  const [start, end] = [sumAt(lastMonth(shift(period, -1)), "from"), sumAt(lastMonth(period), "to")];
  return {
    period,
    change: end - start,
    members,
    unknown: companies.filter(({ id }) => !ids.has(id)),
    thin: members.length === 0 || end * 5 < lastKnown * 4,
  };
}

const changesIn = columnOf((figures, company, period, mode): ChangeTogether["members"][number] | undefined => {
  const found = holdingsChange(figures, company.id, period, mode);
  return isChange(found) ? { ...found, company } : undefined;
});

/** Whether a company's bitcoin is inside the figure of a parent that is itself among the members. */
function isInParent(figures: Figures, child: Company, month: Period, members: ReadonlySet<CompanyId>): boolean {
  return figures.consolidationsOf(child.id).some((one) => inSpan(one, month) && members.has(one.parent));
}
