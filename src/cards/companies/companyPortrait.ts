/** A company's identity and current behaviour, in sentences and dated lines derived from the record. */
import type { AskedCompany } from "../asked";
import { type Company, inSpan, secNumbersOf, shortName, type Span } from "@/domain/facts/company";
import type { Figures } from "@/domain/figures/figures";
import { METRICS } from "@/domain/values/metric";
import { endOf, kindOf, lastMonth, monthOfDay, monthsOf, type Period, periodOfKind, yearOf } from "@/domain/values/period";
import { formatRatio, hasRatio, sellThrough } from "@/domain/measures/sellThrough";
import { policyTest, isByPolicyOnly, POLICY_LABEL, latestStance, type StanceFinding, statedPolicy } from "@/domain/measures/stance";
import { overdueFrom } from "../evidence/staleness";
import { companyAddress, figureAddress } from "../selection/address";
import { companiesByName } from "../selection/scope";
import type { Selection } from "../selection/selection";
import { enumerated, link, type Sentence, sentence } from "../tables/sentence";
import { STANCE_WORDS } from "../words/stanceWords";
import { dayName } from "@/domain/shared/dayName";
import { btc, capitalized, inPeriod, listed, periodName, shortPeriodName, thePeriod } from "../words/phrases";

/** Every line below the company's name, in reading order. */
export function portrait(asked: AskedCompany): Sentence[] {
  const { figures, selection, company } = asked;
  const all = [doesNow(asked), policyBesideStance(asked), lastReported(figures, company), consolidated(asked), knownAsOf(selection)];
  return all.filter((words) => words !== undefined);
}

/** "Riot sells more than it mines: 1,600 BTC against 1,350 BTC mined (118%) in October, November and December 2025." */
export function doesNow(asked: AskedCompany): Sentence | undefined {
  const { figures, selection, company } = asked;
  const found = latestStance(figures, company, selection.evidence);
  if (!found) return ofLastYear(asked);
  const periods = found.periods.map(({ period }) => period).toReversed();
  const when = enumerated(
    namesInOrder(periods).map((name, at) => [link(name, figureAddress(company.id, periods[at] as Period, "sell_through", selection))]),
  );
  const share = formatRatio(found.sold / found.produced);
  const start = `${shortName(company)} ${isCurrent(figures, lastMonth(found.periods[0].period)) ? STANCE_WORDS[found.stance].does : `last ${STANCE_WORDS[found.stance].did}`}`;
  const known = isByPolicyOnly(found) ? ", by its stated policy" : restsPartlyOnPolicy(found) ? ", in part by its stated policy" : "";
  return sentence`${start}: ${btcOf(found.sold, found.produced, found.stance === "holds")} (${share}${known}) in ${when}.`;
}

/** "October", "November", "December 2025": a year is named once, with its last month. */
const namesInOrder = (periods: readonly Period[]): string[] =>
  periods.map((period, at) => {
    const next = periods[at + 1];
    return next !== undefined && yearOf(next) === yearOf(period) ? thePeriod(period).replace(` ${yearOf(period)}`, "") : thePeriod(period);
  });

/** The sentence for the last year, if it has both figures and none of its months and quarters does. */
function ofLastYear({ figures, selection, company }: AskedCompany): Sentence | undefined {
  const span = figures.reportingSpan(company.id);
  if (!span) return undefined;
  const year = periodOfKind(span.to, "year");
  const value = sellThrough(figures, company.id, year, "gross", selection.evidence);
  const unknown = sentence`The sell-through of ${shortName(company)} is not known for any month or quarter of its last year of figures`;
  if (!hasRatio(value)) return sentence`${unknown}.`;
  const share = link(formatRatio(value.ratio), figureAddress(company.id, year, "sell_through", selection));
  return sentence`${unknown}; ${inPeriod(year)} it was ${share} (${btcOf(value.sold, value.produced)}).`;
}

/** "36 of 251 BTC"; "2,601 BTC against 1,325 BTC mined" where more was sold than mined; who holds says what it sold. */
function btcOf(sold: number, produced: number, holds = false): string {
  if (sold > produced) return `${btc(sold)} against ${btc(produced)} mined`;
  return `${holds ? "it sold " : ""}${btc(sold).replace(" BTC", "")} of ${btc(produced)}`;
}

const restsPartlyOnPolicy = (found: StanceFinding): boolean =>
  found.periods.some(({ sellThrough: value }) => value.cells.sold.evidence === "policy");

/** Whether a sentence may say "now" about a month: while the following months may still be unpublished. */
const isCurrent = (figures: Figures, month: Period): boolean => figures.today < overdueFrom(month);

function policyBesideStance(asked: AskedCompany): Sentence | undefined {
  const { figures, selection, company } = asked;
  const found = latestStance(figures, company, selection.evidence);
  if (!found) return undefined;
  const last = lastMonth(found.periods[0].period);
  const policy = statedPolicy(figures, company.id, last);
  if (!policy) return sentence`The record knows of no treasury policy that it had stated for ${periodName(last)}.`;
  const word = link(POLICY_LABEL[policy.policy], policy.sourceUrl);
  // The policy for those months may differ from today's.
  const stated = isCurrent(figures, last) ? "is" : "then was";
  if (isByPolicyOnly(found))
    return sentence`Its stated policy ${stated} that it ${word}. What it sold is not known, so its word cannot be tested.`;
  const { answer } = policyTest(figures, company.id, last, selection.evidence);
  if (answer === "notTested")
    return sentence`Its stated policy ${stated} that it ${word}; ${policy.policy === "mixed" ? "sales cannot show whether it kept to that" : "too little is known to test that"}.`;
  return answer === "differs"
    ? sentence`Its stated policy was that it ${word}, and it did otherwise.`
    : sentence`That ${isCurrent(figures, last) ? "is" : "was"} its stated policy: it ${word}.`;
}

/** "Its last monthly production figure is of December 2025; since then only quarters (latest: first quarter of 2026)." */
export function lastReported(figures: Figures, company: Company): Sentence | undefined {
  const span = figures.reportingSpan(company.id);
  if (!span) return sentence`The record has no figure for ${shortName(company)}.`;
  const silent = isCurrent(figures, span.to) ? "" : ` Nothing later than ${periodName(span.to)} is in the record.`;
  const flows = figures.factsOf(company.id).filter(({ metric }) => METRICS[metric].kind === "flow");
  const produced = flows.filter((fact) => fact.metric === "btc_produced" && kindOf(fact.period) === "month");
  const month = latestOf(produced.map((fact) => fact.period));
  const later = flows.map((fact) => fact.period).filter((of) => month === undefined || endOf(of) > endOf(month));
  const latest = latestOf(later);
  if (latest === undefined)
    return month === undefined
      ? sentence`The record has neither production nor sales of it.${silent}`
      : sentence`Its last monthly production figure is of ${periodName(month)}.${silent}`;
  if (month === undefined)
    return sentence`No month’s production is in the record; its latest figures of production or sales are of ${thePeriod(latest)}.${silent}`;
  const since = later.every((of) => kindOf(of) === "quarter")
    ? `since then it has given figures by the quarter only, the latest for ${thePeriod(latest)}`
    : `its latest figures of production or sales are of ${thePeriod(latest)}`;
  return sentence`Its last monthly production figure is of ${periodName(month)}; ${since}.${silent}`;
}

/** The period that ends last; the longest of those that end together. */
const latestOf = (periods: readonly Period[]): Period | undefined =>
  [...periods].sort((a, b) => (endOf(a) === endOf(b) ? monthsOf(a).length - monthsOf(b).length : endOf(a) > endOf(b) ? 1 : -1)).at(-1);

function consolidated({ figures, selection, company }: AskedCompany): Sentence | undefined {
  const now = monthOfDay(figures.today);
  const name = (id: Company["id"]) => {
    const other = figures.company(id);
    return other ? link(shortName(other), companyAddress(id, selection)) : { text: id };
  };
  const links = figures.record.consolidations.filter((c) => c.from === null || c.from <= now);
  const own = links.filter((c) => c.parent === company.id);
  const above = links.find((c) => c.child === company.id);
  const since = (span: Span) =>
    [span.from === null ? "" : `since ${periodName(span.from)}`, span.to === null ? "" : `until ${periodName(span.to)}`]
      .filter((part) => part !== "")
      .join(" ");
  const when = (span: Span) => (since(span) === "" ? "Its" : `${capitalized(since(span))} its`);
  if (above)
    return sentence`${when(above)} bitcoin has been included in what ${name(above.parent)} reports as held: the two are never added.`;
  const [first] = own;
  return (
    first &&
    sentence`${when(first)} reported holdings have included those of ${enumerated(own.map((c) => [name(c.child)]))}: they are never added.`
  );
}

function knownAsOf(selection: Selection): Sentence | undefined {
  return selection.asOf === null
    ? undefined
    : sentence`All of this is as it was known on ${dayName(selection.asOf)}: what was published later is left out.`;
}

/** "Nasdaq: HIVE", "Nasdaq: BITF, until March 2026". */
export const listingLines = (company: Company): string[] =>
  company.listings.map((listing) => {
    const dates = datesOf(listing);
    return `${listing.exchange}: ${listing.ticker}${dates === "" ? "" : `, ${dates}`}`;
  });

/** Other names, oldest first: "Riot Blockchain, Inc., until December 2022"; a later one than that of the record too. */
export const formerNameLines = (company: Company): string[] =>
  [...company.formerNames]
    .sort((a, b) => ((a.to ?? "9") > (b.to ?? "9") ? 1 : -1))
    .map((former) => [former.name, datesOf(former)].filter((part) => part !== "").join(", "));

function datesOf({ from, to }: Span): string {
  if (from !== null && to !== null) return `${shortPeriodName(from)} to ${shortPeriodName(to)}`;
  if (from !== null) return `since ${shortPeriodName(from)}`;
  return to === null ? "" : `until ${shortPeriodName(to)}`;
}

/** Where its shares trade in a month: "Nasdaq RIOT", or "not listed". */
export function listingsIn(company: Company, month: Period): string {
  const current = company.listings.filter((listing) => inSpan(listing, month));
  return current.length === 0 ? "not listed" : listed(current.map(({ exchange, ticker }) => `${exchange} ${ticker}`));
}

export function secAddress(company: Company): string | undefined {
  const [today] = secNumbersOf(company);
  return today === undefined ? undefined : `https://www.sec.gov/cgi-bin/browse-edgar?action=getcompany&CIK=${today.padStart(10, "0")}`;
}

/** The companies before and after it, by name. */
export function neighbours(figures: Figures, company: Company) {
  const order = companiesByName(figures.record);
  const at = order.findIndex(({ id }) => id === company.id);
  return { previous: order[at - 1], next: order[at + 1] };
}
