/** Maps axes to px and to a few round ticks whose texts never collide; where room is short there are fewer ticks. */
import { scaleLinear, scaleLog } from "d3-scale";
import { grouped } from "@/domain/shared/numberText";
import { oncePer } from "@/domain/shared/once";
import type { Axis, AxisFormat, AxisScale, Span, Tick } from "./model";
import { textWidth } from "./textWidth";

export type Scale = (value: number) => number;

/** Maps a value on the axis to px; values below a log axis' lower end are placed at that end. */
export function scaleOf(axis: AxisScale, range: Span): Scale {
  if (axis.kind === "log") {
    const scale = scaleLog()
      .domain([...axis.domain])
      .range([...range])
      .clamp(true);
    return (value) => scale(Math.max(value, axis.domain[0]));
  }
  // Hand-written, because each axis of each layout needs one and a d3 scale takes longer to make than all its uses.
  const [[low, high], [from, to]] = [axis.domain, range];
  const span = high - low;
  return (value) => {
    const share = span === 0 ? 0.5 : (value - low) / span;
    return from * (1 - share) + to * share;
  };
}

/** A number as an axis shows it: "1,200", "100%", "$60k". */
export function axisText(value: number, format: AxisFormat): string {
  const sign = value < 0 ? "−" : "";
  const size = Math.abs(value);
  if (format === "percent") return `${sign}${grouped(size, 2)}%`;
  if (format === "number") return `${sign}${grouped(size, 2)}`;
  if (size >= 1e9) return `${sign}$${grouped(size / 1e9, 2)}bn`;
  if (size >= 1e6) return `${sign}$${grouped(size / 1e6, 2)}m`;
  return size >= 1e3 ? `${sign}$${grouped(size / 1e3, 2)}k` : `${sign}$${grouped(size, 2)}`;
}

/** A domain from 0 (or below) to the first round number at or above `most`. */
export function roundDomain(least: number, most: number): Span {
  const [low = 0, high = 1] = scaleLinear()
    .domain([Math.min(0, least), most > 0 || least < 0 ? Math.max(0, most) : 1])
    .nice(4)
    .domain();
  return [low, high];
}

/** Ticks of an axis of numbers over `length` px of height. */
export function numberTicks(axis: Extract<Axis, { format: AxisFormat }>, length: number, spacing: number): Tick[] {
  const count = Math.max(2, Math.min(6, Math.floor(length / spacing)));
  const [low, high] = axis.domain;
  if (axis.kind === "log") return logTicks(low, high, count).map((at) => ({ at, text: axisText(at, axis.format), line: true }));
  const ticks = low < 0 ? ticksAround0(low, high, (spacing / 2) * ((high - low) / length)) : scaleLinear().domain([low, high]).ticks(count);
  return ticks.map((at) => ({ at, text: axisText(at, axis.format), line: true }));
}

/** Steps of decimals are not exact. */
const TINY = 1e-6;

/** Multiples of a step, at least `least` apart: 0 is one, and so are both ends of a round domain unless the room is too short for that. */
function ticksAround0(low: number, high: number, least: number): number[] {
  const [first = 0, second = 1] = scaleLinear().domain([low, high]).ticks(4);
  const step = (second - first) * ([1, 2, 5].find((times) => times * (second - first) >= least) ?? 10);
  const [from, to] = [Math.ceil(low / step - TINY), Math.floor(high / step + TINY)];
  return Array.from({ length: to - from + 1 }, (_, i) => Number(((from + i) * step).toPrecision(12)));
}

/** Powers of ten, with 2 and 5 between them while there is room. */
function logTicks(low: number, high: number, count: number): number[] {
  for (const steps of [[1, 2, 5], [1, 3], [1]]) {
    const ticks: number[] = [];
    for (let power = Math.floor(Math.log10(low)); power <= Math.ceil(Math.log10(high)); power++) {
      for (const step of steps) {
        const at = Number((step * 10 ** power).toPrecision(3));
        if (at >= low * 0.999 && at <= high * 1.001) ticks.push(at);
      }
    }
    if (ticks.length <= count || steps.length === 1) return ticks.length > 0 ? ticks : [low, high];
  }
  return [low, high];
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** Ticks along time over `length` px: every 1st, 3rd or 6th month, or years; the first tick of a year names it. */
export function periodTicks(periods: readonly string[], length: number, font: number): Tick[] {
  const first = periods[0];
  if (first === undefined) return [];
  const step = length / periods.length;
  const all = partsOfAll(periods);
  const perYear = first.length === 4 ? 1 : first.includes("Q") ? 4 : 12;
  for (const every of perYear === 12 ? [1, 3, 6] : [1, 2]) {
    const wanted = all.filter(({ part, year }) => (perYear === 1 ? year % every === 0 : part % every === 0));
    const ticks = wanted.map(({ at, part, year, name }, i) => ({
      at,
      text: perYear > 1 && (part === 0 || i === 0) ? (part === 0 && every > 1 && perYear === 12 ? String(year) : `${name} ${year}`) : name,
      line: false,
    }));
    if (apart(ticks, step, font)) return ticks;
  }
  const years = all.filter(({ part }) => part === 0);
  for (let every = 1; every < 50; every++) {
    const ticks = years.filter(({ year }) => year % every === 0).map(({ at, year }) => ({ at, text: String(year), line: false }));
    if (apart(ticks, step, font)) return ticks;
  }
  return [];
}

const apart = (ticks: readonly Tick[], step: number, font: number): boolean =>
  ticks.every((tick, i) => {
    const before = ticks[i - 1];
    return before === undefined || (tick.at - before.at) * step >= (textWidth(tick.text, font) + textWidth(before.text, font)) / 2 + font;
  });

/** Each layout of a chart, and its painter, ask for the same axis. */
const partsOfAll = oncePer((periods: readonly string[]) => periods.map((period, at) => ({ at, ...partsOf(period) })));

function partsOf(period: string): { year: number; part: number; name: string } {
  const year = Number(period.slice(0, 4));
  if (period.length === 4) return { year, part: 0, name: period };
  if (period.charAt(5) === "Q") return { year, part: Number(period.charAt(6)) - 1, name: period.slice(5) };
  const part = Number(period.slice(5)) - 1;
  return { year, part, name: MONTHS[part] ?? "" };
}
