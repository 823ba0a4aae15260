/**
 * Status of each company's monthly updates: awaited, due, overdue or stopped, since when, and the likely address of the next. The median
 * delay of a company's recent months sets the expected day; comparatives printed a year later are left out of it.
 */
import { median } from "simple-statistics";
import type { CompanyId } from "@/domain/facts/company";
import { type Fact, isOwn } from "@/domain/facts/fact";
import type { MetricId } from "@/domain/values/metric";
import { groupBy } from "@/domain/shared/group";
import { addDays, type Day, daysBetween, endOf, kindOf, monthOfDay, type Period, periodRange, shift } from "@/domain/values/period";
import { type AddressPattern, addressFor, type LikelyPlace, patternOf, placeText } from "../feeds/releaseAddress";
import { NOTHING_SAID, type Reporting } from "./reporting";

/** In words, most urgent first. */
export const DUE_LABEL = {
  overdue: "overdue",
  due: "due",
  stopped: "stopped reporting",
  upToDate: "up to date",
  notMonthly: "no monthly figures",
} as const;

/**
 * `upToDate`: the next month is not over. `due`: over, at most a week past the usual day. `overdue`: later. `stopped`: three months
 * overdue, or known to have ended. `notMonthly`: no monthly production ever.
 */
export type DueStatus = keyof typeof DUE_LABEL;
const BY_URGENCY = Object.keys(DUE_LABEL);

export interface Due {
  readonly company: CompanyId;
  readonly status: DueStatus;
  /** Latest month with production on record; null when there is none. */
  readonly last: Period | null;
  /** First month without a figure; null when there was never a monthly figure. */
  readonly next: Period | null;
  /** Past months without a figure after the last one, in order; for a company that has ended its updates, up to its last one. */
  readonly owed: readonly Period[];
  /** First day of the status; null for `upToDate` and `notMonthly`. */
  readonly since: Day | null;
  /** Usual publication day of the next month; null for `notMonthly`. */
  readonly expectedOn: Day | null;
  /** Days from a month's end to its figures; a default where the company has too few dated months on record. */
  readonly usualDelay: number;
  /** Likely address of the first month owed, or of the next one; null when nothing on record shows it. */
  readonly where: LikelyPlace | null;
  /** Note on the end of its updates; empty when nothing is known. */
  readonly note: string;
}

export const GRACE_DAYS = 7;
const STOPPED_AFTER_MONTHS = 3;
/** The usual case: releases appear in the month's first days. */
export const COMMON_DELAY_DAYS = 7;
const HABIT_MONTHS = 12;
const FEWEST_MONTHS = 3;
/** A first figure later than this came from a later comparison, not from a late update. */
const LATEST_UPDATE_DAYS = 60;

/** A monthly update is identified by its production: sales and holdings are also published separately (Riot's January 2026). */
const INDICATOR: MetricId = "btc_produced";

type DatedFact = Pick<Fact, "company" | "metric" | "period"> & {
  readonly source: Pick<Fact["source"], "publishedOn" | "address" | "kind">;
};

/** Day of each month's first publication; null if unknown. */
type Months = ReadonlyMap<Period, Day | null>;

/** The to-do, most urgent first: overdue, due, stopped, then the rest; within these by company. */
export function dueList(
  companies: readonly CompanyId[],
  facts: readonly DatedFact[],
  today: Day,
  reporting: Reporting = NOTHING_SAID,
): Due[] {
  const monthly = facts.filter(({ metric, period }) => metric === INDICATOR && kindOf(period) === "month");
  const byCompany = groupBy(monthly, ({ company }) => company);
  return companies
    .map((company): Due => {
      const stopped = reporting.stopped.get(company);
      const own = byCompany.get(company) ?? [];
      const due = dueOf(company, firstPublished(own), today, stopped?.last);
      const awaited = due.owed[0] ?? (due.status === "stopped" ? null : due.next);
      const where = awaited === null ? null : placeOf(learnedFrom(own), reporting.publishers.get(company), awaited);
      return { ...due, where, note: due.status === "stopped" ? (stopped?.note ?? "") : "" };
    })
    .sort((a, b) => {
      const urgency = BY_URGENCY.indexOf(a.status) - BY_URGENCY.indexOf(b.status);
      return urgency === 0 ? a.company.localeCompare(b.company) : urgency;
    });
}

/** The likely address of its next update, or why none is expected; `unknown` where neither is known. */
export function whereText({ where, note }: Pick<Due, "where" | "note">, unknown: string): string {
  if (note !== "") return note;
  return where === null ? unknown : placeText(where);
}

interface Learned {
  /** Sort key: the company's own above others', then the latest. */
  readonly rank: string;
  readonly pattern: AddressPattern;
  readonly month: Period;
}

/** Addresses that contain their month. */
const learnedFrom = (facts: readonly DatedFact[]): Learned[] =>
  facts.flatMap(({ period: month, source }) => {
    const pattern = patternOf(source.address, month);
    return pattern === undefined ? [] : [{ rank: `${isOwn(source) ? 1 : 0} ${month}`, pattern, month }];
  });

/** For a company with a known publisher, only that one's addresses count. */
function placeOf(learned: readonly Learned[], known: { publisher: string; host: string } | undefined, awaited: Period): LikelyPlace | null {
  const [latest] = learned
    .filter(({ pattern }) => known === undefined || pattern.publisher === known.host)
    .sort((a, b) => (a.rank < b.rank ? 1 : -1));
  if (latest === undefined) return known === undefined ? null : { publisher: known.publisher, address: null, learnedFrom: null };
  return { ...addressFor(latest.pattern, awaited), ...(known && { publisher: known.publisher }), learnedFrom: latest.month };
}

/** `ended`: the last month with an update, for a company that has ended them. A later update overrides it. */
function dueOf(company: CompanyId, months: Months, today: Day, ended: Period | undefined): Omit<Due, "where" | "note"> {
  const usualDelay = habitOf(months);
  const [last] = [...months.keys()].sort().reverse();
  if (last === undefined)
    return { company, status: "notMonthly", last: null, next: null, owed: [], since: null, expectedOn: null, usualDelay };
  const next = shift(last, 1);
  const over = shift(monthOfDay(today), -1);
  const hasEnded = ended !== undefined && last <= ended && ended <= over;
  const owed = periodRange(next, hasEnded ? ended : over);
  const expectedOn = addDays(endOf(next), usualDelay);
  const overdue = owed.filter((month) => today >= overdueFrom(month, usualDelay));
  const base = { company, last, next, owed, expectedOn, usualDelay };
  if (hasEnded) return { ...base, status: "stopped", since: addDays(endOf(ended), 1) };
  if (overdue.length >= STOPPED_AFTER_MONTHS) return { ...base, status: "stopped", since: overdueFrom(next, usualDelay) };
  if (overdue.length > 0) return { ...base, status: "overdue", since: overdueFrom(next, usualDelay) };
  if (owed.length > 0) return { ...base, status: "due", since: addDays(endOf(next), 1) };
  return { ...base, status: "upToDate", since: null };
}

/** First day on which a month's update is late by the company's usual delay. */
const overdueFrom = (month: Period, usualDelay: number): Day => addDays(endOf(month), usualDelay + GRACE_DAYS + 1);

function habitOf(months: Months): number {
  const delays = [...months]
    .sort(([a], [b]) => b.localeCompare(a))
    .flatMap(([month, published]) => (published === null ? [] : [daysBetween(endOf(month), published)]))
    .filter((delay) => delay > 0 && delay <= LATEST_UPDATE_DAYS)
    .slice(0, HABIT_MONTHS);
  return delays.length < FEWEST_MONTHS ? COMMON_DELAY_DAYS : Math.ceil(median(delays));
}

/** The first known publication day of each month. */
const firstPublished = (facts: readonly DatedFact[]): Months =>
  new Map(
    [...groupBy(facts, ({ period }) => period)].map(([month, same]) => [
      month,
      same.flatMap(({ source }) => source.publishedOn ?? []).sort()[0] ?? null,
    ]),
  );
