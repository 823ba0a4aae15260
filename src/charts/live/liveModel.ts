/**
 * What the live chart needs of a chart: where its stops and plots are. The server's drawing stays under it, so marks, words, ticks and keys
 * are not sent again.
 */
import type { ChartModel, Placement, PlacedAxes, Sketch } from "../model";

export interface LiveModel extends PlacedAxes, Pick<Sketch, "stops" | "reach"> {
  readonly layouts: readonly [Placement, ...Placement[]];
}

export function liveModel({ x, panels, stops, reach, layouts: [widest, ...others] }: ChartModel): LiveModel {
  return {
    x: { kind: x.kind, domain: x.domain, ...(x.kind === "periods" && { periods: x.periods }) },
    panels: panels.map(({ y: { kind, domain } }) => ({ y: { kind, domain } })),
    stops,
    reach,
    layouts: [placementOf(widest), ...others.map(placementOf)],
  };
}

const placementOf = ({ width, height, font, panels }: Placement): Placement => ({
  ...{ width, height, font },
  panels: panels.map(({ top, bottom, plot }) => ({ top, bottom, plot })),
});
