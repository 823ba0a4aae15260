/** News for the feeds, newest first, each dated by its document or our correction; what has no date is no news. */
import { cellsOf } from "@/domain/measures/sellThrough";
import { sha256Of } from "@/record/sha256";
import { compareText, groupBy } from "@/domain/shared/group";
import { type CompanyId, shortName } from "@/domain/facts/company";
import { type Fact, knownSince, SOURCE_KIND_LABEL } from "@/domain/facts/fact";
import { type Figures, recordSpan } from "@/domain/figures/figures";
import { METRIC_IDS, METRICS } from "@/domain/values/metric";
import { isPooled, type Member, type Pool, THIN_COMPANIES } from "@/domain/measures/panel";
import { type Day, endOf, lastMonth, type Period, periodRange, shift, startOf } from "@/domain/values/period";
import { POLICY_LABEL } from "@/domain/measures/stance";
import { companyAddress, figureAddress, periodAddress } from "./selection/address";
import { restatements } from "./evidence/changes";
import { amountText } from "./words/factWords";
import { headlineSentence } from "./months/headline";
import { poolAt } from "./months/pooled";
import { reportOf } from "./months/report";
import { DEFAULT_SELECTION } from "./selection/selection";
import { plain } from "./tables/sentence";
import { dayName } from "@/domain/shared/dayName";
import { capitalized, count, inPeriod, listed, periodName, thePeriod, uncapitalized } from "./words/phrases";

export const NEWS_KINDS = {
  month: "A month for which enough companies have published, and what it showed",
  figures: "Figures of a new document, grouped by company",
  restatement: "A company’s later document gives another number than an earlier one",
  correction: "We replaced or withdrew a figure",
  policy: "A company states another treasury policy",
  record: "The highest or lowest sell-through on record",
} as const;

type NewsKind = keyof typeof NEWS_KINDS;

export interface NewsItem {
  /** Stable across runs: kind, subject, and a mark of its document where one subject has several. */
  readonly id: string;
  readonly kind: NewsKind;
  readonly title: string;
  readonly sentences: readonly string[];
  /** Day on which everything in the item could be known. */
  readonly day: Day;
  /** Day on which it first was news, if earlier. */
  readonly since?: Day;
  readonly href: string;
  /** Companies concerned; empty: the whole record. */
  readonly companies: readonly CompanyId[];
}

/** Months back for which pooled months and records are news. */
const MONTHS = 36;

/** All news up to today, newest first. */
export function newsOf(figures: Figures): NewsItem[] {
  const items = [
    ...recentMonths(figures).flatMap((month) => monthNews(figures, month)),
    ...documentNews(figures),
    ...restatementNews(figures),
    ...correctionNews(figures),
    ...policyNews(figures),
  ];
  const { changedOn } = figures.record.version;
  const last = changedOn < figures.today ? changedOn : figures.today;
  const oldestFirst = items
    .filter(({ day }) => day <= last)
    .sort((a, b) => (a.day === b.day ? compareText(a.id, b.id) : compareText(a.day, b.day)));
  return eachTitleOnce(oldestFirst).reverse();
}

/** Keeps the first of several items with one title (copies of a release). Repeated corrections and policies are listed with their day. */
function eachTitleOnce(items: readonly NewsItem[]): NewsItem[] {
  const told = new Set<string>();
  return items.flatMap((item) => {
    const titles = item.kind === "figures" ? [item.title] : [item.title, `${item.title}, on ${dayName(item.day)}`];
    const title = titles.find((one) => !told.has(one));
    if (title === undefined) return [];
    told.add(title);
    return [{ ...item, title }];
  });
}

function recentMonths(figures: Figures): Period[] {
  const span = recordSpan(figures);
  if (!span) return [];
  const last = lastMonth(span.to);
  const first = shift(last, -MONTHS);
  return periodRange(first > span.from ? first : span.from, last);
}

function monthNews(figures: Figures, month: Period): NewsItem[] {
  const at = poolAt({ figures, selection: DEFAULT_SELECTION }, month);
  const headline = headlineSentence(at, DEFAULT_SELECTION);
  if (!headline || at.thin || !isPooled(at.ratio)) return [];
  const days = at.members.flatMap((member) => memberSince(member) ?? []);
  const day = days.sort().at(-1);
  if (day === undefined) return [];
  const statements = reportOf({ figures, selection: DEFAULT_SELECTION }, month);
  const href = periodAddress(month, DEFAULT_SELECTION);
  const record = statements.find(({ id, sentence }) => id === "record" && plain(sentence).includes(" on record"));
  const since = enoughSince(at);
  const item = { day, href, companies: [], ...(since !== undefined && { since }) };
  return [
    {
      ...item,
      id: `months/${month}`,
      kind: "month",
      title: plain(headline),
      sentences: statements.map(({ sentence }) => plain(sentence)),
    },
    ...(record
      ? [
          {
            ...item,
            id: `records/${month}`,
            kind: "record" as const,
            title: `${capitalized(periodName(month))}: ${plain(record.sentence).replace(/^It is /, "")}`,
            sentences: [plain(headline), plain(record.sentence)],
          },
        ]
      : []),
  ];
}

/** Day from which a company's part in a pooled number is known: that of its last dated figure. Undefined: none has a date. */
function memberSince({ sellThrough }: Member): Day | undefined {
  const days = cellsOf(sellThrough).flatMap(({ facts }) => facts.flatMap(({ source }) => source.publishedOn ?? []));
  return days.sort().at(-1);
}

/** The first day on which a pool had enough companies and half of what is known today. */
function enoughSince(at: Pool): Day | undefined {
  const known = at.members
    .flatMap((member) => {
      const day = memberSince(member);
      return day === undefined ? [] : [{ day, produced: member.sellThrough.produced }];
    })
    .sort((a, b) => compareText(a.day, b.day));
  let produced = 0;
  return known.find((member, index) => {
    produced += member.produced;
    return index + 1 >= THIN_COMPANIES && produced * 2 >= at.coverage.expectedProduced;
  })?.day;
}

const NAMED_FIGURES = 8;
const TITLE_FIGURES = 3;

const metricOrder = ({ metric }: Fact): number => METRIC_IDS.indexOf(metric);

/** One item for each document that states figures of a company. */
function documentNews(figures: Figures): NewsItem[] {
  const documents = groupBy(figures.record.facts, (fact) => `${fact.company} ${fact.source.address} ${fact.source.publishedOn ?? ""}`);
  return [...documents.values()].flatMap((facts): NewsItem[] => {
    const [first] = facts;
    const company = first && figures.company(first.company);
    if (!first || !company) return [];
    const { source } = first;
    if (source.publishedOn === null) return [];
    const newest = [...facts].sort((a, b) => {
      const order = compareText(endOf(b.period), endOf(a.period));
      return order === 0 ? metricOrder(a) - metricOrder(b) : order;
    });
    const latest = newest[0]?.period ?? first.period;
    const told = newest.filter(({ period }) => period === latest).slice(0, TITLE_FIGURES);
    const more = facts.length - NAMED_FIGURES;
    return [
      {
        id: `figures/${company.id}/${mark(`${source.address} ${source.publishedOn}`)}`,
        kind: "figures",
        title: `${shortName(company)} ${inPeriod(latest)}: ${told.map((fact) => `${uncapitalized(METRICS[fact.metric].label)} ${amountText(fact)}`).join(", ")}`,
        sentences: [
          `The document states ${statedWords(newest.slice(0, NAMED_FIGURES))}${more > 0 ? `; and ${count(more, "more figure")}` : ""}.`,
          `The source is a ${SOURCE_KIND_LABEL[source.kind]} of ${dayName(source.publishedOn)}: ${source.publisher}.`,
        ],
        day: source.publishedOn,
        href: companyAddress(company.id, DEFAULT_SELECTION),
        companies: [company.id],
      },
    ];
  });
}

/** "for September 2026 production of 529 BTC and sales of 702 BTC; for the third quarter of 2026 …". */
const statedWords = (facts: readonly Fact[]): string =>
  [...groupBy(facts, ({ period }) => period)].map(([of, own]) => `for ${thePeriod(of)} ${listed(own.map(figureWords))}`).join("; ");

/** "sales of 702 BTC", "an average sale price of 72,928 USD/BTC". */
function figureWords(fact: Fact): string {
  const { noun, kind } = METRICS[fact.metric];
  const article = kind === "average" ? "an " : fact.metric === "deployed_ehs" ? "a " : "";
  return `${article}${noun} of ${amountText(fact)}`;
}

const restatementNews = (figures: Figures): NewsItem[] =>
  restatements({ figures, selection: DEFAULT_SELECTION }).map(({ company, before, after }) => {
    const what = METRICS[after.metric].noun;
    return {
      id: `restatements/${subject(after)}/${mark(`${factWords(before)} ${factWords(after)}`)}`,
      kind: "restatement",
      title: `${shortName(company)} restates its ${what} ${inPeriod(after.period)}: ${amountText(after)}, after ${amountText(before)} at first`,
      sentences: [
        `It was ${amountText(before)} according to ${before.source.publisher} on ${dayName(knownSince(before).day)}, and ${amountText(after)} according to ${after.source.publisher} on ${dayName(knownSince(after).day)}.`,
      ],
      day: knownSince(after).day,
      href: figureAddress(after.company, after.period, after.metric, DEFAULT_SELECTION),
      companies: [after.company],
    };
  });

/** Our own corrections are dated by the day they were recorded. Those that only reorder sources are no news. */
const correctionNews = (figures: Figures): NewsItem[] =>
  figures.record.supersessions.flatMap(({ fact, by, reason, recordedOn }): NewsItem[] => {
    const company = figures.company(fact.company);
    if (!company || recordedOn === "" || by?.value === fact.value) return [];
    const what = `${METRICS[fact.metric].noun} ${inPeriod(fact.period)}`;
    const title = by
      ? `${shortName(company)}, ${what}: corrected from ${amountText(fact)} to ${amountText(by)}`
      : `${shortName(company)}, ${what}: ${amountText(fact)} withdrawn`;
    return [
      {
        id: `corrections/${subject(fact)}/${mark(`${factWords(fact)} ${by ? factWords(by) : ""} ${recordedOn}`)}`,
        kind: "correction",
        title,
        sentences: [`Recorded on ${dayName(recordedOn)}: ${reason}. Both values stay visible.`],
        day: recordedOn,
        href: figureAddress(fact.company, fact.period, fact.metric, DEFAULT_SELECTION),
        companies: [fact.company],
      },
    ];
  });

/** A policy has no date of publication: it is dated by its first month. */
function policyNews(figures: Figures): NewsItem[] {
  const byCompany = groupBy(figures.record.policies, ({ company }) => company);
  return [...byCompany].flatMap(([id, policies]) => {
    const company = figures.company(id);
    const dated = [...policies].sort((a, b) => compareText(a.from ?? "", b.from ?? ""));
    return dated.flatMap((policy, at): NewsItem[] => {
      const before = dated[at - 1];
      if (!company || !before || policy.from === null || before.policy === policy.policy) return [];
      return [
        {
          id: `policies/${id}/${policy.from}`,
          kind: "policy",
          title: `${shortName(company)} changes its stated policy: ${POLICY_LABEL[policy.policy]}, after ${POLICY_LABEL[before.policy]}`,
          sentences: [`The policy holds from ${periodName(policy.from)} on. It is stated at ${policy.sourceUrl}`],
          day: startOf(policy.from),
          href: companyAddress(id, DEFAULT_SELECTION),
          companies: [id],
        },
      ];
    });
  });
}

const subject = ({ company, period, metric }: Fact): string => `${company}/${period}/${metric}`;
const factWords = ({ written, source }: Fact): string => `${written} ${source.address} ${source.publishedOn ?? ""}`;
const mark = (text: string): string => sha256Of(text).slice(0, 10);
