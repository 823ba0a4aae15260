/** Votes for the month that a document is about, by the months in its first lines and by its publication day. */
import type { Day } from "@/domain/values/period";
import { addMonths, lastMonthOf, type Month, monthOf } from "../mentions/months";
import { settle } from "../mentions/settle";
import { isMonthName, type Time } from "../mentions/time";

export interface Hypothesis {
  /** The month from which missing years and "last month" are derived. */
  readonly month: Month;
  readonly votes: number;
  /** Month and year are written, or follow from the publication day. */
  readonly grounded: boolean;
  /** The document or its address names it, with its year or without. */
  readonly named: boolean;
}

/** A time of the first lines. */
export interface PlacedTime {
  readonly time: Time;
  /** Characters from the start of the page's text; 0 in the title. */
  readonly at: number;
  readonly before: string;
  readonly compared: boolean;
  /** Something is planned for this time. */
  readonly planned: boolean;
}

/** Votes by month. */
export class Votes {
  private readonly count = new Map<Month, Omit<Hypothesis, "month">>();

  add(month: Month | undefined, by: number, grounded: boolean, named = true): void {
    if (month === undefined) return;
    const before = this.count.get(month) ?? { votes: 0, grounded: false, named: false };
    this.count.set(month, { votes: before.votes + by, grounded: before.grounded || grounded, named: before.named || named });
  }

  ranked(): Hypothesis[] {
    return [...this.count]
      .map(([month, about]) => ({ month, ...about }))
      .sort((a, b) => (a.votes === b.votes ? (a.month < b.month ? 1 : -1) : b.votes - a.votes));
  }
}

/** Characters in which most documents state their month. */
export const FIRST_WORDS = 250;

/** Votes for months written with their year; earlier mentions count more. */
export function voteByText(votes: Votes, times: readonly PlacedTime[]): void {
  for (const { time, at, compared, planned } of times) {
    if ((time.kind !== "month" && time.kind !== "day") || compared || planned) continue;
    const { period, sense } = settle(time, undefined);
    if (sense === "month") votes.add(period, at < FIRST_WORDS ? 3 : at < 900 ? 2 : 1, true);
    else if (sense === "day") votes.add(period, 1, true);
  }
}

const BARE_MONTHS = 2;
/** With this many votes for a month with its year, month names without a year are ignored; with fewer, they count less. */
export const SETTLED = 4;
const BESIDE_DATED = 0.25;
const LEADING = 1.5;
/** Votes for a year that the document names; each figure that the record has in another year counts more. */
const NAMED = 1.5;

/** Votes for a month never written with a year, in each year named or on record; only a fit with the record makes one likely. */
export function voteByNames(votes: Votes, times: readonly PlacedTime[], said: string, years: ReadonlySet<number>): void {
  const best = votes.ranked()[0]?.votes ?? 0;
  if (best >= SETTLED) return;
  const dated = new Set(times.flatMap(({ time, compared }) => (time.kind === "month" && !compared ? [time.month] : [])));
  // A month in the first words is the document's, whatever dated months follow further down.
  const first = times.find(({ time, compared }) => isMonthName(time) && !compared);
  const leading = first !== undefined && first.time.kind === "monthOnly" && first.at < FIRST_WORDS ? first.time.month : undefined;
  const bare = times.flatMap(({ time, compared }) => {
    const named = time.ago === true || time.year !== undefined || compared ? undefined : monthNamed(time);
    return named === undefined || (dated.has(named) && named !== leading) ? [] : [named];
  });
  const count = (month: number): number => bare.filter((one) => one === month).length;
  const named = [...new Set(bare)].sort((a, b) => count(b) - count(a)).slice(0, BARE_MONTHS);
  // "June, against June 2023", "January, below December 2023": the first month of that name after the dated one.
  const later = times.flatMap(({ time: { kind, month = 0, year }, compared }) => {
    const of = [month, leading, ...(best > 0 ? [] : named)].find((one) => one !== undefined && named.includes(one));
    return kind === "month" && compared && year !== undefined && of !== undefined ? [monthOf(of > month ? year : year + 1, of)] : [];
  });
  for (const month of new Set(later)) votes.add(month, SETTLED, true);
  const weightOf = (month: number): number => (month === leading ? LEADING : best > 0 ? BESIDE_DATED : 1);
  // "A contract of 2018": before any company reported.
  const earliest = Math.min(...(years.size > 0 ? years : [0]));
  const written = new Set([...said.matchAll(/(?<!\d)20\d\d(?!\d)/g)].map(([year]) => Number(year)).filter((year) => year >= earliest));
  const plans = times.flatMap(({ time, planned }) =>
    planned && time.year !== undefined && time.year >= earliest ? [settle(time, undefined).period ?? []].flat() : [],
  );
  const [plan] = plans.map(lastMonthOf).sort();
  for (const year of new Set([...years, ...written])) {
    for (const month of named) {
      const of = monthOf(year, month);
      if (plan !== undefined && of >= plan) continue;
      const likely = written.has(year) ? NAMED : 0;
      votes.add(of, weightOf(month) * (0.4 * Math.min(count(month), 4) + likely), false);
    }
  }
}

/** The month (1 to 12) that a time without a year names or ends with. */
function monthNamed(time: Time): number | undefined {
  if (time.kind === "quarter") return time.quarter === undefined ? undefined : 3 * time.quarter;
  return time.kind === "monthOnly" || time.kind === "dayOnly" || time.kind === "span" ? time.month : undefined;
}

/** A publication is most likely about the month before. */
export function voteByPublication(votes: Votes, days: readonly Day[], told: boolean): void {
  for (const month of new Set(days.map((day) => day.slice(0, 7)))) votes.add(addMonths(month, -1), told ? 6 : 4, true, false);
}
