/** Figures that are new, restated or withdrawn since an earlier state, by the shown value: a second source for it is no change. */
import { byFirst } from "../shared/group";
import { type Cell, isKnown, type KnownCell } from "../facts/cell";
import { keyOf, type OfFigure } from "../facts/fact";
import type { EvidenceMode, Figures } from "../figures/figures";
import { METRIC_IDS } from "../values/metric";
import { byTime } from "../values/period";

export type FigureChange = OfFigure &
  (
    | { readonly kind: "new"; readonly after: KnownCell }
    | { readonly kind: "restated"; readonly before: KnownCell; readonly after: KnownCell }
    | { readonly kind: "withdrawn"; readonly before: KnownCell; readonly after: Cell }
  );

/** Changes of stated figures from `before` to `after`; the latest period first, then by company and metric. */
export function changesSince(before: Figures, after: Figures, mode: EvidenceMode): FigureChange[] {
  const keys = new Map<string, OfFigure>();
  for (const { record } of [before, after]) {
    for (const { company, metric, period } of record.facts) keys.set(keyOf({ company, metric, period }), { company, metric, period });
  }
  const changes = [...keys.values()].flatMap((key): FigureChange[] => {
    // A company that is absent from one of the states has no figure there.
    const at = (figures: Figures): Cell | undefined =>
      figures.company(key.company) === undefined ? undefined : figures.cell(key.company, key.metric, key.period, mode);
    const [was, is] = [at(before), at(after)];
    const [wasKnown, isNow] = [was !== undefined && isKnown(was) ? was : undefined, is !== undefined && isKnown(is) ? is : undefined];
    if (wasKnown === undefined) return isNow === undefined ? [] : [{ ...key, kind: "new", after: isNow }];
    if (isNow === undefined)
      return [{ ...key, kind: "withdrawn", before: wasKnown, after: is ?? { evidence: "missing", reason: "notDisclosed" } }];
    return wasKnown.value === isNow.value ? [] : [{ ...key, kind: "restated", before: wasKnown, after: isNow }];
  });
  const order = (change: FigureChange) => METRIC_IDS.indexOf(change.metric);
  return changes.sort((a, b) => byFirst(byTime(b.period, a.period), a.company.localeCompare(b.company), order(a) - order(b)));
}
