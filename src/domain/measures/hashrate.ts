/** The hashrate by which a period's production is divided: the average, else what is deployed at its end, where that is above 0. */
import { isKnown, type KnownCell } from "../facts/cell";
import type { CompanyId } from "../facts/company";
import type { EvidenceMode, Figures } from "../figures/figures";
import type { Period } from "../values/period";

export interface Hashrate {
  /** In EH/s. */
  readonly cell: KnownCell;
  readonly by: "avg_ehs" | "deployed_ehs";
}

/** Undefined where neither is known. */
export function hashrateOf(figures: Figures, company: CompanyId, period: Period, mode: EvidenceMode): Hashrate | undefined {
  for (const by of ["avg_ehs", "deployed_ehs"] as const) {
    const cell = figures.cell(company, by, period, mode);
    if (isKnown(cell) && cell.value > 0) return { cell, by };
  }
  return undefined;
}
