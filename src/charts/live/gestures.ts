/** Touch and mouse gestures on a chart, as events and plain data. Apart from the components: the page's first script uses it. */

export interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly touch: boolean;
}

/** Sent to a chart that was tapped before it was live. */
export const TAP_EVENT = "charttap";

/** Sent by a chart when a range was drawn over it; bubbles. */
export const RANGE_EVENT = "chartrange";

/** First and last period of the range: "2024-01", "2025-04". */
export interface RangeChosen {
  readonly from: string;
  readonly to: string;
}

interface EarlyTap extends Pointed {
  readonly chart: Element;
}

/** In <head>: a tap on a drawing that will become live is kept for the chart. */
export const EARLY_TAP_SCRIPT = `(function(d,w){var t="";d.addEventListener("pointerdown",function(e){t=e.pointerType},true);d.addEventListener("click",function(e){var c=t==="touch"&&e.target.closest&&e.target.closest('.chart-live[data-live="waiting"]');if(!c)return;w.earlyTap={x:e.clientX,y:e.clientY,touch:true,chart:c};c.dispatchEvent(new CustomEvent("${TAP_EVENT}"))},true)})(document,window)`;

export const hasEarlyTap = (chart: Element): boolean => (window as { earlyTap?: EarlyTap }).earlyTap?.chart === chart;

/** Takes the tap that a chart got before it was live, so that it is handled once. */
export function takeEarlyTap(chart: Element): Pointed | undefined {
  const shared = window as { earlyTap?: EarlyTap };
  const tap = shared.earlyTap;
  if (tap?.chart !== chart) return undefined;
  delete shared.earlyTap;
  return { x: tap.x, y: tap.y, touch: true };
}
