/** Changes of holdings over a period in satoshis, or why unknown: same basis at both ends (/method#basis), children inside their parent. */
import { isKnown, type KnownCell, type MissingCell, standsOnSecondHand } from "../facts/cell";
import { among, columnOf } from "../figures/column";
import { type Company, type CompanyId, inSpan } from "../facts/company";
import type { EvidenceMode, Figures } from "../figures/figures";
import { type Numbered, numbered } from "../figures/naming";
import { once, oncePer } from "../shared/once";
import { lastMonth, type Period, shift } from "../values/period";
import type { Consolidation } from "../facts/record";
import { heldBasis, type Treasury } from "./treasury";

interface HoldingsChange {
  readonly from: KnownCell;
  readonly to: KnownCell;
  /** In satoshis; below 0: it holds less. */
  readonly change: number;
}

/** Both ends are known, but count different things. */
interface OtherBasis {
  readonly evidence: "otherBasis";
}

export const isChange = (of: HoldingsChange | OtherBasis | MissingCell): of is HoldingsChange => "change" in of;

/** The change of one company's holdings over a period; else which end is missing and why, the later end first. */
export function holdingsChange(
  figures: Figures,
  company: CompanyId,
  period: Period,
  mode: EvidenceMode,
): HoldingsChange | OtherBasis | MissingCell {
  const to = figures.cell(company, "btc_held", period, mode);
  if (!isKnown(to)) return to;
  const from = figures.cell(company, "btc_held", shift(period, -1), mode);
  if (!isKnown(from)) return from;
  return heldBasis(figures, from) === heldBasis(figures, to) ? { from, to, change: to.value - from.value } : { evidence: "otherBasis" };
}

export interface ChangeTogether {
  readonly period: Period;
  /** Sum in satoshis over the members; other companies are ignored. */
  readonly change: number;
  /** Those with a change; a consolidated child is listed and counted with its parent. */
  readonly members: readonly MemberChange[];
  /** How many companies have none. */
  readonly unknownCount: number;
  /** The members hold less than four fifths of the last known holdings of all these companies. */
  readonly thin: boolean;
}

interface MemberChange extends HoldingsChange, Numbered {
  readonly company: Company;
  /** Whether one of its ends is based on second-hand facts. */
  readonly secondHand: boolean;
  /** Those in which it is the child, at any time. */
  readonly consolidations: readonly Consolidation[];
}

/** `treasury`: holdings of the same companies at the period's end. */
export function changeTogether(
  figures: Figures,
  companies: readonly Company[],
  { period, lastKnown }: Treasury,
  mode: EvidenceMode,
): ChangeTogether {
  const members = among(changesIn(figures, period, mode), companies);
  const { start, end } = endsOf(period)(members);
  return {
    period,
    change: end - start,
    members,
    unknownCount: companies.length - members.length,
    thin: members.length === 0 || end * 5 < lastKnown * 4,
  };
}

/** Their total holdings at both ends of a period. */
const endsOf = once((period: Period) =>
  oncePer((members: readonly MemberChange[]) => {
    const children = members.filter(({ consolidations }) => consolidations.length > 0);
    const ids = new Set(children.length === 0 ? [] : members.map(({ company }) => company.id));
    const sumAt = (month: Period, side: "from" | "to") => {
      let sum = 0;
      for (const member of members) sum += member[side].value;
      for (const child of children) if (isInParent(child, month, ids)) sum -= child[side].value;
      return sum;
    };
    return { start: sumAt(lastMonth(shift(period, -1)), "from"), end: sumAt(lastMonth(period), "to") };
  }),
);

const changesIn = columnOf((figures, company, period, mode): MemberChange | undefined => {
  const found = holdingsChange(figures, company.id, period, mode);
  if (!isChange(found)) return undefined;
  const secondHand = standsOnSecondHand(found.from) || standsOnSecondHand(found.to);
  const named = numbered(figures, [found.from, found.to]);
  return { ...found, company, secondHand, named, consolidations: figures.consolidationsOf(company.id) };
});

/** Whether a company's bitcoin is included in the figure of a parent that is itself a member. */
function isInParent({ consolidations }: MemberChange, month: Period, members: ReadonlySet<CompanyId>): boolean {
  return consolidations.some((one) => inSpan(one, month) && members.has(one.parent));
}
