/** The headline: a true sentence about the latest period with enough companies, and what it rests on. */
import { KNOWN_LEVELS } from "@/domain/facts/cell";
import { among } from "@/domain/figures/column";
import { shortName } from "@/domain/facts/company";
import { expectedIn } from "@/domain/measures/expected";
import { only } from "@/domain/shared/group";
import { kindOf, lastMonth, monthOfDay, monthsBetween } from "@/domain/values/period";
import { type Coverage, coversLittle, isPooled, panelCompanies, type Pool, THIN_COMPANIES } from "@/domain/measures/panel";
import { formatRatio } from "@/domain/measures/sellThrough";
import { periodAddress } from "../selection/address";
import type { Asked } from "../asked";
import { card } from "../card";
import { pooledChart } from "../charts/periodCharts";
import { coverageShare, headlines, POOL_TABLE, pooledTitle, pools } from "./pooled";
import { filterOf, type Selection } from "../selection/selection";
import { joinSentences, link, type Sentence, sentence } from "../tables/sentence";
import { btc, capitalized, companyNames, count, inPeriod, listed, panelCount, thePeriod } from "../words/phrases";

/** "In April 2025, 5 Nasdaq-listed miners sold 83% of the bitcoin they produced, …". Undefined when nobody is in the panel. */
export function headlineSentence(at: Pool, selection: Selection): Sentence | undefined {
  if (!isPooled(at.ratio)) return undefined;
  const { period } = at.question;
  const one = only(at.members);
  const who = one ? shortName(one.company) : panelCount(at.members.length, selection);
  const share = link(formatRatio(at.ratio), periodAddress(period, selection));
  const start = `${capitalized(inPeriod(period))}, ${who}`;
  if (selection.basis === "net" && at.ratio < 0)
    return sentence`${start}${one ? "" : " together"} bought more bitcoin than ${one ? "it" : "they"} sold: sales less purchases were ${share} of ${one ? "its" : "their"} production.`;
  if (selection.basis === "net") return sentence`${start} sold, net of purchases, ${share} of the bitcoin ${one ? "it" : "they"} produced.`;
  if (one) return sentence`${start} sold ${share} of the bitcoin it produced.`;
  // "Together": some of them may have sold less than they produced.
  return at.ratio > 1
    ? sentence`${start} together sold more bitcoin than they produced: ${share} of their production.`
    : sentence`${start} sold ${share} of the bitcoin they produced.`;
}

/** Why a figure is thin: which of the two bounds it is below. */
function thinSentence({ coverage, members }: Pool): string {
  const few = members.length === 1 ? "one company alone" : `fewer than ${THIN_COMPANIES} companies`;
  const reasons = [
    ...(members.length < THIN_COMPANIES ? [few] : []),
    ...(coversLittle(coverage) ? ["less than half of the production to be expected"] : []),
  ];
  return `The figure is thin: it stands on ${listed(reasons)}.`;
}

/** The headline for use away from the page, where no mark stands beside it: a thin figure says so. */
export function headlineWords(at: Pool, selection: Selection): Sentence | undefined {
  const words = headlineSentence(at, selection);
  return words && at.thin ? sentence`${words} ${thinSentence(at)}` : words;
}

/** Comparison with the period before: only where both are pooled, with a remark when that one is thin or has another panel. */
export function changeSentence(at: Pool, before: Pool | undefined, selection: Selection): Sentence | undefined {
  if (!before || !isPooled(at.ratio) || !isPooled(before.ratio)) return undefined;
  const points = Math.round(at.ratio * 100) - Math.round(before.ratio * 100);
  const earlier = link(formatRatio(before.ratio), periodAddress(before.question.period, selection));
  const move = points === 0 ? "about the same as" : `${count(Math.abs(points), "percentage point")} ${points > 0 ? "more" : "less"} than`;
  return sentence`That is ${move} ${inPeriod(before.question.period)} (${earlier}${caveatOf(at, before)}).`;
}

/** What to bear in mind of the period before. What holds of both alike is said of the first. */
function caveatOf(at: Pool, before: Pool): string {
  const same = samePanel(at, before);
  if (before.thin && !(at.thin && same && thinWords(at) === thinWords(before))) return `, a thin figure: ${thinWords(before)}`;
  return same ? "" : ", by a different set of companies";
}

/**
 * The basis of a thin figure: "2 companies with 38% of the production to be expected". That it is all of it says nothing to a reader who
 * picked the companies: "one company alone", "2 companies".
 */
export function thinWords(at: Pool): string {
  const share = coverageShare(at);
  const n = at.members.length;
  if (share === undefined || share >= 1) return n === 1 ? "one company alone" : count(n, "company");
  return `${count(n, "company")} with ${formatRatio(share)} of the production to be expected`;
}

/** The basis of the number: companies, share of expected production, and evidence for the sold part. */
export function coverageSentence(at: Pool, selection: Selection): Sentence | undefined {
  const share = coverageShare(at);
  if (share === undefined || at.members.length === 0) return undefined;
  const alone = only(at.members);
  const one = alone && shortName(alone.company);
  const thin = at.thin ? [thinSentence(at)] : [];
  // Companies that a reader picked stand for themselves.
  if (filterOf(selection).kind === "picked" && at.members.length === at.passing && share >= 1) {
    const words = [...evidenceOf(at, one ?? `the ${count(at.members.length, "company")}`), ...thin];
    return words.length === 0 ? undefined : sentence`${words.join(" ")}`;
  }
  const stand = one === undefined ? `The ${count(at.members.length, "company")} stand` : `${one} stands`;
  const basis = sentence`${stand} for ${formatRatio(share)} of what ${expectedMiners(at.coverage, selection)} may be expected to have produced ${inPeriod(at.question.period)} (${btc(at.coverage.produced)} of ${btc(at.coverage.expectedProduced)}${carriedClause(at)}).`;
  return joinSentences([basis, ...[...evidenceOf(at, one === undefined ? "they" : "it"), ...thin].map((words) => sentence`${words}`)]);
}

/** "14 Nasdaq-listed miners": those that pass the panel's filter and are expected to have produced, which need not be all of them. */
const expectedMiners = ({ expectedCompanies: n }: Coverage, selection: Selection): string =>
  n === 1 ? "it alone" : panelCount(n, selection);

/** How much of the expected production is carried forward rather than known, and how many companies it leaves out. */
function carriedClause({ coverage: { carriedCompanies, expectedCompanies }, passing }: Pool): string {
  const unknown = passing - expectedCompanies;
  const parts = [
    carriedCompanies === 0 ? "" : `for ${count(carriedCompanies, "company")} the latest known rate is taken`,
    unknown === 0 ? "" : `of ${count(unknown, "more company")} no rate is known`,
  ].filter((part) => part !== "");
  return parts.length === 0 ? "" : `; ${parts.join(", and ")}`;
}

/** The other kind of period beside the headline: "Of the whole first quarter of 2026, 4 Nasdaq-listed miners sold 488% …". */
export function besideSentence(beside: Pool | undefined, selection: Selection): Sentence | undefined {
  const words = beside && headlineSentence(beside, selection);
  // The user set the range's end, so later periods that would qualify are unknown here.
  if (selection.to !== null) return words;
  return (
    words &&
    sentence`${capitalized(thePeriod(beside.question.period))} is the latest ${kindOf(beside.question.period)} with enough companies. ${words}`
  );
}

/** The companies that pass the filter and have published nothing for a month after the headline's period. */
export function silentSentence({ figures, selection }: Asked, at: Pool): Sentence | undefined {
  const end = lastMonth(at.question.period);
  const expected = among(expectedIn(figures, at.question.period), panelCompanies(figures, at.question)).map(({ company }) => company);
  const silent = expected.filter(({ id }) => (figures.reportingSpan(id)?.to ?? "") <= end);
  if (monthsBetween(end, monthOfDay(figures.today)) <= 1 || expected.length === 0) return undefined;
  const one = only(expected);
  if (one && silent.length === 0)
    return sentence`${shortName(one)} has published figures for a later month, but not both what it produced and what it sold.`;
  const all = panelCount(expected.length, selection);
  if (silent.length === 0)
    return sentence`Each of these ${all} has published figures for a later month, but too few have stated both what they produced and what they sold.`;
  // "12 of these 18 Nasdaq-listed miners"; of the 15 largest their number alone.
  const these = filterOf(selection).kind === "largest15" ? expected.length : all;
  const names = silent.length > NAMED_SILENT ? `${silent.length} of these ${these}` : companyNames(silent);
  return sentence`No figure for a later month has been published by ${names}.`;
}

/** Up to this many companies are named one by one. */
const NAMED_SILENT = 8;

/** "The figure counts Bitfarms, Cipher, IREN, MARA and Riot." */
export const panelSentence = (at: Pool): Sentence =>
  sentence`The figure counts ${companyNames(at.members.map(({ company }) => company))}${at.members.length === 1 ? " alone" : ""}.`;

/** By which evidence the sales are known: "Of what they sold, 82% was reported and 18% was derived from other figures." */
function evidenceOf(at: Pool, seller: string): string[] {
  if (at.sold <= 0) return [];
  const known = {
    reported: "was reported",
    derived: "was derived from other figures",
    policy: "was taken from a stated policy",
  } as const;
  const levels = KNOWN_LEVELS.filter((level) => at.soldBy[level] !== 0);
  const level = only(levels);
  if (level !== undefined) return [`All that ${seller} sold ${known[level]}.`];
  return [`Of what ${seller} sold, ${listed(levels.map((level) => `${formatRatio(at.soldBy[level] / at.sold)} ${known[level]}`))}.`];
}

function samePanel(a: Pool, b: Pool): boolean {
  const names = (p: Pool) => p.members.map((m) => m.company.id).join();
  return names(a) === names(b);
}

export const pooledCard = card({
  id: "pooled-sell-through",
  page: "/",
  leads: ["/", "/months"],
  title: ({ selection }) => pooledTitle(selection),
  sentence: ({ figures, selection }) => {
    const [found] = headlines({ figures, selection });
    return found && headlineWords(found.main, selection);
  },
  entries: pools,
  ...POOL_TABLE,
  chart: pooledChart,
});
