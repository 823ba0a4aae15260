/** Finds the month of a document by the record; it does not correct a year written beside a month's name. */
import type { MetricId } from "@/domain/values/metric";
import { monthsBetween, type Period } from "@/domain/values/period";
import type { About } from "../about/about";
import { contradicted, same } from "./evidence";
import { addMonths, isMonth, type Month, monthNumber } from "../mentions/months";
import { bestOf, type Proposal, type Scored } from "./proposals";
import { keyOf, type RecordView } from "./recordView";

/** Number of month hypotheses tried, number of figures used for this, and the minimum chance of these. */
const FITTED = 14;
const MOST_FITTED = 400;
const CLEAR = 0.3;

/**
 * The document with its months ranked anew by the record: months whose figures are on record, or similar to the record's shortly before,
 * gain votes. `proposals`: the figures that a document about a given month states.
 */
export function fittedToRecord(
  about: About,
  view: RecordView,
  scored: readonly Scored[],
  proposals: (clear: readonly Scored[], month: Month) => readonly Proposal[],
): About {
  if (isSure(about)) return about;
  const clear = scored.filter(({ probabilities: own }) => (bestOf(own)?.[1] ?? 0) >= CLEAR).slice(0, MOST_FITTED);
  const companies = new Set(
    [about.company, ...(about.multi ? clear.map(({ raw }) => raw.company) : [])].filter((one) => one !== undefined),
  );
  return withFit(withLast(about, view, companies), { view, companies, proposals: (month) => proposals(clear, month) });
}

/** Adds the record's last month and the one after it to months without any that is grounded. */
function withLast(about: About, view: RecordView, companies: ReadonlySet<string>): About {
  if (view.end === undefined || about.months.some(({ grounded }) => grounded)) return about;
  const named = (month: Month): boolean => about.months.some((one) => one.month === month);
  const last = [view.end, addMonths(view.end, 1)].filter((month) => !named(month) && newsOf(companies, month, view) === NEWS);
  return { ...about, months: [...last.map((month) => ({ month, votes: 0, grounded: false, named: false })), ...about.months] };
}

interface Told {
  readonly view: RecordView;
  /** The companies whose figures the document gives. */
  readonly companies: ReadonlySet<string>;
  readonly proposals: (month: Month) => readonly Proposal[];
}

function withFit(about: About, { view, companies, proposals }: Told): About {
  const months = about.months.slice(0, FITTED).map((hypothesis) => {
    const { month } = hypothesis;
    const near = [0, -1, -2, -3, -12].map((by) => addMonths(month, by));
    const proposed = proposals(month).filter(({ period }) => !isMonth(period) || near.includes(period));
    const reckoned = proposed.filter((one) => !one.exact && one.raw.value >= LEAST_TELLING);
    const telling = new Set(reckoned.filter((one) => isOnRecord(one, view)).map(keyOf));
    const fits = FIT * telling.size;
    // Contradictions count for "In February" without a year; a month written with only one year is of that year.
    const rival = about.months.some((one) => one.grounded && one.month !== month && monthNumber(one.month) === monthNumber(month));
    const others =
      hypothesis.grounded && !rival
        ? []
        : [...new Set(reckoned.filter((one) => isContradicted(one, view)).map(keyOf))].filter((key) => !telling.has(key));
    const like = proposed
      .filter(({ period, chance }) => period === month && chance >= 0.4)
      .reduce((sum, one) => sum + view.likeness(one.raw.value, one), 0);
    const fit = Math.min(fits, MOST_FIT) + Math.max(-2, Math.min(2, like));
    const far = hypothesis.grounded || view.end === undefined ? 0 : FAR * Math.abs(monthsBetween(month as Period, view.end as Period));
    const against = Math.min(MOST_AGAINST, AGAINST * others.length);
    return { ...hypothesis, fit, votes: hypothesis.votes + newsOf(companies, month, view) + fit - far - against };
  });
  // A month that nothing names counts only if its figures fit.
  const told = months.filter(({ named, grounded, fit }) => named || grounded || fit > 0);
  return { ...about, months: [...told, ...about.months.slice(FITTED)].sort((a, b) => b.votes - a.votes) };
}

/** Most statements are about recent months: votes deducted per month between a month and the record's end. */
const FAR = 0.012;

/** Votes for a month after months on record: of two possible years of a month's name, the one in which the company reported. */
const NEXT = 0.5;
/** The same if the record ends with them: most statements about a company are recent. */
const NEWS = 2.5;
/** Months back to the last report: a quarterly text is about the third month after it. */
const AROUND = [1, 2, 3];

function newsOf(companies: ReadonlySet<string>, month: Month, view: RecordView): number {
  const reports = (by: number): boolean => [...companies].some((company) => view.reports(company, addMonths(month, by)));
  if (!AROUND.some((by) => reports(-by))) return 0;
  return [0, ...AROUND].some(reports) ? NEXT : NEWS;
}

/** Smaller amounts occur in many months. */
const LEAST_TELLING = 20;

/** Votes for a figure that the record has for the same time, given this month. */
const FIT = 3;
const MOST_FIT = 9;

const isOnRecord = ({ company, metric, period, raw }: Proposal, view: RecordView): boolean =>
  view.figures(company, metric, period).some((known) => same(raw.value, raw.decimals, known));

/** Votes against a month per clear figure for which the record has another amount at the same time, given this month. */
const AGAINST = 1.5;
const MOST_AGAINST = 4.5;
const CLEARLY = 0.6;

const isContradicted = ({ company, metric, period, chance, raw }: Proposal, view: RecordView): boolean =>
  chance >= CLEARLY &&
  OWN_OF_MONTH.has(metric) &&
  raw.bound !== true &&
  raw.range !== true &&
  contradicted(raw.value, view.figures(company, metric, period));
const OWN_OF_MONTH = new Set<MetricId>(["btc_produced", "btc_held"]);

/** The month is certain if it is named, with its year or beside a publication day, has enough votes, and more than any other. */
export function isSure({ months }: About): boolean {
  const [best, next] = months;
  return best !== undefined && best.grounded && best.named && best.votes >= 6 && best.votes > (next?.votes ?? 0);
}
